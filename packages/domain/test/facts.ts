import fc from 'fast-check';
import { addDays, type Day, day } from '../src/calendar/day.ts';
import type { ChildFact, FactKind } from '../src/child/record.ts';

/** "2024-03-31" as the return writes it: "31/03/2024". */
export const inReturn = (on: string): string => on.split('-').reverse().join('/');

const fact = (
  kind: FactKind,
  key: string,
  fields: Readonly<Record<string, string | undefined>>,
): ChildFact => ({
  kind,
  key,
  fields: Object.fromEntries(
    Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== undefined),
  ),
});

/** Reviews held, each as "2024-01-04" or "2024-01-04 PN1". */
export const reviews = (...held: readonly string[]): readonly ChildFact[] =>
  held.map((each) => {
    const [on = '', code] = each.split(' ');
    return fact('review', on, { REVIEW: inReturn(on), REVIEW_CODE: code });
  });

/** Times missing or away, each as "M 2024-01-04" with the day it ended after it. */
export const missing = (...times: readonly string[]): readonly ChildFact[] =>
  times.map((each) => {
    const [absence = '', from = '', to] = each.split(' ');
    return fact('missing', `${from} ${absence}`, {
      MISSING: absence,
      MIS_START: inReturn(from),
      MIS_END: to === undefined ? undefined : inReturn(to),
    });
  });

/** Social workers, each as "SW1 2024-01-04" with the day they left after it. */
export const socialWorkers = (...times: readonly string[]): readonly ChildFact[] =>
  times.map((each) => {
    const [number = '', from = '', to] = each.split(' ');
    return fact('social-worker', `${from} ${number}`, {
      SW_ID: number,
      SW_DECOM: inReturn(from),
      SW_DEC: to === undefined ? undefined : inReturn(to),
    });
  });

/** A row of the year that ends on 31 March of `year`. */
export const oc2 = (year: number, fields: Readonly<Record<string, string>>): ChildFact =>
  fact('oc2', `${year}-03-31`, fields);
export const oc3 = (year: number, fields: Readonly<Record<string, string>>): ChildFact =>
  fact('oc3', `${year}-03-31`, fields);

const yesOrNo = fc.constantFrom('0', '1');
const oc2Fields = fc.record(
  {
    HEALTH_ASSESSMENT: yesOrNo,
    TEETH_CHECK: yesOrNo,
    IMMUNISATIONS: yesOrNo,
    HEALTH_CHECK: yesOrNo,
    CONVICTED: yesOrNo,
    SUBSTANCE_MISUSE: yesOrNo,
    INTERVENTION_RECEIVED: yesOrNo,
    INTERVENTION_OFFERED: yesOrNo,
    SDQ_SCORE: fc.constantFrom('0', '13', '14', '17', '40', '41'),
    SDQ_REASON: fc.constantFrom('SDQ1', 'SDQ2'),
  },
  { requiredKeys: [] },
);
const oc3Fields = fc.record(
  {
    IN_TOUCH: fc.constantFrom('YES', 'NO', 'DIED', 'RHOM', 'REFU'),
    ACTIV: fc.constantFrom('F1', 'P5', 'G5', '0'),
    ACCOM: fc.constantFrom('B1', 'U2', 'S2', 'X2', 'Z1', '0'),
  },
  { requiredKeys: [] },
);

/** What a return may say besides of a child, in the four years from a day; not always sense. */
export const arbitraryFacts = (from: Day = day('2020-01-31')): fc.Arbitrary<readonly ChildFact[]> => {
  const days = fc.nat(1200).map((n) => addDays(from, n));
  const times = fc.tuple(days, fc.constantFrom(0, 1, 3, 60, undefined));
  const period = ([starts, length]: [Day, number | undefined]): string =>
    length === undefined ? starts : `${starts} ${addDays(starts, length)}`;
  const codes = fc.constantFrom('PN0', 'PN1', 'PN4', 'PN7');
  const years = fc.constantFrom(2020, 2021, 2022, 2023, 2024);
  const some = <Each>(each: fc.Arbitrary<Each>) => fc.array(each, { maxLength: 4 });
  return fc
    .tuple(
      some(fc.tuple(days, codes).map(([on, code]) => reviews(`${on} ${code}`))),
      some(
        fc
          .tuple(fc.constantFrom('M', 'A'), times)
          .map(([absence, time]) => missing(`${absence} ${period(time)}`)),
      ),
      some(
        fc
          .tuple(fc.constantFrom('SW1', 'SW2', 'SW3'), times)
          .map(([id, time]) => socialWorkers(`${id} ${period(time)}`)),
      ),
      some(fc.tuple(years, oc2Fields).map(([year, fields]) => [oc2(year, fields)])),
      some(fc.tuple(years, oc3Fields).map(([year, fields]) => [oc3(year, fields)])),
    )
    .map((kinds) => {
      const facts = kinds.flat(2);
      return [...new Map(facts.map((each) => [`${each.kind} ${each.key}`, each])).values()];
    });
};
