import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arbitraryEpisodes } from '../../../test/episodes.ts';
import { aChild, aLedger } from '../../../test/ledgers.ts';
import { addDays, day } from '../../calendar/day.ts';
import type { Ledger } from '../../child/record.ts';
import { prepare } from '../authority-on-day.ts';
import { findMeasure, MEASURES } from '../catalogue.ts';
import { type Bridge, bridge } from './bridge.ts';

interface Said {
  readonly ledger: Ledger;
  readonly on: string;
}

const bridgeOf = (id: string, before: Said, after: Said, firstKnown?: Said): Bridge | undefined => {
  const measure = findMeasure(id);
  assert.ok(measure !== undefined);
  const view = ({ ledger, on }: Said) => ({ ledger: prepare(ledger), asOf: day(on) });
  return bridge(measure, {
    before: view(before),
    after: view(after),
    firstKnown: firstKnown && view(firstKnown),
  });
};

const told = (found: Bridge | undefined): readonly string[] =>
  (found?.steps ?? []).map(
    ({ kind, numerator, denominator, children, value }) =>
      `${kind} ${numerator}/${denominator} ${children.join(' ')} -> ${value?.toFixed(1) ?? 'none'}`,
  );

test('a share is told from one day to another by who went, who came, and who counts otherwise', () => {
  const ledger = aLedger(
    aChild('A', '2023-01-01 S C2 U6 PR1'),
    aChild('B', '2023-01-01 S C2 U6 PR1 2024-02-01 E4A'),
    aChild('C', '2023-01-01 S C2 U6 PR1 2024-02-10 X1\n2024-02-10 P C2 K2 PR4'),
    aChild('D', '2024-02-20 S V2 U6 PR1'),
    aChild('E', '2023-01-01 S C2 K2 PR4'),
  );
  const found = bridgeOf('foster-share', { ledger, on: '2024-01-31' }, { ledger, on: '2024-03-31' });
  assert.deepEqual(told(found), [
    'first-known 0/0  -> 75.0',
    'left -1/-1 B -> 66.7',
    'joined 1/1 D -> 75.0',
    'changed -1/0 C -> 50.0',
  ]);
});

test('what was learned of the first day since is a step of its own, before anybody came or went', () => {
  const then = aLedger(aChild('A', '2023-01-01 S C2 U6 PR1'));
  const now = aLedger(
    aChild('A', '2023-01-01 S C2 U6 PR1'),
    aChild('B', '2023-12-01 S V2 U6 PR1'),
    aChild('C', '2024-02-01 S V2 U6 PR1'),
  );
  const found = bridgeOf(
    'cla-number',
    { ledger: now, on: '2024-01-31' },
    { ledger: now, on: '2024-03-31' },
    { ledger: then, on: '2024-01-31' },
  );
  assert.deepEqual(told(found), [
    'first-known 0/0  -> 1.0',
    'corrections 1/0  -> 2.0',
    'left 0/0  -> 2.0',
    'joined 1/0 C -> 3.0',
    'changed 0/0  -> 3.0',
  ]);
});

test('what happened is told over the time asked for', () => {
  const measure = findMeasure('cla-starts');
  assert.ok(measure !== undefined);
  const ledger = prepare(
    aLedger(aChild('A', '2023-05-01 S V2 U6 PR1'), aChild('B', '2023-08-01 S V2 U6 PR1')),
  );
  const [first, last] = [day('2023-06-30'), day('2023-09-30')];
  const steps = (window: 'quarter' | undefined) =>
    told(
      bridge(measure, { before: { ledger, asOf: first, window }, after: { ledger, asOf: last, window } }),
    ).slice(1, 3);
  assert.deepEqual(steps('quarter'), ['left -1/0 A -> 0.0', 'joined 1/0 B -> 1.0']);
  assert.deepEqual(steps(undefined), ['left 0/0  -> 1.0', 'joined 1/0 B -> 2.0']);
});

test('a rate has no such steps, because the population moves it too', () => {
  const said = { ledger: aLedger(), on: '2024-01-31' };
  assert.equal(bridgeOf('cla-rate-10k', said, said), undefined);
});

test('the last step is always the later figure, whatever was learned and whoever came and went', () => {
  const some = fc.array(arbitraryEpisodes(day('2020-01-31'), 5), { maxLength: 6 });
  const days = fc.nat(900).map((n) => addDays(day('2020-01-31'), n));
  const ledgerOf = (said: readonly Parameters<typeof aChild>[1][]): Ledger =>
    aLedger(...said.map((each, i) => aChild(`C${i}`, each, { born: '2015-01-01' })));
  fc.assert(
    fc.property(some, some, days, days, (then, now, firstOn, lastOn) => {
      for (const { id } of MEASURES) {
        const found = bridgeOf(
          id,
          { ledger: ledgerOf(now), on: firstOn },
          { ledger: ledgerOf(now), on: lastOn },
          { ledger: ledgerOf(then), on: firstOn },
        );
        if (found === undefined) continue;
        const last = found.steps.at(-1);
        // A share of people of none of whom anything is recorded has no value, whatever its counts say.
        if (found.after.noValue !== 'nothing-recorded')
          assert.equal(last?.value?.toFixed(6), found.after.value?.toFixed(6), id);
        const sum = found.steps.reduce((all, { numerator }) => all + numerator, 0);
        assert.equal(sum, found.after.numerator - (found.asFirstKnown?.numerator ?? 0), id);
      }
    }),
    { numRuns: 40 },
  );
});
