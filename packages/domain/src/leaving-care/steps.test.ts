import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attempt, commandTo, type Taken } from '../../test/cases.ts';
import {
  DISCHARGE_WAYS,
  EXIT_WAYS,
  HOME_WAYS,
  LONG_AFTER,
  leavingCase,
  STAYING_WAYS,
} from '../../test/leaving-cases.ts';
import { ALL_ROLES, type Role } from '../access/role.ts';
import type { Step, Workflow } from '../workflow/workflow.ts';
import { EXIT_PLAN } from './exit-plan.ts';
import { RETURN_HOME } from './return-home.ts';
import { SELF_DISCHARGE } from './self-discharge.ts';
import { STAYING_PUT } from './staying-put.ts';

interface Agreed {
  readonly workflow: Workflow;
  readonly ways: Readonly<Record<string, readonly Taken[]>>;
  /** Who may do what where: written down here a second time. `from, from: step > to: role, role`. */
  readonly may: string;
}

const SW = 'social-worker';
const PROCESSES: readonly Agreed[] = [
  {
    workflow: EXIT_PLAN,
    ways: EXIT_WAYS,
    may: `
      draft, returned: submit > at-review: ${SW}
      at-review: review-agrees > with-manager: reviewing-officer
      at-review: review-returns > returned: reviewing-officer
      with-manager: agree > agreed: team-manager, group-manager
      with-manager: return > returned: team-manager, group-manager
      agreed: plan-anew > draft: ${SW}
      agreed: record-ending > ended: ${SW}, team-manager
      draft, at-review, with-manager, returned: record-unplanned-ending > ended: ${SW}, team-manager
      draft, at-review, with-manager, returned, agreed: withdraw > withdrawn: ${SW}`,
  },
  {
    workflow: RETURN_HOME,
    ways: HOME_WAYS,
    may: `
      draft, returned: submit > with-team-manager: ${SW}
      with-team-manager: support > with-group-manager: team-manager
      with-team-manager: return-to-worker > returned: team-manager
      with-group-manager: authorise > agreed: group-manager
      with-group-manager: agree-without-panel > agreed: director
      with-group-manager: return > returned: group-manager
      with-group-manager: reject > rejected: group-manager
      agreed: went-home > at-home: ${SW}, team-manager
      at-home: visit > at-home: ${SW}, team-manager
      at-home: close > closed: team-manager
      draft, with-team-manager, with-group-manager, returned, agreed: withdraw > withdrawn: ${SW}`,
  },
  {
    workflow: SELF_DISCHARGE,
    ways: DISCHARGE_WAYS,
    may: `
      requested, returned: give-view > view-given: ${SW}
      view-given: offer-advocate > advocate-offered: ${SW}
      advocate-offered: review > with-director: reviewing-officer
      advocate-offered: review-returns > returned: reviewing-officer
      with-director: authorise > authorised: director
      with-director: not-authorise > not-authorised: director
      with-director: director-return > returned: director
      authorised: record-left > left: ${SW}, team-manager
      requested, view-given, advocate-offered, with-director, returned, authorised: withdraw > withdrawn: ${SW}`,
  },
  {
    workflow: STAYING_PUT,
    ways: STAYING_WAYS,
    may: `
      draft, returned: submit > with-team-manager: ${SW}
      with-team-manager: agree > agreed: team-manager
      with-team-manager: return > returned: team-manager
      agreed: begin-staying > staying: ${SW}
      staying: look-again > staying: ${SW}, team-manager
      staying: end > ended: ${SW}, team-manager
      draft, with-team-manager, returned, agreed: withdraw > withdrawn: ${SW}`,
  },
];

const list = (text = ''): readonly string[] => text.split(',').map((word) => word.trim());

/** What is agreed, as `step in state by role` with where it goes. */
const agreedOf = (may: string): ReadonlyMap<string, string> =>
  new Map(
    may
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [from, what, who] = line.split(': ');
        const [step, to = ''] = (what ?? '').split(' > ').map((word) => word.trim());
        return list(from).flatMap((state) =>
          list(who).map((role) => [`${step} in ${state} by ${role}`, to] as const),
        );
      }),
  );

