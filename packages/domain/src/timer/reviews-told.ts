import type { Day } from '../calendar/day.ts';
import type { CareHistory } from '../child/care-history.ts';
import { reviewsOf } from '../child/review.ts';
import type { ClockRule } from './clock-rule.ts';
import type { RecordedStart } from './starts.ts';

/** The days on which the record has a child's case reviewed, of one start of a clock that a review ends. */
export const reviewsTold = (
  { doneBy }: Pick<ClockRule, 'doneBy'>,
  { on, ends }: Pick<RecordedStart, 'on' | 'ends'>,
  { history: { facts }, today }: { readonly history: CareHistory; readonly today: Day },
): readonly Day[] =>
  doneBy === 'review-held'
    ? reviewsOf(facts)
        .map((review) => review.on)
        .filter((held) => held >= on && held <= today && (ends === null || held <= ends))
    : [];
