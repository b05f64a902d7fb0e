import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '../calendar/day.ts';
import { pencePerWeek } from '../money/weekly.ts';
import type { AgreementTerms, TermsRead } from './agreement.ts';
import { changeAgreement } from './agreement-changes.ts';
import { pricesOf } from './change-meaning.ts';
import { CORE_FEE, sameLineOfPrice } from './line-of-price.ts';
import type { PriceLine } from './payable.ts';
import { findPriceFaults } from './price-faults.ts';

const TODAY = day('2026-03-02');
const START = day('2026-03-01');
const WHY = { why: 'By telephone with the manager' };
const line = (name: string, starts: string, ends: string | null): PriceLine => ({
  name,
  kind: name === CORE_FEE ? 'core' : 'addition',
  weekly: pencePerWeek(50_00),
  starts: day(starts),
  ends: ends === null ? null : day(ends),
});
const termsWith = (...additions: readonly PriceLine[]): AgreementTerms => ({
  starts: START,
  expectedEnd: null,
  lines: [line(CORE_FEE, START, null), ...additions],
  absences: [],
  words: {},
});
const sentences = (read: TermsRead): readonly string[] =>
  read.kind === 'faulty' ? read.faults.map(({ sentence }) => sentence) : [];
const termsOf = (read: TermsRead): AgreementTerms =>
  read.kind === 'terms' ? read.terms : assert.fail(sentences(read).join(' '));

const TWICE = termsWith(line('Travel', '2026-03-01', null), line('travel', '2026-03-01', '2026-03-11'));
const nightsOf = (which: string, starts: string, ends?: string) => ({
  which,
  starts,
  ...(ends === undefined ? {} : { ends }),
  ...WHY,
});

test('of terms in which nights are paid twice no change pays more of them twice', () => {
  const longer = changeAgreement(TWICE, 'addition-nights', nightsOf('2', '2026-03-01', '2026-12-31'), TODAY);
  assert.deepEqual(sentences(longer), [
    '“Travel” is there twice on 11 March 2026: end one before the other begins, or give them different names.',
  ]);
  const elsewhere = nightsOf('2', '2026-04-01', '2026-04-10');
  assert.match(
    sentences(changeAgreement(TWICE, 'addition-nights', elsewhere, TODAY)).join(' '),
    /twice on 1 April 2026/,
  );
  const again = { what: 'TRAVEL', weekly: '1', starts: '2026-03-05', ends: '2026-03-06', ...WHY };
  assert.match(
    sentences(changeAgreement(TWICE, 'addition', again, TODAY)).join(' '),
    /twice on 5 March 2026/,
    'nor a third time',
  );
});

test('of terms in which nights are paid twice every change is made that pays none of them twice anew', () => {
  const award = { from: '2026-03-02', way: 'up', percent: '10', of: 'all', award: 'Award', ...WHY };
  const dearer = termsOf(changeAgreement(TWICE, 'price-change', award, TODAY));
  const shorter = termsOf(
    changeAgreement(TWICE, 'addition-nights', nightsOf('2', '2026-03-03', '2026-03-08'), TODAY),
  );
  assert.equal(shorter.lines.at(-1)?.ends, '2026-03-09');
  const later = termsWith(line('Travel', '2026-03-01', '2026-03-20'), line('travel', '2026-03-10', null));
  const moved = termsOf(changeAgreement(later, 'addition-nights', nightsOf('2', '2026-03-15'), TODAY));
  assert.equal(moved.lines.at(-1)?.starts, '2026-03-15', 'later on, and so for fewer of them');
  assert.deepEqual(Object.keys(pricesOf(dearer, ['addition'])), ['2', '4']);
  const ended = termsOf(
    changeAgreement(dearer, 'end-addition', { which: '4', last: '2026-03-04', ...WHY }, TODAY),
  );
  assert.deepEqual(
    ended.lines.filter(({ kind }) => kind === 'addition').map(({ name, ends }) => [name, ends]),
    [
      ['Travel', '2026-03-02'],
      ['Travel', null],
      ['travel', '2026-03-02'],
      ['travel', '2026-03-05'],
    ],
    'what each became stays its own',
  );
});

test('the same line of the price is told by its letters and digits, however it is written', () => {
  const same = [
    ['Waking night', 'waking-night'],
    ['2:1 staffing', '2 : 1 staffing'],
    ['2:1 staffing', '2\uff1a1 Staffing'],
    ['Travel', 'Travel.'],
    ['Travel', 'Tra\u200bvel'],
    ['Travel', '\ufeffTra\u00advel\u200d'],
    ['Café visits', 'Cafe\u0301 visits'],
    ['Night staff (waking)', 'Night staff, waking'],
    ['1-1 staffing', '1\u20131 staffing'],
    ['1-1 staffing', '1 \u2212 1 staffing'],
    ['2:1 staffing', '2\u22361 staffing'],
    ['2 x 1 staffing', '2 \u00d7 1 staffing'],
    ['\u00bd day', '1/2 day'],
    ['1\u00bd days', '1 1/2 days'],
    ['-1 staff', '\u22121 staff'],
    ['Tier-2 therapy', 'Tier 2 therapy'],
  ] as const;
  for (const [a, b] of same) assert.ok(sameLineOfPrice(a, b), `${a}, ${b}`);
  const other = [
    ['2:1 staffing', '21 staffing'],
    ['2:1 staffing', '1:2 staffing'],
    ['1.5 hours of therapy', '15 hours of therapy'],
    ['Travel on day 1 2 times', 'Travel on day 12 times'],
    ['Travel', 'Travel 2'],
    ['£', '+'],
    ['+1 staff', '-1 staff'],
    ['Staff+1', 'Staff -1'],
    ['1-1 staffing', '11 staffing'],
    ['1-1 staffing', '1+1 staffing'],
    ['1\u00bd days', '11/2 days'],
  ] as const;
  for (const [a, b] of other) assert.ok(!sameLineOfPrice(a, b), `${a}, ${b}`);
});

test('no addition is called as the core fee is', () => {
  const term = { starts: START, ends: null };
  for (const name of ['Core fee', 'core-fee ', 'CORE FEE.'])
    assert.deepEqual(
      findPriceFaults([line(CORE_FEE, START, null), { ...line('x', START, null), name }], term),
      [`“${name.trim()}” is how the core fee is called: give the addition a name of its own.`],
    );
  const typed = { what: 'Core Fee', weekly: '1', starts: '2026-03-05', ...WHY };
  assert.match(
    sentences(changeAgreement(termsWith(), 'addition', typed, TODAY)).join(' '),
    /is how the core fee is called/,
  );
  const named = termsWith({ ...line('x', START, null), name: 'Core fee' });
  const award = { from: '2026-03-02', way: 'up', percent: '10', of: 'all', award: 'Award', ...WHY };
  assert.equal(changeAgreement(named, 'price-change', award, TODAY).kind, 'terms', 'of old terms');
});
