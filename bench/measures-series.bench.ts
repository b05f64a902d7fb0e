/**
 * Every measure and breakdown for an authority with 1,500 children on its record, at each of 120 month-ends: from
 * their timelines to figures, on one core.
 */
import {
  CATALOGUE,
  type ChildRecord,
  childId,
  day,
  dayFromNumber,
  evaluateSeries,
  type Ledger,
  type MeasureContext,
  measuresAsJson,
  prepare,
  timelinesFromEpisodes,
} from '@rightplace/domain';
import { best, say } from './report.ts';
import { type SyntheticChild, seededRandom, syntheticChildren } from './synthetic-episodes.ts';

const CHILDREN = 1_500;
const MONTHS = 120;
const random = seededRandom(120);
const oneOf = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

const recordOf = ({ id, episodes }: SyntheticChild): ChildRecord => ({
  id: childId(id),
  details: {
    dateOfBirth: dayFromNumber((episodes[0]?.decom ?? 0) - Math.floor(random() * 6000)),
    sex: oneOf(['M', 'F']),
    ethnicity: oneOf(['WBRI', 'MOTH', 'BAFR', 'NOBT']),
  },
  facts: [],
  ...timelinesFromEpisodes(
    episodes.map((row) => ({
      ...row,
      decom: dayFromNumber(row.decom),
      dec: row.dec === null ? null : dayFromNumber(row.dec),
      cin: oneOf(['N1', 'N5', 'N8']),
      provider: row.place.startsWith('T') ? null : oneOf(['PR1', 'PR4']),
      reasonPlaceChange: null,
      homePostcode: `ZZ${10 + Math.floor(random() * 90)} 1AA`,
      urn: null,
    })),
  ),
});

const children: ChildRecord[] = [];
for (const child of syntheticChildren(1_000_000, 1)) {
  if (children.push(recordOf(child)) === CHILDREN) break;
}
const ledger: Ledger = { authority: 'E10000999', children };
const places = new Map<string, { lat: number; lon: number; source: 'sector' }>();
for (let i = 10; i < 100; i++)
  places.set(`ZZ${i}`, { lat: 52 + i / 100, lon: -2 - i / 90, source: 'sector' });
const context: MeasureContext = {
  population: () => ({ count: 120_000, midYear: 2024 }),
  locate: (postcode) => places.get(postcode.slice(0, 4)),
};

const asOf = day('2025-03-31');
const against = `${CHILDREN.toLocaleString('en-GB')} children, ${CATALOGUE.length} measures and breakdowns, ${MONTHS} month-ends`;
const preparing = best(5, () => prepare(ledger));
say('ledger prepared', preparing.ms, 'ms', `${CHILDREN.toLocaleString('en-GB')} children`);
const series = best(5, () => evaluateSeries(preparing.result, asOf, MONTHS, context));
say('all measures in series', series.ms, 'ms', `${against}; the aim is 300 ms`);
const written = best(5, () => JSON.stringify(series.result.map(({ results }) => measuresAsJson(results))));
say('written as JSON', written.ms, 'ms', `${(written.result.length / 1e6).toFixed(1)} MB`);
const inCare = series.result.at(-1)?.results.find(({ id }) => id === 'cla-number');
say(
  'children looked after',
  inCare?.kind === 'figure' ? inCare.numerator : 0,
  'children',
  'at the last month-end',
);
