import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  childId,
  ENTRY_KINDS,
  type EntryKind,
  moment,
  type SearchEntry,
  searchFrom,
} from '@rightplace/domain';
import { sql } from 'kysely';
import { createAuthority } from '../authority/authorities.ts';
import { addCase, addCaseEvent } from '../cases/cases.ts';
import { saveChildren } from '../children/save-children.ts';
import type { Tx } from '../connection/database.ts';
import { asTenant } from '../connection/tenant.ts';
import { findHolesInWalls } from '../connection/tenant-walls.ts';
import { addPerson } from '../people/people.ts';
import { saveProvider } from '../places/places.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { listSearchEntries } from './search-entries.ts';
import {
  addSearchEntry,
  countSearches,
  findSearchEntryBy,
  holdSearchLog,
  listCasesOfProcess,
} from './search-log.ts';

let db: TestDatabase;
let paige: number;
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenant(db.app, { authorityId: 'X00000001' }, work);
const AT = moment('2026-11-02T09:30:00Z');

before(async () => {
  db = await testDatabase();
  await inside((tx) => createAuthority(tx, { name: 'Testshire' }));
  await asTenant(db.app, { authorityId: 'X00000002' }, (tx) => createAuthority(tx, { name: 'Elsewhere' }));
  paige = (await inside((tx) => addPerson(tx, { name: 'Paige Marsh' }))).id;
  const child = {
    id: childId('S1'),
    details: {},
    facts: [],
    periodsOfCare: [],
    needs: [],
    legalStatuses: [],
    placements: [],
  };
  await inside((tx) => saveChildren(tx, { children: [child], clock: () => AT, why: 'Invented' }));
});
after(() => db.close());

const aSearch = async (key: string, state = 'in-house'): Promise<number> =>
  inside(async (tx) => {
    const { id } = await addCase(tx, {
      workflow: 'placement-request',
      version: 2,
      child: childId('S1'),
      begunBy: paige,
      teamId: null,
      key,
    });
    await addCaseEvent(tx, id, {
      number: 1,
      at: AT,
      step: 'begin',
      kind: 'begin',
      by: { person: String(paige), part: { role: 'social-worker' } },
      from: null,
      to: state,
      said: {},
      evidence: null,
      key: 'begin',
    });
    return id;
  });
const write = (
  caseId: number,
  kind: EntryKind,
  about: number | null = null,
  said: SearchEntry['said'] = { tier: 'spot', provider: 'Brackenhill Care' },
  key = `${kind} ${Math.random()}`,
) =>
  inside(async (tx) => {
    await holdSearchLog(tx, caseId);
    const by = { person: String(paige), part: { role: 'placements-officer' } } as const;
    return addSearchEntry(tx, caseId, { at: AT, by, kind, about, said, key });
  });

test('what was written is read as it was written, in its order', async () => {
  const id = await aSearch('reads');
  await write(id, 'approach');
  await write(id, 'declined', 1, { reason: 'no-place', words: 'Full until spring' });
  assert.deepEqual(await inside((tx) => listSearchEntries(tx, id)), [
    {
      number: 1,
      at: AT,
      kind: 'approach',
      about: null,
      said: { tier: 'spot', provider: 'Brackenhill Care' },
      by: { person: String(paige), part: { role: 'placements-officer' } },
    },
    {
      number: 2,
      at: AT,
      kind: 'declined',
      about: 1,
      said: { reason: 'no-place', words: 'Full until spring' },
      by: { person: String(paige), part: { role: 'placements-officer' } },
    },
  ]);
});

test('of many who write at once all do, each with a number of its own and none left out', async () => {
  const id = await aSearch('together');
  const numbers = await Promise.all(Array.from({ length: 8 }, () => write(id, 'approach')));
  assert.deepEqual(
    numbers.toSorted((a, b) => a - b),
    [1, 2, 3, 4, 5, 6, 7, 8],
  );
});

test('one form sent twice is one entry', async () => {
  const id = await aSearch('twice');
  const number = await write(id, 'approach', null, {}, 'the same form');
  assert.equal(
    await inside((tx) => findSearchEntryBy(tx, { caseId: id, person: paige, key: 'the same form' })),
    number,
  );
  assert.equal(
    await inside((tx) => findSearchEntryBy(tx, { caseId: id, person: paige, key: 'another' })),
    undefined,
  );
  await assert.rejects(write(id, 'approach', null, {}, 'the same form'), /one_form_one_entry/);
});

