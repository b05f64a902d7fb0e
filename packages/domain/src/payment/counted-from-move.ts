import { addDays, type Day, daysBetween, maxDay, minDay } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import { subtractPeriods } from '../calendar/period-union.ts';
import type { Offer } from '../search/offer.ts';
import type { AgreementTerms } from './agreement.ts';
import { followsOn, partsOf } from './change-meaning.ts';
import { sameLineOfPrice } from './line-of-price.ts';
import type { PriceLine } from './payable.ts';

/**
 * Additions whose nights are counted from the move: what begins on the first night of the price, and what follows on from an
 * addition of which that is so. The nights of every other are its own.
 */
export const countedFromMove = (additions: readonly PriceLine[], starts: Day): readonly PriceLine[] => {
  const firsts = new Set<Day>([starts]);
  for (const line of additions.toSorted((a, b) => (a.starts < b.starts ? -1 : 1)))
    if (firsts.has(line.starts) && line.ends !== null) firsts.add(line.ends);
  return additions.map((line) =>
    firsts.has(line.starts)
      ? { ...line, startsByMove: true, ...(line.ends === null ? {} : { endsByMove: true }) }
      : line,
  );
};

const isByMove = ({ startsByMove, endsByMove }: PriceLine): boolean =>
  startsByMove === true || endsByMove === true;

/** Without the marks of the side on which it got a night of its own. */
export const withOwnStart = ({ startsByMove: _, ...line }: PriceLine): PriceLine => line;
export const withOwnEnd = ({ endsByMove: _, ...line }: PriceLine): PriceLine => line;

/** The price in what it is made of: each with what it became. */
const pricesIn = (lines: readonly PriceLine[]): readonly (readonly PriceLine[])[] =>
  lines
    .filter((line) => !lines.some((before) => followsOn(line, before)))
    .map((first) => partsOf(lines, first));

interface Move {
  readonly on: Day;
  /** How many days after the first night that was agreed; below nought where it is before. */
  readonly later: number;
}

const earliest = (ends: readonly (Day | null)[]): Day | null =>
  ends.reduce((least, one) => (least === null || one === null ? (least ?? one) : minDay(least, one)), null);

/** One price put where the move puts it. Nights on which it became another by agreement stay where they are. */
const putFrom = (parts: readonly PriceLine[], { on, later }: Move): readonly PriceLine[] => {
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const starts =
    first.kind === 'core' ? on : first.startsByMove ? addDays(first.starts, later) : first.starts;
  const edges = parts.map(({ ends, endsByMove }, at) =>
    ends !== null && (endsByMove === true || parts[at + 1]?.startsByMove === true)
      ? addDays(ends, later)
      : ends,
  );
  const put = parts.flatMap((part, at): readonly PriceLine[] => {
    const before = at === 0 ? null : (edges[at - 1] ?? null);
    const from = before === null ? starts : maxDay(starts, before);
    const ends = earliest(edges.slice(at));
    return ends === null || from < ends ? [{ ...part, starts: from, ends }] : [];
  });
  return put.map((part, at) => ({
    ...part,
    ...(at === 0 && first.startsByMove ? { startsByMove: true } : {}),
    ...(at === put.length - 1 && last.endsByMove ? { endsByMove: true } : {}),
  }));
};

const isSamePrice = (one: PriceLine, other: PriceLine): boolean =>
  one.kind === other.kind && sameLineOfPrice(one.name, other.name);

/** A part of a line: a side on which it was cut stays where the cut is. */
export const cutTo = (line: PriceLine, { starts, ends }: Period): PriceLine => {
  const begun = starts === line.starts ? line : withOwnStart(line);
  return { ...(ends === line.ends ? begun : withOwnEnd(begun)), starts, ends };
};

/** The same price is not there twice on a night: of two that a move brings together the one that was put first holds. */
export const notTwice = (line: PriceLine, first: readonly PriceLine[]): readonly PriceLine[] =>
  subtractPeriods(
    line,
    first.filter((one) => isSamePrice(one, line)),
  ).map((left) => cutTo(line, left));

