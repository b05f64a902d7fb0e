import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, childId, day, POLICY } from '@rightplace/domain';
import {
  addPerson,
  asSuperuser,
  assignRole,
  asTenant,
  asTenantReading,
  findEvidence,
  listConflicts as listStored,
  listTeams,
} from '@rightplace/store';
import { anEntryWorld, type EntryWorld } from '../../test/entry-world.ts';
import { allMyWork } from '../../test/my-work.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { viewChild } from '../child/view-child.ts';
import { listNotices } from '../notifications/list-notices.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { beginColleagueDeclaration, declareOwnConflict, recordConflictOf } from './declare-conflict.ts';
import { endConflictOf, giveCasesToAnother } from './keep-conflict.ts';
import { listConflicts, listOwnConflicts } from './list-conflicts.ts';
import { showConflict } from './show-conflict.ts';

let world: EntryWorld;
let ana: SignedIn;
let kit: SignedIn;
let tess: SignedIn;
let gwen: SignedIn;
let ada: SignedIn;
before(async () => {
  world = await anEntryWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  kit = await aWorkerOfEast('Kit Marl');
  [tess, gwen, ada] = [
    await world.as('team-manager'),
    await world.as('group-manager'),
    await world.as('director'),
  ];
});
after(() => world.close());

const aWorkerOfEast = async (name: string): Promise<SignedIn> => {
  const id = await asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    const east = (await listTeams(tx)).find((team) => team.name === 'East team');
    const person = await addPerson(tx, { name });
    await assignRole(tx, {
      personId: person.id,
      role: 'social-worker',
      teamId: east?.id ?? 0,
      starts: day('2024-01-01'),
    });
    return person.id;
  });
  return (await world.signIn(id)).signedIn;
};

const WHY = 'His mother is my cousin';
const name = (answer: { readonly kind: string; readonly name?: string | undefined }) =>
  answer.kind === 'refused' ? answer.name : answer.kind;
const declare = (who: SignedIn, child: string, why = WHY) =>
  declareOwnConflict(world, who, { child: childId(child), why });
const declared = async (who: SignedIn, child: string): Promise<number> => {
  const answer = await declare(who, child);
  assert.ok(answer.kind === 'conflict-declared', name(answer));
  return answer.id;
};
const recordOf = (who: SignedIn, child: string, person: SignedIn, why = WHY) =>
  recordConflictOf(world, who, { child: childId(child), person: person.actor.id, why });
const end = (who: SignedIn, id: number, why = 'They moved away from there') =>
  endConflictOf(world, who, { id, why });
const opens = async (who: SignedIn, child: string) =>
  name(
    await viewChild(world, who, {
      id: childId(child),
      asKnown: { asOf: day('2026-11-23'), knownAt: undefined },
    }),
  );
const stored = (id: number) =>
  asTenantReading(world.db, { authorityId: NORTHMARSH }, async (tx) => (await listStored(tx, { id }))[0]);
const audited = async (child: string) =>
  (await world.auditOf(child)).map(({ action }) => action).filter((action) => action.startsWith('conflict-'));

test('whoever says that they know a child outside work is refused the record and the cases at once, and it is in the audit', async () => {
  const id = await world.begin('K1', ana);
  assert.equal(name(await world.seenBy(ana, id)), 'case');
  assert.equal(name(await declare(ana, 'K1', ' too few ')), 'why-needed');
  assert.equal(name(await declare(ana, 'K1', 'x'.repeat(501))), 'why-needed');
  assert.equal(name(await world.seenBy(ana, id)), 'case', 'nothing was recorded yet');
  const conflict = await declared(ana, 'K1');
  assert.equal(name(await world.seenBy(ana, id)), 'conflict-of-interest');
  await declared(ana, 'NM5');
  assert.equal(await opens(ana, 'NM5'), 'conflict-of-interest');
  const work = await allMyWork(world, ana);
  assert.ok(!JSON.stringify(work).includes('K1'), 'off their list of work');
  assert.equal(name(await declare(ana, 'K1')), 'conflict-of-interest', 'sent twice it is one');
  assert.deepEqual(await audited('K1'), ['conflict-declared']);
  assert.deepEqual(
    [(await stored(conflict))?.why, (await stored(conflict))?.declaredBy],
    [WHY, ana.actor.id],
  );
  const own = await listOwnConflicts(world, ana);
  assert.deepEqual([own[0]?.why, own[0]?.managers], [WHY, [tess.person.name]]);
  assert.ok(
    !JSON.stringify(own).includes('K1') && !JSON.stringify(own).includes('Lark'),
    'the child is not named',
  );
});

