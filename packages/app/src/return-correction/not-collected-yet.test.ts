import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { childId } from '@rightplace/domain';
import { aReadinessWorld, aTidyChild, type ReadinessWorld, YEAR } from '../../test/readiness-world.ts';
import { viewChildReturn } from './view-child-return.ts';

let world: ReadinessWorld;
before(async () => {
  world = await aReadinessWorld();
});
after(() => world.close());

test('what the return does not collect yet is asked of no child, in the form as in the check', async () => {
  const analyst = await world.with('performance');
  const rulesInForm = async (): Promise<readonly string[]> => {
    const view = await viewChildReturn(world, analyst, { id: childId('NM81'), collectionYear: YEAR });
    assert.ok(view.kind === 'child-return');
    return view.findings.map(({ rule }) => rule);
  };
  await world.saveChildren([aTidyChild('NM81')], '2026-11-20T08:00:00Z');
  assert.ok((await rulesInForm()).includes('191'), 'nobody knows yet what the return has');
  await world.check();
  assert.ok((await world.lastCheck())?.skipped.some(({ rule }) => rule === '191'));
  assert.ok(!(await rulesInForm()).includes('191'));

  const health = { DOB: '03/05/2014', TEETH_CHECK: '1', HEALTH_ASSESSMENT: '1' };
  const other = aTidyChild('NM82');
  const oc2 = { kind: 'oc2' as const, key: '2027-03-31', fields: health };
  await world.saveChildren([{ ...other, facts: [...other.facts, oc2] }], '2026-11-20T09:00:00Z');
  await world.check();
  assert.ok((await rulesInForm()).includes('191'), 'now that some are collected, this child’s are missing');
  assert.ok((await world.rulesOf('NM81')).includes('191'));
});
