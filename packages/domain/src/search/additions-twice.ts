import type { Answers } from '../form/form.ts';
import type { Fault } from '../form/read-answers.ts';
import { pencePerWeek } from '../money/weekly.ts';
import { findPriceFaults } from '../payment/price-faults.ts';
import type { EntryKind } from './log-entry.ts';
import { additionsIn } from './offer.ts';
import { linesOf } from './offer-cost.ts';

/** What of the additions of an offer could stand in no agreement, each where it is typed: of two alike, the second. */
export const findOfferedTwice = (kind: EntryKind, { additions }: Answers): readonly Fault[] => {
  if (kind !== 'offer' || !Array.isArray(additions)) return [];
  const typed = additions.flatMap((entry, at) => additionsIn([entry]).map((addition) => ({ at, addition })));
  return typed.flatMap(({ at, addition: { starts } }, place) => {
    const upTo = (end: number) =>
      linesOf({ core: pencePerWeek(0), additions: typed.slice(0, end).map((one) => one.addition) }, starts);
    const [sentence] = findPriceFaults(upTo(place + 1), { starts, ends: null }, upTo(place));
    return sentence === undefined
      ? []
      : [
          {
            question: 'additions',
            entry: { at, question: 'what' },
            sentence: `Addition ${at + 1}: ${sentence}`,
          },
        ];
  });
};
