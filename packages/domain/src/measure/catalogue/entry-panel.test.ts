import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figureOf, read } from '../../../test/figures.ts';
import { aChild, aLedger } from '../../../test/ledgers.ts';
import { on, weekly, who, withRecords } from '../../../test/records.ts';
import { authorityOnDay, prepare } from '../authority-on-day.ts';
import { breakDown } from '../breakdown.ts';
import type { PanelHearingTold, PanelOutcome, PanelSupport } from '../records/panel.ts';
import { entryPanelDiverted } from './entry-panel.ts';

const DAY = '2024-03-31';

const heard = (child: string, day: string, outcome: PanelOutcome = 'care-agreed'): PanelHearingTold => ({
  child: who(child),
  panel: 'entry-to-care-panel',
  on: on(day),
  outcome,
});
const asked = (child: string, day: string, outcome: PanelOutcome): PanelHearingTold => ({
  ...heard(child, day, outcome),
  panel: 'access-to-resources-panel',
});

/**
 * A: heard in the week before. B: heard that very day. C: in an emergency, heard nine days after. D: heard too long before.
 * E: the panel only asked for more. F: short breaks. G: before there was a panel.
 */
const LEDGER = aLedger(
  aChild('A', '2024-01-10 S V2 U6'),
  aChild('B', '2024-01-11 S V2 U6'),
  aChild('C', '2024-01-12 S L1 U6'),
  aChild('D', '2024-02-02 S V2 U6'),
  aChild('E', '2024-02-03 S C1 U6'),
  aChild('F', '2024-02-04 S V4 U6'),
  aChild('G', '2023-05-01 S C2 U6'),
);
const panelHearings = [
  heard('D', '2023-08-01'),
  heard('A', '2024-01-05'),
  heard('B', '2024-01-11'),
  heard('C', '2024-01-21'),
  heard('E', '2024-02-01', 'more-information'),
];

test('heard first: on the day or in the six months before, and not before there was a panel', () => {
  const figure = withRecords('entry-panel-heard-first', { panelHearings }, DAY, LEDGER);
  assert.equal(read(figure), 'A B of A B C D E');
  assert.deepEqual(
    figure.excluded.map(({ id, reason }) => [id, reason]),
    [['F', 'short-breaks']],
  );
});

test('a hearing six months before to the day is not too long before, and of a day later it is', () => {
  const of = (day: string) =>
    read(
      withRecords(
        'entry-panel-heard-first',
        { panelHearings: [heard('A', day)] },
        DAY,
        aLedger(aChild('A', '2024-02-15 S V2 U6')),
      ),
    );
  assert.deepEqual([of('2023-08-15'), of('2023-08-14')], ['A of A', ' of A']);
});

test('days in care before the panel heard: of 9 and 20 the middle is 14.5, once for each start', () => {
  const ledger = aLedger(
    aChild('A', '2024-01-10 S V2 U6'),
    aChild('C', '2024-01-12 S L1 U6'),
    aChild('H', '2024-02-01 S L2 U6'),
    aChild('L', '2024-01-02 S L2 U6 DEC 2024-01-06 E4A'),
  );
  const all = [
    heard('A', '2024-01-05'),
    heard('A', '2024-02-05'),
    heard('C', '2024-01-21'),
    heard('C', '2024-03-21'),
    heard('H', '2024-02-21'),
    heard('L', '2024-02-21'),
  ];
  const figure = withRecords('entry-panel-days-to-be-heard', { panelHearings: all }, DAY, ledger);
  assert.deepEqual([figure.value, figure.children.numerator], [14.5, ['C', 'H']]);
});

test('support instead of care: one view of three, and a request for more is none', () => {
  const views = [
    heard('A', '2024-01-05'),
    heard('B', '2024-01-05', 'diverted'),
    heard('C', '2024-01-05', 'legal-gateway'),
    heard('D', '2024-01-05', 'more-information'),
    heard('E', '2024-04-05', 'diverted'),
    asked('F', '2024-01-05', 'support-agreed'),
  ];
  const figure = withRecords('entry-panel-diverted', { panelHearings: views }, DAY);
  assert.equal(read(figure), 'B of A B C');
  const rows = breakDown(entryPanelDiverted, 'panel-outcome', authorityOnDay(prepare(aLedger()), on(DAY)), {
    records: { panelHearings: views },
  });
  assert.deepEqual(
    rows.map(({ key, denominator }) => [key, denominator]),
    [
      ['care-agreed', 1],
      ['diverted', 1],
      ['legal-gateway', 1],
    ],
  );
});

test('the other panel: support was agreed at two hearings of four', () => {
  const hearings = [
    asked('A', '2024-01-05', 'support-agreed'),
    asked('B', '2024-01-05', 'support-agreed'),
    asked('C', '2024-01-05', 'move-agreed'),
    asked('D', '2024-01-05', 'refused'),
    heard('E', '2024-01-05'),
  ];
  assert.equal(withRecords('resources-panel-support-agreed', { panelHearings: hearings }, DAY).value, 50);
});

test('what support costs: £140 and £60 a week that run, and neither what is over nor what is yet to begin', () => {
  const support = (child: string, starts: string, ends: string | null, pounds: number): PanelSupport => ({
    child: who(child),
    panel: 'access-to-resources-panel',
    agreedOn: on('2024-01-05'),
    starts: on(starts),
    ends: ends === null ? null : on(ends),
    weekly: weekly(pounds),
  });
  const panelSupport = [
    support('A', '2024-01-08', null, 140),
    support('A', '2024-01-08', '2024-04-01', 60),
    support('B', '2024-01-08', '2024-03-31', 1000),
    support('C', '2024-04-01', null, 1000),
  ];
  assert.equal(withRecords('panel-support-cost', { panelSupport }, DAY).value, 20_000);
});

test('came into care by agreement: two starts of three, short breaks aside', () => {
  const ledger = aLedger(
    aChild('A', '2024-01-10 S V2 U6'),
    aChild('B', '2024-01-11 S V2 U6'),
    aChild('C', '2024-01-12 S L1 U6'),
    aChild('D', '2024-01-12 S V4 U6'),
  );
  assert.equal(read(figureOf('s20-starts', ledger, DAY)), 'A B of A B C');
});

/** A: agreed before. B: agreed, and taken back. C: agreed the day after. D: agreed in an earlier time in care. */
test('went home by a plan: of four who went home one did, and one who was adopted is not among them', () => {
  const ledger = aLedger(
    aChild('A', '2023-06-01 S C2 U6 DEC 2024-02-01 E4A'),
    aChild('B', '2023-06-01 S C2 U6 DEC 2024-02-01 E4B'),
    aChild('C', '2023-06-01 S C2 U6 DEC 2024-02-01 E13'),
    aChild('D', '2023-10-01 S C2 U6 DEC 2024-02-01 E4A'),
    aChild('E', '2023-06-01 S C2 U6 DEC 2024-02-01 E11'),
  );
  const plan = (child: string, agreedOn: string, takenBackOn: string | null = null) => ({
    child: who(child),
    agreedOn: on(agreedOn),
    takenBackOn: takenBackOn === null ? null : on(takenBackOn),
  });
  const returnHomePlans = [
    plan('A', '2024-01-20', '2024-02-02'),
    plan('B', '2024-01-20', '2024-01-30'),
    plan('C', '2024-02-02'),
    plan('D', '2023-09-01'),
  ];
  const figure = withRecords('returned-home-planned', { returnHomePlans }, DAY, ledger);
  assert.equal(read(figure), 'A of A B C D');
});
