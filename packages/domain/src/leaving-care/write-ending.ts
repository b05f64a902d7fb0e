import type { Day } from '../calendar/day.ts';
import type { RecordWriter } from '../workflow/record-writer.ts';
import { type Ending, endCare, findEndingFault, hasEndedSo, LEFT_ON, LEFT_WHY } from './ending.ts';

/** The ending that was said with a step; undefined while it is not said. */
export const endingSaid = (said: Readonly<Record<string, unknown>>): Ending | undefined => {
  const { [LEFT_ON]: on, [LEFT_WHY]: reason } = said;
  return typeof on === 'string' && typeof reason === 'string' ? { on: on as Day, reason } : undefined;
};

/** Ends care in the record. Where the record says so already, to the day and the reason, it stays as it is. */
export const writeEnding: RecordWriter = ({ child, said, today }) => {
  const ending = endingSaid(said);
  if (ending === undefined)
    return {
      kind: 'cannot-be',
      faults: [{ question: LEFT_ON, sentence: 'Enter the day on which care ended, and why' }],
    };
  if (hasEndedSo(child, ending)) return { kind: 'written', child };
  const fault = findEndingFault(child, ending, today);
  return fault === undefined
    ? { kind: 'written', child: endCare(child, ending) }
    : { kind: 'cannot-be', faults: [fault] };
};
