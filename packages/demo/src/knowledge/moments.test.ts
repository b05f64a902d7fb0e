import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ChildRecord, day, daysBetween, utcDayOf } from '@rightplace/domain';
import { demonstration } from '../demonstration.ts';
import { invent } from '../invented.ts';
import { findRecordAsAt } from '../record/child-record.ts';

const asOf = day('2026-11-21');
const authority = demonstration({ seed: 'moments', asOf });
const { moments } = authority;

const replayed = (count: number): ReadonlyMap<string, ChildRecord> => {
  const known = new Map<string, ChildRecord>();
  for (const { children } of moments.slice(0, count))
    for (const child of children) known.set(child.id, child);
  return known;
};

test('played in order, the moments give everyone’s record as it is today', () => {
  const known = replayed(moments.length);
  assert.equal(known.size, authority.children.length);
  for (const child of authority.children) assert.deepEqual(known.get(child.id), child);
});

for (const on of ['2026-11-21', '2026-05-01', '2026-04-06', '2028-03-01']) {
  test(`the last record of each child is the whole truth on ${on}`, () => {
    const options = { seed: 'truth', asOf: day(on), children: 250 };
    const { tellings, lastDay } = invent(options);
    const truth = [...tellings()].map((telling) => findRecordAsAt(telling, lastDay));
    const { children } = demonstration(options);
    assert.deepEqual(
      children.filter((child) => child.periodsOfCare.length > 0),
      truth,
    );
  });
}

test('without its last moment the record is not yet today’s', () => {
  const known = replayed(moments.length - 1);
  assert.ok(
    authority.children.some((child) => JSON.stringify(known.get(child.id)) !== JSON.stringify(child)),
  );
});

test('moments are evenings in order, from going live to the day before the as-of day', () => {
  const days = moments.map(({ at }) => utcDayOf(at));
  assert.deepEqual(days, [...new Set(days)].toSorted());
  assert.ok(daysBetween(days[0] ?? asOf, asOf) >= 118);
  assert.ok((days.at(-1) ?? asOf) < asOf);
  for (const { at } of moments) assert.ok(at.includes('T18:30:00'));
});

test('at no moment is anything known that had not happened', () => {
  for (const { at, children } of moments) {
    const on = utcDayOf(at);
    for (const { periodsOfCare, placements, legalStatuses } of children) {
      for (const { starts, ends } of [...periodsOfCare, ...placements, ...legalStatuses]) {
        assert.ok(starts <= on && (ends === null || ends <= on));
      }
    }
  }
});

test('a child is told of only when something new is known', () => {
  const known = new Map<string, string>();
  let same = 0;
  let told = 0;
  for (const { children } of moments) {
    for (const child of children) {
      const text = JSON.stringify(child);
      if (known.get(child.id) === text) same += 1;
      known.set(child.id, text);
      told += 1;
    }
  }
  assert.ok(same < told * 0.01, `${same} of ${told}`);
});

test('some news comes a week late', () => {
  const late = moments.slice(1).filter(({ at, children }) =>
    children.some((child) => {
      const began = child.placements.at(-1)?.starts;
      const before = [...replayedBefore(at, child.id)].at(-1)?.placements.length ?? 0;
      return began !== undefined && child.placements.length > before && daysBetween(began, utcDayOf(at)) >= 5;
    }),
  );
  assert.ok(late.length >= 3);
});

function* replayedBefore(at: string, id: string): Generator<ChildRecord> {
  for (const m of moments) {
    if (m.at >= at) return;
    for (const child of m.children) if (child.id === id) yield child;
  }
}

test('some dates were recorded wrong and put right, so that yesterday’s answer can differ', () => {
  const starts = new Map<string, Set<string>>();
  for (const { children } of moments) {
    for (const { id, placements } of children) {
      const key = `${id} ${placements.length}`;
      const last = placements.at(-1)?.starts;
      if (last === undefined) continue;
      const seen = starts.get(key);
      if (seen === undefined) starts.set(key, new Set([last]));
      else seen.add(last);
    }
  }
  const corrected = [...starts.values()].filter((days) => days.size > 1).length;
  assert.ok(corrected >= 5, String(corrected));
});
