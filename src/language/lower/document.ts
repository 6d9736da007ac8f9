/** From sentences to the treaty: names first, then each sentence in the order of the text. */
import type { Article, Calendar, Clause, Need, Pledge, Prose, Scenario, Span, Treaty } from '../../treaty/index.js';
import type { Document, Sentence, TimesRule } from '../generated/ast.js';
import { knownZone } from '../dates.js';
import { lowerBehaviour, lowerScope } from './behaviours.js';
import { lowerClause } from './clauses.js';
import { unquote, type Lowering, type NameKind } from './context.js';
import { lowerActs, lowerBody, lowerFinding, lowerGroup, lowerLine, lowerOutsiders, lowerParties, lowerZone } from './declarations.js';
import { lowerCondition, lowerDuration, lowerDurationOrOpen, lowerEvent, lowerInstant, NORMS } from './events.js';
import { checkFacts } from './facts.js';
import { lowerNegotiation } from './negotiation.js';
import { lowerClaim, lowerExpectation, lowerStep } from './scenarios.js';

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };
interface OpenArticle { number: string; title: string; span: Span; marks: object; paragraphs: { prose: Prose[]; clauses: string[]; encodedBy?: string[] }[] }
type OpenScenario = Writable<Scenario>;

const CLAUSE_KINDS: { readonly [type: string]: NameKind } = {
  DefineRule: 'definition', DutyRule: 'duty', ProhibitionRule: 'duty', PermissionRule: 'permission', PowerRule: 'power', DecisionRule: 'decision', ReservationRule: 'reservation', ClaimRule: 'claim', BehaviourRule: 'behaviour',
};

function declareAll(low: Lowering, sentences: readonly Sentence[]): void {
  for (const node of sentences) {
    switch (node.$type) {
      case 'PartyRule': node.names.forEach((ref) => low.declare(ref, 'party')); break;
      case 'OutsiderRule': node.names.forEach((ref) => low.declare(ref, 'outsider')); break;
      case 'GroupRule': low.declare(node.name, 'group'); break;
      case 'BodyRule': low.declare(node.name, 'body'); break;
      case 'ZoneRule': low.declare(node.name, 'zone'); break;
      case 'LineRule': low.declare(node.name, 'line'); break;
      case 'ActRule': node.names.forEach((ref) => low.declare(ref, 'act')); break;
      case 'FindingRule': low.declare(node.name, 'finding'); break;
      case 'SpeakerRule': low.declare(node.name, 'speaker'); break;
      case 'IssueRule': low.declare(node.name, 'issue'); break;
      case 'LimitRule': low.declare(node.name, node.constraint ? 'constraint' : 'red line'); break;
      default: {
        const kind = CLAUSE_KINDS[node.$type];
        if (kind && 'name' in node && typeof node.name === 'object') low.declare(node.name, kind);
      }
    }
  }
  // A clause under a reading replaces the common one of its name, or adds one.
  for (const node of sentences) {
    if (node.$type !== 'UnderRule') continue;
    const kind = CLAUSE_KINDS[node.clause.$type];
    if (kind && !low.names.has(node.clause.name.name)) low.declare(node.clause.name, kind);
  }
}

export function lowerDocument(low: Lowering, document: Document): Treaty {
  const { sentences } = document;
  const draft: Writable<Treaty> = {
    title: '', calendar: { zone: 'UTC', dayHours: 24, monthEnd: 'last-day' }, parties: [], outsiders: [], groups: [], bodies: [], zones: [], lines: [], acts: [], findings: [], articles: [],
    clauses: [], terminations: [], survivals: [], readings: [], needs: [], pledges: [], claims: [], behaviours: [], scenarios: [], negotiation: { speakers: [], issues: [], limits: [], positions: [] }, span: low.at(0, low.text.length),
  };
  for (const node of sentences) if (node.$type === 'TimesRule') draft.calendar = lowerCalendar(low, node);
  low.zone = draft.calendar.zone;
  declareAll(low, sentences);
  const articles: OpenArticle[] = [];
  const scenarios: OpenScenario[] = [];
  for (const [index, node] of sentences.entries()) lowerSentence(low, node, draft, articles, scenarios, sentences[index - 1]);
  if (!sentences.some((node) => node.$type === 'TreatyHeading')) {
    low.report('error', 'no-title', low.at(0, Math.min(1, low.text.length)), 'the treaty has no title', { help: 'begin with `treaty "…".`, or with `negotiation "…".`' });
  }
  draft.articles = articles.map((article, index) => finishArticle(low, article, articles[index + 1]));
  draft.scenarios = scenarios;
  draft.negotiation = lowerNegotiation(low, sentences);
  draft.clauses = withArticles(draft.clauses);
  checkFacts(low, draft);
  return draft;
}

/** A clause under a reading, wherever it stands, belongs to the article of the common clause it replaces. */
function withArticles(clauses: readonly Clause[]): Clause[] {
  const common = new Map(clauses.filter(({ reading }) => reading === undefined).map(({ name, article }) => [name, article]));
  return clauses.map((clause) => (clause.reading === undefined ? clause : { ...clause, article: common.get(clause.name) ?? clause.article }));
}