/**
 * The terms as they are for a child who moves on a day, whichever was offered: the core fee and what is counted from the move begin
 * with that night, each for as many nights as were agreed. Nights that were agreed by their dates stay where they are.
 */
export const agreedFrom = (terms: AgreementTerms, on: Day): AgreementTerms => {
  const later = daysBetween(terms.starts, on);
  if (later === 0) return terms;
  const put = pricesIn(terms.lines).map((parts) => ({
    lines: putFrom(parts, { on, later }),
    moves: parts.some((part) => part.kind === 'core' || isByMove(part)),
  }));
  // What was agreed for nights of its own is paid by itself.
  const owns = put.flatMap(({ lines, moves }) => (moves ? [] : lines));
  const lines = put.reduce<readonly PriceLine[]>(
    (before, { lines: of, moves }) => [
      ...before,
      ...(moves ? of.flatMap((line) => notTwice(line, [...owns, ...before])) : of),
    ],
    [],
  );
  return { ...terms, starts: on, lines };
};

/** The lines of a price with the nights that it can be paid for: none before its first. */
export const nightsInPrice = ({
  lines,
  starts,
}: Pick<AgreementTerms, 'lines' | 'starts'>): readonly PriceLine[] =>
  lines.flatMap((line) =>
    line.ends !== null && line.ends <= starts ? [] : [{ ...line, starts: maxDay(line.starts, starts) }],
  );

/** An addition whose nights are counted from the move: those that were agreed, and those of a day on which the child moves. */
export interface LineByMove {
  readonly name: string;
  readonly agreed: Period;
  readonly now: Period;
}

type Price = Pick<AgreementTerms, 'starts' | 'lines'>;

const whole = (parts: readonly PriceLine[]): Period | undefined => {
  const [first, last] = [parts[0], parts.at(-1)];
  return first && last && { starts: first.starts, ends: last.ends };
};

/** The additions that begin with the child, or follow on from one that does, for a move on a day. */
export const linesByMove = ({ starts, lines }: Price, on: Day): readonly LineByMove[] => {
  const move = { on, later: daysBetween(starts, on) };
  return pricesIn(lines).flatMap((parts): readonly LineByMove[] => {
    const [was, now] = [whole(parts), whole(putFrom(parts, move))];
    const name = parts[0]?.kind === 'addition' && parts.some(isByMove) ? parts[0].name : undefined;
    return name === undefined || was === undefined || now === undefined ? [] : [{ name, agreed: was, now }];
  });
};

type Offered = Pick<Offer, 'startsOn' | 'additions'>;

/** What is added to the price of an offer, as an agreement would have it; undefined where it names no first day, or adds nothing. */
export const additionsOffered = ({ startsOn, additions }: Offered): Price | undefined =>
  startsOn === undefined || additions.length === 0
    ? undefined
    : {
        starts: startsOn,
        lines: countedFromMove(
          additions.map(({ what, weekly, starts, ends, why }) => ({
            name: what,
            kind: 'addition',
            weekly,
            starts,
            ends: ends === undefined ? null : addDays(ends, 1),
            why,
          })),
          startsOn,
        ),
      };

/** The additions of an offer for a child who moves on a day: none before it, and each that begins with the child for as many nights. */
export const additionsFrom = (offer: Offered, on: Day): Offer['additions'] => {
  const offered = additionsOffered(offer);
  if (offered === undefined) return offer.additions;
  const words = { expectedEnd: null, absences: [], words: {} };
  return nightsInPrice(agreedFrom({ ...offered, ...words }, on)).map(
    ({ name, weekly, starts, ends, why = '' }) => ({
      what: name,
      weekly,
      starts,
      ends: ends === null ? undefined : addDays(ends, -1),
      why,
    }),
  );
};
