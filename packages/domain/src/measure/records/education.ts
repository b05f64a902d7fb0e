import type { Day } from '../../calendar/day.ts';
import type { Period } from '../../calendar/period.ts';
import type { ChildId } from '../../child/record.ts';

/** A personal education plan, made or reviewed. */
export interface EducationPlan {
  readonly child: ChildId;
  readonly on: Day;
  /** How good the virtual school rates it; null when it has not. */
  readonly rating: 'red' | 'amber' | 'green' | null;
}

/** A school term of this authority, holidays after it not in it. */
export interface SchoolTerm {
  readonly starts: Day;
  readonly ends: Day;
}

/** A child's sessions at school in a time; half-days. */
export interface Attendance {
  readonly child: ChildId;
  readonly starts: Day;
  /** The first day after it. */
  readonly ends: Day;
  readonly attended: number;
  readonly possible: number;
}

/** A suspension from school (fixed-term exclusion). */
export interface Suspension {
  readonly child: ChildId;
  readonly on: Day;
}

/** A time on the roll of one school, and how many hours a week it gives. */
export interface SchoolPlace extends Period {
  readonly child: ChildId;
  readonly school: string;
  readonly weeklyHours: number | null;
}

/** What a young person of 16 or 17 does. */
export interface YoungPersonsActivity extends Period {
  readonly child: ChildId;
  readonly activity: 'education' | 'employment' | 'training' | 'none';
}
