import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type Day, day, minDay } from '../calendar/day.ts';
import { pencePerWeek } from '../money/weekly.ts';
import { type AgreementTerms, readAgreement } from './agreement.ts';
import { additionsToEnd, changeAgreement } from './agreement-changes.ts';
import { pricesOf } from './change-meaning.ts';
import { agreedFrom } from './counted-from-move.ts';
import { payableOver, paymentLines, weeklyOn } from './payable.ts';

const STARTS = day('2027-11-15');
const TODAY = day('2027-11-01');
const on = (after: number): Day => addDays(STARTS, after);
const CORE = pencePerWeek(560_000);
const SAID = { why: 'Agreed by telephone' };

interface Kept {
  readonly name: string;
  readonly starts: Day;
  /** The last night that is paid, as agreed last. */
  last: Day | undefined;
  /** It was agreed for so many nights, and not up to a day on which it was ended. */
  hasLength: boolean;
  readonly weekly: number;
  /** Rises, falls and new prices since it was agreed, in the order in which they were. */
  changes: readonly ({ readonly from: Day } & ({ readonly factor: number } | { readonly weekly: number }))[];
}

/** Nights away by the first of them, with the last and the share that is paid. */
type Away = Map<Day, { readonly last: Day; readonly percent: number }>;

type Op =
  | {
      readonly kind: 'add';
      readonly after: number;
      readonly length: number | undefined;
      readonly weekly: number;
    }
  | { readonly kind: 'end'; readonly which: number; readonly after: number }
  | { readonly kind: 'price'; readonly after: number; readonly percent: number; readonly all: boolean }
  | { readonly kind: 'new'; readonly which: number; readonly after: number; readonly weekly: number }
  | { readonly kind: 'away'; readonly after: number; readonly length: number; readonly percent: number }
  | { readonly kind: 'back'; readonly which: number; readonly length: number };

/** Over more than a year, a leap day in it, so that years end in the midst of weeks. */
const after = fc.integer({ min: 0, max: 500 });
const anyOp: fc.Arbitrary<Op> = fc.oneof(
  fc.record({
    kind: fc.constant('add' as const),
    after: fc.oneof(after, fc.constant(0)),
    length: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
    weekly: fc.integer({ min: 0, max: 3000 }),
  }),
  fc.record({ kind: fc.constant('end' as const), which: fc.nat(5), after }),
  fc.record({
    kind: fc.constant('price' as const),
    after,
    percent: fc.integer({ min: 1, max: 30 }),
    all: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('new' as const),
    which: fc.nat(5),
    after,
    weekly: fc.integer({ min: 0, max: 600_000 }),
  }),
  fc.record({
    kind: fc.constant('away' as const),
    after,
    length: fc.nat(20),
    percent: fc.integer({ min: 0, max: 100 }),
  }),
  fc.record({
    kind: fc.constant('back' as const),
    which: fc.nat(3),
    length: fc.integer({ min: -1, max: 30 }),
  }),
);

const begun = (): AgreementTerms => {
  const read = readAgreement(
    { 'starts-on': STARTS, 'core-weekly': '5600', covers: 'All', outcomes: 'School', notice: '28 days' },
    TODAY,
  );
  assert.ok(read.kind === 'terms');
  return read.terms;
};

/** What was agreed, one thing after another, with a ledger beside it that somebody keeps by hand. */
const agree = (
  ops: readonly Op[],
): { readonly terms: AgreementTerms; readonly kept: readonly Kept[]; readonly away: Away } => {
  let terms = begun();
  const away: Away = new Map();
  const kept: Kept[] = [
    { name: 'Core fee', starts: STARTS, last: undefined, hasLength: false, weekly: 560_000, changes: [] },
  ];
  const change = (what: Parameters<typeof changeAgreement>[1], typed: object): boolean => {
    const read = changeAgreement(terms, what, { ...SAID, ...typed }, TODAY);
    if (read.kind === 'terms') terms = read.terms;
    return read.kind === 'terms';
  };
  for (const [at, op] of ops.entries()) {
    if (op.kind === 'add') {
      const name = `Extra ${at}`;
      const last = op.length === undefined ? undefined : on(op.after + op.length);
      const typed = {
        what: name,
        weekly: String(op.weekly),
        starts: on(op.after),
        ...(last && { ends: last }),
      };
      if (change('addition', typed))
        kept.push({
          name,
          starts: on(op.after),
          last,
          hasLength: last !== undefined,
          weekly: op.weekly * 100,
          changes: [],
        });
    } else if (op.kind === 'end') {
      const open = Object.entries(additionsToEnd(terms));
      const chosen = open[op.which % Math.max(1, open.length)];
      const mine = chosen && kept.find(({ name }) => chosen[1].startsWith(`${name},`));
      if (
        chosen !== undefined &&
        mine !== undefined &&
        change('end-addition', { which: chosen[0], last: on(op.after) })
      ) {
        mine.last = on(op.after);
        mine.hasLength = false;
      }
    } else if (op.kind === 'new') {
      const open = Object.entries(pricesOf(terms));
      const chosen = open[op.which % open.length];
      const mine = chosen && kept.find(({ name }) => chosen[1].startsWith(`${name},`));
      const from = on(op.after);
      const typed = { which: chosen?.[0], from, weekly: (op.weekly / 100).toFixed(2) };
      if (mine !== undefined && change('new-price', typed))
        mine.changes = [...mine.changes.filter((one) => one.from < from), { from, weekly: op.weekly }];
    } else if (op.kind === 'away') {
      const [first, last] = [on(op.after), on(op.after + op.length)];
      if (change('absence', { first, last, percent: String(op.percent) }))
        away.set(first, { last, percent: op.percent });
    } else if (op.kind === 'back') {
      const at = op.which % Math.max(1, terms.absences.length);
      const first = terms.absences[at]?.starts;
      const told = first === undefined ? undefined : away.get(first);
      if (first === undefined || told === undefined) continue;
      const last = addDays(first, op.length);
      if (change('absence-right', { which: String(at), last }))
        if (op.length < 0) away.delete(first);
        else away.set(first, { ...told, last });
    } else {
      const of = op.all ? 'all' : 'core';
      const typed = { from: on(op.after), way: 'up', percent: String(op.percent), of, award: 'Award' };
      // What was over by then is of no award.
      if (change('price-change', typed))
        for (const one of kept)
          if ((op.all || one.name === 'Core fee') && (one.last ?? typed.from) >= typed.from)
            one.changes = [...one.changes, { from: on(op.after), factor: 100 + op.percent }];
    }
  }
  return { terms, kept, away };
};

