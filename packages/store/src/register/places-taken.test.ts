import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { childId, day, type Moment, moment } from '@rightplace/domain';
import { sql } from 'kysely';
import { createAuthority } from '../authority/authorities.ts';
import { saveChildren } from '../children/save-children.ts';
import type { Tx } from '../connection/database.ts';
import { asTenant } from '../connection/tenant.ts';
import { findHolesInWalls } from '../connection/tenant-walls.ts';
import { addPerson } from '../people/people.ts';
import { saveCareSetting } from '../places/places.ts';
import { aChild } from '../testing/a-child.ts';
import { asSuperuser } from '../testing/as-superuser.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { endPlaceTaken, lengthenHeldPlace, listFilled, listPlacesTaken, takePlace } from './places-taken.ts';

let db: TestDatabase;
let paige: number;
let searches: readonly number[];
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(db.app, { authorityId: 'X00000001' }, work);

before(async () => {
  db = await testDatabase();
  await asTenant(db.app, { authorityId: 'X00000002' }, (tx) => createAuthority(tx, { name: 'Elsewhere' }));
  await inside(async (tx) => {
    await createAuthority(tx, { name: 'Testshire' });
    paige = (await addPerson(tx, { name: 'Paige Marsh' })).id;
    const children = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((id) => aChild(id));
    await saveChildren(tx, { clock: () => NOW, why: 'For a test', children });
    const { rows } = await sql<{ id: number }>`
      insert into workflow_case (workflow, version, child_id, begun_by, key)
      select 'placement-request', 1, id, ${paige}, local_id from child order by local_id returning id`.execute(
      tx,
    );
    searches = rows.map(({ id }) => id);
  });
});
after(() => db.close());

const NOW = moment('2026-11-23T09:00:00Z');
const TOMORROW = moment('2026-11-24T09:00:00Z');

const aSetting = (): Promise<number> =>
  inside(
    async (tx) =>
      (
        await saveCareSetting(tx, {
          urn: undefined,
          name: 'Mr and Mrs Quill',
          type: 'U6',
          postcode: 'ZZ1 1AA',
          providerId: undefined,
          inHouse: true,
        })
      ).id,
  );
let made = 0;
const hold = (settingId: number, search: number, place = 1, [from, until] = [NOW, TOMORROW]) =>
  inside((tx) =>
    takePlace(tx, {
      kind: 'hold',
      settingId,
      place,
      caseId: searches[search] ?? 0,
      from,
      until,
      madeBy: paige,
      madeAt: NOW,
      key: `form ${made++}`,
    }),
  );
const block = (settingId: number, place: number, until: Moment | null = null) =>
  inside((tx) =>
    takePlace(tx, {
      kind: 'block',
      settingId,
      place,
      reason: 'repair',
      note: null,
      from: NOW,
      until,
      madeBy: paige,
      madeAt: NOW,
      key: `form ${made++}`,
    }),
  );
const end = (id: number, ended: 'released' | 'filled', at: Moment) =>
  inside((tx) =>
    endPlaceTaken(tx, {
      id,
      ended,
      at,
      by: paige,
      why: null,
      filledOn: ended === 'filled' ? day('2026-11-23') : null,
    }),
  );

/** How many of eight searches that reach for one bed at one moment come to hold it. */
const holdersOfOneBed = async (): Promise<number> => {
  const settingId = await aSetting();
  const answers = await Promise.all(searches.map((_, search) => hold(settingId, search)));
  return answers.filter((id) => id !== undefined).length;
};

test('of eight searches that reach for one bed at once, one holds it', async () => {
  for (let time = 0; time < 5; time += 1) assert.equal(await holdersOfOneBed(), 1);
});

test('without its constraint several searches would hold one bed, and this test would see it', async () => {
  const spoilt = await testDatabase();
  const kept = db;
  try {
    db = spoilt;
    await asSuperuser(spoilt, 'alter table place_taken drop constraint one_place_one_use');
    await asTenant(spoilt.app, { authorityId: 'X00000001' }, async (tx) => {
      await createAuthority(tx, { name: 'Testshire' });
      assert.equal((await addPerson(tx, { name: 'Paige Marsh' })).id, paige);
      await saveChildren(tx, { clock: () => NOW, why: 'For a test', children: [aChild('A'), aChild('B')] });
      await sql`insert into workflow_case (workflow, version, child_id, begun_by, key)
        select 'placement-request', 1, id, ${paige}, local_id from child order by local_id`.execute(tx);
    });
    const settingId = await aSetting();
    const answers = await Promise.all([0, 1].map((search) => hold(settingId, search)));
    assert.equal(answers.filter((id) => id !== undefined).length, 2);
  } finally {
    db = kept;
    await spoilt.close();
  }
});

