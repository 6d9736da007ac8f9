/** `npm run -s bench:reference`: a line `n full orbits` for n = 3 to 6, the numbers of situations of G(n) without and with interchangeable guarantors. */
import { search } from '../src/explore/search.js';
import { referenceModel } from './reference-model.js';

for (let n = 3; n <= 6; n += 1) {
  const program = referenceModel(n);
  console.log(`${n} ${search(program, { symmetry: false }).situations} ${search(program, { symmetry: true }).situations}`);
}
