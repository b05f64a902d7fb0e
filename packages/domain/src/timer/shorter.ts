import { type Refusal, refused } from '../refusal/refusal.ts';
import { type ClockRule, type ClockSpan, clockSpanInWords } from './clock-rule.ts';

/** A rule for which an authority may allow less time, with the time that the rule allows. */
export interface ShortenableRule {
  readonly rule: ClockRule;
  readonly span: ClockSpan;
}

/** Those of some rules for which less time can be allowed, where there is time to allow less of. */
export const shortenableOf = (rules: readonly ClockRule[]): readonly ShortenableRule[] =>
  rules.flatMap((rule) => {
    const { allowed, mayShorten } = rule;
    return mayShorten && typeof allowed === 'object' ? [{ rule, span: allowed }] : [];
  });

/** Why an authority cannot allow so much for a rule; undefined when it can. It may be stricter, and never laxer. */
export const findShorterFault = (
  { rule, span }: ShortenableRule,
  count: number,
): Refusal<'not-whole' | 'too-few' | 'too-many'> | undefined => {
  if (!Number.isInteger(count)) return refused('not-whole', 'Enter a whole number.');
  if (count < 1)
    return refused('too-few', 'Enter at least 1: there has to be a day on which it can be done.');
  const who = rule.basis === 'law' ? 'The law' : 'The rule';
  return count > span.count
    ? refused(
        'too-many',
        `${who} allows ${clockSpanInWords(span)}. An authority may allow less, and never more.`,
      )
    : undefined;
};
