import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '@rightplace/domain';
import { demonstration } from '../demonstration.ts';

const AUTHORITY = demonstration({ seed: 'register', asOf: day('2026-11-23'), children: 300 });
const of = (kind: string) => AUTHORITY.register.filter((fact) => fact.kind === kind);
const says = (kind: string, name: string, value: unknown) =>
  of(kind).filter((fact) => (fact.value as Record<string, unknown>)[name] === value);

test('the register has every standing that a search meets: open, closed, on hold, lost, and the lowest judgements', () => {
  for (const state of ['open', 'closed', 'on-hold', 'registered'])
    assert.ok(says('standing', 'state', state).length > 0, state);
  for (const outcome of ['outstanding', 'inadequate', 'serious-weaknesses'])
    assert.ok(says('judgement', 'outcome', outcome).length > 0, outcome);
  assert.ok(of('framework').length > 0 && of('fee').length > 0);
});

test('no more children live in a home or household than it has places for, and over three needs an exemption', () => {
  const places = (fact: { readonly value: object }) => (fact.value as { readonly places: number }).places;
  const living = (urn: string, postcode: string) =>
    AUTHORITY.children.filter(({ placements }) => {
      const last = placements.at(-1);
      return last?.ends === null && last.urn === urn && last.postcode === postcode;
    }).length;
  for (const terms of of('terms')) {
    const home =
      terms.household === undefined
        ? AUTHORITY.settings.find(({ urn }) => urn === terms.setting)
        : AUTHORITY.households[terms.household];
    assert.ok(home);
    const urn = 'agencyUrn' in home ? home.agencyUrn : home.urn;
    assert.ok(places(terms) >= living(urn, home.postcode), home.name);
    if (terms.household === undefined || places(terms) <= 3) continue;
    assert.ok(
      of('exemption').some(({ household }) => household === terms.household),
      home.name,
    );
  }
});

test('nothing in the register was told twice of one day', () => {
  const seen = new Map<string, { starts: string; ends: string | null }[]>();
  for (const { provider, setting, household, kind, key, starts, ends } of AUTHORITY.register) {
    const whose = `${provider} ${setting} ${household} ${kind} ${key}`;
    const others = seen.get(whose) ?? [];
    for (const other of others)
      assert.ok(
        (ends !== null && ends <= other.starts) || (other.ends !== null && other.ends <= starts),
        whose,
      );
    seen.set(whose, [...others, { starts, ends }]);
  }
});
