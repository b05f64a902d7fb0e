import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  addDays,
  type ChildRecord,
  childId,
  type Day,
  day,
  type Ledger,
  prepare,
  tellAmounts,
  timelinesFromEpisodes,
} from '@rightplace/domain';
import { anEpisode } from '../../test/children-world.ts';
import { type FigureBook, figureBook, measureOf } from './figure-book.ts';
import { headline } from './headline.ts';

/** Adopted on a day, so many days after coming into care. */
const adopted = (id: string, on: Day, days: number): ChildRecord => {
  const placed = addDays(on, -200);
  return {
    id: childId(id),
    details: { dateOfBirth: addDays(on, -1500) },
    facts: [],
    ...timelinesFromEpisodes([
      anEpisode({ decom: addDays(placed, -days), dec: placed }),
      anEpisode({
        decom: placed,
        dec: on,
        rne: 'P',
        place: 'A6',
        ls: 'E1',
        rec: 'E12',
        postcode: 'PE12 1ZZ',
      }),
    ]),
  };
};

/** Twelve a year for nine years, some soon and some late. */
const ADOPTED = Array.from({ length: 108 }, (_, i) =>
  adopted(
    `C${i}`,
    addDays(day('2017-04-05'), Math.floor(i / 12) * 365 + (i % 12) * 28),
    250 + ((i * 97) % 900),
  ),
);

const bookOf = (children: readonly ChildRecord[]): FigureBook => {
  const ledger: Ledger = { authority: 'E10000901', children };
  return figureBook({
    held: {
      ledger,
      prepared: prepare(ledger),
      context: {},
      childById: new Map(children.map((child) => [child.id, child])),
      knownAt: undefined,
      version: 'invented',
    },
    part: undefined,
  });
};

const A1 = measureOf('adoption-a1');
const YEARS = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].map((year) => day(`${year}-03-31`));
const toldOf = (book: FigureBook, asked: Day) => headline(book, A1, asked, () => undefined);

test('an average is told of the last reporting year, whatever quarter or day is asked for, and the same by every way', () => {
  const book = bookOf(ADOPTED);
  const now = toldOf(book, day('2026-09-30'));
  assert.deepEqual([now.on, now.every], ['2026-03-31', 'year']);
  assert.ok(now.value.kind === 'about' && (now.value.to ?? 0) >= 1, JSON.stringify(now.value));
  assert.equal(now.trend.length, 5);
  for (const { on, value } of now.trend) assert.deepEqual(toldOf(book, on).value, value, on);
  assert.deepEqual(toldOf(book, addDays(day('2026-03-31'), -1)).on, '2025-03-31');
  assert.deepEqual(toldOf(book, day('2025-03-31')).value, now.yearBefore);
});

/** Narrowest range, against what it should be, that is left of any child to whoever knows all the others and all that was told. */
const narrowest = (
  book: FigureBook,
  told: (on: Day) => { value: number; to: number } | undefined,
): number => {
  const sets = YEARS.flatMap((on) => {
    const { children } = book.figure(A1, on);
    const says = told(on);
    return says === undefined ? [] : [{ ...says, children }];
  });
  const ids = new Set(sets.flatMap(({ children }) => children.numerator));
  return Math.min(
    ...[...ids].map((id) => {
      let [low, high, apart] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 10];
      for (const { value, to, children } of sets) {
        const at = children.numerator.indexOf(id);
        if (at < 0) continue;
        const own = children.amounts?.[at] ?? 0;
        const others = (children.amounts ?? []).reduce((a, b) => a + b, 0) - own;
        const all = children.numerator.length;
        low = Math.max(low, (value - to / 2) * all - others);
        high = Math.min(high, (value + to / 2) * all - others);
        apart = Math.max(apart, Math.abs(own - others / (all - 1)));
      }
      return (high - low) / apart;
    }),
  );
};

test('whoever reads every year and knows all children but one does not know that one better than by the others', () => {
  const book = bookOf(ADOPTED);
  const inTurn = (on: Day) => {
    const { value } = toldOf(book, on);
    return value.kind === 'about' ? { value: value.value, to: value.to ?? 1 } : undefined;
  };
  assert.ok(YEARS.filter((on) => inTurn(on) !== undefined).length >= 4, 'most years are told');
  assert.ok(narrowest(book, inTurn) >= 0.999, `${narrowest(book, inTurn)}`);
});

test('saboteur: told year by year as if each were alone, some child would be known', () => {
  const book = bookOf(ADOPTED);
  const alone = (on: Day) => {
    const { children } = book.figure(A1, on);
    const amounts = children.numerator.map((of, i) => ({ of, amount: children.amounts?.[i] ?? 0 }));
    const { printed } = tellAmounts(amounts, { takes: 'mean', unit: 'days' });
    return printed.kind === 'rounded' ? { value: printed.value, to: printed.to } : undefined;
  };
  assert.ok(narrowest(book, alone) < 0.9, `${narrowest(book, alone)}`);
  const exact = (on: Day) => ({ value: book.figure(A1, on).value ?? 0, to: 0 });
  assert.ok(narrowest(book, exact) < 1e-6, 'the true mean tells the day');
});

test('of fewer than ten children no average is told, and why is said', () => {
  const few = toldOf(bookOf(ADOPTED.slice(-9)), day('2026-09-30')).value;
  assert.deepEqual(few, { kind: 'withheld', why: 'Not told: too few children stand behind it.' });
  assert.equal(toldOf(bookOf([]), day('2026-09-30')).value.kind, 'none');
});
