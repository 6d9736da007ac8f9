/** The fields of a specialised treaty: cells for the lives of its clauses, ballots, what has occurred, where its claims stand. Refuses what it has no form for. */
import type { Claim, Decision, Duration, Duty, Entry, Event, NormState, Power } from '../../treaty/index.js';
import { addDuration } from '../calendar.js';
import { SELF_ROLES, stoodIn, withSelf } from '../roles.js';
import type { Bindings } from '../situation.js';
import { bindingsKey, windowEventOf, type Text } from '../text.js';
import { Fields, makeCell, statesOfBreach, statesOfDuty, statesOfPower, type Cell, type Standing } from './cells.js';
import { entryOf, rolesNeeded, Standings } from './standings.js';
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
  | { readonly kind: 'moved'; readonly clause: string; readonly debtor?: string; readonly bindings: Bindings; readonly state: NormState; readonly fromStates?: string; readonly completes: ReadonlyMap<Event, string>; readonly flag: string }
  | { readonly kind: 'instrument'; readonly flag: string };

export interface DecisionCell { readonly decision: Decision; readonly voters: readonly string[]; readonly state: number; readonly left?: number; readonly window?: number; readonly ballots: readonly number[] }
export const DECISION_STATES = ['none', 'open', 'adopted', 'rejected', 'no decision'] as const;
export const BALLOTS = ['for', 'against', 'abstain'] as const;

export class Lives {
  protected readonly fields = new Fields();
  protected readonly duties = new Map<string, Cell[]>();
  protected readonly powers = new Map<string, Cell[]>();
  protected readonly decisions = new Map<string, DecisionCell>();
  /** Of each prohibition that somebody is bound by, the latest breach: beside the cells of `duties`, in the same order. */
  protected readonly breaches = new Map<string, Cell[]>();
  /** `has occurred`, per watch of the text: for each way somebody may stand where it speaks of roles. */
  protected readonly occurred = new Map<number, readonly { readonly stood: Bindings | undefined; readonly field: number }[]>();
  /** The treaty has ended; absent where nothing in it ends it. */
  protected readonly ended: number | undefined;
  /** Forms the text makes use of beyond those of the first kind: for drivers that know fewer. */
  protected readonly widened = new Set<string>();
  protected readonly entries: readonly Entry[];
  private readonly standings: Standings;
  private readonly lonely: Standings;
  protected readonly stimuli: number;
  /** Per limited act, how many there were. */
  protected readonly counts = new Map<string, { readonly field: number; readonly atMost: number }>();
  protected readonly defaults = new Map<string, number>();
  protected readonly watches: { readonly claim: Claim; readonly field?: number; readonly limit: number; readonly seen?: number }[] = [];

