import { addDays, type Day } from '../calendar/day.ts';
import { containsDay, type Period } from '../calendar/period.ts';
import { subtractPeriods } from '../calendar/period-union.ts';
import { dayInWords } from '../calendar/words.ts';
import { CORE_FEE, sameLineOfPrice } from './line-of-price.ts';
import type { PriceLine } from './payable.ts';

const isSamePrice = (one: PriceLine, other: PriceLine): boolean =>
  one.kind === other.kind && (one.kind === 'core' || sameLineOfPrice(one.name, other.name));

/** Each price once, as it is called first. */
const pricesAmong = (lines: readonly PriceLine[]): readonly PriceLine[] =>
  lines.filter((line, at) => lines.findIndex((other) => isSamePrice(other, line)) === at);

const timesOn = (lines: readonly PriceLine[], night: Day): number =>
  lines.filter((line) => containsDay(line, night)).length;

/** The first night on which a price is paid more than once, and more often than before; undefined where there is none. */
const firstTwice = (lines: readonly PriceLine[], before: readonly PriceLine[]): Day | undefined =>
  [...lines, ...before]
    .flatMap(({ starts, ends }) => (ends === null ? [starts] : [starts, ends]))
    .toSorted()
    .find((night) => timesOn(lines, night) > Math.max(1, timesOn(before, night)));

const twiceSentence = ({ kind, name }: PriceLine, from: Day): string =>
  kind === 'core'
    ? `Two core fees run on ${dayInWords(from)}: end one of them before the other begins.`
    : `“${name}” is there twice on ${dayInWords(from)}: end one before the other begins, or give them different names.`;

/** Nights of the term on which no core fee is paid, and one was before. */
const withoutCore = (
  lines: readonly PriceLine[],
  term: Period,
  before: readonly PriceLine[] | undefined,
): readonly Period[] => {
  const coreOf = (all: readonly PriceLine[]): readonly PriceLine[] =>
    all.filter(({ kind }) => kind === 'core');
  const gaps = subtractPeriods(term, coreOf(lines));
  if (before === undefined) return gaps;
  const gapsBefore = subtractPeriods(term, coreOf(before));
  return gaps.flatMap((gap) => subtractPeriods(gap, gapsBefore));
};

/** Lines that are wrong by themselves, those of the same name before aside. */
const wrongAnew = (
  lines: readonly PriceLine[],
  before: readonly PriceLine[],
  isWrong: (line: PriceLine) => boolean,
): readonly PriceLine[] =>
  lines.filter(
    (line) => isWrong(line) && !before.some((other) => isWrong(other) && isSamePrice(other, line)),
  );

const isCalledCore = ({ kind, name }: PriceLine): boolean =>
  kind === 'addition' && sameLineOfPrice(name, CORE_FEE);

/**
 * What is wrong with an agreed price, in sentences; none where it can be paid by. Against terms that stand, what was wrong on the same
 * nights before is left out: it is put right by a change of its own, and is nothing against another.
 */
export const findPriceFaults = (
  lines: readonly PriceLine[],
  term: Period,
  before?: readonly PriceLine[],
): readonly string[] => {
  const stood = before ?? [];
  const without = withoutCore(lines, term, before).map(({ starts, ends }) =>
    ends === null
      ? `There is no core fee from ${dayInWords(starts)} on.`
      : `There is no core fee from ${dayInWords(starts)} to ${dayInWords(addDays(ends, -1))}.`,
  );
  const twice = pricesAmong(lines).flatMap((price) => {
    const ofPrice = (line: PriceLine): boolean => isSamePrice(line, price);
    const from = firstTwice(lines.filter(ofPrice), stood.filter(ofPrice));
    return from === undefined ? [] : [twiceSentence(price, from)];
  });
  const below = wrongAnew(lines, stood, ({ weekly }) => weekly < 0).map(
    ({ name }) => `“${name}” costs less than nothing.`,
  );
  const core = wrongAnew(lines, stood, isCalledCore).map(
    ({ name }) => `“${name.trim()}” is how the core fee is called: give the addition a name of its own.`,
  );
  return [...without, ...twice, ...below, ...core];
};
