/** What must not be published: a placeholder, a headline stronger than its evidence, a figure without a date, a quotation without a source. Says where and what would help. */
import type { Dossier, Fact } from '../shapes.js';
import { editionAt } from './build.js';
import { overstated } from './headline.js';
import type { Brief } from './model.js';
import { day } from './words.js';

export type LintId = 'placeholder' | 'headline-stronger-than-evidence' | 'undated-figure' | 'quote-without-source' | 'later-than-the-brief' | 'left-out';
export interface LintFinding { readonly id: LintId; readonly where: string; readonly message: string; readonly help: string }

interface Words { readonly where: string; readonly text: string }

/** Every text a reader will see that somebody wrote for this brief, as known on its day. */
function written(dossier: Dossier, brief: Brief): readonly Words[] {
  const words = (where: string, text: string | undefined): readonly Words[] => (text === undefined ? [] : [{ where, text }]);
  const treaty = dossier.guarantee?.treaty;
  return [
    ...words('title', brief.title), ...words('headline', brief.headline), ...words('lede', brief.lede),
    ...brief.issues.flatMap((issue) => [...words(`issue \`${issue.name}\``, issue.title), ...issue.options.flatMap(({ title }) => words(`option of issue \`${issue.name}\``, title))]),
    ...brief.statements.flatMap((one) => [one.gist, one.venue, one.outlet, one.source, one.speaker].flatMap((text) => words(`statement \`${one.id}\``, text))),
    ...brief.events.flatMap((one) => [one.title, one.place, one.outcome, ...one.sources.map(({ outlet }) => outlet)].flatMap((text) => words(`event \`${one.id}\``, text))),
    ...brief.facts.flatMap(({ latest, earlier }) => [latest, ...earlier]).flatMap((one) => [one.name, one.text, one.unit, one.source, one.outlet, ...one.readings.flatMap(({ of, source, outlet }) => [of, source, outlet])].flatMap((text) => words(`fact \`${one.id}\``, text))),
    ...(brief.pledges?.stated ?? []).flatMap(({ what, text, of, source, outlet }) => [what, text, of, source, outlet].flatMap((one) => words(`need “${what.slice(0, 40)}”`, one))),
    ...[...(brief.pledges?.needs ?? []), ...(brief.pledges?.stated ?? [])].flatMap(({ reported }) => reported).concat(brief.pledges?.beside ?? []).flatMap(({ by, text, source, outlet }) => [by, text, source, outlet].flatMap((one) => words(`pledge of ${by.slice(0, 40)}`, one))),
    ...brief.glossary.flatMap(({ term, means }) => [term, means].flatMap((text) => words(`glossary \`${term.slice(0, 40)}\``, text))), ...brief.questions.flatMap((text, index) => words(`question ${index + 1}`, text)),
    ...dossier.brief.corrections.flatMap(({ what, was, now }, index) => [what, was, now].flatMap((text) => words(`correction ${index + 1}`, text))),
    ...(treaty?.articles ?? []).flatMap((article) => [article.title, article.source?.text, ...article.paragraphs.flatMap(({ prose }) => prose.map((one) => one.text))].flatMap((text) => words(`article ${article.number}`, text))),
    ...(treaty ? words('title of the guarantee', treaty.title) : []),
  ];
}

/** Marks an author leaves for later. `to be agreed` is no such mark: it is what the text says. */
const PLACEHOLDERS: readonly RegExp[] = [
  /\b(?:TODO|TBD|TBC|TBA|FIXME|XXX+|TKTK|TK)\b/, /\blorem ipsum\b/i, /\bplaceholder\b/i, /\?{3,}/, /_{3,}/, /\{\{[^}]*\}\}|\$\{[^}]*\}|<%[^%]*%>/,
  /[[(<{]\s*(?:insert|add|fill in|your|enter|name|date|place|photo|image|picture|caption|link|source|quote|figure|number|headline|title|text|xx+|tbd|tbc|to follow|to come|…|\.{3})\b[^\])>}]{0,60}[\])>}]/i, /[[<]\s*(?:…|\.{3}|x+)\s*[\]>]/i,
  /\b(?:insert|add)\s+(?:name|date|photo|image|picture|caption|link|source|quote|figure|headline|title|text)\s+here\b/i, /\b(?:DD|TT)[.\-/ ](?:MM|Month)[.\-/ ](?:YY|JJ)/, /\b(?:19|20)(?:XX|xx|\?\?)(?![\w])/, /\b[Xx]{2,}\s+(?:percent|per cent|million|people|killed|dead)\b/,
];