test('a bed is free again when a hold runs out, is given up or comes to nothing, and not before', async () => {
  const settingId = await aSetting();
  const first = await hold(settingId, 0);
  assert.ok(first);
  assert.equal(await hold(settingId, 1), undefined);
  const later = [TOMORROW, moment('2026-11-25T09:00:00Z')] as [Moment, Moment];
  assert.ok(await hold(settingId, 1, 1, later), 'from the moment at which the first runs out');
  assert.equal(await end(first, 'released', moment('2026-11-23T12:00:00Z')), true);
  assert.equal(await end(first, 'released', moment('2026-11-23T13:00:00Z')), false, 'once');
  const between = [moment('2026-11-23T12:00:00Z'), TOMORROW] as [Moment, Moment];
  assert.equal(await hold(settingId, 2, 1, [moment('2026-11-23T11:59:59Z'), TOMORROW]), undefined);
  const third = await hold(settingId, 2, 1, between);
  assert.ok(third);
  await end(third, 'filled', moment('2026-11-23T14:00:00Z'));
  assert.deepEqual(await inside(listFilled), [
    { settingId, child: childId('C'), filledOn: day('2026-11-23') },
  ]);
  assert.equal(await end(third, 'released', TOMORROW), true, 'the move came to nothing');
  assert.deepEqual(await inside(listFilled), []);
});

test('one search holds one bed of a setting, and a bed that is blocked is held by none', async () => {
  const settingId = await aSetting();
  assert.ok(await hold(settingId, 0, 1));
  assert.equal(await hold(settingId, 0, 2), undefined, 'not two of one household');
  assert.ok(await hold(await aSetting(), 0), 'but one of each of several');
  assert.equal(await block(settingId, 1), undefined);
  const blocked = await block(settingId, 2);
  assert.ok(blocked);
  assert.equal(await hold(settingId, 1, 2), undefined);
  const taken = await inside((tx) => listPlacesTaken(tx, { settingId, endsAfter: NOW }));
  assert.deepEqual(
    taken.map(({ kind, place, until }) => [kind, place, until]),
    [
      ['hold', 1, TOMORROW],
      ['block', 2, null],
    ],
  );
});

test('what took a place is never moved or removed, and nothing but a hold that runs made longer, within its bounds', async () => {
  const settingId = await aSetting();
  const id = await hold(settingId, 3);
  const run = (statement: string) => inside((tx) => sql.raw(`${statement} where id = ${id}`).execute(tx));
  const until = (moment: string): string => `during = tstzrange(lower(during), '${moment}')`;
  await assert.rejects(
    run(`update place_taken set ${until('2026-12-01')}, ended = 'released'`),
    /may only be ended/,
  );
  await assert.rejects(run(`update place_taken set ${until('2026-12-20')}`), /long_holds_say_why/);
  await assert.rejects(
    run(`update place_taken set ${until('2027-01-01')}, lengthened_why = 'Waiting'`),
    /holds_have_an_end/,
  );
  await run(`update place_taken set ${until('2026-12-08')}`);
  await run(`update place_taken set ${until('2026-12-20')}, lengthened_why = 'Waiting'`);
  await assert.rejects(
    run(`update place_taken set ${until('2026-12-01')}`),
    /may only be ended/,
    'no shorter',
  );
  const blocked = await block(settingId, 2, TOMORROW);
  await assert.rejects(
    inside((tx) =>
      sql.raw(`update place_taken set ${until('2026-12-01')} where id = ${blocked}`).execute(tx),
    ),
    /may only be ended/,
  );
  await assert.rejects(run('update place_taken set place = 2'), /permission denied/);
  await assert.rejects(run('delete from place_taken'), /permission denied/);
  const other = await asTenant(db.app, { authorityId: 'X00000002' }, (tx) => listPlacesTaken(tx, {}));
  assert.deepEqual(other, []);
  assert.deepEqual(await findHolesInWalls(db.owner), []);
});

test('a hold is lengthened unless somebody has the place by then', async () => {
  const settingId = await aSetting();
  const id = (await hold(settingId, 4)) ?? 0;
  const LATER = moment('2026-11-30T00:00:00Z');
  const lengthen = (until: Moment) => inside((tx) => lengthenHeldPlace(tx, { id, until, why: '', at: NOW }));
  assert.equal(await lengthen(LATER), true);
  assert.ok(await hold(settingId, 5, 1, [LATER, moment('2026-12-02T00:00:00Z')]));
  assert.equal(await lengthen(moment('2026-12-01T00:00:00Z')), false);
  const taken = await inside((tx) => listPlacesTaken(tx, { settingId, endsAfter: NOW }));
  assert.equal(taken[0]?.until, LATER);
  assert.deepEqual(taken[0]?.kind === 'hold' && taken[0].lengthened, [{ from: TOMORROW, at: NOW }]);
  await assert.rejects(
    inside((tx) => sql.raw(`update place_taken set lengthened = '[]' where id = ${id}`).execute(tx)),
    /may only be ended/,
    'nothing of how it came to be so long is lost',
  );
});
