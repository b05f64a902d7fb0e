import type { DayRead } from './days.ts';
import type { UpstreamFact } from './upstream-fact.ts';

/** "a) Male", "M", "1" … as the lists and the census of several years write it. */
const SEXES: readonly (readonly [RegExp, string])[] = [
  [/^(?:[a-z]\)\s*)?(?:m|male|1)$/i, 'M'],
  [/^(?:[a-z]\)\s*)?(?:f|female|2)$/i, 'F'],
];

/** A code of four letters wherever it stands: "a) WBRI", "WBRI - White British". */
const ETHNICITY = /\b[A-Z]{4}\b/;

/** Who a child is, as far as it is kept: what is not a day or a code is left out, and never costs the row. */
export const detailsOf = (
  child: string,
  { birth, sex, ethnicity }: { readonly birth: DayRead; readonly sex: string; readonly ethnicity: string },
): UpstreamFact => {
  const sexCode = sex === '' ? undefined : (SEXES.find(([as]) => as.test(sex))?.[1] ?? 'U');
  const code = ETHNICITY.exec(ethnicity)?.[0];
  return {
    kind: 'child',
    child,
    starts: null,
    ends: null,
    key: '',
    detail: {
      ...(birth.kind === 'day' ? { dateOfBirth: birth.day } : {}),
      ...(sexCode === undefined ? {} : { sex: sexCode }),
      ...(code === undefined ? {} : { ethnicity: code }),
    },
  };
};

/** The factors of one assessment, from a text such as "2A, 4B; 10". */
export const factorsIn = (assessment: UpstreamFact, text: string): readonly UpstreamFact[] =>
  [...new Set(text.toUpperCase().match(/\b\d{1,2}[A-Z]?\b/g) ?? [])].map((factor) => ({
    kind: 'factor',
    child: assessment.child,
    // A factor is found when the assessment is done; while it is not, it is dated by its start.
    starts: assessment.ends ?? assessment.starts,
    ends: null,
    key: factor,
    detail: {},
  }));
