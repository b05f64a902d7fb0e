import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { bytesOf, csvFile, HEADER } from '../../test/returns.ts';
import { zip } from '../export/zip.ts';
import { type Given, type GivenReturn, readGiven, sortIntoReturns } from './given-files.ts';
import { givenFromKept, keptFiles, keptName, nameWithoutYear } from './kept-files.ts';

const header = csvFile('header.csv', HEADER, 'ZZ1,F,01/02/2014,WBRI,,,');
const named = (name: string) => ({ name, bytes: header.bytes });
const zipped = (name: string, ...names: readonly string[]) => ({ name, bytes: zip(names.map(named)) });

const filesOf = ({ returns }: Given) =>
  returns.map(({ collectionYear, files }) => [collectionYear, ...files.map(({ name }) => name)]);

test('files are sorted into returns by the year their folder names, the rest into one of its own', async () => {
  const given = await sortIntoReturns([
    named('2026/header.csv'),
    named('x.csv'),
    named('2025/header.csv'),
    named('2026/episodes.csv'),
  ]);
  assert.deepEqual(filesOf(given), [
    [2025, '2025/header.csv'],
    [2026, '2026/header.csv', '2026/episodes.csv'],
    [undefined, 'x.csv'],
  ]);
});

test('the year given counts for files in no year’s folder, and for no other', async () => {
  const given = await sortIntoReturns([named('2025/header.csv'), named('header.csv')], 2027);
  assert.deepEqual(filesOf(given), [
    [2025, '2025/header.csv'],
    [2027, 'header.csv'],
  ]);
});

const folders: readonly (readonly [string, number | undefined])[] = [
  ['2026/header.csv', 2026],
  ['2025-26/header.csv', 2026],
  ['returns/2099-00/header.csv', 2100],
  ['2026/old/header.csv', 2026],
  ['2025-27/header.csv', undefined],
  ['2026.csv', undefined],
  ['year 2026/header.csv', undefined],
];
for (const [name, year] of folders)
  test(`${name} is taken for ${year ?? 'no year'}`, async () => {
    const { returns } = await sortIntoReturns([named(name)]);
    assert.equal(returns[0]?.collectionYear, year);
  });

test('a name is kept with its year, and reads the same when it is read again', async () => {
  assert.equal(keptName(2026, 'header.csv'), '2026/header.csv');
  assert.equal(keptName(2026, '2026.zip/header.csv'), '2026.zip/header.csv');
  assert.equal(keptName(undefined, 'header.csv'), 'header.csv');
  assert.equal(nameWithoutYear('2026/2025-26.zip/old/2026.csv'), 'old/2026.csv');
});

test('returns are kept so that they are the same returns when they are read again', async () => {
  const one = (collectionYear: number | undefined, ...names: readonly string[]) => ({
    collectionYear,
    files: names.map(named),
  });
  const sets: readonly (readonly GivenReturn[])[] = [
    [one(2026, 'header.csv')],
    [one(2025, '2025/header.csv'), one(2026, '2026/header.csv'), one(undefined, 'header.csv')],
    [one(undefined, 'header.csv', 'x.csv'), one(undefined, 'header.csv')],
    [one(2027, 'header.csv'), one(2027, 'header.csv'), one(2026, '2026/header.csv')],
    // A folder that is only called as ours are.
    [one(undefined, 'return 1/header.csv', 'header.csv', 'return 2/header.csv')],
  ];
  for (const returns of sets) {
    const kept = keptFiles({ returns });
    assert.equal(new Set(kept.map(({ name }) => name)).size, kept.length);
    const again = await givenFromKept(kept);
    assert.deepEqual(
      again.returns.map(({ collectionYear, files }) => [collectionYear, files.length]),
      returns.map(({ collectionYear, files }) => [collectionYear, files.length]),
    );
    assert.deepEqual(
      keptFiles(again).map(({ name }) => name),
      kept.map(({ name }) => name),
      'and again',
    );
  }
  const [first] = keptFiles({ returns: sets[0] ?? [] });
  assert.equal(first?.name, '2026/header.csv', 'one return is kept as ever');
});

test('returns kept apart stay apart when another year is said for them', async () => {
  const returns = [1, 2].map(() => ({ collectionYear: 2026, files: [named('2026/header.csv')] }));
  const again = await givenFromKept(keptFiles({ returns }), 2027);
  assert.deepEqual(filesOf(again), [
    [2027, 'header.csv'],
    [2027, 'header.csv'],
  ]);
});

test('a zip of year folders is opened, without what a Mac adds to it', async () => {
  const given = await sortIntoReturns([
    zipped('all.zip', '2026/header.csv', '2027/header.csv', '__MACOSX/2027/._header.csv', '.DS_Store'),
  ]);
  assert.deepEqual(filesOf(given), [
    [2026, 'all.zip/2026/header.csv'],
    [2027, 'all.zip/2027/header.csv'],
  ]);
  assert.deepEqual(given.returns[0]?.files[0]?.bytes, Buffer.from(header.bytes));
  assert.deepEqual(filesOf(await sortIntoReturns([zipped('2026.zip', 'header.csv')])), [
    [2026, '2026.zip/header.csv'],
  ]);
});

