/** A return given to the workbench as a zip, sound or not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeWorkbook } from '@rightplace/spreadsheet';
import { anEpisode, csvOf } from '../packages/workbench/test/returns.ts';
import { type FileInZip, zipOf } from '../packages/workbench/test/zips.ts';
import {
  aPage,
  askedElsewhere,
  give,
  heading,
  only,
  open,
  type Sent,
  SMALL,
  table,
  text,
} from './workbench-page.ts';

const zipped = (name: string, buffer: Buffer): Sent => ({ name, mimeType: 'application/zip', buffer });
const inZip = (folder: string, files: readonly Sent[]): readonly FileInZip[] =>
  files.map(({ name, buffer }) => ({ name: `${folder}${name}`, bytes: buffer }));

test('a zip is what a folder of the same files is: with folders in it, a list of providers, and what a Mac leaves there', async () => {
  const page = await aPage();
  const columns = ['URN', 'Placement code', 'Placement provider code', 'Setting address postcode'];
  const workbook = await writeWorkbook([
    {
      name: 'Settings',
      columns: columns.map((title) => ({ title })),
      rows: [['1234567', 'U1', 'PR1', 'XX1 1AB']],
    },
  ]);
  const files = [
    ...inZip('April/our return/', SMALL),
    { name: 'April/lists/homes.xlsx', bytes: workbook },
    { name: '__MACOSX/April/._header.csv', bytes: Buffer.from('x') },
    { name: 'April/older.zip', bytes: zipOf([]) },
  ];
  await give(page, [zipped('return.zip', zipOf(files))]);
  await heading(page, /findings in 3 children/);
  assert.equal(await page.textContent('#lists-state'), 'a list of providers, 1 setting');
  await page.locator('#files-and-settings > summary').click();
  await page
    .getByRole('row', { name: /older\.zip/ })
    .getByText('A zip inside a zip is not opened.')
    .waitFor();
  assert.equal(await page.getByRole('row', { name: /header\.csv/ }).count(), 1);
  await page.context().close();
});

test('a zip of years is this year’s return and last year’s, and a corrected file takes its place', async () => {
  const page = await aPage();
  const ofYear = (year: number, more = {}) => ({
    name: `returns/${year}/episodes.csv`,
    bytes: Buffer.from(csvOf('Episodes', [anEpisode('KID1', { DECOM: `01/06/${year - 1}`, ...more })])),
  });
  await give(page, [zipped('all.zip', zipOf([ofYear(2026), ofYear(2027)]))]);
  await page.getByText('Return for 2026-27').waitFor();
  assert.equal(await page.textContent('#last-year-state'), '1 file');
  assert.equal(await page.textContent('#this-year-state'), '1 file');
  await give(page, [table('Episodes', [anEpisode('KID2', { DECOM: '01/06/2026' })])]);
  await page.locator('#files-and-settings > summary').click();
  await page.getByRole('row', { name: /^episodes\.csv/ }).waitFor();
  assert.equal(
    await page.textContent('#this-year-state'),
    '1 file',
    'it has lost its folder and is the same',
  );
  assert.equal(await page.textContent('#last-year-state'), '1 file');
  await page.context().close();

  const other = await aPage();
  await give(other, [zipped('mine.zip', zipOf(inZip('mine/', SMALL)))]);
  await only(other, '101');
  await heading(other, '2 findings in 2 children');
  await give(other, [table('Header', [])]);
  await heading(other, 'Nothing was found.');
  assert.equal(await other.textContent('#this-year-state'), '2 files');
  await other.context().close();
});

const sound = zipOf(inZip('', SMALL));
const one = (says: FileInZip['says'], bytes: Uint8Array = Buffer.from('CHILD,SEX\n')): Buffer =>
  zipOf([{ name: 'header.csv', bytes, ...(says === undefined ? {} : { says }) }]);

const BAD: readonly (readonly [what: string, zip: Buffer, says: RegExp])[] = [
  ['cut short', sound.subarray(0, sound.length - 30), /damaged or was cut short/],
  ['with bytes changed inside', Buffer.from(sound).fill(0xff, 45, 60), /damaged or was cut short/],
  ['whose checksum is another’s', one({ checksum: 1 }), /damaged or was cut short/],
  [
    'that says it is of more than 1 GB',
    zipOf([1, 2, 3].map((i) => ({ name: `${i}.csv`, bytes: Buffer.from('x'), says: { bytes: 4e8 } }))),
    /more than 1 GB/,
  ],
  [
    'that holds more than it says',
    one({ bytes: 100 }, Buffer.alloc(100_000_000)),
    /damaged or was cut short/,
  ],
  ['with a password', one({ isLocked: true }), /password/],
  ['of nothing', zipOf([]), /no files in this zip/],
];

for (const [what, buffer, says] of BAD)
  test(`a zip ${what} is refused with why and what to do, and a sound one of its name takes its place`, async () => {
    const page = await aPage();
    await give(page, [zipped('return.zip', buffer)]);
    const alert = page.getByRole('alert').filter({ hasText: 'No file given could be read' });
    await alert.waitFor();
    assert.match(await alert.innerText(), says);
    await give(page, [zipped('return.zip', sound)]);
    await heading(page, /findings in 3 children/);
    assert.equal(await page.textContent('#this-year-state'), '2 files');
    await open(page, 'Not checked');
    assert.equal(await page.getByRole('rowheader', { name: 'return.zip' }).count(), 0);
    await page.context().close();
  });

test('a zip among files is opened beside them', async () => {
  const page = await aPage();
  await give(page, [zipped('return.zip', sound), table('Reviews', []), text('empty.csv', '')]);
  await page.locator('#this-year-state', { hasText: '4 files, 1 not read' }).waitFor();
  await page.context().close();
});

test('no page of these tests asked for anything but itself and its worker', () => {
  assert.deepEqual(askedElsewhere(), []);
});
