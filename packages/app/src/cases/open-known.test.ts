/** What lists of work remember of cases is never what they are asked for, only what it saves. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  addEvidence,
  asSuperuser,
  asTenant,
  asTenantReading,
  findCase,
  findEvidence,
  listOpenCases,
  listSearchEntries,
  listWriters,
  readCasesAhead,
  readSearchLogsAhead,
  type StoredCase,
  type Tx,
} from '@rightplace/store';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { allMyWork } from '../../test/my-work.ts';
import { APPROACHED, searching } from '../../test/search-world.ts';
import { NORTHMARSH, SOUTHFELL } from '../../test/world.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { listMyWork, type MyWork } from './list-my-work.ts';
import { readOpenCases } from './open-known.ts';
import { OVER } from './open-lines.ts';

let world: EntryWorld;
let ana: SignedIn;
let paige: SignedIn;
let director: SignedIn;
let acting: ReturnType<typeof searching>;
before(async () => {
  world = await anEntryWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  paige = await world.as('placements-officer');
  director = await world.as('director');
  acting = searching(world, ana);
});
after(() => world.close());

const workOf = async (who: SignedIn, by: World = world): Promise<MyWork> => {
  const work = await listMyWork(by, who);
  assert.ok(work.kind === 'my-work');
  return work;
};
const lineOf = async (id: number, who: SignedIn) =>
  Object.values(await allMyWork(world, who))
    .flat()
    .find((line) => line.id === id);

/** As somebody would see it who has never looked: the same database, of which nothing is remembered. */
const asAfresh = async (after: string): Promise<void> => {
  const afresh: World = { ...world, db: world.db.withoutPlugins() };
  for (const who of [ana, paige, director])
    assert.deepEqual(await workOf(who), await workOf(who, afresh), after);
};

test('after each thing that happens in a case everybody’s list is as one that remembers nothing would have it', async () => {
  await asAfresh('nothing');
  const request = await acting.authorised('L life');
  await asAfresh('an authorised request');
  const id = await acting.asked(request);
  assert.equal((await lineOf(id, ana))?.stateTitle, 'Being written');
  await asAfresh('a search opened from it');
  await world.fillIn(id, ana);
  await asAfresh('a form');
  const other = await acting.aSearch('L other');
  await asAfresh('a search');
  await acting.written(other, 'approach', null, APPROACHED);
  await asAfresh('an approach');
  const before = await lineOf(other, paige);
  await acting.takeAll(other, [['social-worker', 'cancel']]);
  assert.ok(before !== undefined);
  assert.equal(await lineOf(other, paige), undefined);
  await asAfresh('the end');
});

test('a line that is remembered is gone a moment after a conflict is declared', async () => {
  const id = await acting.aSearch('L closed');
  const milo = await world.someone('placements-officer');
  const officer = (await world.signIn(milo)).signedIn;
  assert.ok((await lineOf(id, officer)) !== undefined);
  await world.conflict('L closed', milo);
  assert.equal(await lineOf(id, officer), undefined);
  assert.ok((await lineOf(id, paige)) !== undefined, 'to others it is there as before');
});

const look = () => asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) => readOpenCases(tx, OVER));

test('whoever writes in a request after something was opened from it has written that too, on everybody’s list', async () => {
  const request = await acting.authorised('L before');
  const id = await acting.asked(request);
  const writers = async () => (await look()).find(({ stored }) => stored.id === id)?.writers ?? [];
  const late = await world.someone('team-manager');
  assert.ok(!(await writers()).includes(late));
  await asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    const { revision, answers } = (await findEvidence(tx, request)) ?? assert.fail('nothing was written');
    await addEvidence(tx, request, {
      revision: revision + 1,
      answers,
      savedBy: late,
      savedAt: world.now(),
    });
  });
  assert.ok((await writers()).includes(late));
});

/** By somebody who is let past the service, in its database. */
const byHand = (statement: string): Promise<void> =>
  asSuperuser(
    world.database,
    `begin; set local rightplace.authority = '${NORTHMARSH}'; ${statement}; commit`,
  );