  constructor(protected readonly text: Text, protected readonly claims: readonly Claim[], protected readonly classes: readonly Happens[], protected readonly scope: CompileScope) {
    this.refuse();
    this.entries = classes.map((one) => entryOf(one, scope.start));
    this.standings = new Standings(text, this.entries);
    this.lonely = new Standings(text, this.entries.filter((_, index) => classes[index]?.kind !== 'stimulus'));
    this.refuseForgottenRoles();
    this.stimuli = this.fields.add('stimuli', scope.stimuli);
    for (const { act, atMost } of scope.limits ?? []) this.counts.set(act, { field: this.fields.add(`acts ${act}`, atMost), atMost });
    this.ended = text.treaty.terminations.some((one) => endsIt(one)) ? this.fields.add('the treaty has ended', 1) : undefined;
    if (this.ended !== undefined) this.widened.add('a treaty that an event ends');
    for (const duty of text.duties) this.makeDuty(duty);
    for (const power of text.powers) this.makePower(power);
    for (const decision of text.decisions) this.makeDecision(decision);
    text.watches.forEach((_, index) => this.makeOccurred(index));
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
    for (const { after } of treaty.terminations) if (after && !('kind' in after) && within(addDuration(scope.start, after, text.calendar))) throw new Unsupported('a term that ends within the horizon');
    if (text.revisable && this.classes.some(({ kind }) => kind === 'finding')) throw new Unsupported('findings that settle what earlier acts were');
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

  /** Whom a part of the text means where its roles are bound so; without bindings it must speak of none. */
  protected names(who: Duty['debtor'], bindings?: Bindings): readonly string[] | undefined {
    if (!bindings && JSON.stringify(who).includes('"role"')) throw new Unsupported('roles in a decision or a claim');
    return this.text.people.namesOf(who, bindings ?? {}, this.scope.start);
  }

  /** A life keeps what its clause speaks of; what only a later clause speaks of would have to be kept as well. */
  private refuseForgottenRoles(): void {
    for (const [name, roles] of rolesNeeded(this.text)) {
      const own = new Set(this.text.roles.get(name) ?? []);
      if ([...roles].some((role) => !own.has(role))) throw new Unsupported('a role that only a later clause speaks of');
    }
  }

  /** One act may fit several lives of one debtor, the oldest of which it performs: there is no form for their ages. */
  protected refuseSeveral(clause: string): void {
    const roles = (this.text.roles.get(clause) ?? []).filter((role) => !SELF_ROLES.includes(role));
    if (roles.length === 0 || this.standings.of(clause).length < 2) return;
    const one = this.scope.stimuli === 1 && this.lonely.of(clause).length === 0;
    if (!one) throw new Unsupported('one act that may perform several lives of a duty');
  }

  private makeOccurred(index: number): void {
    const watch = this.text.watches[index];
    if (!watch || watch.keeps === 'window') return;
    const events = watch.asked.length > 0 && watch.event.kind === 'either' ? watch.event.of : [watch.event];
    const ways = watch.asked.length === 0 ? [undefined] : [...new Map(events.flatMap((event) => this.standings.waysOf(event)).map((one) => { const stood = stoodIn(one) ?? {}; return [JSON.stringify(stood), stood] as const; })).values()];
    this.occurred.set(index, ways.map((stood) => {
      const about = Object.values(stood ?? {}).flatMap((names) => names ?? []);
      const field = this.fields.add(`occurred ${index + 1}${about.length > 0 ? `, ${about.join(' and ')}` : ''}`, 1);
      if (about.length > 0) this.fields.about.set(field, about);
      return { stood, field };
    }));
  }

  /** Whose lives a clause has. */
  protected livesOf(clause: Duty | Power): readonly Standing[] {
    const { text } = this;
    const roles = text.roles.get(clause.name);
    const bindsRoles = (roles ?? []).some((role) => !SELF_ROLES.includes(role));
    if (bindsRoles) this.widened.add('parties met by the act (roles)');
    return this.standings.of(clause.name).flatMap((bindings): Standing[] => {
      const bound = bindingsKey(text, clause.name, bindings);
      if (clause.kind === 'power') return (this.names(clause.holder, bindings) ?? []).map((name) => ({ clause: clause.name, debtor: name, members: [name], owedTo: [], bindings: withSelf(bindings, roles, 'holder', [name]), bound }));
      const names = this.names(clause.debtor, bindings);
      if (!names) throw new Unsupported('a debtor to be agreed');
      const owed = clause.owedTo ? this.names(clause.owedTo, bindings) ?? ['to be agreed'] : [];
      const lives = clause.jointly ? (names.length > 0 ? [{ debtor: names.join(' and '), members: names }] : []) : names.map((name) => ({ debtor: name, members: [name] }));
      return lives.map(({ debtor, members }) => ({ clause: clause.name, debtor, members, owedTo: owed.filter((one) => one !== debtor), bindings: withSelf(bindings, roles, 'debtor', members), bound }));
    });
  }

  protected makeDuty(duty: Duty): void {
    if (duty.forEach) throw new Unsupported('an instance for each trigger');
    if (duty.bestEffort) throw new Unsupported('best efforts');
    if (duty.content.kind === 'maintain' || duty.content.kind === 'to be agreed') throw new Unsupported(`a duty whose content is ${duty.content.kind}`);
    if (duty.suspendedWhile || windowEventOf(duty)) throw new Unsupported('windows that wait or are opened by a second event');
    if (duty.content.kind === 'refrain') { this.makeProhibition(duty); return; }
    if ((duty.while || (duty.unless && JSON.stringify(duty.unless).includes('"is"')))) throw new Unsupported('a duty that depends on how other clauses stand');
    if (duty.deadline?.kind === 'by' || duty.deadline?.kind === 'before') { if (typeof duty.deadline.instant === 'number' && duty.deadline.instant <= this.scope.start + this.scope.horizonMs) throw new Unsupported('a date as deadline within the horizon'); }
    const window = duty.deadline?.kind === 'within' ? this.ticks(duty.deadline.duration) : undefined;
    const stepWindow = (index: number): number | undefined => { const step = duty.failingWhich[index]; return step?.kind === 'shall' && step.deadline?.kind === 'within' ? this.ticks(step.deadline.duration) : undefined; };
    const { states, windows } = statesOfDuty(duty, window, stepWindow, duty.unless !== undefined, duty.until !== undefined || this.endsWithTreaty(duty));
    this.duties.set(duty.name, this.livesOf(duty).map((standing) => makeCell(this.fields, standing, states, windows, duty.onlyAfter.length)));
  }

  /** It stands throughout; each breach is a life of its own beside it. */
  private makeProhibition(duty: Duty): void {
    this.widened.add('prohibitions');
    if (duty.deadline) throw new Unsupported('a prohibition with a deadline');
    if (duty.failingWhich.some(({ kind }) => kind === 'shall')) throw new Unsupported('what somebody shall do after a breach of a prohibition');
    const { states, windows } = statesOfDuty(duty, undefined, () => undefined, false, duty.until !== undefined || this.endsWithTreaty(duty));
    const lives = this.livesOf(duty);
    this.duties.set(duty.name, lives.map((standing) => makeCell(this.fields, standing, states, windows, duty.onlyAfter.length)));
    this.breaches.set(duty.name, lives.map((standing) => makeCell(this.fields, standing, statesOfBreach(duty), new Map(), 0, 'breach, ')));
  }

  /** What is only owed ends with the treaty, save what survives it. */
  protected endsWithTreaty(clause: { readonly name: string }): boolean { return this.ended !== undefined && !this.text.survivors.has(clause.name); }

  protected makePower(power: Power): void {
    if (power.repeatable && this.ticks(power.within) !== undefined) throw new Unsupported('a power that may be used again within a window');
    const never = power.notBefore !== undefined;
    if (power.notBefore && !this.neverReached(power.notBefore)) throw new Unsupported('a power that must wait');
    if (!never && power.acts.some(({ acts }) => acts.some((act) => /^(withdraw|denounce|terminate)$/.test(act))) && (!power.effectiveAfter || 'kind' in power.effectiveAfter || this.ticks(power.effectiveAfter) !== undefined)) throw new Unsupported('a withdrawal that takes effect within the horizon');
    const { states, windows } = statesOfPower(this.ticks(power.within), never, this.endsWithTreaty(power));
    this.powers.set(power.name, this.livesOf(power).map((standing) => makeCell(this.fields, standing, states, windows)));
  }

  /** It waits, from the entry into force, for so long that behaviours followed to their horizon do not come near. */
  private neverReached({ duration, event }: NonNullable<Power['notBefore']>): boolean {
    if (event.kind !== 'entry into force' || !duration || 'kind' in duration) return false;
    const { start, horizonMs } = this.scope;
    return addDuration(start, duration, this.text.calendar) - start > 2 * horizonMs + 1;
  }

  protected makeDecision(decision: Decision): void {
    const everyone = this.names(decision.voters);
    if (this.ended !== undefined) throw new Unsupported('a decision under a treaty that an event ends');
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

/** Ends the treaty by an event or a condition; a date far off is told of elsewhere. */
const endsIt = ({ kind, when, while: while_ }: Text['treaty']['terminations'][number]): boolean => kind === 'terminates' && ((when !== undefined && when.kind !== 'instant') || while_ !== undefined);
