import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, childId, episodesFromTimelines, type Role } from '@rightplace/domain';
import { aLeavingWorld, type LeavingWorld, TODAY } from '../../test/leaving-world.ts';
import { nameOf } from '../../test/name-of.ts';
import { openRestrictedRecord } from '../child/open-restricted.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { beginLeaving } from './begin-leaving.ts';
import { listLeaving } from './list-leaving.ts';
import { weighEnding } from './weigh-ending.ts';

let world: LeavingWorld;
let ana: SignedIn;
before(async () => {
  world = await aLeavingWorld();
  ana = (await world.signIn(world.ana)).signedIn;
});
after(() => world.close());

const begin = (child: string, workflow: string, who = ana) =>
  beginLeaving(world, who, { key: `${child} ${workflow} ${who.person.id}`, child: childId(child), workflow });

/** A plan that the manager has agreed. */
const agreedPlan = async (child: string): Promise<number> => {
  const id = await world.beginFor(child, 'exit-plan');
  await world.fillIn(id, ana);
  const ways: readonly (readonly [SignedIn, string])[] = [
    [ana, 'submit'],
    [await world.as('reviewing-officer'), 'review-agrees'],
    [await world.as('team-manager'), 'agree'],
  ];
  for (const [who, step] of ways) assert.equal(nameOf(await world.step(who, id, step)), 'step-taken', step);
  return id;
};

test('a social worker begins each process for a child of theirs in care, once, and nobody else does', async () => {
  const child = await world.inCare('LC1', 17);
  for (const workflow of ['exit-plan', 'return-home', 'self-discharge', 'staying-put']) {
    const begun = await begin(child, workflow);
    assert.ok(begun.kind === 'leaving-begun', workflow);
    assert.deepEqual(await begin(child, workflow), begun, 'the same form sent twice');
    const again = await beginLeaving(world, ana, { key: 'another', child: childId(child), workflow });
    assert.ok(again.kind === 'refused' && again.name === 'begun-already' && again.id === begun.id);
  }
  for (const role of ALL_ROLES.filter((one) => one !== 'social-worker'))
    assert.equal(nameOf(await begin(child, 'exit-plan', await world.as(role))), 'not-your-role', role);
  assert.equal(nameOf(await begin('NM2', 'exit-plan')), 'out-of-reach');
  assert.equal(nameOf(await begin('NM4', 'exit-plan')), 'not-in-care');
  assert.equal(nameOf(await begin(child, 'flight')), 'no-such-process');
});

test('leaving at 16 or 17 and staying put are for that age, and a restricted record opens only with a reason', async () => {
  for (const [age, workflow, name] of [
    [15, 'self-discharge', 'not-of-that-age'],
    [16, 'self-discharge', 'leaving-begun'],
    [15, 'staying-put', 'not-of-that-age'],
    [15, 'return-home', 'leaving-begun'],
  ] as const)
    assert.equal(nameOf(await begin(await world.inCare(`LA${age} ${workflow}`, age), workflow)), name);
  assert.equal(nameOf(await begin('NM3', 'exit-plan')), 'restricted-record');
  await openRestrictedRecord(world, ana, { id: childId('NM3'), reason: 'Planning the return home today.' });
  assert.equal(nameOf(await begin('NM3', 'exit-plan')), 'leaving-begun');
  const closed = await world.inCare('LA closed', 15);
  await world.conflict(closed, world.ana);
  assert.equal(nameOf(await begin(closed, 'exit-plan')), 'conflict-of-interest');
});

const OTHERWISE = { 'left-why': 'another', 'left-why-instead': 'It came otherwise.' };

