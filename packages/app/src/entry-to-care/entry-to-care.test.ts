import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, day, type Role } from '@rightplace/domain';
import { asTenantReading, listCases, loadLedger } from '@rightplace/store';
import { aChild, worker } from '../../test/children-world.ts';
import { anEntryWorld, type EntryWorld, known } from '../../test/entry-world.ts';
import { allMyWork } from '../../test/my-work.ts';
import { nameOf } from '../../test/name-of.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { listMyWork } from '../cases/list-my-work.ts';
import { saveEvidence } from '../cases/save-evidence.ts';
import type { NewChild } from '../child/new-child.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { beginEntry } from './begin-entry.ts';

let world: EntryWorld;
let ana: SignedIn;
before(async () => {
  world = await anEntryWorld();
  ana = (await world.signIn(world.ana)).signedIn;
});
after(() => world.close());

const CHILD: NewChild = {
  kind: 'new',
  number: 'N1',
  givenName: 'Lark',
  familyName: 'Brindle',
  dateOfBirth: day('2015-04-05'),
  expectedOn: undefined,
  sex: 'F',
};
const begin = (child: Partial<NewChild>, key: string, who = ana) =>
  beginEntry(world, who, { key, child: { ...CHILD, ...child } });

test('a social worker asks for a child to come into care, and nobody in another part does', async () => {
  for (const role of ALL_ROLES) {
    const answer = await begin({ number: `may ${role}` }, `may ${role}`, await world.as(role));
    assert.equal(answer.kind === 'entry-begun', role === 'social-worker', role);
  }
});

test('what is missing of a child who is new to the record is said', async () => {
  const wrong: readonly (readonly [Partial<NewChild>, string])[] = [
    [{ number: '' }, 'number-needed'],
    [{ givenName: '', familyName: '' }, 'name-needed'],
    [{ dateOfBirth: undefined }, 'birth-needed'],
    [{ dateOfBirth: day('2026-11-24') }, 'birth-to-come'],
    [{ number: 'NM2' }, 'number-in-use'],
  ];
  for (const [child, name] of wrong) assert.equal(nameOf(await begin(child, `wrong ${name}`)), name);
  const unborn = await begin(
    { number: 'N unborn', dateOfBirth: undefined, expectedOn: day('2027-01-09') },
    'unborn',
  );
  assert.equal(unborn.kind, 'entry-begun');
});

test('a child asked for is in the record from then on, and is not looked after', async () => {
  await world.begin('N new');
  const ledger = await asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) => loadLedger(tx));
  const child = ledger.children.find(({ id }) => id === 'N new');
  assert.deepEqual([child?.details.givenName, child?.periodsOfCare], ['Lark', []]);
});

test('the form that begins a request begins one, however often and however fast it is sent', async () => {
  const answers = await Promise.all([1, 2, 3, 4].map(() => begin({ number: 'N twice' }, 'twice')));
  const ids = answers.map((answer) => (answer.kind === 'entry-begun' ? answer.id : nameOf(answer)));
  assert.equal(new Set(ids).size, 1, ids.join());
});

test('a child of the record is asked for by those who work with them, unless in care or asked for already', async () => {
  const ask = (id: string, key = `known ${id}`) => beginEntry(world, ana, { key, child: known(id) });
  assert.equal(nameOf(await ask('NM1')), 'in-care');
  assert.equal(nameOf(await ask('NM2')), 'out-of-reach');
  assert.equal(nameOf(await ask('NM3')), 'restricted-record');
  const back = await ask('NM4');
  assert.ok(back.kind === 'entry-begun', 'a child who has left care may need it again');
  const again = await ask('NM4', 'another form');
  assert.ok(again.kind === 'refused' && again.name === 'asked-already' && 'id' in again);
  assert.equal(again.id, back.id);
  assert.equal((await world.take(ana, back.id, 'withdraw')).kind, 'step-taken');
  assert.equal((await ask('NM4', 'a third form')).kind, 'entry-begun', 'the first is over');
});

