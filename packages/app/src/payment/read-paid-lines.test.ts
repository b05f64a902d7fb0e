import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPaidLines } from './read-paid-lines.ts';

const HEADER = 'Reference,Agreement,First night,Last night,Amount';
const read = (text: string | Uint8Array) =>
  readPaidLines(typeof text === 'string' ? Buffer.from(text) : text);
const linesOf = async (text: string | Uint8Array) => {
  const answer = await read(text);
  assert.ok(answer.kind === 'lines', JSON.stringify(answer));
  return answer.lines.map(({ reference, agreement, of, starts, ends, amount }) => [
    reference,
    agreement,
    of,
    starts,
    ends,
    amount,
  ]);
};
const wrongWith = async (text: string | Uint8Array): Promise<readonly string[]> => {
  const answer = await read(text);
  return answer.kind === 'unreadable' ? answer.sentences : [];
};
const amounts = async (...typed: readonly string[]) =>
  (
    await linesOf([HEADER, ...typed.map((one, at) => `P${at},7,2026-11-02,2026-11-08,"${one}"`)].join('\n'))
  ).map((line) => line[5]);

const ONE = ['P1', '7', null, '2026-11-02', '2026-11-09', 541_860];

test('a file is read however the spreadsheet of finance wrote it', async () => {
  const plain = `${HEADER}\nP1,7,2026-11-02,08/11/2026,5418.60\n`;
  const pound = `${HEADER}\r\nP1,7,02/11/2026,8/11/2026,"\u00A35,418.60"\r\n`;
  const ways = {
    plain,
    'with a mark of its order': `\uFEFF${plain}`,
    'with semicolons': plain.replaceAll(',', ';'),
    'with tabs': plain.replaceAll(',', '\t'),
    'a pound sign': pound,
    'a pound sign of Windows': Buffer.from(pound, 'latin1'),
    'UTF-16': Buffer.from(
      `\uFEFF${HEADER.replaceAll(',', '\t')}\r\nP1\t7\t2026-11-02\t2026-11-08\t"\u00A35,418.60"\r\n`,
      'utf16le',
    ),
    'empty lines': `\n\n${plain}\n,,,,\n`,
    'columns in another order, and more of them':
      'Paid on,Amount,Last night,first_night,AGREEMENT,Reference\n2026-12-01,5418.60,2026-11-08,2026-11-02,7,P1\n',
  };
  for (const [way, text] of Object.entries(ways)) assert.deepEqual(await linesOf(text), [ONE], way);
});

test('an amount may be a credit, as people and finance systems write one', async () => {
  assert.deepEqual(
    await amounts(
      '-45.00',
      '\u221245',
      '(45.00)',
      '45.00-',
      '\u00A3-45',
      '-\u00A345',
      '(\u00A31,045.10)',
      '0',
    ),
    [-4_500, -4_500, -4_500, -4_500, -4_500, -4_500, -104_510, 0],
  );
});

test('a line may be of one line of the price, and a cell that was kept from running as a formula is as it was', async () => {
  const text = `${HEADER},Line\nP1,7,2026-11-02,2026-11-08,10,2:1 staffing\nP1,7,2026-11-02,2026-11-08,10,'=Night staff\nP1,7,2026-11-02,2026-11-08,10,\n`;
  assert.deepEqual(
    (await linesOf(text)).map((line) => line[2]),
    ['2:1 staffing', '=Night staff', null],
  );
});

test('a reference may be of many children and weeks, and of each once', async () => {
  const line = 'INV1,7,2026-11-02,2026-11-08,10';
  assert.equal(
    (await linesOf(`${HEADER}\n${line}\n${line.replace(',7,', ',8,')}\nINV1,7,2026-11-09,2026-11-15,10`))
      .length,
    3,
  );
  assert.deepEqual(await wrongWith(`${HEADER}\n${line}\n${line}`), [
    'Line 3: the reference “INV1” for these nights of agreement 7 is on line 2 already.',
  ]);
});

test('an agreement that is named by anything but its number is said, with where its number stands', async () => {
  const named = ['seven', 'A-7', '7.5', '-7'].map((one, at) => `P${at},${one},2026-11-02,2026-11-08,10`);
  const sentences = await wrongWith([HEADER, ...named, 'P9,7,2026-11-02,2026-11-08,10'].join('\n'));
  const whatToDo =
    'Write it in figures, such as 7, as the agreement’s page and the file of payments to download have it.';
  assert.deepEqual(sentences, [
    `Line 2: “seven” is no number of an agreement. ${whatToDo}`,
    `Line 3: “A-7” is no number of an agreement. ${whatToDo}`,
    `Line 4: “7.5” is no number of an agreement. ${whatToDo}`,
    `Line 5: “-7” is no number of an agreement. ${whatToDo}`,
  ]);
});

test('what cannot be read is said line by line, with what to do', async () => {
  const body = [
    'Total,,,,5418.60',
    ',,,Grand total,5418.60',
    ',7,2026-11-02,2026-11-08,1',
    'P2,,2026-11-02,2026-11-08,1',
    'P3,7,,2026-11-08,1',
    'P4,7,31/02/2026,2026-11-08,1',
    'P5,7,0206-11-02,2026-11-08,1',
    'P6,7,2026-11-02,2026-11-08,',
    'P7,7,2026-11-02,2026-11-08,"1.234,50"',
    'P8,7,2026-11-02,2026-11-08,"12,34.00"',
    'P9,7,2026-11-02,2026-11-08,5.123',
    'P10,7,2026-11-02,2026-11-08,=SUM(E2:E9)',
    'P11,7,2026-11-09,2026-11-08,1',
    'P12,7,2026-11-09,2026-11-15,--5-',
  ];
  assert.deepEqual(await wrongWith([HEADER, ...body].join('\n')), [
    'Line 2: this is a total. Take totals out of the file.',
    'Line 3: this is a total. Take totals out of the file.',
    'Line 4: the reference is missing.',
    'Line 5: the number of the agreement is missing.',
    'Line 6: “First night” is empty. Write a day as 2026-11-09 or 09/11/2026.',
    'Line 7: “31/02/2026” is no day. Write it as 2026-11-09 or 09/11/2026.',
    'Line 8: 0206-11-02 to 2026-11-08 is more than a year. Look at the days, or write a line for each year.',
    'Line 9: the amount is missing.',
    'Line 10: the amount “1.234,50” cannot be read. Write it as 1234.50, and a credit as -1234.50.',
    'Line 11: the amount “12,34.00” cannot be read. Commas go before every three digits.',
    'Line 12: the amount “5.123” cannot be read. It has parts of a penny.',
    'Line 13: the amount “=SUM(E2:E9)” cannot be read. Write it as 1234.50, and a credit as -1234.50.',
    'Line 14: the last night is before the first.',
    'Line 15: the amount “--5-” cannot be read. Write it as 1234.50, and a credit as -1234.50.',
  ]);
});

test('a file with nothing in it, without the columns, or with a quotation mark left open is said as such', async () => {
  assert.deepEqual(await wrongWith(''), ['The file is empty.']);
  assert.deepEqual(await wrongWith(`${HEADER}\n`), ['There is no line in it besides the first.']);
  assert.match((await wrongWith('P1,7,2026-11-02,2026-11-08,1')).join(), /no column “Reference”/);
  assert.match(
    (await wrongWith(`${HEADER}\nP1,7,"2026-11-02,2026-11-08,1`)).join(),
    /^Line 2: a quotation mark/,
  );
});
