import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ALL_CHECKS,
  type CheckId,
  checksTally,
  checksWaived,
  findWaiverFaults,
  readCheck,
} from './checks.ts';

const said = (check: string, evidence = 'The carers are our own') => ({
  check,
  result: 'not-needed',
  evidence,
});
const ofCarers = (there: string) => ({ said: { 'children-there': there } });
const ALWAYS: readonly CheckId[] = ['registration', 'background-checks', 'concerns', 'location'];

test('what is looked at of every home is never said not to apply, and the sentence says why', () => {
  for (const id of ALL_CHECKS) {
    const faults = findWaiverFaults(said(id), ofCarers('1'));
    assert.deepEqual(
      faults.map(({ question }) => question),
      ALWAYS.includes(id) ? ['result'] : [],
      id,
    );
  }
  assert.match(
    findWaiverFaults(said('background-checks'), ofCarers('1'))[0]?.sentence ?? '',
    /^“Assurance of background checks of staff \(DBS\)” cannot be said not to apply: whoever cares/,
  );
  assert.deepEqual(findWaiverFaults({ ...said('location'), result: 'passed' }, ofCarers('1')), []);
});

test('whoever lives there is thought of: the impact assessment falls away for an only foster child alone', () => {
  assert.deepEqual(findWaiverFaults(said('impact'), ofCarers('1')), []);
  for (const offer of [ofCarers('2'), ofCarers('more'), { said: {} }])
    assert.match(
      findWaiverFaults(said('impact'), offer)[0]?.sentence ?? '',
      /record it as in order and say so$/,
    );
});

test('that a check does not apply is said in words', () => {
  for (const evidence of ['x', 'n/a', '-----', 'none'])
    assert.deepEqual(
      findWaiverFaults(said('insurance', evidence), ofCarers('1')).map(({ question }) => question),
      ['evidence'],
      evidence,
    );
});

test('how many checks passed and how many were said not to apply is told apart', () => {
  const checks = new Map(
    ALL_CHECKS.flatMap((check, at) => {
      const result = at < 3 ? 'passed' : 'not-needed';
      const read = readCheck({ check, result, evidence: `Because of ${check}`, until: undefined });
      return read === undefined ? [] : [[read.id, read] as const];
    }),
  );
  assert.equal(checksTally(checks), '15 of 15 checks are recorded: 3 passed, 12 said not to apply.');
  assert.deepEqual(
    checksWaived(checks).map(({ id }) => id),
    ALL_CHECKS.slice(3),
  );
  assert.equal(checksTally(new Map()), '0 of 15 checks are recorded.');
});