test('each role says so of a child in its reach as the policy has it; of a child out of reach nothing is told', async () => {
  for (const role of ALL_ROLES) {
    const answer = await declare(await world.as(role), 'NM2');
    const isReached = POLICY[role]['declare-own-conflict'] === 'authority';
    assert.equal(answer.kind === 'conflict-declared', isReached, `${role}: ${name(answer)}`);
    if (role === 'team-manager' || role === 'social-worker') assert.equal(name(answer), 'out-of-reach', role);
  }
  assert.equal(name(await declare(ana, 'no such child')), 'out-of-reach');
  // Of a restricted record it is said without opening it first.
  assert.equal(await opens(ana, 'NM3'), 'restricted-record');
  assert.equal(name(await declare(ana, 'NM3')), 'conflict-declared');
  assert.equal(await opens(ana, 'NM3'), 'conflict-of-interest');
});

test('the manager is told without a name in the notice, sees what waited, and gives it to another: nothing written is lost', async () => {
  const id = await world.begin('K2', ana);
  await world.fillIn(id, ana);
  const evidence = () => asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) => findEvidence(tx, id));
  const written = await evidence();
  const conflict = await declared(ana, 'K2');
  const told = async (who: SignedIn) => {
    const view = await listNotices(world, who);
    return view.kind === 'notices' ? view.lines.filter(({ kind }) => kind.startsWith('conflict-')) : [];
  };
  const [first] = await told(tess);
  assert.ok(first?.about.kind === 'conflict');
  assert.deepEqual([first.about.name, first.about.child?.id], ['Ana Fenwright', 'K2']);
  assert.deepEqual([(await told(gwen)).length, (await told(ana)).length], [0, 0], 'the nearest alone');

  const view = await showConflict(world, tess, conflict);
  assert.ok(view.kind === 'conflict', name(view));
  assert.deepEqual(
    view.waiting.map((one) => [one.case, one.canGoOn]),
    [[id, []]],
    'it stands still: the team manager does not send what a social worker writes',
  );
  const offered = view.covers.map((one) => one.name);
  assert.deepEqual([offered.includes('Kit Marl'), offered.includes('Ana Fenwright')], [true, false]);
  assert.equal(name(await world.seenBy(kit, id)), 'out-of-reach');
  const give = (who: SignedIn, person: string, seen = '') =>
    giveCasesToAnother(world, who, { id: conflict, person, seen });
  assert.equal(name(await give(kit, kit.actor.id)), 'not-your-role');
  assert.equal(name(await give(tess, ana.actor.id)), 'cover-needed');
  assert.equal(name(await give(tess, String(world.ben))), 'cover-needed', 'of another team');
  assert.deepEqual(await give(tess, kit.actor.id), { kind: 'cases-given', name: 'Kit Marl' });
  assert.equal((await told(kit))[0]?.about.kind, 'child');
  assert.deepEqual(await evidence(), written);
  assert.equal(name(await world.take(ana, id, 'submit')), 'conflict-of-interest');
  assert.equal(name(await world.take(kit, id, 'submit')), 'step-taken');
  const after = await showConflict(world, tess, conflict);
  assert.ok(after.kind === 'conflict');
  assert.equal(after.coveredBy?.name, 'Kit Marl');

  // Over: it is Ana’s again, and no longer Kit’s.
  assert.equal(name(await end(tess, conflict)), 'conflict-ended');
  assert.deepEqual(
    [name(await world.seenBy(ana, id)), name(await world.seenBy(kit, id))],
    ['case', 'out-of-reach'],
  );
  assert.equal((await told(ana))[0]?.about.kind, 'own-conflict');
  assert.deepEqual(await audited('K2'), [
    'conflict-ended',
    'conflict-viewed',
    'conflict-covered',
    'conflict-viewed',
    'conflict-declared',
  ]);
});

