import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TABLES } from '../tables/tables.ts';
import { whoCanFix } from './who-can-fix.ts';

test('whoever keeps a column can put it right', () => {
  assert.equal(whoCanFix({ needs: ['Episodes'], fields: ['URN', 'DECOM'] }), 'placements-officer');
  assert.equal(whoCanFix({ needs: ['Header'], fields: ['UPN'] }), 'virtual-school');
  assert.equal(whoCanFix({ needs: ['SWEpisodes'], fields: ['CHILD', 'SW_DEC'] }), 'team-manager');
});

test('a difference from last year, and a child who is in one file only, are for the performance team', () => {
  assert.equal(whoCanFix({ needs: ['Episodes', 'Episodes_last'], fields: ['PLACE'] }), 'performance');
  assert.equal(whoCanFix({ needs: ['Header', 'OC2'], fields: ['CHILD'] }), 'performance');
});

test('every column of the return but CHILD has somebody who keeps it', () => {
  for (const { columns, derived = [] } of TABLES)
    for (const { name } of [...columns, ...derived])
      if (name !== 'CHILD') assert.notEqual(whoCanFix({ needs: [], fields: [name] }), 'performance', name);
});