const excerpt = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}…` : text).replace(/`/g, '’').replace(/\s+/g, ' ');

const placeholders = (all: readonly Words[]): readonly LintFinding[] => all.flatMap(({ where, text }) => {
  const found = PLACEHOLDERS.map((pattern) => pattern.exec(text)?.[0]).find((mark) => mark !== undefined);
  return found === undefined ? [] : [{ id: 'placeholder' as const, where, message: `\`${excerpt(found)}\` stands for something still to be written`, help: 'write it, or take the passage out' }];
});

const MONTH = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DATE = new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH}\\b|\\b${MONTH}\\s+(?:\\d{1,2}\\b|\\d{4}\\b)|\\b(?:19|20)\\d\\d\\b`, 'i');
const DATES = new RegExp(DATE.source, 'gi');
/** A number that measures the world: thousands, a share, or a number of something counted in a war. Numbers of articles, points and issues are none. */
const FIGURE = /\b\d{1,3}(?:[,.\u202f\u00a0' ]\d{3})+\b|\b\d{4,}\b|\b\d+(?:[.,]\d+)?\s*(?:%|percent\b|per cent\b|million\b|billion\b|thousand\b|trillion\b|(?:square )?(?:km²?|kilometres|kilometers|miles)\b|(?:people|soldiers|troops|civilians|prisoners|children|refugees|casualties|dead|killed|wounded|injured|brigades|battalions|tanks|missiles|drones|aircraft|dollars|euros)\b)|[$€£]\s?\d+/i;

/** Sentences of a text; a full stop within a number or after an initial ends none. */
export const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.!?]["”’)]?)\s+(?=["“‘(]?\p{Lu})/u).filter((one) => one.trim() !== '');

function undated(all: readonly Words[], facts: readonly Fact[]): readonly LintFinding[] {
  const help = 'say of which day the figure is';
  const missing = facts.flatMap((fact): LintFinding[] => {
    const bare = fact.readings.filter((reading) => reading.asOf === undefined && fact.asOf === undefined);
    if (fact.asOf === undefined && (fact.readings.length === 0 || bare.length > 0)) return [{ id: 'undated-figure', where: `fact \`${fact.id}\``, message: `\`${excerpt(fact.name)}\` has no date`, help: 'give it `asOf`' }];
    return [];
  });
  const told = all.filter(({ where }) => where === 'headline' || where === 'lede').flatMap(({ where, text }) => sentencesOf(text).flatMap((one): LintFinding[] => {
    const figure = FIGURE.exec(one.replace(DATES, ' '))?.[0];
    return figure === undefined || DATE.test(one) ? [] : [{ id: 'undated-figure', where, message: `\`${excerpt(figure.trim())}\` has no date`, help }];
  }));
  return [...missing, ...told];
}

