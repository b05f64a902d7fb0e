import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../calendar/day.ts';
import { moment } from '../calendar/moment.ts';
import type { Placement } from '../child/record.ts';
import { usualPlacementOn } from './living-there.ts';
import { fosteringLimitOn, isOverFosteringLimit, whatStandsInTheWay } from './may-take.ts';
import { providerNamed, tierOf } from './provider.ts';
import { type SettingInRegister, settingKindOf } from './setting.ts';
import type { SettingStanding, Terms } from './setting-facts.ts';
import { momentOfDay, type PlaceTaken, vacanciesOf, whoLivesAt } from './vacancies.ts';

const TODAY = day('2026-11-23');
const ALWAYS = { starts: day('2020-01-01'), ends: null };
const OPEN: SettingStanding = { state: 'open', note: null };
const TERMS: Terms = { places: 3, agesFrom: 8, agesTo: 15, sexes: 'any', kinds: [] };

const aSetting = (said: Partial<SettingInRegister> = {}): SettingInRegister => ({
  id: 1,
  providerId: 1,
  name: 'Samphire Lodge',
  type: 'K2',
  kind: 'childrens-home',
  urn: 'SC990001',
  postcode: 'ZZ1 1AA',
  inHouse: false,
  standings: [{ ...ALWAYS, ...OPEN }],
  terms: [{ ...ALWAYS, ...TERMS }],
  judgements: [],
  exemptions: [],
  fees: [],
  ...said,
});
const aHousehold = (said: Partial<SettingInRegister> = {}) =>
  aSetting({ type: 'U6', kind: 'foster-household', urn: null, inHouse: true, ...said });

test('what has a number of Ofsted’s and fosters is the agency; a household has none of its own', () => {
  assert.equal(settingKindOf('U6', null), 'foster-household');
  assert.equal(settingKindOf('U3', null), 'kinship-household');
  assert.equal(settingKindOf('U6', '9900001'), 'fostering-agency');
  assert.equal(settingKindOf('A3', '9900002'), 'adoption-agency');
  assert.deepEqual(
    ['K1', 'K2', 'K3', 'H5', 'S1', 'R3', 'Z1'].map((code) => settingKindOf(code, '1')),
    [
      'secure-home',
      'childrens-home',
      'supported',
      'supported',
      'residential-school',
      'residential-other',
      'other',
    ],
  );
});

test('a setting’s tier follows from whose it is and which frameworks its provider is on that day for that kind', () => {
  const on = {
    frameworks: [
      { name: 'Fen homes', kind: 'residential', starts: day('2025-04-01'), ends: day('2027-04-01') },
    ],
  } as const;
  assert.equal(tierOf(aSetting({ inHouse: true }), on, TODAY), 'in-house');
  assert.equal(tierOf(aSetting(), on, TODAY), 'framework');
  assert.equal(tierOf(aSetting(), on, day('2027-04-01')), 'spot', 'the framework is over on its last day');
  assert.equal(tierOf(aSetting(), on, day('2025-03-31')), 'spot');
  assert.equal(tierOf(aSetting({ kind: 'supported' }), on, TODAY), 'spot', 'it is for homes only');
  assert.equal(tierOf(aSetting(), undefined, TODAY), 'spot');
});

const names = (setting: SettingInRegister, sought = {}) =>
  whatStandsInTheWay(setting, { on: TODAY, ...sought }).map(({ name }) => name);

test('nothing stands in the way of a child whom an open setting’s terms cover', () => {
  assert.deepEqual(names(aSetting(), { age: 8, sex: 'F' }), []);
  assert.deepEqual(names(aSetting(), { age: 15, sex: 'M' }), []);
});

test('age, sex, kind of fostering, registration and Ofsted’s lowest judgement each stand in the way, and each is named', () => {
  assert.deepEqual(names(aSetting(), { age: 7 }), ['too-young']);
  assert.deepEqual(names(aSetting(), { age: 16 }), ['too-old']);
  const girls = aSetting({ terms: [{ ...ALWAYS, ...TERMS, sexes: 'F' }] });
  assert.deepEqual(names(girls, { sex: 'M' }), ['other-sex']);
  assert.deepEqual(names(girls, { sex: 'U' }), [], 'a sex that is not recorded excludes nobody');
  const short = aHousehold({ terms: [{ ...ALWAYS, ...TERMS, kinds: ['short-term'] }] });
  assert.deepEqual(names(short, { fostering: 'long-term' }), ['other-kind']);
  for (const [state, name] of [
    ['closed', 'not-registered'],
    ['unregistered', 'not-registered'],
    ['suspended', 'not-registered'],
    ['registration-applied', 'not-registered'],
    ['registered', 'not-open'],
    ['on-hold', 'not-open'],
  ] as const)
    assert.deepEqual(names(aSetting({ standings: [{ ...ALWAYS, state, note: null }] })), [name], state);
  assert.deepEqual(names(aSetting({ standings: [], terms: [] })), ['not-registered', 'no-terms']);
  for (const outcome of ['inadequate', 'serious-weaknesses'] as const)
    assert.deepEqual(names(aSetting({ judgements: [{ ...ALWAYS, outcome }] })), ['lowest-judgement']);
  assert.deepEqual(names(aSetting({ judgements: [{ ...ALWAYS, outcome: 'requires-improvement' }] })), []);
});

