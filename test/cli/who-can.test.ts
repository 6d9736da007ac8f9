/** `casus explore --who-can`: what it prints follows the schema and fits the width, and what cannot be read is said with its place. */
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { read } from '../house/files.js';
import { told } from './told.js';

const ASK = ['explore', 'bench/guarantee-3.casus', '--who-can'];
const EVENT = 'assistance is performed by at least 2 within 96 hours';

describe('casus explore --who-can', () => {
  it('names the smallest coalitions and what they do, within 80 columns', async () => {
    const { out, code } = await told([...ASK, EVENT]);
    expect(code).toBe(0);
    expect(out).toContain('any 2 of G1, G2, G3');
    expect(out).toContain('no single party can block it');
    expect(out).toMatch(/assistance of its own is due +G1, G2: assist +hour 72/);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('gives JSON that follows its schema', async () => {
    const { out } = await told([...ASK, EVENT, '--json']);
    const holds = new Ajv().compile(JSON.parse(read('schemas/who-can.schema.json')) as object);
    expect(holds(JSON.parse(out)), JSON.stringify(holds.errors)).toBe(true);
  });

  it.each([['--max-seconds', '1', 'the time was up'], ['--max-memory', '10', 'it would have needed more memory']])('ends at %s and says so', async (option, value, words) => {
    const { out, code } = await told(['explore', 'bench/guarantee-8.casus', '--acts', '3', '--who-can', 'assistance is performed by at least 6 within 96 hours', option, value]);
    expect(code).toBe(1);
    expect(out.replace(/\s+/g, ' ')).toContain(words);
  });

  it('says where in the event a name is unknown', async () => {
    const { err, code } = await told([...ASK, 'asistance is performed within 96 hours']);
    expect(code).toBe(2);
    expect(err).toContain('`--who-can` at character 1');
    expect(err).toContain('assistance');
  });
});
