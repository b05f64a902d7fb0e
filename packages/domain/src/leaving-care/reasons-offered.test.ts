import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aChild } from '../../test/ledgers.ts';
import { day } from '../calendar/day.ts';
import type { ChildRecord } from '../child/record.ts';
import { readAnswers } from '../form/read-answers.ts';
import { EXIT_PLAN } from './exit-plan.ts';
import { askedOfEnding } from './reasons-offered.ts';
import { writePlannedEnding } from './write-ending.ts';

const TODAY = day('2026-11-23');
const FOSTERED = '2025-01-10 S C2 U6 PR1';
const PLACED_TO_BE_ADOPTED = '2025-01-10 S E1 A6 PR1';

const stepOf = (id: string) => {
  const step = EXIT_PLAN.steps.find((one) => one.id === id);
  assert.ok(step !== undefined);
  return step;
};

const offered = (
  episode: string,
  {
    born,
    exit,
    step = 'record-ending',
  }: { readonly born: string; readonly exit: string; readonly step?: string },
) => {
  const child: ChildRecord = aChild('C1', episode, { born });
  const asks = askedOfEnding(stepOf(step), { child, evidence: { exit }, today: TODAY });
  const of = (name: string): readonly string[] => {
    const question = asks.find((one) => one.name === name);
    return question?.kind === 'one-of' ? Object.keys(question.options) : [];
  };
  return { direct: of('left-why'), other: of('left-why-other') };
};

test('of the reasons those are offered that the plan leads to, and under another what age and record allow', () => {
  const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
    [PLACED_TO_BE_ADOPTED, '2021-05-01', 'adoption', ['E11', 'E12']],
    [FOSTERED, '2015-05-01', 'home', ['E4A', 'E4B', 'E13']],
    [FOSTERED, '2015-05-01', 'guardianship', ['E45', 'E46', 'E47', 'E48']],
    ['2025-01-10 S C2 K2 PR4', '2015-05-01', 'guardianship', ['E47', 'E48']],
    [FOSTERED, '2015-05-01', 'arrangements', ['E41']],
    [FOSTERED, '2008-11-01', 'staying-put', ['E17']],
    [FOSTERED, '2008-11-01', 'eighteen', ['E5', 'E6', 'E7']],
    [FOSTERED, '2015-05-01', 'transfer', ['E3']],
    ['2025-01-10 S J1 K2 PR4', '2010-05-01', 'other', ['E13', 'E14', 'E15', 'E16', 'E8']],
    [FOSTERED, '2015-05-01', 'other', ['E13', 'E15', 'E16', 'E8']],
  ];
  for (const [episode, born, exit, reasons] of cases) {
    const { direct, other } = offered(episode, { born, exit });
    assert.deepEqual(direct.toSorted(), [...reasons, 'E2', 'another'].toSorted(), exit);
    assert.ok(!other.some((reason) => direct.includes(reason)), exit);
  }
  const { other } = offered(FOSTERED, { born: '2015-05-01', exit: 'home' });
  for (const impossible of ['E5', 'E6', 'E7', 'E17', 'E11', 'E12', 'E14'])
    assert.ok(!other.includes(impossible), impossible);
  assert.ok(other.includes('E41') && other.includes('E3'));
});

test('where the record rules out what was planned it is offered nevertheless, to be told what the record lacks', () => {
  assert.ok(offered(FOSTERED, { born: '2021-05-01', exit: 'adoption' }).direct.includes('E12'));
});

test('before a plan is agreed an order of the court and an 18th birthday can be said under another reason', () => {
  const step = 'record-unplanned-ending';
  const grown = offered(FOSTERED, { born: '2008-11-01', exit: 'home', step });
  assert.ok(grown.other.includes('E17') && grown.other.includes('E6') && grown.other.includes('E41'));
  assert.ok(!grown.direct.includes('E17'));
});

test('what is sent from elsewhere is judged: a reason the plan does not lead to only with why', () => {
  const child = aChild('C1', FOSTERED, { born: '2015-05-01' });
  const write = (more: Readonly<Record<string, string>>) => {
    const typed = { 'left-on': '2026-11-20', lives: 'With an aunt', told: 'Well', ...more };
    const { answers: said, faults } = readAnswers(stepOf('record-ending').asks, typed, TODAY);
    return faults[0] ?? writePlannedEnding({ child, said, evidence: { exit: 'home' }, today: TODAY });
  };
  const questionOf = (answer: ReturnType<typeof write>): string | undefined =>
    'question' in answer
      ? answer.question
      : answer.kind === 'cannot-be'
        ? answer.faults[0].question
        : undefined;
  assert.equal(questionOf(write({ 'left-why': 'E4A' })), undefined);
  assert.equal(questionOf(write({ 'left-why': 'E41' })), 'left-why');
  assert.equal(questionOf(write({ 'left-why': 'another' })), 'left-why-other');
  const another = { 'left-why': 'another', 'left-why-other': 'E41' };
  assert.equal(questionOf(write(another)), 'left-why-instead');
  const whole = { ...another, 'left-why-instead': 'The court made the order first.' };
  const written = write(whole);
  assert.ok('kind' in written && written.kind === 'written');
  assert.equal(written.child.periodsOfCare.at(-1)?.endReason, 'E41');
  assert.equal(questionOf(write({ ...whole, 'left-why-other': 'E17' })), 'left-why-other');
});

test('of a death nobody is asked where the child lives now', () => {
  const ask = (typed: Readonly<Record<string, string>>) =>
    readAnswers(stepOf('record-unplanned-ending').asks, typed, TODAY).faults.map(({ question }) => question);
  const died = { 'left-on': '2026-11-20', 'left-why': 'E2', 'after-death': 'Both parents and the carers.' };
  assert.deepEqual(ask(died), []);
  assert.deepEqual(ask({ ...died, 'left-why': 'E8' }), ['lives', 'told']);
});