test('an agreed plan ends care in the record at once: the return’s last row has the day and the reason', async () => {
  const child = await world.inCare('LE1', 12);
  const id = await agreedPlan(child);
  const said = { 'left-on': '2026-11-20', 'left-why': 'E4A' };
  assert.equal(nameOf(await world.step(ana, id, 'record-ending', said)), 'step-taken');
  const record = await world.record(child);
  const last = episodesFromTimelines(record).at(-1);
  assert.deepEqual([last?.dec, last?.rec], ['2026-11-20', 'E4A']);
  assert.equal(record.placements.at(-1)?.ends, '2026-11-20');
  assert.equal(record.legalStatuses.at(-1)?.ends, '2026-11-20');
  const view = await world.seenBy(ana, id);
  assert.ok(view.kind === 'case' && view.isOver && view.state === 'ended');
  const entry = (await world.auditOf(child)).find(({ action }) => action === 'case-step-taken');
  assert.ok(entry !== undefined);
  assert.equal((entry.detail as { wrote?: string }).wrote, 'care-ended-by-plan');
});

test('what the record cannot say is refused at its question, and neither the case nor the record has moved', async () => {
  const child = await world.inCare('LE2', 12);
  const id = await agreedPlan(child);
  for (const [said, question] of [
    [{ 'left-on': '2026-11-24', 'left-why': 'E4A' }, 'left-on'],
    [{ 'left-on': '2026-01-11', 'left-why': 'E4A' }, 'left-on'],
    [{ 'left-on': TODAY, 'left-why': 'E47' }, 'left-why'],
    [{ 'left-on': TODAY, ...OTHERWISE, 'left-why-other': 'E5' }, 'left-why-other'],
    [{ 'left-on': TODAY, ...OTHERWISE, 'left-why-other': 'E12' }, 'left-why-other'],
  ] as const) {
    const answer = await world.step(ana, id, 'record-ending', said);
    assert.ok(answer.kind === 'refused' && answer.name === 'not-said', nameOf(answer));
    assert.deepEqual(
      answer.faults.map((fault) => fault.question),
      [question],
    );
  }
  assert.equal((await world.record(child)).periodsOfCare.at(-1)?.ends, null);
  const view = await world.seenBy(ana, id);
  assert.ok(view.kind === 'case' && view.state === 'agreed');
});

test('if the audit cannot be written, care has not ended', async () => {
  const child = await world.inCare('LE3', 12);
  const id = await agreedPlan(child);
  await world.withoutAudit(async () => {
    await assert.rejects(world.step(ana, id, 'record-ending', { 'left-on': TODAY, 'left-why': 'E4A' }));
  });
  assert.equal((await world.record(child)).periodsOfCare.at(-1)?.ends, null);
  const view = await world.seenBy(ana, id);
  assert.ok(view.kind === 'case' && view.state === 'agreed');
});

test('what goes with an ending is told before: the placement, the status, other cases, and nothing is saved', async () => {
  const child = await world.inCare('LE4', 12);
  const id = await agreedPlan(child);
  await world.beginFor(child, 'return-home');
  const weigh = (said: Readonly<Record<string, string>>, who = ana) =>
    weighEnding(world, who, {
      id,
      step: 'record-ending',
      said: { lives: 'With an aunt', told: 'Well', ...said },
    });
  const weighed = await weigh({ 'left-on': TODAY, 'left-why': 'E4A' });
  assert.ok(weighed?.kind === 'ending-weighed', JSON.stringify(weighed));
  assert.equal(weighed.inCareSince, '2026-01-12');
  assert.match(weighed.placement?.title ?? '', /Foster care/);
  assert.match(weighed.legalStatus?.title ?? '', /section 20/);
  assert.deepEqual(weighed.casesTold, [{ title: 'Going home', stateTitle: 'Being written' }]);
  assert.equal((await world.record(child)).periodsOfCare.at(-1)?.ends, null);
  const faulty = await weigh({ 'left-on': TODAY, 'left-why': 'E5' });
  assert.ok(faulty?.kind === 'refused' && faulty.name === 'not-said');
  const outside = await weigh({}, (await world.signIn(world.ben)).signedIn);
  assert.ok(outside?.kind === 'refused' && outside.name === 'out-of-reach');
});

