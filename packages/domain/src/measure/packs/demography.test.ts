import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aChild, aLedger } from '../../../test/ledgers.ts';
import {
  countsPrintedAs,
  readingsOf,
  UNCLEAR,
  WEST_SUSSEX_TABLE,
  WEST_SUSSEX_YEARS,
} from '../../../test/west-sussex-table.ts';
import { disclosureProfile } from '../../disclosure/profile.ts';
import { authorityOnDay, prepare } from '../authority-on-day.ts';
import { breakDown } from '../breakdown.ts';
import { evaluateOn } from '../evaluate.ts';
import { demographyPack, demographySeries, type PackAsked } from './demography.ts';
import { type PackFigures, valueOfCell } from './pack.ts';
import { packAs, type ShownTable, tableAs, tellRounded, tellTrue } from './shown-pack.ts';

const nothing: Omit<PackAsked, 'figures'> = {
  years: WEST_SUSSEX_YEARS,
  find: () => undefined,
  whyBlank: () => undefined,
};

/** Starts by need as given, and nothing of anything else. */
const startsByNeed = (count: (need: string, year: number) => number): PackFigures => ({
  figure: ({ id }, asOf) => ({
    numerator:
      id === 'cla-started'
        ? Object.keys(WEST_SUSSEX_TABLE).reduce((sum, need) => sum + count(need, Number(asOf.slice(0, 4))), 0)
        : 0,
  }),
  rows: ({ id }, by, asOf) =>
    id === 'cla-started' && by === 'need'
      ? Object.keys(WEST_SUSSEX_TABLE).map((key) => ({
          key,
          numerator: count(key, Number(asOf.slice(0, 4))),
        }))
      : [],
});

const needTable = (count: (need: string, year: number) => number): ShownTable => {
  const pack = demographyPack({ ...nothing, figures: startsByNeed(count) });
  const table = pack.tables.find(({ id }) => id === 'table-1-1');
  assert.ok(table !== undefined);
  return tableAs(table, pack.years, tellRounded(disclosureProfile('dfe-2012-2018')));
};

const printed = (need: string, year: number): string =>
  WEST_SUSSEX_TABLE[need]?.[WEST_SUSSEX_YEARS.findIndex((each) => each === year)] ?? '';

test('the strategy’s own numbers give the strategy’s own table, whichever true counts they stand for', () => {
  for (const which of [0, 1, 2, 3, 4]) {
    const table = needTable((need, year) => {
      const counts = readingsOf(printed(need, year)).flatMap(countsPrintedAs);
      return counts[which % counts.length] ?? 0;
    });
    const lines = table.lines.filter(({ isWhole }) => !isWhole);
    assert.deepEqual(
      lines.map(({ key }) => key),
      Object.keys(WEST_SUSSEX_TABLE),
      'its lines, in its order',
    );
    for (const { key, cells } of lines)
      for (const [i, { text }] of cells.entries())
        assert.ok(readingsOf(WEST_SUSSEX_TABLE[key]?.[i] ?? '').includes(text), `${key}, ${i}: ${text}`);
  }
});

test('where the strategy disagrees with itself neither number is taken for right', () => {
  assert.equal(printed('N6', 2015), `15 or 10, ${UNCLEAR}`);
  assert.deepEqual(readingsOf(printed('N6', 2015)), ['15', '10']);
  assert.deepEqual(readingsOf(printed('N6', 2012)), ['<5', '<0']);
  const unclear = Object.values(WEST_SUSSEX_TABLE)
    .flat()
    .filter((cell) => cell.endsWith(UNCLEAR));
  assert.equal(unclear.length, 2);
});

test('rounded cells are not made to add up to their total', () => {
  const table = needTable((need, year) => Number(printed(need, year)) || 3);
  const line = table.lines.find(({ isWhole }) => isWhole);
  assert.equal(line?.cells[1]?.text, '350', '345 in the cells; 348 as counted');
});

const LEDGER = aLedger(
  aChild('A', '2023-05-01 S V2 U6 PR1 - - CIN=N1'),
  aChild('B', '2024-05-01 S C2 U6 PR1 2025-01-31 E11 CIN=N1'),
  aChild('C', '2024-06-01 S V2 U6 PR1 - - CIN=N8'),
  aChild('D', '2024-06-01 S V3 K2 PR1 - - CIN=N2'),
);

const ofLedger: PackFigures = {
  figure: (measure, asOf) => evaluateOn(measure, authorityOnDay(prepare(LEDGER), asOf), {}),
  rows: (measure, by, asOf) => breakDown(measure, by, authorityOnDay(prepare(LEDGER), asOf), {}),
};

const shown = (more: Partial<PackAsked> = {}) =>
  packAs(
    demographyPack({ ...nothing, years: [2024, 2025], figures: ofLedger, ...more }),
    'Northmarsh',
    tellTrue,
  );

