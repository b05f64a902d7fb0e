import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  ALL_ROLES,
  addMinutes,
  day,
  type Moment,
  moment,
  PALAC,
  POLICY,
  type Role,
} from '@rightplace/domain';
import { addDelegation, addPerson, assignRole, asTenant, setPersonActive } from '@rightplace/store';
import { answersTo } from '../../../domain/test/cases.ts';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { allMyWork } from '../../test/my-work.ts';
import { nameOf as name } from '../../test/name-of.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { listMyWork } from '../cases/list-my-work.ts';
import { takeStep } from '../cases/take-step.ts';
import { viewChild } from '../child/view-child.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { findDelegationForm, showDelegations } from './list-delegations.ts';
import { endDelegation, makeDelegation } from './make-delegation.ts';
import { showActing, whyActingIsOver } from './show-acting.ts';

let world: EntryWorld;
let ana: SignedIn;
let ada: SignedIn;
let gwen: SignedIn;
let tess: SignedIn;
/** A group manager of another service: the children of the East team are out of their own reach. */
let sam: SignedIn;

before(async () => {
  world = await anEntryWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  [ada, gwen, tess] = [
    await world.as('director'),
    await world.as('group-manager'),
    await world.as('team-manager'),
  ];
  sam = await aGroupManagerOf('Assessment');
});
after(() => world.close());

const make = (by: SignedIn, changes: Partial<Parameters<typeof makeDelegation>[2]> = {}) =>
  makeDelegation(world, by, {
    forPerson: ada.actor.id,
    role: 'director',
    standsIn: sam.actor.id,
    reason: 'duty',
    starts: undefined,
    ends: addMinutes(world.now(), 60),
    ...changes,
  });
const made = async (...args: Parameters<typeof make>): Promise<number> => {
  const answer = await make(...args);
  assert.ok(answer.kind === 'delegation-made', name(answer));
  return answer.id;
};
const end = async (id: number, by = ada) =>
  assert.equal(name(await endDelegation(world, by, id)), 'delegation-ended');

/** A request of Ana’s that waits for the director. */
const withTheDirector = async (number: string): Promise<number> => {
  const id = await world.begin(number, ana);
  await world.fillIn(id, ana);
  for (const [who, step] of [
    [ana, 'submit'],
    [tess, 'support'],
    [gwen, 'authorise'],
  ] as const)
    assert.equal(name(await world.take(who, id, step)), 'step-taken', step);
  return id;
};
const authorise = (id: number, who = sam) => world.take(who, id, 'director-authorise');
const addSecond = (m: Moment): Moment => moment(m.replace(':00.000000Z', ':01.000000Z'));
/** Sent at a moment from a page that was opened before. */
const sendAt = (at: Moment, id: number) => takeStep({ ...world, now: () => at }, sam, lateForm(id));
const lateForm = (id: number) => ({
  id,
  step: 'director-authorise',
  key: `late ${id}`,
  seen: 4,
  said: answersTo(PALAC.steps.find((one) => one.id === 'director-authorise')?.asks ?? []),
});
const aGroupManagerOf = async (service: string): Promise<SignedIn> => {
  const id = await asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    const person = await addPerson(tx, { name: `Manager of ${service}` });
    await assignRole(tx, { personId: person.id, role: 'group-manager', service, starts: day('2026-01-01') });
    return person.id;
  });
  return (await world.signIn(id)).signedIn;
};
const partOfList = async (who: SignedIn, id: number) => {
  const work = await allMyWork(world, who);
  return (['mine', 'others', 'team'] as const).find((part) => work[part].some((line) => line.id === id));
};

test('whoever stands in sees, is asked and decides as the colleague would, and the story says for whom', async () => {
  const id = await withTheDirector('D way');
  assert.equal(name(await world.seenBy(sam, id)), 'out-of-reach');
  assert.equal(await partOfList(sam, id), undefined);
  assert.equal(name(await authorise(id)), 'out-of-reach');
  const delegation = await made(ada);
  assert.equal((await world.seenBy(sam, id)).kind, 'case');
  assert.equal(await partOfList(sam, id), 'mine');
  assert.equal(name(await authorise(id)), 'step-taken');
  const view = await world.seenBy(ada, id);
  assert.ok(view.kind === 'case');
  assert.match(
    view.chronology[0]?.sentence ?? '',
    /^Manager of Assessment, acting for Somebody \(director\) as director of children’s services, authorised/,
  );
  await end(delegation);
});

test('before it begins and once it is over it gives nothing, to the microsecond', async () => {
  const id = await withTheDirector('D hours');
  const starts = addMinutes(world.now(), 30);
  const ends = addMinutes(world.now(), 90);
  await made(ada, { starts, ends });
  const reach = async (at: Moment) => {
    const then = { ...world, now: () => at };
    const work = await listMyWork(then, sam);
    return work.kind === 'my-work' && work.mine.lines.some((line) => line.id === id);
  };
  const micro = (m: Moment) => moment(m.replace('.000000Z', '.000001Z'));
  const before = (m: Moment) => moment(`${addMinutes(m, -1).slice(0, 17)}59.999999Z`);
  assert.deepEqual(
    [
      await reach(before(starts)),
      await reach(starts),
      await reach(before(ends)),
      await reach(ends),
      await reach(micro(ends)),
    ],
    [false, true, true, false, false],
  );
  world.pass(91);
});

