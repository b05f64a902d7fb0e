import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day } from '@rightplace/domain';
import { aLeavingWorld, type LeavingWorld, TODAY } from '../../test/leaving-world.ts';
import { nameOf } from '../../test/name-of.ts';
import { showDesk } from '../cases/desk.ts';
import { openFromCase } from '../cases/open-from-case.ts';
import { saveMeeting } from '../panel/arrange-meeting.ts';
import { changeSetting } from '../settings/change-settings.ts';
import { PANEL_SETTINGS } from '../settings/panel-settings.ts';
import type { SignedIn } from '../sign-in/visitor.ts';

const PANEL = 'access-to-resources-panel';
let world: LeavingWorld;
let ana: SignedIn;
before(async () => {
  world = await aLeavingWorld();
  ana = (await world.signIn(world.ana)).signedIn;
});
after(() => world.close());

/** A plan to go home that waits for the group manager. */
const supported = async (id: string, status?: string): Promise<number> => {
  const plan = await world.beginFor(await world.inCare(id, 12, status), 'return-home');
  await world.fillIn(plan, ana);
  assert.equal(nameOf(await world.step(ana, plan, 'submit')), 'step-taken');
  assert.equal(nameOf(await world.step(await world.as('team-manager'), plan, 'support')), 'step-taken');
  return plan;
};
const decide = async (plan: number, role: 'group-manager' | 'director', step: string) =>
  nameOf(await world.step(await world.as(role), plan, step));

const runPanel = async () => {
  const { key } = PANEL_SETTINGS[PANEL];
  const asked = { key, value: 'yes', from: day(TODAY) };
  assert.notEqual((await changeSetting(world, await world.as('administrator'), asked)).kind, 'refused');
};

/** The plan is put before the panel, and the panel plans that the child goes home. */
const heard = async (plan: number) => {
  const opened = await openFromCase(world, ana, { id: plan, key: `panel ${plan}`, to: PANEL });
  assert.ok(opened.kind === 'opened-from', nameOf(opened));
  await world.fillIn(opened.id, ana);
  assert.equal(nameOf(await world.step(ana, opened.id, 'refer')), 'step-taken');
  const hub = await world.as('placements-officer');
  const chairing = await world.as('reviewing-officer');
  const meeting = {
    panel: PANEL,
    on: day(TODAY),
    basedOn: 0,
    startsAt: '09:30',
    place: 'County Hall',
    chair: String(chairing.person.id),
    members: '',
    calledOff: false,
  } as const;
  await saveMeeting(world, hub, meeting);
  await saveMeeting(world, hub, { ...meeting, basedOn: 1, members: 'Gwen Hale' });
  const listed = await world.step(hub, opened.id, 'list', { 'meeting-on': TODAY });
  assert.equal(nameOf(listed), 'step-taken', JSON.stringify(listed));
  const planned = await world.step(chairing, opened.id, 'plan-return');
  assert.equal(nameOf(planned), 'step-taken', JSON.stringify(planned));
};

test('where no such panel is run, the group manager decides and nobody overrides what is not there', async () => {
  const plan = await supported('PH1');
  assert.equal(await decide(plan, 'director', 'agree-without-panel'), 'need-not-met');
  assert.equal(await decide(plan, 'group-manager', 'authorise'), 'step-taken');
});

test('where the panel is run it is heard before a child in care by agreement goes home', async () => {
  await runPanel();
  const plan = await supported('PH2');
  assert.equal(await decide(plan, 'group-manager', 'authorise'), 'need-not-met');
  await heard(plan);
  assert.equal(await decide(plan, 'director', 'agree-without-panel'), 'need-not-met', 'it has been heard');
  const seen = await world.seenBy(await world.as('group-manager'), plan);
  assert.ok(seen.kind === 'case');
  assert.deepEqual(
    [seen.panelView?.panel, seen.panelView?.on],
    ['Access to Resources Panel', TODAY],
    'whoever decides reads what the panel thinks',
  );
  assert.match(
    seen.panelView?.line.sentence ?? '',
    /recorded that the panel planned for the child to go home$/,
  );
  assert.equal(await decide(plan, 'group-manager', 'authorise'), 'step-taken');
});

test('what waits for the panel waits for no signature, though the director may decide without it', async () => {
  const plan = await supported('PH5');
  const director = await world.as('director');
  const desk = await showDesk(world, director);
  assert.ok(desk.kind === 'desk');
  assert.ok(![...desk.emergencies, ...desk.words, ...desk.toSign].some(({ id }) => id === plan));
  const seen = await world.seenBy(director, plan);
  assert.ok(seen.kind === 'case');
  assert.deepEqual(
    seen.steps.map(({ id }) => id),
    ['agree-without-panel'],
  );
});

test('the director, and nobody else, may decide without the panel, with a reason', async () => {
  const plan = await supported('PH3');
  assert.equal(await decide(plan, 'group-manager', 'agree-without-panel'), 'not-your-step');
  const silent = await world.step(await world.as('director'), plan, 'agree-without-panel', { reason: '' });
  assert.equal(nameOf(silent), 'not-said');
  assert.equal(await decide(plan, 'director', 'agree-without-panel'), 'step-taken');
});

test('a child under an order goes home without the panel', async () => {
  assert.equal(await decide(await supported('PH4', 'C2'), 'group-manager', 'authorise'), 'step-taken');
});
