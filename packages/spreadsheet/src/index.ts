/** Workbooks in and out, by one library behind one door. Bytes and texts; no files. See README.md. */
export { readWorkbook, type SheetRead, UnreadableWorkbook } from './read-workbook.ts';
export { type SheetToWrite, writeWorkbook } from './write-workbook.ts';
