/** Which parties a stretch of text names: by the dossier's names, by the gazetteer, and by what the report itself teaches of states nobody knows. */
import { POLITIES, type Polity } from './gazetteer.js';
import type { Stretch } from './shapes.js';

export interface PartyMention { readonly party: string; readonly span: Stretch; /** By its capital or seat. */ readonly seat: boolean; readonly words: string }

export class Parties {
  private readonly named = new Map<string, { party: string; seat: boolean }>();
  private pattern: RegExp | undefined;
  /** Whose sheet it is from a place of the text on, by its letterheads: an office named without a state is of this one. */
  readonly homes: { readonly from: number; readonly party: string }[] = [];

  homeAt(at: number): string | undefined { return [...this.homes].reverse().find(({ from }) => from <= at)?.party; }

  /** `asKnown`: the dossier's spellings, so that `United States` is answered as `United-States` where the dossier says so. */
  constructor(private readonly asKnown: readonly string[] = []) {
    for (const { name, names, seats } of POLITIES) this.add({ name, names, seats });
    for (const party of asKnown) if (![...this.named.keys()].includes(party)) this.add({ name: party, names: [party, party.replaceAll('-', ' ')], seats: [] });
  }

  add({ name, names, seats }: Polity): void {
    const party = this.asKnown.find((one) => one.replaceAll('-', ' ').toLowerCase() === name.toLowerCase()) ?? name;
    for (const one of names) if (!this.named.has(one)) this.named.set(one, { party, seat: false });
    for (const one of seats) if (!this.named.has(one)) this.named.set(one, { party, seat: true });
    this.pattern = undefined;
  }

  has(words: string): boolean { return this.named.has(words); }

