import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES } from '@rightplace/domain';
import {
  aReadinessWorld,
  aTidyChild,
  lineOf,
  type ReadinessWorld,
  YEAR,
} from '../../test/readiness-world.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { agreeAnswer, refuseAnswer } from './decide-answer.ts';
import { proposeAnswer } from './propose-answer.ts';
import { returnReadiness } from './return-readiness.ts';
import { viewFinding } from './view-finding.ts';
import { withdrawAnswer } from './withdraw-answer.ts';

let world: ReadinessWorld;
let ana: SignedIn;
let manager: SignedIn;
before(async () => {
  world = await aReadinessWorld();
  ana = await world.as(world.ana);
  manager = await world.with('team-manager');
});
after(() => world.close());

let made = 0;
/** A child of Ana’s without ethnicity, found by the rules. */
const aFinding = async (): Promise<{ readonly child: string; readonly id: number }> => {
  const child = `NM${50 + made++}`;
  world.pass(1);
  await world.saveChildren([aTidyChild(child, { without: 'ethnicity' })], world.now());
  await world.check();
  return { child, id: (await world.findingOf(child, '103'))?.id ?? 0 };
};

const propose = async (who: SignedIn, finding: number, reason = 'The family did not wish to say.') => {
  const answer = await proposeAnswer(world, who, { finding, answer: 'explained', reason });
  return answer.kind === 'proposed' ? answer.id : answer.name;
};

const nameOf = (answer: { readonly kind: string; readonly name?: string }): string | undefined =>
  answer.kind === 'refused' ? answer.name : answer.kind;

test('an answer counts once a second person agrees', async () => {
  const { child, id } = await aFinding();
  const answer = Number(await propose(ana, id));
  assert.equal((await world.findingOf(child, '103'))?.state, 'waiting');
  assert.equal(await propose(manager, id), 'already-answered');
  assert.equal(nameOf(await agreeAnswer(world, manager, { answer, note: '' })), 'decided');
  assert.equal(await world.findingOf(child, '103'), undefined, 'it is no longer open');
  const answered = (await world.list(manager, { state: 'answered' })).findings;
  assert.ok(answered.some((finding) => finding.id === id));
  const view = await viewFinding(world, ana, { id });
  assert.ok(view.kind === 'finding');
  assert.deepEqual(
    view.answers.map(({ by, decided }) => [by, decided?.how, decided?.by]),
    [['Ana Fenwright', 'agreed', 'Somebody (team-manager)']],
  );
  const readiness = await returnReadiness(world, manager, { collectionYear: YEAR });
  assert.ok(readiness.kind === 'readiness' && readiness.counts.answered === 1);
  assert.equal(nameOf(await agreeAnswer(world, manager, { answer, note: '' })), 'already-decided');
});

test('nobody agrees to an answer of their own, however high they are', async () => {
  const { id } = await aFinding();
  const answer = Number(await propose(manager, id));
  assert.equal(nameOf(await agreeAnswer(world, manager, { answer, note: '' })), 'same-person');
  assert.equal(nameOf(await refuseAnswer(world, manager, { answer, note: 'On reflection' })), 'same-person');
  const view = await viewFinding(world, manager, { id });
  assert.ok(view.kind === 'finding' && view.may.agree?.name === 'same-person');
  const another = await world.with('group-manager');
  assert.equal(nameOf(await agreeAnswer(world, another, { answer, note: '' })), 'decided');
});

test('a social worker answers and does not agree; a director agrees and does not answer', async () => {
  const { id } = await aFinding();
  const director = await world.with('director');
  assert.equal(await propose(director, id), 'not-your-role');
  const answer = Number(await propose(manager, id));
  assert.equal(nameOf(await agreeAnswer(world, ana, { answer, note: '' })), 'not-your-role');
  assert.equal(nameOf(await agreeAnswer(world, director, { answer, note: '' })), 'decided');
});

test('one that is refused, with a note, leaves the finding open to another answer', async () => {
  const { child, id } = await aFinding();
  const answer = Number(await propose(ana, id));
  assert.equal(nameOf(await refuseAnswer(world, manager, { answer, note: ' ' })), 'note-needed');
  assert.equal(nameOf(await refuseAnswer(world, manager, { answer, note: 'Ask the school' })), 'decided');
  assert.equal((await world.findingOf(child, '103'))?.state, 'open');
  assert.equal(typeof (await propose(ana, id)), 'number');
});

const withdraw = async (who: SignedIn, answer: number, reason = 'The mother has said since') =>
  nameOf(await withdrawAnswer(world, who, { answer, reason }));

