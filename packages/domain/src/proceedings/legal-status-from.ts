import type { Day } from '../calendar/day.ts';
import { containsDay } from '../calendar/period.ts';
import { dayInWords } from '../calendar/words.ts';
import { codeTitle } from '../child/code-list.ts';
import { LEGAL_STATUSES } from '../child/legal-status.ts';
import type { LegalStatus, Timelines } from '../child/record.ts';

/** The stretch of legal status that holds at the end of a day; undefined out of care. */
export const legalStatusOn = (
  { periodsOfCare, legalStatuses }: Timelines,
  on: Day,
): LegalStatus | undefined =>
  periodsOfCare.some((period) => containsDay(period, on))
    ? legalStatuses.findLast((each) => containsDay(each, on))
    : undefined;

/** In the middle of a sentence: "interim care order". Section 20 and the names of acts keep their capitals. */
const inSentence = (status: string): string => {
  const title = codeTitle(LEGAL_STATUSES, status);
  return title.charAt(0).toLowerCase() + title.slice(1);
};

/**
 * A child's timelines with another legal status from a day on: what held is closed on that day and the new begins, so that the
 * return's next episode begins there because the legal status changed. The same record where it says so already, and a
 * sentence where that day cannot be: nobody's earlier history is rewritten by an order of today.
 */
export const withLegalStatusFrom = <Record extends Timelines>(
  record: Record,
  { status, from, today }: { readonly status: string; readonly from: Day; readonly today: Day },
): Record | string => {
  const { periodsOfCare, legalStatuses } = record;
  if (from > today) return 'Write today or a day before it: an order is recorded once it holds';
  const held = legalStatusOn(record, from);
  const firstDay = periodsOfCare.at(-1)?.starts;
  if (held === undefined)
    return firstDay !== undefined && from < firstDay && periodsOfCare.at(-1)?.ends === null
      ? `Write ${dayInWords(firstDay)} or a later day: the child came into care then`
      : 'The record does not have the child in care on that day. That they came into care is recorded first';
  const later = legalStatuses.find(({ starts }) => starts > from);
  if (later !== undefined)
    return `Write a day after ${dayInWords(later.starts)}: the record has ${inSentence(later.status)} from then on`;
  if (held.status === status)
    return held.starts === from
      ? record
      : `The record has ${inSentence(status)} since ${dayInWords(held.starts)} already. Write that day, or a change from it`;
  if (held.starts === from)
    return `The record has ${inSentence(held.status)} from that same day. Write a later day, or have the record corrected`;
  return {
    ...record,
    legalStatuses: [
      ...legalStatuses.map((each) => (each === held ? { ...held, ends: from } : each)),
      { status, starts: from, ends: held.ends, began: 'changed' as const },
    ],
  };
};