test('decided one second after it ended: refused, with a sentence that says so, and nothing is recorded', async () => {
  const id = await withTheDirector('D late');
  const ends = addMinutes(world.now(), 60);
  await made(ada, { ends });
  assert.equal((await world.seenBy(sam, id)).kind, 'case', 'the page is open');
  world.pass(60);
  const late = await sendAt(addSecond(ends), id);
  assert.ok(late.kind === 'refused');
  assert.equal(late.name, 'acting-over');
  assert.match(
    late.sentence,
    /^You no longer act for Somebody \(director\) as director: that ended on 23 November 2026 at \d\d:\d\d\. Nothing of what you sent was recorded\.$/,
  );
  assert.deepEqual(await whyActingIsOver(world, sam, lateForm(id)), late);
  const view = await world.seenBy(ada, id);
  assert.ok(view.kind === 'case' && view.state === 'with-director');
  assert.equal(
    await whyActingIsOver(world, tess, { id, key: 'none' }),
    undefined,
    'those who never acted are told nothing of it',
  );
});

test('what was decided in time and is sent once more after it ended is still that decision, and said to be', async () => {
  const id = await withTheDirector('D again');
  const ends = addMinutes(world.now(), 60);
  await made(ada, { ends });
  assert.equal(name(await sendAt(world.now(), id)), 'step-taken');
  world.pass(60);
  assert.equal(name(await sendAt(addSecond(ends), id)), 'step-taken');
  assert.equal(name((await whyActingIsOver(world, sam, lateForm(id))) ?? { kind: 'nothing' }), 'step-taken');
  const view = await world.seenBy(ada, id);
  assert.equal(view.kind === 'case' ? view.seen : 0, 5);
});

test('a role nearer by is said to be over too: a case one still sees in one’s own role', async () => {
  const id = await withTheDirector('D own');
  const other = await aGroupManagerOf('Children looked after');
  const delegation = await made(ada, { standsIn: other.actor.id });
  world.pass(1);
  await end(delegation);
  assert.equal((await world.seenBy(other, id)).kind, 'case');
  assert.equal(name(await authorise(id, other)), 'acting-over');
  assert.equal(name(await authorise(id, gwen)), 'not-your-step', 'who never stood in is told whose it is');
});

test('a conflict of interest of whoever stands in hides the case, and so does one of the colleague', async () => {
  const [theirs, hers] = [await withTheDirector('D conflict'), await withTheDirector('D hers')];
  await world.conflict('D conflict', sam.person.id);
  await world.conflict('D hers', ada.person.id);
  const delegation = await made(ada);
  assert.equal(name(await world.seenBy(sam, theirs)), 'conflict-of-interest');
  assert.equal(name(await authorise(theirs)), 'conflict-of-interest');
  assert.equal(name(await world.seenBy(sam, hers)), 'out-of-reach');
  for (const id of [theirs, hers]) assert.equal(await partOfList(sam, id), undefined);
  await end(delegation);
});

test('whoever stands in for somebody who made a request, or has a part in it, does not decide on it', async () => {
  const id = await withTheDirector('D twice');
  const delegation = await made(gwen, {
    forPerson: gwen.actor.id,
    role: 'group-manager',
    standsIn: tess.actor.id,
  });
  const again = await made(ada, { standsIn: gwen.actor.id });
  assert.equal(name(await authorise(id, gwen)), 'had-a-part');
  await end(delegation, gwen);
  await end(again);
});

test('it opens the child’s record as far as the colleague would, and what else the role allows it does not', async () => {
  const child = { id: 'NM1' as never, asKnown: { asOf: '2026-11-23' as never, knownAt: undefined } };
  assert.equal(name(await viewChild(world, sam, child)), 'out-of-reach');
  const delegation = await made(ada);
  assert.equal((await viewChild(world, sam, child)).kind, 'child');
  // The director may appoint for anybody; whoever acts for the director may not.
  assert.equal(name(await make(sam, { standsIn: tess.actor.id })), 'not-yours-to-appoint');
  await end(delegation);
  assert.equal(name(await viewChild(world, sam, child)), 'out-of-reach');
});

