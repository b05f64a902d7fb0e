/**
 * A cell that begins with = + - or @ is run as a formula by a spreadsheet, and a child's identifier may begin with
 * one. So such a cell is written with an apostrophe before it, which spreadsheets take as "this is text", and the
 * apostrophe is taken off again when the file is read. A cell that itself begins with apostrophes and then such
 * a sign gets one more, so that reading is the exact inverse of writing and nothing is changed by a round trip.
 */
const NEUTRALISED = /^'+[=+\-@]/;
const WOULD_RUN = /^'*[=+\-@]/;

export const neutraliseFormula = (cell: string): string => (WOULD_RUN.test(cell) ? `'${cell}` : cell);

export const withoutNeutralising = (cell: string): string => (NEUTRALISED.test(cell) ? cell.slice(1) : cell);
