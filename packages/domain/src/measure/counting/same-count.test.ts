import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryRecords } from '../../../test/arbitrary-records.ts';
import { arbitraryEpisodes } from '../../../test/episodes.ts';
import { arbitraryFacts } from '../../../test/facts.ts';
import { aChild, aLedger } from '../../../test/ledgers.ts';
import { addDays, day } from '../../calendar/day.ts';
import type { ChildRecord } from '../../child/record.ts';
import { authorityOnDay, prepare } from '../authority-on-day.ts';
import { siblingsTogether } from '../catalogue/alongside.ts';
import { MEASURES } from '../catalogue.ts';
import type { Measure, MeasureContext } from '../measure.ts';
import { WINDOW_KINDS, type WindowKind, windowOf } from '../window.ts';
import { countOn } from './count-on.ts';
import { sameCountAfter } from './same-count.ts';

const FIRST = day('2020-01-31');
const places: MeasureContext = {
  population: () => ({ count: 1000, midYear: 2020 }),
  authorityAt: (postcode) => (postcode.startsWith('ZZ1') ? { name: 'Ourshire', relation: 'own' } : undefined),
  locate: (postcode) => (postcode.startsWith('ZZ1') ? { lat: 52, lon: -2, source: 'sector' } : undefined),
};

const child = (id: string): fc.Arbitrary<ChildRecord> =>
  fc
    .tuple(
      arbitraryEpisodes(FIRST, 4),
      arbitraryFacts(FIRST),
      fc.constantFrom('2004-05-01', '2010-02-28', '2017-07-07'),
      fc.constantFrom(undefined, 'G1', 'G2'),
    )
    .map(([episodes, facts, born, group]) =>
      aChild(id, episodes, { facts, born, ...(group === undefined ? {} : { siblingGroup: group }) }),
    );

/** Some children, one of whom is believed otherwise afterwards, or is new, or is no more. */
const changes = fc.record({
  others: fc.nat(4).chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => child(`C${i + 1}`)))),
  before: fc.option(child('C0'), { nil: undefined }),
  after: fc.option(child('C0'), { nil: undefined }),
  records: fc.option(arbitraryRecords(FIRST), { nil: undefined }),
  later: fc.nat(1500),
  window: fc.constantFrom(...(Object.keys(WINDOW_KINDS) as WindowKind[])),
});

let same = 0;
/** Throws when a count is said to be the same and is not. */
const mustBeTheSame = (measures: readonly Measure[], numRuns: number): void =>
  fc.assert(
    fc.property(changes, ({ others, before, after, records, later, window }) => {
      const asOf = addDays(FIRST, later);
      const context: MeasureContext = { ...places, ...(records === undefined ? {} : { records }) };
      const of = (children: readonly ChildRecord[]) => ({
        ...authorityOnDay(prepare(aLedger(...children)), asOf),
        window: windowOf(window, asOf),
      });
      const [then, now] = [before, after].map((one) => (one === undefined ? [] : [one]));
      const isSame = sameCountAfter(new Set([...then!, ...now!].map(({ id }) => id)), context, context);
      const [some, someNow] = [of(then!), of(now!)];
      const [all, allNow] = [of([...others, ...then!]), of([...others, ...now!])];
      for (const measure of measures) {
        if (!isSame(measure, some, someNow)) continue;
        same += 1;
        assert.deepEqual(countOn(measure, allNow, context), countOn(measure, all, context), measure.id);
      }
    }),
    { numRuns },
  );

test('a count said to be the same after a child’s record changed is the same, of every measure', () => {
  mustBeTheSame(MEASURES, 300);
  assert.ok(same > 10_000, `it is said often enough: ${same} times`);
});

test('a measure whose cases hang on others that does not say so is caught', () => {
  const { hangsOn: _, ...silent } = siblingsTogether;
  assert.throws(() => mustBeTheSame([silent], 2000), /Property failed/);
});

test('where other records changed nothing is said of what looks at them, and of everything else all is', () => {
  const one = authorityOnDay(prepare(aLedger(aChild('C0', '2024-01-01 S C2 U6'))), day('2026-01-01'));
  const held = [{ worker: 'SW1', child: one.inCare[0]!.id, starts: day('2024-01-01'), ends: null }];
  const said = (before: MeasureContext, after: MeasureContext): readonly string[] =>
    MEASURES.filter((measure) => sameCountAfter([], before, after)(measure, one, one)).map(({ id }) => id);
  const whole = said({ records: { casesHeld: held } }, { records: { casesHeld: held } });
  assert.deepEqual(
    MEASURES.map(({ id }) => id)
      .filter((id) => !whole.includes(id))
      .toSorted(),
    ['entry-panel-heard-first', 'reviews-held-ontime', 'reviews-ontime'],
  );
  const moved = said({ records: { casesHeld: held } }, { records: { casesHeld: [...held] } });
  assert.deepEqual(
    whole.filter((id) => !moved.includes(id)),
    ['sw-caseload', 'supervision-ontime'],
  );
  const emergencies = said({ records: { emergencyStarts: [] } }, { records: { emergencyStarts: [] } });
  assert.deepEqual(
    whole.filter((id) => !emergencies.includes(id)),
    ['entries-in-crisis'],
    'what it does without where it is not kept',
  );
});
