import assert from 'node:assert/strict';
import { test } from 'node:test';
import { milesBetween } from './distance.ts';

test('a degree of latitude is about 69 miles, and of longitude at 52 degrees north about 42 and a half', () => {
  assert.equal(milesBetween({ lat: 52, lon: -2 }, { lat: 53, lon: -2 }).toFixed(1), '69.1');
  assert.equal(milesBetween({ lat: 52, lon: -2 }, { lat: 52, lon: -1 }).toFixed(1), '42.5');
});

test('a place is no distance from itself, and as far one way as the other', () => {
  const [here, there] = [
    { lat: 52.19, lon: -2.22 },
    { lat: 50.84, lon: -0.78 },
  ];
  assert.equal(milesBetween(here, here), 0);
  assert.equal(milesBetween(here, there), milesBetween(there, here));
});
