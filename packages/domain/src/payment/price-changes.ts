import { addDays, type Day, day, maxDay, minDay } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import { dayInWords } from '../calendar/words.ts';
import { textSaid } from '../form/text-said.ts';
import { parseMoney } from '../money/parse-money.ts';
import { pencePerWeek } from '../money/weekly.ts';
import { basisPointsOf, type ChangeMeaning, fault, partsOf, pricesOf, WHY } from './change-meaning.ts';
import { countedFromMove, withOwnEnd, withOwnStart } from './counted-from-move.ts';
import type { PriceLine } from './payable.ts';
import { withPriceChange } from './uplift.ts';

/** A price with what it became, on these nights instead: what it cost first or last holds before and after the nights that it had. */
export const onNights = (parts: readonly PriceLine[], { starts, ends }: Period): readonly PriceLine[] =>
  parts
    .map((part, at) => ({
      ...withOwnStart(withOwnEnd(part)),
      starts: at === 0 ? starts : maxDay(part.starts, starts),
      ends: at === parts.length - 1 ? ends : earlierOf(part.ends, ends),
    }))
    .filter((part) => part.ends === null || part.starts < part.ends);

const earlierOf = (one: Day | null, other: Day | null): Day | null =>
  one === null || other === null ? (one ?? other) : minDay(one, other);

