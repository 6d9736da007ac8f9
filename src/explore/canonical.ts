/**
 * What a situation's future depends on, as a text that is equal for situations with the same future. Times stand relative to now; words, reasons and
 * names of entries are left out, for nothing later reads them.
 */
import { REMEDY_SUFFIX, rolesNeeded, type Instance, type Situation, type Text } from '../engine/index.js';
import { objectsIn } from './objects.js';

const LIVE = new Set(['pending', 'due', 'suspended', 'undetermined', 'available', 'dormant', 'open', 'breached', 'exercised']);

/** `revisable`: findings may still come that say what earlier acts meant. Windows with more than `horizonMs` before them never end. */
export function keyOfSituation(text: Text, situation: Situation, now: number, revisable: boolean, horizonMs: number): string {
  const since = (instant: number | undefined): number | string => (instant === undefined ? '' : !Number.isFinite(instant) ? String(instant) : instant - now > horizonMs ? 'beyond' : instant - now);
  const changeable = new Set(text.decisions.filter(({ ballotsMayBeChanged }) => ballotsMayBeChanged).map(({ name }) => name));
  const needed = rolesNeeded(text);
  const kept = (clause: string, bindings: Instance['bindings']): unknown => Object.entries(bindings).filter(([role]) => needed.get(clause)?.has(role));
  const norms: unknown[] = [];
  for (const [clause, instances] of [...situation.norms].sort(([a], [b]) => (a < b ? -1 : 1))) {
    // What a last `failing which` step lets others do bears on nothing the text can ask.
    if (clause.endsWith(REMEDY_SUFFIX)) continue;
    const duty = text.clauses.get(clause);
    const many = duty?.kind === 'duty' && duty.forEach;
    const own = [...instances.values()].map((one) => {
      const live = LIVE.has(one.state) && !(one.state === 'breached' && one.deadline === undefined && one.stage === 0);
      return [clause, one.debtor, (text.roles.get(clause)?.length ?? 0) > 0 ? one.key.split('|')[1] : '', one.state, one.stage, one.violatedBy !== undefined, live ? [one.awaiting, since(one.heldDeadline?.to), one.kept ?? '', since(one.deadline?.from), since(one.deadline?.to), kept(clause, one.bindings), one.owedTo, one.suspended ? [one.suspended.from, since(one.suspended.since)] : '', since(one.effectiveAt), many ? since(one.opened.from) : ''] : ''];
    });
    norms.push(...own.map((one) => JSON.stringify(one)).sort());
  }
  const decisions = [...situation.decisions.values()].map((one) => [one.decision, one.state, one.state === 'open' ? [[...one.ballots].map(([name, { value, at }]) => [name, value, changeable.has(one.decision) && at === now]).sort(), since(one.closes?.to), one.eligible, one.bindings] : '']);
  const { instrument, memory, states } = situation;
  const watched = memory.watched.map((list, index) => {
    const watch = text.watches[index];
    const forgets = watch?.keeps === 'window' || text.forgetting.some((one) => one.index === index) || text.powers.some(({ notBefore }) => notBefore !== undefined && notBefore.event.kind !== 'entry into force' && text.watchOf.get(notBefore.event) === index);
    const told = list.map(({ truth, at, value, stood }) => JSON.stringify([stood ?? '', truth, forgets ? since(at.from) : '', watch?.keeps === 'window' ? value : '']));
    // Where they are counted each counts; elsewhere one of a kind says as much as many.
    return watch?.keeps === 'window' ? told : [...new Set(told)];
  });
  // What was found bears on what comes only where a condition asks for it.
  const asked = findingsAsked(text);
  const findings = new Map<string, unknown>();
  for (const { act, actor, on, arguments: facts, assurance, about } of memory.findings) if (asked.has(act)) findings.set(JSON.stringify([act, actor, about]), [on, facts['finds'], assurance?.likelihood]);
  const acted = [...memory.acted].map(([act, by]) => [act, [...by.keys()].sort()]);
  const pending: string[] = [];
  if (revisable) for (let link = situation.pending; link; link = link.next) pending.push(JSON.stringify([link.entry.act, link.entry.actor, link.entry.on, link.entry.arguments, link.entry.place]));
  return JSON.stringify([norms, decisions, [instrument.assumed, instrument.inForceSince !== undefined, since(instrument.entryIntoForceDue), [...instrument.bound.keys()].sort(), [...instrument.joining].map(([name, at]) => [name, since(at)]).sort(), [...instrument.leaving].map(([name, at]) => [name, since(at)]).sort(), [...instrument.left.keys()].sort(), instrument.terminatedSince !== undefined], [...states], watched, [...findings], acted, [...new Set(pending)].sort(), situation.closed && situation.now === now]);
}

const known = new WeakMap<Text, ReadonlySet<string>>();

/** Findings some condition of the text asks for, rather than waiting for them to be made. */
function findingsAsked(text: Text): ReadonlySet<string> {
  const before = known.get(text);
  if (before) return before;
  const parts = [...objectsIn([[...text.clauses.values()], text.treaty.terminations, text.treaty.entryIntoForce])] as { readonly kind?: unknown; readonly finding?: unknown }[];
  const asked = new Set(parts.flatMap(({ kind, finding }) => (kind === 'found' && typeof finding === 'string' ? [finding] : [])));
  known.set(text, asked);
  return asked;
}
