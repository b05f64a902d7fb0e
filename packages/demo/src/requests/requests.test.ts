import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addDays,
  caseFrom,
  type Day,
  day,
  EMERGENCY,
  londonDayOf,
  openWords,
  PALAC,
  questionsOf,
  stateMeaning,
  whatIsMissing,
} from '@rightplace/domain';
import { demonstration } from '../demonstration.ts';
import { inventRequests } from './invent-requests.ts';

const DECIDES = new Set<string>(['support', 'authorise', 'return', 'reject']);
const asOf = day('2026-11-21');
const authority = demonstration({ seed: 'northmarsh', asOf });
const services = new Map(authority.teams.map(({ name, service }) => [name, service]));
const invented = (on: Day = asOf, children = authority.children) =>
  inventRequests({ staff: authority.staff, services, children, asOf: on });
const all = invented();
const usual = ({ workflow }: (typeof all)[number]): boolean => workflow.id === PALAC.id;
const requests = all.filter(usual);
const staffById = new Map(authority.staff.map((one) => [one.id, one]));
const nowOf = (request: (typeof requests)[number]) =>
  caseFrom(
    request.events,
    request.evidence.map(({ savedBy }) => savedBy),
  );

test('a request stands in every place a request can be', () => {
  assert.deepEqual(
    new Set(requests.map((request) => nowOf(request).state)),
    new Set(Object.keys(PALAC.states)),
  );
});

test('nobody decides on a request of their own, and nobody twice before it is sent on anew', () => {
  for (const { events, begunBy, child } of requests) {
    let decided = new Set<string>();
    for (const { kind, by } of events) {
      if (kind === 'submit') decided = new Set();
      if (by === null || !DECIDES.has(kind)) continue;
      assert.notEqual(by.person, begunBy, child);
      assert.ok(!decided.has(by.person), child);
      decided.add(by.person);
    }
  }
});

test('each step was taken by somebody in that part, of the child’s own team and service', () => {
  for (const { events, team } of requests)
    for (const { by, step } of events) {
      if (by === null) continue;
      const who = staffById.get(by.person);
      assert.equal(who?.role, by.part.role, step);
      if (who?.role === 'team-manager' || who?.role === 'social-worker') assert.equal(who.team, team);
      if (who?.role === 'group-manager') assert.equal(who.service, services.get(team));
    }
});

test('what was sent on was complete, and all of it happened before the day, in order', () => {
  for (const { events, evidence, child } of requests) {
    const moments = events.map(({ at }) => at);
    assert.deepEqual(moments, moments.toSorted(), child);
    assert.ok(londonDayOf(moments.at(-1) ?? moments[0]!) < asOf || events.at(-1)?.kind === 'lapse', child);
    assert.deepEqual(
      evidence.map(({ revision }) => revision),
      evidence.map((_, at) => at + 1),
    );
    for (const { step, at, evidence: revision } of events) {
      if (step !== 'submit') continue;
      const held = evidence.find((one) => one.revision === revision);
      assert.ok(held !== undefined && held.savedAt < at, child);
      assert.deepEqual(whatIsMissing(PALAC.evidence, held.answers, londonDayOf(at)), [], child);
    }
  }
});

test('every answer is to a question that is asked', () => {
  const names = new Set(questionsOf(PALAC.evidence).map(({ name }) => name));
  for (const { evidence } of requests)
    for (const name of Object.keys(evidence.at(-1)?.answers ?? {})) assert.ok(names.has(name), name);
});

test('the people whom screens name have something waiting', () => {
  const waiting = (name: string, states: readonly string[]): number =>
    requests.filter((request) => {
      const { state } = nowOf(request);
      const { role, team, service } = authority.staff.find((one) => one.name === name)!;
      const theirs =
        role === 'director' ||
        (role === 'group-manager' && services.get(request.team) === service) ||
        (role === 'team-manager' && request.team === team) ||
        staffById.get(request.begunBy)?.name === name;
      return theirs && states.includes(state) && stateMeaning(PALAC, state).ended !== true;
    }).length;
  assert.equal(waiting('Jo Park', ['draft', 'returned']), 2);
  assert.equal(waiting('Lottie Barrowdyke', ['with-team-manager']), 1);
  assert.equal(waiting('Kamila Varnaitis', ['with-group-manager']), 1);
  assert.equal(waiting('Ada Osei', ['with-director']), 2);
});

test('the same day gives the same requests, and every day of a year gives some', () => {
  assert.deepEqual(invented(), all);
  for (let ahead = 1; ahead <= 366; ahead += 7) {
    const on = addDays(asOf, ahead);
    // One needs a child who came of late, whom this record has for its own day only.
    const states = new Set(
      invented(on)
        .filter(usual)
        .map((request) => nowOf(request).state),
    );
    for (const state of Object.keys(PALAC.states))
      assert.ok(state === 'completed' || states.has(state), `${on} ${state}`);
  }
});

test('a child whom the record has already is not invented again', () => {
  const known = [...authority.children, ...all.flatMap(({ newChild }) => newChild ?? [])];
  assert.deepEqual(
    invented(asOf, known).map(({ newChild }) => newChild),
    [undefined],
  );
});

test('who came into care is in the record, by agreement, since the authorisation', () => {
  const [came] = requests.filter((request) => nowOf(request).state === 'completed');
  const child = authority.children.find(({ id }) => id === came?.child);
  assert.equal(child?.legalStatuses[0]?.status, 'V2');
  const authorised = came?.events.find(({ step }) => step === 'director-authorise');
  assert.ok(authorised && londonDayOf(authorised.at) < child.periodsOfCare[0]!.starts);
});

test('an emergency of two days ago is in red: the full request is overdue, and the director has not confirmed a word', () => {
  const [emergency, ...others] = all.filter((request) => !usual(request));
  assert.ok(emergency !== undefined && others.length === 0);
  const now = nowOf(emergency);
  assert.equal(now.state, 'placed');
  assert.deepEqual(
    openWords(now.words).map(({ person }) => staffById.get(person)?.name),
    ['Lottie Barrowdyke', 'Ada Osei'],
  );
  assert.equal(staffById.get(emergency.begunBy)?.name, 'Jo Park');
  const last = emergency.evidence.at(-1);
  assert.deepEqual(whatIsMissing(EMERGENCY.evidence, last?.answers ?? {}, asOf), []);
});
