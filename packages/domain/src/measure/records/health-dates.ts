import type { Day } from '../../calendar/day.ts';
import type { ChildId } from '../../child/record.ts';

/** A health assessment that was held. */
export interface HealthAssessment {
  readonly child: ChildId;
  readonly kind: 'initial' | 'review';
  readonly on: Day;
}

/** A summary of health given to a young person on leaving care. */
export interface HealthPassport {
  readonly child: ChildId;
  readonly issuedOn: Day;
}
