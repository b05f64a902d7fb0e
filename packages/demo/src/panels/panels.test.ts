import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ageOn,
  caseFrom,
  day,
  daysBetween,
  ENTRY_PANEL,
  hearingsOf,
  listedFor,
  londonDayOf,
  questionsOf,
  RESOURCES_PANEL,
  whatIsMissing,
} from '@rightplace/domain';
import { demonstration } from '../demonstration.ts';
import { inventRequests } from '../requests/invent-requests.ts';
import { inventPanels } from './invent-panels.ts';

const asOf = day('2026-11-21');
const authority = demonstration({ seed: 'northmarsh', asOf });
const requests = inventRequests({
  staff: authority.staff,
  services: new Map(authority.teams.map(({ name, service }) => [name, service])),
  children: authority.children,
  asOf,
}).map(({ child, begunBy, evidence }, id) => ({
  id,
  child,
  begunBy,
  answers: evidence.at(-1)?.answers ?? {},
}));
const asked = { staff: authority.staff, children: authority.children, requests, asOf };
const { meetings, cases } = inventPanels(asked);
const nowOf = ({ events }: (typeof cases)[number]) => caseFrom(events);
const statesOf = (id: string) =>
  new Set(cases.filter(({ workflow }) => workflow.id === id).map((one) => nowOf(one).state));

/** Those in the record who came into care, with the day. */
const CAME = new Map(
  authority.children.flatMap(({ id, periodsOfCare }) => {
    const last = periodsOfCare.at(-1);
    return last?.ends === null ? [[id, last.starts]] : [];
  }),
);

test('of those who came into care the panel heard about most before, and about some after they had come', () => {
  const heardOf = cases.flatMap((one) => {
    const start = CAME.get(one.child);
    const [first] = hearingsOf(nowOf(one));
    return one.workflow.id !== ENTRY_PANEL.id || start === undefined || first === undefined
      ? []
      : [{ start, on: first.on }];
  });
  const before = heardOf.filter(({ on, start }) => on <= start).length;
  assert.ok(before >= 3 && before > heardOf.length / 2, `${before} of ${heardOf.length}`);
  const late = heardOf.filter(({ on, start }) => on > start).map(({ on, start }) => daysBetween(start, on));
  assert.ok(late.length > 0 && late.every((days) => days <= 8), `at the next meeting: ${late.join(', ')}`);
});

test('children are before each panel in several places, and the same day gives the same ones', () => {
  assert.deepEqual(
    statesOf(ENTRY_PANEL.id),
    new Set(['care-agreed', 'listed', 'referred', 'diverted', 'more-information']),
  );
  assert.deepEqual(
    statesOf(RESOURCES_PANEL.id),
    new Set(['listed', 'support-agreed', 'followed-up', 'referred']),
  );
  assert.deepEqual(inventPanels(asked), { since: inventPanels(asked).since, meetings, cases });
});

test('what is listed and heard is so for a meeting of the panel, on its day, and never by whoever referred', () => {
  for (const one of cases) {
    const now = nowOf(one);
    const listed = listedFor(now);
    const days = meetings.filter(({ panel }) => panel === one.workflow.id).map(({ on }) => on);
    if (listed !== undefined) assert.ok(days.includes(listed), one.child);
    for (const { on, event } of hearingsOf(now)) {
      assert.equal(londonDayOf(event.at), on, one.child);
      assert.ok(meetings.some((meeting) => meeting.on === on && meeting.members.length > 0));
      assert.notEqual(event.by?.person, one.begunBy);
    }
  }
});

test('what was sent is complete, and is of children in care, or for whom care was asked', () => {
  for (const { workflow, evidence, child, from } of cases) {
    const whole = workflow.id === ENTRY_PANEL.id ? ENTRY_PANEL : RESOURCES_PANEL;
    const answers = evidence.at(-1)?.answers ?? {};
    assert.deepEqual(whatIsMissing(whole.evidence, answers, asOf), [], child);
    const names = new Set(questionsOf(whole.evidence).map(({ name }) => name));
    assert.ok(Object.keys(answers).every((name) => names.has(name)));
    if (workflow.id !== ENTRY_PANEL.id) assert.equal(from, undefined);
    if (from === undefined && workflow.id === ENTRY_PANEL.id) assert.ok(CAME.has(child), child);
    const record = authority.children.find(({ id }) => id === child);
    if (workflow.id !== ENTRY_PANEL.id) {
      const age = record?.details.dateOfBirth === undefined ? 0 : ageOn(record.details.dateOfBirth, asOf);
      assert.ok(age >= 7 && age < 18, `${child} is ${age}`);
    }
  }
  assert.ok(cases.every(({ team }) => team !== ''));
});
