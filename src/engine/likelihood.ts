/** Likelihood words and their published ranges in percent (US Intelligence Community Directive 203, 2015, section D.6.e(2)(a)). */
import type { Likelihood, Truth } from '../treaty/index.js';
import { reaches } from './truth.js';

const RANGES: { readonly [word in Likelihood]: readonly [low: number, high: number] } = {
  remote: [1, 5], unlikely: [5, 20], doubtful: [20, 45], even: [45, 55], likely: [55, 80], 'very likely': [80, 95], 'almost certain': [95, 99],
};

/** Whether a finding of `actual` likelihood is at least `wanted`. A finding that states no likelihood is taken as made without reserve. */
export function likelihoodReaches(actual: Likelihood | undefined, wanted: Likelihood | undefined): Truth {
  if (actual === undefined) return 'true';
  const [low, high] = RANGES[actual];
  const threshold = RANGES[wanted ?? 'likely'][0];
  // Neighbouring ranges share an end point: a word below the one asked for does not reach it.
  return high <= threshold ? 'false' : reaches(low, high, threshold);
}
