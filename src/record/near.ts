/** `did you mean`: the closest of several known words, where one is close. */

export function closest(word: string, known: readonly string[], most = 3): string | undefined {
  let best: string | undefined;
  let bestSteps = Math.min(most, Math.floor(word.length / 3) + 1) + 0.5;
  for (const candidate of known) {
    const steps = editSteps(level(word), level(candidate), bestSteps);
    if (steps < bestSteps) { best = candidate; bestSteps = steps; }
  }
  return best;
}

export function didYouMean(word: string, known: readonly string[]): string {
  const found = closest(word, known);
  return found === undefined ? '' : `, did you mean \`${found}\``;
}

const level = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, '-');

/** Levenshtein distance with swaps of neighbours as one step (optimal string alignment). */
function editSteps(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    const above = rows[i - 1] as number[];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let steps = Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1, (above[j - 1] as number) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) steps = Math.min(steps, ((rows[i - 2] as number[])[j - 2] as number) + 1);
      row.push(steps);
    }
    rows.push(row);
  }
  return (rows[a.length] as number[])[b.length] as number;
}
