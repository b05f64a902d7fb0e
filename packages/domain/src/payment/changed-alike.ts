import { addDays, type Day, day } from '../calendar/day.ts';
import type { Answers } from '../form/form.ts';
import { textSaid } from '../form/text-said.ts';
import { parseMoney } from '../money/parse-money.ts';
import { pencePerWeek } from '../money/weekly.ts';
import type { AgreementTerms } from './agreement.ts';
import { partsOf, pricesOf } from './change-meaning.ts';
import { cutTo, notTwice, withOwnEnd } from './counted-from-move.ts';
import { sameLineOfPrice } from './line-of-price.ts';
import type { PriceLine } from './payable.ts';
import { onNights, PRICE_CHANGES } from './price-changes.ts';

/** A change as it was agreed. */
export interface AgreedChange {
  readonly what: string;
  readonly said: Answers;
}

type Parts = readonly PriceLine[];

const dayIn = (said: Answers, name: string): Day => day(textSaid(said[name]));

/** Without another end than the one that is said, earlier or later. */
const endedOn = (parts: Parts, ends: Day): Parts =>
  parts.flatMap((part, at) => {
    if (part.starts >= ends) return [];
    const isBefore = at < parts.length - 1 && part.ends !== null && part.ends < ends;
    return [isBefore ? part : { ...withOwnEnd(part), ends }];
  });

const pricedFrom = (parts: Parts, from: Day, weekly: PriceLine['weekly']): Parts =>
  parts.flatMap((part) => {
    if (part.ends !== null && part.ends <= from) return [part];
    if (from <= part.starts) return [{ ...part, weekly }];
    const before = cutTo(part, { starts: part.starts, ends: from });
    return [before, { ...cutTo(part, { starts: from, ends: part.ends }), weekly }];
  });

/** What a change says of one price: of its nights, or of what it costs from a night on, and of nothing else. */
const OF_ONE: Readonly<Record<string, (parts: Parts, said: Answers) => Parts>> = {
  'end-addition': (parts, said) => endedOn(parts, addDays(dayIn(said, 'last'), 1)),
  'addition-nights': (parts, said) =>
    onNights(parts, {
      starts: dayIn(said, 'starts'),
      ends: said['ends'] === undefined ? null : addDays(dayIn(said, 'ends'), 1),
    }),
  'new-price': (parts, said) => {
    const read = parseMoney(textSaid(said['weekly']));
    const weekly = pencePerWeek(read.kind === 'refused' ? 0 : read.pence);
    return pricedFrom(parts, dayIn(said, 'from'), weekly);
  },
};

const isAlike = (one: PriceLine, other: PriceLine): boolean =>
  one.kind === other.kind && sameLineOfPrice(one.name, other.name);
const isOnSameNights = (one: PriceLine, other: PriceLine): boolean =>
  isAlike(one, other) && one.starts === other.starts && one.ends === other.ends;

/** Lines of the same name that are prices of their own beside one. */
const othersBeside = ({ lines }: AgreementTerms, parts: Parts, price: PriceLine): Parts =>
  lines.filter((line) => isAlike(line, price) && !parts.includes(line));

/** The same price in other terms: on the same nights, where others of its name are apart from it; or the one that begins then or before. */
const alikeIn = (terms: AgreementTerms, price: PriceLine, others: Parts): PriceLine | undefined => {
  const prices = Object.keys(pricesOf(terms))
    .flatMap((at) => terms.lines[Number(at)] ?? [])
    .filter((line) => isAlike(line, price));
  return (
    (others.length > 0 ? terms.lines.find((line) => isOnSameNights(line, price)) : undefined) ??
    prices.findLast(({ starts }) => starts <= price.starts) ??
    prices[0]
  );
};

/** What a price is with what it became, up to what is a price of its own where the change was agreed. */
const partsApart = ({ lines }: AgreementTerms, first: PriceLine, others: Parts): Parts => {
  const parts = partsOf(lines, first);
  const end = parts.findIndex((part, at) => at > 0 && others.some((line) => isOnSameNights(line, part)));
  return end < 0 ? parts : parts.slice(0, end);
};

const added = (terms: AgreementTerms, said: Answers): AgreementTerms => {
  const made = PRICE_CHANGES.addition.make(terms, said);
  const line = 'lines' in made ? made.lines.at(-1) : undefined;
  return line === undefined ? terms : { ...terms, lines: [...terms.lines, ...notTwice(line, terms.lines)] };
};

/** Terms after a change that was agreed of others, which began on the same night: what it says of them, said of these. */
export const changedAlike = (
  terms: AgreementTerms,
  { what, said }: AgreedChange,
  of: AgreementTerms,
): AgreementTerms => {
  if (what === 'addition') return added(terms, said);
  if (what === 'price-change') {
    const made = PRICE_CHANGES[what].make(terms, said);
    return 'lines' in made ? made : terms;
  }
  const [change, changed] = [OF_ONE[what], of.lines[Number(said['which'])]];
  if (change === undefined || changed === undefined) return terms;
  const apart = othersBeside(of, partsOf(of.lines, changed), changed);
  const first = alikeIn(terms, changed, apart);
  if (first === undefined) return terms;
  const parts = partsApart(terms, first, apart);
  const others = othersBeside(terms, parts, first);
  const lines = terms.lines.flatMap((one) => {
    if (one !== first) return parts.includes(one) ? [] : [one];
    return change(parts, said).flatMap((part) => notTwice(part, others));
  });
  return { ...terms, lines };
};
