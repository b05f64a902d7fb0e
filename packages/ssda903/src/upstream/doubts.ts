import { addDays, addMonths, type Day, dayInWords } from '@rightplace/domain';
import type { NotTaken } from './upstream-fact.ts';

/** No child was told of so long ago: whoever is written down so is written down a century, or a digit, out. */
const MOST_YEARS = 30;

export const earliestDay = (latest: Day): Day => addMonths(latest, -MOST_YEARS * 12);

/** What is said of a day that no child of today can have. */
export const tooLongAgo = (text: string): { readonly reason: string; readonly todo: string } => ({
  reason: `${text} is more than ${MOST_YEARS} years ago.`,
  todo: 'See whether the year is a century out, and put it right.',
});

/** A child’s day of birth as one row or element says it, to be held against others. */
export interface BirthTold {
  readonly child: string;
  readonly birth: Day;
  readonly file: string;
  readonly line: number;
  readonly column: string;
}

/** Before they are born children can be in need and on a plan, but not by more than this. */
const DAYS_BEFORE_BIRTH = 300;

export const isLongBeforeBirth = (on: Day, birth: Day): boolean => on < addDays(birth, -DAYS_BEFORE_BIRTH);

/** Of a child told of with two days of birth: where each stands. The first is kept. */
export const birthsThatDiffer = (told: Iterable<BirthTold>): readonly NotTaken[] => {
  const first = new Map<string, BirthTold>();
  const said = new Set<string>();
  const doubts: NotTaken[] = [];
  for (const each of told) {
    const before = first.get(each.child);
    if (before === undefined) first.set(each.child, each);
    else if (before.birth !== each.birth && !said.has(`${each.child} ${each.birth}`)) {
      said.add(`${each.child} ${each.birth}`);
      doubts.push({
        ...each,
        reason: `The day of birth is ${dayInWords(each.birth)} here and ${dayInWords(before.birth)} in ${before.file}, line ${before.line}.`,
        todo: 'Put the wrong one right. Until then the first is kept, and all rows count.',
      });
    }
  }
  return doubts.map(({ file, line, child, column, reason, todo }) => ({
    file,
    line,
    child,
    column,
    reason,
    todo,
  }));
};
