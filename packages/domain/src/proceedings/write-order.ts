import { type Day, parseDay } from '../calendar/day.ts';
import { dayInWords } from '../calendar/words.ts';
import type { ChildRecord } from '../child/record.ts';
import type { Answer } from '../form/form.ts';
import type { RecordWriter, Writing } from '../workflow/record-writer.ts';
import { legalStatusOn, withLegalStatusFrom } from './legal-status-from.ts';
import { findOrder, isInterim } from './orders.ts';

const dayOf = (answer: Answer | undefined): Day | undefined =>
  typeof answer === 'string' ? parseDay(answer) : undefined;

const cannotBe = (question: string, sentence: string): Writing => ({
  kind: 'cannot-be',
  faults: [{ question, sentence }],
});
const asItIs = (child: ChildRecord): Writing => ({ kind: 'written', child });

const withStatus = (
  child: ChildRecord,
  question: string,
  asked: { readonly status: string; readonly from: Day; readonly today: Day },
): Writing => {
  const after = withLegalStatusFrom(child, asked);
  return typeof after === 'string' ? cannotBe(question, after) : { kind: 'written', child: after };
};

const renewed = (child: ChildRecord, from: Day, today: Day): Writing =>
  from > today
    ? cannotBe('made-on', 'Write today or a day before it: an order is recorded once it holds')
    : asItIs(child);

/**
 * A child's record after a court's order, or what is wrong with what was said of it. An order that gives no legal status of the
 * return leaves the child in care by agreement or out of care, and whoever records it says which.
 */
export const writeOrder: RecordWriter = ({ child, said, today }) => {
  const order = findOrder(said.order);
  const from = dayOf(said['made-on']);
  if (order === undefined || from === undefined) return asItIs(child);
  const held = legalStatusOn(child, from);
  // One that is made again while it lasts, with another last day, changes no legal status.
  if (isInterim(said.order) && held?.status === order.status && held.starts < from)
    return renewed(child, from, today);
  if (order.status !== null)
    return held === undefined && order.alsoAtHome === true
      ? asItIs(child)
      : withStatus(child, 'made-on', { status: order.status, from, today });
  switch (said.afterwards) {
    case 'agreed':
      return withStatus(child, 'made-on', { status: 'V2', from, today });
    case 'leaves':
      return held === undefined
        ? cannotBe('afterwards', 'The record does not have the child in care on that day')
        : asItIs(child);
    case 'not-in-care':
      return held === undefined
        ? asItIs(child)
        : cannotBe('afterwards', `The record has the child in care on ${dayInWords(from)}`);
    default:
      return asItIs(child);
  }
};

/** A child's record after an agreement under section 20 that begins while they are in care on another legal basis. */
export const writeSection20: RecordWriter = ({ child, said, today }) => {
  const from = dayOf(said['status-from']);
  return said['in-care'] !== 'comes' || from === undefined
    ? asItIs(child)
    : withStatus(child, 'status-from', { status: 'V2', from, today });
};
