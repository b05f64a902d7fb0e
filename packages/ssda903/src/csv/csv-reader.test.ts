import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bytesOf, csvOf, fileOf, rowsIn } from '../../test/files.ts';
import { sampleFiles } from '../../test/sample.ts';
import { type ReadReturn, readReturn } from '../read/read-return.ts';
import { getTable } from '../tables/tables.ts';
import { writeCsv } from '../write/write-csv.ts';

const REVIEWS = 'CHILD,DOB,REVIEW,REVIEW_CODE';
const ROW = 'A1,01/02/2015,03/04/2025,PN1';

const read = (text: string | Uint8Array): ReadReturn =>
  readReturn([{ name: 'f.csv', bytes: typeof text === 'string' ? bytesOf(text) : text }]);
const texts = (given: ReadReturn): readonly string[] => rowsIn(given).map(({ text }) => text);
const lines = (given: ReadReturn): readonly number[] => rowsIn(given).map(({ line }) => line);
const rules = (given: ReadReturn): readonly string[] =>
  given.setAside.map(({ rule, line }) => `${rule}@${line}`);

test('lines may end in LF, CRLF or CR, and the last need not end', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const given = read([REVIEWS, ROW, ROW.replace('A1', 'A2')].join(end));
    assert.deepEqual(texts(given), [
      'Reviews|A1|01/02/2015|03/04/2025|PN1',
      'Reviews|A2|01/02/2015|03/04/2025|PN1',
    ]);
    assert.deepEqual(lines(given), [2, 3]);
  }
});

test('a byte-order mark is no part of the first column’s name', () => {
  assert.equal(texts(read(`\uFEFF${REVIEWS}\n${ROW}\n`)).length, 1);
  const marked = sampleFiles('.csv').filter(({ bytes }) => bytes[0] === 0xef);
  assert.ok(marked.length > 0, 'the sample has a file with one');
  for (const { bytes } of marked) assert.equal(texts(read(bytes)).length, 1);
});

test('columns may come in any order, case and spacing', () => {
  const given = read(' Review Code ,review,"child",Dob\npn1,03/04/2025, a1 ,01/02/2015\n');
  assert.deepEqual(texts(given), ['Reviews|A1|01/02/2015|03/04/2025|PN1']);
});

test('a quoted cell may hold commas, quotation marks and line breaks, and lines are still counted right', () => {
  const given = read(`${REVIEWS}\n"A ""x"", 1\nsecond line",01/02/2015,03/04/2025,PN1\n${ROW}\n`);
  assert.deepEqual(texts(given), [
    'Reviews|A "X", 1\nSECOND LINE|01/02/2015|03/04/2025|PN1',
    'Reviews|A1|01/02/2015|03/04/2025|PN1',
  ]);
  assert.deepEqual(lines(given), [2, 4]);
});

test('a quotation mark left open costs its own row and no other', () => {
  const given = read(`${REVIEWS}\n"A0,01/02/2015,03/04/2025,PN1\n${ROW}\n"B1",01/02/2015,03/04/2025,PN2\n`);
  assert.deepEqual(rules(given), ['stray-quote@2']);
  assert.deepEqual(lines(given), [3, 4]);
  assert.deepEqual(rules(read(`${REVIEWS}\n${ROW}\n"A9,01/02/2015,03/04/2025,PN1`)), ['stray-quote@3']);
});

test('something after a closing quotation mark sets the row aside; one inside a plain cell is text', () => {
  assert.deepEqual(rules(read(`${REVIEWS}\n"A"1,01/02/2015,03/04/2025,PN1\n`)), ['stray-quote@2']);
  assert.deepEqual(texts(read(`${REVIEWS}\nA"1,01/02/2015,03/04/2025,PN1\n`)), [
    'Reviews|A"1|01/02/2015|03/04/2025|PN1',
  ]);
});

test('a row of too few or too many cells is set aside with its child; blank cells beyond the last are nothing', () => {
  const given = read(`${REVIEWS}\nA1,01/02/2015\nA2,01/02/2015,03/04/2025,PN1,more\n${ROW},,\n`);
  assert.deepEqual(rules(given), ['wrong-number-of-cells@2', 'wrong-number-of-cells@3']);
  assert.deepEqual(
    given.setAside.map(({ child }) => child),
    ['A1', 'A2'],
  );
  assert.equal(given.setAside[0]?.reason, 'This row has 2 cells and Reviews has 4 columns.');
  assert.deepEqual(lines(given), [4]);
});

test('blank lines, and rows of nothing but commas, are no rows', () => {
  const given = read(`\n${REVIEWS},,\n\n,,,\n${ROW}\n\n`);
  assert.deepEqual(lines(given), [5]);
  assert.deepEqual(given.setAside, []);
});

test('NUL bytes set a row aside, and the rows around it are read', () => {
  const given = read(`${REVIEWS}\n${ROW}\nA\u0000,01/02/2015,03/04/2025,PN1\n${ROW}\n`);
  assert.deepEqual(rules(given), ['unreadable-characters@3']);
  assert.equal(given.setAside[0]?.child, 'A');
  assert.deepEqual(lines(given), [2, 4]);
});