test('from the analysis to the director’s decision: four people, each in turn, each recorded', async () => {
  const id = await world.begin('N way');
  const early = await world.take(ana, id, 'submit');
  assert.equal(nameOf(early), 'evidence-missing');
  await world.fillIn(id, ana);
  for (const [who, step, to] of [
    [ana, 'submit', 'with-team-manager'],
    [await world.as('team-manager'), 'support', 'with-group-manager'],
    [await world.as('group-manager'), 'authorise', 'with-director'],
    [await world.as('director'), 'director-authorise', 'authorised'],
  ] as const) {
    const taken = await world.take(who, id, step);
    assert.deepEqual(taken, { kind: 'step-taken', id, step, to });
  }
  const view = await world.seenBy(await world.as('director'), id);
  assert.ok(view.kind === 'case');
  assert.equal(view.stateTitle, 'Authorised, and the child not yet in care');
  assert.equal(view.lapsesAfter, '2026-12-07');
  assert.equal(view.chronology.length, 5);
  const audit = (await world.auditOf('N way')).map(({ action }) => action);
  assert.equal(audit.filter((action) => action === 'case-step-taken').length, 4);
  assert.equal(audit.filter((action) => action === 'case-evidence-saved').length, 6);
});

test('somebody who is more than one of them does not decide on their own request', async () => {
  const director = await world.as('director');
  const id = await world.begin('N own');
  await world.fillIn(id, ana);
  await world.take(ana, id, 'submit');
  // Ana becomes a manager of everything as well.
  const assignments = [
    ...ana.actor.assignments,
    ...director.actor.assignments.map((one) => ({
      ...one,
      role: 'team-manager' as const,
      teamId: ana.actor.assignments[0]?.teamId ?? null,
    })),
  ];
  const both: SignedIn = { ...ana, actor: { ...ana.actor, assignments } };
  assert.equal(nameOf(await world.take(both, id, 'support')), 'own-request');
});

test('whoever wrote any of the request has made it too, and does not decide on it', async () => {
  const ben = (await world.signIn(world.ben)).signedIn;
  const handTo = (number: string, minute: number) =>
    world.saveChildren([aChild('NM4', { facts: [worker(number)] })], `2026-11-23T09:0${minute}:00Z`);
  const begun = await beginEntry(world, ana, { key: 'handed over', child: known('NM4') });
  assert.ok(begun.kind === 'entry-begun' || 'id' in begun);
  await handTo('SW2002', 1);
  assert.equal((await world.take(ana, begun.id, 'submit')).kind, 'refused', 'it is Ben’s now');
  await world.fillIn(begun.id, ben);
  await handTo('SW1001', 2);
  assert.equal((await world.take(ana, begun.id, 'submit')).kind, 'step-taken');
  const manager = await world.as('team-manager');
  const benToo: SignedIn = { ...ben, actor: { ...ben.actor, assignments: manager.actor.assignments } };
  assert.equal(nameOf(await world.take(benToo, begun.id, 'support')), 'own-request');
  assert.equal((await world.take(manager, begun.id, 'support')).kind, 'step-taken');
});

test('of two who decide at the same moment one does, and the other is told who it was', async () => {
  const id = await world.begin('N race');
  await world.fillIn(id, ana);
  await world.take(ana, id, 'submit');
  const manager = await world.as('team-manager');
  const [one, two] = await Promise.all([
    world.take(manager, id, 'support', { key: 'a', seen: 2 }),
    world.take(manager, id, 'return-to-draft', { key: 'b', seen: 2 }),
  ]);
  assert.deepEqual([nameOf(one), nameOf(two)].toSorted(), ['decided-meanwhile', 'step-taken']);
  const told = [one, two].find((answer) => answer.kind === 'refused');
  assert.match(
    told?.kind === 'refused' ? told.sentence : '',
    /on 23 November 2026 at 09:00, after you opened this page/,
  );
});

