import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childId } from '@rightplace/domain';
import { acceptReturns } from '../accept/accept-returns.ts';
import { readReturn } from './read-return.ts';

const file = (name: string, ...lines: readonly string[]) => ({
  name,
  bytes: new TextEncoder().encode(`${lines.join('\n')}\n`),
});
const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB';
const REVIEWS = 'CHILD,DOB,REVIEW,REVIEW_CODE';

test('identifiers that differ only in capitals are one child, and that is said', () => {
  const { notes } = readReturn([
    file('header.csv', HEADER, 'ab1,F,01/02/2014,WBRI,,,', 'cd2,F,01/02/2014,WBRI,,,'),
    file('reviews.csv', REVIEWS, 'ab1,01/02/2014,28/05/2025,PN1', 'AB1,01/02/2014,28/08/2025,PN1'),
  ]);
  assert.equal(notes.length, 1);
  assert.match(
    notes[0] ?? '',
    /1 identifier is written in capitals and in small letters in one file \(AB1\)/,
  );
});

test('two children so named are not merged in silence: the second Header is set aside, with its line', () => {
  const read = readReturn([
    file('header.csv', HEADER, 'ab1,F,01/02/2014,WBRI,,,', 'AB1,M,05/06/2009,MWBC,,,'),
  ]);
  assert.match(read.notes.join(' '), /read as one child each\. If they are two children/);
  const { children, rejected } = acceptReturns({ returns: [{ ...read, collectionYear: 2026 }] });
  assert.deepEqual([...children.keys()], [childId('AB1')]);
  assert.deepEqual(
    rejected.map(({ line, child }) => [line, child]),
    [[3, 'AB1']],
  );
});

test('the same small letters throughout, spaces and quotation marks are no second way', () => {
  const rows = [
    'ab1,01/02/2014,28/05/2025,PN1',
    ' ab1 ,01/02/2014,28/06/2025,PN1',
    '"ab1",01/02/2014,28/07/2025,PN1',
  ];
  const { notes } = readReturn([
    file('header.csv', HEADER, 'AB1,F,01/02/2014,WBRI,,,'),
    file('reviews.csv', REVIEWS, ...rows),
  ]);
  assert.deepEqual(notes, []);
});
