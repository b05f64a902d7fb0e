import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RECORD_WRITERS } from './every-record-writer.ts';
import { EVERY_WORKFLOW } from './every-workflow.ts';

test('every process has an id of its own, which stored cases name it by', () => {
  const ids = EVERY_WORKFLOW.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
});

test('what a step writes in the record is known, and nothing is known that no step writes', () => {
  const named = new Set(EVERY_WORKFLOW.flatMap(({ steps }) => steps.flatMap(({ writes }) => writes ?? [])));
  assert.deepEqual(Object.keys(RECORD_WRITERS).toSorted(), [...named].toSorted());
});

test('what may be put forward from a case is a process there is, from states there are', () => {
  for (const { id, refers = [], states } of EVERY_WORKFLOW)
    for (const { workflow, from } of refers) {
      assert.ok(
        EVERY_WORKFLOW.some((one) => one.id === workflow),
        `${id}: ${workflow}`,
      );
      for (const state of from) assert.ok(state in states, `${id}: ${state}`);
    }
});

test('no question waits for an answer given in another part of the form: each part is read by itself', () => {
  for (const { id, evidence } of EVERY_WORKFLOW)
    for (const { questions } of evidence.sections)
      for (const { name, when } of questions)
        assert.ok(
          when === undefined || questions.some((one) => one.name === when.question),
          `${id}: ${name}`,
        );
});
