import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anEpisode, arbitraryEpisodes } from '../../test/episodes.ts';
import { type Day, day } from '../calendar/day.ts';
import type { Episode } from '../child/episode.ts';
import { episodesFromTimelines } from '../child/episodes-from-timelines.ts';
import { type ChildRecord, childId } from '../child/record.ts';
import { timelinesFromEpisodes } from '../child/timelines-from-episodes.ts';
import type { Answers } from '../form/form.ts';
import type { Fault } from '../form/read-answers.ts';
import type { Writing } from '../workflow/record-writer.ts';
import { legalStatusOn, withLegalStatusFrom } from './legal-status-from.ts';
import { writeOrder, writeSection20 } from './write-order.ts';

const TODAY = day('2026-11-23');

const recordOf = (...episodes: readonly Episode[]): ChildRecord => ({
  id: childId('A1'),
  details: {},
  facts: [],
  ...timelinesFromEpisodes(episodes),
});

/** In care under section 20 since June, in one home since then. */
const AGREED = recordOf(anEpisode({ decom: '2026-06-01', rne: 'S', ls: 'V2', place: 'U6' }));
const NOT_IN_CARE = recordOf();
const LEFT = recordOf(
  anEpisode({ decom: '2026-01-05', rne: 'S', ls: 'V2', place: 'U6', dec: '2026-03-01', rec: 'E4A' }),
);

/** The record afterwards, or what is wrong with what was said. */
const outcome = (writing: Writing): ChildRecord | Fault =>
  writing.kind === 'written' ? writing.child : writing.faults[0];
const order = (child: ChildRecord, said: Answers) =>
  outcome(writeOrder({ child, said, evidence: {}, today: TODAY }));
const agreement = (child: ChildRecord, said: Answers) =>
  outcome(writeSection20({ child, said, evidence: {}, today: TODAY }));
const rowsOf = (record: ChildRecord | Fault): readonly string[] =>
  'sentence' in record
    ? [`${record.question}: ${record.sentence}`]
    : episodesFromTimelines(record).map(({ decom, rne, ls, dec, rec }) =>
        [decom, rne, ls, dec ?? 'open', rec ?? '-'].join(' '),
      );

test('an interim care order closes what held on its day, and the return has a new episode because the legal status changed', () => {
  assert.deepEqual(rowsOf(order(AGREED, { order: 'interim-care-order', 'made-on': '2026-08-10' })), [
    '2026-06-01 S V2 2026-08-10 X1',
    '2026-08-10 L C1 open -',
  ]);
});

test('from an emergency order to a placement order, each follows on from the one before', () => {
  const night = recordOf(anEpisode({ decom: '2026-02-02', rne: 'S', ls: 'L2', place: 'U6' }));
  const orders = [
    { order: 'interim-care-order', 'made-on': '2026-02-10' },
    { order: 'placement-order', 'made-on': '2026-08-03' },
  ];
  let record: ChildRecord = night;
  for (const said of orders) {
    const next = order(record, said);
    assert.ok(!('sentence' in next));
    record = next;
  }
  assert.deepEqual(rowsOf(record), [
    '2026-02-02 S L2 2026-02-10 X1',
    '2026-02-10 L C1 2026-08-03 X1',
    '2026-08-03 L E1 open -',
  ]);
  assert.deepEqual(
    record.legalStatuses.map(({ began }) => began),
    ['changed', 'changed', 'changed'],
  );
});

test('an order that is no legal status of the return leaves the child in care by agreement, or writes nothing', () => {
  const supervision = { order: 'supervision-order', 'made-on': '2026-08-10' };
  const interim = order(AGREED, { order: 'interim-care-order', 'made-on': '2026-07-01' });
  assert.ok(!('sentence' in interim));
  assert.deepEqual(
    rowsOf(order(interim, { ...supervision, afterwards: 'agreed' })).at(-1),
    '2026-08-10 L V2 open -',
  );
  assert.equal(order(interim, { ...supervision, afterwards: 'leaves' }), interim);
  assert.equal(order(NOT_IN_CARE, { ...supervision, afterwards: 'not-in-care' }), NOT_IN_CARE);
  assert.deepEqual(rowsOf(order(interim, { ...supervision, afterwards: 'not-in-care' })), [
    'afterwards: The record has the child in care on 10 August 2026',
  ]);
  assert.deepEqual(rowsOf(order(NOT_IN_CARE, { ...supervision, afterwards: 'leaves' })), [
    'afterwards: The record does not have the child in care on that day',
  ]);
});

