/** A point of the drawing, and the few things done with rings of them. */
export type Point = readonly [x: number, y: number];
export type Ring = readonly Point[];

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const boxOf = (rings: readonly Ring[]): Box => {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const [x, y] of ring) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  return { left, top, right, bottom };
};

export const unionOfBoxes = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

export const boxesMeet = (a: Box, b: Box): boolean =>
  a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;

/** Positive or negative by the direction in which the ring runs. */
export const areaOf = (ring: Ring): number => {
  let twice = 0;
  for (let i = 0; i < ring.length; i++) {
    const [x1, y1] = ring[i] as Point;
    const [x2, y2] = ring[(i + 1) % ring.length] as Point;
    twice += x1 * y2 - x2 * y1;
  }
  return twice / 2;
};

/** The part of a ring inside the box (Sutherland and Hodgman's way: one side of the box after another). */
export const clipRing = (ring: Ring, box: Box): Ring => {
  const cut = (
    points: Ring,
    inside: (point: Point) => boolean,
    cross: (a: Point, b: Point) => Point,
  ): Ring => {
    const kept: Point[] = [];
    for (let i = 0; i < points.length; i++) {
      const [point, before] = [points[i] as Point, points.at(i - 1) as Point];
      if (inside(point) !== inside(before)) kept.push(cross(before, point));
      if (inside(point)) kept.push(point);
    }
    return kept;
  };
  const atX =
    (x: number) =>
    (a: Point, b: Point): Point => [x, a[1] + ((x - a[0]) / (b[0] - a[0])) * (b[1] - a[1])];
  const atY =
    (y: number) =>
    (a: Point, b: Point): Point => [a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]), y];
  let points = cut(ring, ([x]) => x >= box.left, atX(box.left));
  points = cut(points, ([x]) => x <= box.right, atX(box.right));
  points = cut(points, ([, y]) => y >= box.top, atY(box.top));
  return cut(points, ([, y]) => y <= box.bottom, atY(box.bottom));
};

const distanceFromLine = ([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number => {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = Math.hypot(dx, dy);
  return length === 0 ? Math.hypot(x - x1, y - y1) : Math.abs(dx * (y1 - y) - dy * (x1 - x)) / length;
};

/** The ring with fewer points, none of those left out further than `tolerance` from it (Douglas and Peucker's way). */
export const simplifyRing = (ring: Ring, tolerance: number): Ring => {
  if (ring.length < 5) return ring;
  const keep = new Uint8Array(ring.length);
  keep[0] = 1;
  keep[ring.length - 1] = 1;
  const spans: [number, number][] = [[0, ring.length - 1]];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span;
    let [furthest, distance] = [-1, tolerance];
    for (let i = from + 1; i < to; i++) {
      const away = distanceFromLine(ring[i] as Point, ring[from] as Point, ring[to] as Point);
      if (away > distance) [furthest, distance] = [i, away];
    }
    if (furthest < 0) continue;
    keep[furthest] = 1;
    spans.push([from, furthest], [furthest, to]);
  }
  return ring.filter((_, i) => keep[i] === 1);
};

/** Where to write on a shape: the middle of the widest stretch across it, half-way down; and how wide that is. */
export const labelPlace = (ring: Ring): { readonly at: Point; readonly width: number } => {
  const box = boxOf([ring]);
  let best: { at: Point; width: number } = {
    at: [(box.left + box.right) / 2, (box.top + box.bottom) / 2],
    width: 0,
  };
  for (const part of [0.5, 0.4, 0.6, 0.3, 0.7]) {
    const y = box.top + (box.bottom - box.top) * part;
    const crossings: number[] = [];
    for (let i = 0; i < ring.length; i++) {
      const [[x1, y1], [x2, y2]] = [ring[i] as Point, ring[(i + 1) % ring.length] as Point];
      if (y1 > y !== y2 > y) crossings.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
    }
    crossings.sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const [from = 0, to = 0] = [crossings[i], crossings[i + 1]];
      // A line further from the middle must be a good deal wider to be preferred.
      if (to - from > best.width * (best.width === 0 ? 1 : 1.25))
        best = { at: [(from + to) / 2, y], width: to - from };
    }
  }
  return best;
};
