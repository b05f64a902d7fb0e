import type { Day } from '../../calendar/day.ts';
import type { Period } from '../../calendar/period.ts';
import type { ChildId } from '../../child/record.ts';

export const AUDIT_GRADES = {
  outstanding: 'Outstanding',
  good: 'Good',
  'requires-improvement': 'Requires improvement',
  inadequate: 'Inadequate',
} as const;

/** A case file audited. */
export interface CaseAudit {
  readonly child: ChildId;
  readonly on: Day;
  readonly theme: string;
  readonly grade: keyof typeof AUDIT_GRADES;
}

/** What one child said in a survey; null where they did not answer. */
export interface SurveyAnswer {
  readonly answer: string;
  readonly on: Day;
  readonly happyAndHealthy: boolean | null;
}

/** A time in which a worker held a child's case. */
export interface CaseHeld extends Period {
  readonly worker: string;
  readonly child: ChildId;
}

export interface Supervision {
  readonly worker: string;
  readonly on: Day;
}

/** A time in which a child was known to be at risk. `planOn` is the day a plan was in place. */
export interface KnownRisk extends Period {
  readonly child: ChildId;
  readonly risk: 'exploitation' | 'genital-mutilation';
  readonly planOn: Day | null;
}
