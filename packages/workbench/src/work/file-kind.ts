import { seemsPostcodeDirectory } from '@rightplace/ssda903';
import type { FileKind } from './given.ts';

/** So much of a file is enough to tell what it is. */
export const BYTES_TO_TELL = 4096;

const asLatin1 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes.subarray(0, BYTES_TO_TELL)) text += String.fromCharCode(byte);
  return text;
};

const namesIn = (line: string): readonly string[] =>
  line
    .toLowerCase()
    .split(',')
    .map((name) => name.replaceAll(/[^a-z0-9_ ]/g, '').trim());

/**
 * An Excel workbook can only be one of Ofsted's lists, as a return is CSV or XML. Of the CSV files, a postcode directory and a
 * list of providers are told by their first line; every other file is left to the reader of returns, which says what it is.
 */
export const fileKindOf = (name: string, start: Uint8Array): FileKind => {
  const text = asLatin1(start);
  if (text.startsWith('PK') && (/\.xlsx$/i.test(name) || /\[Content_Types\]|xl\//.test(text)))
    return 'workbook';
  const [first = ''] = text.split(/\r?\n/);
  const names = namesIn(first);
  if (names.includes('child')) return 'return';
  if (names.includes('urn')) return 'providers-csv';
  return seemsPostcodeDirectory(first) ? 'postcodes' : 'return';
};