test('a manager records it for those they answer for and for nobody else, and ends it with why; what is over is kept', async () => {
  const id = await world.begin('K3', ana);
  assert.equal(name(await recordOf(ana, 'K3', kit)), 'not-your-role');
  assert.equal(name(await recordOf(tess, 'K3', gwen)), 'colleague-needed', 'somebody above them');
  assert.equal(name(await recordOf(tess, 'K3', tess)), 'colleague-needed', 'themselves');
  assert.equal(name(await recordOf(tess, 'NM2', ana)), 'out-of-reach', 'a child of another team');
  assert.equal(name(await recordOf(tess, 'K3', ana, 'short')), 'why-needed');
  assert.equal(name(await recordOf(await world.as('administrator'), 'K3', ana)), 'not-your-role');
  const choices = await beginColleagueDeclaration(world, tess, childId('K3'));
  assert.ok(
    choices.kind === 'colleague-declaration' && choices.choices.some((one) => one.id === ana.actor.id),
  );
  const answer = await recordOf(tess, 'K3', ana);
  assert.ok(answer.kind === 'conflict-declared', name(answer));
  assert.equal(name(await world.seenBy(ana, id)), 'conflict-of-interest');
  assert.equal(name(await recordOf(tess, 'K3', ana)), 'colleague-needed', 'recorded already');
  const [own] = await listOwnConflicts(world, ana);
  assert.deepEqual(
    [own?.why, own?.recordedBy],
    [undefined, tess.person.name],
    'what the manager wrote is not told',
  );

  assert.equal(name(await end(ana, answer.id)), 'own-conflict');
  assert.equal(name(await end(tess, answer.id, '')), 'why-needed');
  assert.equal(name(await end(await world.as('performance'), answer.id)), 'not-your-role');
  assert.equal(name(await end(gwen, answer.id)), 'conflict-ended');
  assert.equal(name(await end(tess, answer.id)), 'over-already');
  assert.equal(name(await world.seenBy(ana, id)), 'case');
  const kept = await stored(answer.id);
  assert.deepEqual(
    [kept?.why, kept?.endedWhy, kept?.endedBy],
    [WHY, 'They moved away from there', gwen.actor.id],
  );
});

test('nobody ends their own, and the database holds that by itself; what is over is never rewritten', async () => {
  await world.begin('K4', ana);
  const [own, ofTess] = [await declared(ana, 'K4'), await declared(tess, 'K4')];
  assert.equal(name(await end(tess, ofTess)), 'own-conflict', 'a manager may end others’, not this');
  assert.equal(name(await end(tess, own)), 'conflict-of-interest', 'nor of a child that is closed to them');
  assert.equal(name(await end(ada, ofTess)), 'conflict-ended');
  const byHand = (what: string) =>
    asSuperuser(world.database, `update conflict_of_interest set ${what}`).then(
      () => 'done',
      () => 'refused',
    );
  assert.equal(
    await byHand(`ended_at = now(), ended_by = person_id::text, ended_why = 'by myself' where id = ${own}`),
    'refused',
  );
  assert.equal(await byHand(`ended_why = 'rewritten' where id = ${ofTess}`), 'refused');
});

test('the list tells each reader of the child no more than they may know', async () => {
  await world.begin('K5', ana);
  await declared(ana, 'K5');
  const lineOf = async (who: SignedIn) => {
    const list = await listConflicts(world, who);
    if (list.kind === 'refused') return list.name;
    return list.lines.map((one) => `${one.name} ${one.child?.id ?? 'not told'}`).toSorted();
  };
  assert.ok((await lineOf(tess)).includes('Ana Fenwright K5'));
  assert.ok((await lineOf(ada)).includes('Ana Fenwright K5'));
  const ofAdministrator = await listConflicts(world, await world.as('administrator'));
  assert.ok(ofAdministrator.kind === 'conflicts' && ofAdministrator.lines.length > 0);
  assert.doesNotMatch(JSON.stringify(ofAdministrator), /K\d|NM\d|Lark|cousin/, 'sees no child, nor why');
  // NM3 is restricted: that there is one, and no more.
  assert.ok((await lineOf(tess)).includes('Ana Fenwright not told'));
  assert.ok((await world.auditNaming('K5')).some(({ action }) => action === 'conflicts-listed'));
  // Somebody with a conflict of their own reads of no other with that child.
  await declared(tess, 'K5');
  assert.ok(!(await lineOf(tess)).includes('Ana Fenwright K5'));
  for (const role of ALL_ROLES) {
    const seen = (await listConflicts(world, await world.as(role))).kind === 'conflicts';
    assert.equal(seen, POLICY[role]['see-conflicts'] !== undefined, role);
  }
});

