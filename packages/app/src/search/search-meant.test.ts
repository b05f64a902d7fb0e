import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childId } from '@rightplace/domain';
import type { SearchLine } from './search-line.ts';
import { isSearchMeant } from './search-meant.ts';

const line = (id: number, name: string | undefined, number: string): Pick<SearchLine, 'id' | 'child'> => ({
  id,
  child: { id: childId(number), name } as SearchLine['child'],
});
const ADA = line(12, 'Ada Úna O’Brien', 'NM-1001');
const BEN = line(112, undefined, 'NM-1112');

const found = (typed: string): readonly number[] =>
  [ADA, BEN].filter((one) => isSearchMeant(one, typed)).map(({ id }) => id);

test('a search is found by its number as it is read anywhere, by the child’s name, and by the identifier however it is typed', () => {
  for (const typed of [
    'Request 12',
    'request 12',
    '#12',
    'Request #12',
    'Request 12.',
    'Request no 12',
    'Request No. 12',
    'request number 12',
    'search 12',
    'Search #12',
    ' ada una',
    'OBRIEN',
    'NM1001',
    'nm 1001',
    'NM-1001',
  ])
    assert.deepEqual(found(typed), [12], typed);
  assert.deepEqual(found('12'), [12, 112], 'and by a part of the identifier');
  assert.deepEqual(found('Request 112'), [112]);
  assert.deepEqual(found('NM'), [12, 112]);
  for (const typed of ['Request 1', 'search 1', '#1', 'Ben', 'NM1002'])
    assert.deepEqual(found(typed), [], typed);
});

test('what has no letter and no digit finds nothing', () => {
  for (const typed of ['-', '#', '…', ' - / ']) assert.deepEqual(found(typed), [], typed);
});
