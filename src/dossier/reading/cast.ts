/** Who is who in a report: what its own appositions teach, then the dossier's speakers, then holders of office everybody names without it. */
import { KNOWN_HOLDERS } from './gazetteer.js';
import type { Parties } from './parties.js';
import { described, isName, type Described } from './phrase.js';
import { PARTICLES } from './lexicon.js';
import type { KnownSpeaker } from './shapes.js';
import { genderOf, startsLikeAPerson } from './tagging.js';

export interface Person { readonly name: string; readonly key: string; party?: string; office?: string; gender?: 'he' | 'she' }
export interface PersonMention { readonly person: Person; readonly at: number; readonly to: number }

/** `von der Leyen` of `Ursula von der Leyen`; the last word otherwise. */
export function surnameOf(name: string): string {
  const words = name.split(' ');
  if (PARTICLES.has((words[0] ?? '').toLowerCase()) && words.length > 1) return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  const particle = words.findIndex((word, index) => index > 0 && PARTICLES.has(word));
  return particle > 0 ? words.slice(particle).join(' ') : words.at(-1) ?? name;
}

const SEQUENCE = /(?:\p{Lu}\.(?:\p{Lu}\.)*|\p{Lu}[\p{L}’'-]*)(?:\s(?:(?:von|van|der|den|de|da|di|del|la|al|bin|of|for)\s)*(?:\p{Lu}\.(?:\p{Lu}\.)*|(?:(?:al|el|ben|bin|ibn|ash|ad|as)-)?\p{Lu}[\p{L}’'-]*))*/gu;
const SAID_AFTER = /^(?:, (?:who|whose)\b|\s(?:has |had |also |later |then )*(?:said|says|told|added|warned|wrote|argued|insisted|declared|claimed|rejected|offered|cautioned|replied|noted|stressed)\b)/;

export class Cast {
  private readonly byKey = new Map<string, Person>();
  private pattern: RegExp | undefined;
  /** Persons the report itself introduces, in order. */
  readonly introduced: Person[] = [];

  constructor(speakers: readonly KnownSpeaker[], private readonly parties: Parties) {
    for (const { key, name, party, office, gender } of KNOWN_HOLDERS) this.put({ name, key, party: parties.partyOf(party) ?? party, office, ...(gender ? { gender } : {}) });
    for (const { name, title, party } of speakers) {
      const full = title?.split(',')[0]?.trim();
      const person: Person = { name: full !== undefined && /\s/.test(full) ? full : name.replaceAll('-', ' '), key: surnameOf(name.replaceAll('-', ' ')), ...(party === undefined ? {} : { party }), ...(title === undefined ? {} : { office: described(title.split(',').slice(1).join(','), parties).office ?? '' }) };
      this.put(person);
    }
  }

  private put(person: Person): void {
    this.byKey.set(person.key, person);
    // At the head of a sentence the particle is a capital.
    if (/^\p{Ll}/u.test(person.key)) this.byKey.set(`${person.key.charAt(0).toUpperCase()}${person.key.slice(1)}`, person);
    this.pattern = undefined;
  }

  named(name: string): Person | undefined {
    const known = this.byKey.get(name) ?? this.byKey.get(surnameOf(name));
    if (known || /\s/.test(name)) return known;
    // By the first name alone, as some countries' usage has it (`Minister Anan`).
    const fitting = this.introduced.filter((person) => person.name.startsWith(`${name} `));
    return fitting.length === 1 ? fitting[0] : undefined;
  }

  /** In order of place. */
  in(text: string, from = 0): readonly PersonMention[] {
    this.pattern ??= new RegExp(`(?<![\\p{L}-])(?:${[...this.byKey.keys()].sort((a, b) => b.length - a.length).map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\p{L}-])`, 'gu');
    return [...text.matchAll(this.pattern)].map((hit) => ({ person: this.byKey.get(hit[0]) as Person, at: from + hit.index, to: from + hit.index + hit[0].length }));
  }

