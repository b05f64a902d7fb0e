import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CARE_PROCEEDINGS,
  type ChildRecord,
  caseFrom,
  courtTimetable,
  day,
  daysBetween,
  episodesFromTimelines,
  PRE_PROCEEDINGS,
  preProceedingsWeeks,
  RECORD_WRITERS,
  SECTION_20,
  type Workflow,
} from '@rightplace/domain';
import { demonstration } from '../demonstration.ts';
import { inventProceedings } from './invent-proceedings.ts';

const asOf = day('2026-11-21');
const authority = demonstration({ seed: 'northmarsh', asOf });
const services = new Map(authority.teams.map(({ name, service }) => [name, service]));
const invented = () =>
  inventProceedings({ staff: authority.staff, services, children: authority.children, asOf });
const all = invented();
const of = ({ id }: Workflow) => all.filter(({ workflow }) => workflow.id === id);
const stateOf = (each: (typeof all)[number]) => caseFrom(each.events).state;
const statesOf = (workflow: Workflow) => new Set(of(workflow).map(stateOf));
const byId = new Map(authority.children.map((child) => [child.id, child]));

test('there are proceedings, pre-proceedings and agreements in different stages', () => {
  assert.deepEqual(
    statesOf(PRE_PROCEEDINGS),
    new Set(['in-pre-proceedings', 'outcome-proposed', 'stepped-out', 'at-gateway', 'to-issue']),
  );
  assert.deepEqual(statesOf(CARE_PROCEEDINGS), new Set(['before-court', 'ended']));
  assert.deepEqual(statesOf(SECTION_20), new Set(['agreed', 'objected']));
});

test('some are over their time, some near its end and some in time, before a court and before that', () => {
  const standing = (workflow: Workflow) =>
    new Set(
      of(workflow).flatMap(({ events }) =>
        workflow === CARE_PROCEEDINGS
          ? (courtTimetable(events, asOf)?.weeks.standing ?? [])
          : (preProceedingsWeeks(events, asOf)?.standing ?? []),
      ),
    );
  for (const workflow of [CARE_PROCEEDINGS, PRE_PROCEEDINGS])
    assert.deepEqual(standing(workflow), new Set(['over', 'near-end', 'in-time']), workflow.id);
});

/** Somebody's emergency order, that nothing followed in the record: a slip such as any record has. */
const leftOpen = (child: ChildRecord): ChildRecord => ({
  ...child,
  legalStatuses: child.legalStatuses.map((status, at, every) =>
    at === every.length - 1 ? { ...status, status: 'L2' } : status,
  ),
});

test('of an emergency order that was left open in the record, what followed it is recorded, and the return follows on', () => {
  const slipped = of(SECTION_20).findLast(({ child }) => byId.get(child)?.legalStatuses.length === 1)?.child;
  const children = authority.children.map((child) => (child.id === slipped ? leftOpen(child) : child));
  const child = children.find(({ id }) => id === slipped);
  assert.ok(child !== undefined);
  const made = inventProceedings({ staff: authority.staff, services, children, asOf });
  const court = made.find((each) => each.child === slipped && each.workflow.id === CARE_PROCEEDINGS.id);
  const interim = court?.events.find(({ step }) => step === 'interim-order');
  assert.ok(interim !== undefined);
  const written = RECORD_WRITERS['order']?.({ child, said: interim.said, evidence: {}, today: asOf });
  assert.ok(written?.kind === 'written');
  const rows = episodesFromTimelines(written.child).map(({ rne, ls }) => `${rne} ${ls}`);
  assert.equal(rows.includes('L C1'), true);
  const [emergency, after] = written.child.legalStatuses.slice(-2);
  assert.equal(emergency?.ends, after?.starts);
  assert.equal(daysBetween(emergency?.starts ?? asOf, after?.starts ?? asOf), 7, 'within its eight days');
});

test('every application comes from a decision at the gateway that stands before it', () => {
  for (const [at, each] of all.entries()) {
    if (each.workflow.id !== CARE_PROCEEDINGS.id) continue;
    const before = all[at - 1];
    assert.ok(
      each.isFromBefore && before?.child === each.child && stateOf(before) === 'to-issue',
      each.child,
    );
  }
});

test('nobody decides on papers of their own, and nothing happens before what came before it, or after the day', () => {
  for (const { events, begunBy, child } of all) {
    for (const [at, { kind, by, at: moment }] of events.entries()) {
      if (kind === 'authorise' || kind === 'reject') assert.notEqual(by?.person, begunBy, child);
      assert.ok(moment >= (events[at - 1]?.at ?? ''), `${child}: ${at}`);
      assert.ok(moment < '2026-11-22', `${child}: ${moment}`);
    }
  }
});

test('the same day gives the same ones', () => {
  assert.deepEqual(invented(), all);
});