/** Three words or more in quotation marks; fewer are a name or a word held at a distance. */
const quotes = (text: string): readonly string[] => [...text.matchAll(/[“„«"]([^“”„«»"]{3,400})[”“»"]/g)].map(([, words = '']) => words.trim()).filter((words) => words.split(/\s+/).length >= 3);
const level = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

function unsourced(dossier: Dossier, brief: Brief): readonly LintFinding[] {
  const id = 'quote-without-source' as const;
  const help = 'give outlet, source or link';
  const bare = brief.statements.filter(({ outlet, source, link }) => outlet === undefined && source === undefined && link === undefined);
  const known = brief.statements.filter((one) => !bare.includes(one)).map(({ gist }) => level(gist)).join(' ¶ ');
  const told = ([['headline', brief.headline], ['lede', brief.lede], ...brief.glossary.map(({ term, means }) => [`glossary \`${term.slice(0, 40)}\``, means] as const)] as const).flatMap(([where, text]) => quotes(text).filter((words) => !known.includes(level(words)))
    .map((words): LintFinding => ({ id, where, message: `“${excerpt(words)}” is quoted and no sourced statement on record holds these words`, help: 'put it on record as a statement with its source, or say it in your own words' })));
  const facts = brief.facts.flatMap(({ latest, earlier }) => [latest, ...earlier]).filter((one) => [one, ...one.readings].every(({ source, outlet, link }) => source === undefined && outlet === undefined && link === undefined));
  return [
    ...bare.map((one): LintFinding => ({ id, where: `statement \`${one.id}\``, message: `what \`${excerpt(one.speaker ?? one.party)}\` is said to have said has no source`, help })), ...told,
    ...brief.events.filter(({ sources, outcome, title }) => sources.length === 0 && (outcome !== undefined || quotes(title).length > 0)).map((one): LintFinding => ({ id, where: `event \`${one.id}\``, message: 'what came of it has no source', help: 'add to `sources`' })),
    ...facts.map((one): LintFinding => ({ id, where: `fact \`${one.id}\``, message: `\`${excerpt(one.name)}\` has no source`, help })),
    ...dossier.facts.flatMap((fact) => fact.readings.filter(({ source, outlet, link }) => source === undefined && outlet === undefined && link === undefined && fact.source === undefined && fact.outlet === undefined).map((reading): LintFinding => ({ id, where: `fact \`${fact.id}\``, message: `the figure of \`${excerpt(reading.of)}\` has no source`, help }))),
  ];
}

function headlines(dossier: Dossier, brief: Brief): readonly LintFinding[] {
  const { headline, lede } = editionAt(dossier.brief.editions, brief.asOf);
  const told = [...(headline === undefined ? [] : [['headline', headline] as const]), ...(lede === undefined ? [] : sentencesOf(lede).map((one) => ['lede', one] as const)), ['title', brief.title] as const];
  return told.flatMap(([where, text]) => overstated(text, brief.issues, where !== 'lede').map(({ message, help }): LintFinding => ({ id: 'headline-stronger-than-evidence', where, message, help })));
}

/** A brief as of a day cannot know the next. Words of the headline and the lede are held to the day; what is derived keeps it by itself. */
function later(dossier: Dossier, brief: Brief): readonly LintFinding[] {
  const { headline, lede } = editionAt(dossier.brief.editions, brief.asOf);
  const found = (where: string, text: string | undefined): readonly LintFinding[] => [...(text ?? '').matchAll(new RegExp(`\\b(\\d{1,2})\\s+(${MONTH})\\s+(\\d{4})\\b`, 'gi'))].flatMap(([whole]): LintFinding[] => {
    const at = Date.parse(`${whole} UTC`);
    return Number.isFinite(at) && at > brief.asOf ? [{ id: 'later-than-the-brief', where, message: `\`${whole}\` is after ${day(brief.asOf)}, the day the brief is as of`, help: 'give the brief an edition for this date (docs/brief.md), or take it out' }] : [];
  });
  return [...found('headline', headline), ...found('lede', lede)];
}

/** In the order of the page; the same finding once. */
export function lintBrief(dossier: Dossier, brief: Brief): readonly LintFinding[] {
  const all = written(dossier, brief);
  const findings = [
    ...headlines(dossier, brief), ...later(dossier, brief), ...placeholders(all), ...undated(all, brief.facts.flatMap(({ latest, earlier }) => [latest, ...earlier])), ...unsourced(dossier, brief),
    ...dossier.leftOut.map(({ file, row, reason }): LintFinding => ({ id: 'left-out', where: `${file}, line ${row}`, message: `a statement was left out: ${reason}`, help: 'mend the line, so that the brief shows all there is' })),
  ];
  return [...new Map(findings.map((one) => [`${one.id} ${one.where} ${one.message}`, one])).values()];
}
