import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day } from '@rightplace/domain';
import { createAuthority, findAuthority } from '../authority/authorities.ts';
import { asTenant } from '../connection/tenant.ts';
import { listCareSettings, listProviders, saveCareSetting, saveProvider } from '../places/places.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import {
  addPerson,
  assignRole,
  endRole,
  findPerson,
  listPeople,
  listTeams,
  rolesOn,
  saveTeam,
  setPersonActive,
} from './people.ts';
import { readStaffText, staffFrom } from './staff-read.ts';

let db: TestDatabase;
const ours = { authorityId: 'X00000001' };
const inOurs = <T>(work: Parameters<typeof asTenant<T>>[2]) => asTenant(db.app, ours, work);

before(async () => {
  db = await testDatabase();
  await inOurs((tx) => createAuthority(tx, { name: 'Testshire', demonstration: true, colour: '#1d70b8' }));
});
after(() => db.close());

test('an authority is made once and keeps what it was given first', async () => {
  await inOurs((tx) => createAuthority(tx, { name: 'Another name' }));
  assert.deepEqual(await inOurs(findAuthority), {
    code: 'X00000001',
    name: 'Testshire',
    demonstration: true,
    colour: '#1d70b8',
  });
  await assert.rejects(
    asTenant(db.app, { authorityId: 'bad code' }, (tx) => createAuthority(tx, { name: 'x' })),
  );
});

test('a role is held from its first day to the day before its end, with its reach', async () => {
  await inOurs(async (tx) => {
    const team = await saveTeam(tx, { name: 'Team Zed', service: 'Looked after' });
    assert.deepEqual(await saveTeam(tx, { name: 'Team Zed', service: 'Permanence' }), {
      ...team,
      service: 'Permanence',
    });
    assert.equal((await listTeams(tx)).length, 1);
    const ann = await addPerson(tx, {
      name: 'Ann Invented',
      email: 'ann@testshire.example',
      socialWorkNumber: 'SWE1',
    });
    const id = await assignRole(tx, {
      personId: ann.id,
      role: 'team-manager',
      teamId: team.id,
      starts: day('2025-01-01'),
    });
    await assignRole(tx, { personId: ann.id, role: 'director', starts: day('2025-01-01') });
    await endRole(tx, id, day('2026-01-01'));
    const held = async (on: string) =>
      (await rolesOn(tx, day(on), ann.id)).map(({ role, team: of }) => [role, of?.name]);
    assert.deepEqual(await held('2024-12-31'), []);
    assert.deepEqual(await held('2025-12-31'), [
      ['team-manager', 'Team Zed'],
      ['director', undefined],
    ]);
    assert.deepEqual(await held('2026-01-01'), [['director', undefined]]);
    await setPersonActive(tx, ann.id, false);
    assert.equal((await findPerson(tx, ann.id))?.active, false);
    assert.deepEqual(await listPeople(tx), [{ ...ann, active: false }]);
  });
});

test('everyone who works here is read as one text, which stays the same until something of it changes', async () => {
  const read = () => inOurs(readStaffText);
  const before = await read();
  assert.equal(await read(), before);
  const staff = staffFrom(before);
  const ann = staff.people.find(({ socialWorkNumber }) => socialWorkNumber === 'SWE1');
  assert.equal(ann?.name, 'Ann Invented');
  const [team] = staff.teams;
  assert.deepEqual(
    staff.history.map(({ personId, role, teamId, service, starts, ends }) => [
      personId === ann?.id,
      role,
      teamId === team?.id,
      service,
      starts,
      ends,
    ]),
    [
      [true, 'team-manager', true, null, '2025-01-01', '2026-01-01'],
      [true, 'director', false, null, '2025-01-01', null],
    ],
  );
  await inOurs((tx) => saveTeam(tx, { name: 'Team Zed', service: 'Looked after' }));
  assert.notEqual(await read(), before);
  assert.deepEqual(
    staffFrom(await asTenant(db.app, { authorityId: 'X00000002' }, readStaffText)),
    { authority: 'X00000002', reviewingKnown: null, people: [], history: [], conflicts: [], teams: [] },
    'of another authority nothing is told',
  );
});

test('the same role with the same reach is not held twice at once, nor an email address by two', async () => {
  const bob = await inOurs((tx) => addPerson(tx, { name: 'Bob Invented', email: 'bob@testshire.example' }));
  const director = { personId: bob.id, role: 'director', starts: day('2025-01-01') };
  await inOurs((tx) => assignRole(tx, director));
  await assert.rejects(
    inOurs((tx) => assignRole(tx, { ...director, starts: day('2026-01-01') })),
    /one_role_once/,
  );
  await assert.rejects(
    inOurs((tx) => addPerson(tx, { name: 'Bob', email: 'BOB@testshire.example' })),
    /person_email/,
  );
});

test('providers and settings are brought up to date by name and by URN', async () => {
  await inOurs(async (tx) => {
    const provider = await saveProvider(tx, { name: 'Zed Homes', kind: 'PR4', inHouse: false });
    assert.deepEqual(await saveProvider(tx, { name: 'Zed Homes', kind: 'PR5', inHouse: false }), {
      ...provider,
      kind: 'PR5',
    });
    assert.equal((await listProviders(tx)).length, 1);
    const house = {
      urn: 'SC000001',
      name: 'Zed House',
      type: 'K2',
      postcode: 'ZZ1 1AA',
      providerId: provider.id,
      inHouse: false,
    };
    const saved = await saveCareSetting(tx, house);
    await saveCareSetting(tx, { ...house, name: 'Zed Lodge' });
    const carer = await saveCareSetting(tx, { ...house, urn: undefined, name: 'A carer' });
    assert.deepEqual(await listCareSettings(tx), [carer, { ...saved, name: 'Zed Lodge' }]);
  });
});
