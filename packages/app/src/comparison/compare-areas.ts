import {
  type AttemptRefusal,
  type ComparedAreas,
  comparedAreas,
  ENGLAND,
  findMeasure,
  londonDayOf,
  type Measure,
  publishedAs,
  seriesOf,
} from '@rightplace/domain';
import { asTenantReading, listSettings } from '@rightplace/store';
import type { AsKnown } from '../child/load-children.ts';
import { csvText } from '../measure/csv-file.ts';
import { findFigureReach } from '../measure/figure-reach.ts';
import type { FiguresFile } from '../measure/figures-csv.ts';
import { publishedAreas, publishedInForce } from '../reference/published/published-in-force.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { placesOf } from './comparer.ts';
import { NEIGHBOURS_KEY } from './kept-values.ts';

/** One measure as published of this authority, its neighbours, its region and England. Nothing in it is of the record. */
export interface AreasCompared {
  readonly kind: 'areas';
  readonly measure: Measure;
  readonly compared: ComparedAreas | undefined;
  /** By whose model the neighbours are such; undefined where none are chosen. */
  readonly neighboursBy: string | undefined;
}

export const compareAreas = async (
  world: Pick<World, 'db' | 'now'>,
  signedIn: SignedIn,
  { id, asKnown }: { readonly id: string; readonly asKnown: AsKnown },
): Promise<AreasCompared | { readonly kind: 'not-found' } | AttemptRefusal> => {
  const { authority } = signedIn;
  const reach = findFigureReach(signedIn, londonDayOf(world.now()));
  if (reach.kind === 'refused') return reach;
  const measure = findMeasure(id);
  if (measure === undefined) return { kind: 'not-found' };
  const { asOf, knownAt } = asKnown;
  return asTenantReading(world.db, { authorityId: authority.id }, async (tx) => {
    const settings = await listSettings(tx, knownAt);
    const neighbours = settings.find(
      ({ key, starts, ends }) => key === NEIGHBOURS_KEY && starts <= asOf && (ends === null || ends > asOf),
    );
    const places = placesOf(authority.id, await publishedAreas(tx), neighbours?.value);
    const as = publishedAs(measure.id);
    const areas = [
      places.own,
      places.region?.code,
      ...(places.neighbours?.areas ?? []).map(({ code }) => code),
    ];
    const published = await publishedInForce(tx, {
      series: as === undefined ? [] : seriesOf(as),
      areas: [ENGLAND, ...areas.filter((code) => code !== undefined)],
    });
    const compared = comparedAreas({ measure, asOf, places, ownName: authority.name, published });
    return { kind: 'areas', measure, compared, neighboursBy: places.neighbours?.source };
  });
};

const COLUMNS = [
  'measure',
  'title',
  'area',
  'code',
  'is',
  'year to 31 March',
  'value',
  'unit',
  'mark',
  'source',
];

/** The same as a file, a line for each area and year. A mark stands in a column of its own, so that none is read as nought. */
export const downloadAreas = async (
  world: Pick<World, 'db' | 'now'>,
  signedIn: SignedIn,
  asked: { readonly id: string; readonly asKnown: AsKnown },
): Promise<FiguresFile | { readonly kind: 'not-found' } | AttemptRefusal> => {
  const found = await compareAreas(world, signedIn, asked);
  if (found.kind !== 'areas') return found;
  const { measure, compared } = found;
  const lines = (compared?.areas ?? []).flatMap(({ name, code, is, values }) =>
    values.map((value, i) => [
      measure.id,
      measure.title,
      name,
      code,
      is,
      compared?.years[i],
      value.kind === 'value' ? Math.round(value.value * 100) / 100 : '',
      compared?.unit,
      value.kind === 'value' ? '' : (value.mark ?? value.reason),
      value.kind === 'value' ? value.release : '',
    ]),
  );
  return { kind: 'file', name: `${measure.id}-compared.csv`, text: csvText(COLUMNS, lines) };
};
