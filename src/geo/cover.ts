/** A shape as a set of discs that lie inside it: how a place known only by the name of a region is compared with a zone. */
import type { Box, Disc, Shape } from './shapes.js';

const KM_PER_DEGREE = 111.195;
const MOST_DISCS = 2500;

/**
 * Discs on a grid, spaced so that they overlap, each wholly inside. The outermost part of the region, up to one disc's width (at least
 * some 4 km), is left out: outlines of different maps differ by that much, so a shared border does not make a region stick out.
 */
export function coverOf(shape: Shape): readonly Disc[] {
  if (shape.spot) return [shape.spot];
  const area = shape.boxes.reduce((sum, box) => sum + areaKm2(box), 0);
  for (const spacing of [Math.max(5, Math.sqrt(area / MOST_DISCS)), Math.sqrt(area) / 30, Math.sqrt(area) / 60]) {
    const discs = shape.boxes.flatMap((box) => gridOf(box, spacing)).filter((disc) => shape.test(disc).truth === 'true').map((disc) => ({ ...disc, onLand: true }));
    if (discs.length > 0) return discs;
  }
  return [];
}

function areaKm2(box: Box): number {
  const middle = (((box.south + box.north) / 2) * Math.PI) / 180;
  return (box.east - box.west) * (box.north - box.south) * KM_PER_DEGREE * KM_PER_DEGREE * Math.cos(middle);
}

function gridOf(box: Box, spacingKm: number): Disc[] {
  const discs: Disc[] = [];
  const withinKm = spacingKm * 0.75;
  const rows = Math.max(1, Math.round(((box.north - box.south) * KM_PER_DEGREE) / spacingKm));
  for (let row = 0; row < rows; row += 1) {
    const latitude = box.south + ((row + 0.5) * (box.north - box.south)) / rows;
    const width = (box.east - box.west) * KM_PER_DEGREE * Math.cos((latitude * Math.PI) / 180);
    const columns = Math.max(1, Math.round(width / spacingKm));
    for (let column = 0; column < columns; column += 1) {
      discs.push({ latitude, longitude: box.west + ((column + 0.5) * (box.east - box.west)) / columns, withinKm });
    }
  }
  return discs;
}
