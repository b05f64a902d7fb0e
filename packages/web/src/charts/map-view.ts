import type { DistrictCount, DistrictShapes, MapOptions } from './map.ts';
import {
  areaOf,
  type Box,
  boxesMeet,
  boxOf,
  clipRing,
  labelPlace,
  type Point,
  type Ring,
  simplifyRing,
  unionOfBoxes,
} from './plane.ts';
import { boldWidth, LINE_HEIGHT, textWidth } from './text-width.ts';

export interface MapShape {
  readonly district: string;
  readonly path: string;
  readonly isOwn: boolean;
  /** 0 for none, then 1 to 4 from few to many. */
  readonly level: 0 | 1 | 2 | 3 | 4;
}

export interface MapLabel {
  readonly x: number;
  readonly y: number;
  readonly count: string;
  /** Only where there is room. */
  readonly name: string;
  readonly level: MapShape['level'];
}

export interface MapView {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly MapShape[];
  readonly labels: readonly MapLabel[];
  /** The least number of children in each level but none, for the key. */
  readonly levelsFrom: readonly number[];
  /** Children in districts beyond the picture's edge. */
  readonly beyond: number;
}

const WIDTH = 640;
const HEIGHT = 480;
const MARGIN = 24;
/** Boundaries are drawn to within half a pixel: all that can be seen, and a tenth of the weight. */
const TOLERANCE = 0.5;

/** Degrees to a flat plane true to shape about England's middle latitudes: enough for a county. */
const NARROWING = Math.cos((53 * Math.PI) / 180);
const flatten = ([longitude = 0, latitude = 0]: readonly number[]): Point => [
  longitude * NARROWING,
  -latitude,
];

interface Flat {
  readonly district: string;
  readonly rings: readonly Ring[];
  readonly box: Box;
}

const flattened = new WeakMap<DistrictShapes, readonly Flat[]>();

/** Worked out once for the file, not for each page. */
const flatDistricts = (shapes: DistrictShapes): readonly Flat[] => {
  const known = flattened.get(shapes);
  if (known !== undefined) return known;
  const flat = shapes.features.map(({ properties, geometry }): Flat => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const rings = polygons.flatMap((polygon) => polygon.map((ring) => ring.map(flatten)));
    return { district: properties.district, rings, box: boxOf(rings) };
  });
  flattened.set(shapes, flat);
  return flat;
};

/**
 * What to show: the authority itself, and the districts round about where its children live. A child placed at the
 * other end of the country must not shrink the county to a dot: those are counted as beyond.
 */
const chooseWindow = (flat: readonly Flat[], options: MapOptions): Box => {
  const own = flat.filter(({ district }) => options.ownDistricts.includes(district));
  const centre = own.length > 0 ? own : flat;
  const home = centre.map(({ box }) => box).reduce(unionOfBoxes);
  const [width, height] = [home.right - home.left, home.bottom - home.top];
  const reach = Math.max(width, height) * 0.6;
  const around = {
    left: home.left - reach,
    right: home.right + reach,
    top: home.top - reach,
    bottom: home.bottom + reach,
  };
  const counted = new Set(
    options.counts.filter((count) => valueOf(count, options) > 0).map(({ district }) => district),
  );
  const near = flat.filter(
    ({ district, box }) =>
      counted.has(district) &&
      box.left >= around.left &&
      box.right <= around.right &&
      box.top >= around.top &&
      box.bottom <= around.bottom,
  );
  return near.map(({ box }) => box).reduce(unionOfBoxes, home);
};

export const valueOf = (count: DistrictCount, options: MapOptions): number =>
  options.show === 'from' ? count.from : count.livingNow;

/** Steps that people can name: 1, 5, 10, 20 for a small authority, wider for a large one. */
export const levelsFor = (most: number): readonly number[] =>
  [
    [1, 2, 3, 4],
    [1, 5, 10, 20],
    [1, 10, 25, 50],
    [1, 25, 50, 100],
    [1, 50, 100, 250],
  ].find((levels) => most < (levels[3] ?? 0) * 2.5) ?? [1, 100, 250, 500];

