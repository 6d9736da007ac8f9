/** Names as cases write them to names as treaties declare them: parties, their forces, groups of them, and treaties. Tolerant of other names in use, never of nearness in spelling. */
import type { Treaty } from '../treaty/index.js';

const level = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/^the /, '').replace(/['’]/g, '-').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/-{2,}/g, '-').replace(/^-|-$/g, '');

/** Other names in common use, both directions; with the adjective, which stands before `forces`. */
const ALIASES: readonly (readonly string[])[] = [
  ['united-states', 'us', 'usa', 'u-s', 'united-states-of-america', 'american'], ['united-kingdom', 'uk', 'u-k', 'great-britain', 'britain', 'british', 'united-kingdom-of-great-britain-and-northern-ireland'], ['turkey', 'turkiye', 'republic-of-turkey', 'turkish'], ['czechia', 'czech-republic', 'czech'],
  ['russia', 'russian-federation', 'russian'], ['soviet-union', 'ussr', 'soviet'], ['ukraine', 'ukrainian'], ['belarus', 'belarusian'],
  ['north-korea', 'dprk', 'korean-peoples-army', 'democratic-peoples-republic-of-korea', 'democratic-people-s-republic-of-korea', 'north-korean'], ['south-korea', 'rok', 'republic-of-korea', 'south-korean'],
  ['china', 'people-s-republic-of-china', 'prc', 'peoples-republic-of-china', 'chinese'], ['taiwan', 'republic-of-china', 'roc', 'taiwanese'], ['japan', 'japanese'], ['philippines', 'philippine', 'republic-of-the-philippines'], ['australia', 'australian'], ['new-zealand'],
  ['germany', 'federal-republic-of-germany', 'west-germany', 'german-reich', 'german'], ['north-macedonia', 'macedonia', 'macedonian'], ['slovakia', 'slovak-republic', 'slovak'], ['netherlands', 'holland', 'dutch'], ['belgium', 'belgian'], ['canada', 'canadian'], ['denmark', 'danish', 'kingdom-of-denmark'],
  ['france', 'french'], ['iceland', 'icelandic'], ['italy', 'italian'], ['luxembourg', 'luxembourgish'], ['norway', 'norwegian'], ['portugal', 'portuguese'], ['greece', 'greek', 'hellenic'], ['spain', 'spanish'], ['hungary', 'hungarian'], ['poland', 'polish'], ['bulgaria', 'bulgarian'], ['estonia', 'estonian'],
  ['latvia', 'latvian'], ['lithuania', 'lithuanian'], ['romania', 'romanian'], ['slovenia', 'slovenian'], ['albania', 'albanian'], ['croatia', 'croatian'], ['montenegro', 'montenegrin'], ['finland', 'finnish'], ['sweden', 'swedish'], ['cyprus', 'cypriot', 'republic-of-cyprus'], ['armenia', 'armenian'], ['azerbaijan', 'azerbaijani'],
  ['dpr', 'dnr', 'donetsk-people-s-republic', 'donetsk-peoples-republic', 'donetsk'], ['lpr', 'lnr', 'luhansk-people-s-republic', 'lugansk-people-s-republic', 'luhansk-peoples-republic', 'lugansk', 'luhansk'],
  ['kyrgyzstan', 'kyrgyz-republic'], ['united-nations-command', 'unc'], ['osce', 'osce-smm', 'smm'],
  // Groups treaties declare, as reports call them.
  ['armed-formations', 'separatists', 'separatist', 'russia-backed-separatists', 'russian-backed-separatists', 'russia-backed-separatist', 'pro-russian-separatists', 'russian-led', 'russia-led', 'russia-backed', 'russian-backed', 'pro-russian', 'dpr-lpr', 'd-lpr', 'dpr-and-lpr', 'unlawful-armed-groups', 'illegal-armed-formations', 'orddlo'],
  ['side', 'sides', 'both-sides', 'all-sides', 'both', 'each-side', 'both-parties', 'the-parties', 'mutual'],
];

const alike = (a: string, b: string): boolean => a === b || ALIASES.some((names) => names.includes(a) && names.includes(b));

/** What may follow a name without changing whom it means: its organs act for it. */
const ORGANS = /-(armed-forces|forces|army|military|navy|air-force|airforce|troops|soldiers|militants|fighters|formations|units|government|authorities|regime|side|militias?|separatists|coast-guard|border-guards?|border-service|security-service|fsb|gru)$/;

function withoutOrgans(written: string): readonly string[] {
  const plain = level(written).replace(/-(backed|supported|led|armed|directed)-by-.*$/, '');
  const all = [...new Set([level(written), plain])];
  for (let name = plain; ORGANS.test(name);) all.push(name = name.replace(ORGANS, ''));
  return all;
}

/** The declared name meant, or nothing. */
export function declaredName(treaty: Treaty, written: string): string | undefined {
  const wanted = withoutOrgans(written).filter((name) => name !== '');
  const declared = [...treaty.parties, ...treaty.outsiders, ...treaty.bodies].map(({ name }) => name);
  return wanted.flatMap((one) => declared.find((name) => level(name) === one) ?? declared.find((name) => alike(level(name), one)) ?? [])[0];
}

function namesOf(treaty: Treaty, part: string): readonly string[] {
  const one = declaredName(treaty, part);
  if (one !== undefined) return [one];
  const group = treaty.groups.find(({ name }) => withoutOrgans(part).some((wanted) => wanted !== '' && alike(level(name), wanted)));
  return group && !('kind' in group.members) ? group.members : [];
}

const parts = (written: string): readonly string[] => written.replace(/\(.*?\)/g, '').split(/,|;| and |&|\/|\+/).map((part) => part.trim()).filter((part) => part !== '');

/** All the declared names in a list such as `Bulgaria, Czechia and Estonia`; a group stands for its members. */
export function declaredNames(treaty: Treaty, written: string): readonly string[] {
  const whole = namesOf(treaty, written.replace(/\(.*?\)/g, '').trim());
  return whole.length > 0 ? whole : [...new Set(parts(written).flatMap((part) => namesOf(treaty, part)))];
}

/** Who acted: names the treaty declares, and others beside them. A party in brackets (`Gazprom (Russia)`) may stand behind the act or not. */
export function actorNames(treaty: Treaty, written: string): { readonly names: readonly string[]; readonly others: readonly string[] } {
  const names = declaredNames(treaty, written);
  if (names.length > 0) return { names, others: [] };
  const behind = [...written.matchAll(/\((.*?)\)/g)].flatMap(([, inner]) => declaredName(treaty, inner ?? '') ?? []);
  return { names: behind, others: behind.length > 0 ? [written.replace(/\(.*?\)/g, '').trim()] : [] };
}

export const isUnknown = (written: string): boolean => /^(|unknown|unidentified|unattributed|disputed|unclear|nobody|not-established|undetermined|contested)$/.test(level(written).replace(/-(actors?|persons?|perpetrators?|attackers?|gunmen|forces|party|parties|side|sides)$/, ''));

const FILLER = new Set(['treaty', 'the', 'of', 'and', 'agreement', 'on', 'between', 'mutual', 'for', 'in', 'to', 's', 'with']);
const words = (title: string): readonly string[] => level(title.replace(/[()]/g, ' ')).split('-').filter((word) => word !== '' && !FILLER.has(word));

/** Short and popular names of treaties, by the title they mean. A name that another text bears too (`Minsk Protocol`, `Minsk agreements` alone) is none of these. */
const KNOWN_AS: Readonly<{ [title: string]: readonly string[] }> = {
  'north-atlantic-treaty': ['nato', 'nato-treaty', 'washington-treaty', 'north-atlantic-treaty-1949', 'treaty-of-washington', 'north-atlantic-treaty-nato', 'nato-north-atlantic-treaty', 'north-atlantic-treaty-organization', 'north-atlantic-treaty-washington-treaty', 'washington-treaty-1949', 'north-atlantic-treaty-1949-nato'],
  'budapest-memorandum': ['budapest-memorandum-1994', 'memorandum-on-security-assurances', 'budapest-memorandum-on-security-assurances', 'memorandum-on-security-assurances-budapest', 'budapest-memorandum-1994-on-security-assurances', 'memorandum-on-security-assurances-budapest-1994', 'budapest-memorandum-of-1994', 'memorandum-on-security-assurances-1994', 'budapest-memorandum-on-security-assurances-1994'],
  'minsk-ii': ['minsk-2', 'minsk-ii-agreement', 'minsk-2-agreement', 'minsk-agreement-ii', 'minsk-agreements-minsk-ii', 'minsk-agreement-minsk-ii', 'minsk-agreements-ii', 'second-minsk-agreement', 'package-of-measures', 'package-of-measures-for-the-implementation-of-the-minsk-agreements', 'package-of-measures-minsk', 'package-of-measures-minsk-ii', 'minsk-ii-package-of-measures', 'minsk-package-of-measures', 'minsk-ii-2015', 'minsk-agreements-2015', 'minsk-agreement-2015', 'minsk-agreements-of-february-2015', 'minsk-agreements-february-2015', 'minsk-ii-agreements', 'minsk-agreements-package-of-measures'],
};

/** The treaty a case speaks of: equal titles, a name it is known by, or all words of its title among those of the case, with no word that neither its title nor its source holds. */
export function treatyNamed(library: readonly Treaty[], title: string): Treaty | undefined {
  const wanted = level(title);
  const exact = library.find((one) => level(one.title) === wanted) ?? library.find((one) => KNOWN_AS[level(one.title)]?.includes(wanted));
  if (exact) return exact;
  const asked = words(title);
  // Single letters of a source (`annex I`) name nothing.
  const ofSource = ({ source }: Treaty): readonly string[] => words(source?.text ?? '').filter((word) => word.length > 1);
  const fitting = library.filter((one) => {
    const own = words(one.title);
    const also = [...own, ...ofSource(one)];
    return asked.length > 0 && own.every((word) => asked.includes(word)) && asked.every((word) => also.includes(word));
  });
  if (fitting.length === 1) return fitting[0];
  // A shorter name fits where one text alone bears it: more than one of its words, or a name its source gives in brackets (`Rio Treaty`).
  const inBrackets = ({ source }: Treaty): readonly string[] => [...(source?.text ?? '').matchAll(/\(([^)]*)\)/g)].flatMap(([, inner]) => words(inner ?? ''));
  const shorter = library.filter((one) => asked.length > 0 && asked.every((word) => (asked.length > 1 ? [...words(one.title), ...ofSource(one)] : inBrackets(one)).includes(word)));
  return fitting.length === 0 && shorter.length === 1 ? shorter[0] : undefined;
}
