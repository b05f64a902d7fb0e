import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anEpisode } from '../../test/episodes.ts';
import { addDays, day } from '../calendar/day.ts';
import { type ChildRecord, childId } from '../child/record.ts';
import { timelinesFromEpisodes } from '../child/timelines-from-episodes.ts';
import { payableOver } from './payable.ts';
import { type Moved, stayFrom } from './stay-from.ts';

const MOVED_ON = day('2026-11-10');
const MOVED: Moved = { on: MOVED_ON, place: 'K2' };

/** A child with carers since 2024, who moved to a children’s home on a day, if the record has that at all. */
const childWith = (movedOn: string | undefined, came = '2024-02-01'): ChildRecord => {
  const first = anEpisode({ decom: day(came), place: 'U6' });
  const episodes =
    movedOn === undefined
      ? [first]
      : [
          { ...first, dec: day(movedOn), rec: 'X1' },
          anEpisode({ decom: day(movedOn), rne: 'P', place: 'K2', postcode: 'PE21 0AB' }),
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