/** Where a process allows what the table written here does not, or refuses what it allows. */
const unlikeTheTable = (workflow: Workflow, { ways, may }: Omit<Agreed, 'workflow'>): readonly string[] => {
  const agreed = agreedOf(may);
  return Object.entries(ways).flatMap(([state, way]) => {
    const now = leavingCase(workflow, state, way);
    assert.equal(now.state, state, 'every state is tried');
    const later = state === 'lapsed' ? { at: LONG_AFTER } : {};
    return workflow.steps.flatMap(({ id, kind }) =>
      ALL_ROLES.flatMap((role) => {
        const by = kind === 'withdraw' ? 'jo' : 'somebody new';
        const answer = attempt(workflow, now, commandTo(workflow, now, id, { by, parts: [{ role }] }, later));
        const went = answer.kind === 'decided' ? answer.event.to : undefined;
        const name = `${id} in ${state} by ${role}`;
        return went === agreed.get(name) ? [] : [name];
      }),
    );
  });
};

for (const { workflow, ...agreed } of PROCESSES) {
  test(`${workflow.title}: every step, in every state, by every role, is allowed as its table says and not otherwise`, () => {
    assert.deepEqual(Object.keys(agreed.ways).toSorted(), Object.keys(workflow.states).toSorted());
    assert.deepEqual(unlikeTheTable(workflow, agreed), []);
  });

  test(`${workflow.title}: nobody decides on what is their own, and nobody twice`, () => {
    for (const [state, way] of Object.entries(agreed.ways)) {
      if (state === 'lapsed') continue;
      const now = leavingCase(workflow, state, way);
      for (const step of workflow.steps) {
        if (
          !step.from.includes(state) ||
          !['support', 'authorise', 'override', 'return', 'reject'].includes(step.kind)
        )
          continue;
        for (const role of step.who)
          for (const by of ['jo', ...now.decidedBy.keys()]) {
            const answer = attempt(
              workflow,
              now,
              commandTo(workflow, now, step.id, { by, parts: [{ role }] }),
            );
            assert.ok(
              answer.kind === 'refused' && (answer.name === 'own-request' || answer.name === 'had-a-part'),
              `${step.id} in ${state} by ${by}`,
            );
          }
      }
    }
  });
}

test('a director who is left out of a young person’s leaving at 16 or 17 would be noticed', () => {
  const [, , found] = PROCESSES;
  assert.ok(found !== undefined);
  const changed = (id: string, changes: Partial<Step>): Workflow => ({
    ...SELF_DISCHARGE,
    steps: SELF_DISCHARGE.steps.map((step) => (step.id === id ? { ...step, ...changes } : step)),
  });
  const { workflow: _, ...agreed } = found;
  const groupManager: Workflow = changed('authorise', { who: ['director', 'group-manager'] });
  assert.deepEqual(unlikeTheTable(groupManager, agreed), ['authorise in with-director by group-manager']);
  const early: Workflow = changed('record-left', { from: ['with-director', 'authorised'] });
  assert.deepEqual(unlikeTheTable(early, agreed), [
    'record-left in with-director by social-worker',
    'record-left in with-director by team-manager',
  ]);
});

test('staying put begins only once the record says that care ended at 18 with the young person staying', () => {
  const now = leavingCase(STAYING_PUT, 'agreed', STAYING_WAYS.agreed);
  const command = commandTo(STAYING_PUT, now, 'begin-staying', { by: 'jo', parts: [{ role: SW }] });
  const answer = attempt(STAYING_PUT, now, command, { isMet: () => false });
  assert.ok(answer.kind === 'refused' && answer.name === 'need-not-met');
  assert.match(answer.sentence, /E17/);
});

test('the group manager agrees that a child goes home once the panel was heard, and only the director without it', () => {
  const now = leavingCase(RETURN_HOME, 'with-group-manager', HOME_WAYS['with-group-manager']);
  const answer = (step: string, role: Role, met: string) =>
    attempt(RETURN_HOME, now, commandTo(RETURN_HOME, now, step, { by: 'somebody new', parts: [{ role }] }), {
      isMet: (need) => need === met,
    });
  const wanting = answer('authorise', 'group-manager', 'panel-wanting');
  assert.ok(wanting.kind === 'refused' && wanting.name === 'need-not-met');
  assert.match(wanting.sentence, /Access to Resources Panel.*the director may decide/);
  assert.equal(answer('agree-without-panel', 'director', 'panel-wanting').kind, 'decided');
  assert.equal(answer('authorise', 'group-manager', 'panel-heard').kind, 'decided');
  assert.equal(answer('agree-without-panel', 'director', 'panel-heard').kind, 'refused');
  assert.equal(answer('agree-without-panel', 'group-manager', 'panel-wanting').kind, 'refused');
});