  partyOf(words: string): string | undefined { return this.named.get(words.replace(/['’]s?$/, ''))?.party; }

  /** The party that a short name (`the coalition`, `the alliance`) stands for: of those whose full name has the word, the one named last before. */
  calledShortly(word: string, before: string): string | undefined {
    const fitting = new Set([...this.named].filter(([name]) => name.includes(' ') && new RegExp(`(?<!\\p{L})${word.replace(/[^\p{L} -]/gu, '')}(?!\\p{L})`, 'iu').test(name)).map(([, { party }]) => party));
    return fitting.size === 0 ? undefined : [...this.in(before)].reverse().find(({ party }) => fitting.has(party))?.party;
  }

  in(text: string, from = 0): readonly PartyMention[] {
    this.pattern ??= new RegExp(`(?<![\\p{L}\\d-])(?:${[...this.named.keys()].sort((a, b) => b.length - a.length).map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\p{L}\\d])`, 'gu');
    return [...text.matchAll(this.pattern)].map((hit) => {
      const { party, seat } = this.named.get(hit[0]) as { party: string; seat: boolean };
      return { party, seat, words: hit[0], span: [from + hit.index, from + hit.index + hit[0].length] as const };
    });
  }
}

const NAME = "\\p{Lu}[\\p{L}’'-]+(?:\\s\\p{Lu}[\\p{L}-]+)?";
const OF_A_STATE = new RegExp(`(?:Republic|Federation|Kingdom|Principality|Emirate|Sultanate|Commonwealth|Duchy|Confederation|State) of (${NAME})`, 'gu');
const OFFICE_OF = new RegExp(`(?:Minister of (?:Foreign Affairs|Defence|Defense|the Interior|Finance)|Ministry of (?:Foreign Affairs|Defence|Defense)|[Gg]overnment|[Pp]arliament|[Dd]elegation|[Pp]resident|[Pp]rime [Mm]inister|[Ff]oreign [Mm]inister|[Nn]egotiator|[Aa]mbassador|[Ee]nvoy|[Ss]pokes\\p{L}+|[Oo]fficial|[Rr]epresentative) (?:of|for) (?:the (?:Republic|Federation|Kingdom) of )?(${NAME})`, 'gu');
const DELEGATIONS = /\bdelegations of ((?:(?:the )?(?:\p{Lu}[\p{L}-]+(?: of)? ?)+(?:, (?:and )?| and )?)+)/gu;
const HAS_AN_OFFICE = /(?<![\p{L}'’-])(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)['’]s (?:(?:deputy|new|acting|prime|foreign|defence|defense|special|chief|first) )*(?:minister|president|government|parliament|ambassador|embassy|envoy|chancellor|army|negotiator|delegation)\b/gu;
const ADJECTIVE = /(?<![\p{L}'’-])(\p{Lu}[\p{L}]+(?:ian|ish|ese|ic|an|i|ard|er)) (?:[Pp]rime [Mm]inister|[Ff]oreign [Mm]inister|[Dd]efen[cs]e [Mm]inister|[Pp]resident|[Gg]overnment|[Aa]mbassador|[Ee]nvoy|[Cc]hancellor|[Nn]egotiators?|[Pp]arliament|[Oo]fficials?|[Ff]oreign [Mm]inistry|[Dd]elegation|[Ee]mbassy|[Dd]iplomats?|[Aa]rmy|[Ss]oldiers|[Nn]avy|[Ss]ide|[Cc]ounterpart|[Pp]remier|[Mm]inistry|[Cc]abinet)\b/gu;
/** The head of a sheet, in capitals: `MINISTRY OF FOREIGN AFFAIRS OF …`. */
const LETTERHEAD = /\b(?:MINISTRY|OFFICE|GOVERNMENT|EMBASSY|CHANCELLERY|DEPARTMENT)\b[A-Z ,&-]* OF (?:THE (?:REPUBLIC|FEDERATION|KINGDOM) OF )?(\p{Lu}{4,})\b/gu;
const NO_FIRST_NAME = /^(?:The|A|An|In|On|At|But|And|While|When|After|Before|As|For|From|Of|To|With|If|Both|Then|That|This|Northern|Southern|Eastern|Western|Central|North|South|East|West|Upper|Lower|New|Greater|January|February|March|April|May|June|July|August|September|October|November|December|\p{Lu}\p{Ll}+day|\p{Lu}[\p{Ll}]+(?:ian|ish|ese|ic))$/u;
/** A line of its own that says whose paper follows. */
const SHEET = /^[^\S\n]*(?:the )?(?:(?:royal|federal|permanent) )?(?:ministry|office|government|embassy|chancellery|department|delegation|mission)\b[^\n.:]{0,70} of (?:the )?(?:(?:republic|federation|kingdom|state) of )?(\p{L}[\p{L} -]{2,29}?)[^\S\n]*$/gimu;
/** Those who take part without being a state: `the armed group K9`, `the Northern Alliance`. */
const ARMED = /\b(?:[Rr]ebel|[Aa]rmed|[Ii]nsurgent|[Mm]ilitia|[Ss]eparatist|[Mm]ilitant|[Gg]uerrilla) (?:group|movement|alliance|coalition|force|organi[sz]ation)s? (?:called |known as |the )?(\p{Lu}[\p{L}\d-]*(?: \p{Lu}[\p{L}\d-]+){0,4})/gu;
const MOVEMENT = /(?<![\p{L}-])((?:\p{Lu}[\p{L}-]+ ){1,4}(?:Alliance|Movement|Front|Liberation Army|Resistance|Authority|League|Transitional Council))(?![\p{L}-])/gu;
const OFFICE_CAPITAL = /^(?:Mr|Mrs|Ms|Dr|Sir|Minister|President|Ambassador|General|Chancellor|Premier|Envoy|Secretary|Spokes\p{L}+)\.?$/u;
const NO_STATE = /^(?:Neither|Either|Another|Other|Former|Earlier|Later|Under|However|Whether|Mr|Mrs|Ms|Dr|Sir|Lord|President|Minister|Prime|Chancellor|Peace|Special|State|Foreign|Affairs|Defen[cs]e|Finance|Interior|Council|Commission|Parliament|Ministers?|Ministry|Europe|European|Western|Eastern|Northern|Southern|Central|African|Asian|Arab|Christian|Catholic|Islamic|Muslim|Interim|Deputy|The|Our|His|Her|Their|Today|Yesterday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Foreign Affairs|Republican|Democratic|Democrat|Emergency|Security|National|Nordic|Baltic|Balkan|Scandinavian|Atlantic|Allied|Gulf|Asian|Latin)\b/;

/** States a report speaks of that no list knows. `isPerson`: a word known as a name of somebody is no state. */
export function learnStates(text: string, parties: Parties, isPerson: (word: string) => boolean): void {
  const learnt: string[] = [];
  const add = (raw: string | undefined): void => {
    const name = (raw ?? '').trim().replace(/^the /, '').replace(/['’]s$/, '');
    if (name === '' || NO_STATE.test(name) || isPerson(name) || parties.in(name).length > 0) return;
    parties.add({ name, names: [name], seats: [] });
    learnt.push(name);
  };
  for (const [, name] of text.matchAll(OF_A_STATE)) add(name);
  for (const [, caps = ''] of text.matchAll(LETTERHEAD)) add([...text.matchAll(new RegExp(`(?<![\\p{L}-])${caps}(?![\\p{L}])`, 'giu'))].map(([one]) => one).find((one) => /^\p{Lu}\p{Ll}/u.test(one)) ?? caps.charAt(0) + caps.slice(1).toLowerCase());
  for (const hit of text.matchAll(SHEET)) {
    const told = (hit[1] ?? '').trim().split(' ').map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join(' ');
    const party = parties.partyOf(told);
    if (party !== undefined) parties.homes.push({ from: hit.index, party });
  }
  // Longer names first, so that the state in a movement's name is not taken for it.
  for (const pattern of [ARMED, MOVEMENT]) for (const [, name = ''] of text.matchAll(pattern)) { const bare = name.replace(/^The /, ''); if (!parties.has(bare) && !NO_STATE.test(bare)) parties.add({ name: bare, names: [bare], seats: [] }); }
  for (const [, list = ''] of text.matchAll(DELEGATIONS)) for (const one of list.split(/, (?:and )?| and /)) add(one.replace(/^(?:the )?(?:Republic|Federation|Kingdom|State) of /, '').trim());
  for (const [, name] of text.matchAll(OFFICE_OF)) add(name);
  // A surname has a delegation too (`Melkum's delegation`), but stands after a first name elsewhere.
  for (const [, name = ''] of text.matchAll(HAS_AN_OFFICE)) if (![...text.matchAll(new RegExp(`(?<![\\p{L}-])(\\p{Lu}[\\p{L}.’'-]+) ${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}-])`, 'gu'))].some(([, first = '']) => isPerson(first) || OFFICE_CAPITAL.test(first) || !(parties.has(first) || NO_FIRST_NAME.test(first)))) add(name);
  for (const [, adjective = ''] of text.matchAll(ADJECTIVE)) {
    if (NO_STATE.test(adjective) || isPerson(adjective) || parties.has(adjective)) continue;
    const stem = adjective.slice(0, Math.max(3, Math.min(5, adjective.length - 3)));
    const noun = [...text.matchAll(new RegExp(`(?<![\\p{L}-])${stem}[\\p{L}]*(?![\\p{L}])`, 'gu'))].map(([one]) => one).find((one) => one !== adjective && parties.has(one));
    parties.add({ name: noun ?? adjective, names: [adjective], seats: [] });
  }
  // `the North` of two that are told apart by it alone.
  for (const side of ['North', 'South', 'East', 'West']) {
    const whole = [...new Set(parties.in(text).map(({ party }) => party))].filter((party) => party.startsWith(`${side} `));
    if (whole.length === 1 && new RegExp(`\\b[Tt]he ${side}\\b(?! (?:Atlantic|Sea|Pole|Caucasus|China|Bank|Coast|of|and)\\b)`).test(text)) parties.add({ name: whole[0] as string, names: [`the ${side}`, `The ${side}`], seats: [] });
  }
  // Adjectives of what was learnt (`Ostranian` of Ostrania), whatever they stand before.
  for (const party of learnt) {
    const stem = party.replace(/(?:ia|a|o|y|e|land|land)$/, '');
    if (stem.length < 4) continue;
    for (const [adjective] of text.matchAll(new RegExp(`(?<![\\p{L}-])${stem}(?:ia|a|e|i)?(?:n|ns|ish|ese|ic|ers?|ian|ians)(?![\\p{L}])`, 'gu'))) if (!parties.has(adjective)) parties.add({ name: party, names: [adjective], seats: [] });
  }
}
