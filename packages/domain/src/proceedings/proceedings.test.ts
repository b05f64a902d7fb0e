import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attempt, commandTo } from '../../test/cases.ts';
import {
  PRE_PROCEEDINGS_WAYS,
  PROCEEDINGS_WAYS,
  preProceedingsIn,
  proceedingsIn,
  SECTION_20_WAYS,
  section20In,
} from '../../test/proceedings-cases.ts';
import { ALL_ROLES, type Role } from '../access/role.ts';
import { questionsOf } from '../form/form.ts';
import type { CaseNow } from '../workflow/case.ts';
import { type Step, stateMeaning, type Workflow } from '../workflow/workflow.ts';
import { APPLICATION_EVIDENCE } from './application-evidence.ts';
import { CARE_PROCEEDINGS, type CareProceedingsState } from './care-proceedings.ts';
import { GATEWAY_EVIDENCE } from './gateway-evidence.ts';
import { PRE_PROCEEDINGS, type PreProceedingsState } from './pre-proceedings.ts';
import { SECTION_20, type Section20State } from './section-20.ts';

type Row = readonly [from: string, who: Role, to: string];
type May = Readonly<Record<string, readonly Row[]>>;

const rows = <State extends string>(
  from: readonly State[],
  roles: readonly Role[],
  to?: State,
): readonly Row[] => from.flatMap((state) => roles.map((role): Row => [state, role, to ?? state]));

const WORKER = ['social-worker'] as const;
const MANAGERS = ['team-manager', 'group-manager'] as const;
const ALL_THREE = [...WORKER, ...MANAGERS];

/** Who may do what where: written down a second time, from what the processes are to be and not from the tables. */
const pre = rows<PreProceedingsState>;
const DURING = ['in-pre-proceedings', 'outcome-proposed'] as const;
const MAY_PRE: May = {
  submit: pre(['draft'], WORKER, 'at-gateway'),
  enter: pre(['at-gateway'], MANAGERS, 'in-pre-proceedings'),
  'issue-at-once': pre(['at-gateway'], MANAGERS, 'to-issue'),
  'not-enter': pre(['at-gateway'], MANAGERS, 'not-entered'),
  return: pre(['at-gateway'], MANAGERS, 'draft'),
  letter: pre(DURING, WORKER),
  meeting: pre(DURING, ['social-worker', 'team-manager']),
  'assessment-asked': pre(DURING, WORKER),
  'assessment-done': pre(DURING, WORKER),
  'family-meeting': pre(['at-gateway', ...DURING, 'to-issue'], WORKER),
  review: pre(DURING, MANAGERS),
  'propose-outcome': pre(['in-pre-proceedings'], WORKER, 'outcome-proposed'),
  'step-out': pre(['outcome-proposed'], MANAGERS, 'stepped-out'),
  'decide-to-issue': pre(['outcome-proposed'], MANAGERS, 'to-issue'),
  'end-otherwise': pre(['outcome-proposed'], MANAGERS, 'ended-otherwise'),
  'go-on': pre(['outcome-proposed'], MANAGERS, 'in-pre-proceedings'),
  withdraw: pre(['draft', 'at-gateway'], WORKER, 'withdrawn'),
};

const court = rows<CareProceedingsState>;
const MAY_COURT: May = {
  issue: court(['to-issue'], WORKER, 'before-court'),
  listed: court(['before-court'], ALL_THREE),
  hearing: court(['before-court'], ALL_THREE),
  'interim-order': court(['before-court'], ALL_THREE),
  extension: court(['before-court'], ALL_THREE),
  'final-order': court(['before-court'], ALL_THREE, 'ended'),
  'not-issue': court(['to-issue'], WORKER, 'not-issued'),
};

const agreed = rows<Section20State>;
const MAY_AGREED: May = {
  agree: agreed(['draft'], WORKER, 'agreed'),
  'confirm-again': agreed(['agreed'], ['social-worker', 'team-manager']),
  object: agreed(['agreed'], ['social-worker', 'team-manager'], 'objected'),
  'tell-manager': agreed(['objected'], ALL_THREE, 'before-manager'),
  'goes-on': agreed(['before-manager'], MANAGERS, 'agreed'),
  end: agreed(['agreed', 'before-manager'], ALL_THREE, 'ended'),
  withdraw: agreed(['draft'], WORKER, 'withdrawn'),
};

interface Tried {
  readonly workflow: Workflow;
  readonly may: May;
  readonly states: readonly string[];
  readonly caseIn: (state: string) => CaseNow;
}

const TRIED: readonly Tried[] = [
  {
    workflow: PRE_PROCEEDINGS,
    may: MAY_PRE,
    states: Object.keys(PRE_PROCEEDINGS_WAYS),
    caseIn: (state) => preProceedingsIn(state as PreProceedingsState),
  },
  {
    workflow: CARE_PROCEEDINGS,
    may: MAY_COURT,
    states: Object.keys(PROCEEDINGS_WAYS),
    caseIn: (state) => proceedingsIn(state as CareProceedingsState),
  },
  {
    workflow: SECTION_20,
    may: MAY_AGREED,
    states: Object.keys(SECTION_20_WAYS),
    caseIn: (state) => section20In(state as Section20State),
  },
];

