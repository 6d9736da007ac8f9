/** Force gap: Σₖ max(0, requiredₖ − pledgedₖ), by kind; what is open counts as nothing pledged. */
import type { Duration, ToBeAgreed } from '../../treaty/index.js';
import type { Finding, Rule } from './rule.js';

const HOURS: Readonly<Record<Duration['unit'], number>> = { minute: 1 / 60, hour: 1, day: 24, week: 168, month: 720, year: 8760 };
const hours = (duration: Duration | ToBeAgreed | undefined): number | undefined => (duration === undefined ? 0 : 'kind' in duration ? undefined : duration.amount * HOURS[duration.unit]);

export const needsExceedPledges: Rule = {
  id: 'needs-exceed-pledges', severity: 'note', summary: 'less is pledged than the text says is needed, or later',
  check: (treaty) => treaty.needs.flatMap(({ amount, what, within, span }): Finding[] => {
    const limit = hours(within);
    if (typeof amount !== 'number' || limit === undefined) return [];
    const inTime = treaty.pledges.filter((pledge) => pledge.what === what && (hours(pledge.readyAfter) ?? Infinity) <= limit);
    const pledged = inTime.reduce((sum, pledge) => sum + (typeof pledge.amount === 'number' ? pledge.amount : 0), 0);
    return pledged >= amount ? [] : [{ span, message: `${amount} \`${what}\` are needed in time and ${pledged} pledged: a gap of ${amount - pledged}`, help: 'add pledges that are ready in time, or lower the need' }];
  }),
};