test('an agreed answer is withdrawn by whoever gave it, with a reason, and its history is kept', async () => {
  const { child, id } = await aFinding();
  const answer = Number(await propose(ana, id));
  await agreeAnswer(world, manager, { answer, note: '' });
  await world.check('asked');
  assert.equal(await withdraw(ana, answer, ' '), 'reason-needed');
  assert.equal(await withdraw(ana, answer, 'x'.repeat(1001)), 'reason-too-long');
  assert.equal(await withdraw(ana, answer), 'withdrawn');
  assert.equal((await world.findingOf(child, '103'))?.state, 'open');
  const view = await viewFinding(world, ana, { id });
  assert.ok(view.kind === 'finding' && view.may.withdraw?.name === 'no-such-answer');
  const [told] = view.answers;
  assert.deepEqual(
    [told?.decided?.how, told?.withdrawn?.by, told?.withdrawn?.why],
    ['agreed', 'Ana Fenwright', 'The mother has said since'],
  );
  assert.equal((await world.auditOf(child))[0]?.action, 'finding-viewed');
  assert.deepEqual(
    (await world.auditOf(child)).slice(1, 2).map(({ action, why }) => [action, why]),
    [['finding-answer-withdrawn', 'The mother has said since']],
  );
  assert.equal(await withdraw(ana, answer), 'not-standing', 'sent twice');
  assert.equal(nameOf(await agreeAnswer(world, manager, { answer, note: '' })), 'answer-withdrawn');
  assert.equal(typeof (await propose(ana, id)), 'number', 'another may be given');
});

test('somebody who may agree withdraws an agreed answer of another; one that waits they refuse', async () => {
  const { id } = await aFinding();
  const answer = Number(await propose(ana, id));
  assert.equal(await withdraw(manager, answer), 'not-agreed-yet');
  await agreeAnswer(world, manager, { answer, note: '' });
  const [placements, inspector, member] = [
    await world.with('placements-officer'),
    await world.with('inspector'),
    await world.with('elected-member'),
  ];
  assert.equal(await withdraw(placements, answer), 'not-yours', 'answers findings, and agrees to none');
  assert.deepEqual(
    [await withdraw(inspector, answer), await withdraw(member, answer)],
    ['not-your-role', 'figures-only'],
  );
  assert.equal(await withdraw(await world.as(world.ben), answer), 'no-such-finding', 'no child of his');
  assert.equal(await withdraw(await world.with('director'), answer), 'withdrawn');
});

test('who gave an answer withdraws it while it waits; a refused or lapsed one is not there to withdraw', async () => {
  const { child, id } = await aFinding();
  assert.equal(await withdraw(ana, Number(await propose(ana, id))), 'withdrawn');
  const refused = Number(await propose(ana, id));
  await refuseAnswer(world, manager, { answer: refused, note: 'Ask the school' });
  assert.equal(await withdraw(ana, refused), 'not-standing');
  const lapsed = Number(await propose(ana, id));
  world.pass(1);
  await world.saveChildren([aTidyChild(child, { without: 'ethnicity', sex: 'F' })], world.now());
  await world.check();
  assert.equal(await withdraw(ana, lapsed), 'not-standing');
});

test('the trend counts a finding as answered until its answer is withdrawn', async () => {
  const { id } = await aFinding();
  const answer = Number(await propose(ana, id));
  await agreeAnswer(world, manager, { answer, note: '' });
  const answered = async (): Promise<number> => {
    world.pass(24 * 60);
    await world.check('night');
    const readiness = await returnReadiness(world, manager, { collectionYear: YEAR });
    return readiness.kind === 'readiness' ? (readiness.trend.at(-1)?.answered ?? 0) : assert.fail();
  };
  const before = await answered();
  await withdraw(ana, answer);
  assert.equal(await answered(), before - 1);
});

test('an answer lapses when the row changes, and a finding that has changed takes none until it is checked', async () => {
  const { child, id } = await aFinding();
  const answer = Number(await propose(ana, id));
  assert.equal(nameOf(await agreeAnswer(world, manager, { answer, note: '' })), 'decided');
  world.pass(1);
  await world.saveChildren([aTidyChild(child, { without: 'ethnicity', sex: 'F' })], world.now());
  await world.check();
  assert.deepEqual(
    [(await world.findingOf(child, '103'))?.id, (await world.findingOf(child, '103'))?.state],
    [id, 'open'],
  );
  const view = await viewFinding(world, ana, { id });
  assert.ok(view.kind === 'finding' && view.answers[0]?.lapsedAt !== undefined);
  assert.equal(nameOf(await agreeAnswer(world, manager, { answer, note: '' })), 'answer-lapsed');
  world.pass(1);
  await world.saveChildren([aTidyChild(child, { without: 'ethnicity', sex: 'M' })], world.now());
  assert.equal(await propose(ana, id), 'finding-has-changed');
});

