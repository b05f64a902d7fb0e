import { moment } from '@rightplace/domain';
import pg from 'pg';

/** PostgreSQL's numbers for the types whose usual reading in JavaScript would lose or bend something. */
const INT8 = 20;
const DATE = 1082;
const DATE_ARRAY = 1182;
const TIMESTAMPTZ = 1184;

const safeInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large to be read exactly`);
  return value;
};

const readers: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: safeInteger,
  // A day stays the text it is: a JavaScript Date would make it a moment in somebody's time zone.
  [DATE]: (text) => text,
  [DATE_ARRAY]: (text) => (text === '{}' ? [] : text.slice(1, -1).split(',')),
  [TIMESTAMPTZ]: moment,
};

/** How columns come back. Sessions are set to UTC and ISO dates, on which this relies. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (format === 'binary' ? undefined : readers[oid]) ?? pg.types.getTypeParser(oid, format),
};