  /** Takes in a person the text names; what is known already is filled in, never overwritten, except by the report's own full name. */
  meet(name: string, more: { readonly party?: string | undefined; readonly office?: string | undefined; readonly gender?: 'he' | 'she' | undefined }): Person {
    const key = surnameOf(name);
    const known = this.byKey.get(key);
    const gender = more.gender ?? (/\s/.test(name) ? genderOf(name) : undefined);
    if (known && (!/\s/.test(name) || known.name === name || !this.introduced.includes(known))) {
      const full = /\s/.test(name) && known.name !== name && name.toLowerCase() !== key.toLowerCase() ? { ...known, name } : known;
      const filled: Person = { ...full };
      if (more.party !== undefined && (known.party === undefined || !this.introduced.includes(known))) filled.party = more.party;
      if (more.office !== undefined && (known.office === undefined || !this.introduced.includes(known))) filled.office = more.office;
      if (gender !== undefined && known.gender === undefined) filled.gender = gender;
      const at = this.introduced.indexOf(known);
      if (at >= 0) this.introduced[at] = filled; else this.introduced.push(filled);
      this.put(filled);
      return filled;
    }
    if (known && /\s/.test(known.name) && known.name !== name) this.byKey.set(name, { ...known, name });
    const person: Person = { name, key, ...(more.party === undefined ? {} : { party: more.party }), ...(more.office === undefined ? {} : { office: more.office }), ...(gender === undefined ? {} : { gender }) };
    this.put(person);
    this.introduced.push(person);
    return person;
  }

  /** Reads who is introduced in a text whose quotes are masked. */
  learn(masked: string): void {
    for (const hit of masked.matchAll(SEQUENCE)) {
      const { index } = hit;
      const words = hit[0];
      const one = described(words, this.parties);
      const name = one.name;
      if (name === undefined || words.length > 120) continue;
      const before = masked.slice(Math.max(0, index - 110), index);
      const after = masked.slice(index + words.length, index + words.length + 130);
      const sentenceBefore = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n')) + 1);
      const [lead, whose] = leading(sentenceBefore, this.parties);
      const trail = trailing(after, this.parties);
      const office = one.office ?? lead?.office ?? trail?.office;
      const full = /\s/.test(name);
      const single = !full && (one.office !== undefined || one.gender !== undefined || lead?.office !== undefined);
      if (!(single || (full && (office !== undefined || startsLikeAPerson(name) || SAID_AFTER.test(after) || /▒,? ?(?:said|says|added|wrote|warned) $/.test(before))))) continue;
      if (!full && (this.named(name) === undefined ? !isName(name) : this.named(name)?.name.startsWith(`${name} `) === true)) continue;
      const ofWhom = whose === undefined ? undefined : this.lastWithParty(masked.slice(0, Math.max(0, index - sentenceBefore.length)), whose) ?? this.lastWithParty(masked.slice(0, index), whose);
      const place = /(?:^|\s)In (\p{Lu}[\p{L}]+(?: \p{Lu}[\p{L}]+)?), (?:[^,.]{0,40})$/u.exec(sentenceBefore)?.[1];
      const seat = place === undefined || office === undefined ? undefined : this.parties.in(place)[0]?.party;
      const gender = one.gender ?? lead?.gender ?? trail?.gender ?? (/^[^.]{0,60}\b(?:her)\b/.test(after) && SAID_AFTER.test(after) ? 'she' : undefined);
      // `Ms X's spokeswoman, Y`: of X's party.
      const holder = this.in(sentenceBefore.slice(-90)).find(({ to }) => /^['’]s (?:[\p{L}-]+ ){1,4},? ?$|^['’]s (?:[\p{L}-]+ ){0,3}[\p{L}-]+, $/u.test(sentenceBefore.slice(-90).slice(to)))?.person;
      const party = one.party ?? (office === undefined ? undefined : holder?.party) ?? lead?.party ?? trail?.party ?? this.named(name)?.party ?? ofWhom?.party ?? (this.named(name)?.party === undefined ? seat : undefined);
      this.meet(name, { party, office, gender });
    }
  }