test('a decision is refused to somebody whose conflict was declared between looking and deciding', async () => {
  const id = await world.begin('K6', ana);
  await world.fillIn(id, ana);
  await world.take(ana, id, 'submit');
  const looked = await world.seenBy(tess, id);
  assert.ok(looked.kind === 'case');
  assert.equal(name(await recordOf(gwen, 'K6', tess)), 'conflict-declared');
  const late = await world.take(tess, id, 'support', { seen: looked.seen, key: 'from the open page' });
  assert.equal(name(late), 'conflict-of-interest');
  const now = await world.seenBy(ada, id);
  assert.ok(now.kind === 'case' && now.seen === looked.seen, 'nothing was decided');
});

test('saboteur: without what closes the record, the one who decides late would have decided', async () => {
  const id = await world.begin('K7', ana);
  await world.fillIn(id, ana);
  await world.take(ana, id, 'submit');
  const second = (await world.signIn(await world.someone('team-manager'))).signedIn;
  const mine = await declared(second, 'K7');
  await asSuperuser(
    world.database,
    `update conflict_of_interest set ended_at = declared_at, ended_by = 'saboteur' where id = ${mine}`,
  );
  assert.equal(name(await world.take(second, id, 'support')), 'step-taken');
});

test('of two at one moment, the decision and the declaration, the decision comes first or not at all', async () => {
  for (const number of ['K8', 'K9', 'K10']) {
    const id = await world.begin(number, ana);
    await world.fillIn(id, ana);
    await world.take(ana, id, 'submit');
    const manager = (await world.signIn(await world.someone('team-manager'))).signedIn;
    const [taken, said] = await Promise.all([world.take(manager, id, 'support'), declare(manager, number)]);
    assert.equal(name(said), 'conflict-declared');
    assert.ok(['step-taken', 'conflict-of-interest'].includes(name(taken) ?? ''), name(taken));
    const view = await world.seenBy(ada, id);
    assert.ok(view.kind === 'case');
    const events = view.chronology.length;
    assert.equal(events, taken.kind === 'step-taken' ? 3 : 2);
  }
});

test('of two managers who give the same cases to different colleagues the second is told who did, and changes nothing', async () => {
  await world.begin('K11', ana);
  const conflict = await declared(ana, 'K11');
  const [lee, may] = [await aWorkerOfEast('Lee Aldery'), await aWorkerOfEast('May Corran')];
  const give = (who: SignedIn, person: SignedIn, seen: string) =>
    giveCasesToAnother(world, who, { id: conflict, person: person.actor.id, seen });
  assert.deepEqual(await give(tess, lee, ''), { kind: 'cases-given', name: 'Lee Aldery' });
  assert.equal(name(await give(tess, lee, '')), 'cases-given', 'the same form sent twice');
  const late = await give(gwen, may, '');
  assert.ok(late.kind === 'refused' && late.name === 'given-meanwhile', name(late));
  assert.match(late.sentence, /^Somebody \(team-manager\) gave the cases to Lee Aldery on 23 November 2026/);
  assert.equal((await stored(conflict))?.coveredBy, lee.person.id);
  assert.equal(
    name(await give(gwen, may, lee.actor.id)),
    'cases-given',
    'who has seen it may choose otherwise',
  );
  const back = await Promise.all([give(tess, lee, may.actor.id), give(gwen, kit, may.actor.id)]);
  assert.deepEqual(back.map((one) => name(one) ?? '').toSorted(), ['cases-given', 'given-meanwhile']);
});
