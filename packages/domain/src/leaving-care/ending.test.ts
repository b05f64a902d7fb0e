import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryEpisodes } from '../../test/episodes.ts';
import { aChild } from '../../test/ledgers.ts';
import { addDays, type Day, day } from '../calendar/day.ts';
import { episodesFromTimelines } from '../child/episodes-from-timelines.ts';
import { REASONS_CEASED } from '../child/reason-ceased.ts';
import type { ChildRecord } from '../child/record.ts';
import { timelinesFromEpisodes } from '../child/timelines-from-episodes.ts';
import { PLANNED_REASONS, UNPLANNED_REASONS } from './asks.ts';
import { endCare, findEndingFault, hasEndedSo } from './ending.ts';
import { writeEnding } from './write-ending.ts';

const TODAY = day('2026-11-23');

/** In care since January 2025, moved in March and under a full care order since June. */
const child = (
  last = '2025-06-01 L C2 U6 PR1',
  born = '2012-05-01',
  first = '2025-01-10 S C1 U4 PR1 2025-03-01 X1\n2025-03-01 P C1 U6 PR1 2025-06-01 X1\n',
): ChildRecord => aChild('C1', `${first}${last}`, { born });

const fault = (record: ChildRecord, on: string, reason: string) =>
  findEndingFault(record, { on: day(on), reason }, TODAY);

test('care ends on the day with its reason, and with it the placement, the legal status and the need', () => {
  const record = child();
  const ending = { on: day('2026-11-20'), reason: 'E4A' };
  assert.equal(findEndingFault(record, ending, TODAY), undefined);
  const after = endCare(record, ending);
  assert.deepEqual(after.periodsOfCare, [
    { starts: '2025-01-10', ends: '2026-11-20', startKnown: true, endReason: 'E4A' },
  ]);
  for (const timeline of [after.placements, after.legalStatuses, after.needs])
    assert.equal(timeline.at(-1)?.ends, '2026-11-20');
  assert.equal(after.placements.at(-1)?.endReason, null, 'no placement changed: care ended');
  const last = episodesFromTimelines(after).at(-1);
  assert.deepEqual([last?.dec, last?.rec, last?.reasonPlaceChange], ['2026-11-20', 'E4A', null]);
  assert.ok(hasEndedSo(after, ending));
});

test('each thing that cannot be is refused at its question, in a sentence', () => {
  const inFosterCare = child();
  const placed = (place: string, status: string) => child(`2025-06-01 B ${status} ${place} PR1`);
  const refusedOf: readonly (readonly [ChildRecord, string, string, string, RegExp])[] = [
    [
      aChild('C2', '2025-01-10 S C2 U6 PR1 2025-09-01 E4A'),
      '2026-11-01',
      'E4A',
      'left-on',
      /not say that the child is looked after/,
    ],
    [inFosterCare, '2026-11-24', 'E4A', 'left-on', /a day that has been/],
    [inFosterCare, '2025-05-01', 'E4A', 'left-on', /under this legal status since 1 June 2025/],
    [inFosterCare, '2025-06-01', 'E4A', 'left-on', /since that same day/],
    [child('2025-06-01 P C1 K2 PR4'), '2025-05-31', 'E4A', 'left-on', /in this placement since 1 June 2025/],
    [child('2025-06-01 P C1 T1 PR1'), '2026-11-01', 'E4A', 'left-on', /away from where they live/],
    [
      child(undefined, '2008-11-20'),
      '2026-11-20',
      'E11',
      'left-why',
      /18th birthday, which is on 20 November 2026/,
    ],
    [child(undefined, '2008-11-20'), '2026-11-20', 'E46', 'left-why', /18th birthday/],
    [child(undefined, '2008-11-21'), '2026-11-20', 'E17', 'left-why', /before the 18th birthday/],
    [child(undefined, '2013-01-01'), '2026-11-20', 'E5', 'left-why', /before the 14th birthday/],
    [child(undefined, '2011-01-01'), '2026-11-20', 'E7', 'left-why', /before the 16th birthday/],
    [inFosterCare, '2026-11-20', 'E11', 'left-why', /placed for adoption/],
    [placed('A6', 'C2'), '2026-11-20', 'E12', 'left-why', /no placement order/],
    [child('2025-06-01 P C1 K2 PR4'), '2026-11-20', 'E45', 'left-why', /not live in foster care/],
    [inFosterCare, '2026-11-20', 'E14', 'left-why', /on remand/],
  ];
  for (const [record, on, reason, question, sentence] of refusedOf) {
    const found = fault(record, on, reason);
    assert.equal(found?.question, question, `${reason} on ${on}`);
    assert.match(found?.sentence ?? '', sentence);
  }
});

