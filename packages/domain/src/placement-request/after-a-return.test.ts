import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attempt, commandTo, type Taken } from '../../test/cases.ts';
import { askedNow, searchCase } from '../../test/search-cases.ts';
import type { Role } from '../access/role.ts';

const GIVEN_BACK: readonly Taken[] = [
  ['submit', 'jo', 'social-worker'],
  ['permit', 'paige', 'placements-officer'],
  ['take-on', 'paige', 'placements-officer'],
  ['ready', 'paige', 'placements-officer'],
  ['share-offers', 'paige', 'placements-officer'],
  ['choose', 'jo', 'social-worker'],
  ['agree-choice', 'tess', 'team-manager'],
  ['agree-terms', 'paige', 'placements-officer'],
  ['propose', 'paige', 'placements-officer'],
  ['look-on', 'ada', 'director'],
];
const tried = (steps: readonly Taken[], step: string, by: string, role: Role): string => {
  const now = searchCase(steps);
  const workflow = askedNow(now);
  const answer = attempt(workflow, now, commandTo(workflow, now, step, { by, parts: [{ role }] }));
  return answer.kind === 'refused' ? answer.name : answer.kind;
};

test('a director who did not approve a home may order all tiers at once the same night', () => {
  assert.equal(tried(GIVEN_BACK, 'all-tiers', 'ada', 'director'), 'decided');
  assert.deepEqual(
    [...searchCase(GIVEN_BACK).decidedBy.keys()],
    ['tess'],
    'what the manager agreed to is remembered',
  );
});

test('whoever agreed to a choice as a manager does not decide on it as a director, returned or not', () => {
  assert.equal(tried(GIVEN_BACK, 'all-tiers', 'tess', 'director'), 'had-a-part');
  assert.equal(tried(GIVEN_BACK.slice(0, -1), 'approve', 'tess', 'director'), 'had-a-part');
});
