import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ChildRecord, day } from '@rightplace/domain';
import { demonstration } from '../demonstration.ts';
import { type DemandFact, inventDemand } from './demand.ts';

const AS_OF = day('2026-11-22');
const { children } = demonstration({ seed: 'test', asOf: AS_OF, children: 300 });
const demand = inventDemand({ seed: 'test', asOf: AS_OF, children });
const PEOPLE = (300 / 67.1) * 10_000;

const of = (kind: string, from = '2000-01-01', to = '2099-01-01'): readonly DemandFact[] =>
  demand.facts.filter(
    (fact) => fact.kind === kind && (fact.starts ?? '') >= from && (fact.starts ?? '') <= to,
  );
const inYear = (kind: string, year: number) => of(kind, `${year - 1}-04-01`, `${year}-03-31`);
const openOn = (kind: string, on: string) =>
  of(kind).filter(({ starts, ends }) => (starts ?? '') <= on && (ends === null || ends > on));
const between = (value: number, low: number, high: number, what: string): void =>
  assert.ok(value >= low && value <= high, `${what}: ${value}, and not ${low} to ${high}`);

test('the same seed, day and children give the same, to the letter', () => {
  assert.deepEqual(inventDemand({ seed: 'test', asOf: AS_OF, children }), demand);
  assert.notDeepEqual(inventDemand({ seed: 'other', asOf: AS_OF, children }).facts, demand.facts);
});

test('three whole years and the one under way are told, and nothing of the day it is told on or after it', () => {
  assert.deepEqual([demand.from, demand.to], ['2023-04-01', AS_OF]);
  for (const { kind, starts, ends } of demand.facts) {
    assert.ok(starts === null ? kind === 'child' : starts < AS_OF, kind);
    assert.ok(ends === null || (ends < AS_OF && ends >= (starts ?? '')), kind);
    const isStretch = ['in-need', 'protection-plan', 'assessment'].includes(kind);
    if (!isStretch && starts !== null) assert.ok(starts >= demand.from, `${kind} ${starts}`);
  }
});

test('no two are of the same child, kind, day and source', () => {
  const identities = demand.facts.map(({ kind, child, starts, key }) => `${kind} ${child} ${starts} ${key}`);
  assert.equal(new Set(identities).size, identities.length);
});

test('there are as many in need, enquiries, conferences and plans as an authority of that size has', () => {
  const per10k = (count: number) => (count * 10_000) / PEOPLE;
  between(per10k(openOn('in-need', '2026-03-31').length), 280, 420, 'in need per 10,000');
  between(per10k(openOn('protection-plan', '2026-03-31').length), 30, 52, 'on a plan per 10,000');
  between(per10k(inYear('referral', 2026).length), 430, 600, 'referrals per 10,000');
  between(per10k(inYear('section-47', 2026).length), 140, 220, 'enquiries per 10,000');
  const enquiries = inYear('section-47', 2026);
  const held = enquiries.filter(({ detail }) => detail['conferenceOn'] !== undefined);
  between((100 * held.length) / enquiries.length, 27, 45, 'enquiries that led to a conference');
  const begun = inYear('protection-plan', 2026);
  const again = begun.filter(({ detail }) => Number(detail['previousPlans']) > 0);
  between((100 * again.length) / begun.length, 14, 34, 'plans of children who had one before');
});

test('edge-of-care cases close as the paper has them: most better at home, few in care', () => {
  const closed = inYear('edge-of-care', 2026);
  const share = (outcome: string) =>
    (100 * closed.filter(({ detail }) => detail['outcome'] === outcome).length) / closed.length;
  between(share('improved'), 66, 86, 'better at home');
  between(share('protection'), 10, 28, 'to protection');
  between(share('care'), 0.2, 5, 'into care');
});

test('demand grows, and August is quieter than July', () => {
  const contacts = (year: number) => inYear('contact', year).length;
  assert.ok(contacts(2026) > contacts(2024));
  const ofMonth = (month: string) =>
    of('contact').filter(({ starts }) => starts?.slice(5, 7) === month).length;
  assert.ok(ofMonth('08') < 0.85 * ofMonth('07'));
});

/** Of those who came into care in the two years before, the share of whom something is told by then. */
const knownBefore = (facts: readonly DemandFact[], kind: string, records: readonly ChildRecord[]): number => {
  const first = new Map<string, string>();
  for (const fact of facts)
    if (fact.kind === kind && fact.starts !== null && !(fact.starts >= (first.get(fact.child) ?? '9')))
      first.set(fact.child, fact.starts);
  const came = records
    .filter((record) => !record.facts.some((fact) => fact.kind === 'uasc'))
    .flatMap(({ id, periodsOfCare }) =>
      periodsOfCare.map(({ starts, startKnown }) => ({ id, starts, startKnown })),
    )
    .filter(({ starts, startKnown }) => startKnown && starts >= '2024-11-22' && starts < AS_OF);
  const known = came.filter(({ id, starts }) => (first.get(id) ?? '9') <= starts);
  return (100 * known.length) / came.length;
};

test('who came into care was in need before, many subject to an enquiry, and four in ten on a plan', () => {
  between(knownBefore(demand.facts, 'in-need', children), 99, 100, 'in need');
  between(knownBefore(demand.facts, 'section-47', children), 55, 90, 'enquiry');
  between(knownBefore(demand.facts, 'protection-plan', children), 28, 55, 'plan');
  const others = demand.facts.map((fact) => ({ ...fact, child: `${fact.child}X` }));
  assert.equal(knownBefore(others, 'in-need', children), 0, 'other children are noticed');
});

test('of plans that ended about one in six ended in care', () => {
  const starts = new Map(
    children.map(({ id, periodsOfCare }) => [String(id), periodsOfCare.map((each) => each.starts)]),
  );
  const ended = of('protection-plan').filter(({ ends }) => ends !== null && ends >= '2024-04-01');
  const toCare = ended.filter(({ child, starts: began, ends }) =>
    (starts.get(child) ?? []).some((on) => on >= (began ?? '') && on <= (ends ?? '')),
  );
  between((100 * toCare.length) / ended.length, 10, 26, 'ended in care');
});

test('an authority without children has nobody at its door', () => {
  assert.deepEqual(inventDemand({ seed: 'test', asOf: AS_OF, children: [] }).facts, []);
});

test('told again on a later day it says what it said, with the endings and events that came since', () => {
  const later = day('2027-01-15');
  const again = inventDemand({ seed: 'test', asOf: later, firstTold: AS_OF, children });
  assert.deepEqual([again.from, again.to], [demand.from, later]);
  const nameOf = ({ kind, child, starts, key }: DemandFact): string => `${kind} ${child} ${starts} ${key}`;
  const now = new Map(again.facts.map((fact) => [nameOf(fact), fact]));
  let ended = 0;
  for (const fact of demand.facts) {
    const found = now.get(nameOf(fact));
    assert.ok(found !== undefined, nameOf(fact));
    if (fact.ends !== null) assert.equal(found.ends, fact.ends, nameOf(fact));
    else if (found.ends !== null) ended += 1;
    assert.ok(found.ends === fact.ends || (found.ends ?? '') >= AS_OF, nameOf(fact));
  }
  const before = new Set(demand.facts.map(nameOf));
  const since = again.facts.filter((fact) => !before.has(nameOf(fact)));
  assert.ok(ended > 10, `${ended} ended since`);
  assert.ok(since.length > 50, `${since.length} are new`);
  for (const { kind, starts } of since)
    assert.ok(kind === 'child' || (starts ?? '') >= AS_OF, `${kind} ${starts}`);
});