test('what stands beside each refusal is accepted: the birthday itself, an order, a death away from home', () => {
  const placed = (place: string, status: string) => child(`2025-06-01 B ${status} ${place} PR1`);
  const accepted: readonly (readonly [ChildRecord, string, string])[] = [
    [child(), '2026-11-23', 'E4A'],
    [child(), '2025-06-02', 'E4A'],
    [child(undefined, '2008-11-21'), '2026-11-20', 'E46'],
    [child(undefined, '2008-11-20'), '2026-11-20', 'E17'],
    [child(undefined, '2012-11-20'), '2026-11-20', 'E5'],
    [placed('A6', 'E1'), '2026-11-20', 'E12'],
    [placed('A4', 'V2'), '2026-11-20', 'E11'],
    [child('2025-06-01 P C1 T1 PR1'), '2026-11-01', 'E2'],
    [child('2025-06-01 B J1 K1 PR4'), '2026-11-01', 'E14'],
    [aChild('C3', '2026-11-23 S V2 U6 PR1'), '2026-11-23', 'E4B'],
  ];
  for (const [record, on, reason] of accepted)
    assert.equal(fault(record, on, reason)?.sentence, undefined, `${reason} on ${on}`);
});

test('a reason offered is one of the return’s own, and none that only old returns have', () => {
  for (const reason of [...PLANNED_REASONS, ...UNPLANNED_REASONS]) {
    assert.ok(reason in REASONS_CEASED.codes, reason);
    assert.ok(!['X1', 'E1', 'E43', 'E44'].includes(reason), reason);
  }
});

const EMPTY = { details: {}, facts: [] };
const anEnding = fc.record({
  episodes: arbitraryEpisodes(day('2022-01-31')),
  days: fc.integer({ min: 0, max: 400 }),
  reason: fc.constantFrom(...PLANNED_REASONS),
});

test('whatever the record is, an ending that is accepted becomes its last episode, and the record reads back the same', () => {
  fc.assert(
    fc.property(anEnding, ({ episodes, days, reason }) => {
      const record = { id: 'C1', ...EMPTY, ...timelinesFromEpisodes(episodes) } as unknown as ChildRecord;
      const start = record.periodsOfCare.at(-1)?.starts ?? day('2022-01-31');
      const on: Day = addDays(start, days);
      const writing = writeEnding({
        child: record,
        said: { 'left-on': on, 'left-why': reason },
        evidence: {},
        today: addDays(start, 500),
      });
      if (writing.kind !== 'written' || hasEndedSo(record, { on, reason })) return;
      const after = episodesFromTimelines(writing.child);
      const [last, before] = [after.at(-1), episodesFromTimelines(record)];
      assert.deepEqual([last?.dec, last?.rec], [on, reason]);
      assert.deepEqual(after.slice(0, -1), before.slice(0, -1), 'nothing else is said otherwise');
      const { periodsOfCare, placements, legalStatuses, needs } = writing.child;
      assert.deepEqual(timelinesFromEpisodes(after), { periodsOfCare, needs, legalStatuses, placements });
      assert.ok(
        [...periodsOfCare, ...placements, ...legalStatuses, ...needs].every(({ ends }) => ends !== null),
      );
    }),
  );
});

test('the same ending sent on by another way changes nothing', () => {
  const ending = { 'left-on': '2026-11-20', 'left-why': 'E4A' };
  const write = (record: ChildRecord, said: Readonly<Record<string, string>>) =>
    writeEnding({ child: record, said, evidence: {}, today: TODAY });
  const first = write(child(), ending);
  assert.ok(first.kind === 'written');
  const again = write(first.child, ending);
  assert.ok(again.kind === 'written' && again.child === first.child);
  assert.equal(write(first.child, { ...ending, 'left-why': 'E13' }).kind, 'cannot-be');
});
