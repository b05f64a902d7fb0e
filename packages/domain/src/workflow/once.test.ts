import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, attempt, begun, commandTo, START, withNamed } from '../../test/cases.ts';
import { addMinutes } from '../calendar/moment.ts';
import { type CaseEvent, type CaseNow, caseFrom } from './case.ts';
import type { decide } from './decide.ts';
import { EVERY_WORKFLOW } from './every-workflow.ts';
import { answersForWord, type Step, type Workflow } from './workflow.ts';

type Attempt = (...asked: Parameters<typeof attempt>) => ReturnType<typeof decide>;

/** A case that stands in a state, with a word of somebody's to answer for where the step does that. */
const standingIn = (workflow: Workflow, state: string, step: Step): CaseNow => {
  const [role] = workflow.begins.who;
  const [of] = step.who;
  assert.ok(role !== undefined && of !== undefined);
  const first = begun(workflow, 'jo', role);
  const moved: CaseEvent = {
    ...first.events[0],
    number: 2,
    at: addMinutes(START, 1),
    step: 'moved',
    kind: answersForWord(step) ? 'write-down' : 'record',
    ...(answersForWord(step) ? { wordOf: { person: 'somebody', part: { role: of } } } : {}),
    from: first.state,
    to: state,
    key: 'moved',
  };
  return caseFrom([...first.events, moved]);
};

/** Steps of a process that could be taken a second time by the same form, by another form, or by somebody else at the same moment. */
const takenTwice = (
  workflow: Workflow,
  take: Attempt,
): { readonly tried: number; readonly twice: readonly string[] } => {
  let tried = 0;
  const twice: string[] = [];
  for (const step of workflow.steps)
    for (const state of step.from) {
      const now = standingIn(workflow, state, step);
      const parts = step.who.map((role) => ({ role }));
      const by = { by: step.kind === 'withdraw' ? 'jo' : 'somebody', parts };
      const command = commandTo(workflow, now, step.id, by);
      const first = take(workflow, now, command);
      if (first.kind !== 'decided') continue;
      tried += 1;
      const then = after(now, first.event);
      const again = take(workflow, then, command);
      const isOne = again.kind === 'decided' && again.before && again.event.number === first.event.number;
      const second = [
        take(workflow, then, { ...command, key: 'another form' }),
        take(workflow, then, { ...command, by: 'another', worksWithChild: true, key: 'theirs' }),
      ];
      if (!isOne || second.some(({ kind }) => kind === 'decided'))
        twice.push(`${workflow.id}: ${step.id} in ${state}`);
    }
  return { tried, twice };
};

test('whatever the process, the same form sent twice, or two who decide at once, make one decision of every step', () => {
  for (const each of EVERY_WORKFLOW) {
    const workflow = withNamed(each, 'somebody');
    const { tried, twice } = takenTwice(workflow, attempt);
    assert.deepEqual(twice, [], workflow.id);
    const steps = workflow.steps.flatMap(({ from }) => from).length;
    assert.ok(tried >= steps * 0.8, `${workflow.id}: ${tried} of ${steps} were tried`);
  }
});

test('a rule that looked at neither the form nor at what had happened meanwhile would be noticed', () => {
  const forgetful: Attempt = (workflow, now, command, grounds) =>
    attempt(
      workflow,
      now,
      { ...command, key: `${command.key} ${now.events.length}`, seen: now.events.length },
      grounds,
    );
  const [first] = EVERY_WORKFLOW;
  assert.ok(first !== undefined && takenTwice(first, forgetful).twice.length > 0);
});