const putRight = async (number: string) => {
  const id = await acting.aSearch(number);
  await acting.written(id, 'approach', null, APPROACHED);
  const ben = await world.someone('social-worker');
  const known = async () => {
    const stored = (await look()).find((one) => one.stored.id === id)?.stored;
    const log = await asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) =>
      listSearchEntries(tx, id),
    );
    return [stored?.begunBy, stored?.events.at(-1)?.said, log[0]?.said['provider']];
  };
  const before = await known();
  await byHand(`
    update workflow_case set begun_by = ${ben} where id = ${id};
    update case_event set said = '{"reason":"Put right"}' where case_id = ${id}
      and number = (select max(number) from case_event where case_id = ${id});
    update search_entry set said = said || '{"provider":"Put right"}' where case_id = ${id}`);
  return { before, after: await known(), expected: [ben, { reason: 'Put right' }, 'Put right'] };
};

test('what somebody put right by hand in the database is what everybody is told from then on', async () => {
  const { after, expected } = await putRight('L by hand');
  assert.deepEqual(after, expected);
});

test('saboteur: were that told to nobody, everybody would go on with what was there before', async () => {
  const tables = ['workflow_case', 'case_event', 'search_entry'];
  for (const table of tables)
    await asSuperuser(world.database, `alter table ${table} disable trigger rewritten`);
  try {
    const { before, after } = await putRight('L untold');
    assert.deepEqual(after, before);
  } finally {
    for (const table of tables)
      await asSuperuser(world.database, `alter table ${table} enable trigger rewritten`);
    // What the others here are told is as it is again.
    await byHand('update workflow_case set team_id = team_id');
  }
});

test('cases that did not change are the very objects of last time; what is not yet saved is kept by nobody', async () => {
  const id = await acting.aSearch('L same');
  const [first, again] = [await look(), await look()];
  assert.ok(first.length > 0);
  for (const [at, known] of first.entries()) assert.equal(again[at], known);
  await asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    const here = await readOpenCases(tx, OVER);
    assert.notEqual(here[0], first[0], 'one who may write reads for themselves');
    assert.deepEqual(here, first);
  });
  await acting.takeAll(id, [['social-worker', 'cancel']]);
  const after = await look();
  assert.equal(after.length, first.length - 1);
  assert.ok(
    after.every((known) => first.includes(known)),
    'the others are as they were',
  );
});

/** What the pages of a case ask of each of some cases, in some transaction. */
const readEach = async (tx: Tx, cases: readonly StoredCase[]) => {
  const read = [];
  for (const { id } of cases)
    read.push([
      await findCase(tx, id),
      await findEvidence(tx, id),
      [...(await listWriters(tx, id))].toSorted((a, b) => a - b),
      await listSearchEntries(tx, id),
    ]);
  return read;
};

test('what was read of many cases at once, or before, is what is read of each by itself now', async () => {
  const authority = { authorityId: NORTHMARSH };
  const isTheSame = async (after: string): Promise<void> => {
    const anew = await asTenant(world.db, authority, async (tx) =>
      readEach(tx, await listOpenCases(tx, OVER)),
    );
    const apart = await asTenantReading(world.db, authority, async (tx) =>
      readEach(tx, await listOpenCases(tx, OVER)),
    );
    const together = await asTenantReading(world.db, authority, async (tx) => {
      const cases = await listOpenCases(tx, OVER);
      await readCasesAhead(tx, cases);
      await readSearchLogsAhead(
        tx,
        cases.map(({ id }) => id),
      );
      return readEach(tx, cases);
    });
    assert.ok(anew.length > 1);
    assert.deepEqual(apart, anew, after);
    assert.deepEqual(together, anew, after);
  };
  const id = await acting.aSearch('L ahead');
  await isTheSame('a search');
  const approach = await acting.written(id, 'approach', null, APPROACHED);
  await isTheSame('an approach');
  await acting.written(id, 'declined', approach, { reason: 'no-place' });
  await isTheSame('a reply');
  await acting.anOffer(id);
  await isTheSame('an offer');
});

test('of a search of another authority nothing is read, whatever is remembered of it', async () => {
  const id = await acting.aSearch('L wall');
  await acting.written(id, 'approach', null, APPROACHED);
  const look = (authorityId: string) =>
    asTenantReading(world.db, { authorityId }, (tx) => listSearchEntries(tx, id));
  assert.ok((await look(NORTHMARSH)).length > 0);
  assert.deepEqual(await look(SOUTHFELL), []);
});
