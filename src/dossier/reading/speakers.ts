/** Who speaks: names, offices, pronouns and short names of bodies, resolved by what the report has said so far. */
import type { Attribution } from './attribution.js';
import type { Cast, Person } from './cast.js';
import { MASK, type Article, type Block } from './document.js';
import { isOutlet } from './lexicon.js';
import type { Parties } from './parties.js';
import { described, type Described } from './phrase.js';
import { whoseOffice } from './whose.js';

export interface Who { readonly label?: string; readonly party?: string; readonly person?: Person; readonly anonymous: boolean; readonly inferred: boolean; readonly outlet?: boolean }
type Gender = 'he' | 'she';
interface Salient { readonly who: Who; /** Somebody unnamed, one person. */ readonly single: boolean; /** `the envoy`, not `an envoy`. */ readonly definite: boolean; readonly block: number }

const labelled = (label: string, party: string | undefined, more: Partial<Who> = {}): Who => ({ label, ...(party === undefined ? {} : { party }), anonymous: false, inferred: false, ...more });
export const whoIs = (person: Person, inferred = false): Who => labelled(person.name, person.party, { person, inferred });
const again = (who: Who): Who => ({ ...who, inferred: true });

/** Offices that many hold at once: the next one is another. */
const OF_MANY = /^(?:official|diplomat|aide|adviser|advisor|expert|analyst)$/;
const HEADS = /president|prime minister|chancellor|premier|king|leader/;
const FOREMOST = /foreign minister|secretary of state|foreign secretary|high representative/;

export class Speakers {
  private readonly memory: Salient[] = [];
  private readonly institutions: Who[] = [];
  private group: { readonly who: Who; readonly block: number } | undefined;
  private block: Block | undefined;
  private index = -1;

  /** `renamed`: told when somebody left unnamed is named later. */
  constructor(private readonly article: Article, private readonly cast: Cast, private readonly parties: Parties, private readonly renamed: (from: string, to: string) => void) {}

  /** From here on it is this block that is read. */
  enter(block: Block, index: number): void {
    this.block = block;
    this.index = index;
    const text = this.article.text.slice(...block.span);
    if (block.kind !== 'paragraph' || text.includes('\n')) this.sheet(text.split('\n')[0] ?? '');
  }

  get latest(): Who | undefined { return this.memory.at(-1)?.who; }

