import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileKindOf } from './file-kind.ts';

const kind = (name: string, text: string) => fileKindOf(name, new TextEncoder().encode(text));

test('files are told apart by what is in them, whatever they are called', () => {
  assert.equal(kind('list.xlsx', 'PK\u0003\u0004 …'), 'workbook');
  assert.equal(kind('list.zip', 'PK\u0003\u0004 [Content_Types].xml'), 'workbook');
  assert.equal(
    kind('returns.zip', 'PK\u0003\u0004 header.csv'),
    'return',
    'the reader of returns says what a zip is',
  );
  assert.equal(kind('anything.csv', '"pcd","pcd2","pcds","oseast1m"\r\n'), 'postcodes');
  assert.equal(kind('anything.csv', 'URN,PLACE_CODES,PROVIDER_CODES\n'), 'providers-csv');
  assert.equal(kind('anything.csv', 'CHILD,DECOM,PLACE,URN,PL_POST\n'), 'return');
  assert.equal(kind('anything.xml', '<Message>'), 'return');
  assert.equal(kind('anything', ''), 'return');
});
