import assert from 'node:assert/strict';
import { test } from 'node:test';
import { path } from './path.ts';

test('a link is written from its pattern', () => {
  assert.equal(path('/children')(), '/children');
  assert.equal(path('/children/:childId/journey')({ childId: '42' }), '/children/42/journey');
  assert.equal(path('/a/:one/:two')({ one: '1', two: '2' }, { page: 3 }), '/a/1/2?page=3');
});

test('what is put into a link cannot change where it leads', () => {
  const child = path('/children/:childId');
  assert.equal(child({ childId: '../people?x=1#y' }), '/children/..%2Fpeople%3Fx%3D1%23y');
  for (const childId of ['', '.', '..']) assert.throws(() => child({ childId }), RangeError);
});

test('a blank value is left out of the query and a list is repeated', () => {
  const children = path('/children');
  assert.equal(
    children({ q: '', page: undefined, status: ['C1', 'C2'], as: null }),
    '/children?status=C1&status=C2',
  );
  assert.equal(children({ q: 'a&b=c' }), '/children?q=a%26b%3Dc');
});
