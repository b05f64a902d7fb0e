import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALL_ROLES } from '../access/role.ts';
import { day } from '../calendar/day.ts';
import { ALL_GATES, GATES, type GateFacts, type GateId, gateMeaning, gatesBefore } from './gates.ts';
import { KINDS_OF_HOME, type KindOfHomeId } from './kinds-of-home.ts';

const TODAY = day('2026-11-20');

/** A foster carer of the authority’s own, for a child of eleven: nothing stands in the way. */
const CLEAR: GateFacts = {
  age: 11,
  kind: 'own-carer',
  registered: undefined,
  childrenThere: 'up-to-3',
  terms: 'within',
  area: 'inside',
  isDeprived: false,
  isHomeUnknown: false,
};
const at16 = (kind: KindOfHomeId, more: Partial<GateFacts> = {}): Partial<GateFacts> => ({
  age: 16,
  kind,
  registered: true,
  ...more,
});

/** What is shut when, told a second time from the regulations: every line of the table, and what is just beyond it. */
const CASES: readonly (readonly [Partial<GateFacts>, readonly GateId[]])[] = [
  [{}, []],
  [{ kind: undefined }, ['home-known']],
  // Another home than was asked, which the register does not know.
  [{ isHomeUnknown: true }, ['which-home']],
  // Regulation 27A: under 16, in supported accommodation or what nobody registers.
  [{ kind: 'supported', registered: true, age: 15 }, ['under-16']],
  [{ kind: 'supported', registered: true, age: undefined }, ['under-16']],
  [at16('supported'), []],
  [{ kind: 'other', age: 15 }, ['under-16']],
  [{ kind: 'other', age: undefined }, ['under-16']],
  // Regulation 27C: at 16 or 17 nothing else, but what is excepted.
  [{ kind: 'other', age: 16 }, ['over-16-other']],
  [{ kind: 'other', age: 17 }, ['over-16-other']],
  // Registered with Ofsted.
  [{ kind: 'childrens-home', registered: true }, []],
  [{ kind: 'childrens-home', registered: false }, ['registered']],
  [{ kind: 'childrens-home', registered: undefined }, ['registered']],
  [{ kind: 'childrens-home', registered: false, isDeprived: true }, ['registered', 'liberty']],
  [{ kind: 'agency-carer', registered: false }, ['registered']],
  [{ kind: 'agency-carer', registered: true }, []],
  [at16('supported', { registered: false }), ['registered']],
  [{ kind: 'secure-home', age: 14, registered: false }, ['registered', 'liberty']],
  [{ kind: 'residential-school' }, []],
  // Schedule 7: three foster children, or one family, or an exemption.
  [{ childrenThere: 'more' }, ['foster-limit']],
  [{ childrenThere: undefined }, ['foster-limit']],
  [{ childrenThere: 'siblings-only' }, []],
  [{ kind: 'connected', childrenThere: 'more' }, ['foster-limit']],
  [{ kind: 'childrens-home', registered: true, childrenThere: 'more' }, []],
  // Regulation 23: approved for this child.
  [{ terms: 'outside' }, ['terms-of-approval']],
  [{ terms: 'none' }, ['terms-of-approval']],
  [{ terms: undefined }, ['terms-of-approval']],
  [{ kind: 'agency-carer', registered: true, terms: 'outside' }, ['terms-of-approval']],
  // Regulation 24: relatives and friends.
  [{ kind: 'connected', terms: 'within' }, []],
  [{ kind: 'connected', terms: 'none' }, ['connected-person']],
  [{ kind: 'connected', terms: 'outside' }, ['connected-person']],
  [{ kind: 'connected', terms: undefined }, ['connected-person']],
  // Regulation 11, and whom 11(4) leaves out.
  [{ kind: 'agency-carer', registered: true, area: undefined }, ['area-known']],
  [{ kind: 'agency-carer', registered: true, area: 'adjoining' }, ['out-of-area']],
  [{ kind: 'agency-carer', registered: true, area: 'distance' }, ['at-distance']],
  [{ kind: 'childrens-home', registered: true, area: 'distance' }, ['at-distance']],
  [{ area: 'distance' }, []],
  [{ kind: 'connected', area: 'distance' }, []],
  // Secure accommodation, and liberty restricted elsewhere.
  [{ kind: 'secure-home', age: 12, registered: true }, ['secure-under-13', 'liberty']],
  [{ kind: 'secure-home', age: undefined, registered: true }, ['secure-under-13', 'liberty']],
  [{ kind: 'secure-home', age: 13, registered: true }, ['liberty']],
  [{ isDeprived: true }, ['liberty']],
  [{ isDeprived: undefined }, ['liberty']],
];

