/** A long list of work is shown by the page, and the audit has whom a page named and nobody else. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { asTenant, listAudit } from '@rightplace/store';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { allMyWork } from '../../test/my-work.ts';
import { NORTHMARSH } from '../../test/world.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { FIRST_PAGES, listMyWork, MOST_ON_A_PAGE, MY_WORK_LISTED, type PagesOfWork } from './list-my-work.ts';
import { showYourWork } from './show-your-work.ts';

const CASES = MOST_ON_A_PAGE.team + 3;

let world: EntryWorld;
let director: SignedIn;
before(async () => {
  world = await anEntryWorld();
  director = await world.as('director');
  for (let number = 1; number <= CASES; number += 1) await world.begin(`PW${number}`);
});
after(() => world.close());

const workOf = async (asked: Partial<PagesOfWork>, who: SignedIn = director) => {
  const work = await listMyWork(world, who, { ...FIRST_PAGES, ...asked });
  assert.ok(work.kind === 'my-work');
  return work;
};
const lastNamed = async (): Promise<readonly string[]> => {
  const [last] = await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    listAudit(tx, { action: MY_WORK_LISTED, limit: 1 }),
  );
  assert.ok(last !== undefined);
  const { children } = last.detail as { readonly children: readonly string[] };
  return children.toSorted();
};

test('every case of a long list is on one of its pages, in the order of the whole', async () => {
  const [first, second] = [await workOf({}), await workOf({ team: 2 })];
  assert.deepEqual(
    [first.team.total, first.team.pages, first.team.lines.length, second.team.lines.length],
    [CASES, 2, MOST_ON_A_PAGE.team, CASES - MOST_ON_A_PAGE.team],
  );
  const ids = [...first.team.lines, ...second.team.lines].map(({ id }) => id);
  assert.deepEqual(
    (await allMyWork(world, director)).team.map(({ id }) => id),
    ids,
  );
  assert.equal(new Set(ids).size, CASES);
  assert.deepEqual((await workOf({ team: 99 })).team, second.team, 'past the last is the last');
});

test('whom a page named is recorded, and nobody whom it did not', async () => {
  for (const team of [1, 2]) {
    const { lines } = (await workOf({ team })).team;
    assert.deepEqual(await lastNamed(), lines.map(({ child }) => String(child?.id)).toSorted());
  }
  const yours = await showYourWork(world, director, { ...FIRST_PAGES, team: 2 });
  assert.ok(yours.kind === 'your-work');
  assert.equal((await lastNamed()).length, CASES - MOST_ON_A_PAGE.team);
});

test('a page of work says of what is due and of standing in what each says by itself', async () => {
  const yours = await showYourWork(world, director, FIRST_PAGES);
  assert.ok(yours.kind === 'your-work');
  assert.deepEqual(yours.work, await workOf({}));
  assert.deepEqual(yours.acting, { forOthers: [], forThem: [], done: [] });
  const finance = await showYourWork(world, await world.as('finance'), FIRST_PAGES);
  assert.equal(finance.kind, 'refused');
});
