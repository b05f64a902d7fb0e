import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { childId, type Moment, moment } from '@rightplace/domain';
import { sql } from 'kysely';
import { createAuthority } from '../authority/authorities.ts';
import { addCase, addCaseEvent } from '../cases/cases.ts';
import { saveChildren } from '../children/save-children.ts';
import type { Tx } from '../connection/database.ts';
import { asTenant } from '../connection/tenant.ts';
import { findHolesInWalls } from '../connection/tenant-walls.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { addDelegation, addDelegationEnd, type DelegationToAdd, listDelegations } from './delegations.ts';
import { addPerson } from './people.ts';

let db: TestDatabase;
let people: Readonly<Record<'ada' | 'sam' | 'dev', number>>;
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(db.app, { authorityId: 'X00000001' }, work);
const outside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(db.app, { authorityId: 'X00000002' }, work);

before(async () => {
  db = await testDatabase();
  await inside((tx) => createAuthority(tx, { name: 'Testshire' }));
  await outside((tx) => createAuthority(tx, { name: 'Elsewhere' }));
  const add = async (name: string) => (await inside((tx) => addPerson(tx, { name }))).id;
  people = { ada: await add('Ada Osei'), sam: await add('Sam Example'), dev: await add('Dev Rowan') };
});
after(() => db.close());

/** Each test has a year of its own, so that none meets another’s. */
let year = 2030;
const nextYear = (): ((text: string) => Moment) => {
  year += 1;
  const own = year;
  return (text) => moment(`${own}-${text}Z`);
};
const given = (m: (text: string) => Moment, changes: Partial<DelegationToAdd> = {}): DelegationToAdd => ({
  forPerson: String(people.ada),
  role: 'director',
  standsIn: String(people.sam),
  reason: 'duty',
  starts: m('03-01T17:00:00'),
  ends: m('03-02T08:00:00'),
  recordedBy: String(people.ada),
  recordedAt: m('03-01T12:00:00'),
  ...changes,
});
const add = (delegation: DelegationToAdd) => inside((tx) => addDelegation(tx, delegation));

test('a delegation is read as it was recorded, and ended by a second record, once', async () => {
  const m = nextYear();
  const id = await add(given(m));
  const read = async () => (await inside((tx) => listDelegations(tx))).find((one) => one.id === id);
  assert.deepEqual(await read(), { ...given(m), id, ended: null });
  const end = (at: Moment) => inside((tx) => addDelegationEnd(tx, { id, by: people.ada, at }));
  assert.equal(await end(m('03-01T20:00:00')), true);
  assert.equal(await end(m('03-01T21:00:00')), false);
  assert.deepEqual((await read())?.ended, { by: String(people.ada), at: m('03-01T20:00:00') });
});

test('those of one person are listed, on either side, and those that were over are left out when asked', async () => {
  const m = nextYear();
  const id = await add(given(m, { standsIn: String(people.dev) }));
  const ids = async (asked: Parameters<typeof listDelegations>[1]) =>
    (await inside((tx) => listDelegations(tx, asked))).map((one) => one.id);
  assert.ok((await ids({ of: people.dev })).includes(id));
  assert.ok((await ids({ of: people.ada })).includes(id));
  assert.ok(!(await ids({ of: people.sam })).includes(id));
  assert.ok((await ids({ since: m('03-02T07:59:59') })).includes(id));
  assert.ok(!(await ids({ since: m('03-02T08:00:00') })).includes(id));
});

test('the database itself refuses self-appointment, times that are past or turned round, and one without end', async () => {
  const m = nextYear();
  for (const [rule, changes] of [
    ['nobody_appoints_themselves', { recordedBy: String(people.sam) }],
    ['nobody_stands_in_for_themselves', { forPerson: String(people.sam) }],
    ['delegated_forwards', { recordedAt: m('03-01T17:00:01') }],
    ['delegated_forwards', { ends: m('03-01T17:00:00') }],
    ['delegated_for_a_time', { ends: m('06-02T17:00:00') }],
    ['role_check', { role: 'administrator' }],
  ] as const)
    await assert.rejects(add(given(m, changes)), new RegExp(rule), rule);
});

test('of twenty who say at one moment that somebody stands in, one is let in; after it ended early another is', async () => {
  const m = nextYear();
  const tries = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) =>
      add(given(m, { standsIn: String(n % 2 ? people.sam : people.dev) })),
    ),
  );
  const done = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  assert.equal(done.length, 1);
  for (const one of tries)
    if (one.status === 'rejected') assert.match(String(one.reason), /Somebody stands in for person/);
  await inside((tx) => addDelegationEnd(tx, { id: done[0] ?? 0, by: people.ada, at: m('03-01T20:00:00') }));
  const rest = { recordedAt: m('03-01T20:00:00'), starts: m('03-01T20:00:00') };
  await assert.rejects(
    add(given(m, { ...rest, starts: m('03-01T19:59:59'), recordedAt: m('03-01T19:00:00') })),
  );
  assert.ok(await add(given(m, rest)));
});

test('what was recorded is never changed or taken away', async () => {
  for (const table of ['delegation', 'delegation_end'])
    for (const statement of [`delete from ${table}`, `update ${table} set authority_id = authority_id`])
      await assert.rejects(
        inside((tx) => sql.raw(statement).execute(tx)),
        /permission denied/,
        statement,
      );
});

test('what is done in a colleague’s name is refused by the database outside the hours, to the second', async () => {
  const m = nextYear();
  const child = childId('T1');
  const empty = { details: {}, facts: [], periodsOfCare: [], needs: [], legalStatuses: [], placements: [] };
  const why = { clock: () => m('01-01T09:00:00'), why: 'Invented' };
  await inside((tx) => saveChildren(tx, { children: [{ id: child, ...empty }], ...why }));
  const begun = { workflow: 'entry-to-care', version: 1, child, begunBy: people.dev, teamId: null };
  const { id } = await inside((tx) => addCase(tx, { ...begun, key: 'hours' }));
  const event = (
    number: number,
    at: Moment,
    part: { role: 'director' | 'group-manager'; actingFor?: string },
  ) =>
    inside((tx) =>
      addCaseEvent(tx, id, {
        number,
        at,
        step: number === 1 ? 'begin' : 'director-authorise',
        kind: number === 1 ? 'begin' : 'authorise',
        by: { person: String(people.sam), part },
        from: number === 1 ? null : 'draft',
        to: 'draft',
        said: {},
        evidence: null,
        key: `k${number}`,
      }),
    );
  const inName = { role: 'director', actingFor: String(people.ada) } as const;
  await event(1, m('02-01T09:00:00'), { role: 'director' });
  await add(given(m));
  for (const at of ['03-01T16:59:59', '03-02T08:00:00', '03-02T08:00:01'])
    await assert.rejects(event(2, m(at), inName), /acts_while_delegated|does not stand in/, at);
  await assert.rejects(
    event(2, m('03-01T18:00:00'), { ...inName, role: 'group-manager' }),
    /does not stand in/,
  );
  assert.equal(await event(2, m('03-02T07:59:59'), inName), true);
});

test('cross-authority: delegations are behind their authority’s wall', async () => {
  assert.deepEqual(await outside((tx) => listDelegations(tx)), []);
  await assert.rejects(
    outside((tx) => addDelegation(tx, given(nextYear()))),
    /violates foreign key/,
  );
  assert.deepEqual(await findHolesInWalls(db.owner), []);
});
