/** A figure in words: a number or a range with its unit. */
import type { Figure } from '../shapes.js';
import { grouped } from './words.js';

export function figureWords({ value, low, high, unit }: Figure & { readonly unit?: string }): string {
  const number = low !== undefined && high !== undefined ? (value === undefined ? `${grouped(low)} to ${grouped(high)}` : `${grouped(value)} (${grouped(low)} to ${grouped(high)})`) : value === undefined ? '' : grouped(value);
  if (number === '') return '';
  return unit === undefined ? number : /^[%°]/.test(unit) ? `${number} ${unit}` : /^[$€£]$/.test(unit) ? `${unit}${number}` : `${number} ${unit}`;
}