const texts = (table: ShownTable | undefined, key: string, area = 'own'): readonly string[] =>
  table?.lines.find((line) => line.key === key && line.area === area)?.cells.map(({ text }) => text) ?? [];

test('every figure of the strategy is there, from the record', () => {
  const { tables } = shown();
  assert.deepEqual(
    tables.map(({ number }) => number),
    [1, 2, 3, 4, 5].map((n) => `Figure 1.${n}`).concat('Table 1.1', 'Figure 1.6', 'Figure 1.7', 'Figure 1.8'),
  );
  const [numbers, , age, legal, legalNumbers, need, needShares, starting, ceased] = tables;
  assert.deepEqual(texts(numbers, 'in-care'), ['1', '2']);
  assert.deepEqual(texts(numbers, 'started'), ['1', '2']);
  assert.deepEqual(texts(numbers, 'ceased'), ['0', '1']);
  assert.deepEqual(texts(age, 'unknown'), ['100%', '100%'], 'no date of birth is its own line');
  assert.deepEqual(texts(legal, 'section-20'), ['100%', '100%']);
  assert.deepEqual(texts(legalNumbers, 'section-20'), ['1', '2']);
  assert.deepEqual(texts(need, 'N8'), ['0', '1']);
  assert.deepEqual(texts(needShares, 'N1'), ['100%', '50%']);
  assert.deepEqual(texts(starting, 'care-order'), ['0%', '50%']);
  assert.deepEqual(texts(ceased, 'adopted'), ['0', '1']);
  assert.deepEqual(texts(ceased, 'still-looked-after'), [], 'no ending is called so');
  const [share] = needShares?.lines ?? [];
  assert.equal(share?.cells[1]?.counted, '1', 'the count stands beside its percentage');
});

test('England stands beside it where it is published, and nowhere else', () => {
  const published: Record<string, number> = { 'cla-number': 80_000, 'cla-number/age/10-15': 30_400 };
  const find: PackAsked['find'] = (series, area, year) => {
    const value = published[series];
    return area !== 'E92000001' || year !== 2025 || value === undefined
      ? undefined
      : { value, release: '2025' };
  };
  const { tables } = shown({ find });
  const [, england, age, legal] = tables;
  assert.deepEqual(texts(england, 'in-care', 'england'), ['–', '80,000']);
  assert.match(
    england?.notes.join(' ') ?? '',
    /– England, looked after, 2024: not in the published figures that are held\./,
  );
  assert.deepEqual(texts(age, '10-15', 'england'), ['–', '38%']);
  assert.match(age?.sources.join(' ') ?? '', /England: 2025, numbers to the nearest 10/);
  assert.equal(
    legal?.lines.some(({ area }) => area === 'england'),
    false,
  );
  assert.match(legal?.notes.join(' ') ?? '', /^.*England: not in the published figures that are held\.$/);
  assert.ok(demographySeries().includes('cla-number/age/16+'));
  assert.ok(demographySeries().includes('cla-ceased/reason/adopted'));
});

test('a year that the record does not tell of is blank, with the reason, and never nought', () => {
  const { tables } = shown({ whyBlank: (year) => (year === 2024 ? 'no return was taken in' : undefined) });
  const own = tables.flatMap(({ lines }) => lines.filter(({ area }) => area === 'own'));
  assert.ok(own.every(({ cells }) => cells[0]?.text === '–' && cells[0].value === null));
  assert.match(tables[5]?.notes.join(' ') ?? '', /– The record, 2024: no return was taken in\./);
});

test('titles say what the table tells: which is largest only where that can be seen', () => {
  const [numbers, , , legal, , need] = shown().tables;
  assert.equal(numbers?.finding, 'More children looked after: 2 in 2025, 1 in 2024');
  assert.match(
    legal?.finding ?? '',
    /^Accommodated by agreement \(section 20\) is the most common legal status: 100% in 2025, 100% in 2024$/,
  );
  assert.equal(need?.finding, 'Abuse or neglect: 1 in 2025, 1 in 2024', 'two are equal');
  const hidden = needTable((code) => (code === 'N1' ? 20 : code === 'N2' ? 15 : 3));
  assert.equal(hidden.finding, 'Abuse or neglect: 20 in 2016, 20 in 2012', 'what is hidden might be larger');
  const most = needTable((code) => (code === 'N1' ? 50 : 3));
  assert.match(most.finding, /^Abuse or neglect is the most common/, 'it is more than half of all');
  const few = needTable(() => 3);
  assert.match(few.finding, /^Number of children who started/, 'nothing is told');
});

test('a share of nobody is no share', () => {
  const pack = demographyPack({ ...nothing, figures: startsByNeed(() => 0) });
  const cell = pack.tables.find(({ id }) => id === 'figure-1-6')?.lines[0]?.cells[0];
  assert.ok(cell !== undefined && valueOfCell(cell) === null);
  assert.equal(packAs(pack, '', tellTrue).tables[6]?.lines[0]?.cells[0]?.text, 'z');
});
