import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { childId, day, londonDayOf, type Role } from '@rightplace/domain';
import { addPerson, asSuperuser, assignRole, asTenant, endRole, listTeams, rolesOn } from '@rightplace/store';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { openHome } from '../measure/home.ts';
import { listNotices } from '../notifications/list-notices.ts';
import { openNotice } from '../notifications/open-notice.ts';
import { tellOfTime } from '../notifications/tell-of-time.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { declareOwnConflict, recordConflictOf } from './declare-conflict.ts';
import { endConflictOf, giveCasesToAnother } from './keep-conflict.ts';
import { listConflicts, listOwnConflicts } from './list-conflicts.ts';
import { showConflict } from './show-conflict.ts';

/* Who has somebody's cases of a child meanwhile: one after another, and for as long as they could have been chosen. */

let world: EntryWorld;
let ana: SignedIn;
let tess: SignedIn;
before(async () => {
  world = await anEntryWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  tess = await world.as('team-manager');
});
after(() => world.close());

const MOVED = day('2026-11-20');
const inNorthmarsh = <T>(work: Parameters<typeof asTenant<T>>[2]) =>
  asTenant(world.db, { authorityId: NORTHMARSH }, work);
interface Work {
  readonly starts: string;
  readonly role?: Role;
}
const worksIn = (personId: number, team: string, { starts, role = 'social-worker' }: Work) =>
  inNorthmarsh(async (tx) => {
    const teamId = (await listTeams(tx)).find((one) => one.name === team)?.id ?? 0;
    await assignRole(tx, { personId, role, teamId, starts: day(starts) });
  });
const aWorker = async (name: string): Promise<SignedIn> => {
  const { id } = await inNorthmarsh((tx) => addPerson(tx, { name }));
  await worksIn(id, 'East team', { starts: '2024-01-01' });
  return (await world.signIn(id)).signedIn;
};
/** From the day on they work elsewhere, or again where they did. */
const movesTo = async ({ person }: SignedIn, team: string | undefined, role?: Role) => {
  await inNorthmarsh(async (tx) => {
    for (const { id } of await rolesOn(tx, MOVED, person.id)) await endRole(tx, id, MOVED);
  });
  if (team !== undefined) await worksIn(person.id, team, { starts: MOVED, ...(role && { role }) });
};

const WHY = 'Her father is my neighbour';
const name = (answer: { readonly kind: string; readonly name?: string | undefined }) =>
  answer.kind === 'refused' ? answer.name : answer.kind;
const declared = async (who: SignedIn, child: string): Promise<number> => {
  const answer = await declareOwnConflict(world, who, { child: childId(child), why: WHY });
  assert.ok(answer.kind === 'conflict-declared', name(answer));
  return answer.id;
};
const give = async (id: number, to: SignedIn) => {
  const view = await showConflict(world, tess, id);
  const seen = view.kind === 'conflict' ? view.chosen : name(view);
  const answer = await giveCasesToAnother(world, tess, { id, person: to.actor.id, seen: seen ?? '' });
  assert.deepEqual(answer, { kind: 'cases-given', name: to.person.name });
};
const end = (id: number) => endConflictOf(world, tess, { id, why: 'They moved away from there' });
const chosenOn = (id: number, on: string) =>
  asSuperuser(world.database, `update conflict_of_interest set covered_on = '${on}' where id = ${id}`);
const hasThem = async (id: number, child: string) => {
  const view = await showConflict(world, tess, id);
  const list = await listConflicts(world, tess);
  assert.ok(view.kind === 'conflict' && list.kind === 'conflicts');
  const line = list.lines.find((one) => one.id === id);
  assert.equal(line?.child?.id, child);
  assert.equal(line?.coveredByName, view.coveredBy?.name, 'the list says what the page says');
  return view.coveredBy?.name;
};

test('cases given from one to another reach the last of them, and come back as the conflicts end', async () => {
  const [kit, nell] = [await aWorker('Kit Marl'), await aWorker('Nell Sedgeby')];
  const id = await world.begin('C1', ana);
  const all = async () => [
    name(await world.seenBy(ana, id)),
    name(await world.seenBy(kit, id)),
    name(await world.seenBy(nell, id)),
  ];
  const first = await declared(ana, 'C1');
  await give(first, kit);
  assert.deepEqual(await all(), ['conflict-of-interest', 'case', 'out-of-reach']);
  const second = await declared(kit, 'C1');
  assert.equal(await hasThem(first, 'C1'), undefined, 'to nobody, now that it is closed to Kit');
  await give(second, nell);
  assert.deepEqual(await all(), ['conflict-of-interest', 'conflict-of-interest', 'case']);
  assert.deepEqual(
    [await hasThem(first, 'C1'), await hasThem(second, 'C1')],
    ['Nell Sedgeby', 'Nell Sedgeby'],
  );
  assert.equal((await listOwnConflicts(world, ana))[0]?.coveredByName, 'Nell Sedgeby');
  await world.fillIn(id, nell);
  assert.equal(name(await world.take(nell, id, 'submit')), 'step-taken');
  await end(second);
  assert.deepEqual(await all(), ['conflict-of-interest', 'case', 'out-of-reach']);
  assert.equal(await hasThem(first, 'C1'), 'Kit Marl');
  await end(first);
  assert.deepEqual(await all(), ['case', 'out-of-reach', 'out-of-reach']);
});

