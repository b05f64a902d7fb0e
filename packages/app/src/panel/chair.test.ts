import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addMinutes, day, londonDayOf } from '@rightplace/domain';
import { addPerson, assignRole, asTenant } from '@rightplace/store';
import { nameOf } from '../../test/name-of.ts';
import { aPanelWorld, type PanelWorld } from '../../test/panel-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { showDesk } from '../cases/desk.ts';
import { showTeamQueue } from '../cases/team-queue.ts';
import { makeDelegation } from '../delegation/make-delegation.ts';
import { listNotices } from '../notifications/list-notices.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { openAgenda } from './open-agenda.ts';

const ON = day('2026-12-03');

let world: PanelWorld;
let ana: SignedIn;
let hub: SignedIn;
let director: SignedIn;
let officer: SignedIn;
let other: SignedIn;
before(async () => {
  world = await aPanelWorld();
  await world.runPanels();
});
after(() => world.close());

/** Everybody, signed in anew: days go by in these tests. */
const signIn = async (): Promise<void> => {
  ({ signedIn: ana } = await world.signIn(world.ana));
  [hub, director, officer] = [
    await world.as('placements-officer'),
    await world.as('director'),
    await world.as('reviewing-officer'),
  ];
  other ??= (await world.signIn(await world.someone('reviewing-officer'))).signedIn;
  ({ signedIn: other } = await world.signIn(other.person.id));
};
const chair = (who: SignedIn) => String(who.person.id);
const onDesk = async (id: number): Promise<boolean> => {
  const desk = await showDesk(world, director);
  assert.ok(desk.kind === 'desk');
  return desk.toSign.some((line) => line.id === id);
};
const isTold = async (who: SignedIn): Promise<boolean> => {
  const notices = await listNotices(world, who);
  return notices.kind === 'notices' && notices.lines.some(({ kind }) => kind === 'decision-waits');
};

