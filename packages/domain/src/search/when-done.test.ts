import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../calendar/day.ts';
import { moment } from '../calendar/moment.ts';
import type { EntryKind } from './log-entry.ts';
import { findWhenDoneFault, type WrittenOn } from './when-done.ts';

type Said = Readonly<Record<string, string>>;
const faultsOf = (kind: EntryKind, said: Said, on: Partial<WrittenOn> = {}) =>
  findWhenDoneFault(kind, said, {
    now: moment('2026-07-01T08:30:00Z'),
    begun: moment('2026-06-30T12:30:00Z'),
    approach: undefined,
    ...on,
  });
const asked = (...given: Parameters<typeof faultsOf>) => faultsOf(...given).map(({ question }) => question);

test('nothing was sent or opened at a time of today that has not come yet, by London’s clock', () => {
  assert.deepEqual(asked('approach', { 'sent-on': '2026-07-01', 'sent-at': '09:31' }), ['sent-at']);
  assert.deepEqual(asked('opened', { on: '2026-07-01', at: '17:00' }), ['at']);
  assert.deepEqual(asked('approach', { 'sent-on': '2026-07-01', 'sent-at': '09:30' }), []);
  assert.deepEqual(asked('approach', { 'sent-on': '2026-06-30', 'sent-at': '23:00' }), []);
  assert.deepEqual(asked('approach', { 'sent-on': '2026-07-01' }), []);
  assert.deepEqual(asked('question', { words: '23:00' }), []);
});

test('no home was asked before the day on which the request was begun', () => {
  const [fault] = faultsOf('approach', { 'sent-on': '2020-01-01' });
  assert.deepEqual(fault, {
    question: 'sent-on',
    sentence:
      'Enter 30 June 2026 or a day after it: this request was begun then, and no home was asked for before',
  });
  assert.deepEqual(asked('approach', { 'sent-on': '2026-06-29' }), ['sent-on']);
  assert.deepEqual(asked('approach', { 'sent-on': '2026-06-29', 'sent-at': '23:59' }), ['sent-on']);
  assert.deepEqual(
    asked('approach', { 'sent-on': '2026-06-30', 'sent-at': '07:00' }),
    [],
    'typed afterwards',
  );
});

test('of a request begun in the morning a call of the night before is logged with its time, twelve hours back at most', () => {
  const begun = moment('2026-06-29T23:30:00Z');
  const call = (at?: string) =>
    faultsOf(
      'approach',
      { 'sent-on': '2026-06-29', ...(at === undefined ? {} : { 'sent-at': at }) },
      { begun },
    );
  assert.deepEqual(call('23:50'), []);
  assert.deepEqual(call('12:30'), []);
  for (const at of ['12:29', undefined])
    assert.match(
      call(at)[0]?.sentence ?? '',
      /^Enter 30 June 2026 .* the night before, from 12:30 on, is logged with its time$/,
    );
});

test('calls of an emergency are logged though the request for a home is typed days later, from when its case was begun', () => {
  const on = { begun: moment('2026-06-30T12:30:00Z'), followsFrom: moment('2026-06-26T22:30:00Z') };
  const call = (day: string, at?: string) =>
    faultsOf('approach', { 'sent-on': day, ...(at === undefined ? {} : { 'sent-at': at }) }, on);
  for (const [day, at] of [
    ['2026-06-30', '02:00'],
    ['2026-06-29', '03:00'],
    ['2026-06-27', undefined],
    ['2026-06-26', '23:50'],
    ['2026-06-26', undefined],
  ] as const)
    assert.deepEqual(call(day, at), [], `${day} ${at}`);
  assert.deepEqual(call('2026-06-25', '23:59'), [
    {
      question: 'sent-on',
      sentence:
        'Enter 26 June 2026 or a day after it: the request that this one follows was begun then, and no home was asked for before',
    },
  ]);
  assert.equal(
    faultsOf('approach', { 'sent-on': '2026-06-27' }, { begun: on.begun }).length,
    1,
    'following none',
  );
});

test('what was sent is not opened before it was sent', () => {
  const approach = { sentOn: day('2026-06-30'), sentAt: '15:00' };
  const opened = (said: Said) => faultsOf('opened', said, { approach });
  assert.deepEqual(opened({ on: '2026-06-29' })[0], {
    question: 'on',
    sentence: 'Enter 30 June 2026 or a day after it: it was sent to them then',
  });
  assert.deepEqual(opened({ on: '2026-06-30', at: '14:59' })[0], {
    question: 'at',
    sentence: 'Enter 15:00 or a time after it: it was sent to them then',
  });
  for (const said of [
    { on: '2026-06-30', at: '15:00' },
    { on: '2026-06-30' },
    { on: '2026-07-01', at: '08:00' },
  ])
    assert.deepEqual(opened(said), []);
});