test('each role sees in the list whom the policy gives it, and the list is recorded', async () => {
  const child = await world.inCare('LL1', 14);
  await world.beginFor(child, 'exit-plan');
  const sees: readonly Role[] = [
    'social-worker',
    'team-manager',
    'group-manager',
    'director',
    'placements-officer',
    'reviewing-officer',
    'performance',
    'inspector',
  ];
  for (const role of ALL_ROLES) {
    const who = role === 'social-worker' ? ana : await world.as(role);
    const list = await listLeaving(world, who);
    assert.equal(list.kind === 'leaving-list', sees.includes(role), role);
    if (list.kind === 'refused') continue;
    assert.ok(
      list.leaving.lines.some((line) => line.child.id === child),
      role,
    );
    assert.ok(
      !list.leaving.lines.some((line) => line.child.id === 'NM3'),
      'a restricted record is in no list',
    );
  }
  const ben = await listLeaving(world, (await world.signIn(world.ben)).signedIn);
  assert.ok(ben.kind === 'leaving-list' && !ben.leaving.lines.some((line) => line.child.id === child));
  const named = (await world.auditNaming(child)).filter(({ action }) => action === 'leaving-care-listed');
  assert.equal(named.length, sees.length);
});

test('the audit of a long list of leaving names exactly the children on the page that was shown', async () => {
  for (let at = 0; at < 13; at += 1) {
    const child = await world.inCare(`LONG${at}`, 17);
    for (const workflow of ['exit-plan', 'return-home', 'self-discharge', 'staying-put'])
      await world.beginFor(child, workflow);
  }
  const director = await world.as('director');
  const namedOn = async (page: number) => {
    const list = await listLeaving(world, director, { leaving: page });
    assert.ok(list.kind === 'leaving-list');
    const [last] = (await world.auditOf(director.authority.id, 'authority')).filter(
      ({ action }) => action === 'leaving-care-listed',
    );
    assert.ok(last !== undefined);
    const { children } = last.detail as { readonly children: readonly string[] };
    const lines = [
      list.leaving.lines,
      list.atHome,
      list.staying,
      list.cameBack.lines,
      list.watched.lines,
      list.unauthorised.lines,
    ].flat();
    assert.deepEqual(children.toSorted(), [...new Set(lines.map(({ child }) => child.id))].toSorted());
    return { list, children };
  };
  const [first, second] = [await namedOn(1), await namedOn(2)];
  assert.ok(first.list.leaving.total > 50 && first.list.leaving.lines.length === 50);
  assert.ok(second.children.includes('LONG12'));
  assert.equal(first.children.includes('LONG12'), false, 'who is on the next page was not shown');
});

test('who has gone home is no longer to leave care: they stand among those at home, with the day, and are told to the audit', async () => {
  const child = await world.inCare('HOME', 9);
  const plan = await world.beginFor(child, 'return-home');
  await world.fillIn(plan, ana);
  const said = { 'left-on': '2026-11-20', 'left-why': 'E4A' };
  for (const [who, step, answers] of [
    [ana, 'submit', {}],
    [await world.as('team-manager'), 'support', {}],
    [await world.as('group-manager'), 'authorise', {}],
    [ana, 'went-home', said],
  ] as const)
    assert.equal(nameOf(await world.step(who, plan, step, answers)), 'step-taken', step);
  const list = await listLeaving(world, await world.as('director'));
  assert.ok(list.kind === 'leaving-list');
  assert.deepEqual(
    list.atHome.map((line) => [line.child.id, line.left]),
    [[child, '2026-11-20']],
  );
  assert.ok(!list.leaving.lines.some((line) => line.child.id === child));
  const told = (await world.auditNaming(child)).filter(({ action }) => action === 'leaving-care-listed');
  assert.equal(told.length, 1);
});
