/** Needs against pledges: what the text and others say is needed, who pledged how much in time, what is reported beside the text, what is missing; and what each party says it is ready to do and what it asks. */
import type { Duration, Need, Pledge, ToBeAgreed, Treaty } from '../../treaty/index.js';
import type { PledgeFile, ReportedPledge } from '../shapes.js';
import type { IssueView, NeedView, PledgesView, PledgeView, ReadyView, StatementView } from './model.js';
import { reachWords, reportedView, statedNeedView } from './reported.js';
import { grouped, listed, readable } from './words.js';

const HOURS: Readonly<{ [U in Duration['unit']]: number }> = { minute: 1 / 60, hour: 1, day: 24, week: 168, month: 720, year: 8760 };

const hours = (duration: Duration | ToBeAgreed | undefined): number | undefined => (duration === undefined ? 0 : 'kind' in duration ? undefined : duration.amount * HOURS[duration.unit]);
const durationWords = (duration: Duration | ToBeAgreed): string => ('kind' in duration ? 'a time to be agreed' : `${grouped(duration.amount)} ${duration.unit}${duration.amount === 1 ? '' : 's'}`);
const amountWords = (amount: number | ToBeAgreed): string => (typeof amount === 'number' ? grouped(amount) : 'to be agreed');

function pledgeView(pledge: Pledge, need: Need | undefined): PledgeView {
  const [limit, ready] = [need && hours(need.within), hours(pledge.readyAfter)];
  return {
    party: readable(pledge.party), amount: amountWords(pledge.amount),
    ...(pledge.readyAfter === undefined ? {} : { ready: `ready after ${durationWords(pledge.readyAfter)}` }),
    ...(pledge.stationed === undefined ? {} : { stationed: `stationed ${pledge.stationed.inside ? 'in' : 'outside'} ${readable(pledge.stationed.place)}` }),
    ...(pledge.source === undefined ? {} : { source: pledge.source.text }),
    inTime: ready === undefined || limit === undefined ? undefined : ready <= limit,
  };
}

function needView(need: Need, treaty: Treaty, told: readonly ReportedPledge[]): NeedView {
  const of = treaty.pledges.filter(({ what }) => what === need.what);
  const limit = hours(need.within);
  const pledges = of.map((pledge) => pledgeView(pledge, need));
  const towards = told.filter((one) => one.towards.includes(need.what));
  const base = { what: readable(need.what), needed: amountWords(need.amount), within: durationWords(need.within), pledges, reported: towards.map(reportedView) };
  if (typeof need.amount !== 'number' || limit === undefined) return { ...base, gap: 'cannot be said: how much is needed, or by when, is to be agreed', met: undefined };
  const ready = of.filter((pledge) => (hours(pledge.readyAfter) ?? Infinity) <= limit);
  const sum = ready.reduce((total, { amount }) => total + (typeof amount === 'number' ? amount : 0), 0);
  const open = of.some(({ amount, readyAfter }) => typeof amount !== 'number' || hours(readyAfter) === undefined);
  const reach = reachWords(towards, need.what, [need.amount, need.amount]);
  const beside = towards.length === 0 ? '' : reach === undefined ? '; no report names a number of it' : `; ${reach.words}, and no report names a day`;
  if (sum >= need.amount) return { ...base, gap: `met: ${grouped(sum)} pledged in time${beside}`, met: true };
  return { ...base, gap: `${grouped(need.amount - sum)} missing: ${grouped(sum)} of ${grouped(need.amount)} pledged in time${open ? '; some pledges leave amount or time open and count as nothing' : ''}${beside}`, met: false };
}

const FOR = ['accepts', 'offers'];
const FIRM = ['demands', 'rejects'];

/** What a party says in its own voice, one statement for each issue: the latest. */
function readyOf(issues: readonly IssueView[], parties: readonly string[], treaty: Treaty | undefined): readonly ReadyView[] {
  return parties.map((party): ReadyView => {
    const own = issues.flatMap((issue) => issue.parties.filter((cell) => cell.party === readable(party) && cell.tier === 'own' && cell.by).map((cell) => cell.by as StatementView));
    const pledged = (treaty?.pledges ?? []).filter((pledge) => pledge.party === party).map(({ amount, what, readyAfter }) => `${readable(what)}: ${amountWords(amount)}${readyAfter === undefined ? '' : `, ready after ${durationWords(readyAfter)}`}`);
    return { party: readable(party), ready: own.filter(({ stance }) => FOR.includes(stance)), asks: own.filter(({ stance }) => FIRM.includes(stance)), pledged };
  }).filter(({ ready, asks, pledged }) => ready.length + asks.length + pledged.length > 0);
}

export function pledgesOf(treaty: Treaty | undefined, told: PledgeFile, issues: readonly IssueView[], parties: readonly string[]): PledgesView | undefined {
  const needs = (treaty?.needs ?? []).map((need) => needView(need, treaty as Treaty, told.pledges));
  const stated = told.needs.map((need) => statedNeedView(need, told.pledges));
  // A pledge towards something that was needed only later is asked for by nobody yet.
  const asked = new Set<string>([...told.needs.map(({ id }) => id), ...(treaty?.needs ?? []).map(({ what }) => what)]);
  const beside = told.pledges.filter((one) => !one.towards.some((id) => asked.has(id))).map(reportedView);
  const spare = (treaty?.pledges ?? []).filter(({ what }) => !treaty?.needs.some((need) => need.what === what)).map((pledge) => ({ ...pledgeView(pledge, undefined), what: readable(pledge.what) }));
  const ready = readyOf(issues, parties, treaty);
  if (needs.length + spare.length + ready.length + stated.length + beside.length === 0) return undefined;
  const givers = new Set((treaty?.pledges ?? []).map(({ party }) => party));
  // Those who stand in one group with somebody who pledged: who else could be asked.
  const debtors = (treaty?.groups ?? []).map(({ members }) => (Array.isArray(members) ? members as readonly string[] : [])).filter((members) => members.some((one) => givers.has(one))).flat();
  return { needs, stated, beside, spare, ready, silent: needs.length + spare.length === 0 ? [] : [...new Set(debtors)].filter((party) => !givers.has(party)).map(readable) };
}

/** One sentence on whether the pledges are enough. */
export function gapWords({ needs }: PledgesView): string {
  const short = needs.filter(({ met }) => met === false);
  const unknown = needs.filter(({ met }) => met === undefined);
  if (needs.length === 0) return 'the text states no needs to hold the pledges against';
  if (short.length === 0 && unknown.length === 0) return 'what is pledged in time covers what the text says is needed';
  return [short.length > 0 ? `not enough is pledged in time of ${listed(short.map(({ what }) => what))}` : '', unknown.length > 0 ? `of ${listed(unknown.map(({ what }) => what))} it cannot be said` : ''].filter((words) => words !== '').join('; ');
}
