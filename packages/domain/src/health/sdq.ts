import type { ChildOnDay } from '../child/care-history.ts';
import type { YearlyRow } from '../child/yearly-row.ts';
import type { ExclusionReason } from '../measure/exclusion.ts';

type Row = YearlyRow['fields'] | undefined;

/** Strengths and difficulties questionnaire: 0 to 40, the higher the more difficulties. Undefined when there is none. */
export const findSdqScore = (row: Row): number | undefined => {
  const said = row?.['SDQ_SCORE'] ?? '';
  const score = /^\d{1,2}$/.test(said) ? Number(said) : Number.NaN;
  return score <= 40 ? score : undefined;
};

/** The reason given for there being no score (SDQ1 to SDQ5); undefined when none is. */
export const findSdqReason = (row: Row): string | undefined => row?.['SDQ_REASON'];

/** SDQ1: aged under 4 or over 16 at the latest assessment. */
const WRONG_AGE = 'SDQ1';

/**
 * Why no score is asked for, if none is. It is asked of those aged 4 to 16 when last assessed, and the return does not say
 * when that was. A child of 5 to 16 on 31 March was of that age all the year. One of 4 turned 4 in it, and one of 17 turned
 * 17: of them, what the row itself says decides.
 */
export const notAskedForSdq = ({ age }: ChildOnDay, row: Row): ExclusionReason | undefined => {
  const reason = findSdqReason(row);
  const saysOfAge = findSdqScore(row) !== undefined || (reason !== undefined && reason !== WRONG_AGE);
  if (age === undefined) return saysOfAge ? undefined : 'no-date-of-birth';
  if (age >= 5 && age <= 16) return undefined;
  if (age === 4) return reason === WRONG_AGE ? 'not-aged-4-to-16' : undefined;
  return age === 17 && saysOfAge ? undefined : 'not-aged-4-to-16';
};

/** The bands of the questionnaire as carers answer it. */
export const SDQ_BANDS = {
  normal: 'Normal (0 to 13)',
  borderline: 'Borderline (14 to 16)',
  concern: 'Cause for concern (17 to 40)',
} as const;
export type SdqBand = keyof typeof SDQ_BANDS;

export const sdqBand = (score: number): SdqBand =>
  score <= 13 ? 'normal' : score <= 16 ? 'borderline' : 'concern';