test('only whoever is named to chair records what the panel decided, or who stands in; until it meets, another may be named', async () => {
  await signIn();
  const [id, second] = [
    await world.refer(await world.withDirector('C one'), ana),
    await world.refer(await world.withDirector('C two'), ana),
  ];
  assert.equal(nameOf(await world.arrange(hub, { on: ON })), 'meeting-saved');
  assert.equal(
    nameOf(await world.arrange(hub, { on: ON, basedOn: 1, chair: chair(officer) })),
    'meeting-saved',
  );
  assert.equal(nameOf(await world.step(hub, id, 'list', { 'meeting-on': ON })), 'step-taken');
  await world.step(hub, second, 'list', { 'meeting-on': ON });
  assert.deepEqual([await isTold(officer), await isTold(other)], [true, false], 'the chair alone is told');

  assert.equal(
    nameOf(await world.arrange(ana, { on: ON, basedOn: 2, chair: chair(other) })),
    'not-your-role',
  );
  assert.equal(
    nameOf(await world.arrange(hub, { on: ON, basedOn: 2, chair: chair(director) })),
    'meeting-saved',
  );
  const saved = await world.auditOf(director.authority.id, 'authority');
  const kept = saved.filter(({ action }) => action === 'panel-meeting-saved').toReversed();
  assert.deepEqual(
    kept.map(({ detail }) => (detail as { chair: number | null }).chair),
    [null, officer.person.id, director.person.id],
    'each chair that was named is kept',
  );

  world.pass(10 * 1440);
  await signIn();
  assert.equal(await onDesk(id), true, 'on the day, whoever chairs it has it on their desk');
  const nobody = await world.arrange(hub, { on: ON, basedOn: 3, members: 'Gwen Hale', chair: '' });
  assert.equal(nameOf(nobody), 'meeting-wrong', 'it does not meet without a chair');
  const met = { on: ON, basedOn: 3, members: 'Gwen Hale', chair: chair(other) };
  assert.equal(nameOf(await world.arrange(hub, met)), 'meeting-saved', 'on the day itself another may chair');
  assert.equal(await onDesk(id), false);
  for (const who of [director, await world.as('group-manager')])
    assert.equal(nameOf(await world.step(who, id, 'divert')), 'somebody-else-is-named');
  assert.equal(
    nameOf(await world.step(officer, id, 'divert')),
    'out-of-reach',
    'a child before a panel is not every reviewing officer’s',
  );
  const late = await world.arrange(hub, { ...met, basedOn: 4, chair: chair(officer) });
  assert.equal(nameOf(late), 'meeting-wrong', 'it has met');
  assert.equal(nameOf(await world.step(other, id, 'divert')), 'step-taken');

  const standsIn = (who: SignedIn) =>
    makeDelegation(world, other, {
      forPerson: chair(other),
      role: 'reviewing-officer',
      standsIn: chair(who),
      reason: 'leave',
      starts: undefined,
      ends: addMinutes(world.now(), 60),
    });
  assert.equal(nameOf(await standsIn(director)), 'not-senior-enough', 'reviewing is independent');
  assert.equal(nameOf(await standsIn(officer)), 'delegation-made');
  assert.equal(nameOf(await world.step(officer, second, 'divert')), 'step-taken');
  const seen = await world.seenBy(officer, second);
  assert.ok(seen.kind === 'case');
  assert.match(JSON.stringify(seen.chronology), /Somebody \(reviewing-officer\)[^"]* for Somebody/);
});

test('once it is said who was there only the chair, or who stands in, puts that right, and nobody takes it away, unnames the chair or calls it off', async () => {
  // Whoever stood in does so no longer.
  world.pass(120);
  const on = londonDayOf(world.now());
  await signIn();
  const arranged = { panel: 'access-to-resources-panel', on, chair: chair(other) };
  assert.equal(nameOf(await world.arrange(hub, arranged)), 'meeting-saved');
  const met = { ...arranged, basedOn: 1, members: 'Gwen Hale\nAsh O’Neill' };
  assert.equal(
    nameOf(await world.arrange(hub, met)),
    'meeting-saved',
    'whoever takes the minutes says it first',
  );
  const faultsOf = async (who: SignedIn, said: Partial<typeof met> & { readonly calledOff?: boolean }) => {
    const answer = await world.arrange(who, { ...met, basedOn: 2, ...said });
    return 'faults' in answer
      ? answer.faults.map(({ field, sentence }) => `${field}: ${sentence}`)
      : [nameOf(answer)];
  };
  const only = /^members: Only Somebody \(reviewing-officer\), who chaired, or whoever stands in/;
  for (const who of [hub, director, officer]) {
    for (const members of ['', 'Gwen Hale']) {
      const [fault, ...more] = await faultsOf(who, { members });
      assert.ok(only.test(fault ?? '') && more.length === 0, fault);
    }
    const cleared = await faultsOf(who, { members: '', chair: chair(officer) });
    assert.ok(cleared.some((fault) => fault.startsWith('chair: The chair is changed before the meeting')));
    assert.match((await faultsOf(who, { calledOff: true })).join(), /members: This meeting was held/);
  }
  assert.deepEqual(await faultsOf(other, { members: '' }), [
    'members: Say who was there: this meeting was held',
  ]);
  assert.match(
    (await faultsOf(other, { chair: chair(officer) })).join(),
    /chair: The chair is changed before/,
  );
  assert.deepEqual(await faultsOf(other, { members: 'Gwen Hale' }), ['meeting-saved']);
  assert.equal(
    nameOf(await world.arrange(hub, { ...met, basedOn: 3, members: 'Gwen Hale', place: 'Room 9' })),
    'meeting-saved',
    'where it was is the arranger’s still',
  );
  const standsIn = await makeDelegation(world, other, {
    forPerson: chair(other),
    role: 'reviewing-officer',
    standsIn: chair(officer),
    reason: 'leave',
    starts: undefined,
    ends: addMinutes(world.now(), 60),
  });
  assert.equal(nameOf(standsIn), 'delegation-made');
  await signIn();
  const stoodIn = await world.arrange(officer, { ...met, basedOn: 4, members: 'Gwen Hale\nIdris Mallory' });
  assert.equal(nameOf(stoodIn), 'meeting-saved');
});

test('whoever is named to chair is told, and so is whoever was named before; not whoever changed it', async () => {
  await signIn();
  const on = day('2026-12-20');
  const toldOf = async (who: SignedIn): Promise<readonly string[]> => {
    const notices = await listNotices(world, who);
    assert.ok(notices.kind === 'notices');
    return notices.lines.flatMap(({ kind, about }) => (about.kind === 'panels' ? [kind] : []));
  };
  const before = { officer: await toldOf(officer), director: await toldOf(director) };
  await world.arrange(hub, { on, chair: chair(officer) });
  assert.deepEqual(await toldOf(officer), ['chair-named', ...before.officer]);
  await world.arrange(director, { on, basedOn: 1, chair: chair(director) });
  const after = await toldOf(officer);
  assert.deepEqual(after.toSorted(), ['chair-named', 'chair-no-longer', ...before.officer].toSorted());
  assert.deepEqual(await toldOf(director), before.director, 'they named themselves');
  await world.arrange(director, { on, basedOn: 2, chair: chair(director), place: 'Room 2' });
  assert.deepEqual(await toldOf(officer), after, 'nothing of the chair was changed');
});

test('a meeting whose day is over has the chair it had, and who stood in for them does so no longer', async () => {
  const id = await world.refer(await world.withDirector('C three'), ana);
  const on = day('2026-12-04');
  await world.arrange(hub, { on, chair: chair(other) });
  await world.step(hub, id, 'list', { 'meeting-on': on });
  world.pass(2 * 1440);
  await signIn();
  assert.equal(nameOf(await world.arrange(hub, { on, basedOn: 1, chair: chair(officer) })), 'meeting-wrong');
  const met = { on, basedOn: 1, chair: chair(other), members: 'Gwen Hale' };
  assert.equal(nameOf(await world.arrange(hub, met)), 'meeting-saved');
  assert.equal(nameOf(await world.step(officer, id, 'agree-care')), 'out-of-reach');
  assert.equal(nameOf(await world.step(other, id, 'agree-care')), 'step-taken');
});

/** A group manager of the other service. */
const fromElsewhere = (name: string): Promise<number> =>
  asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    const { id } = await addPerson(tx, { name });
    const starts = day('2024-01-01');
    await assignRole(tx, { personId: id, role: 'group-manager', service: 'Assessment', starts });
    return id;
  });

