/** Something asked for: under way, here, or failed with words. A later request makes an earlier answer void. */
import { signal, type ReadonlySignal } from '@preact/signals';

export type Load<T> =
  | { readonly state: 'loading'; /** What was there before, still shown meanwhile. */ readonly before?: T }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly fault: string };

export interface Loader<T> {
  readonly current: ReadonlySignal<Load<T>>;
  /** `fresh` forgets what was shown before. */
  readonly run: (work: () => Promise<T>, fresh?: boolean) => void;
}

export function loader<T>(): Loader<T> {
  const current = signal<Load<T>>({ state: 'loading' });
  let turn = 0;
  return {
    current,
    run(work, fresh = false) {
      const mine = (turn += 1);
      const before = fresh ? undefined : valueOf(current.peek());
      current.value = { state: 'loading', ...(before === undefined ? {} : { before }) };
      work().then(
        (value) => { if (mine === turn) current.value = { state: 'ready', value }; },
        (fault: unknown) => { if (mine === turn) current.value = { state: 'failed', fault: fault instanceof Error ? fault.message : String(fault) }; },
      );
    },
  };
}

export const valueOf = <T>(load: Load<T>): T | undefined => (load.state === 'ready' ? load.value : load.state === 'loading' ? load.before : undefined);