function finishArticle(low: Lowering, article: OpenArticle, next: OpenArticle | undefined): Article {
  const end = next ? next.span.offset : low.text.length;
  const trimmed = low.text.slice(article.span.offset, end).trimEnd().length;
  return { number: article.number, title: article.title, ...article.marks, paragraphs: article.paragraphs, span: low.at(article.span.offset, article.span.offset + trimmed) };
}

function lowerCalendar(low: Lowering, node: TimesRule): Calendar {
  const zone = node.zone ?? (node.zoneText === undefined ? node.offset ?? 'UTC' : unquote(node.zoneText));
  if (!knownZone(zone)) low.report('error', 'unknown-time-zone', low.span(node), `\`${zone}\` is not a time zone`, { help: 'write UTC, an offset such as +02:00, or a name such as "Europe/Kyiv"' });
  let calendar: Calendar = { zone: knownZone(zone) ? zone : 'UTC', dayHours: 24, monthEnd: 'last-day' };
  for (const option of node.options) {
    if (option.$type === 'DayOption') {
      if (!option.calendar && Number(option.hours) !== 24) low.report('error', 'day-of-other-length', low.span(option), 'a day is 24 hours or a calendar day', { help: 'write `a day is 24 hours` or `a day is a calendar day`' });
      calendar = { ...calendar, dayHours: option.calendar ? 'calendar' : 24 };
    } else if (option.$type === 'MonthOption') calendar = { ...calendar, monthEnd: option.overflows ? 'overflow' : 'last-day' };
    else if (option.$type === 'TickOption') calendar = { ...calendar, tick: lowerDuration(low, option.duration) };
  }
  return calendar;
}

function addClause(low: Lowering, draft: Writable<Treaty>, articles: OpenArticle[], clause: Clause): void {
  draft.clauses.push(clause);
  encode(articles, clause.name);
}

/** Where the title stands in its sentence, with its quotation marks. */
function titleSpan(low: Lowering, sentence: Span, title: string): Span {
  const offset = low.text.indexOf(`"${unquote(title)}"`, sentence.offset);
  return offset < 0 || offset > sentence.end ? sentence : low.at(offset, offset + unquote(title).length + 2);
}

/** Files a clause under the paragraph of prose it follows. */
function encode(articles: OpenArticle[], name: string): void {
  const article = articles.at(-1);
  if (!article) return;
  if (article.paragraphs.length === 0) article.paragraphs.push({ prose: [], clauses: [] });
  article.paragraphs.at(-1)?.clauses.push(name);
}