test('each role sees, makes and ends as the policy has it, and nobody appoints themselves', async () => {
  for (const role of ALL_ROLES) {
    const who = await world.as(role);
    const may = (action: 'see-delegations' | 'make-delegation' | 'end-delegation') =>
      POLICY[role][action] !== undefined;
    assert.equal((await showDelegations(world, who)).kind === 'delegations', may('see-delegations'), role);
    assert.equal(
      (await findDelegationForm(world, who)).kind === 'delegation-form',
      may('make-delegation'),
      role,
    );
    const toAll = POLICY[role]['make-delegation'] === 'authority';
    const answer = await make(who);
    assert.equal(answer.kind === 'delegation-made', toAll, role);
    const id = answer.kind === 'delegation-made' ? answer.id : await made(ada);
    const ended = name(await endDelegation(world, who, id));
    assert.equal(ended === 'delegation-ended', POLICY[role]['end-delegation'] === 'authority', role);
    if (ended !== 'delegation-ended') await end(id);
  }
  assert.equal(name(await make(sam)), 'appoints-themselves');
  const inDatabase = asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    addDelegation(tx, {
      forPerson: ada.actor.id,
      role: 'director',
      standsIn: sam.actor.id,
      reason: 'duty',
      starts: world.now(),
      ends: addMinutes(world.now(), 60),
      recordedBy: sam.actor.id,
      recordedAt: world.now(),
    }),
  );
  await assert.rejects(inDatabase, /nobody_appoints_themselves/);
});

test('who may be chosen: a manager appoints for themselves alone, whoever looks is not offered, nor who has left', async () => {
  const form = async (who: SignedIn) => {
    const answer = await findDelegationForm(world, who);
    assert.ok(answer.kind === 'delegation-form');
    return answer;
  };
  const own = await form(gwen);
  assert.deepEqual(
    own.stoodInFor.map(({ person, role }) => [person, role]),
    [[gwen.actor.id, 'group-manager']],
  );
  const all = await form(ada);
  assert.ok(all.stoodInFor.length >= 4);
  for (const { standIns, by } of [
    { ...own, by: gwen },
    { ...all, by: ada },
  ])
    assert.ok(standIns.length > 0 && standIns.every(({ person }) => person !== by.actor.id));
  const left = await aGroupManagerOf('Disability');
  assert.ok((await form(ada)).standIns.some(({ person }) => person === left.actor.id));
  await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) => setPersonActive(tx, left.person.id, false));
  assert.ok((await form(ada)).standIns.every(({ person }) => person !== left.actor.id));
  assert.equal(name(await make(ada, { standsIn: left.actor.id })), 'stand-in-needed');
});

test('of ten who record the same at one moment one does, and the others are told who stands in', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => make(ada)));
  const done = answers.flatMap((answer) => (answer.kind === 'delegation-made' ? [answer.id] : []));
  assert.equal(done.length, 1);
  assert.deepEqual(new Set(answers.map(name)), new Set(['delegation-made', 'stood-in-for-already']));
  await end(done[0] ?? 0);
  assert.equal(name(await endDelegation(world, ada, done[0] ?? 0)), 'over-already');
});

test('each that is made or ended is in the audit of whoever stands in; without the audit nothing is', async () => {
  const id = await made(ada);
  await end(id);
  const entries = (await world.auditOf(sam.actor.id, 'person')).filter(
    ({ detail }) => (detail as { delegation?: number }).delegation === id,
  );
  assert.deepEqual(
    entries.map(({ action, actor }) => [action, actor]),
    [
      ['delegation-ended', ada.actor.id],
      ['delegation-made', ada.actor.id],
    ],
  );
  await world.withoutAudit(async () => {
    await assert.rejects(make(ada));
  });
  const shown = await showDelegations(world, ada);
  assert.ok(shown.kind === 'delegations' && shown.lines.every(({ phase }) => phase === 'past'));
});

test('the person who was stood in for is told what was done in their name, and of no conflict of theirs', async () => {
  const [id, later] = [await withTheDirector('D told'), await withTheDirector('D told later')];
  const delegation = await made(ada);
  for (const one of [id, later]) assert.equal(name(await authorise(one)), 'step-taken');
  const seenBySam = await showActing(world, sam);
  assert.deepEqual(
    seenBySam.forOthers.map(({ forPerson, role }): readonly [string, Role] => [forPerson, role]),
    [[ada.actor.id, 'director']],
  );
  assert.deepEqual(seenBySam.done, []);
  await world.conflict('D told later', ada.person.id);
  const told = (await showActing(world, ada)).done.filter((one) => one.id === id || one.id === later);
  assert.deepEqual(
    told.map((one) => [one.id, one.told, one.child?.name]),
    [[id, 'authorised entry to care', 'Lark Brindle']],
  );
  assert.ok((await world.auditNaming('D told')).some(({ action }) => action === 'done-in-their-name-listed'));
  await end(delegation);
});

test('cross-authority: who stands in for whom elsewhere is neither seen nor ended', async () => {
  const { personId } = await world.addPerson({
    name: 'Far Director',
    authorityId: 'E10000902',
    role: 'director',
  });
  const far = (await world.signIn(personId, 'E10000902')).signedIn;
  const id = await made(ada);
  const seen = await showDelegations(world, far);
  assert.ok(seen.kind === 'delegations');
  assert.deepEqual(seen.lines, []);
  assert.equal(name(await endDelegation(world, far, id)), 'no-such-delegation');
  assert.equal(name(await make(far)), 'stood-in-for-needed');
  await end(id);
});
