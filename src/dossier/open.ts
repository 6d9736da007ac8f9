/** A dossier put together from its folder's files, handed in as text: what can be read is read, and everything that cannot is named. */
import { entriesOfPositions, speakingOfStatements, statementFaults } from '../engine/index.js';
import { atlasFromManifest, emptyAtlas, type Atlas, type AtlasManifest } from '../geo/index.js';
import { checkTreaty } from '../language/check/index.js';
import { parseTreaty, SYNTAX_FAULTS } from '../language/index.js';
import { admit, assemble, didYouMean, readJsonLines } from '../record/index.js';
import type { Entry, Negotiation, Treaty } from '../treaty/index.js';
import { readDossierFile, readEvents, readFacts, type Read } from './file.js';
import { NO_PLEDGES, readPledges } from './pledge-file.js';
import type { Dossier, DossierFault, DossierText, LeftOut } from './shapes.js';

/** Text of a file of the folder, by its path in it; undefined where there is none. */
export type ReadFile = (path: string) => string | undefined;

export interface Opened { readonly dossier: Dossier; /** Where there are any, the dossier is not as its keeper meant it. */ readonly faults: readonly DossierFault[] }

const NO_NEGOTIATION: Negotiation = { speakers: [], issues: [], limits: [], positions: [] };
const NO_TREATY = parseTreaty('').treaty;
const ATLAS = 'data/atlas.json';

/** As messages name the lines that were accepted and stand in no file of the folder yet. */
export const ACCEPTED = 'what was accepted';

/** `names` are the files of the folder, so that a slip in a name can be answered; `accepted`, lines that count as if they stood in its statements. */
export function openDossier(id: string, read: ReadFile, names: readonly string[] = [], accepted = ''): Opened {
  const faults: DossierFault[] = [];
  const fault = (file: string, message: string, help: string, where?: string): undefined => { faults.push({ file, message, help, ...(where === undefined ? {} : { where }) }); return undefined; };
  const text = (file: string, named: string): string | undefined => read(file) ?? fault('dossier.json', `\`${named}\` names \`${file}\`, which is not there`, didYouMean(file, names).replace(/^, /, '') || 'check the name, or leave the key out');
  const taken = <T>(file: string | undefined, key: string, reader: (text: string, file: string) => Read<T>, none: T): T => {
    const words = file === undefined ? undefined : text(file, key);
    if (file === undefined || words === undefined) return none;
    const { value, faults: found } = reader(words, file);
    faults.push(...found);
    return value;
  };

  const head = read('dossier.json');
  if (head === undefined) fault('dossier.json', 'there is no such file in the folder', 'a dossier has one; docs/brief.md shows its form');
  const { value: file, faults: ofFile } = readDossierFile(head ?? '{"title":""}', 'dossier.json');
  if (head !== undefined) faults.push(...ofFile);

  const parsed = (path: string, key: string): DossierText | undefined => {
    const words = text(path, key);
    if (words === undefined) return undefined;
    const { treaty, diagnostics } = parseTreaty(words);
    const [broken] = diagnostics.filter(({ id: rule, severity }) => severity === 'error' || SYNTAX_FAULTS.has(rule));
    if (broken) fault(path, broken.message, broken.help ?? `\`casus check\` lists what is wrong with it`, `line ${broken.span.line}`);
    return { id: path.replace(/^.*\//, '').replace(/\.casus$/, ''), file: path, text: words, treaty, diagnostics: [...diagnostics, ...checkTreaty(treaty)] };
  };
  const negotiated = file.negotiation === undefined ? undefined : parsed(file.negotiation, 'negotiation');
  const named = file.brief.guarantee ?? file.opensOn;
  const path = named === undefined ? undefined : [named, `treaties/${named.replace(/\.casus$/, '')}.casus`].find((one) => one.endsWith('.casus') && read(one) !== undefined) ?? `treaties/${named.replace(/\.casus$/, '')}.casus`;
  const guarantee = path === undefined ? undefined : parsed(path, file.brief.guarantee === undefined ? 'opensOn' : 'brief.guarantee');

  const negotiation = negotiated?.treaty.negotiation ?? guarantee?.treaty.negotiation ?? NO_NEGOTIATION;
  const leftOut: LeftOut[] = [];
  const onRecord: Entry[] = file.statements.flatMap((statements) => {
    const words = text(statements, 'statements');
    if (words === undefined) return [];
    if (words.trim() === '') leftOut.push({ file: statements, row: 1, reason: 'the file is empty; a record has one entry a line' });
    const { entries, setAside } = readJsonLines(words, statements);
    leftOut.push(...setAside);
    return [...entries];
  });
  const besides = readJsonLines(accepted, ACCEPTED);
  leftOut.push(...besides.setAside);
  const entries = sound([...entriesOfPositions(negotiation), ...onRecord, ...besides.entries], (negotiated ?? guarantee)?.treaty, leftOut);

  const facts = taken(file.facts, 'facts', readFacts, []);
  const events = taken(file.events, 'events', readEvents, []);
  const pledges = taken(file.pledges, 'pledges', readPledges, NO_PLEDGES);
  const needed = new Set<string>([...pledges.needs.map((need) => need.id), ...(guarantee?.treaty.needs ?? []).map(({ what }) => what)]);
  for (const pledge of pledges.pledges) for (const one of pledge.towards) if (!needed.has(one)) fault(file.pledges ?? '', `pledge \`${pledge.id}\` goes towards \`${one.slice(0, 60)}\`, which is no need${didYouMean(one, [...needed])}`, 'name the id of a need of the file, or a kind that the text of the guarantee needs');
  const { atlas, lineMap } = mapped(read, file.brief.line?.file, fault);
  const parties = [...new Set([...(negotiated?.treaty.parties ?? []).map(({ name }) => name), ...(guarantee?.treaty.parties ?? []).map(({ name }) => name)])];
  return {
    faults,
    dossier: {
      id, title: file.title === '' ? id : file.title, parties, negotiation, entries, leftOut: leftOut.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.row - b.row)), facts, events, pledges, brief: file.brief, atlas,
      ...(guarantee ? { guarantee } : {}), ...(lineMap === undefined ? {} : { lineMap }),
    },
  };
}