test('control characters in a name are left out, so that it can be kept and shown', async () => {
  const given = await sortIntoReturns([named('he\0ad\u0007er\ud800.csv'), named('\0')]);
  assert.deepEqual(filesOf(given), [[undefined, 'header\ufffd.csv', 'a file']]);
});

const whole = zip([named('header.csv'), named('episodes.csv')]);
/** The flag of the only entry of a zip that says it is encrypted, in both places where it stands. */
const encrypted = (() => {
  const bytes = Buffer.from(zip([named('header.csv')]));
  bytes.writeUInt16LE(0x0801, 6);
  bytes.writeUInt16LE(0x0801, bytes.lastIndexOf('PK\x01\x02') + 8);
  return bytes;
})();
/** Says that it unpacks to 200 bytes, and would unpack to a hundred megabytes. */
const lying = (() => {
  const bytes = Buffer.from(zip([{ name: 'header.csv', bytes: new Uint8Array(100_000_000) }]));
  bytes.writeUInt32LE(200, 22);
  bytes.writeUInt32LE(200, bytes.lastIndexOf('PK\x01\x02') + 24);
  return bytes;
})();
/** Says that it unpacks to more than any return, four times over. */
const bomb = (() => {
  const bytes = Buffer.from(zip(['a', 'b', 'c', 'd'].map(named)));
  for (let at = bytes.indexOf('PK\x01\x02'); at !== -1; at = bytes.indexOf('PK\x01\x02', at + 4))
    bytes.writeUInt32LE(0x7fffffff, at + 24);
  return bytes;
})();

const unreadable: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ['a zip cut short', whole.subarray(0, whole.length - 40), /damaged or was cut short/],
  ['a zip with a byte changed', Buffer.from(whole).fill(0xff, 45, 60), /damaged or was cut short/],
  ['a zip that lies about its size', lying, /damaged or was cut short/],
  ['a zip bomb', bomb, /more than 1 GB/],
  ['a zip with a password', encrypted, /password/],
  ['an empty zip', zip([]), /no files/],
  ['a workbook that is called a CSV', zip([named('[Content_Types].xml')]), /Excel workbook/],
  ['a zip of a zip', zip([named('inner.zip')]), /zip inside a zip/],
];
for (const [what, bytes, sentence] of unreadable)
  test(`${what} is not read, and it is said why`, async () => {
    const given = await sortIntoReturns([{ name: 'given.csv', bytes }]);
    assert.deepEqual(given.returns, []);
    assert.equal(given.notRead[0]?.kind, 'unreadable');
    assert.match(given.notRead[0]?.reason ?? '', sentence);
    assert.match(given.notRead[0]?.todo ?? '', /\.$/);
  });

test('what only lies beside a return is named and not used', async () => {
  const given = await sortIntoReturns([named('notes.DOCX'), named('README.md'), named('header.csv')]);
  assert.deepEqual(filesOf(given), [[undefined, 'header.csv']]);
  assert.deepEqual(
    given.notRead.map(({ file, kind }) => [file, kind]),
    [
      ['notes.DOCX', 'beside'],
      ['README.md', 'beside'],
    ],
  );
});

test('a folder is one return or holds one a year; other folders are named', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rp-given-'));
  try {
    for (const name of ['2025', '2025-26', 'old']) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'header.csv'), header.bytes);
    }
    writeFileSync(join(folder, 'loose.csv'), header.bytes);
    const given = await readGiven(folder);
    assert.deepEqual(filesOf(given), [
      [2025, '2025/header.csv'],
      [2026, '2025-26/header.csv'],
      [undefined, 'loose.csv'],
    ]);
    assert.deepEqual(
      given.notRead.map(({ file }) => file),
      ['old/'],
    );
    assert.deepEqual(filesOf(await readGiven(join(folder, '2025'))), [[2025, 'header.csv']]);
    assert.deepEqual(filesOf(await readGiven(join(folder, 'loose.csv'))), [[undefined, 'loose.csv']]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a zip we write is opened by others and holds what was put in', async () => {
  const long = bytesOf('Zoë, “quoted”\r\n'.repeat(10_000));
  const bytes = zip([
    { name: 'long.csv', bytes: long },
    { name: 'empty.csv', bytes: new Uint8Array() },
    { name: 'Zoë’s file.csv', bytes: bytesOf('a') },
  ]);
  const { returns } = await sortIntoReturns([{ name: 'z.zip', bytes }]);
  assert.deepEqual(
    returns[0]?.files.map((file) => [file.name, file.bytes.length]),
    [
      ['z.zip/long.csv', long.length],
      ['z.zip/empty.csv', 0],
      ['z.zip/Zoë’s file.csv', 1],
    ],
  );
  assert.ok(bytes.length < long.length / 10, 'it is packed');
});