function lowerSentence(low: Lowering, node: Sentence, draft: Writable<Treaty>, articles: OpenArticle[], scenarios: OpenScenario[], before: Sentence | undefined): void {
  const span = low.span(node);
  switch (node.$type) {
    case 'Prose': {
      const prose: Prose = { text: node.text.replace(/^\|\s?/, '').trimEnd(), span };
      const article = articles.at(-1);
      if (!article) { low.report('warning', 'prose-outside-article', span, 'this prose stands in no article', { help: 'put it under an `article` heading' }); return; }
      if (before?.$type === 'Prose') article.paragraphs.at(-1)?.prose.push(prose); else article.paragraphs.push({ prose: [prose], clauses: [] });
      return;
    }
    case 'TreatyHeading': {
      if (draft.title !== '') low.report('error', 'second-title', span, 'a text is one treaty, and this is a second title', { help: 'put the other treaty in a file of its own' });
      draft.title = unquote(node.title);
      if (node.negotiation) draft.document = 'negotiation';
      draft.nameSpan = titleSpan(low, span, node.title);
      Object.assign(draft, low.marks(node.marks));
      return;
    }
    case 'TimesRule': return;
    case 'PartyRule': draft.parties.push(...lowerParties(low, node)); return;
    case 'OutsiderRule': draft.outsiders.push(...lowerOutsiders(low, node)); return;
    case 'GroupRule': draft.groups.push(lowerGroup(low, node)); return;
    case 'BodyRule': draft.bodies.push(lowerBody(low, node)); return;
    case 'ZoneRule': draft.zones.push(lowerZone(low, node)); return;
    case 'LineRule': draft.lines.push(lowerLine(low, node)); return;
    case 'ActRule': draft.acts.push(...lowerActs(low, node)); return;
    case 'FindingRule': draft.findings.push(lowerFinding(low, node)); return;
    case 'ArticleHeading': {
      low.article = unquote(node.number);
      const same = articles.find(({ number }) => number === low.article);
      if (same) low.report('warning', 'article-twice', span, `article ${low.article} stands twice, so a verdict that cites it does not say which`, { help: 'give one of them another number', related: [{ span: same.span, message: `article ${low.article} stands here first` }] });
      articles.push({ number: low.article, title: unquote(node.title), span, marks: low.marks(node.marks), paragraphs: [] });
      return;
    }
    case 'EncodedRule': {
      const article = articles.at(-1);
      const names = node.names.map((ref) => low.refer(ref.name, low.span(ref), [...NORMS, 'definition', 'reservation'], 'a clause'));
      const paragraph = article?.paragraphs.at(-1);
      if (!paragraph || paragraph.prose.length === 0) low.report('error', 'encoded-without-prose', span, 'this says what encodes a paragraph, and no prose stands above it', { help: 'put it below the prose it speaks of, in its article' });
      else paragraph.encodedBy = [...(paragraph.encodedBy ?? []), ...names];
      return;
    }
    case 'ReadingRule': {
      const { source } = low.marks(node.marks);
      draft.readings.push({ title: unquote(node.title), of: low.refer(node.party.name, low.span(node.party), ['party', 'outsider', 'body', 'group'], 'a party'), ...(source ? { source } : {}), span });
      return;
    }
    case 'UnderRule': {
      const title = unquote(node.reading);
      addClause(low, draft, articles, lowerClause(low, node.clause, title));
      return;
    }
    case 'EntersRule':
      if (draft.entryIntoForce) low.report('error', 'second-entry-into-force', span, 'the treaty says twice when it enters into force', { help: 'keep one of the two' });
      draft.entryIntoForce = {
        ...(node.when ? { when: lowerCondition(low, node.when) } : {}), ...(node.on === undefined ? {} : { on: lowerInstant(low, node.on, span) }),
        ...(node.after ? { after: lowerDuration(low, node.after) } : {}), article: low.article, span,
      };
      encode(articles, 'entry into force');
      return;
    case 'TerminatesRule':
      draft.terminations.push({
        kind: 'terminates', ...(node.event ? { when: lowerEvent(low, node.event) } : {}), ...(node.condition ? { while: lowerCondition(low, node.condition) } : {}),
        ...(node.after ? { after: lowerDurationOrOpen(low, node.after) } : {}), article: low.article, span,
      });
      encode(articles, 'termination');
      return;
    case 'SuspendedRule':
      draft.terminations.push({ kind: 'suspended', while: lowerCondition(low, node.condition), article: low.article, span });
      encode(articles, 'suspension');
      return;
    case 'SurvivesRule':
      draft.survivals.push({ clauses: node.names.map((ref) => low.refer(ref.name, low.span(ref), NORMS, 'a duty or power')), article: low.article, span });
      encode(articles, 'survival');
      return;
    case 'NeedsRule':
      draft.needs.push(...node.needs.map((need): Need => ({ amount: need.amount === undefined ? low.open(need.open) : Number(need.amount), what: need.what, within: lowerDurationOrOpen(low, need.period), article: low.article, span: low.span(need) })));
      encode(articles, 'needs');
      return;
    case 'PledgeRule': {
      const { source } = low.marks(node.marks);
      const pledge: Pledge = {
        party: low.refer(node.party.name, low.span(node.party), ['party', 'outsider', 'body', 'group'], 'a party'), amount: node.amount === undefined ? low.open(node.open) : Number(node.amount), what: node.what,
        ...(node.ready ? { readyAfter: lowerDurationOrOpen(low, node.ready) } : {}), ...(node.place === undefined ? {} : { stationed: { inside: !node.outside, place: unquote(node.place) } }),
        ...(source ? { source } : {}), article: low.article, span,
      };
      draft.pledges.push(pledge);
      encode(articles, 'pledge');
      return;
    }
    case 'ClaimRule': draft.claims.push(lowerClaim(low, node)); return;
    case 'ScopeRule':
      if (draft.scope) low.report('error', 'second-scope', span, 'the text bounds its search twice', { help: 'put all bounds into one `scope`', related: [{ span: draft.scope.span, message: 'it is bounded here first' }] });
      else draft.scope = lowerScope(low, node);
      return;
    case 'BehaviourRule': draft.behaviours.push(lowerBehaviour(low, node)); return;
    case 'ScenarioHeading': scenarios.push({ title: unquote(node.title), ...(node.starts === undefined ? {} : { starts: lowerInstant(low, node.starts, span) }), steps: [], expectations: [], span }); return;
    case 'StepRule': case 'ExpectRule': {
      const scenario = scenarios.at(-1);
      if (!scenario) { low.report('error', 'step-outside-scenario', span, 'this line belongs to no scenario', { help: 'put `scenario "…"` before it' }); return; }
      if (node.$type === 'StepRule') {
        const step = lowerStep(low, node);
        const latest = scenario.steps.at(-1);
        if (latest && step.afterMs < latest.afterMs) low.report('warning', 'step-out-of-order', span, 'this line is told after one that comes later', { help: 'put the lines of a scenario in the order of time', related: [{ span: latest.span, message: 'this comes later' }] });
        scenario.steps.push(step);
      } else scenario.expectations.push(lowerExpectation(low, node));
      return;
    }
    case 'SpeakerRule': case 'IssueRule': case 'OptionRule': case 'LimitRule': case 'PositionRule': return;
    default: addClause(low, draft, articles, lowerClause(low, node));
  }
}