/** Entries that say something about this negotiation, held against it as `casus standing` does; the others are left out by name. One that a later correction mends is sound. */
function sound(entries: readonly Entry[], treaty: Treaty | undefined, leftOut: LeftOut[]): readonly Entry[] {
  const out = ({ origin }: Pick<Entry, 'origin'>, reason: string): void => { leftOut.push({ file: origin?.file ?? 'the negotiation’s text', row: origin?.line ?? 0, reason }); };
  const admitted = admit(speakingOfStatements(treaty ?? NO_TREATY), entries);
  for (const { file, row, reason } of admitted.setAside) leftOut.push({ file: file === '' ? 'the negotiation’s text' : file, row, reason });
  const other = new Set(admitted.notConcerned.map(({ act }) => act));
  for (const entry of entries) if (other.has(entry.act)) out(entry, `\`${entry.act}\` is no statement; a statement has the act \`state\``);
  const faults = new Map(statementFaults(assemble(admitted.entries, Infinity), treaty?.negotiation ?? NO_NEGOTIATION).filter(({ setAside }) => setAside).map((fault) => [fault.entry, `${fault.message}; ${fault.help}`]));
  return admitted.entries.filter((entry) => {
    const fault = entry.act === 'correction' || entry.act === 'retraction' ? undefined : entry.act === 'state' ? faults.get(entry.id) : `\`${entry.act}\` is no statement; a statement has the act \`state\``;
    if (fault !== undefined) out(entry, fault);
    return fault === undefined;
  });
}

function mapped(read: ReadFile, lineFile: string | undefined, fault: (file: string, message: string, help: string) => undefined): { readonly atlas: Atlas; readonly lineMap?: string } {
  const words = read(ATLAS);
  if (words === undefined) return { atlas: emptyAtlas };
  try {
    const manifest: unknown = JSON.parse(words);
    const atlas = atlasFromManifest(manifest, (name) => { const held = read(`data/${name}`); if (held === undefined) throw new Error(`the map \`${name}\` is not there`); return JSON.parse(held) as unknown; });
    const name = lineFile?.replace(/^.*\//, '');
    const lineMap = name === undefined ? undefined : (manifest as AtlasManifest).maps.find((map) => map.file === name)?.map;
    if (name !== undefined && lineMap === undefined) fault('dossier.json', `\`brief.line\` names \`${name}\`, which the atlas does not list`, `name a file of \`${ATLAS}\` that holds a line`);
    return { atlas, ...(lineMap === undefined ? {} : { lineMap }) };
  } catch (error) {
    fault(ATLAS, `the atlas cannot be read: ${(error as Error).message.split('\n')[0] ?? ''}`, 'restore it, or take the folder `data` away');
    return { atlas: emptyAtlas };
  }
}
