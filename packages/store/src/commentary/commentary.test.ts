import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, moment } from '@rightplace/domain';
import { sql } from 'kysely';
import { createAuthority } from '../authority/authorities.ts';
import type { Tx } from '../connection/database.ts';
import { asTenant } from '../connection/tenant.ts';
import { findHolesInWalls } from '../connection/tenant-walls.ts';
import { addPerson, saveTeam } from '../people/people.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { addCommentary, listCommentary, type NewCommentary } from './commentary.ts';

let db: TestDatabase;
let ada: number;
let east: number;
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(db.app, { authorityId: 'X00000001' }, work);
const outside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(db.app, { authorityId: 'X00000002' }, work);

before(async () => {
  db = await testDatabase();
  await inside((tx) => createAuthority(tx, { name: 'Testshire' }));
  await outside((tx) => createAuthority(tx, { name: 'Elsewhere' }));
  ada = (await inside((tx) => addPerson(tx, { name: 'Ada Osei' }))).id;
  east = (await inside((tx) => saveTeam(tx, { name: 'East', service: 'Looked after' }))).id;
});
after(() => db.close());

const aCommentary = (said: Partial<NewCommentary> = {}): NewCommentary => ({
  measure: 'cla-number',
  replaces: null,
  aboutDay: day('2026-09-30'),
  teamId: null,
  service: null,
  said: 'More came into care than left it.',
  doing: 'Weekly panel',
  owner: 'Dora Lind',
  due: day('2026-12-01'),
  doneOn: null,
  forMembers: true,
  namesAre: null,
  writtenBy: ada,
  writtenAt: moment('2026-10-05T09:00:00Z'),
  ...said,
});
const add = (said?: Partial<NewCommentary>) => inside((tx) => addCommentary(tx, aCommentary(said)));

test('a commentary is read as it was written, by measure and as known at a moment', async () => {
  const id = await add();
  const list = (knownAt?: string, measure = 'cla-number') =>
    inside((tx) =>
      listCommentary(tx, {
        measures: [measure],
        knownAt: knownAt === undefined ? undefined : moment(knownAt),
      }),
    );
  const [found] = await list();
  assert.deepEqual(found, {
    ...aCommentary(),
    id,
    writtenByName: 'Ada Osei',
    writtenAt: '2026-10-05T09:00:00.000000Z',
  });
  assert.equal((await list('2026-10-05T09:00:00Z')).length, 1);
  assert.equal((await list('2026-10-05T08:59:59Z')).length, 0);
  assert.equal((await list(undefined, 'foster-share')).length, 0);
});

test('a version is replaced once, however many try at one moment', async () => {
  const first = await add({ measure: 'uasc-number' });
  const tries = await Promise.all(
    [1, 2, 3].map(() => add({ measure: 'uasc-number', replaces: first ?? null })),
  );
  assert.equal(tries.filter((id) => id !== undefined).length, 1);
});

test('nothing that was written is changed or taken away', async () => {
  await add({ measure: 'health-done' });
  for (const statement of [`update commentary set said = 'x'`, 'delete from commentary'])
    await assert.rejects(
      inside((tx) => sql.raw(statement).execute(tx)),
      /permission denied/,
    );
});

test('what is said of one team is never for members, and an action has words', async () => {
  assert.ok(await add({ teamId: east, forMembers: false }));
  await assert.rejects(add({ teamId: east }), /members_see_the_whole/);
  await assert.rejects(add({ service: 'Looked after' }), /members_see_the_whole/);
  await assert.rejects(add({ doing: '', due: null }), /action_whole/);
});

test('cross-authority: commentary is behind its authority’s wall', async () => {
  const id = (await add({ measure: 'foster-share' })) ?? null;
  assert.deepEqual(await outside((tx) => listCommentary(tx, { measures: ['foster-share'] })), []);
  await assert.rejects(
    outside((tx) =>
      addCommentary(tx, aCommentary({ measure: 'foster-share', replaces: id, writtenBy: null })),
    ),
    /violates foreign key/,
  );
  assert.deepEqual(await findHolesInWalls(db.owner), []);
});
