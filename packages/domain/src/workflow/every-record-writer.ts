import { writeStartOfCare } from '../entry-to-care/start-of-care.ts';
import { WRITES_ENDING, WRITES_PLANNED_ENDING } from '../leaving-care/leaving.ts';
import { writeEnding, writePlannedEnding } from '../leaving-care/write-ending.ts';
import { writeChangeOfHome } from '../placement-request/change-of-home.ts';
import { writeOrder, writeSection20 } from '../proceedings/write-order.ts';
import type { RecordWriter } from './record-writer.ts';
import type { Workflow } from './workflow.ts';

/** Every way in which a step writes in a child's record, by the name that the step gives. */
export const RECORD_WRITERS: Readonly<Record<string, RecordWriter>> = {
  [WRITES_ENDING]: writeEnding,
  [WRITES_PLANNED_ENDING]: writePlannedEnding,
  'care-begins': writeStartOfCare,
  'home-changes': writeChangeOfHome,
  order: writeOrder,
  'section-20': writeSection20,
};

/** How a step writes in the record; undefined where it writes nothing. Throws for a name that nobody knows. */
export const recordWriterOf = (
  { steps }: Pick<Workflow, 'steps'>,
  step: string,
): RecordWriter | undefined => {
  const name = steps.find(({ id }) => id === step)?.writes;
  if (name === undefined) return undefined;
  const writer = RECORD_WRITERS[name];
  if (writer === undefined) throw new Error(`Nothing is known that writes ${name}`);
  return writer;
};
