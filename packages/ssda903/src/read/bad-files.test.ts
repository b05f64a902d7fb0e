import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesOf, csvOf, fileOf, rowsIn } from '../../test/files.ts';
import type { SetAsideRule } from '../set-aside.ts';
import { type ReturnFile, readReturn } from './read-return.ts';

const REVIEWS = ['CHILD,DOB,REVIEW,REVIEW_CODE', 'A1,01/02/2015,03/04/2025,PN1'] as const;
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const utf16 = (text: string): Uint8Array => new Uint8Array(new Uint16Array(latin1(text)).buffer);
const xml = (body: string): string => `<?xml version="1.0"?><EXPSSDA903>${body}</EXPSSDA903>`;
const CHILD = '<CHILD><HEADER><CHILDID>A1</CHILDID></HEADER></CHILD>';

interface BadFile {
  readonly what: string;
  readonly bytes: Uint8Array;
  readonly rule: SetAsideRule;
  readonly says: RegExp;
}

const bad: readonly BadFile[] = [
  { what: 'an empty file', bytes: bytesOf(''), rule: 'empty-file', says: /is empty/ },
  { what: 'a file of blank lines', bytes: bytesOf('\n\n  \n'), rule: 'empty-file', says: /is empty/ },
  { what: 'a byte-order mark alone', bytes: bytesOf('\uFEFF'), rule: 'empty-file', says: /is empty/ },
  {
    what: 'a zip of the files',
    bytes: latin1('PK\x03\x04\x14\x00\x00\x00\x08\x00header.csv'),
    rule: 'not-a-return-file',
    says: /zip file.*Unpack/,
  },
  {
    what: 'an Excel workbook',
    bytes: latin1('PK\x03\x04\x14\x00\x06\x00[Content_Types].xml'),
    rule: 'not-a-return-file',
    says: /Excel workbook.*CSV UTF-8/,
  },
  {
    what: 'an old Excel workbook',
    bytes: latin1('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1'),
    rule: 'not-a-return-file',
    says: /old Excel/,
  },
  { what: 'a PDF', bytes: latin1('%PDF-1.7\n'), rule: 'not-a-return-file', says: /a PDF/ },
  { what: 'a picture', bytes: latin1('\x89PNG\r\n\x1a\n'), rule: 'not-a-return-file', says: /picture/ },
  { what: 'a gzip file', bytes: latin1('\x1F\x8B\x08'), rule: 'not-a-return-file', says: /gzip.*Unpack/ },
  {
    what: 'a web page',
    bytes: bytesOf('<!DOCTYPE html><p>Sign in'),
    rule: 'not-a-return-file',
    says: /web page/,
  },
  { what: 'JSON', bytes: bytesOf('{"a": 1}'), rule: 'not-a-return-file', says: /JSON/ },
  {
    what: 'other bytes',
    bytes: Uint8Array.from({ length: 900 }, (_, i) => (i * 7) % 32),
    rule: 'not-text',
    says: /not text/,
  },
  {
    what: 'UTF-16',
    bytes: utf16(`\uFEFF${REVIEWS.join('\n')}`.replace('\uFEFF', '')),
    rule: 'utf-16',
    says: /UTF-16/,
  },
  {
    what: 'UTF-16 with its mark',
    bytes: Uint8Array.from([0xff, 0xfe, ...utf16(REVIEWS.join('\n'))]),
    rule: 'utf-16',
    says: /CSV UTF-8/,
  },
  {
    what: 'semicolons for commas',
    bytes: bytesOf(REVIEWS.join('\n').replaceAll(',', ';')),
    rule: 'columns-not-recognised',
    says: /separated by semicolons/,
  },
  {
    what: 'a CSV of something else',
    bytes: bytesOf('name,phone\nA,1\n'),
    rule: 'columns-not-recognised',
    says: /\(NAME, PHONE\) is not the columns of any file/,
  },
  {
    what: 'rows without column names',
    bytes: bytesOf('A1,01/02/2015,03/04/2025,PN1\n'),
    rule: 'columns-not-recognised',
    says: /first line is the column names/,
  },
  {
    what: 'a truncated XML',
    bytes: bytesOf(`<EXPSSDA903>\n${CHILD}\n<CHILD><HEADER><CHILDID>A2`),
    rule: 'xml-broken',
    says: /stops at line 3.*nothing of it was read/,
  },
  {
    what: 'an XML cut inside a tag',
    bytes: bytesOf(`<EXPSSDA903>\n${CHILD}\n<CHI`),
    rule: 'xml-broken',
    says: /line 3/,
  },
  {
    what: 'an XML with crossed tags',
    bytes: bytesOf(`<EXPSSDA903>\n<CHILD><HEADER></CHILD></HEADER></EXPSSDA903>`),
    rule: 'xml-broken',
    says: /broken at or before line 2/,
  },
  {
    what: 'an XML entity bomb',
    bytes: bytesOf(
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><EXPSSDA903>&b;</EXPSSDA903>`,
    ),
    rule: 'xml-doctype',
    says: /document type.*remove/,
  },
  {
    what: 'an XML with an entity of its own',
    bytes: bytesOf(xml('&b;')),
    rule: 'xml-broken',
    says: /broken/,
  },
  {
    what: 'an XML of something else',
    bytes: bytesOf('<rss><item>1</item></rss>'),
    rule: 'not-a-return-file',
    says: /RSS/,
  },
  {
    what: 'an XML return with no child',
    bytes: bytesOf(xml('')),
    rule: 'not-a-return-file',
    says: /no CHILD/,
  },
];

for (const { what, bytes, rule, says } of bad) {
  test(`${what} is not read, is named, and costs no other file`, () => {
    const good = csvOf('reviews.csv', ...REVIEWS);
    const read = readReturn([{ name: 'bad.csv', bytes }, good]);
    assert.equal(rowsIn(read).length, 1);
    assert.equal(read.setAside.length, 1);
    const [unread] = read.setAside;
    assert.equal(unread?.file, 'bad.csv');
    assert.equal(unread?.rule, rule);
    assert.match(`${unread?.reason} ${unread?.todo}`, says);
    // The same in small pieces.
    const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, i) =>
      bytes.subarray(i * 7, i * 7 + 7),
    );
    assert.deepEqual(readReturn([{ name: 'bad.csv', chunks: pieces }, good]).setAside, read.setAside);
  });
}

test('a column or two off, and the answer says which table it looks like and what to rename', () => {
  const cases = [
    [
      'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,POSTCODE,URN',
      'This looks like Episodes, but PL_POST is missing and POSTCODE is not a column of it. Rename POSTCODE to PL_POST, or add PL_POST.',
    ],
    [
      'CHILD,DOB,REVIEW',
      'This looks like Reviews, but REVIEW_CODE is missing. Add REVIEW_CODE; the cells may be blank.',
    ],
    [
      'CHILD,DOB,MISSING,MIS_START,MIS_END,NOTES',
      'This looks like Missing, but NOTES is not a column of it. Remove NOTES.',
    ],
    [
      'CHILD,DOB,REVIEW,REVIEW,REVIEW_CODE',
      'The column REVIEW is there twice, so it cannot be told which of the two to read. Remove or rename one of them.',
    ],
  ] as const;
  for (const [columns, said] of cases) {
    const [unread] = readReturn([csvOf('f.csv', columns, 'A1')]).setAside;
    assert.equal(`${unread?.reason} ${unread?.todo}`, said);
  }
});

test('the same file twice is read once, whatever it is called and however its rows are ordered', () => {
  const other = ['CHILD,DOB,REVIEW,REVIEW_CODE', 'A2,,05/04/2025,PN2', REVIEWS[1]];
  const first = csvOf('reviews.csv', other[0] ?? '', REVIEWS[1], other[1] ?? '');
  const read = readReturn([first, csvOf('reviews (1).csv', ...other)]);
  assert.equal(rowsIn(read).length, 2);
  assert.deepEqual(
    read.setAside.map(({ file, rule }) => ({ file, rule })),
    [{ file: 'reviews (1).csv', rule: 'same-file-twice' }],
  );
});

test('two files of one kind are both read, and said to be', () => {
  const read = readReturn([csvOf('a.csv', ...REVIEWS), csvOf('b.csv', REVIEWS[0], 'A2,,05/04/2025,PN2')]);
  assert.equal(rowsIn(read).length, 2);
  assert.deepEqual(read.notes, [
    'a.csv and b.csv are both Reviews; they were read as one file, in that order.',
  ]);
});

test('an XML beside CSV files of the same tables is set aside whole; beside files of others it is read', () => {
  const review =
    '<CHILD><HEADER><CHILDID>A1</CHILDID><AREVIEW><REVIEW>03/04/2025</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW></HEADER></CHILD>';
  const xmlFile: ReturnFile = fileOf('return.xml', xml(review));
  const clash = readReturn([xmlFile, csvOf('reviews.csv', ...REVIEWS)]);
  assert.deepEqual(
    clash.setAside.map(({ file, rule }) => ({ file, rule })),
    [{ file: 'return.xml', rule: 'xml-and-csv' }],
  );
  assert.equal(rowsIn(clash).length, 1);
  const beside = readReturn([xmlFile, csvOf('dolo.csv', 'CHILD,DOB,DOLO_START,DOLO_END', 'A1,,01/05/2026,')]);
  assert.deepEqual(beside.setAside, []);
  assert.equal(rowsIn(beside).length, 3);
});