test('two who have each other’s cases send nobody round and round', async () => {
  const kit = await aWorker('Kit Round');
  const id = await world.begin('C2', ana);
  const first = await declared(ana, 'C2');
  await give(first, kit);
  const second = await declared(kit, 'C2');
  await asSuperuser(
    world.database,
    `update conflict_of_interest set covered_by = ${ana.person.id}, covered_on = current_date where id = ${second}`,
  );
  assert.equal(name(await world.seenBy(kit, id)), 'conflict-of-interest');
  assert.equal(await hasThem(first, 'C2'), undefined);
});

test('a child whose cases somebody was given is among their own on the first page, for as long as it lasts', async () => {
  const [kit, nell] = [await aWorker('Kit Firstpage'), await aWorker('Nell Firstpage')];
  const own = async (who: SignedIn) => {
    const home = await openHome(world, who, { asOf: londonDayOf(world.now()), knownAt: undefined });
    assert.ok(home.kind === 'figures', home.kind);
    return home.own?.lines.map((line) => line.id);
  };
  assert.deepEqual(await own(kit), []);
  const ofAna = await recordConflictOf(world, tess, {
    child: childId('NM1'),
    person: ana.actor.id,
    why: WHY,
  });
  assert.ok(ofAna.kind === 'conflict-declared');
  await give(ofAna.id, kit);
  assert.deepEqual([await own(kit), await own(nell)], [['NM1'], []]);
  const ofKit = await declared(kit, 'NM1');
  await give(ofKit, nell);
  assert.deepEqual([await own(kit), await own(nell)], [[], ['NM1']]);
  await end(ofKit);
  await end(ofAna.id);
  assert.deepEqual(
    [await own(kit), await own(nell), (await own(ana))?.includes(childId('NM1'))],
    [[], [], true],
  );
});

test('whoever was given cases has them only while they hold a role in which they were chosen', async () => {
  const cases = [
    { number: 'C3', to: 'West team', seen: 'out-of-reach' },
    { number: 'C4', to: undefined, seen: 'access-ended' },
    { number: 'C5', to: 'East team', role: 'fostering-adoption', seen: 'access-ended' },
    { number: 'C8', to: 'East team', seen: 'case' },
  ] as const;
  for (const { number, to, seen, ...as } of cases) {
    const kit = await aWorker(`Kit of ${number}`);
    const id = await world.begin(number, ana);
    const conflict = await declared(ana, number);
    await give(conflict, kit);
    await chosenOn(conflict, '2026-11-19');
    await movesTo(kit, to, 'role' in as ? as.role : undefined);
    const now = (await world.signIn(kit.person.id)).signedIn;
    assert.equal(name(await world.seenBy(now, id)), seen, number);
    const stays = seen === 'case' ? kit.person.name : undefined;
    assert.equal(await hasThem(conflict, number), stays);
    const own = (await listOwnConflicts(world, ana)).find((one) => one.id === conflict);
    assert.equal(own?.coveredByName, stays);
  }
});

test('a role given after they were chosen does not bring the cases back', async () => {
  const kit = await aWorker('Kit Later');
  const id = await world.begin('C6', ana);
  const conflict = await declared(ana, 'C6');
  await give(conflict, kit);
  assert.equal(name(await world.seenBy(kit, id)), 'case');
  await chosenOn(conflict, '2023-12-31');
  assert.equal(name(await world.seenBy(kit, id)), 'out-of-reach', 'no role of that day');
});

test('a notice names the colleague to nobody who no longer answers for them', async () => {
  const kit = await aWorker('Kit Told');
  await world.begin('C7', kit);
  await declared(kit, 'C7');
  const newest = async () => {
    const view = await listNotices(world, tess);
    assert.ok(view.kind === 'notices');
    const line = view.lines.find(({ kind }) => kind === 'conflict-declared');
    return line ?? assert.fail('no notice');
  };
  const { id, about } = await newest();
  assert.equal(about.kind === 'conflict' && about.name, 'Kit Told');
  await movesTo(kit, 'West team');
  assert.deepEqual((await newest()).about, { kind: 'out-of-reach' });
  assert.deepEqual(await openNotice(world, tess, id), { kind: 'leads-nowhere' });
});

test('that cases have come back to nobody is told once: to whoever had them, and to the manager who chooses again', async () => {
  await world.begin('C29', ana);
  const [id, kit, nell] = [
    await declared(ana, 'C29'),
    await aWorker('Kit Holbeck'),
    await aWorker('Nell Gedney'),
  ];
  const toldOf = async (who: SignedIn): Promise<readonly string[]> => {
    await tellOfTime(world, NORTHMARSH);
    const list = await listNotices(world, who);
    assert.ok(list.kind === 'notices');
    return list.lines
      .filter(({ kind }) => kind === 'conflict-cover-over' || kind === 'conflict-uncovered')
      .map(({ kind, about }) => `${kind} ${about.kind}`);
  };
  // Of others before, the same manager was told.
  const before = (await toldOf(tess)).length;
  const toldManager = async () => (await toldOf(tess)).length - before;
  await give(id, kit);
  assert.deepEqual(await toldOf(kit), [], 'nothing is told while they have them');
  assert.equal(await toldManager(), 0);
  await chosenOn(id, '2026-11-18');
  await movesTo(kit, 'West team');
  assert.deepEqual(await toldOf(kit), ['conflict-cover-over out-of-reach']);
  assert.equal(await toldManager(), 1);
  assert.equal((await toldOf(tess))[0], 'conflict-uncovered conflict');
  assert.deepEqual([(await toldOf(kit)).length, await toldManager()], [1, 1], 'once');
  await give(id, nell);
  assert.equal(await toldManager(), 1, 'somebody has them again');
  await end(id);
  assert.deepEqual(await toldOf(nell), ['conflict-cover-over out-of-reach']);
});
