import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localPathOr } from './local-path.ts';

test('a path on this site is followed, with its query', () => {
  for (const path of ['/', '/children', '/children?page=2&sort=name', '/measures/cla-number#children'])
    assert.equal(localPathOr('/home', path), path);
});

const leadingAway = [
  undefined,
  null,
  '',
  'children',
  'https://elsewhere.example/',
  '//elsewhere.example',
  '///elsewhere.example',
  '/\\elsewhere.example',
  '/\\/elsewhere.example',
  '/\t/elsewhere.example',
  '\\\\elsewhere.example',
  'javascript:alert(1)',
  '/.//elsewhere.example',
  '/..//elsewhere.example',
  '/a/..//elsewhere.example',
  '/ok\r\nSet-Cookie: a=b',
  '/ok%0d%0a\r\n',
  '/\u0000',
  '/é',
  ` /children`,
  `/${'a'.repeat(3000)}`,
];

for (const wanted of leadingAway) {
  test(`an address that may lead away is not followed: ${JSON.stringify(wanted)?.slice(0, 50)}`, () => {
    assert.equal(localPathOr('/home', wanted), '/home');
  });
}
