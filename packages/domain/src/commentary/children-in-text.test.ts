import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childId } from '../child/record.ts';
import { childrenInText } from './children-in-text.ts';

const CHILDREN = [
  {
    id: childId('NM/17-3'),
    details: { givenName: 'Zoë', familyName: 'O’Quill Marsh', upn: 'A123456789012' },
  },
  { id: childId('912'), details: { givenName: 'May', upn: 'UN3' } },
  { id: childId('NM4'), details: {} },
];
const found = (text: string) => childrenInText(text, CHILDREN).map(({ id }) => String(id));

const NAMING: readonly [text: string, ids: readonly string[]][] = [
  ['Zoë O’Quill Marsh came home.', ['NM/17-3']],
  ['ZOE OQUILL-MARSH came home', ['NM/17-3']],
  ["O'Quill Marsh, Zoe", ['NM/17-3']],
  ['Because of nm 17 3.', ['NM/17-3']],
  ['pupil a123456789012', ['NM/17-3']],
  ['NM4 and 912 moved', ['912', 'NM4']],
];
for (const [text, ids] of NAMING)
  test(`a child is found in: ${text}`, () => assert.deepEqual(found(text), ids));

for (const text of [
  '',
  'Fewer moves in May',
  'UN3 is left out',
  'NM44 and 9120',
  'Zoë moved to the marsh',
  '…',
])
  test(`no child is found in: ${text || 'nothing'}`, () => assert.deepEqual(found(text), []));

test('the words that name a child are told, so that whoever wrote them can find them', () => {
  assert.deepEqual(childrenInText('For Marsh: NM4!', CHILDREN), [{ id: 'NM4', words: 'nm4' }]);
});