test('the same decision sent ten times at once is one', async () => {
  const id = await world.begin('N ten');
  await world.fillIn(id, ana);
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => world.take(ana, id, 'submit', { key: 'the form', seen: 1 })),
  );
  assert.deepEqual(new Set(answers.map(nameOf)), new Set(['step-taken']));
  const stored = await asTenantReading(world.db, { authorityId: NORTHMARSH }, listCases);
  assert.equal(stored.find((one) => one.id === id)?.events.length, 2);
});

test('each role sees and takes what the policy gives it, and a case out of reach is not there', async () => {
  const id = await world.begin('N roles');
  const sees: readonly Role[] = [
    'team-manager',
    'group-manager',
    'director',
    'placements-officer',
    'performance',
    'inspector',
  ];
  for (const role of ALL_ROLES) {
    const who = await world.as(role);
    assert.equal((await world.seenBy(who, id)).kind === 'case', sees.includes(role), role);
  }
  const ben = (await world.signIn(world.ben)).signedIn;
  assert.equal(nameOf(await world.seenBy(ben, id)), 'out-of-reach');
  assert.equal(nameOf(await world.seenBy(ben, 9_999_999)), 'out-of-reach');
  assert.equal(nameOf(await world.take(ben, id, 'withdraw')), 'out-of-reach');
});

test('a case is closed to whoever has a conflict of interest, on its page and in every list', async () => {
  const id = await world.begin('N conflict');
  await world.conflict('N conflict', world.ana);
  assert.equal(nameOf(await world.seenBy(ana, id)), 'conflict-of-interest');
  assert.equal(nameOf(await world.take(ana, id, 'withdraw')), 'conflict-of-interest');
  assert.ok(
    Object.values(await allMyWork(world, ana))
      .flat()
      .every((line) => line.id !== id),
  );
});

test('nothing that is typed is lost: a part is saved as far as it is, and two who write at once are put together', async () => {
  const id = await world.begin('N write');
  const save = (section: string, basedOn: number, typed: Readonly<Record<string, unknown>>) =>
    saveEvidence(world, ana, { id, section, basedOn, typed });
  const first = await save('why', 0, { analysis: 'She is not safe.', assessed: 'last week' });
  assert.ok(first.kind === 'evidence-saved');
  assert.equal(first.revision, 1);
  assert.deepEqual(
    first.missing.map(({ question }) => question),
    ['assessed', 'risk', 'chronology'],
  );
  const other = await save('why', 1, { analysis: 'She is not safe.', risk: 'Harm.' });
  const mine = await save('why', 1, { analysis: 'She is not safe.', chronology: 'In May …' });
  assert.deepEqual([nameOf(other), nameOf(mine)], ['evidence-saved', 'evidence-saved']);
  const both = await save('why', 1, { analysis: 'She is not safe.', risk: 'Something else.' });
  assert.ok(both.kind === 'refused' && both.name === 'written-meanwhile');
  assert.deepEqual([both.questions, both.theirs['risk']], [['risk'], 'Harm.']);
  const view = await world.seenBy(ana, id);
  assert.ok(view.kind === 'case');
  assert.deepEqual(
    [view.answers['risk'], view.answers['chronology'], view.answers['analysis']],
    ['Harm.', 'In May …', 'She is not safe.'],
  );
});

