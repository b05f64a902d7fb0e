import type { RecordWriter } from './record-writer.ts';

/** Every way in which a step writes in a child's record, by the name that the step gives. */
export const RECORD_WRITERS: Readonly<Record<string, RecordWriter>> = {};
