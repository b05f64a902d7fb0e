import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answers } from '../form/form.ts';
import type { SettingInRegister } from '../register/setting.ts';
import { homeOffered } from './home-offered.ts';

const settingOf = (id: number, name: string, more: Partial<SettingInRegister> = {}): SettingInRegister => ({
  id,
  providerId: 1,
  name,
  type: 'K2',
  kind: 'childrens-home',
  urn: `SC97000${id}`,
  postcode: null,
  inHouse: false,
  standings: [],
  terms: [],
  judgements: [],
  exemptions: [],
  fees: [],
  ...more,
});

const ASKED = 1;
const AGENCY = 4;
const SETTINGS = new Map(
  [
    settingOf(ASKED, 'Sluice House'),
    settingOf(2, 'Osier Yard'),
    settingOf(3, 'Osier Yard', { providerId: 2 }),
    settingOf(AGENCY, 'Fenside Fostering', { kind: 'fostering-agency' }),
    settingOf(5, 'Tern Cottage'),
    settingOf(6, 'Tern Cottage'),
    settingOf(7, 'Mr and Mrs Ley', { kind: 'foster-household', urn: null }),
  ].map((setting) => [setting.id, setting]),
);

const CARERS: Answers = { home: 'The Holts', 'home-kind': 'agency-carer' };
const UNKNOWN = 'not known';

/** What is asked about, what is offered, and which home that is. */
const CASES: readonly (readonly [number | undefined, Answers, number | typeof UNKNOWN | undefined])[] = [
  [ASKED, { home: 'Sluice House', urn: 'SC970001' }, ASKED],
  [ASKED, { home: '  sluice  house' }, ASKED],
  [ASKED, { home: 'Sluice House, the annexe', urn: 'SC970001' }, ASKED],
  [ASKED, { home: 'Osier Yard' }, 2],
  [ASKED, { home: 'Sluice House', urn: 'SC970002' }, 2],
  [ASKED, { home: 'Sluice House', urn: 'SC979999' }, UNKNOWN],
  [ASKED, { home: 'Nobody’s House' }, UNKNOWN],
  [ASKED, { home: 'Fenside Fostering' }, UNKNOWN],
  // Two of one name and no number: nobody can tell which.
  [ASKED, { home: 'Tern Cottage' }, UNKNOWN],
  [ASKED, { home: 'Tern Cottage', urn: 'SC970006' }, 6],
  [7, { home: 'Mr and Mrs Ley', urn: 'anything' }, 7],
  [AGENCY, CARERS, AGENCY],
  [AGENCY, { ...CARERS, urn: 'SC970004' }, AGENCY],
  [AGENCY, { ...CARERS, urn: 'SC979999' }, UNKNOWN],
  [AGENCY, { home: 'Nobody’s House', 'home-kind': 'childrens-home' }, UNKNOWN],
  // Only the provider was asked: what the register has of its homes is known, and the rest is as the offer says.
  [undefined, { home: 'Osier Yard' }, 2],
  [undefined, { home: 'Nobody’s House' }, undefined],
];

const wrongIn = (found: typeof homeOffered): readonly string[] =>
  CASES.flatMap(([settingId, said, expected]) => {
    const { home, isUnknown } = found(SETTINGS, { providerId: 1, settingId }, said);
    return (isUnknown ? UNKNOWN : home?.id) === expected ? [] : [JSON.stringify(said)];
  });

test('which home is offered is told by Ofsted’s number, else by its name, and never taken for the one that was asked', () => {
  assert.deepEqual(wrongIn(homeOffered), []);
});

test('a service that took every offer for the home that was asked would be noticed', () => {
  assert.notDeepEqual(
    wrongIn((settings, { settingId }) => ({
      home: settingId === undefined ? undefined : settings.get(settingId),
      isUnknown: false,
    })),
    [],
  );
});

test('of a provider who is not in the register nothing is known, and nobody else’s home is taken for theirs', () => {
  const asked = { providerId: undefined, settingId: undefined };
  assert.deepEqual(homeOffered(SETTINGS, asked, { home: 'Osier Yard' }), {
    home: undefined,
    isUnknown: false,
  });
});
