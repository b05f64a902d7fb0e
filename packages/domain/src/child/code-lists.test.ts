import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PLACEMENT_TYPES } from '../placement/placement-type.ts';
import { PROVIDER_TYPES } from '../placement/provider-type.ts';
import { REASONS_PLACEMENT_ENDED } from '../placement/reason-placement-ended.ts';
import { type CodeList, codesInGroup, codeTitle, findCodeGroup } from './code-list.ts';
import { ETHNICITIES } from './ethnicity.ts';
import { LEGAL_STATUSES } from './legal-status.ts';
import { CATEGORIES_OF_NEED } from './need.ts';
import { REASONS_CEASED } from './reason-ceased.ts';
import { REASONS_FOR_NEW_EPISODE } from './reason-new-episode.ts';

const LISTS: Readonly<Record<string, CodeList>> = {
  PLACE: PLACEMENT_TYPES,
  PLACE_PROVIDER: PROVIDER_TYPES,
  REASON_PLACE_CHANGE: REASONS_PLACEMENT_ENDED,
  ETHNIC: ETHNICITIES,
  LS: LEGAL_STATUSES,
  CIN: CATEGORIES_OF_NEED,
  REC: REASONS_CEASED,
  RNE: REASONS_FOR_NEW_EPISODE,
};

for (const [column, list] of Object.entries(LISTS)) {
  test(`every code of ${column} is in a group with a title, and every group has a code`, () => {
    for (const [code, { group }] of Object.entries(list.codes))
      assert.ok(list.groups[group] !== undefined, code);
    for (const group of Object.keys(list.groups)) assert.ok(codesInGroup(list, group).length > 0, group);
  });
}

test('the groups that placements are reported by', () => {
  const groupOf = (code: string) => findCodeGroup(PLACEMENT_TYPES, code);
  assert.deepEqual(['U1', 'U2', 'U3'].map(groupOf), Array(3).fill('foster-relative'));
  assert.deepEqual(['U4', 'U5', 'U6'].map(groupOf), Array(3).fill('foster-other'));
  assert.deepEqual(['A3', 'A4', 'A5', 'A6'].map(groupOf), Array(4).fill('adoption'));
  assert.deepEqual(['K3', 'H5', 'P2'].map(groupOf), Array(3).fill('supported'));
  assert.deepEqual(['R1', 'R2', 'R3', 'R5'].map(groupOf), Array(4).fill('residential-other'));
  assert.deepEqual(['K1', 'K2', 'S1', 'P1'].map(groupOf), [
    'secure',
    'childrens-home',
    'residential-school',
    'parents',
  ]);
});

test('a code that no list has is shown as it is', () => {
  assert.equal(codeTitle(PLACEMENT_TYPES, 'Q9'), 'Q9');
  assert.equal(findCodeGroup(PLACEMENT_TYPES, 'Q9'), undefined);
});
