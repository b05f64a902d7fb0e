import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addDays,
  addMonths,
  type ChildRecord,
  childId,
  type Day,
  day,
  type Ledger,
  prepare,
  timelinesFromEpisodes,
} from '@rightplace/domain';
import fc from 'fast-check';
import { anEpisode } from '../../test/children-world.ts';
import type { HeldLedger } from '../ledger/ledgers.ts';
import { type FigureBook, figureBook, measureOf } from './figure-book.ts';
import { HEADLINE_IDS, type HeadlineValue, headlines } from './headline.ts';
import { AVERAGE_IDS } from './headline-averages.ts';
import { quarterEndBy } from './quarter-ends.ts';

const population = () => ({ count: 10_000, midYear: 2025 });
const TO = day('2026-09-30');

const bookOf = (children: readonly ChildRecord[]): FigureBook => {
  const ledger: Ledger = { authority: 'E10000901', children };
  const held: HeldLedger = {
    ledger,
    prepared: prepare(ledger),
    context: { population },
    childById: new Map(children.map((child) => [child.id, child])),
    knownAt: undefined,
    version: 'invented',
  };
  return figureBook({ held, part: undefined });
};

/** Everything somebody who sees headlines only could ever be told of an authority, whatever day they ask for. */
const allTold = (book: FigureBook): readonly HeadlineValue[] =>
  Array.from({ length: 40 }, (_, i) => addDays(TO, -11 * i)).flatMap((asked) =>
    headlines(book, asked, population).flatMap(({ value, yearBefore, trend }) => [
      value,
      yearBefore,
      ...trend.map((point) => point.value),
    ]),
  );

const settled = (id: string): ChildRecord => ({
  id: childId(id),
  details: { dateOfBirth: day('2016-01-01') },
  facts: [],
  ...timelinesFromEpisodes([anEpisode({ decom: '2020-01-01' })]),
});

/** Three placements, the last two of them since 1 August 2026. */
const moved = (id: string): ChildRecord => ({
  ...settled(id),
  ...timelinesFromEpisodes([
    anEpisode({ decom: '2020-01-01', dec: '2026-08-01' }),
    anEpisode({ decom: '2026-08-01', dec: '2026-08-20', rne: 'P', postcode: 'PE12 1ZZ' }),
    anEpisode({ decom: '2026-08-20', rne: 'P', place: 'K2', postcode: 'LE13 0ZZ' }),
  ]),
});

const arrivedOn = (id: string, on: Day): ChildRecord => ({
  ...settled(id),
  ...timelinesFromEpisodes([anEpisode({ decom: on })]),
});

const many = (count: number, make: (id: string) => ChildRecord, prefix: string): readonly ChildRecord[] =>
  Array.from({ length: count }, (_, i) => make(`${prefix}${i}`));

test('the end of the last quarter is looked at, whatever day is asked for', () => {
  assert.equal(quarterEndBy(day('2026-11-21')), '2026-09-30');
  assert.equal(quarterEndBy(day('2026-09-30')), '2026-09-30');
  assert.equal(quarterEndBy(day('2026-09-29')), '2026-06-30');
  assert.equal(quarterEndBy(day('2026-01-31')), '2025-12-31');
});

const SUCCESSIVE = [
  ['2026-11-21', '2024-09-30', '2024-12-31', '2025-03-31', '2025-06-30', '2025-09-30'],
  ['2026-02-28', '2023-12-31', '2024-03-31', '2024-06-30', '2024-09-30', '2024-12-31'],
  ['2026-05-31', '2024-03-31', '2024-06-30', '2024-09-30', '2024-12-31', '2025-03-31'],
  ['2024-08-29', '2022-06-30', '2022-09-30', '2022-12-31', '2023-03-31', '2023-06-30'],
] as const;

test('a trend is nine ends of quarters that follow one another, whatever quarter is asked for', () => {
  const book = bookOf(many(20, settled, 'S'));
  for (const [asked, ...firstFive] of SUCCESSIVE) {
    const [first] = headlines(book, day(asked), population);
    const days = first?.trend.map(({ on }) => on) ?? [];
    assert.equal(days.length, 9);
    assert.deepEqual(days.slice(0, 5), firstFive);
    // The second year repeats the first, a year on.
    assert.deepEqual(
      days.slice(4).map((on) => on.slice(5)),
      days.slice(0, 5).map((on) => on.slice(5)),
    );
    assert.equal(days.at(-1), first?.on);
  }
});

