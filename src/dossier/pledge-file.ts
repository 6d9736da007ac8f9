/** pledges.json: what somebody says is needed, and what is reported as pledged beside the text. Nothing enters without its day and its source. */
import { cited, figure, isLoose, jsonOf, present, strings, unique, type Loose, type Read, type Taker } from './file.js';
import type { PledgeFile, PledgeStatus, ReportedPledge, StatedNeed } from './shapes.js';

const STATUSES: readonly PledgeStatus[] = ['declared', 'reported'];
const FIGURES = ['value', 'low', 'high', 'unit'];
const CITED = ['asOf', 'source', 'outlet', 'link'];
export const NO_PLEDGES: PledgeFile = { needs: [], pledges: [] };

export const readPledges = (text: string, file: string): Read<PledgeFile> => jsonOf(text, file, NO_PLEDGES, (raw, take) => {
  if (!isLoose(raw)) { take.fault('', 'an object was expected, with the lists `needs` and `pledges`'); return NO_PLEDGES; }
  take.keys(raw, ['needs', 'pledges'], '');
  const seen = new Set<string>();
  return {
    needs: take.objects(raw['needs'], 'need').flatMap(([one, where]) => need(take, one, where, seen)),
    pledges: take.objects(raw['pledges'], 'pledge').flatMap(([one, where]) => pledge(take, one, where, seen)),
  };
});

/** What both have: an id of its own, a figure where there is one, a day and a source. */
function common(take: Taker, raw: Loose, where: string, seen: Set<string>) {
  const id = unique(take, seen, take.text(raw, 'id', where, true), where);
  const asOf = take.date(raw, 'asOf', where, true);
  const source = take.text(raw, 'source', where, true);
  if (id === undefined || asOf === undefined || source === undefined) return undefined;
  return { id, asOf, ...figure(take, raw, where), ...cited(take, raw, where), ...present({ unit: take.text(raw, 'unit', where) }) };
}

function need(take: Taker, raw: Loose, where: string, seen: Set<string>): readonly StatedNeed[] {
  take.keys(raw, ['id', 'what', 'text', 'of', ...FIGURES, ...CITED], where);
  const made = common(take, raw, where, seen);
  const what = take.text(raw, 'what', where, true);
  return made === undefined || what === undefined ? [] : [{ ...made, what, ...present({ text: take.text(raw, 'text', where), of: take.text(raw, 'of', where) }) }];
}

function pledge(take: Taker, raw: Loose, where: string, seen: Set<string>): readonly ReportedPledge[] {
  take.keys(raw, ['id', 'by', 'text', 'status', 'towards', ...FIGURES, ...CITED], where);
  const made = common(take, raw, where, seen);
  const [by, text, said] = ['by', 'text', 'status'].map((key) => take.text(raw, key, where, true));
  const status = STATUSES.find((one) => one === said);
  if (said !== undefined && status === undefined) take.fault(where, `there is no status \`${said.slice(0, 40)}\``, 'write `declared` where who would give it said so, else `reported`');
  return made === undefined || by === undefined || text === undefined || status === undefined ? [] : [{ ...made, by, text, status, towards: strings(take, raw['towards'], `${where}, towards`) }];
}
