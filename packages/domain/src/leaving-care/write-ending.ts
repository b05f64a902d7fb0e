import type { Day } from '../calendar/day.ts';
import type { RecordWriter, Writing } from '../workflow/record-writer.ts';
import {
  ANOTHER_REASON,
  type Ending,
  endCare,
  findEndingFault,
  hasEndedSo,
  LEFT_ON,
  LEFT_OTHER,
  LEFT_WHY,
} from './ending.ts';
import { isAsPlanned } from './reasons-offered.ts';

type Said = Readonly<Record<string, unknown>>;

const isAnother = ({ [LEFT_WHY]: why }: Said): boolean => why === ANOTHER_REASON;

/** The ending that was said with a step; undefined while it is not said. */
export const endingSaid = (said: Said): Ending | undefined => {
  const { [LEFT_ON]: on, [LEFT_WHY]: why, [LEFT_OTHER]: other } = said;
  const reason = isAnother(said) ? other : why;
  return typeof on === 'string' && typeof reason === 'string' ? { on: on as Day, reason } : undefined;
};

const cannotBe = (question: string, sentence: string): Writing => ({
  kind: 'cannot-be',
  faults: [{ question, sentence }],
});

/** Ends care in the record. Where the record says so already, to the day and the reason, it stays as it is. */
export const writeEnding: RecordWriter = ({ child, said, today }) => {
  const ending = endingSaid(said);
  if (ending === undefined) return cannotBe(LEFT_ON, 'Enter the day on which care ended, and why');
  if (hasEndedSo(child, ending)) return { kind: 'written', child };
  const fault = findEndingFault(child, ending, today);
  if (fault === undefined) return { kind: 'written', child: endCare(child, ending) };
  return cannotBe(
    isAnother(said) && fault.question === LEFT_WHY ? LEFT_OTHER : fault.question,
    fault.sentence,
  );
};

/** The same at the end of an agreed plan: for what it did not lead to, it is said why. */
export const writePlannedEnding: RecordWriter = (toWrite) => {
  const ending = endingSaid(toWrite.said);
  return ending === undefined || isAnother(toWrite.said) || isAsPlanned(toWrite.evidence, ending.reason)
    ? writeEnding(toWrite)
    : cannotBe(
        LEFT_WHY,
        'The plan leads to something else. Choose “Otherwise than the plan says”, then the reason, and say why',
      );
};