test('one to four children look alike, in counts and in percentages', () => {
  // 61 and 62 children round to the same five, so the one more can be told from nothing, on any day.
  const told = (few: number) => allTold(bookOf([...many(60, settled, 'S'), ...many(few, moved, 'M')]));
  assert.deepEqual(told(1), told(2));
  const shares = [1, 2, 3, 4].map((few) => {
    const book = bookOf([...many(60 - few, settled, 'S'), ...many(few, moved, 'M')]);
    return JSON.stringify(headlines(book, TO, population).map(({ value }) => value));
  });
  assert.equal(new Set(shares).size, 1, 'whether one child moved much or four did cannot be told');
  const book = bookOf([...many(56, settled, 'S'), ...many(4, moved, 'M')]);
  const share = headlines(book, TO, population).find(({ measure }) => measure.id === 'stability-3plus');
  assert.deepEqual(share?.value, { kind: 'withheld' });
});

test('the true figure does tell them apart: the check above would notice', () => {
  const numerators = [1, 2, 3, 4].map((few) => {
    const book = bookOf([...many(60 - few, settled, 'S'), ...many(few, moved, 'M')]);
    return book.point(measureOf('stability-3plus'), TO).numerator;
  });
  assert.deepEqual(numerators, [1, 2, 3, 4]);
});

test('too few on the other side of a percentage is withheld too', () => {
  const book = bookOf([...many(57, settled, 'S'), ...many(3, moved, 'M')]);
  const foster = headlines(book, TO, population).find(({ measure }) => measure.id === 'foster-share');
  assert.deepEqual(foster?.value, { kind: 'withheld' }, '57 of 60 in foster care says that 3 are not');
});

test('nobody is told as nought, and a whole authority of few as fewer than five', () => {
  const none = headlines(bookOf([arrivedOn('A', day('2026-11-01'))]), TO, population);
  assert.deepEqual(none[0]?.value, { kind: 'about', value: 0 });
  const few = headlines(bookOf(many(3, settled, 'S')), TO, population);
  assert.deepEqual(
    few.map(({ value }) => value.kind),
    ['fewer-than-5', 'withheld', 'about', 'about', 'withheld', 'withheld', 'none', 'withheld'].concat(
      AVERAGE_IDS.map(() => 'none'),
    ),
  );
});

/** What an attacker looks for: two numbers told whose difference is a count of one to four. */
const findSmallDifference = (told: readonly number[]): readonly [number, number] | undefined => {
  const values = [...new Set(told)];
  for (const a of values)
    for (const b of values) if (Math.abs(a - b) >= 1 && Math.abs(a - b) <= 4) return [a, b];
  return undefined;
};

const COUNTS = HEADLINE_IDS.map(measureOf).filter(({ unit }) => unit === 'children');
const numbersIn = (told: readonly HeadlineValue[]): readonly number[] =>
  told.flatMap((each) => (each.kind === 'about' ? [each.value] : []));

/** A day in twenty, which is some in every quarter, back from the last. */
const asks = (days: number): readonly Day[] =>
  Array.from({ length: Math.ceil(days / 20) }, (_, i) => addDays(TO, -20 * i));

/** Every count told of an authority by asking for day after day, of what was known at one moment. */
const countsTold = (book: FigureBook, days: number): readonly number[] =>
  asks(days).flatMap((asked) =>
    headlines(book, asked, population)
      .filter(({ measure }) => COUNTS.includes(measure))
      .flatMap(({ value, yearBefore, trend }) =>
        numbersIn([value, yearBefore, ...trend.map((point) => point.value)]),
      ),
  );

/** The same without rounding, as if somebody had left it out: the attack must succeed on it, or it proves nothing. */
const countsUnrounded = (book: FigureBook, days: number): readonly number[] =>
  asks(days).flatMap((asked) => {
    const on = quarterEndBy(asked);
    return COUNTS.map((measure) => book.point(measure, on).numerator);
  });

