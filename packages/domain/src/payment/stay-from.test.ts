import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anEpisode } from '../../test/episodes.ts';
import { addDays, day } from '../calendar/day.ts';
import type { Episode } from '../child/episode.ts';
import { type ChildRecord, childId } from '../child/record.ts';
import { timelinesFromEpisodes } from '../child/timelines-from-episodes.ts';
import { payableOver } from './payable.ts';
import { type Moved, stayFrom } from './stay-from.ts';

const MOVED_ON = day('2026-11-10');
const MOVED: Moved = { on: MOVED_ON, place: 'K2', postcode: 'pe210ab', urn: 'SC900001' };

/** A child with carers since 2024, who moved to a children’s home on a day, if the record has that at all. */
const childWith = (
  movedOn: string | undefined,
  came = '2024-02-01',
  home: Partial<Episode> = {},
): ChildRecord => {
  const first = anEpisode({ decom: day(came), place: 'U6' });
  const episodes =
    movedOn === undefined
      ? [first]
      : [
          { ...first, dec: day(movedOn), rec: 'X1' },
          anEpisode({ decom: day(movedOn), rne: 'P', place: 'K2', postcode: 'PE21 0AB', ...home }),
        ];
  return {
    id: childId('S1'),
    details: { sex: 'F' },
    facts: [],
    ...timelinesFromEpisodes(episodes),
  } as unknown as ChildRecord;
};

test('the stay begins with the move, and with the day that a return puts it right to', () => {
  for (const on of ['2026-11-10', '2026-11-11', '2026-11-08', '2026-11-28', '2026-10-20'])
    assert.deepEqual(stayFrom(childWith(on), MOVED), { starts: on, ends: null }, on);
  assert.equal(stayFrom(childWith('2026-11-10'), undefined), null);
});

test('a move that the record takes back is paid for no night, however long they have lived where they are', () => {
  for (const came of ['2024-02-01', '2026-11-01', '2026-11-09'])
    assert.equal(stayFrom(childWith(undefined, came), MOVED), null, came);
  assert.equal(stayFrom(childWith('2026-06-10'), MOVED), null, 'and another move is not this one');
});

test('another move, to another home of the same type and about the same time, is not the one that was taken back', () => {
  const other = { postcode: 'PE30 9ZZ', urn: 'SC900002' };
  const stay = (on: string, home: Partial<Episode>, moved: Moved = MOVED) =>
    stayFrom(childWith(on, undefined, home), moved)?.starts;
  for (const on of ['2026-11-10', '2026-11-12', '2026-11-30']) assert.equal(stay(on, other), undefined, on);
  // A mistyped postcode, put right on the same day: the number of the home says that it is the same.
  assert.equal(stay('2026-11-10', { postcode: 'PE30 9ZZ', urn: 'SC900001' }), '2026-11-10');
  assert.equal(stay('2026-11-10', { postcode: null, urn: null }), '2026-11-10');
  // Two households of one agency.
  const agency: Moved = { ...MOVED, place: 'U6' };
  assert.equal(stay('2026-11-12', { place: 'U6', postcode: 'PE30 9ZZ', urn: 'SC900001' }, agency), undefined);
  // On another day nothing but the home says that it is the same move.
  assert.equal(stay('2026-11-12', { postcode: null, urn: 'SC900001' }), '2026-11-12');
  assert.equal(stay('2026-11-12', { postcode: null, urn: null }), undefined);
  assert.equal(stay('2026-11-12', {}, { on: MOVED_ON, place: 'K2' }), undefined);
});

test('no agreement pays for a night on which the child lived where they came from', () => {
  const core = {
    name: 'Core fee',
    kind: 'core',
    weekly: 700_00,
    starts: day('2026-01-01'),
    ends: null,
  } as never;
  const paysOnlyAfter = (stayOf: typeof stayFrom): boolean =>
    !fc.check(
      fc.property(fc.integer({ min: -28, max: 28 }), fc.boolean(), (later, isThere) => {
        const on = addDays(MOVED_ON, later);
        const stay = stayOf(childWith(isThere ? on : undefined), MOVED);
        const before = { starts: day('2026-01-01'), ends: isThere ? on : day('2027-01-01') };
        return payableOver({ lines: [core], stay, absences: [] }, before) === 0;
      }),
    ).failed;
  assert.ok(paysOnlyAfter(stayFrom));
  // As it was: whatever placement the day of the move lies in.
  const asItWas: typeof stayFrom = (record, moved) => {
    const stay = record.placements.find(
      ({ starts, ends }) => moved !== undefined && starts <= moved.on && (ends === null || ends > moved.on),
    );
    return stay === undefined ? null : { starts: stay.starts, ends: stay.ends };
  };
  assert.equal(paysOnlyAfter(asItWas), false);
});
