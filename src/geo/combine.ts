/** Shapes put together: union, both, less. A disc that no single part decides can be cut into cells, so that a border between two parts of one zone does not matter. */
import { all, any, not, type Box, type Disc, type Finding, type Shape } from './shapes.js';
import { distanceKm, pointAt } from './sphere.js';

export function unionShape(parts: readonly Shape[]): Shape {
  if (parts.length === 1) return parts[0] as Shape;
  return {
    boxes: parts.flatMap((part) => part.boxes),
    test(disc) {
      const findings: Finding[] = [];
      for (const part of parts) {
        const finding = part.test(disc);
        if (finding.truth === 'true') return finding;
        findings.push(finding);
      }
      const nearest = (list: readonly Finding[]): Finding | undefined => list.reduce<Finding | undefined>((a, b) => (a && (a.km ?? -Infinity) >= (b.km ?? -Infinity) ? a : b), undefined);
      return nearest(findings.filter((finding) => finding.truth === 'undetermined')) ?? nearest(findings) ?? { truth: 'false', text: 'the zone is empty' };
    },
  };
}

export function bothShape(parts: readonly Shape[]): Shape {
  if (parts.length === 1) return parts[0] as Shape;
  return {
    boxes: smallest(parts),
    test(disc) {
      const findings = parts.map((part) => part.test(disc));
      const truth = all(findings.map((finding) => finding.truth));
      return { truth, text: findings.filter((finding) => finding.truth === truth).map((finding) => finding.text).join('; ') };
    },
  };
}

export function lessShape(base: Shape, cut: Shape): Shape {
  return {
    boxes: base.boxes,
    test(disc) {
      const inside = base.test(disc);
      if (inside.truth === 'false') return inside;
      const excluded = cut.test(disc);
      if (excluded.truth === 'false') return inside;
      if (excluded.truth === 'true') return { truth: 'false', text: `the zone leaves this out: ${excluded.text}` };
      return { truth: all([inside.truth, not(excluded.truth)]), text: `the zone leaves out a part that may hold it: ${excluded.text}` };
    },
  };
}

function smallest(parts: readonly Shape[]): readonly Box[] {
  const size = (shape: Shape): number => shape.boxes.reduce((sum, box) => sum + (box.east - box.west) * (box.north - box.south), 0);
  return parts.filter((part) => part.boxes.length > 0).reduce<Shape | undefined>((a, b) => (a && size(a) <= size(b) ? a : b), undefined)?.boxes ?? [];
}

// Cells smaller than this (km), or than this share of the disc, are judged by their centre: outlines of different maps differ by more.
const FINEST_KM = 0.5;
const FINEST_SHARE = 1 / 32;
const MOST_TESTS = 1500;

/** The shape's answer; where the disc as a whole leaves it open, the answer on which all its cells agree. */
export function testFinely(shape: Shape, disc: Disc): Finding {
  const whole = shape.test(disc);
  if (whole.truth !== 'undetermined' || disc.withinKm <= FINEST_KM) return whole;
  // The centre alone is open (a doubt of the map, or words still to be agreed): no cutting will settle it.
  const centre = shape.test({ ...disc, withinKm: 0 });
  if (centre.truth === 'undetermined') return whole;
  const finest = Math.max(FINEST_KM, disc.withinKm * FINEST_SHARE);
  let tests = 0;
  /** A square cell around a point, `half` its side. */
  const agrees = (latitude: number, longitude: number, half: number): boolean => {
    const reach = half * Math.SQRT2;
    if (distanceKm(latitude, longitude, disc.latitude, disc.longitude) - (half < finest ? 0 : reach) > disc.withinKm) return true;
    tests += 1;
    if (tests > MOST_TESTS) return false;
    const { truth } = shape.test({ ...disc, latitude, longitude, withinKm: half < finest ? 0 : reach });
    if (truth === centre.truth) return true;
    return truth === 'undetermined' && half >= finest && quarters(latitude, longitude, half, agrees);
  };
  return quarters(disc.latitude, disc.longitude, disc.withinKm, agrees) ? { ...centre, text: `${centre.text}; every part of its ${Math.round(disc.withinKm)} km of doubt agrees` } : whole;
}

function quarters(latitude: number, longitude: number, half: number, agrees: (latitude: number, longitude: number, half: number) => boolean): boolean {
  return [1, 3, 5, 7].every((eighth) => {
    const corner = pointAt(latitude, longitude, (half / 2) * Math.SQRT2, (eighth * Math.PI) / 4);
    return agrees(corner.latitude, corner.longitude, half / 2);
  });
}

/** Every one of several findings, as one: true or false where all agree. */
export function agreement(findings: readonly Finding[]): Finding['truth'] {
  const truths = findings.map((finding) => finding.truth);
  return all(truths) === 'true' ? 'true' : any(truths) === 'false' ? 'false' : 'undetermined';
}
