import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXIT_PLAN } from '../leaving-care/exit-plan.ts';
import { EVERY_WORKFLOW } from './every-workflow.ts';
import { goesOnByOfficer } from './with-officer.ts';
import { stepsFrom, waitsFor } from './workflow.ts';

test('a plan for leaving care at the review, and an asking to leave before it, go on by the child’s reviewing officer alone', () => {
  const found = EVERY_WORKFLOW.flatMap((workflow) =>
    Object.keys(workflow.states).flatMap((state) =>
      goesOnByOfficer(workflow, state) ? [`${workflow.id} ${state}`] : [],
    ),
  );
  assert.deepEqual(found.toSorted(), ['exit-plan at-review', 'self-discharge advocate-offered']);
});

test('a plan at the review waits for the reviewing officer, though an ending that nobody planned can be recorded meanwhile', () => {
  assert.deepEqual(waitsFor(EXIT_PLAN, 'at-review'), ['reviewing-officer']);
  assert.ok(stepsFrom(EXIT_PLAN, 'at-review').some(({ id }) => id === 'record-unplanned-ending'));
});
