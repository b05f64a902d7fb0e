import { countControls } from '../csv/control-characters.ts';
import type { SetAsideRule } from '../set-aside.ts';

/** What a file is, told from its first bytes; its name is not asked. */
export type FileKind =
  | { readonly kind: 'csv' }
  | { readonly kind: 'xml' }
  | { readonly kind: 'unread'; readonly rule: SetAsideRule; readonly reason: string; readonly todo: string };

/** So many bytes are enough to tell. */
export const BYTES_TO_TELL = 4096;

const RETURN_FILES = 'A return is its CSV files, or one XML file.';

const startsWith = (bytes: Uint8Array, signature: string): boolean => {
  for (let i = 0; i < signature.length; i++) if (bytes[i] !== signature.charCodeAt(i)) return false;
  return true;
};

/** The bytes as characters, one each: enough to look for plain names in them. */
const asLatin1 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes.subarray(0, BYTES_TO_TELL)) text += String.fromCharCode(byte);
  return text;
};

interface Signature {
  readonly starts: string;
  readonly is: string;
  readonly todo: string;
}

const SAVE_AS_CSV = 'Open it, save each sheet as “CSV UTF-8”, and give those files.';
const SIGNATURES: readonly Signature[] = [
  { starts: '\xD0\xCF\x11\xE0', is: 'an old Excel workbook (.xls)', todo: SAVE_AS_CSV },
  { starts: '%PDF', is: 'a PDF', todo: RETURN_FILES },
  { starts: '\x1F\x8B', is: 'a gzip file', todo: 'Unpack it and give the files inside.' },
  { starts: '7z\xBC\xAF', is: 'a 7-Zip file', todo: 'Unpack it and give the files inside.' },
  { starts: 'Rar!', is: 'a RAR file', todo: 'Unpack it and give the files inside.' },
  { starts: '\x89PNG', is: 'a picture (PNG)', todo: RETURN_FILES },
  { starts: '\xFF\xD8\xFF', is: 'a picture (JPEG)', todo: RETURN_FILES },
  { starts: '{\\rtf', is: 'a word-processor document (RTF)', todo: RETURN_FILES },
  { starts: 'SQLite format', is: 'a database file', todo: RETURN_FILES },
];

const zipped = (start: string): FileKind => {
  if (/(xl\/|word\/|\[Content_Types\]\.xml|mimetype)/.test(start)) {
    const reason = 'This is an Excel workbook or another office document, not a CSV file.';
    return { kind: 'unread', rule: 'not-a-return-file', reason, todo: SAVE_AS_CSV };
  }
  const reason = 'This is a zip file.';
  return { kind: 'unread', rule: 'not-a-return-file', reason, todo: 'Unpack it and give the files inside.' };
};

/** Text in UTF-16 has a mark at its start or, for Latin letters, a zero in every other byte. */
const isUtf16 = (bytes: Uint8Array, start: string): boolean => {
  if (start.startsWith('\xFF\xFE') || start.startsWith('\xFE\xFF')) return true;
  const zeros = [0, 0];
  const length = Math.min(bytes.length, 256);
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  return Math.max(...zeros) > length * 0.35;
};

/** Text has hardly any control characters. */
const isBinary = (start: string): boolean => countControls(start) > start.length * 0.1;

export const fileKind = (bytes: Uint8Array): FileKind => {
  const start = asLatin1(bytes);
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return zipped(start);
  const signature = SIGNATURES.find(({ starts }) => startsWith(bytes, starts));
  if (signature !== undefined) {
    const reason = `This is ${signature.is}, not a file of the return.`;
    return { kind: 'unread', rule: 'not-a-return-file', reason, todo: signature.todo };
  }
  if (isUtf16(bytes, start)) {
    const reason = 'This file is in UTF-16 (Excel calls it “Unicode text”), which the return does not use.';
    return { kind: 'unread', rule: 'utf-16', reason, todo: 'Save it again as “CSV UTF-8”.' };
  }
  if (isBinary(start)) {
    const reason = 'This is not text, so it is neither a CSV nor an XML file.';
    return { kind: 'unread', rule: 'not-text', reason, todo: RETURN_FILES };
  }
  const text = start.replace(/^\xEF\xBB\xBF/, '').trimStart();
  if (text === '' && bytes.length < BYTES_TO_TELL) {
    const reason = 'This file is empty.';
    return { kind: 'unread', rule: 'empty-file', reason, todo: 'Export it again, or leave it out.' };
  }
  if (/^<(!doctype html|html|head|body)/i.test(text)) {
    const reason = 'This is a web page, not a file of the return.';
    return { kind: 'unread', rule: 'not-a-return-file', reason, todo: RETURN_FILES };
  }
  if (text.startsWith('<')) return { kind: 'xml' };
  if (/^[{[]/.test(text)) {
    const reason = 'This looks like JSON, not a file of the return.';
    return { kind: 'unread', rule: 'not-a-return-file', reason, todo: RETURN_FILES };
  }
  return { kind: 'csv' };
};
