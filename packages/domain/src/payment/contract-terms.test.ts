import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../calendar/day.ts';
import { moment } from '../calendar/moment.ts';
import {
  type ContractTerms,
  contractOf,
  givenByContract,
  SPOT,
  termsInForce,
  termsOf,
} from './contract-terms.ts';

const told = (id: number, starts: string, notice: string, framework = 'Fenland Homes'): ContractTerms => ({
  id,
  placements: 'residential',
  framework,
  starts: day(starts),
  said: { covers: 'Everything but travel abroad.', notice },
  at: moment('2026-11-01T09:00:00Z'),
  by: 1,
});
const OF = { placements: 'residential', framework: 'Fenland Homes' } as const;

test('terms hold from their first day until others do, and of the same day what was told last', () => {
  const all = [
    told(1, '2026-04-01', '28 days'),
    told(2, '2027-04-01', '42 days'),
    told(3, '2026-04-01', '30 days'),
    told(4, '2026-05-01', '7 days', SPOT),
  ];
  const noticeOn = (on: string) => termsInForce(all, OF, day(on))?.said['notice'];
  assert.deepEqual(['2026-03-31', '2026-04-01', '2027-03-31', '2027-04-01'].map(noticeOn), [
    undefined,
    '30 days',
    '30 days',
    '42 days',
  ]);
  assert.deepEqual(
    termsOf(all, OF).map(({ id }) => id),
    [2, 3, 1],
  );
  assert.equal(termsInForce(all, { ...OF, placements: 'fostering' }, day('2027-04-01')), undefined);
  assert.equal(termsInForce(all, { ...OF, framework: 'FENLAND homes' }, day('2026-06-01'))?.id, 3);
});

test('a home is bought under the one framework for its kind that its provider is on that day, or spot, as the offer prices it', () => {
  const on = (name: string, kind: 'residential' | 'fostering', starts: string, ends: string | null) => ({
    name,
    kind,
    starts: day(starts),
    ends: ends === null ? null : day(ends),
  });
  const provider = {
    frameworks: [
      on('Fenland Homes', 'residential', '2026-01-01', '2027-01-01'),
      on('Fenland Families', 'fostering', '2026-01-01', null),
      on('Wash Homes', 'residential', '2026-12-01', null),
    ],
  };
  const under = (basis: string, placements: 'residential' | 'fostering' | undefined, day_: string) =>
    contractOf({ basis, placements }, provider, day(day_))?.framework;
  assert.equal(under('framework', 'residential', '2026-06-01'), 'Fenland Homes');
  assert.equal(under('framework', 'fostering', '2026-06-01'), 'Fenland Families');
  assert.equal(
    under('framework', 'residential', '2026-12-15'),
    undefined,
    'it is on two, and nobody said which',
  );
  assert.equal(under('framework', 'residential', '2025-12-31'), undefined);
  assert.equal(under('spot', 'residential', '2026-06-01'), SPOT);
  assert.equal(under('in-house', 'residential', '2026-06-01'), undefined);
  assert.equal(under('spot', undefined, '2026-06-01'), undefined);
  assert.equal(
    contractOf({ basis: 'framework', placements: 'residential' }, undefined, day('2026-06-01')),
    undefined,
    'nobody knows what one who is not in the register is on',
  );
});

test('an agreement begins with the terms in its own questions, and with what else binds in one text', () => {
  const terms = told(1, '2026-04-01', '28 days, in writing');
  const said = { ...terms.said, away: 'All of it for 14 nights.', fees: 'Each April.', other: '' };
  assert.deepEqual(givenByContract(OF, { ...terms, said }), {
    'bought-under': 'Fenland Homes',
    covers: 'Everything but travel abroad.',
    notice: '28 days, in writing',
    'contract-terms': 'While the child is away: All of it for 14 nights.\n\nFees: Each April.',
  });
  assert.equal(givenByContract({ ...OF, framework: SPOT }, undefined)['bought-under'], 'Spot purchase');
  assert.equal(givenByContract(undefined, undefined)['bought-under'], '');
});
