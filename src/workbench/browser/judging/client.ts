/** Asks the worker, one promise per question. */
import type { Call, Kind, Questions, Reply } from './protocol.js';

interface Waiting { readonly done: (answer: unknown) => void; readonly fail: (fault: Error) => void }

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let last = 0;

function start(): Worker {
  const made = new Worker('worker.js');
  made.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if ('fault' in data) one?.fail(new Error(data.fault)); else one?.done(data.answer);
  });
  made.addEventListener('error', (event) => {
    for (const one of waiting.values()) one.fail(new Error(event.message === '' ? 'the judging part of the workbench did not start' : event.message));
    waiting.clear();
  });
  return made;
}

/** Starts the worker while the page still fetches what it will be asked about. */
export function prepare(): void { worker ??= start(); }

export function ask<K extends Kind>(kind: K, question: Questions[K]['ask']): Promise<Questions[K]['answer']> {
  worker ??= start();
  const call: Call = { id: (last += 1), kind, ask: question };
  return new Promise((done, fail) => {
    waiting.set(call.id, { done: (answer) => done(answer as Questions[K]['answer']), fail });
    worker?.postMessage(call);
  });
}
