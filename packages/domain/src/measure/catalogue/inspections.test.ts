import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../../../test/figures.ts';
import { aChild, aLedger, episodes } from '../../../test/ledgers.ts';
import { on, who, withRecords } from '../../../test/records.ts';
import type { Inspection } from '../records/inspections.ts';

const DAY = '2024-03-31';

const at = (id: string, urn: string | null) =>
  aChild(
    id,
    episodes('2023-01-10 S C2 K2 PR4').map((episode) => ({ ...episode, urn })),
  );
const ledger = aLedger(at('A', 'SC1'), at('B', 'SC1'), at('C', 'SC2'), at('D', 'SC3'), at('E', null));
const judged = (urn: string, day: string, outcome: Inspection['outcome']): Inspection => ({
  urn,
  on: on(day),
  outcome,
});
const inspections = [
  judged('SC1', '2022-05-01', 'good'),
  judged('SC1', '2024-02-01', 'inadequate'),
  judged('SC2', '2023-05-01', 'inadequate'),
  judged('SC2', DAY, 'good'),
  judged('SC3', '2024-04-01', 'inadequate'),
];

test('two children in a setting judged inadequate, from the day it was published until it is judged again', () => {
  const figure = (asOf: string) => read(withRecords('inadequate-provider', { inspections }, asOf, ledger));
  assert.equal(figure(DAY), 'A B');
  assert.equal(figure('2024-01-31'), 'C');
  assert.equal(figure('2024-04-01'), 'A B D');
});

test('both looked at by the panel is 100%; a meeting before the judgement or after the day is none', () => {
  const listing = (id: string, day: string) => ({ child: who(id), meetingOn: on(day), reasons: [] });
  const share = (...panelListings: readonly ReturnType<typeof listing>[]) =>
    withRecords('inadequate-provider-reviewed', { inspections, panelListings }, DAY, ledger).value;
  assert.equal(share(listing('A', '2024-02-01'), listing('B', '2024-03-20')), 100);
  assert.equal(share(listing('A', '2024-01-31'), listing('B', '2024-04-01')), 0);
});

test('good or better: a setting that nobody judged is in the whole and told apart', () => {
  const figure = withRecords('provider-good-or-better', { inspections }, DAY, ledger);
  assert.equal(read(figure), 'C of A B C D E');
  assert.deepEqual(figure.notRecorded, ['D', 'E']);
});