const shareOn = (away: Away, night: Day): number =>
  [...away].find(([first, { last }]) => first <= night && night <= last)?.[1].percent ?? 100;

const byHand = (kept: readonly Kept[], away: Away, night: Day): number =>
  kept
    .filter(({ starts, last }) => starts <= night && (last === undefined || night <= last))
    .reduce((sum, { weekly, changes }) => {
      const price = changes.reduce(
        (now, one) =>
          one.from > night ? now : 'weekly' in one ? one.weekly : Math.round((now * one.factor) / 100),
        weekly,
      );
      return sum + Math.round((price * shareOn(away, night)) / 100);
    }, 0);

const agreesByHand = (payOf: typeof weeklyOn): boolean =>
  !fc.check(
    fc.property(fc.array(anyOp, { maxLength: 8 }), fc.integer({ min: -5, max: 800 }), (ops, night) => {
      const { terms, kept, away } = agree(ops);
      const payable = {
        lines: terms.lines,
        absences: terms.absences,
        stay: { starts: STARTS, ends: null },
      };
      return payOf(payable, on(night)) === (night < 0 ? 0 : byHand(kept, away, on(night)));
    }),
    { numRuns: 1500 },
  ).failed;

test('whatever is agreed in whatever order, each night is paid by what was agreed of it, as a ledger kept by hand has it', () => {
  assert.ok(agreesByHand(weeklyOn));
  // An addition whose dearer part went on after it was ended would be noticed, and a rise that nobody pays.
  assert.equal(
    agreesByHand((payable, night) =>
      weeklyOn({ ...payable, lines: payable.lines.map((line) => ({ ...line, ends: null })) }, night),
    ),
    false,
  );
  // And a child who is away at the full price, and a price that is never agreed anew.
  assert.equal(
    agreesByHand((payable, night) => weeklyOn({ ...payable, absences: [] }, night)),
    false,
  );
  assert.equal(
    agreesByHand((payable, night) =>
      weeklyOn({ ...payable, lines: payable.lines.map((line) => ({ ...line, weekly: CORE })) }, night),
    ),
    false,
  );
});

/** The same ledger for a child who comes so many days later: what begins with the price begins then, for as many nights. */
const asMoved = (kept: readonly Kept[], later: number): readonly Kept[] =>
  kept
    .filter(({ starts, last }) => last === undefined || last >= starts)
    .map((one) =>
      one.starts !== STARTS
        ? one
        : {
            ...one,
            starts: on(later),
            // What was agreed from its first night on is its price from the first night.
            changes: one.changes.map((change) =>
              change.from === STARTS ? { ...change, from: minDay(STARTS, on(later)) } : change,
            ),
            last: one.last !== undefined && one.hasLength ? addDays(one.last, later) : one.last,
          },
    );

const agreesAfterMove = (from: typeof agreedFrom): boolean =>
  !fc.check(
    fc.property(
      fc.array(anyOp, { maxLength: 8 }),
      fc.integer({ min: -40, max: 60 }),
      fc.integer({ min: -45, max: 800 }),
      (ops, later, night) => {
        const { terms, kept, away } = agree(ops);
        const { lines, absences } = from(terms, on(later));
        const payable = { lines, absences, stay: { starts: on(later), ends: null } };
        return (
          weeklyOn(payable, on(night)) === (night < later ? 0 : byHand(asMoved(kept, later), away, on(night)))
        );
      },
    ),
    { numRuns: 1500 },
  ).failed;

test('and so it is when the child comes on another day than was agreed', () => {
  assert.ok(agreesAfterMove(agreedFrom));
  assert.equal(
    agreesAfterMove((terms) => terms),
    false,
  );
});

test('and weeks, months and years of it add up to the whole, over the end of the year and a leap day', () => {
  fc.assert(
    fc.property(
      fc.array(anyOp, { maxLength: 8 }),
      fc.integer({ min: 0, max: 700 }),
      after,
      (ops, cut, left) => {
        const { terms } = agree(ops);
        const payable = {
          lines: terms.lines,
          absences: terms.absences,
          stay: { starts: STARTS, ends: on(left + 1) },
        };
        const whole = { starts: on(-30), ends: on(800) };
        const all = payableOver(payable, whole);
        const parts = [
          { starts: whole.starts, ends: on(cut) },
          { starts: on(cut), ends: whole.ends },
        ];
        assert.equal(
          parts.reduce((sum, part) => sum + payableOver(payable, part), 0),
          all,
        );
        assert.equal(
          paymentLines(payable, whole).reduce((sum, { amount }) => sum + amount, 0),
          all,
        );
        assert.equal(
          payableOver(payable, { starts: on(left + 1), ends: whole.ends }),
          0,
          'nothing after the end',
        );
      },
    ),
    { numRuns: 200 },
  );
});
