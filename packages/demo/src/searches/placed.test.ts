import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addDays,
  type ChildRecord,
  caseFrom,
  type Day,
  day,
  HOME_POSTCODE,
  HOME_TYPE,
  HOME_URN,
  PLACEMENT_REQUEST,
  parseDay,
  readAnswers,
  searchFrom,
  stateMeaning,
  stayFrom,
} from '@rightplace/domain';
import { demonstration } from '../demonstration.ts';
import { inventPlaced } from './invent-placed.ts';
import { inventSearches } from './invent-searches.ts';
import { PLACED_TOLD } from './placed-told.ts';

const asOf = day('2026-11-21');
const authority = demonstration({ seed: 'northmarsh', asOf });
const asked = {
  staff: authority.staff,
  services: new Map(authority.teams.map(({ name, service }) => [name, service])),
  children: authority.children,
  asOf,
};
const live = inventSearches(asked);
const placed = inventPlaced(asked, live);
const records = new Map(authority.children.map((child) => [child.id, child]));

test('children live in homes that a search came to, one of them no longer, and each by their record', () => {
  assert.equal(placed.length, PLACED_TOLD.length);
  const children = new Set([...live, ...placed].map(({ child }) => child));
  assert.equal(children.size, live.length + placed.length, 'each search is for another child');
  const ends = placed.map(({ child, events, log }) => {
    assert.equal(stateMeaning(PLACEMENT_REQUEST, caseFrom(events).state).ended, true);
    assert.equal(searchFrom(log).offers.length, 1);
    const on = events.find(({ step }) => step === 'moved-home')?.said['moved-on'];
    const record = records.get(child);
    assert.ok(typeof on === 'string' && record !== undefined);
    const stay = stayFrom(record, { on: day(on) });
    assert.equal(stay?.starts, on);
    return stay?.ends !== null && stay !== null && stay !== undefined && stay.ends <= asOf;
  });
  assert.deepEqual(ends, [false, false, false, false, true]);
});

const movedIn = ({ events }: (typeof placed)[number]) => {
  const said = events.find(({ step }) => step === 'moved-home')?.said ?? {};
  const word = (name: string) => (typeof said[name] === 'string' ? said[name] : undefined);
  const on = parseDay(word('moved-on') ?? '');
  assert.ok(on !== undefined);
  const moved = { on, place: word(HOME_TYPE), postcode: word(HOME_POSTCODE), urn: word(HOME_URN) };
  return { said, moved };
};

/** The record as a return has it that puts the day of a move elsewhere. */
const putRight = (record: ChildRecord, from: Day, to: Day): ChildRecord => ({
  ...record,
  placements: record.placements.map((one) => ({
    ...one,
    starts: one.starts === from ? to : one.starts,
    ends: one.ends === from ? to : one.ends,
  })),
});

test('a move says to which home it was, as its form asks it, so that a return may put its day right', () => {
  const asks = PLACEMENT_REQUEST.steps.find(({ id }) => id === 'moved-home')?.asks ?? [];
  for (const one of placed) {
    const { said, moved } = movedIn(one);
    assert.deepEqual(readAnswers(asks, said, asOf).faults, [], one.child);
    const record = records.get(one.child);
    assert.ok(record !== undefined);
    const later = addDays(moved.on, 2);
    assert.equal(stayFrom(putRight(record, moved.on, later), moved)?.starts, later, one.child);
    assert.equal(stayFrom(putRight(record, moved.on, later), { on: moved.on }), null, 'as it was');
  }
});

test('nothing in them has happened that is still to come, and the same day gives the same', () => {
  for (const { events, log } of placed)
    for (const { at } of [...events, ...log]) assert.ok(at.slice(0, 10) < asOf);
  assert.deepEqual(inventPlaced(asked, live), placed);
});