/** A child a week: the true figures of neighbouring quarters and days differ by every small number. */
const TRICKLE = many(120, settled, 'S').map((child, i) =>
  i < 50 ? child : arrivedOn(child.id, addDays(addMonths(TO, -24), i * 7)),
);

test('comparing days, quarters or figures never gives a difference of one to four', () => {
  const told = countsTold(bookOf(TRICKLE), 700);
  assert.ok(new Set(told).size > 5, 'the figures do move');
  assert.equal(findSmallDifference(told), undefined);
});

/**
 * What was known at the ends of successive quarters: each time one, two, three or four children more, recorded late and
 * of years ago, so that nothing but the moment of knowledge tells the answers apart.
 */
const KNOWLEDGE = [0, 1, 3, 6, 10, 11, 13, 16, 20].map((late) =>
  bookOf([...TRICKLE, ...many(late, settled, 'L')]),
);

test('comparing moments of knowledge, with days and figures besides, never gives one of one to four', () => {
  const told = KNOWLEDGE.flatMap((book) => countsTold(book, 400));
  assert.ok(new Set(told).size > 5, 'the figures do move');
  assert.equal(findSmallDifference(told), undefined);
  // Nor is the number of children that knowledge grew by told by how often the figure moves: never finer than five.
  const latest = KNOWLEDGE.map((book) => JSON.stringify(headlines(book, TO, population)[0]?.value));
  assert.ok(
    new Set(latest).size >= 4 && new Set(latest).size <= 6,
    'twenty more children are four fives or five',
  );
});

test('without the rounding the same comparisons would give one: the checks above would notice', () => {
  const [first] = KNOWLEDGE;
  assert.ok(first !== undefined);
  assert.notEqual(findSmallDifference(countsUnrounded(first, 700)), undefined, 'across days');
  const ofOneDay = KNOWLEDGE.map((book) => book.point(measureOf('cla-number'), TO).numerator);
  assert.notEqual(findSmallDifference(ofOneDay), undefined, 'across moments of knowledge alone');
});

test('whatever is learned between two moments, what is told of them differs by nothing or by five and more', () => {
  const few = fc.integer({ min: 0, max: 12 });
  let caughtWithout = 0;
  fc.assert(
    fc.property(few, few, few, (held, learned, given) => {
      const before = bookOf([...many(held, settled, 'S'), ...many(given, moved, 'G')]);
      const later = bookOf([...many(held, settled, 'S'), ...many(learned, moved, 'L')]);
      const told = [before, later].flatMap((book) => countsTold(book, 1));
      assert.equal(findSmallDifference(told), undefined);
      if (findSmallDifference([before, later].flatMap((book) => countsUnrounded(book, 1))))
        caughtWithout += 1;
    }),
    { numRuns: 60 },
  );
  assert.ok(caughtWithout > 10, 'unrounded, many of them would have told');
});

test('whatever an authority holds, all that is told is in fives, in whole numbers, or withheld', () => {
  const child = fc.record({
    starts: fc.integer({ min: 0, max: 900 }),
    stays: fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }),
    moves: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(child, { maxLength: 30 }), (said) => {
      const children = said.map(({ starts, stays, moves }, i): ChildRecord => {
        const decom = addDays(addMonths(TO, -30), starts);
        if (moves) return moved(`C${i}`);
        const episode =
          stays === undefined
            ? anEpisode({ decom })
            : anEpisode({ decom, dec: addDays(decom, stays), rec: 'E4A' });
        return { ...settled(`C${i}`), ...timelinesFromEpisodes([episode]) };
      });
      for (const { measure, value, yearBefore, trend } of headlines(bookOf(children), TO, population))
        for (const each of [value, yearBefore, ...trend.map((point) => point.value)]) {
          if (each.kind !== 'about' || each.to !== undefined) continue;
          assert.ok(Number.isInteger(each.value));
          if (measure.unit === 'children') assert.equal(each.value % 5, 0);
        }
    }),
    { numRuns: 60 },
  );
});
