/** Year-ends published one after another, read together by somebody who knows linear programming. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
  attack,
  type Disclosed,
  day,
  demographyPack,
  findMeasure,
  type Knowledge,
  knowledgeFrom,
  type Pack,
  type PublishedRelease,
  packAs,
  prepare,
  type ShownPack,
} from '@rightplace/domain';
import {
  disclosed,
  isFew,
  prepareSolver,
  readersOf,
  registered,
  solver,
  WIDE,
  workedOut,
} from '../../test/disclosing.ts';
import { comingAndGoing } from '../../test/releases-world.ts';
import { figureBook } from '../measure/figure-book.ts';
import { headlinesBeside, releaseOfPack, tellDisclosed } from './pack-release.ts';

const ledger = { authority: 'E10000901', children: comingAndGoing() };
const book = figureBook({
  held: {
    ledger,
    prepared: prepare(ledger),
    context: {},
    childById: new Map(),
    knownAt: undefined,
    version: 'test',
  },
  part: undefined,
});

const packOf = (years: readonly number[]): Pack =>
  demographyPack({ years, figures: book, find: () => undefined, whyBlank: () => undefined });

const releaseFor = (years: readonly number[]) =>
  releaseOfPack(packOf(years), book, { id: `to ${years.at(-1)}`, title: `To ${years.at(-1)}` });

const [FIRST, SECOND, THIRD] = [
  [2022, 2023, 2024],
  [2023, 2024, 2025],
  [2024, 2025, 2026],
] as const;

/** Three releases, each made safe beside those before it. */
const oneAfterAnother = (): readonly [Disclosed, Disclosed, Disclosed] => {
  const first = disclosed(releaseFor(FIRST));
  const second = disclosed(releaseFor(SECOND), [registered(first)]);
  const third = disclosed(releaseFor(THIRD), [registered(second), registered(first)]);
  return [first, second, third];
};

let releases: ReturnType<typeof oneAfterAnother>;
let first: Disclosed;
let second: Disclosed;
let third: Disclosed;
before(async () => {
  await prepareSolver();
  releases = oneAfterAnother();
  [first, second, third] = releases;
});

test('there is something to hide: small counts in each of the three years', () => {
  for (const each of releases) assert.ok(each.small.length > 5, `${each.small.length}`);
  assert.ok(third.further.length > 0, 'and more had to be hidden for them');
});

test('whoever reads one, two or all three of them works out no small count', () => {
  for (const read of [[first], [second, first], [third, second, first]])
    assert.deepEqual(workedOut(readersOf(...read)), []);
});

test('the attack is no show: with a further cell printed it works a small count out', () => {
  const careless = registered(third);
  const printing = (key: string): PublishedRelease => ({
    ...careless,
    counts: careless.counts.map((count) =>
      count.key === key ? { ...count, printed: { kind: 'exact', value: count.value } } : count,
    ),
  });
  const earlier = [registered(second), registered(first)];
  const found = third.further.filter((key) => {
    const knowledge: Knowledge = knowledgeFrom([printing(key), ...earlier]);
    return attack(knowledge, solver, ({ value, as }) => as !== 'bound' && isFew(value)).some(
      ({ lowest, highest }) => highest - lowest < WIDE - 1e-6,
    );
  });
  assert.ok(found.length > 0);
});

/** Every cell that prints a count from 1 to 4, whichever of its texts does. */
const smallNumbersIn = ({ tables }: ShownPack): readonly string[] =>
  tables.flatMap(({ number, lines }) =>
    lines
      .filter(({ area }) => area === 'own')
      .flatMap(({ title, cells }) =>
        cells
          .filter(({ text, counted }) => /^[1-4]$/.test(text) || /^[1-4]$/.test(counted ?? ''))
          .map(() => `${number}, ${title}`),
      ),
  );

test('nothing that is printed is a count from 1 to 4, titles and notes included', () => {
  for (const [years, told] of [
    [FIRST, first],
    [SECOND, second],
    [THIRD, third],
  ] as const) {
    const shown = packAs(packOf(years), 'Northmarsh', tellDisclosed(told, book));
    assert.deepEqual(smallNumbersIn(shown), []);
    for (const { finding } of shown.tables) assert.doesNotMatch(finding, /(^|\s)[1-4]( in |,|$)/);
  }
});

test('a saboteur who opens the gate is found by that search', () => {
  const open = disclosed(releaseFor(THIRD), [], 'internal');
  const shown = packAs(packOf(THIRD), 'Northmarsh', tellDisclosed(open, book));
  assert.ok(smallNumbersIn(shown).length > 5);
});

test('what is printed adds up to what is true wherever it is told', () => {
  const shown = packAs(packOf(THIRD), 'Northmarsh', tellDisclosed(third, book));
  const numbers = shown.tables[0]?.lines[0];
  assert.equal(
    numbers?.cells[2]?.value,
    third.toRegister?.counts.find(({ key }) => key === 'cla-number v1 on 2026-03-31')?.value,
  );
});

test('nor do the rounded headlines of the same days, read beside a release, give a small count away', () => {
  // Of 52 children three are few: to hide the total and the few would be enough, if nobody knew that it is about 50.
  const [years, counts] = [[2026], { N1: 49, N2: 3 }] as const;
  const total = 52;
  const started = findMeasure('cla-started');
  assert.ok(started !== undefined);
  const few: Parameters<typeof demographyPack>[0]['figures'] = {
    figure: () => ({ ...book.figure(started, day('2026-03-31')), numerator: total }),
    rows: (_, by) =>
      by === 'need'
        ? Object.entries(counts).map(([key, numerator]) => ({ key, numerator }))
        : [{ key: 'only', numerator: total }],
  };
  const pack = demographyPack({ years, figures: few, find: () => undefined, whyBlank: () => undefined });
  const needs = { ...pack, tables: pack.tables.filter(({ id }) => id === 'table-1-1') };
  const figures = few as unknown as Pick<typeof book, 'figure' | 'rows'>;
  const release = releaseOfPack(needs, figures, { id: 'needs', title: 'Needs' });
  // The part is to be kept, so that the total is what is hidden.
  const keeping = {
    ...release,
    counts: release.counts.map((count) => ({ ...count, keep: count.key.endsWith('need=N1') })),
  };
  const headlines = headlinesBeside(needs, figures, { at: '2026-11-23T09:00:00.000000Z' });
  const careless = disclosed(keeping);
  assert.ok(
    workedOut(knowledgeFrom([registered(careless), headlines])).length > 0,
    'without knowing of them',
  );
  const careful = disclosed(keeping, [headlines]);
  assert.deepEqual(workedOut(knowledgeFrom([registered(careful), headlines])), []);
});
