/** Incidents as diamonds: the area grows with the count, filled by what the entries led to. One stop of the tab key; arrows go from mark to mark. */
import { useSignal } from '@preact/signals';
import { markWords, type Mark } from '../view/incidents.js';

export function diamond(x: number, y: number, r: number): string {
  return `M${x.toFixed(1)} ${(y - r).toFixed(1)}l${r} ${r}-${r} ${r}-${r}-${r}z`;
}

/** Height, from the foot of a diamond of radius r, below which a share of its area lies. */
function heightOf(share: number, r: number): number {
  return share <= 0.5 ? r * Math.sqrt(2 * share) : 2 * r - r * Math.sqrt(2 * (1 - share));
}

/** The part of a diamond between two shares of its area, from the foot up. */
function slice(x: number, y: number, r: number, from: number, to: number): string {
  const [low, high] = [heightOf(from, r), heightOf(to, r)];
  const half = (height: number): number => Math.min(height, 2 * r - height);
  const foot = y + r;
  const points = [[x - half(low), foot - low], ...(low < r && high > r ? [[x - r, y]] : []), [x - half(high), foot - high], [x + half(high), foot - high], ...(low < r && high > r ? [[x + r, y]] : []), [x + half(low), foot - low]];
  return `M${points.map(([px = 0, py = 0]) => `${px.toFixed(1)} ${py.toFixed(1)}`).join('L')}z`;
}

interface MarksProps {
  readonly marks: readonly Mark[];
  readonly chosen: readonly string[];
  readonly perKm: number;
  readonly choose: ((mark: Mark | undefined) => void) | undefined;
}

/** So few marks that each may show its circle of doubt. */
const FEW = 14;
const LONGEST = 26;

export function Marks({ marks, chosen, perKm, choose }: MarksProps) {
  const current = useSignal(0);
  const wanted = new Set(chosen);
  const isChosen = (mark: Mark): boolean => wanted.size > 0 && (mark.ids ?? []).some((id) => wanted.has(id));
  const words = labels(marks, isChosen);
  const stop = Math.min(current.value, marks.length - 1);
  // The greatest lie lowest, so that none is hidden.
  const order = marks.map((mark, index) => ({ mark, index })).sort((a, b) => Number(isChosen(a.mark)) - Number(isChosen(b.mark)) || b.mark.r - a.mark.r);
  const keys = (event: KeyboardEvent, index: number): void => {
    const { key, currentTarget } = event;
    if (key === 'Enter' || key === ' ') { event.preventDefault(); choose?.(marks[index]); return; }
    if (key === 'Escape') { choose?.(undefined); return; }
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
    if (by === undefined) return;
    event.preventDefault();
    current.value = (index + by + marks.length) % marks.length;
    (currentTarget as SVGElement).parentElement?.querySelector<SVGElement>(`[data-mark="${current.value}"]`)?.focus();
  };
  return (
    <g class="marks">
      {marks.map((mark, index) => (mark.withinKm * perKm > mark.r && (isChosen(mark) || (marks.length <= FEW && mark.withinKm <= 100))
        ? <circle key={index} class="doubt" cx={mark.x} cy={mark.y} r={mark.withinKm * perKm} /> : null))}
      <g>
        {order.map(({ mark, index }) => {
          const press = choose === undefined ? {} : {
            role: 'button' as const, tabIndex: index === stop ? 0 : -1, 'aria-pressed': isChosen(mark), 'aria-label': markWords(mark), 'data-mark': index,
            onClick: () => { current.value = index; choose(mark); }, onKeyDown: (event: KeyboardEvent) => keys(event, index),
          };
          return (
            <g key={index} class={`mark ${isChosen(mark) ? 'chosen' : ''}`} {...press}>
              <title>{markWords(mark)}</title>
              <circle class="reach" cx={mark.x} cy={mark.y} r={Math.max(12, mark.r)} />
              {isChosen(mark) ? <path class="ring" d={diamond(mark.x, mark.y, mark.r + 4)} /> : null}
              <Filled mark={mark} />
            </g>
          );
        })}
      </g>
      {words.map(({ text, x, y, anchor }) => <text class="word" key={text} x={x} y={y} text-anchor={anchor}>{text}</text>)}
    </g>
  );
}

function Filled({ mark: { x, y, r, count, tone, broken = 0, unknown = 0, rough } }: { readonly mark: Mark }) {
  const edge = rough ? 'rough' : '';
  if (count === 1 || broken === count || unknown === count) {
    return <path class={`incident ${tone === 'broken' ? 'broken' : tone === 'unknown' ? 'unknown' : tone === 'kept' ? 'kept' : ''} ${edge}`} d={diamond(x, y, r)} />;
  }
  const [first, second] = [broken / count, (broken + unknown) / count];
  return (
    <>
      <path class={`incident ${edge}`} d={diamond(x, y, r)} />
      {unknown > 0 ? <path class="part unknown" d={slice(x, y, r, first, second)} /> : null}
      {broken > 0 ? <path class="part broken" d={slice(x, y, r, 0, first)} /> : null}
      <path class={`edge ${edge}`} d={diamond(x, y, r)} />
    </>
  );
}

interface Label { readonly text: string; readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' }

const MOST_LABELS = 9;
const LETTER = 6.3;

/** Words at the greatest marks, as many as stand clear of each other and of the marks. */
function labels(marks: readonly Mark[], isChosen: (mark: Mark) => boolean): readonly Label[] {
  const placed: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }[] = [];
  const made: Label[] = [];
  const ranked = [...marks].sort((a, b) => Number(isChosen(b)) - Number(isChosen(a)) || b.count - a.count);
  for (const mark of ranked) {
    if (made.length >= MOST_LABELS) break;
    const name = mark.words.length > LONGEST ? `${mark.words.slice(0, LONGEST - 1).trimEnd()}…` : mark.words;
    const text = mark.count === 1 ? name : `${name} · ${mark.count.toLocaleString('en-GB')}`;
    const width = text.length * LETTER;
    const places = [
      { anchor: 'start', x: mark.x + mark.r + 5, y: mark.y + 4, left: mark.x + mark.r + 3 }, { anchor: 'end', x: mark.x - mark.r - 5, y: mark.y + 4, left: mark.x - mark.r - 7 - width },
      { anchor: 'middle', x: mark.x, y: mark.y - mark.r - 6, left: mark.x - width / 2 }, { anchor: 'middle', x: mark.x, y: mark.y + mark.r + 15, left: mark.x - width / 2 },
    ] as const;
    for (const { anchor, x, y, left } of places) {
      const box = { left, right: left + width + 4, top: y - 11, bottom: y + 4 };
      if (left < 0 || placed.some((one) => meet(one, box)) || marks.some((one) => one !== mark && meet({ left: one.x - one.r, right: one.x + one.r, top: one.y - one.r, bottom: one.y + one.r }, box))) continue;
      placed.push(box);
      made.push({ text, x, y, anchor });
      break;
    }
  }
  return made;
}

interface Box { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