test('three children foster with a household unless it is exempted, or all are brothers and sisters', () => {
  const lowes = aHousehold();
  const asked = { on: TODAY, allSiblings: false };
  assert.equal(fosteringLimitOn(lowes, TODAY), 3);
  assert.equal(fosteringLimitOn(aSetting(), TODAY), undefined, 'a children’s home has none');
  assert.equal(isOverFosteringLimit(lowes, { ...asked, children: 3 }), false);
  assert.equal(isOverFosteringLimit(lowes, { ...asked, children: 4 }), true);
  assert.equal(isOverFosteringLimit(lowes, { ...asked, children: 5, allSiblings: true }), false);
  const exempted = aHousehold({
    exemptions: [
      { starts: day('2026-11-01'), ends: day('2026-12-01'), most: 4, conditions: 'One night more' },
    ],
  });
  assert.equal(isOverFosteringLimit(exempted, { ...asked, children: 4 }), false);
  assert.equal(isOverFosteringLimit(exempted, { ...asked, children: 5 }), true);
  assert.equal(isOverFosteringLimit(exempted, { ...asked, children: 4, on: day('2026-12-01') }), true);
});

const AT = moment('2026-11-23T10:00:00Z');
const hold = (from: string, until: string, said: Partial<PlaceTaken> = {}): PlaceTaken =>
  ({
    kind: 'hold',
    id: 1,
    settingId: 1,
    place: 1,
    caseId: 5,
    from: moment(from),
    until: moment(until),
    ended: null,
    filledOn: null,
    lengthened: [],
    ...said,
  }) as PlaceTaken;

test('a vacancy is a place that no child lives in, nobody has blocked and no search holds', () => {
  const asked = { on: TODAY, at: AT };
  const held = hold('2026-11-23T09:00:00Z', '2026-11-24T09:00:00Z');
  const blocked = {
    ...held,
    kind: 'block',
    place: 2,
    until: null,
    reason: 'repair',
    note: null,
  } as PlaceTaken;
  const of = (children: number, taken: readonly PlaceTaken[], setting = aSetting()) =>
    vacanciesOf(setting, { ...asked, children, taken });
  assert.deepEqual(of(1, [held]), {
    places: 3,
    children: 1,
    blocked: 0,
    held: 1,
    planned: 0,
    vacant: 1,
    over: 0,
  });
  assert.equal(of(1, [held, blocked]).vacant, 0);
  assert.equal(of(0, [{ ...held, settingId: 2 }]).vacant, 3, 'another home’s hold is not its own');
  assert.deepEqual(of(4, []), {
    places: 3,
    children: 4,
    blocked: 0,
    held: 0,
    planned: 0,
    vacant: 0,
    over: 1,
  });
  const closed = aSetting({ standings: [{ ...ALWAYS, state: 'closed', note: null }] });
  assert.equal(of(0, [], closed).vacant, 0, 'a home that is closed has no vacancy');
  assert.equal(of(0, [], aSetting({ terms: [] })).vacant, 0, 'nor one of whose places nobody knows');
});

test('a planned move takes its place from its day on, and once where a place is held for it', () => {
  const held = hold('2026-11-23T09:00:00Z', '2026-11-30T09:00:00Z');
  const of = (on: string, taken: readonly PlaceTaken[], caseId: number) => {
    const at = moment(`${on}T12:00:00Z`);
    const planned = [{ caseId, on: day('2026-11-25') }];
    const { vacant, planned: moves } = vacanciesOf(aSetting(), {
      on: day(on),
      at,
      children: 1,
      taken,
      planned,
    });
    return [vacant, moves];
  };
  assert.deepEqual(of('2026-11-24', [], 9), [2, 0], 'the day before');
  assert.deepEqual(
    [of('2026-11-25', [], 9), of('2026-11-29', [], 9)],
    [
      [1, 1],
      [1, 1],
    ],
  );
  assert.ok(held.kind === 'hold');
  assert.deepEqual(of('2026-11-25', [held], held.caseId), [1, 0], 'it holds the place that it takes');
  assert.deepEqual(of('2026-11-25', [held], held.caseId + 1), [0, 1]);
  assert.deepEqual(of('2026-12-02', [held], held.caseId), [1, 1], 'and keeps it when the hold has run out');
});

