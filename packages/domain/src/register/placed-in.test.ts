import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreesWithHome } from './placed-in.ts';

const LODGE = { kind: 'childrens-home', type: 'K2', urn: 'SC990001', postcode: 'PE21 0AB' } as const;
const LOWES = { kind: 'foster-household', type: 'U4', urn: null, postcode: 'PE11 1ZZ' } as const;
const AGENCY = { kind: 'fostering-agency', type: 'U6', urn: 'SC990002', postcode: 'NR1 3AA' } as const;
const at = (type: string, urn: string | null, postcode: string | null) => ({ type, urn, postcode });

test('a placement agrees with a home by its URN, however it is written, and where either has none by the postcode', () => {
  assert.ok(agreesWithHome(at('K2', 'sc990001', 'PE1 9XX'), LODGE));
  assert.ok(agreesWithHome(at('K2', null, 'pe210ab'), LODGE));
  assert.ok(agreesWithHome(at('K2', 'SC990001', 'PE21 0AB'), { ...LODGE, urn: null }));
  assert.ok(!agreesWithHome(at('K2', 'SC990009', 'PE21 0AB'), LODGE), 'another home at one postcode');
  assert.ok(
    !agreesWithHome(at('K2', null, null), { ...LODGE, urn: null, postcode: null }),
    'nothing is recorded',
  );
});

test('with a family the postcode tells the household, and the URN the agency that was chosen', () => {
  assert.ok(agreesWithHome(at('U4', 'SC990002', 'PE11 1ZZ'), LOWES));
  assert.ok(!agreesWithHome(at('U4', 'SC990002', 'PE11 2ZZ'), LOWES));
  assert.ok(agreesWithHome(at('U6', 'SC990002', 'PE11 1ZZ'), AGENCY));
  assert.ok(!agreesWithHome(at('U6', null, 'NR1 3AA'), AGENCY), 'no child lives at the address of an agency');
  assert.ok(!agreesWithHome(at('K2', null, 'PE11 1ZZ'), LOWES), 'a home of another sort at one postcode');
});