export const mapView = (options: MapOptions): MapView => {
  const flat = flatDistricts(options.districts);
  const window = chooseWindow(flat, options);
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / (window.right - window.left),
    (HEIGHT - 2 * MARGIN) / (window.bottom - window.top),
  );
  const [midX, midY] = [(window.left + window.right) / 2, (window.top + window.bottom) / 2];
  const project = ([x, y]: Point): Point => [(x - midX) * scale + WIDTH / 2, (y - midY) * scale + HEIGHT / 2];
  const shown: Box = {
    left: midX - WIDTH / 2 / scale,
    right: midX + WIDTH / 2 / scale,
    top: midY - HEIGHT / 2 / scale,
    bottom: midY + HEIGHT / 2 / scale,
  };
  const paper: Box = { left: -4, top: -4, right: WIDTH + 4, bottom: HEIGHT + 4 };

  const counts = new Map(options.counts.map((count) => [count.district, valueOf(count, options)]));
  const levelsFrom = levelsFor(Math.max(0, ...counts.values()));
  const levelOf = (count: number): MapShape['level'] =>
    levelsFrom.filter((least) => count >= least).length as MapShape['level'];

  const drawn = flat
    .filter(({ box }) => boxesMeet(box, shown))
    .map(({ district, rings }) => ({
      district,
      isOwn: options.ownDistricts.includes(district),
      rings: rings
        .map((ring) => simplifyRing(clipRing(ring.map(project), paper), TOLERANCE))
        .filter((ring) => Math.abs(areaOf(ring)) > 2),
    }))
    .filter(({ rings }) => rings.length > 0);

  return {
    width: WIDTH,
    height: HEIGHT,
    levelsFrom,
    shapes: drawn.map(({ district, isOwn, rings }) => ({
      district,
      isOwn,
      path: rings.map(pathOf).join(''),
      level: levelOf(counts.get(district) ?? 0),
    })),
    labels: placeLabels(
      drawn.map(({ district, isOwn, rings }) => {
        const count = counts.get(district) ?? 0;
        return { district, isOwn, ring: largest(rings), count, level: levelOf(count) };
      }),
      options,
    ),
    beyond: options.counts
      .filter(({ district }) => !drawn.some((shape) => shape.district === district))
      .reduce((sum, count) => sum + valueOf(count, options), 0),
  };
};

const pathOf = (ring: Ring): string =>
  `M${ring.map(([x, y]) => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`).join('L')}z`;

const largest = (rings: readonly Ring[]): Ring =>
  rings.reduce((best, ring) => (Math.abs(areaOf(ring)) > Math.abs(areaOf(best)) ? ring : best));

interface Labelled {
  readonly district: string;
  readonly isOwn: boolean;
  readonly ring: Ring;
  readonly count: number;
  readonly level: MapShape['level'];
}

/** Numbers first, the most children first; a name only where it lies inside its district and on nothing else. */
const placeLabels = (districts: readonly Labelled[], options: MapOptions): readonly MapLabel[] => {
  const taken: Box[] = [];
  const take = (x: number, y: number, width: number, height: number): boolean => {
    const box = {
      left: x - width / 2 - 3,
      right: x + width / 2 + 3,
      top: y - height / 2,
      bottom: y + height / 2,
    };
    if (box.left < 0 || box.right > WIDTH || box.top < 0 || box.bottom > HEIGHT) return false;
    if (taken.some((other) => boxesMeet(box, other))) return false;
    taken.push(box);
    return true;
  };
  const ordered = [...districts].sort((a, b) => b.count - a.count || Number(b.isOwn) - Number(a.isOwn));
  return ordered.flatMap(({ district, ring, count, level }): MapLabel[] => {
    const { at, width } = labelPlace(ring);
    const [x, y] = at;
    const number = count > 0 ? options.format(count) : '';
    const name = textWidth(district) + 16 <= width ? district : '';
    const both = Math.max(textWidth(name), boldWidth(number));
    const rounded = { x: Math.round(x), y: Math.round(y), level };
    if (name !== '' && number !== '' && take(x, y, both, LINE_HEIGHT * 2))
      return [{ ...rounded, count: number, name }];
    if (number !== '')
      return take(x, y, boldWidth(number), LINE_HEIGHT) ? [{ ...rounded, count: number, name: '' }] : [];
    return name !== '' && take(x, y, textWidth(name), LINE_HEIGHT) ? [{ ...rounded, count: '', name }] : [];
  });
};
