import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Offer, SettingInRegister, SettingKind } from '@rightplace/domain';
import { placesOf } from './offer-places.ts';

const OFFER = { number: 2, said: { home: 'Bittern House' } } as unknown as Offer;
const home = (kind: SettingKind) => ({ kind, postcode: 'LE13 0ZZ' }) as unknown as SettingInRegister;
const postcodeOf = (kind: SettingKind, sight: Parameters<typeof placesOf>[2]) =>
  placesOf([OFFER], new Map([[2, home(kind)]]), sight).get(2)?.postcode;
const SEES_ALL = { carers: true, fees: true };
const SEES_NO_CARERS = { carers: false, fees: true };

test('where a home is by the register is told to those who see it there: carers only to those who see carers', () => {
  assert.equal(postcodeOf('childrens-home', SEES_NO_CARERS), 'LE13 0ZZ');
  assert.equal(postcodeOf('childrens-home', undefined), undefined);
  assert.equal(postcodeOf('foster-household', SEES_ALL), 'LE13 0ZZ');
  assert.equal(postcodeOf('foster-household', SEES_NO_CARERS), undefined);
  assert.equal(postcodeOf('kinship-household', SEES_NO_CARERS), undefined);
});

test('an agency’s address tells nothing of where the child would live', () => {
  assert.equal(postcodeOf('fostering-agency', SEES_ALL), undefined);
});