  remember(at: number, who: Who, single = false): void {
    const { text } = this.article;
    const definite = /^(?:the\s|\p{Lu}[\p{L} ]*['’]s\s)/iu.test(text.slice(at, at + 60)) || /\bthe\s$/i.test(text.slice(Math.max(0, at - 4), at));
    this.memory.push({ who, single, definite, block: this.index });
  }

  /** Takes note of who has just spoken, for pronouns and short names further on. */
  spoke(at: number, who: Who, one: Described): void {
    this.remember(at, who, one.name === undefined && one.office !== undefined && !one.plural && !one.body && who.person === undefined);
    if (one.plural) this.group = { who, block: this.index };
    if (one.body || one.partyAlone) this.institutions.push(who);
  }

  /** Several who spoke, or are spoken of, as one. */
  together(all: readonly Who[]): void {
    const labels = all.map(({ label }) => label ?? '');
    const same = all.every(({ party }) => party === all[0]?.party) ? all[0]?.party : undefined;
    this.group = { who: labelled(`${labels.slice(0, -1).join(', ')} and ${labels.at(-1) ?? ''}`, same, { inferred: true }), block: this.index };
  }

  /** `X and Y defended …`: each of them, where both are known by name or are parties. */
  jointly(one: Attribution, who: Who): readonly Who[] {
    const words = this.article.masked.slice(...one.whoSpan);
    if (!/ and /.test(words) || /\b(?:of|for|between|from)\b/.test(words)) return [who];
    const people = this.cast.in(words).map(({ person }) => person);
    if (people.length > 1) return people.map((person) => whoIs(person));
    const named = one.who.partyAlone ? this.parties.in(words) : [];
    return named.length > 1 ? named.map(({ party, words: label }) => labelled(label, party)) : [who];
  }

  resolve(one: Described, at: number): Who {
    if (one.pronoun !== undefined) return this.pronoun(one.pronoun, at);
    if (isOutlet(one.words.split(' of ')[0] ?? one.words) && this.cast.named(one.name ?? '') === undefined) return labelled(one.words.replace(/^the\s/, ''), undefined, { outlet: true });
    // `the armed group K9` is K9.
    if (one.party !== undefined && /^(?:[Rr]ebel|armed|insurgent|militant|militia|separatist)?\s?(?:group|movement|alliance|organi[sz]ation)\s/i.test(one.words) && one.words.endsWith(` ${one.party}`)) return labelled(one.party, one.party);
    if (one.name !== undefined) return this.named(one.name, one, at);
    const label = one.words.replace(/^[Tt]he\s/, '').replace(/^(?:Two|Three|Several|Some|Four|Five)\b/, (word) => word.toLowerCase());
    if (one.partyAlone) return labelled(label, one.party);
    if (/^(?:one of them|another|one)$/i.test(one.words) && this.group) return again(this.group.who);
    if (one.office !== undefined && !one.nameless && !one.body) return this.holder(one.office, label, one, at);
    return this.body(label, one, at);
  }

  private whose(one: Described, at: number): string | undefined {
    return this.block && whoseOffice(this.article, this.block, at, one, this.parties);
  }

  private pronoun(pronoun: NonNullable<Described['pronoun']>, at: number): Who {
    const latest = this.memory.at(-1);
    if (pronoun === 'paper') return latest && latest.who.label !== undefined ? again(latest.who) : { anonymous: true, inferred: true };
    if (pronoun === 'it' || pronoun === 'they') {
      const who = (pronoun === 'it' ? this.institutions.at(-1) : this.group !== undefined && this.index - this.group.block <= 1 ? this.group.who : undefined) ?? latest?.who;
      return { ...(who ?? {}), anonymous: who?.anonymous ?? true, inferred: true };
    }
    const who = this.subjectBefore(at, pronoun) ?? (latest?.single === true && latest.block === this.index ? latest.who : this.lastPerson(pronoun));
    return who ? again(who) : { anonymous: true, inferred: true };
  }

  private named(name: string, one: Described, at: number): Who {
    const known = this.cast.named(name);
    const whose = one.whose === undefined || one.party !== undefined || known?.party !== undefined ? undefined : this.lastPerson(one.whose === 'she' || one.whose === 'he' ? one.whose : undefined);
    const party = one.party ?? whose?.party ?? (known?.party === undefined ? this.whose({ ...one, office: one.office ?? known?.office ?? '' }, at) : undefined);
    const person = known && (known.party !== undefined || party === undefined) ? known : this.cast.meet(name, { party, office: one.office, gender: one.gender });
    return (person.party === undefined && one.office === undefined && (known?.office ?? '') === '' ? this.unnamedBefore(person) : undefined) ?? whoIs(person);
  }

  /** Somebody by office alone: the one known to hold it, or nobody's name. */
  private holder(office: string, label: string, one: Described, at: number): Who {
    const ofParty = ({ party }: Person): boolean => one.party === undefined || party === one.party;
    const mentioned = ({ key }: Person): boolean => this.memory.some(({ who }) => who.person?.key === key) || this.article.text.slice(0, at).includes(key);
    const host = one.party === undefined && /^(?:the )?(?:deputy )?(?:prime )?(?:foreign )?(?:minister|president|premier|chancellor)$/i.test(one.words) ? this.parties.homeAt(at) : undefined;
    const ofTheHouse = host === undefined ? undefined : this.cast.introduced.filter((person) => person.party === host && person.office?.includes(office) === true && mentioned(person)).at(-1);
    if (ofTheHouse) return whoIs(ofTheHouse, true);
    if (!/^(?:senior|former|unnamed|an?)\b/i.test(one.words) && !OF_MANY.test(office)) {
      const recent = this.lastPerson(undefined, (person) => person.office?.includes(office) === true && ofParty(person));
      if (recent) return again(recent);
      const person = [...this.cast.introduced].reverse().find((other) => other.office !== undefined && (other.office === office || other.office.endsWith(` ${office}`) || other.office.startsWith(`${office} `)) && ofParty(other) && mentioned(other));
      if (person) return whoIs(person, true);
    }
    const standsFor = /\b(?:top|chief|leading) diplomat\b/.test(one.words) ? FOREMOST : office === 'leader' && one.party !== undefined ? HEADS : undefined;
    const head = standsFor && this.lastPerson(undefined, (person) => ofParty(person) && standsFor.test(person.office ?? ''));
    if (head) return again(head);
    const unnamed = one.party === undefined && one.whose === undefined ? [...this.memory].reverse().find(({ who }) => who.person === undefined && who.label?.toLowerCase().endsWith(office) === true)?.who : undefined;
    if (unnamed) return again(unnamed);
    const whose = one.whose === undefined || one.whose === 'it' || one.party !== undefined ? undefined : this.lastPerson(one.whose === 'he' || one.whose === 'she' ? one.whose : undefined);
    return labelled(label, one.party ?? whose?.party ?? this.whose(one, at), { anonymous: /official|diplomat|aide|adviser|advisor|lawmaker/.test(office), inferred: whose !== undefined });
  }

  /** A ministry, a delegation, a group without names. */
  private body(label: string, one: Described, at: number): Who {
    if (one.body && one.party === undefined && label.split(' ').length <= 2) {
      const same = [...this.institutions].reverse().find((other) => other.label?.toLowerCase().includes(label.toLowerCase()));
      if (same) return again(same);
    }
    const place = this.placeOf(label, one, at);
    // `its embassy`, `the South's ministry`: said in full.
    const full = one.whose === 'it' && place !== undefined ? `${place}'s ${label}` : place?.includes(' ') === true ? label.replace(/^(North|South|East|West)(?=['’]s )/, (side) => (place.startsWith(`${side} `) ? place : side)) : label;
    return labelled(full, place, { anonymous: one.nameless || !one.body });
  }

  private placeOf(label: string, one: Described, at: number): string | undefined {
    if ((one.nameless && !one.body) || (one.party !== undefined && one.whose === undefined)) return one.party;
    const { party: _party, ...without } = one;
    const whose = one.nameless ? undefined : this.whose(one.whose === undefined ? one : without, at);
    // `the premier's office` speaks for whom the premier speaks for.
    return whose ?? one.party ?? (one.body ? this.cast.in(one.words).find(({ person }) => person.party !== undefined)?.person.party ?? this.parties.calledShortly(label, this.article.text.slice(0, at)) : undefined);
  }

  private lastPerson(gender: Gender | undefined, fits: (person: Person) => boolean = () => true): Who | undefined {
    const fitting = ({ who: { person } }: Salient): boolean => person !== undefined && fits(person) && (gender === undefined || person.gender === undefined || person.gender === gender);
    const back = [...this.memory].reverse();
    return back.find(fitting)?.who ?? (gender === undefined ? undefined : back.find(({ who }) => who.person === undefined && who.label !== undefined && !who.anonymous)?.who);
  }

  /** Somebody the same sentence has named before the pronoun, as its subject. */
  private subjectBefore(at: number, gender: Gender): Who | undefined {
    const { text, masked } = this.article;
    const from = this.block?.sentences.find(({ span }) => span[0] <= at && at < span[1])?.span[0] ?? at;
    const found = this.cast.in(masked.slice(from, at), from).find(({ to, at: place, person }) => !/^['’]s\b/.test(text.slice(to, to + 3)) && (person.gender === undefined || person.gender === gender) && !/\b(?:to|with|by|from|against|of|for|about|told)\s(?:\p{L}+\s){0,2}$/u.test(text.slice(from, place)));
    return found && whoIs(found.person, true);
  }

  /** `the envoy said … Matteo Vandersteen, who has led the talks, told`: whom the paragraph before left unnamed is named here. */
  private unnamedBefore(person: Person): Who | undefined {
    const latest = this.memory.at(-1);
    if (latest?.single !== true || !latest.definite || latest.who.label === undefined || this.index - latest.block !== 1 || this.memory.some(({ who }) => who.person?.key === person.key)) return undefined;
    const named = this.cast.meet(person.name, { party: latest.who.party, office: latest.who.label });
    this.renamed(latest.who.label, named.name);
    return whoIs(named, true);
  }

  /** People a sentence is about without attributing anything to them: the first of them, and two side by side as a group. */
  mentioned(from: number, to: number): { readonly who: Who; readonly at: number; readonly end: number; readonly person: Person } | undefined {
    const { text, masked } = this.article;
    // Who comes in a clause between commas is not whom the sentence is about (`where he received the premier, the President was …`).
    const main = masked.slice(from, to).replace(/, (?:where|which|who|whom|when|after|before|as|while|whose|with) [^,]*(?=,)/gu, (clause) => ' '.repeat(clause.length));
    const [first, second] = this.cast.in(main, from).filter(({ to: end }) => !/^['’]s\b/.test(text.slice(end, end + 3)));
    if (!first) return undefined;
    const between = second && masked.slice(first.to, second.at).replace(/(?:\s?\p{Lu}[\p{L}’'-]+)+ ?$/u, '').trim();
    if (second && (between === 'and' || between === ', and') && !masked.slice(from, second.at).includes(MASK)) this.together([whoIs(first.person), whoIs(second.person)]);
    return { who: whoIs(first.person, true), at: first.at, end: first.to, person: first.person };
  }

  /** A line of its own that names a body of a party: `the ministry` below is that one. */
  private sheet(line: string): void {
    const one = described(line, this.parties);
    if (one.body && one.party !== undefined && line.length < 90 && !/[.:;,]$/.test(line)) this.institutions.push(labelled(one.words, one.party));
  }
}
