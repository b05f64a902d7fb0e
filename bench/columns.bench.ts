/**
 * Children with three or more placements at each of ten year-ends, in a million episodes: over typed columns, and by
 * the readable definition. Both must find the same children.
 */
import assert from 'node:assert/strict';
import {
  addMonths,
  type ChildRecord,
  childId,
  childrenWithThreeOrMorePlacements,
  day,
  dayFromNumber,
  evaluate,
  findMeasure,
  placementColumns,
  prepare,
  timelinesFromEpisodes,
} from '@rightplace/domain';
import { best, say, timed } from './report.ts';
import { columnsOf, type SyntheticChild, syntheticChildren } from './synthetic-episodes.ts';

const EPISODES = Number(process.env['BENCH_EPISODES'] ?? 1_000_000);
const SEED = 903;
const YEAR_ENDS = Array.from({ length: 10 }, (_, i) => addMonths(day('2016-03-31'), i * 12));

const recordOf = ({ id, episodes }: SyntheticChild): ChildRecord => ({
  id: childId(id),
  details: {},
  facts: [],
  ...timelinesFromEpisodes(
    episodes.map((row) => ({
      ...row,
      decom: dayFromNumber(row.decom),
      dec: row.dec === null ? null : dayFromNumber(row.dec),
      cin: null,
      provider: null,
      reasonPlaceChange: null,
      homePostcode: null,
      urn: null,
    })),
  ),
});

const children = [...syntheticChildren(EPISODES, SEED)];
const filling = timed(() => columnsOf(children));
const columns = filling.result;
const against = `${columns.decom.length.toLocaleString('en-GB')} episodes, ${columns.children.length.toLocaleString('en-GB')} children`;
say('columns filled', filling.ms, 'ms', against);

const tenYearEnds = () => {
  const placements = placementColumns(columns);
  return YEAR_ENDS.map((asOf) => childrenWithThreeOrMorePlacements(placements, asOf));
};
const onePass = best(7, () => placementColumns(columns));
say('placements worked out, columns', onePass.ms, 'ms', against);
const byColumns = best(7, tenYearEnds);
say('three or more placements, columns', byColumns.ms, 'ms', 'ten year-ends; the aim is about 100 ms');

const measure = findMeasure('stability-3plus');
assert.ok(measure !== undefined);
const records = timed(() => children.map(recordOf));
say('timelines from episodes', records.ms, 'ms', against);
const prepared = timed(() => prepare({ authority: 'E92000001', children: records.result }));
say('ledger prepared', prepared.ms, 'ms', against);
const byDefinition = timed(() => YEAR_ENDS.map((asOf) => evaluate(measure, prepared.result, asOf)));
say(
  'three or more placements, readable definition',
  byDefinition.ms,
  'ms',
  'ten year-ends, ledger already prepared',
);

for (const [i, counted] of byColumns.result.entries()) {
  const figure = byDefinition.result[i];
  assert.equal(counted.lookedAfter, figure?.denominator);
  assert.deepEqual(
    counted.children.map((child) => columns.children[child]),
    figure?.children.numerator,
  );
}
const wholly = prepared.ms + byDefinition.ms;
say(
  'columns are faster',
  wholly / byColumns.ms,
  'times',
  'the readable definition with its preparation, same answers',
);
