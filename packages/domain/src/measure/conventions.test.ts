import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aLedger } from '../../test/ledgers.ts';
import { inCare, weekly, who, withRecords } from '../../test/records.ts';
import { day } from '../calendar/day.ts';
import { authorityOnDay, prepare } from './authority-on-day.ts';
import { MEASURES } from './catalogue.ts';
import {
  CONVENTION_NAMES,
  CONVENTIONS,
  conventionInWords,
  conventionsOf,
  conventionsUsedBy,
  DEFAULT_CONVENTIONS,
  findConvention,
} from './conventions.ts';
import { evaluateOn } from './evaluate.ts';
import type { MeasureContext } from './measure.ts';

const ASOF = day('2026-03-31');
const authority = authorityOnDay(prepare(aLedger()), ASOF);
/** All kept, and nothing in them: remarks are said. */
const records = Object.fromEntries(
  MEASURES.flatMap((measure) => (measure.kind === 'cases' ? (measure.needs ?? []) : [])).map((kind) => [
    kind,
    [],
  ]),
);
const remarksUnder = (context: MeasureContext): ReadonlyMap<string, string> =>
  new Map(
    MEASURES.map((measure) => [
      measure.id,
      evaluateOn(measure, authority, { records, ...context }).certainty.join(' '),
    ]),
  );

test('each figure says which convention it used, and each convention names the measures that it alters', () => {
  const standard = remarksUnder({});
  for (const name of CONVENTION_NAMES) {
    const other = remarksUnder({ conventions: () => ({ [name]: DEFAULT_CONVENTIONS[name] + 7 }) });
    const altered = [...standard].filter(([id, says]) => other.get(id) !== says).map(([id]) => id);
    assert.deepEqual(altered, [...CONVENTIONS[name].measures], name);
    for (const id of altered) assert.deepEqual(conventionsUsedBy(id), [name]);
  }
});

test('a convention is that of the figure’s own day: an earlier day keeps the one it had', () => {
  const since2026 = (asOf: string) => (asOf >= '2026-01-01' ? { highCostAbove: weekly(5000) } : {});
  const price = {
    child: who('C1'),
    starts: day('2025-01-01'),
    ends: null,
    kind: 'residential',
    route: 'spot',
    core: weekly(7000),
    additional: weekly(0),
    expectedEnd: null,
  } as const;
  const highCost = (asOf: string) =>
    withRecords('high-cost', { placementPrices: [price] }, asOf, inCare(1), since2026).value;
  assert.deepEqual([highCost('2025-12-31'), highCost('2026-01-01')], [0, 100]);
});

test('what no authority has set is the papers’ own', () => {
  assert.deepEqual(conventionsOf({}, { asOf: ASOF }), DEFAULT_CONVENTIONS);
  const own = conventionsOf({ conventions: () => ({ paymentWorkingDays: 3 }) }, { asOf: ASOF });
  assert.deepEqual([own.paymentWorkingDays, own.contractWorkingDays], [3, 10]);
});

test('every default is within what may be set, and is said in words', () => {
  for (const name of CONVENTION_NAMES) {
    const { least, most, id } = CONVENTIONS[name];
    assert.ok(least <= DEFAULT_CONVENTIONS[name] && DEFAULT_CONVENTIONS[name] <= most, name);
    assert.equal(findConvention(id), name);
  }
  assert.equal(findConvention('no-such'), undefined);
  assert.equal(conventionInWords('highCostAbove', 900_000), '£9,000 a week');
  assert.equal(conventionInWords('supervisionWeeks', 1), '1 week');
  assert.equal(conventionInWords('contractWorkingDays', 10), '10 working days');
});