test('the database takes no entry that is about nothing, and none of a search is changed or taken away', async () => {
  const id = await aSearch('walls');
  await write(id, 'approach');
  await assert.rejects(write(id, 'declined', 7), /violates foreign key|about_what_was_before/);
  await assert.rejects(write(id, 'declined', null), /an_approach_is_about_nothing/);
  const other = await aSearch('walls besides');
  await write(other, 'approach');
  await write(other, 'declined', 1);
  await assert.rejects(
    write(id, 'declined', 2),
    /violates foreign key|about_what_was_before/,
    'of another search',
  );
  for (const statement of [
    'update search_entry set said = said',
    'delete from search_entry',
    'truncate search_entry',
  ])
    await assert.rejects(
      inside((tx) => sql.raw(statement).execute(tx)),
      /permission denied/,
      statement,
    );
});

test('another authority reads nothing of it', async () => {
  const id = await aSearch('elsewhere');
  await write(id, 'approach');
  const seen = await asTenant(db.app, { authorityId: 'X00000002' }, async (tx) => [
    ...(await listSearchEntries(tx, id)),
    ...(await countSearches(tx, [id])),
  ]);
  assert.deepEqual(seen, []);
  assert.deepEqual(await findHolesInWalls(db.app), []);
});

test('counted by the database and folded from its entries, a search has the same numbers', async () => {
  const id = await aSearch('counts');
  for (const [kind, about] of [
    ['approach', null],
    ['approach', null],
    ['approach', null],
    ['declined', 1],
    ['offer', 1],
    ['offer', 2],
    ['no-reply', 3],
    ['shared', 5],
    ['shared', 5],
    ['unsuitable', 6],
  ] as const)
    await write(id, kind, about, kind === 'approach' ? { tier: 'spot' } : {});
  const counts = async () => {
    const counted = await inside((tx) => countSearches(tx, [id]));
    assert.deepEqual(counted.get(id), searchFrom(await inside((tx) => listSearchEntries(tx, id))).counts);
    return counted.get(id);
  };
  assert.deepEqual(await counts(), { approached: 3, replied: 2, offered: 2, shared: 1 });
  await write(id, 'unsuitable', 5);
  assert.equal((await counts())?.shared, 0, 'it was taken back');
  await write(id, 'shared', 5);
  await write(id, 'shared', 6);
  assert.equal((await counts())?.shared, 2, 'shared again');
  await write(id, 'withdrawn', 6);
  assert.equal((await counts())?.shared, 1, 'and not what the provider withdrew');
});

test('every kind of entry can be kept that no profile goes with', async () => {
  const id = await aSearch('kinds');
  await write(id, 'approach');
  for (const kind of Object.keys(ENTRY_KINDS) as readonly EntryKind[])
    if (kind !== 'approach' && kind !== 'disclosed') await write(id, kind, 1, {});
});

test('searches that go on and those that are over are listed apart', async () => {
  const [live, over] = [await aSearch('live'), await aSearch('over', 'cancelled')];
  const list = (isOver: boolean) =>
    inside(async (tx) =>
      (
        await listCasesOfProcess(tx, 'placement-request', {
          ended: ['cancelled'],
          isOver,
        })
      ).map(({ id }) => id),
    );
  assert.ok((await list(false)).includes(live) && !(await list(false)).includes(over));
  assert.deepEqual(await list(true), [over]);
});

test('what is said of an approach to a provider of the register is of that provider, whoever writes it', async () => {
  const id = await aSearch('of a provider');
  const said = { tier: 'spot', provider: 'Brackenhill Care' };
  const by = { person: String(paige), part: { role: 'placements-officer' } } as const;
  const add = (kind: EntryKind, about: number | null, providerId: number | null) =>
    inside(async (tx) => {
      await holdSearchLog(tx, id);
      const register = { providerId, settingId: null, profileVersion: null };
      const key = `${kind} ${about} ${providerId}`;
      return addSearchEntry(tx, id, { at: AT, by, kind, about, said, key, register });
    });
  const [bracken, other] = await inside(async (tx) => [
    (await saveProvider(tx, { name: 'Brackenhill Care', kind: 'PR4', inHouse: false })).id,
    (await saveProvider(tx, { name: 'Saltings Homes', kind: 'PR4', inHouse: false })).id,
  ]);
  await add('approach', null, bracken ?? 0);
  await add('question', 1, other ?? 0);
  await add('answer', 2, null);
  await add('approach', null, null);
  await add('offer', 4, other ?? 0);
  const entries = await inside((tx) => listSearchEntries(tx, id));
  assert.deepEqual(
    entries.map(({ register }) => register?.providerId),
    [bracken, bracken, bracken, undefined, undefined],
  );
  await assert.rejects(add('approach', null, 999), /foreign key/);
});
