/** How wide an element is drawn, so that drawings keep their letters and lines at full size on a phone. */
import { useSignal, type Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export function useWidth<T extends Element>(before: number): readonly [RefObject<T>, Signal<number>] {
  const element = useRef<T>(null) as RefObject<T>;
  const width = useSignal(before);
  useEffect(() => {
    if (!element.current) return undefined;
    const watcher = new ResizeObserver(([entry]) => {
      const now = Math.round(entry?.contentRect.width ?? 0);
      // On paper the screen's drawing is scaled; it is not drawn anew.
      if (now > 0) width.value = now;
    });
    watcher.observe(element.current);
    return () => watcher.disconnect();
  }, []);
  return [element, width];
}
