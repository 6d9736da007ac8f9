/** The fields of a specialised treaty: cells for the lives of its clauses, ballots, what has occurred, where its claims stand. Refuses what it has no form for. */
import type { Claim, Decision, Duration, Duty, Entry, Event, NormState, Power } from '../../treaty/index.js';
import { addDuration } from '../calendar.js';
import { windowEventOf, type Text } from '../text.js';
import { Fields, makeCell, statesOfDuty, statesOfPower, type Cell } from './cells.js';
import { Unsupported } from './unsupported.js';

/** One way an entry may fall: what happens, and whether it counts against the number of stimuli. */
export interface Happens { readonly label: string; readonly kind: 'stimulus' | 'conduct' | 'ballot' | 'finding'; readonly happening: Pick<Entry, 'act' | 'actor' | 'on' | 'arguments' | 'place' | 'assurance'> }

export interface CompileScope {
  readonly start: number;
  readonly tickMs: number;
  readonly horizonMs: number;
  readonly stimuli: number;
  /** At most so many acts of one name that change something. */
  readonly limits?: readonly { readonly act: string; readonly atMost: number }[];
  /** Who may let a duty pass, whatever the claims assume. */
  readonly free?: readonly string[];
}

/** A signal waiting in the queue: sent where `flag` is 1. */
export type Sent =
  | { readonly kind: 'entry'; readonly entry: Entry; readonly flag: string }
  | { readonly kind: 'moved'; readonly clause: string; readonly debtor?: string; readonly state: NormState; readonly fromStates?: string; readonly completes: ReadonlyMap<Event, string>; readonly flag: string }
  | { readonly kind: 'instrument'; readonly flag: string };

export interface DecisionCell { readonly decision: Decision; readonly voters: readonly string[]; readonly state: number; readonly left?: number; readonly window?: number; readonly ballots: readonly number[] }
export const DECISION_STATES = ['none', 'open', 'adopted', 'rejected', 'no decision'] as const;
export const BALLOTS = ['for', 'against', 'abstain'] as const;

export class Lives {
  protected readonly fields = new Fields();
  protected readonly duties = new Map<string, Cell[]>();
  protected readonly powers = new Map<string, Cell[]>();
  protected readonly decisions = new Map<string, DecisionCell>();
  /** `has occurred`, per watch of the text. */
  protected readonly occurred = new Map<number, number>();
  protected readonly stimuli: number;
  /** Per limited act, how many there were. */
  protected readonly counts = new Map<string, { readonly field: number; readonly atMost: number }>();
  protected readonly defaults = new Map<string, number>();
  protected readonly watches: { readonly claim: Claim; readonly field?: number; readonly limit: number; readonly seen?: number }[] = [];

  constructor(protected readonly text: Text, protected readonly claims: readonly Claim[], protected readonly classes: readonly Happens[], protected readonly scope: CompileScope) {
    this.refuse();
    this.stimuli = this.fields.add('stimuli', scope.stimuli);
    for (const { act, atMost } of scope.limits ?? []) this.counts.set(act, { field: this.fields.add(`acts ${act}`, atMost), atMost });
    for (const duty of text.duties) this.makeDuty(duty);
    for (const power of text.powers) this.makePower(power);
    for (const decision of text.decisions) this.makeDecision(decision);
    text.watches.forEach((watch, index) => { if (watch.keeps !== 'window') this.occurred.set(index, this.fields.add(`occurred ${index + 1}`, 1)); });
    for (const { group } of claims[0]?.assuming ?? []) for (const name of this.names(group) ?? []) if (!scope.free?.includes(name)) this.defaults.set(name, this.fields.add(`${name} defaults`, 1, name));
    for (const claim of claims) this.makeWatch(claim);
  }

  protected refuse(): void {
    const { text, scope } = this;
    const { treaty } = text;
    const within = (instant: number): boolean => instant >= scope.start && instant <= scope.start + scope.horizonMs;
    if (text.fixedInstants.some(within)) throw new Unsupported('a date within the horizon');
    if (text.watches.some(({ keeps }) => keeps === 'window')) throw new Unsupported('acts counted or added up over a stretch of time');
    if (text.forgetting.length > 0) throw new Unsupported('what has occurred within the last stretch of time');
    if (text.suspensions.length > 0) throw new Unsupported('a treaty that may sleep');
    if (treaty.terminations.some((one) => one.when)) throw new Unsupported('a treaty that an event ends');
    for (const { after } of treaty.terminations) if (after && !('kind' in after) && within(addDuration(scope.start, after, text.calendar))) throw new Unsupported('a term that ends within the horizon');
    if (this.classes.some(({ kind }) => kind === 'finding')) throw new Unsupported('findings somebody can make');
    if (text.permissions.length > 0) throw new Unsupported('permissions');
    if (text.reservations.size > 0) throw new Unsupported('reservations');
  }

  protected ticks(duration: Duration | { readonly kind: 'to be agreed' } | undefined): number | undefined {
    if (!duration || 'kind' in duration) return undefined;
    const { start, tickMs, horizonMs } = this.scope;
    const lasts = addDuration(start, duration, this.text.calendar) - start;
    if (lasts > horizonMs) return undefined;
    if ((duration.unit === 'month' || duration.unit === 'year') || lasts % tickMs !== 0) throw new Unsupported(`a window of ${duration.amount} ${duration.unit}s, which is no whole number of ticks everywhere`);
    return lasts / tickMs;
  }

