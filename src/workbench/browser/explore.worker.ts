/** The explorer's own worker: a search through claims or through coalitions may take long, and ending it must not end the judging. Entry of its own bundle. */
import { explore, scopeOf, DEFAULT_BOUNDS } from '../../explore/index.js';
import { atlas, treatyOf } from './judging/texts.js';
import { ensuredBy } from './judging/ensuring.js';
import { answerOf, type Searching } from './judging/exploring.js';

const LONGEST_MS = 30_000;
const TELL_EVERY_MS = 200;

async function search(text: string): Promise<void> {
  const begun = performance.now();
  let told = begun;
  const say = (reply: Searching): void => postMessage(reply);
  try {
    const places = await atlas();
    const treaty = treatyOf(text);
    const { bounds, faults: [wrong] } = scopeOf(treaty);
    if (wrong) { say({ kind: 'fault', fault: `line ${wrong.span.line}: ${wrong.message}; ${wrong.help}` }); return; }
    const found = explore(treaty, places, { ...DEFAULT_BOUNDS, ...bounds, goOn: ({ situations, entries }) => {
      const now = performance.now();
      if (now - told > TELL_EVERY_MS) { told = now; say({ kind: 'far', situations, entries }); }
      return now - begun < LONGEST_MS || 'time';
    } });
    say({ kind: 'answers', answers: found.answers.map(answerOf), horizonDays: Math.round(found.bounds.horizonMs / 86_400_000), strikes: found.bounds.stimuli });
  } catch (fault) {
    say({ kind: 'fault', fault: fault instanceof Error ? fault.message : String(fault) });
  }
}

async function ensure(text: string, claim: string): Promise<void> {
  const say = (reply: Searching): void => postMessage(reply);
  try { say({ kind: 'ensured', answers: ensuredBy(treatyOf(text), await atlas(), claim) }); } catch (fault) { say({ kind: 'fault', fault: fault instanceof Error ? fault.message : String(fault) }); }
}

/** With a claim: who can ensure it. Without: what becomes of every claim. */
addEventListener('message', ({ data: { text, claim } }: MessageEvent<{ readonly text: string; readonly claim?: string }>) => { void (claim === undefined ? search(text) : ensure(text, claim)); });