/** Changes of what is paid: additions, their end, a new price of one, a percentage of all. */
export const PRICE_CHANGES = {
  addition: {
    button: 'Add to the price',
    told: 'added to the price',
    asks: [
      { kind: 'line', name: 'what', label: 'What is added', hint: 'For example: two staff to one child.' },
      { kind: 'money', name: 'weekly', label: 'What it costs a week' },
      { kind: 'day', name: 'starts', label: 'From which night' },
      { kind: 'day', name: 'ends', label: 'Up to and with which night', optional: true, notBefore: 'starts' },
      WHY,
    ],
    make: (terms, answers) => {
      const starts = day(textSaid(answers['starts']));
      if (starts < terms.starts)
        return fault(
          'starts',
          `The price runs from ${dayInWords(terms.starts)}: enter that day or a later one`,
        );
      const read = parseMoney(textSaid(answers['weekly']));
      const ends = answers['ends'] === undefined ? null : addDays(day(textSaid(answers['ends'])), 1);
      const weekly = pencePerWeek(read.kind === 'refused' ? 0 : read.pence);
      const [name, why] = [textSaid(answers['what']), textSaid(answers['why'])];
      const line: PriceLine = { name, kind: 'addition', weekly, starts, ends, why };
      return { ...terms, lines: [...terms.lines, ...countedFromMove([line], terms.starts)] };
    },
  },
  'end-addition': {
    button: 'End an addition',
    told: 'ended an addition',
    asks: [
      { kind: 'one-of', name: 'which', label: 'Which addition?', options: {} },
      { kind: 'day', name: 'last', label: 'The last night that is paid' },
      WHY,
    ],
    which: (terms) => pricesOf(terms, ['addition']),
    make: (terms, answers) => {
      const [at, last] = [Number(answers['which']), day(textSaid(answers['last']))];
      const line = terms.lines[at];
      if (line === undefined) return fault('which', 'Choose one of the additions');
      const parts = partsOf(terms.lines, line);
      const ends = addDays(last, 1);
      const lastEnds = parts.at(-1)?.ends ?? null;
      if (ends < line.starts)
        return fault(
          'last',
          `It began on ${dayInWords(line.starts)}: enter the night before it where it was never there, or a later one`,
        );
      if (lastEnds !== null && ends >= lastEnds)
        return fault(
          'last',
          `It ends on ${dayInWords(addDays(lastEnds, -1))} already: enter an earlier night`,
        );
      return {
        ...terms,
        lines: terms.lines.flatMap((one) => {
          if (!parts.includes(one)) return [one];
          if (one.starts >= ends) return [];
          return [one.ends !== null && one.ends < ends ? one : { ...withOwnEnd(one), ends }];
        }),
      };
    },
  },
  'addition-nights': {
    button: 'Give an addition nights of its own',
    told: 'gave an addition nights of its own',
    asks: [
      { kind: 'one-of', name: 'which', label: 'Which addition?', options: {} },
      {
        kind: 'day',
        name: 'starts',
        label: 'From which night',
        hint: 'It then stays on these nights, whenever the child moves.',
      },
      { kind: 'day', name: 'ends', label: 'Up to and with which night', optional: true, notBefore: 'starts' },
      WHY,
    ],
    which: (terms) => pricesOf(terms, ['addition']),
    make: (terms, answers) => {
      const first = terms.lines[Number(answers['which'])];
      if (first === undefined) return fault('which', 'Choose one of the additions');
      const starts = day(textSaid(answers['starts']));
      if (starts < terms.starts)
        return fault(
          'starts',
          `The price runs from ${dayInWords(terms.starts)}: enter that day or a later one`,
        );
      const ends = answers['ends'] === undefined ? null : addDays(day(textSaid(answers['ends'])), 1);
      const parts = partsOf(terms.lines, first);
      return {
        ...terms,
        lines: terms.lines.flatMap((one) =>
          one === first ? onNights(parts, { starts, ends }) : parts.includes(one) ? [] : [one],
        ),
      };
    },
  },
  'new-price': {
    button: 'Agree a new price',
    told: 'agreed a new price',
    asks: [
      { kind: 'one-of', name: 'which', label: 'Of what?', options: {} },
      { kind: 'money', name: 'weekly', label: 'What it costs a week from then on' },
      {
        kind: 'day',
        name: 'from',
        label: 'From which night',
        hint: 'What was agreed before of its price for this night and later ones no longer counts.',
      },
      WHY,
    ],
    which: (terms) => pricesOf(terms),
    make: (terms, answers) => {
      const [at, from] = [Number(answers['which']), day(textSaid(answers['from']))];
      const first = terms.lines[at];
      if (first === undefined) return fault('which', 'Choose one of the prices');
      const parts = partsOf(terms.lines, first);
      const ends = parts.at(-1)?.ends ?? null;
      if (from < first.starts)
        return fault('from', `It runs from ${dayInWords(first.starts)}: enter that day or a later one`);
      if (ends !== null && from >= ends)
        return fault(
          'from',
          `Its last night is ${dayInWords(addDays(ends, -1))}: enter that night or an earlier one`,
        );
      const read = parseMoney(textSaid(answers['weekly']));
      const weekly = pencePerWeek(read.kind === 'refused' ? 0 : read.pence);
      const before = parts
        .filter(({ starts }) => starts < from)
        .map((one) => (one.ends !== null && one.ends <= from ? one : { ...withOwnEnd(one), ends: from }));
      const later = {
        ...withOwnEnd(before.length === 0 ? first : withOwnStart(first)),
        ...(parts.at(-1)?.endsByMove && { endsByMove: true as const }),
        starts: from,
        ends,
        weekly,
      };
      const lines = terms.lines.flatMap((one) =>
        one === first ? [...before, later] : parts.includes(one) ? [] : [one],
      );
      return { ...terms, lines };
    },
  },
  'price-change': {
    button: 'Change prices by a percentage',
    told: 'changed prices by a percentage',
    asks: [
      { kind: 'day', name: 'from', label: 'From which night' },
      {
        kind: 'one-of',
        name: 'way',
        label: 'Up or down?',
        options: { up: 'Up', down: 'Down' },
      },
      { kind: 'line', name: 'percent', label: 'By how much, in percent', hint: 'For example 6 or 2.5' },
      {
        kind: 'one-of',
        name: 'of',
        label: 'Of which prices?',
        options: { core: 'The core fee alone', all: 'All' },
      },
      { kind: 'line', name: 'award', label: 'Which award or agreement it follows from' },
      WHY,
    ],
    make: (terms, answers) => {
      const size = basisPointsOf(textSaid(answers['percent']));
      const down = answers['way'] === 'down';
      if (size === undefined || size === 0 || (down && size > 10_000))
        return fault('percent', 'Enter a percentage above nought, such as 6 or 2.5');
      const from = day(textSaid(answers['from']));
      if (from < terms.starts)
        return fault(
          'from',
          `The price runs from ${dayInWords(terms.starts)}: enter that day or a later one`,
        );
      const of = answers['of'] === 'core' ? 'core' : 'all';
      return {
        ...terms,
        lines: withPriceChange(terms.lines, { from, basisPoints: down ? -size : size, of }),
      };
    },
  },
} as const satisfies Readonly<Record<string, ChangeMeaning>>;
