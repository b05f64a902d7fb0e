import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ChildRecord, day, utcDayOf } from '@rightplace/domain';
import { demonstration } from '../demonstration.ts';
import { SLIPS } from './slips.ts';
import { withSlips } from './with-slips.ts';

const asOf = day('2026-11-21');
const plain = demonstration({ seed: 'slips', asOf });
const slipping = withSlips(plain, 'slips');

const OPEN = SLIPS.filter(({ putRight }) => putRight === undefined);

const textOf = (child: ChildRecord | undefined): string => JSON.stringify(child);
const byId = (children: readonly ChildRecord[]): ReadonlyMap<string, ChildRecord> =>
  new Map(children.map((child) => [child.id, child]));

/** Children whose record is not what it would be without slips. */
const differing = (children: readonly ChildRecord[], from: readonly ChildRecord[]): readonly string[] => {
  const truth = byId(from);
  return children.filter((child) => textOf(child) !== textOf(truth.get(child.id))).map(({ id }) => id);
};

const replayed = (moments: readonly { readonly children: readonly ChildRecord[] }[]) =>
  byId(moments.flatMap(({ children }) => children));

test('a handful of records are wrong today, each slip in a child of its own', () => {
  const wrong = differing(slipping.children, plain.children);
  assert.ok(wrong.length >= OPEN.length - 2 && wrong.length <= OPEN.length, String(wrong.length));
});

test('most slips of the year have been put right, some of them on the day itself', () => {
  const everWrong = new Set<string>();
  slipping.moments.forEach(({ children }, i) => {
    const truth = replayed(plain.moments.slice(0, i + 1));
    for (const child of children) if (textOf(child) !== textOf(truth.get(child.id))) everWrong.add(child.id);
  });
  const wrong = differing(slipping.children, plain.children);
  assert.ok(everWrong.size > wrong.length * 2, `${everWrong.size} of which ${wrong.length} are left`);
  const last = replayed(slipping.moments);
  const putRight = slipping.today.filter(({ id }) => !wrong.includes(id));
  assert.ok(putRight.length >= 2);
  for (const child of putRight) assert.notEqual(textOf(child), textOf(last.get(child.id)));
  assert.ok(
    slipping.today.some(({ id }) => wrong.includes(id)),
    'and one was made that day',
  );
});

test('played in order, the moments and the day itself give everyone’s record as it is', () => {
  const known = replayed([...slipping.moments, { children: slipping.today }]);
  assert.equal(known.size, slipping.children.length);
  for (const child of slipping.children) assert.deepEqual(known.get(child.id), child);
});

test('at no moment is anything known that had not happened', () => {
  const iso = (slashed = ''): string => slashed.split('/').toReversed().join('-');
  for (const { at, children } of slipping.moments) {
    const on = utcDayOf(at);
    for (const { periodsOfCare, placements, legalStatuses, facts } of children) {
      for (const { starts, ends } of [...periodsOfCare, ...placements, ...legalStatuses])
        assert.ok(starts <= on && (ends === null || ends <= on));
      for (const { fields } of facts) assert.ok(iso(fields['SW_DEC']) <= on);
    }
  }
});

test('the stories, and records that are restricted, are told without a slip', () => {
  const kept = new Set(plain.stories.map(({ id }) => id));
  for (const { id, restricted } of plain.children) if (restricted === true) kept.add(id);
  for (const id of differing(slipping.children, plain.children)) assert.ok(!kept.has(id), id);
});

test('Jo Park has cases with slips, and so have others of the Eastside team', () => {
  const numbers = new Map(
    plain.staff.map(({ socialWorkNumber, name, team }) => [socialWorkNumber, { name, team }]),
  );
  const children = byId(plain.children);
  const holders = differing(slipping.children, plain.children).map((id) =>
    numbers.get(
      children.get(id)?.facts.findLast(({ kind }) => kind === 'social-worker')?.fields['SW_ID'] ?? '',
    ),
  );
  assert.ok(holders.filter((holder) => holder?.name === 'Jo Park').length >= 2);
  const others = holders.filter((holder) => holder?.team === 'Eastside' && holder.name !== 'Jo Park');
  assert.ok(others.length >= 2);
});

test('the same seed gives the same slips, and on the last day of a year or among few children no more than that', () => {
  assert.deepEqual(withSlips(plain, 'slips'), slipping);
  for (const options of [
    { seed: 'young', asOf: day('2026-04-01') },
    { seed: 'small', asOf, children: 1 },
  ]) {
    const before = demonstration(options);
    const { children } = withSlips(before, options.seed);
    assert.ok(differing(children, before.children).length <= OPEN.length);
  }
});
