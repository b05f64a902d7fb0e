import { birthdayAt } from '../calendar/age.ts';
import type { Day } from '../calendar/day.ts';
import { dayInWords } from '../calendar/words.ts';

/** A kind of home that is for older children alone, and from which birthday. */
interface ForOlder {
  readonly called: string;
  readonly from: number;
  readonly whom: 'young people' | 'children';
}

/**
 * What the return's rules 371 to 373 take for granted. Of supported accommodation it is the law as well: nobody under 16 may be
 * placed there (Care Planning, Placement and Case Review (England) Regulations 2010, regulation 27A).
 */
const FOR_OLDER: Readonly<Record<string, ForOlder>> = {
  K3: { called: 'Supported accommodation', from: 16, whom: 'young people' },
  R5: { called: 'A young offender institution', from: 10, whom: 'children' },
  S1: { called: 'A residential school', from: 4, whom: 'children' },
};

/** Why a child cannot live in a kind of home from a day, being too young for it; undefined where they can, or nobody knows their age. */
export const tooYoungFor = (type: string, born: Day | undefined, on: Day): string | undefined => {
  const rule = FOR_OLDER[type];
  if (rule === undefined || born === undefined) return undefined;
  const birthday = birthdayAt(born, rule.from);
  return on >= birthday
    ? undefined
    : `${rule.called} is only for ${rule.whom} of ${rule.from} or over, and the child is ${rule.from} on ${dayInWords(birthday)}. Choose another home, or check the day and the date of birth`;
};