test('a finding that is cleared takes no answer, and a reason must be given', async () => {
  const { child, id } = await aFinding();
  assert.equal(await propose(ana, id, '  '), 'reason-needed');
  assert.equal(await propose(ana, id, 'x'.repeat(1001)), 'reason-too-long');
  world.pass(1);
  await world.saveChildren([aTidyChild(child)], world.now());
  await world.check();
  assert.equal(await propose(ana, id), 'already-cleared');
});

test('a finding shows the child’s rows as they are now, the cells at fault marked', async () => {
  const { id } = await aFinding();
  const view = await viewFinding(world, ana, { id });
  assert.ok(view.kind === 'finding');
  const [header] = view.tables;
  assert.equal(header?.table, 'Header');
  assert.equal(view.isBehind, false);
  assert.deepEqual(
    header.rows.map(({ rowKey, atFault, marked }) => [rowKey, atFault, marked]),
    [['header', true, ['ETHNIC']]],
  );
  assert.equal(header.rows[0]?.cells[header.columns.indexOf('SEX')], 'M');
  assert.ok(view.may.correct && view.may.answer === undefined);
});

test('of what was put right the rows are shown as they are now, and none as at fault', async () => {
  const { child, id } = await aFinding();
  world.pass(1);
  await world.saveChildren([aTidyChild(child)], world.now());
  await world.check();
  const view = await viewFinding(world, ana, { id });
  assert.ok(view.kind === 'finding');
  assert.equal(view.finding.state, 'cleared');
  assert.deepEqual(
    view.tables[0]?.rows.map(({ atFault, marked }) => [atFault, marked]),
    [[false, []]],
  );
});

test('what was answered and decided is in the child’s audit with its reasons', async () => {
  const { child, id } = await aFinding();
  const answer = Number(await propose(ana, id));
  await agreeAnswer(world, manager, { answer, note: 'Seen with the family' });
  const told = (await world.auditOf(child)).map(({ action, why }) => [action, why]);
  assert.deepEqual(told.slice(0, 2), [
    ['finding-answer-agreed', 'Seen with the family'],
    ['finding-answer-proposed', 'The family did not wish to say.'],
  ]);
  const other = await aFinding();
  await world.withoutAudit(async () => {
    await assert.rejects(propose(ana, other.id));
  });
  assert.equal((await world.findingOf(other.child, '103'))?.state, 'open', 'nothing is kept unrecorded');
});

test('an answer waits on the first page of those who may decide it, and of nobody else', async () => {
  const { id } = await aFinding();
  await propose(ana, id);
  const waits = async (who: SignedIn): Promise<boolean> =>
    (await lineOf(world, who))?.toDecide.includes(id) === true;
  assert.equal(await waits(ana), false, 'not of whoever gave it');
  assert.equal(await waits(await world.as(world.ben)), false, 'nor of another team');
  const told: string[] = [];
  const may: string[] = [];
  for (const role of ALL_ROLES) {
    const who = await world.with(role);
    if (await waits(who)) told.push(role);
    const view = await viewFinding(world, who, { id });
    if (view.kind === 'finding' && view.may.agree === undefined) may.push(role);
  }
  assert.deepEqual(told, may);
  assert.ok(told.includes('team-manager'));
  assert.ok(!told.includes('social-worker'));
});

test('an answer of one’s own, a decided one, a withdrawn one and one whose finding is cleared wait for nobody', async () => {
  const waits = async (id: number, who = manager): Promise<boolean> =>
    (await lineOf(world, who))?.toDecide.includes(id) === true;
  const own = await aFinding();
  await propose(manager, own.id);
  assert.equal(await waits(own.id), false);

  const decided = await aFinding();
  const answer = Number(await propose(ana, decided.id));
  assert.equal(await waits(decided.id), true);
  await agreeAnswer(world, manager, { answer, note: '' });
  assert.equal(await waits(decided.id), false);

  const withdrawn = await aFinding();
  const taken = Number(await propose(ana, withdrawn.id));
  await withdrawAnswer(world, ana, { answer: taken, reason: 'It has been told since.' });
  assert.equal(await waits(withdrawn.id), false);

  const cleared = await aFinding();
  await propose(ana, cleared.id);
  world.pass(1);
  await world.saveChildren([aTidyChild(cleared.child)], world.now());
  await world.check();
  assert.equal(await waits(cleared.id), false);
});
