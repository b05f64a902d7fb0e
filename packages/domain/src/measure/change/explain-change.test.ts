import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryEpisodes } from '../../../test/episodes.ts';
import { aChild, aLedger } from '../../../test/ledgers.ts';
import { addDays, day } from '../../calendar/day.ts';
import type { Ledger } from '../../child/record.ts';
import { prepare } from '../authority-on-day.ts';
import { findMeasure, MEASURES } from '../catalogue.ts';
import type { Figure } from '../figure.ts';
import { explainChange, type FigureChange } from './explain-change.ts';
import { standingInWords } from './standing.ts';

const changeIn = (
  id: string,
  before: Ledger,
  beforeOn: string,
  after: Ledger,
  afterOn: string,
): FigureChange => {
  const measure = findMeasure(id);
  assert.ok(measure !== undefined);
  return explainChange(
    measure,
    { ledger: prepare(before), asOf: day(beforeOn) },
    { ledger: prepare(after), asOf: day(afterOn) },
  );
};

const told = ({ children }: FigureChange): readonly string[] =>
  children.map(
    ({ id, before, after, why }) =>
      `${id}: ${standingInWords(before)} → ${standingInWords(after)}. ${why.join(' ') || 'Time passed.'}`,
  );

test('a correction is explained child by child: who joined, who left, and what the record now says', () => {
  const yesterday = aLedger(
    aChild('A', '2023-01-01 S C2 U6 PR1'),
    aChild('B', '2023-01-01 S C2 U6 PR1'),
    aChild('C', '2023-01-01 S C2 K2 PR4'),
    aChild('E', '2023-01-01 S C2 U6 PR1'),
  );
  const today = aLedger(
    aChild('A', '2023-01-01 S C2 U6 PR1 2024-01-05 E4A'),
    aChild('B', '2023-01-01 S C2 K2 PR4'),
    aChild('C', '2023-01-01 S C2 K2 PR4'),
    aChild('D', '2024-02-01 S V2 U6 PR1'),
    aChild('E', '2023-01-01 S V4 U6 PR1'),
  );
  const change = changeIn('foster-share', yesterday, '2024-03-31', today, '2024-03-31');
  assert.deepEqual(change.numerator, { joined: ['D'], left: ['A', 'B', 'E'] });
  assert.deepEqual(change.denominator, { joined: ['D'], left: ['A', 'E'] });
  assert.deepEqual(told(change), [
    'A: Counted → Not looked after that day. Care ended on 5 January 2024: Went home to parents or relatives, as planned.',
    'B: Counted → Not counted. Placement from 1 January 2023 is now Children’s home (was Foster care, another carer, not long term). Provider from 1 January 2023 is now Private (was This authority).',
    'D: Not in the record → Counted. The child was not in the record before.',
    'E: Counted → Looked after only in a series of short breaks. Legal status from 1 January 2023 is now Short breaks, the agreement recorded (was Full care order).',
  ]);
});

test('between two days the same record tells who came, who moved and who turned 16', () => {
  const ledger = aLedger(
    aChild('A', '2020-01-01 S C2 U6 PR1', { born: '2008-03-01' }),
    aChild('B', '2024-02-01 S V2 U6 PR1', { born: '2015-01-01' }),
    aChild('C', '2020-01-01 S C2 U6 PR1 2024-02-10 X1\n2024-02-10 P C2 K2 PR4', { born: '2015-01-01' }),
  );
  assert.deepEqual(told(changeIn('stability-2yr', ledger, '2024-01-31', ledger, '2024-03-31')), [
    'A: Counted → Aged 16 or over. Time passed.',
    'B: Not looked after that day → Looked after without a break for less than two and a half years. Started to be looked after on 1 February 2024: Foster care, another carer, not long term; Accommodated under section 20.',
    'C: Counted → Not counted. Moved to another placement and carer on 10 February 2024: Children’s home; Full care order.',
  ]);
});

test('a second start of one child is one more event, and says so', () => {
  const once = aLedger(aChild('A', '2023-05-01 S V2 U6 PR1 2023-06-01 E4A'));
  const twice = aLedger(aChild('A', '2023-05-01 S V2 U6 PR1 2023-06-01 E4A\n2023-09-01 S V2 U6 PR1'));
  const change = changeIn('cla-starts', once, '2024-03-31', twice, '2024-03-31');
  assert.deepEqual(change.numerator, { joined: ['A'], left: [] });
});

test('who joined less who left is always the difference between the two figures', () => {
  const some = fc.array(arbitraryEpisodes(day('2020-01-31'), 5), { maxLength: 6 });
  const days = fc.nat(900).map((n) => addDays(day('2020-01-31'), n));
  const ledgerOf = (said: readonly Parameters<typeof aChild>[1][]): Ledger =>
    aLedger(...said.map((each, i) => aChild(`C${i}`, each, { born: '2015-01-01' })));
  fc.assert(
    fc.property(some, some, days, days, (before, after, beforeOn, afterOn) => {
      for (const { id, unit } of MEASURES) {
        const change = changeIn(id, ledgerOf(before), beforeOn, ledgerOf(after), afterOn);
        const by = ({ joined, left }: FigureChange['numerator']): number => joined.length - left.length;
        // Of a sum of amounts the numerator is no number of children.
        const entries = ({ children, numerator }: Figure): number =>
          children.amounts === undefined ? numerator : children.numerator.length;
        assert.equal(entries(change.after) - entries(change.before), by(change.numerator), id);
        if (unit !== 'percent' || change.after.denominator === null) continue;
        const total = (change.after.denominator ?? 0) - (change.before.denominator ?? 0);
        assert.equal(total, by(change.denominator), id);
      }
    }),
    { numRuns: 60 },
  );
});