test('carers who are approved for the children they know have no place for another', () => {
  const of = (setting: SettingInRegister) =>
    vacanciesOf(setting, { on: TODAY, at: AT, children: 1, taken: [] }).vacant;
  assert.equal(of(aHousehold()), 2);
  assert.equal(of(aHousehold({ kind: 'kinship-household', type: 'U3' })), 0);
  assert.equal(of(aHousehold({ terms: [{ ...ALWAYS, ...TERMS, kinds: ['named-children'] }] })), 0);
  assert.equal(
    of(aHousehold({ terms: [{ ...ALWAYS, ...TERMS, kinds: ['named-children', 'emergency'] }] })),
    2,
  );
});

test('a child in hospital or on holiday keeps the place they are expected back in', () => {
  const stay = (type: string, starts: string, ends: string | null): Placement => ({
    starts: day(starts),
    ends: ends === null ? null : day(ends),
    type,
    provider: 'PR1',
    postcode: null,
    homePostcode: null,
    urn: null,
    began: 'changed',
    endReason: null,
  });
  const home = stay('U6', '2026-01-01', '2026-11-20');
  const at = (placements: readonly Placement[]) => usualPlacementOn(placements, TODAY)?.type;
  assert.equal(at([home, stay('T1', '2026-11-20', null)]), 'U6');
  assert.equal(at([home, stay('T1', '2026-11-20', '2026-11-21'), stay('T2', '2026-11-21', null)]), 'U6');
  assert.equal(
    at([home, stay('T1', '2026-11-22', null)]),
    'T1',
    'what ended before is no home to go back to',
  );
  assert.equal(at([home]), undefined);
  assert.equal(at([home, stay('K2', '2026-11-20', null)]), 'K2');
});

test('a hold runs out by the clock, at the moment said', () => {
  const held = hold('2026-11-23T09:00:00Z', '2026-11-23T10:00:00Z');
  const vacantAt = (at: string) =>
    vacanciesOf(aSetting(), { on: TODAY, at: moment(at), children: 2, taken: [held] }).vacant;
  assert.equal(vacantAt('2026-11-23T08:59:59Z'), 1);
  assert.equal(vacantAt('2026-11-23T09:00:00Z'), 0);
  assert.equal(vacantAt('2026-11-23T09:59:59Z'), 0);
  assert.equal(vacantAt('2026-11-23T10:00:00Z'), 1);
});

test('today is asked as it is now, and any other day at noon in London', () => {
  const now = { today: TODAY, now: AT };
  assert.equal(momentOfDay(TODAY, now), AT);
  assert.equal(momentOfDay(day('2026-07-01'), now), moment('2026-07-01T11:00:00Z'));
  assert.equal(momentOfDay(day('2026-12-24'), now), moment('2026-12-24T12:00:00Z'));
});

test('a child for whom a place was filled lives there until the record says where they went', () => {
  const filled = [{ settingId: 1, child: 'NM1', filledOn: day('2026-11-20') }];
  const asked = { recorded: ['NM2'], filled, on: TODAY };
  const childrenAt = (...given: Parameters<typeof whoLivesAt>): number => whoLivesAt(...given).size;
  assert.equal(childrenAt(1, { ...asked, placedSince: () => false }), 2);
  assert.equal(childrenAt(1, { ...asked, placedSince: () => true }), 1, 'the record knows better');
  assert.equal(childrenAt(2, { ...asked, placedSince: () => false }), 1, 'and it is only there');
  const both = { ...asked, recorded: ['NM1', 'NM2'], placedSince: () => false };
  assert.equal(childrenAt(1, both), 2, 'and nobody is counted twice');
  assert.equal(childrenAt(1, { ...asked, on: day('2026-11-19'), placedSince: () => false }), 1);
});

test('a provider is found by the whole of its name alone, and by none that two of them have', () => {
  const stepwell = { name: 'Stepwell Ltd' };
  const twice = [{ name: 'Harbour' }, { name: 'harbour' }];
  const among = [stepwell, ...twice];
  assert.equal(providerNamed(among, ' stepwell  LTD'), stepwell);
  for (const name of ['Stepwell', 'Stepwell Ltd.', 'Harbour', '', '  '])
    assert.equal(providerNamed(among, name), undefined, name);
});
