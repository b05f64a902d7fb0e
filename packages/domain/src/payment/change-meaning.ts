import { dayInWords } from '../calendar/words.ts';
import type { Answers, FormQuestion, Options } from '../form/form.ts';
import type { Fault } from '../form/read-answers.ts';
import { formatWeekly } from '../money/weekly.ts';
import type { AgreementTerms } from './agreement.ts';
import { sameLineOfPrice } from './line-of-price.ts';
import type { PriceLine } from './payable.ts';

/** What both sides, or the record of the child, may change in an agreement that stands. */
export interface ChangeMeaning {
  readonly button: string;
  /** Completes "Kit Rowanby …". */
  readonly told: string;
  readonly asks: readonly FormQuestion[];
  /** What the question "which" offers of these terms; without any there is nothing to change. */
  readonly which?: (terms: AgreementTerms) => Options;
  readonly make: (terms: AgreementTerms, answers: Answers) => AgreementTerms | readonly Fault[];
}

export const WHY: FormQuestion = { kind: 'text', name: 'why', label: 'Why, and who agreed to it' };

export const fault = (question: string, sentence: string): readonly Fault[] => [{ question, sentence }];

const PERCENT = /^\d{1,3}(?:\.\d{1,2})?$/;
/** Hundredths of a percent; undefined for what is no percentage. */
export const basisPointsOf = (typed: string): number | undefined => {
  const plain = typed.replace(/\s*%$/, '');
  return PERCENT.test(plain) ? Math.round(Number(plain) * 100) : undefined;
};

/** Whether a line is what another became. */
export const followsOn = (line: PriceLine, before: PriceLine): boolean =>
  line.kind === before.kind &&
  sameLineOfPrice(line.name, before.name) &&
  line.starts === before.ends &&
  line.starts > before.starts;

/**
 * A line of the price with what it became when it changed: each part begins on the night on which the one before ends. Of two that could
 * be it, the one that stands after it: there a change puts it.
 */
export const partsOf = (lines: readonly PriceLine[], first: PriceLine): readonly PriceLine[] => {
  const isNext = (line: PriceLine): boolean => followsOn(line, first);
  const next = lines.slice(lines.indexOf(first) + 1).find(isNext) ?? lines.find(isNext);
  return next === undefined ? [first] : [first, ...partsOf(lines, next)];
};

/** Lines of the price by their place, each once whatever it became. */
export const pricesOf = (
  { lines }: AgreementTerms,
  kinds: readonly PriceLine['kind'][] = ['core', 'addition'],
): Options =>
  Object.fromEntries(
    lines.flatMap((line, at): readonly (readonly [string, string])[] =>
      !kinds.includes(line.kind) || lines.some((before) => followsOn(line, before))
        ? []
        : [
            [
              String(at),
              `${line.name}, ${partsOf(lines, line)
                .map(({ weekly, starts }) => `${formatWeekly(weekly)} from ${dayInWords(starts)}`)
                .join(', then ')}`,
            ],
          ],
    ),
  );
