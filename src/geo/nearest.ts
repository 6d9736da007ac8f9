/** The nearest point on a set of edges: a tree of boxes around edges as chords of the unit sphere, so that poles and the date line need no care. */
import type { Position } from './atlas.js';
import { arcKm, piecesOf, vectorOf, type Vector } from './sphere.js';

export interface Edge { readonly from: Position; readonly to: Position }

export interface Nearest {
  readonly km: number;
  /** Index into the edges given. */
  readonly edge: number;
  /** Negative right, positive left of the edge's direction, zero on its line. */
  readonly hand: number;
}

export interface EdgeIndex { nearest(latitude: number, longitude: number): Nearest | undefined }

const LEAF = 6;
interface Node { readonly box: Float64Array; readonly start: number; readonly end: number; readonly left?: Node; readonly right?: Node }

export function edgeIndex(edges: readonly Edge[]): EdgeIndex {
  const coordinates: number[] = [];
  const owner: number[] = [];
  edges.forEach((edge, index) => {
    const pieces = piecesOf(edge.from, edge.to);
    for (let i = 0; i + 1 < pieces.length; i += 1) {
      const a = vectorOf((pieces[i] as Position)[1], (pieces[i] as Position)[0]);
      const b = vectorOf((pieces[i + 1] as Position)[1], (pieces[i + 1] as Position)[0]);
      coordinates.push(a.x, a.y, a.z, b.x, b.y, b.z);
      owner.push(index);
    }
  });
  const at = Float64Array.from(coordinates);
  const order = Array.from(owner, (_, index) => index);
  const root = owner.length > 0 ? buildNode(at, order, 0, order.length) : undefined;

  return {
    nearest(latitude, longitude) {
      if (!root) return undefined;
      const p = vectorOf(latitude, longitude);
      let best = Infinity;
      let bestPiece = -1;
      const pending: Node[] = [root];
      for (let node = pending.pop(); node; node = pending.pop()) {
        if (boxDistance(node.box, p) >= best) continue;
        if (node.left && node.right) {
          const nearLeft = boxDistance(node.left.box, p) <= boxDistance(node.right.box, p);
          pending.push(nearLeft ? node.right : node.left, nearLeft ? node.left : node.right);
          continue;
        }
        for (let i = node.start; i < node.end; i += 1) {
          const piece = order[i] as number;
          const d = pieceDistance(at, piece * 6, p);
          if (d < best) { best = d; bestPiece = piece; }
        }
      }
      return { km: arcKm(Math.sqrt(best)), edge: owner[bestPiece] as number, hand: handOf(at, bestPiece, p, owner) };
    },
  };
}

function buildNode(at: Float64Array, order: number[], start: number, end: number): Node {
  const box = new Float64Array([Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity]);
  for (let i = start; i < end; i += 1) {
    const base = (order[i] as number) * 6;
    for (let k = 0; k < 6; k += 1) {
      const value = at[base + k] as number;
      const axis = k % 3;
      if (value < (box[axis] as number)) box[axis] = value;
      if (value > (box[axis + 3] as number)) box[axis + 3] = value;
    }
  }
  if (end - start <= LEAF) return { box, start, end };
  const sizes = [0, 1, 2].map((axis) => (box[axis + 3] as number) - (box[axis] as number));
  const axis = sizes.indexOf(Math.max(...sizes));
  const middleOf = (piece: number): number => (at[piece * 6 + axis] as number) + (at[piece * 6 + 3 + axis] as number);
  const sorted = order.slice(start, end).sort((a, b) => middleOf(a) - middleOf(b) || a - b);
  for (let i = start; i < end; i += 1) order[i] = sorted[i - start] as number;
  const middle = (start + end) >> 1;
  return { box, start, end, left: buildNode(at, order, start, middle), right: buildNode(at, order, middle, end) };
}

/** Squared distance from a point to a box. */
function boxDistance(box: Float64Array, p: Vector): number {
  const dx = Math.max((box[0] as number) - p.x, 0, p.x - (box[3] as number));
  const dy = Math.max((box[1] as number) - p.y, 0, p.y - (box[4] as number));
  const dz = Math.max((box[2] as number) - p.z, 0, p.z - (box[5] as number));
  return dx * dx + dy * dy + dz * dz;
}

/** Where along a piece the point nearest to `p` lies, 0 at its start and 1 at its end. */
function shareAlong(at: Float64Array, base: number, p: Vector): number {
  const ax = at[base] as number, ay = at[base + 1] as number, az = at[base + 2] as number;
  const bx = (at[base + 3] as number) - ax, by = (at[base + 4] as number) - ay, bz = (at[base + 5] as number) - az;
  const length = bx * bx + by * by + bz * bz;
  if (length === 0) return 0;
  return Math.max(0, Math.min(1, ((p.x - ax) * bx + (p.y - ay) * by + (p.z - az) * bz) / length));
}

/** Squared chord from `p` to the nearest point of a piece, that point lifted back onto the sphere. */
function pieceDistance(at: Float64Array, base: number, p: Vector): number {
  const t = shareAlong(at, base, p);
  const x = (at[base] as number) * (1 - t) + (at[base + 3] as number) * t;
  const y = (at[base + 1] as number) * (1 - t) + (at[base + 4] as number) * t;
  const z = (at[base + 2] as number) * (1 - t) + (at[base + 5] as number) * t;
  const scale = 1 / Math.sqrt(x * x + y * y + z * z);
  return (p.x - x * scale) ** 2 + (p.y - y * scale) ** 2 + (p.z - z * scale) ** 2;
}

/** Side of a piece: at a bend the two pieces that meet there decide together, each by its normal (the pseudo-normal of the corner). */
function handOf(at: Float64Array, piece: number, p: Vector, owner: readonly number[]): number {
  const t = shareAlong(at, piece * 6, p);
  let hand = normalTimes(at, piece, p);
  const other = t <= 0 ? piece - 1 : t >= 1 ? piece + 1 : -1;
  if (other >= 0 && other < owner.length && meets(at, Math.min(piece, other), Math.max(piece, other))) hand += normalTimes(at, other, p);
  return hand;
}

function meets(at: Float64Array, first: number, second: number): boolean {
  return [0, 1, 2].every((k) => Math.abs((at[first * 6 + 3 + k] as number) - (at[second * 6 + k] as number)) < 1e-12);
}

/** `p` against the unit normal of the great circle through the piece: positive on its left. */
function normalTimes(at: Float64Array, piece: number, p: Vector): number {
  const b = piece * 6;
  const ax = at[b] as number, ay = at[b + 1] as number, az = at[b + 2] as number;
  const bx = at[b + 3] as number, by = at[b + 4] as number, bz = at[b + 5] as number;
  const nx = ay * bz - az * by, ny = az * bx - ax * bz, nz = ax * by - ay * bx;
  const length = Math.hypot(nx, ny, nz);
  return length === 0 ? 0 : (nx * p.x + ny * p.y + nz * p.z) / length;
}