  /** `Spokesperson: Dagny Orlund`, at the head of a sheet. */
  learnHeads(masked: string): void {
    for (const [, office = '', name = ''] of masked.slice(0, 2_000).matchAll(/^(\p{Lu}[\p{L} -]{3,40}): (\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'-]+){1,3})[^\S\n]*$/gmu)) {
      const one = described(office, this.parties);
      if (one.office !== undefined) this.meet(name, { office: one.office, party: one.party ?? this.parties.homes[0]?.party });
    }
  }

  /** `Han Seo-yeon` is `Han` afterwards: where the family name comes first, the text never uses the last word alone. */
  learnFamilyNames(masked: string): void {
    for (const person of [...this.introduced]) {
      const [first = '', last = '', ...more] = person.name.split(' ');
      if (more.length > 0 || last === '' || startsLikeAPerson(first) || this.byKey.has(first)) continue;
      const alone = (word: string, other: string, before: boolean): boolean => new RegExp(before ? `(?<!${other} )(?<![\\p{L}-])${word}(?![\\p{L}-])` : `(?<![\\p{L}-])${word}(?! ${other})(?![\\p{L}-])`, 'u').test(masked);
      if (/^[\p{L}-]+$/u.test(first + last) && alone(first, last, false) && !alone(last, first, true)) this.byKey.set(first, person);
    }
    this.pattern = undefined;
  }

  private lastWithParty(text: string, whose: 'he' | 'she' | 'they' | 'it'): Person | undefined {
    return [...this.in(text.slice(-700))].reverse().find(({ person }) => person.party !== undefined && (whose === 'they' || whose === 'it' || person.gender === undefined || person.gender === whose))?.person;
  }
}

/** The office that leads up to a name (`Poland's deputy prime minister, `), and whose it is where a pronoun says so. */
function leading(before: string, parties: Parties): readonly [Described | undefined, 'he' | 'she' | 'they' | 'it' | undefined] {
  const stretch = /(?:^|[.;,–—]\s|\s)((?:[Tt]he |[Aa]n? |[Hh]is |[Hh]er |[Tt]heir |[Ii]ts )?(?:[\p{L}’'.-]+\s){0,9}[\p{L}’'-]+),? $/u.exec(before.slice(-100))?.[1];
  // A name after a preposition (`an activist in Uvira`) holds no office.
  if (stretch === undefined || /\b(?:in|at|near|from|outside|to|by|with|against|on)$/.test(stretch)) return [undefined, undefined];
  // Somebody else's name ends what can belong to this one (`Danish envoy Karen Holm and Spanish envoy `).
  const others = [...stretch.matchAll(/\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’-]+(?= \p{Ll})/gu)].filter(([words]) => { const one = described(words, parties); return one.name?.includes(' ') === true && one.office === undefined && one.party === undefined && !one.body; }).at(-1);
  const phrase = others ? stretch.slice(others.index + others[0].length).trimStart().replace(/^(?:and|with) /, '') : stretch;
  const tail = phrase.replace(/^.*\b(?=(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) [\p{L}’' -]*$)/u, '');
  // From the last determiner on, or one further where that is tied on by a preposition (`the head of the delegation`, `an adviser to the minister`).
  const wide = /((?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er)\s(?:[\p{L}’'-]+\s){1,4}(?:of|to|for|at)\s(?:the\s)?(?:[\p{L}’'-]+\s?){1,4})$/u.exec(phrase)?.[1] ?? tail;
  const possessive = /(\p{Lu}[\p{L}.]*(?:\s\p{Lu}[\p{L}]*){0,2}['’]s\s(?:[\p{L}-]+\s?){1,4})$/u.exec(phrase)?.[1];
  for (const words of [possessive, wide, tail]) {
    if (words === undefined) continue;
    const one = described(words, parties);
    if (one.office === undefined || one.name !== undefined) continue;
    return [one, one.whose ?? (/\b(?:to|of|for) the (?:minister|president|chancellor|prime minister)$/.test(words.trim()) && one.party === undefined ? 'they' : undefined)];
  }
  return [undefined, undefined];
}

/** The office that follows a name (`, chief negotiator of Cyprus,`). */
function trailing(after: string, parties: Parties): Described | undefined {
  // `X, who leads the Norwegian delegation,`: an office in all but name.
  const leads = /^,? who (?:now |also |has |had |currently |again )*(?:leads|led|heads|headed|chairs|chaired|runs|ran|represents|represented|serves as|served as|speaks for|spoke for|is|was|works as|works for) ((?:[\p{L}’'.-]+\s){0,8}[\p{L}’'-]+)[,.;]?/u.exec(after)?.[1];
  if (leads !== undefined) {
    const one = described(leads.split(/\s(?:who|which|that|since|at|in|on|during|until|for the first|told|said)\s/)[0] ?? leads, parties);
    if (one.name === undefined && (one.office !== undefined || one.body)) return { ...one, office: /['’]s (?:office|team|staff|administration|cabinet|delegation)\b/.test(leads) ? 'head' : one.office ?? 'head' };
  }
  const phrase = /^, (?!who|which|whose|and\b|but\b|in\b|on\b|at\b|after\b|said|told)((?:[\p{L}’'.-]+\s){0,16}[\p{L}’'-]+)[,.;]/u.exec(after)?.[1];
  if (phrase === undefined) return undefined;
  const one = described(phrase.split(/\s(?:who|which|that|in|on|with|involved|present|taking|speaking|travelling|sent|known)\s/)[0] ?? phrase, parties);
  return one.office !== undefined && (one.name === undefined || one.party !== undefined) ? one : undefined;
}