test('a cell that would run as a formula is written harmless and read back as it was', () => {
  const table = getTable('Reviews');
  for (const child of ['=1+1', '-7', '+44', '@X', "'=X", "''-1", "'TIS", "O'X"]) {
    const text = writeCsv(table, [{ CHILD: child, REVIEW: '03/04/2025' }]);
    const [, row] = text.split('\r\n');
    assert.doesNotMatch(row ?? '', /^[=+\-@]/);
    assert.deepEqual(texts(read(text)), [`Reviews|${child}||03/04/2025|`]);
  }
  assert.deepEqual(texts(read(`${REVIEWS}\n=1+1,,03/04/2025,\n`)), ['Reviews|=1+1||03/04/2025|']);
});

test('any text in a cell comes back as it was written', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', ',', '"', '\n', '\r', ' ', "'", '=', '-', '😀', ';'),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), (pairs) => {
      // What is held has been trimmed and put in capitals on its way in.
      const held = (text: string): string => text.trim().toUpperCase();
      const rows = pairs.map(([a, b], i) => ({ CHILD: `K${i}`, DOB: held(a), REVIEW_CODE: held(b) }));
      const given = texts(read(writeCsv(getTable('Reviews'), rows)));
      assert.deepEqual(
        given,
        rows.map((row) => ['Reviews', row.CHILD, row.DOB, '', row.REVIEW_CODE].join('|')),
      );
    }),
    { numRuns: 500 },
  );
});

test('a file in pieces of any size reads as the whole', () => {
  const text = `\uFEFF${REVIEWS}\r\n${ROW}\r\n"A ""2""\r\n",01/02/2015,03/04/2025,PN1\r\n"open,01/02/2015\r\nA3,x\r\n\r\n${ROW}`;
  const bytes = bytesOf(text);
  const whole = read(bytes);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (sizes) => {
      // One buffer is used for every piece, as a file being streamed in does.
      const buffer = new Uint8Array(40);
      const pieces = function* (): Generator<Uint8Array> {
        for (let at = 0, i = 0; at < bytes.length; i++) {
          const piece = bytes.subarray(at, at + (sizes[i % sizes.length] ?? 1));
          buffer.set(piece);
          yield buffer.subarray(0, piece.length);
          at += piece.length;
        }
      };
      const given = readReturn([{ name: 'f.csv', chunks: pieces() }]);
      assert.deepEqual(rowsIn(given), rowsIn(whole));
      assert.deepEqual(given.setAside, whole.setAside);
    }),
  );
});

test('the check above notices a reader that forgets what a piece leaves over', () => {
  const bytes = bytesOf(`${REVIEWS}\n${ROW}\n`);
  const whole = rowsIn(read(bytes));
  const cut = rowsIn(readReturn([{ name: 'f.csv', bytes: bytes.subarray(0, bytes.length - 5) }]));
  assert.notDeepEqual(cut, whole);
});

test('a large file in pieces is read without ever being whole', () => {
  const block = bytesOf(`${ROW}\n`.repeat(2000));
  const pieces = function* (): Generator<Uint8Array> {
    yield bytesOf(`${REVIEWS}\n`);
    for (let i = 0; i < 100; i++) yield block;
  };
  const given = readReturn([{ name: 'f.csv', chunks: pieces() }]);
  assert.equal(given.tables[0]?.lines.length, 200_000);
});

test('a "line" of more than a million characters is no return', () => {
  const given = read(`${REVIEWS}\n${'x'.repeat(1_100_000)}\n${ROW}\n`);
  assert.deepEqual(rules(given), ['not-a-return-file@2']);
  assert.deepEqual(given.tables, []);
});

test('text that is not UTF-8 is read as Windows-1252, with a note', () => {
  const bytes = bytesOf(`${REVIEWS}\nA#,01/02/2015,03/04/2025,PN1\n`).map((byte) =>
    byte === 0x23 ? 0xe9 : byte,
  );
  const given = read(bytes);
  assert.deepEqual(texts(given), ['Reviews|AÉ|01/02/2015|03/04/2025|PN1']);
  assert.match(given.notes.join(), /Windows-1252/);
});

test('derived columns in a file are kept for the rules and not taken in, with a note', () => {
  const header = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB,UASC';
  const given = readReturn([csvOf('h.csv', header, 'A1,F,01/02/2015,WBRI,,,,1')]);
  assert.deepEqual(texts(given), ['Header|A1|F|01/02/2015|WBRI|||']);
  assert.equal(given.tables[0]?.derived.get('UASC')?.at(0), '1');
  assert.deepEqual(given.notes, ['h.csv: UASC is checked by the rules and not taken in; we work that out.']);
});

test('a file of column names alone is a file with no rows', () => {
  const given = readReturn([fileOf('r.csv', `${REVIEWS}\n`)]);
  assert.equal(given.tables[0]?.lines.length, 0);
  assert.deepEqual(given.setAside, []);
  assert.deepEqual(given.notes, ['r.csv has column names and no rows.']);
});
