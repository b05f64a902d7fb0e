import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aChild, assignmentOf, TODAY } from '../../test/access.ts';
import { ALL_ACTIONS, actionMeaning } from './action.ts';
import type { Actor } from './actor.ts';
import { mayAttempt } from './may-attempt.ts';
import { mayDoTo } from './may-do-to.ts';
import { POLICY } from './policy.ts';

/** Sam of another team, who stands in for the director. */
const SAM: Actor = {
  id: 'sam',
  assignments: [
    assignmentOf('team-manager', { teamId: 'south-team' }),
    { ...assignmentOf('director'), actingFor: 'ada' },
  ],
};
const ONLY_ACTING: Actor = { id: 'sam', assignments: SAM.assignments.slice(1) };

test('whoever acts for a colleague opens the child’s record, sees what is due and takes part in cases, and does nothing else in that role', () => {
  const may = ALL_ACTIONS.filter(
    (action) => mayAttempt({ actor: ONLY_ACTING, action, on: TODAY, purpose: 'oversight' }).kind === 'may',
  );
  assert.deepEqual(may.toSorted(), [
    'act-on-cases',
    'open-cases',
    'see-entry-to-care',
    'see-leaving-care',
    'see-panel-case',
    'see-placement-request',
    'see-proceedings',
    'see-profile',
    'see-what-is-due',
    'take-entry-step',
    'take-leaving-step',
    'take-panel-step',
    'take-placement-step',
    'view-child',
    'write-search-log',
  ]);
  assert.deepEqual(
    may,
    ALL_ACTIONS.filter(
      (action) => actionMeaning(action).delegable === true && POLICY.director[action] !== undefined,
    ),
  );
});

test('the role reaches what the colleague’s does, and their own what it did', () => {
  const ask = (actor: Actor, action: 'take-entry-step' | 'correct-row') =>
    mayDoTo({ actor, action, on: TODAY, child: aChild() });
  assert.equal(ask(SAM, 'take-entry-step').kind, 'may');
  assert.equal(ask(SAM, 'correct-row').kind, 'refused');
  assert.equal(ask({ ...SAM, assignments: SAM.assignments.slice(0, 1) }, 'take-entry-step').kind, 'refused');
});

test('a conflict of interest of whoever acts closes the record, and one of the colleague keeps it out of the colleague’s name', () => {
  const ask = (conflictedIds: readonly string[]) => {
    const answer = mayDoTo({
      actor: SAM,
      action: 'see-entry-to-care',
      on: TODAY,
      child: aChild({ conflictedIds }),
    });
    return answer.kind === 'refused' ? answer.name : answer.kind;
  };
  assert.deepEqual([ask([]), ask(['sam']), ask(['ada'])], ['may', 'conflict-of-interest', 'out-of-reach']);
});