test('an impossible day is refused at its question, in a sentence that says which day it can be', () => {
  const interim = (record: ChildRecord, on: string) =>
    rowsOf(order(record, { order: 'interim-care-order', 'made-on': on }));
  assert.deepEqual(interim(AGREED, '2026-11-24'), [
    'made-on: Write today or a day before it: an order is recorded once it holds',
  ]);
  assert.deepEqual(interim(AGREED, '2026-05-31'), [
    'made-on: Write 1 June 2026 or a later day: the child came into care then',
  ]);
  assert.deepEqual(interim(AGREED, '2026-06-01'), [
    'made-on: The record has accommodated under section 20 from that same day. Write a later day, or have the record corrected',
  ]);
  for (const record of [NOT_IN_CARE, LEFT])
    assert.deepEqual(interim(record, '2026-08-10'), [
      'made-on: The record does not have the child in care on that day. That they came into care is recorded first',
    ]);
  const full = order(AGREED, { order: 'care-order', 'made-on': '2026-09-01' });
  assert.ok(!('sentence' in full));
  assert.deepEqual(interim(full, '2026-08-10'), [
    'made-on: Write a day after 1 September 2026: the record has full care order from then on',
  ]);
  assert.deepEqual(rowsOf(order(full, { order: 'care-order', 'made-on': '2026-10-01' })), [
    'made-on: The record has full care order since 1 September 2026 already. Write that day, or a change from it',
  ]);
});

test('an order that the record has from that very day already, by a return that was loaded, is recorded and writes nothing', () => {
  const held = recordOf(anEpisode({ decom: '2026-06-01', rne: 'S', ls: 'C1', place: 'U6' }));
  assert.equal(order(held, { order: 'interim-care-order', 'made-on': '2026-06-01' }), held);
});

test('an interim order that is made again while it lasts is recorded with its own days, and the legal status stays', () => {
  const held = recordOf(anEpisode({ decom: '2026-06-01', rne: 'S', ls: 'C1', place: 'U6' }));
  const again = { order: 'interim-care-order', 'made-on': '2026-08-10', until: '2026-10-05' };
  assert.equal(order(held, again), held);
  const fault = order(held, { ...again, 'made-on': '2099-01-01' });
  assert.match(rowsOf(fault).join(), /^made-on: Write today/);
  const final = recordOf(anEpisode({ decom: '2026-06-01', rne: 'S', ls: 'C2', place: 'U6' }));
  assert.match(
    rowsOf(order(final, { order: 'care-order', 'made-on': '2026-08-10' })).join(),
    /care order since 1 June 2026 already/,
    'a final order is made once',
  );
});

test('an emergency protection order of a child who stays at home is in no return, and one of a child in care is', () => {
  const said = { order: 'emergency-protection-order', 'made-on': '2026-08-10' };
  assert.equal(order(NOT_IN_CARE, said), NOT_IN_CARE);
  assert.equal(rowsOf(order(AGREED, said)).at(-1), '2026-08-10 L L2 open -');
});

test('an agreement under section 20 is written where the child comes under it from another status, and nowhere else', () => {
  const night = recordOf(anEpisode({ decom: '2026-11-01', rne: 'S', ls: 'L1', place: 'U6' }));
  const comes = { 'in-care': 'comes', 'status-from': '2026-11-03' };
  assert.deepEqual(rowsOf(agreement(night, comes)), [
    '2026-11-01 S L1 2026-11-03 X1',
    '2026-11-03 L V2 open -',
  ]);
  assert.equal(agreement(night, { 'in-care': 'already' }), night);
  assert.deepEqual(rowsOf(agreement(NOT_IN_CARE, comes)), [
    'status-from: The record does not have the child in care on that day. That they came into care is recorded first',
  ]);
});

/** Everything that a new status must leave as it was: days in care, homes, needs, and every day before it. */
const isOnlyAdded = (before: ChildRecord, after: ChildRecord, from: Day, status: string): boolean => {
  const [was, is] = [episodesFromTimelines(before), episodesFromTimelines(after)];
  const added = is.find(({ decom, ls }) => decom === from && ls === status);
  return (
    legalStatusOn(after, from)?.status === status &&
    added?.rne === 'L' &&
    is.length === was.length + 1 &&
    JSON.stringify([before.periodsOfCare, before.placements, before.needs]) ===
      JSON.stringify([after.periodsOfCare, after.placements, after.needs])
  );
};

test('whatever the record, a new status is refused or adds one episode and changes nothing else', () => {
  let written = 0;
  fc.assert(
    fc.property(arbitraryEpisodes(), fc.nat(4000), (episodes, ago) => {
      const record = recordOf(...episodes);
      const last = episodes.at(-1);
      if (last === undefined) return;
      const from = day('2026-01-01');
      const days = [from, last.decom, ...(last.dec === null ? [] : [last.dec])];
      const on = days[ago % days.length] ?? from;
      const result = withLegalStatusFrom(record, { status: 'C1', from: on, today: day('2099-01-01') });
      if (typeof result === 'string' || result === record) return;
      written += 1;
      const moved = record.placements.some(({ starts }) => starts === on);
      assert.ok(moved || isOnlyAdded(record, result, on, 'C1'));
    }),
    { numRuns: 500 },
  );
  assert.ok(written > 0, 'something was written');
});
