/** The two things we want of the library, so that a bundle takes no more of it. Loaded when the first workbook comes. */
export { readXlsx, writeXlsx } from 'hucre/xlsx';