test('whoever wrote first is told what a colleague has written over since, by whom, and what stood there', async () => {
  const ben = (await world.signIn(world.ben)).signedIn;
  const both = [worker('SW1001'), worker('SW2002')];
  await world.saveChildren([aChild('N over', { facts: both })], '2026-11-23T08:00:00Z');
  const begun = await beginEntry(world, ana, { key: 'of two', child: known('N over') });
  assert.ok('id' in begun);
  const { id } = begun;
  await world.fillIn(id, ana);
  const toldTo = async (who: SignedIn) => {
    const view = await world.seenBy(who, id);
    assert.ok(view.kind === 'case');
    return view.writtenOver.map(({ section, question, by, yours }) => [section, question, by, ...yours]);
  };
  const save = async (who: SignedIn, section: string, typed: Readonly<Record<string, unknown>>) => {
    const view = await world.seenBy(who, id);
    const basedOn = view.kind === 'case' ? view.revision : 0;
    const given = view.kind === 'case' ? { ...view.answers, ...typed } : typed;
    assert.equal(
      nameOf(await saveEvidence(world, who, { id, section, basedOn, typed: given })),
      'evidence-saved',
    );
  };
  assert.deepEqual(await toldTo(ana), []);
  await save(ben, 'why', { risk: 'Something else.' });
  await save(ben, 'child', { 'child-view': 'Hers.' });
  assert.deepEqual(await toldTo(ana), [
    ['child', 'child-view', ben.person.name, 'What was said of: child-view'],
    ['why', 'risk', ben.person.name, 'What was said of: risk'],
  ]);
  assert.deepEqual(await toldTo(ben), [], 'she knows what she wrote herself');
  await save(ana, 'why', { risk: 'Both, put together.' });
  const ofTheChild = ['child', 'child-view', ben.person.name, 'What was said of: child-view'];
  assert.deepEqual(
    await toldTo(ana),
    [ofTheChild],
    'she has gone on from what stands there, and there alone',
  );
  const revisionNow = async () => {
    const view = await world.seenBy(ana, id);
    return view.kind === 'case' ? view.revision : 0;
  };
  const answersNow = async () => {
    const view = await world.seenBy(ana, id);
    return view.kind === 'case' ? view.answers : {};
  };
  const before = await revisionNow();
  const stale = { id, section: 'child', basedOn: before - 2, typed: await answersNow() };
  assert.equal(nameOf(await saveEvidence(world, ana, stale)), 'evidence-saved');
  assert.deepEqual(await toldTo(ana), [ofTheChild], 'a page from before it was changed has not shown it');
  await save(ana, 'child', {});
  assert.deepEqual(await toldTo(ana), [], 'saved as it stands, she has seen it');
  assert.equal(await revisionNow(), before + 1);
  await save(ana, 'child', {});
  assert.equal(await revisionNow(), before + 1, 'and once is enough');
  assert.deepEqual(await toldTo(ben), [['why', 'risk', ana.person.name, 'Something else.']]);
  await world.take(ana, id, 'submit');
  assert.deepEqual(await toldTo(ana), [], 'nobody writes it now');
});

test('a request is not written where it is being decided on', async () => {
  const id = await world.begin('N closed');
  await world.fillIn(id, ana);
  await world.take(ana, id, 'submit');
  const answer = await saveEvidence(world, ana, { id, section: 'why', basedOn: 6, typed: { risk: 'More.' } });
  assert.equal(nameOf(answer), 'not-written-now');
});

test('a list of work has what waits for a person first, and what they wait for', async () => {
  const id = await world.begin('N list');
  await world.fillIn(id, ana);
  await world.take(ana, id, 'submit');
  const listOf = async (who: SignedIn) => {
    const work = await allMyWork(world, who);
    return (['mine', 'others', 'team'] as const).find((part) => work[part].some((line) => line.id === id));
  };
  assert.equal(await listOf(ana), 'others');
  assert.equal(await listOf(await world.as('team-manager')), 'mine');
  assert.equal(await listOf(await world.as('director')), 'team');
  assert.equal(await listOf((await world.signIn(world.ben)).signedIn), undefined);
  assert.ok((await world.auditNaming('N list')).some(({ action }) => action === 'my-work-listed'));
  for (const role of ALL_ROLES) {
    const may = [
      'social-worker',
      'team-manager',
      'group-manager',
      'director',
      'placements-officer',
      'reviewing-officer',
    ].includes(role);
    assert.equal((await listMyWork(world, await world.as(role))).kind === 'my-work', may, role);
  }
});

test('a restricted child is not asked for in passing', async () => {
  const answer = await beginEntry(world, ana, { key: 'restricted', child: known('NM3') });
  assert.equal(nameOf(answer), 'restricted-record');
  assert.equal(
    (await world.auditNaming('NM3')).some(({ action }) => action === 'my-work-listed'),
    false,
  );
});
