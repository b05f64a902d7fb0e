import assert from 'node:assert/strict';
import { test } from 'node:test';
import { caseFrom, day, PLACEMENT_REQUEST, searchFrom, stateMeaning, stayFrom } from '@rightplace/domain';
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

test('nothing in them has happened that is still to come, and the same day gives the same', () => {
  for (const { events, log } of placed)
    for (const { at } of [...events, ...log]) assert.ok(at.slice(0, 10) < asOf);
  assert.deepEqual(inventPlaced(asked, live), placed);
});
