/** Statements and faults found in the labelled texts of corpus/reading: precision and recall for each text, for all, and for the text set aside, which stands apart. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { report } from '../test/dossier/labelled.js';

const folder = join(process.cwd(), 'corpus', 'reading');
const words = process.argv.slice(2);
if (!existsSync(folder)) throw new Error('run from the root of the checkout');
process.stdout.write(report(readdirSync(folder).filter((name) => name.endsWith('.labels.json')).map((name) => name.replace('.labels.json', '')), (name) => readFileSync(join(folder, name), 'utf8'), (name) => existsSync(join(folder, name)), words));