const wrongIn = (gates = GATES as NonNullable<Parameters<typeof gatesBefore>[3]>): readonly string[] =>
  CASES.flatMap(([changes, shut]) => {
    const found = gatesBefore({ ...CLEAR, ...changes }, [], TODAY, gates).map(({ id }) => id);
    return found.join() === shut.join() ? [] : [`${JSON.stringify(changes)}: ${found.join()}`];
  });

test('each gate is shut by what the law says, and by what is not known, and by nothing besides', () => {
  assert.deepEqual(wrongIn(), []);
  assert.deepEqual(
    [...new Set(CASES.flatMap(([, shut]) => shut))].toSorted(),
    [...ALL_GATES].toSorted(),
    'every gate was tried',
  );
});

test('any gate that were always open, or always shut, would be noticed', () => {
  for (const id of ALL_GATES)
    for (const shuts of [() => false, () => true])
      assert.notDeepEqual(wrongIn({ ...GATES, [id]: { ...gateMeaning(id), shuts } }), [], id);
});

test('a gate is opened by whoever may open it, from the day it was decided until the day it holds, and by nobody else', () => {
  const facts: Readonly<Record<string, Partial<GateFacts>>> = Object.fromEntries(
    ALL_GATES.map((id) => [
      id,
      CASES.find(([, shut]) => shut.join() === id)?.[0] ?? { kind: 'secure-home', age: 12, registered: true },
    ]),
  );
  for (const gate of ALL_GATES) {
    const isShut = (changes: object = {}, role = gateMeaning(gate).openedBy[0] ?? 'director') => {
      const answer = { gate, role, words: 'Decided', on: TODAY, until: undefined, ...changes };
      return gatesBefore({ ...CLEAR, ...facts[gate] }, [answer], TODAY).find(({ id }) => id === gate)?.isShut;
    };
    for (const role of ALL_ROLES)
      assert.equal(isShut({}, role), !gateMeaning(gate).openedBy.includes(role), `${gate} by ${role}`);
    if (gateMeaning(gate).openedBy.length === 0) continue;
    assert.equal(isShut({ on: day('2026-11-21') }), true, 'decided tomorrow');
    assert.equal(isShut({ until: TODAY }), false, 'holds today still');
    assert.equal(isShut({ until: day('2026-11-19') }), true, 'held until yesterday');
  }
});

test('nobody opens what the law has no way round: under 16 in what nobody registers, and no registration', () => {
  for (const id of ['under-16', 'registered'] as const) assert.deepEqual(gateMeaning(id).openedBy, []);
});

test('every kind of home is looked at: with nothing known of it, some gate is shut before each', () => {
  for (const kind of [...Object.keys(KINDS_OF_HOME), undefined] as readonly (KindOfHomeId | undefined)[]) {
    const unknown: GateFacts = {
      age: undefined,
      kind,
      registered: undefined,
      childrenThere: undefined,
      terms: undefined,
      area: undefined,
      isDeprived: undefined,
      isHomeUnknown: false,
    };
    assert.ok(gatesBefore(unknown, [], TODAY).length > 0, kind ?? 'none');
  }
});
