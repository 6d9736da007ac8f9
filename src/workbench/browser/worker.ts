/** The worker: parses, checks, judges and draws zones, so that the page never waits. Entry of its own bundle. */
import { exercise } from './judging/exercise.js';
import { judge } from './judging/judge.js';
import { drawZone, mapLayers } from './judging/layers.js';
import type { Call, Kind, Questions, Reply } from './judging/protocol.js';
import { parsed, prepare } from './judging/texts.js';

type Answers = { readonly [K in Kind]: (ask: Questions[K]['ask']) => Questions[K]['answer'] | Promise<Questions[K]['answer']> };

const answers: Answers = { parse: ({ text }) => parsed(text), judge, exercise, map: () => mapLayers(), zone: drawZone };

async function answer(call: Call): Promise<Reply> {
  try {
    const how = answers[call.kind] as (ask: unknown) => unknown;
    return { id: call.id, answer: await how(call.ask) };
  } catch (fault) {
    return { id: call.id, fault: fault instanceof Error ? fault.message : String(fault) };
  }
}

prepare();
addEventListener('message', (event: MessageEvent<Call>) => {
  void answer(event.data).then((reply) => postMessage(reply));
});
