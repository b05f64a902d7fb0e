import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../calendar/day.ts';
import { moment } from '../calendar/moment.ts';
import { pencePerWeek } from '../money/weekly.ts';
import type { Offer } from './offer.ts';
import { additionKeys, coreAsked } from './price-asked.ts';

const offered = { core: pencePerWeek(480_000), figures: [] } satisfies Partial<Offer>;
const figure = (weekly: number, by: 'us' | 'provider') => ({
  by,
  weekly: pencePerWeek(weekly),
  where: 'By e-mail',
  words: '',
  at: moment('2026-11-20T10:00:00Z'),
  writtenBy: { person: '1', part: { role: 'placements-officer' } } as const,
});

test('where the price that was agreed is asked stands what was offered, and the last figure of either', () => {
  assert.equal(
    coreAsked(offered),
    'Offered for £4,800 a week. No other figure is written down. Enter 0 if nothing is paid.',
  );
  const figures = [figure(450_000, 'us'), figure(465_050, 'provider')];
  assert.equal(
    coreAsked({ ...offered, figures }),
    'Offered for £4,800 a week. The last figure written down is £4,650.50 a week, from the provider. Enter 0 if nothing is paid.',
  );
  assert.match(coreAsked({ ...offered, figures: figures.slice(0, 1) }), /£4,500 a week, from us\./);
});

test('each addition of an offer is called by its place, its price and its nights, so that two alike are two', () => {
  const staffing = {
    what: '2:1 staffing',
    weekly: pencePerWeek(280_000),
    starts: day('2026-12-01'),
    ends: day('2026-12-30'),
    why: 'The first month',
  };
  const lasting = { ...staffing, what: 'Transport', weekly: pencePerWeek(4_250), ends: undefined };
  assert.deepEqual(additionKeys({ additions: [staffing, staffing, lasting] }), [
    'Addition 1: 2:1 staffing, £2,800 a week, 1 December 2026 to 30 December 2026',
    'Addition 2: 2:1 staffing, £2,800 a week, 1 December 2026 to 30 December 2026',
    'Addition 3: Transport, £42.50 a week, from 1 December 2026',
  ]);
});