test('a group manager of another service who is named to chair sees and decides what is listed for that meeting, and nothing else', async () => {
  const guest = await fromElsewhere('Idris Mallory');
  const visiting = async () => (await world.signIn(guest)).signedIn;
  await signIn();
  const request = await world.withDirector('C four');
  const id = await world.refer(request, ana);
  const elsewhere = await world.refer(await world.withDirector('C five'), ana);
  const on = day('2026-12-07');
  await world.arrange(hub, { on, chair: String(guest) });
  const seen = async (what: number) => nameOf(await world.seenBy(await visiting(), what));
  assert.equal(await seen(id), 'out-of-reach', 'before it is listed');
  await world.step(hub, id, 'list', { 'meeting-on': on });
  assert.deepEqual(
    [await seen(id), await seen(elsewhere), await seen(request)],
    ['case', 'out-of-reach', 'out-of-reach'],
  );
  const agenda = await openAgenda(world, await visiting(), { panel: 'entry-to-care-panel', on });
  assert.ok(agenda.kind === 'agenda');
  assert.deepEqual([agenda.items.map((item) => item.id), agenda.notShown], [[id], 0]);
  const another = (await world.signIn(await fromElsewhere('Tam Quill'))).signedIn;
  assert.equal(nameOf(await world.seenBy(another, id)), 'out-of-reach', 'whoever does not chair it');

  while (londonDayOf(world.now()) < on) world.pass(1440);
  await signIn();
  const members = 'Gwen Hale';
  await world.arrange(hub, { on, basedOn: 1, chair: String(guest), members });
  const queue = await showTeamQueue(world, await visiting());
  assert.deepEqual(queue.kind === 'team-queue' && queue.shown.lines, [], 'it is no case of their team');
  assert.equal(nameOf(await world.step(await visiting(), id, 'divert')), 'step-taken');
  await world.conflict('C four', guest);
  assert.equal(await seen(id), 'conflict-of-interest', 'chairing opens nothing past a conflict');
});
