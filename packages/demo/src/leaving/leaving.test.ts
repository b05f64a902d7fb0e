import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addDays,
  caseFrom,
  day,
  EVERY_WORKFLOW,
  findWatched,
  questionsOf,
  RETURN_HOME,
  SELF_DISCHARGE,
  STAYING_PUT,
  whatIsMissing,
} from '@rightplace/domain';
import { demonstration } from '../demonstration.ts';
import { inventLeaving } from './invent-leaving.ts';

const asOf = day('2026-11-21');
const authority = demonstration({ seed: 'northmarsh', asOf });
const services = new Map(authority.teams.map(({ name, service }) => [name, service]));
const invented = (on = asOf) =>
  inventLeaving({ staff: authority.staff, services, children: authority.children, asOf: on });
const all = invented();
const stateOf = ({ events }: (typeof all)[number]) => caseFrom(events).state;

test('leaving care waits in several places: for the director, the review and the group manager, and goes on after', () => {
  assert.deepEqual(
    all.map((one) => `${one.workflow.id} ${stateOf(one)}`),
    [
      'self-discharge with-director',
      'exit-plan at-review',
      'staying-put agreed',
      'return-home with-group-manager',
      'return-home at-home',
    ],
  );
  assert.deepEqual(
    [SELF_DISCHARGE.id, STAYING_PUT.id, RETURN_HOME.id].filter(
      (id) => !EVERY_WORKFLOW.some((workflow) => workflow.id === id),
    ),
    [],
  );
});

test('each is of another child, whom the record has so, and whose form is complete', () => {
  assert.equal(new Set(all.map(({ child }) => child)).size, all.length);
  for (const { workflow, child, evidence } of all) {
    const table = EVERY_WORKFLOW.find(({ id }) => id === workflow.id);
    assert.ok(table !== undefined);
    const answers = evidence.at(-1)?.answers ?? {};
    assert.deepEqual(whatIsMissing(table.evidence, answers, asOf), [], `${workflow.id} of ${child}`);
    const names = new Set(questionsOf(table.evidence).map(({ name }) => name));
    assert.deepEqual(
      Object.keys(answers).filter((name) => !names.has(name)),
      [],
    );
    assert.ok(authority.children.some(({ id }) => id === child));
  }
});

test('the same day gives the same ones, and some who went home have come back in time to be shown', () => {
  assert.deepEqual(invented(), all);
  assert.ok(authority.children.some((child) => findWatched(child, asOf)?.back !== undefined));
  assert.deepEqual(invented(addDays(asOf, 9000)), [], 'no bank holidays are known then');
});
