/** Strong Kleene logic over three values. */
import type { Truth } from '../treaty/index.js';

export function and(values: readonly Truth[]): Truth {
  if (values.includes('false')) return 'false';
  return values.includes('undetermined') ? 'undetermined' : 'true';
}

export function or(values: readonly Truth[]): Truth {
  if (values.includes('true')) return 'true';
  return values.includes('undetermined') ? 'undetermined' : 'false';
}

export function not(value: Truth): Truth {
  if (value === 'undetermined') return 'undetermined';
  return value === 'true' ? 'false' : 'true';
}

export const truthOf = (value: boolean): Truth => (value ? 'true' : 'false');

/** Whether a number known to lie in [low, high] is at least `threshold`. */
export function reaches(low: number, high: number, threshold: number): Truth {
  if (low >= threshold) return 'true';
  return high >= threshold ? 'undetermined' : 'false';
}
