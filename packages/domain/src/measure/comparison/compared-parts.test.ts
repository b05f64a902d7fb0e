import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../../calendar/day.ts';
import { comparedParts, seriesOfPart, seriesOfParts } from './compared-parts.ts';
import { ENGLAND } from './published-figure.ts';

/** England looked after 200 on 31 March 2025, 50 of them aged 5 to 9, and 20 a year before. */
const HELD: Readonly<Record<string, number>> = {
  [`cla-number 2025 ${ENGLAND}`]: 200,
  [`cla-number/age/5-9 2025 ${ENGLAND}`]: 50,
  [`cla-number 2025 N1`]: 100,
  [`cla-number/age/5-9 2025 N1`]: 10,
  [`cla-number 2025 N2`]: 100,
  [`cla-number/age/5-9 2025 N2`]: 30,
};
const asked = {
  measure: { id: 'cla-number', unit: 'children' },
  asOf: day('2026-11-23'),
  places: {
    own: 'E10000901',
    region: undefined,
    neighbours: { areas: ['N1', 'N2'].map((code) => ({ code, name: code })), source: 'Chosen by us.' },
  },
  published: {
    find: (series: string, area: string, year: number) => {
      const value = HELD[`${series} ${year} ${area}`];
      return value === undefined ? undefined : { value, release: 'Release of 2025' };
    },
    years: () => [2025],
  },
};

test('a part has the share that it has in England and, on average, at the neighbours', () => {
  const [part] = comparedParts(asked, 'age', ['5-9']);
  const value = (id: string) => {
    const found = part?.comparators.find((each) => each.id === id);
    return found?.kind === 'value' ? [found.value, found.unit, found.asAt] : found?.reason;
  };
  assert.deepEqual(value('england'), [25, 'percent', '2025-03-31']);
  assert.deepEqual(value('neighbours'), [20, 'percent', '2025-03-31']);
  assert.match(String(value('region')), /in no region/);
});

test('what is published with another meaning or not at all is blank, and says so', () => {
  for (const [by, key] of [
    ['age', 'unknown'],
    ['sex', 'F'],
    ['placement-group', 'foster-other'],
    ['need', 'N1'],
  ] as const) {
    const [part] = comparedParts(asked, by, [key]);
    for (const each of part?.comparators ?? []) assert.equal(each.kind, 'blank', `${by} ${key}`);
    assert.match(
      String(part?.comparators.map((each) => (each.kind === 'blank' ? each.reason : '')).join(' ')),
      /No published figure counts this/,
    );
  }
});

test('parts are looked up only under names that mean the same', () => {
  assert.equal(seriesOfPart('cla-number', 'placement-group', 'parents'), 'cla-number/placement/parents');
  assert.equal(seriesOfPart('cla-number', 'placement-group', 'childrens-home'), undefined);
  assert.equal(seriesOfPart('cla-number', 'uasc', 'uasc'), 'uasc-number');
  assert.equal(seriesOfPart('cla-number', 'uasc', 'other'), undefined);
  assert.deepEqual(seriesOfParts('cla-number', 'sex', ['F', 'M']), []);
  assert.deepEqual(seriesOfParts('cla-number', 'age', ['0', 'unknown']), ['cla-number', 'cla-number/age/0']);
});
