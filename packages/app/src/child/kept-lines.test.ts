import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, londonDayOf, type Role } from '@rightplace/domain';
import { asTenant, endRole, listTeams, renameTeam, rolesOn, setTeamService } from '@rightplace/store';
import {
  aChild,
  aChildrenWorld,
  anEpisode,
  CHILDREN,
  type ChildrenWorld,
  worker,
} from '../../test/children-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { readListAsked } from './list-asked.ts';
import { type ChildrenList, listChildren } from './list-children.ts';

// What a list is made of is kept between requests. Each of these changes one thing that a kept answer might hide.
let world: ChildrenWorld;
before(async () => {
  world = await aChildrenWorld();
});
after(() => world.close());

const listFor = async (personId: number, query = 'standing=all', asOf?: string): Promise<ChildrenList> => {
  const { signedIn } = await world.signIn(personId);
  const asked = readListAsked(new URLSearchParams(query));
  const asKnown = { asOf: asOf === undefined ? londonDayOf(world.now()) : day(asOf), knownAt: undefined };
  const list = await listChildren(world, signedIn, { asked, asKnown });
  assert.ok(list.kind === 'children');
  return list;
};

const ids = async (personId: number): Promise<string> =>
  (await listFor(personId)).lines
    .map(({ id }) => id)
    .toSorted()
    .join(' ');

const inNorthmarsh = { authorityId: NORTHMARSH };
const teamNamed = (name: string) =>
  asTenant(world.db, inNorthmarsh, async (tx) => {
    const team = (await listTeams(tx)).find((each) => each.name === name);
    assert.ok(team);
    return team;
  });

test('two who ask one after the other each see their own, however often', async () => {
  const director = await world.someone('director');
  for (let i = 0; i < 2; i++) {
    assert.equal(await ids(world.ana), 'NM1 NM4 NM5');
    assert.equal(await ids(world.ben), 'NM2');
    assert.equal(await ids(director), 'NM1 NM2 NM4 NM5 NM6');
  }
});

test('a list of another day, and on another day, is that day’s', async () => {
  const director = await world.someone('director');
  const standingOf = async (asOf: string) =>
    (await listFor(director, 'standing=all', asOf)).lines.find(({ id }) => id === 'NM4')?.standing;
  assert.deepEqual(
    [await standingOf('2026-06-29'), await standingOf('2026-06-30'), await standingOf('2026-06-29')],
    ['in-care', 'left', 'in-care'],
  );
});

test('a conflict of interest declared meanwhile closes the record in the next list', async () => {
  const manager = await world.someone('team-manager');
  assert.equal(await ids(manager), 'NM1 NM4 NM5');
  await world.conflict('NM1', manager);
  assert.equal(await ids(manager), 'NM4 NM5');
});

test('a team that is renamed, or moves to another service, is so in the next list', async () => {
  const director = await world.someone('director');
  const manager = await world.someone('group-manager');
  const west = await teamNamed('West team');
  const teamOf = async (person: number) =>
    (await listFor(person)).lines.find(({ id }) => id === 'NM2')?.holding.team?.name;
  assert.deepEqual([await teamOf(director), await teamOf(manager)], ['West team', undefined]);
  await asTenant(world.db, inNorthmarsh, (tx) => renameTeam(tx, west.id, 'Harbour team'));
  assert.equal(await teamOf(director), 'Harbour team');
  const { service } = await teamNamed('East team');
  await asTenant(world.db, inNorthmarsh, (tx) => setTeamService(tx, west.id, service));
  assert.equal(await teamOf(manager), 'Harbour team');
});

test('a child who is restricted, renamed or given another worker is so in the next list', async () => {
  const director = await world.someone('director');
  const lineOf = async (id: string) => (await listFor(director)).lines.find((line) => line.id === id);
  const before = await listFor(director, 'standing=all&sort=name');
  assert.equal((await lineOf('NM6'))?.familyName, undefined);
  const named = aChild('NM6', {
    details: { givenName: 'Nell', familyName: 'Aaronsby' },
    facts: [worker('SW1001')],
    episodes: [anEpisode({ decom: '2026-07-01' })],
  });
  await world.saveChildren([named], '2026-11-20T09:00:00Z');
  assert.deepEqual(
    (await lineOf('NM6'))?.holding.workers.map(({ name }) => name),
    ['Ana Fenwright'],
  );
  const order = (list: ChildrenList) => list.lines.map(({ id }) => id);
  assert.equal(order(before).at(-1), 'NM6');
  assert.equal(
    order(await listFor(director, 'standing=all&sort=name'))[0],
    'NM6',
    'in the order of the new name',
  );
  const [kofi] = CHILDREN;
  assert.ok(kofi);
  await world.saveChildren([{ ...kofi, restricted: true }], '2026-11-21T09:00:00Z');
  assert.equal(await lineOf('NM1'), undefined);
});

test('a role that has ended opens nothing any more, in the next list', async () => {
  const role: Role = 'performance';
  const person = await world.someone(role);
  assert.notEqual(await ids(person), '');
  const today = londonDayOf(world.now());
  await asTenant(world.db, inNorthmarsh, async (tx) => {
    for (const { id } of await rolesOn(tx, today, person)) await endRole(tx, id, today);
  });
  const { signedIn } = await world.signIn(person);
  const asked = readListAsked(new URLSearchParams());
  const list = await listChildren(world, signedIn, { asked, asKnown: { asOf: today, knownAt: undefined } });
  assert.equal(list.kind, 'refused');
});