  protected names(who: Duty['debtor']): readonly string[] | undefined {
    if (JSON.stringify(who).includes('"role"') || JSON.stringify(who).includes('"as"')) throw new Unsupported('parties met by the act (roles)');
    return this.text.people.namesOf(who, {}, this.scope.start);
  }

  protected makeDuty(duty: Duty): void {
    if (duty.content.kind === 'refrain') throw new Unsupported('prohibitions');
    if (duty.forEach) throw new Unsupported('an instance for each trigger');
    if (duty.bestEffort) throw new Unsupported('best efforts');
    if (duty.content.kind === 'maintain' || duty.content.kind === 'to be agreed') throw new Unsupported(`a duty whose content is ${duty.content.kind}`);
    if (duty.suspendedWhile || windowEventOf(duty)) throw new Unsupported('windows that wait or are opened by a second event');
    if ((duty.while || (duty.unless && JSON.stringify(duty.unless).includes('"is"')))) throw new Unsupported('a duty that depends on how other clauses stand');
    if (duty.deadline?.kind === 'by' || duty.deadline?.kind === 'before') { if (typeof duty.deadline.instant === 'number' && duty.deadline.instant <= this.scope.start + this.scope.horizonMs) throw new Unsupported('a date as deadline within the horizon'); }
    const names = this.names(duty.debtor);
    if (!names) throw new Unsupported('a debtor to be agreed');
    const window = duty.deadline?.kind === 'within' ? this.ticks(duty.deadline.duration) : undefined;
    const owed = duty.owedTo ? this.names(duty.owedTo) ?? ['to be agreed'] : [];
    const stepWindow = (index: number): number | undefined => { const step = duty.failingWhich[index]; return step?.kind === 'shall' && step.deadline?.kind === 'within' ? this.ticks(step.deadline.duration) : undefined; };
    const { states, windows } = statesOfDuty(duty, window, stepWindow, duty.unless !== undefined, duty.until !== undefined);
    const lives = duty.jointly ? [{ debtor: names.join(' and '), members: names }] : names.map((name) => ({ debtor: name, members: [name] }));
    this.duties.set(duty.name, lives.map(({ debtor, members }) => makeCell(this.fields, duty.name, debtor, members, owed.filter((one) => one !== debtor), members.length === 1 ? debtor : undefined, states, windows, duty.onlyAfter.length)));
  }

  protected makePower(power: Power): void {
    if (power.repeatable && this.ticks(power.within) !== undefined) throw new Unsupported('a power that may be used again within a window');
    if (power.notBefore) throw new Unsupported('a power that must wait');
    if (power.acts.some(({ acts }) => acts.some((act) => /^(withdraw|denounce|terminate)$/.test(act))) && (!power.effectiveAfter || 'kind' in power.effectiveAfter || this.ticks(power.effectiveAfter) !== undefined)) throw new Unsupported('a withdrawal that takes effect within the horizon');
    const window = this.ticks(power.within);
    const { states, windows } = statesOfPower(power, window);
    this.powers.set(power.name, (this.names(power.holder) ?? []).map((name) => makeCell(this.fields, power.name, name, [name], [], name, states, windows)));
  }

  protected makeDecision(decision: Decision): void {
    const everyone = this.names(decision.voters);
    if (!everyone) throw new Unsupported('a body to be agreed');
    if ('kind' in decision.majority && decision.majority.kind === 'to be agreed' || typeof decision.quorum === 'object') throw new Unsupported('a majority to be agreed');
    if (decision.ballotsMayBeChanged) throw new Unsupported('ballots that may be changed');
    const out = new Set(decision.excluding.flatMap((who) => this.names(who) ?? []));
    const voters = everyone.filter((name) => !out.has(name));
    const window = this.ticks(decision.closesAfter);
    const state = this.fields.add(decision.name, 4, undefined, 0, DECISION_STATES);
    const left = window === undefined ? undefined : this.fields.add(`${decision.name}, ticks left`, window);
    this.decisions.set(decision.name, { decision, voters, state, ballots: voters.map((name) => this.fields.add(`ballot of ${name} on ${decision.name}`, 3, name, 0, ['none', ...BALLOTS])), ...(left === undefined || window === undefined ? {} : { left, window }) });
  }

  protected makeWatch(claim: Claim): void {
    const { form } = claim;
    if (form.kind === 'can') throw new Unsupported('what a coalition can ensure');
    if (form.kind === 'whenever') {
      const limit = form.within ? this.ticks(form.within) : undefined;
      if (form.within && limit === undefined) throw new Unsupported('a claim whose window is longer than the horizon');
      this.watches.push({ claim, field: this.fields.add(`claim ${claim.name}`, (limit ?? 0) + 2), limit: limit ?? 0, seen: this.fields.add(`claim ${claim.name}, touched`, 1) });
    } else if (form.kind === 'only after') this.watches.push({ claim, field: this.fields.add(`claim ${claim.name}`, 2), limit: 0, seen: this.fields.add(`claim ${claim.name}, touched`, 1) });
    else this.watches.push({ claim, field: this.fields.add(`claim ${claim.name}`, 1), limit: 0 });
  }
}
