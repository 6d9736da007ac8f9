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
  /** Where the words go, chosen beforehand so that towns stand clear of them. */
  readonly words: readonly Label[];
  /** The one entry chosen, at its own place. */
  readonly only: { readonly x: number; readonly y: number; readonly withinKm: number } | undefined;
  readonly choose: ((mark: Mark | undefined) => void) | undefined;
}

/** So few marks that each may show its circle of doubt. */
const FEW = 14;
const LONGEST = 26;

export function Marks({ marks, chosen, perKm, words, only, choose }: MarksProps) {
  const current = useSignal(0);
  const wanted = new Set(chosen);
  const isChosen = (mark: Mark): boolean => wanted.size > 0 && (mark.ids ?? []).some((id) => wanted.has(id));
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
      {marks.map((mark, index) => (mark.spots === 1 && mark.withinKm * perKm > mark.r && ((only === undefined && isChosen(mark)) || (marks.length <= FEW && mark.withinKm <= 100))
        ? <circle key={index} class="doubt" cx={mark.x} cy={mark.y} r={mark.withinKm * perKm} /> : null))}
      <g>
        {order.map(({ mark, index }) => {
          const press = choose === undefined ? {} : {
            role: 'button' as const, tabindex: index === stop ? 0 : -1, 'aria-pressed': isChosen(mark), 'aria-label': markWords(mark), 'data-mark': index,
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
      {only ? <Exactly spot={only} perKm={perKm} /> : null}
      {words.map(({ text, x, y, anchor }) => <text class="word" key={text} x={x} y={y} text-anchor={anchor}>{text}</text>)}
    </g>
  );
}

/** A circle as wide as the doubt about the place, and a point in its middle. */
function Exactly({ spot: { x, y, withinKm }, perKm }: { readonly spot: NonNullable<MarksProps['only']>; readonly perKm: number }) {
  return <>{withinKm * perKm > 4 ? <circle class="doubt" cx={x} cy={y} r={withinKm * perKm} /> : null}<circle class="exactly" cx={x} cy={y} r="2.5" /></>;
}

function Filled({ mark: { x, y, r, count, tone, broken = 0, unknown = 0, rough = 0 } }: { readonly mark: Mark }) {
  const edge = rough === count ? 'rough' : '';
  if (count === 1 || broken + unknown === 0 || broken === count || unknown === count) {
    return <path class={`incident ${tone === 'broken' ? 'broken' : tone === 'unknown' ? 'unknown' : ''} ${edge}`} d={diamond(x, y, r)} />;
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

export interface Label extends Box { readonly text: string; readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' }

const MOST_LABELS = 9;
const FEWER_LABELS = 5;
const NARROW = 460;
/** Mean width of a letter, in pixels. */
const LETTER = 6.5;

/** Marks that get words whatever lies beneath, where no place is clear. */
const ALWAYS = 2;
/** A mark with less than this share of all says nothing by itself. */
const SHARE = 1 / 120;

/** Words at the greatest marks and at those chosen, as many as stand clear of each other and of the marks. */
export function labels(marks: readonly Mark[], chosen: readonly string[], frame: number): readonly Label[] {
  const wanted = new Set(chosen);
  const isChosen = (mark: Mark): boolean => wanted.size > 0 && (mark.ids ?? []).some((id) => wanted.has(id));
  const total = marks.reduce((sum, { count }) => sum + count, 0);
  const made: Label[] = [];
  const ranked = [...marks].sort((a, b) => Number(isChosen(b)) - Number(isChosen(a)) || b.count - a.count).filter((mark) => mark.count >= total * SHARE || isChosen(mark));
  ranked.forEach((mark, rank) => {
    if (made.length >= (frame < NARROW ? FEWER_LABELS : MOST_LABELS)) return;
    const best = placesFor(mark).filter(({ left, right, top }) => left >= 0 && right <= frame && top >= 0).filter((box) => !made.some((one) => meet(one, box)))
      .map((label) => ({ label, hits: marks.filter((one) => one !== mark && meet(boxOf(one), label)).length })).sort((a, b) => a.hits - b.hits)[0];
    if (best && (best.hits === 0 || rank < ALWAYS)) made.push(best.label);
  });
  return made;
}

function placesFor(mark: Mark): readonly Label[] {
  const name = mark.words.length > LONGEST ? `${mark.words.slice(0, LONGEST - 1).trimEnd()}…` : mark.words;
  const text = mark.count === 1 ? name : `${name} · ${mark.count.toLocaleString('en-GB')}`;
  const width = text.length * LETTER;
  const at = (anchor: Label['anchor'], x: number, y: number, left: number): Label => ({ text, anchor, x, y, left, right: left + width + 4, top: y - 11, bottom: y + 4 });
  const { x, y, r } = mark;
  return [at('start', x + r + 5, y + 4, x + r + 3), at('end', x - r - 5, y + 4, x - r - 7 - width), at('middle', x, y - r - 6, x - width / 2), at('middle', x, y + r + 15, x - width / 2)];
}

export const boxOf = ({ x, y, r }: Mark): Box => ({ left: x - r, right: x + r, top: y - r, bottom: y + r });

export interface Box { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
export const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
