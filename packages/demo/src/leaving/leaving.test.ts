import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addDays,
  caseFrom,
  type Day,
  day,
  EVERY_WORKFLOW,
  findWatched,
  londonDayOf,
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
const inventedOn = (on: Day) => {
  const { staff, teams, children } = demonstration({ seed: 'northmarsh', asOf: on });
  return inventLeaving({
    staff,
    services: new Map(teams.map(({ name, service }) => [name, service])),
    children,
    asOf: on,
  });
};
const all = invented();
const stateOf = ({ events }: (typeof all)[number]) => caseFrom(events).state;
const leftByOwnWish = (each: (typeof all)[number]): boolean =>
  each.workflow === SELF_DISCHARGE && stateOf(each) === 'left';
const LEFT_BY_OWN_WISH = all.filter(leftByOwnWish);
const DAYS = ['2026-06-02', '2026-11-22', '2027-02-10', '2027-09-20'];

test('leaving care waits in several places: for the director, the review and the group manager, and goes on after', () => {
  assert.deepEqual(
    all.map((one) => `${one.workflow.id} ${stateOf(one)}`),
    [
      'self-discharge with-director',
      'exit-plan at-review',
      'staying-put agreed',
      'return-home with-group-manager',
      'return-home at-home',
      ...LEFT_BY_OWN_WISH.map(() => 'self-discharge left'),
    ],
  );
  assert.deepEqual(
    [SELF_DISCHARGE.id, STAYING_PUT.id, RETURN_HOME.id].filter(
      (id) => !EVERY_WORKFLOW.some((workflow) => workflow.id === id),
    ),
    [],
  );
});

test('who left at 16 or 17 by their own wish had the director’s word before, on the day and for the reason of the record', () => {
  for (const { child, events } of LEFT_BY_OWN_WISH) {
    const record = authority.children.find(({ id }) => id === child);
    const period = record?.periodsOfCare.at(-1);
    const authorised = events.find(({ to }) => to === 'authorised');
    const left = events.at(-1);
    assert.deepEqual([left?.said['left-on'], left?.said['left-why']], [period?.ends, period?.endReason]);
    assert.ok(authorised !== undefined && londonDayOf(authorised.at) < (period?.ends ?? ''), child);
  }
  for (const on of DAYS) assert.ok(inventedOn(day(on)).some(leftByOwnWish), on);
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