/** Where a table and what was written down part ways: every step, in every state, by every role. */
const unlikeWritten = ({ workflow, may, states, caseIn }: Tried): readonly string[] =>
  states.flatMap((state) => {
    const now = caseIn(state);
    return workflow.steps.flatMap(({ id, kind }) =>
      ALL_ROLES.filter((role) => {
        // Whoever takes it back made it; whoever decides has had no part in it.
        const by = kind === 'withdraw' ? 'jo' : 'somebody new';
        const answer = attempt(workflow, now, commandTo(workflow, now, id, { by, parts: [{ role }] }));
        const row = may[id]?.find(([from, who]) => from === state && who === role);
        return (answer.kind === 'decided' ? answer.event.to : undefined) !== row?.[2];
      }).map((role) => `${id} in ${state} by ${role}`),
    );
  });

for (const tried of TRIED) {
  const { workflow, may, states, caseIn } = tried;
  test(`every step, in every state, by every role: ${workflow.title} allows what its table says and nothing else`, () => {
    assert.deepEqual(unlikeWritten(tried), []);
    assert.deepEqual(
      states.map((state) => caseIn(state).state),
      states,
      'every state was tried',
    );
    assert.deepEqual(Object.keys(may).toSorted(), workflow.steps.map(({ id }) => id).toSorted());
  });

  test(`in every state of ${workflow.title} that is not over, somebody has the next step`, () => {
    const stuck = states.filter((state) => {
      const { ended, opens } = stateMeaning(workflow, state);
      return (
        ended !== true &&
        opens === undefined &&
        !workflow.steps.some(({ from, to }) => from.includes(state) && to)
      );
    });
    assert.deepEqual(stuck, []);
  });
}

test('a table that lets a social worker decide at the gateway, or skip it, would be noticed', () => {
  const changed = (id: string, changes: Partial<Step>): Tried => {
    const [tried] = TRIED;
    if (tried === undefined) throw new Error('There is one');
    const steps = tried.workflow.steps.map((step): Step => (step.id === id ? { ...step, ...changes } : step));
    return { ...tried, workflow: { ...tried.workflow, steps } };
  };
  assert.deepEqual(unlikeWritten(changed('enter', { who: ['social-worker', ...MANAGERS] })), [
    'enter in at-gateway by social-worker',
  ]);
  assert.deepEqual(unlikeWritten(changed('submit', { to: 'in-pre-proceedings' })), [
    'submit in draft by social-worker',
  ]);
});

test('whoever wrote the papers decides on them neither at the gateway nor at the end, whatever else they are', () => {
  for (const [state, step] of [
    ['at-gateway', 'enter'],
    ['outcome-proposed', 'step-out'],
  ] as const) {
    const now = preProceedingsIn(state);
    const command = commandTo(PRE_PROCEEDINGS, now, step, { by: 'jo', parts: [{ role: 'group-manager' }] });
    const answer = attempt(PRE_PROCEEDINGS, now, command);
    assert.equal(answer.kind === 'refused' && answer.name, 'own-request', step);
  }
});

test('a manager who decided at the gateway decides on the outcome as well: it is another question', () => {
  const now = preProceedingsIn('outcome-proposed');
  const command = commandTo(PRE_PROCEEDINGS, now, 'step-out', {
    by: 'tess',
    parts: [{ role: 'team-manager' }],
  });
  assert.equal(attempt(PRE_PROCEEDINGS, now, command).kind, 'decided');
});

test('no application is begun but from a decision at the gateway, and what was answered there is offered again', () => {
  const opens = Object.values(PRE_PROCEEDINGS.states).flatMap((state) => state.opens ?? []);
  assert.deepEqual(
    opens.map(({ workflow, who }) => [workflow, who]),
    [[CARE_PROCEEDINGS.id, ['social-worker']]],
  );
  const asked = new Set(questionsOf(GATEWAY_EVIDENCE).map(({ name }) => name));
  assert.deepEqual(
    questionsOf(APPLICATION_EVIDENCE)
      .map(({ name }) => name)
      .filter((name) => asked.has(name)),
    ['threshold', 'plan', 'parental-responsibility', 'child-view', 'brothers-sisters'],
  );
});

test('a court gives at most eight weeks more at once', () => {
  const extension = CARE_PROCEEDINGS.steps.find(({ id }) => id === 'extension');
  const weeks = extension?.asks.find(({ name }) => name === 'weeks');
  assert.ok(weeks?.kind === 'one-of');
  assert.deepEqual(Object.keys(weeks.options), ['1', '2', '3', '4', '5', '6', '7', '8']);
});
