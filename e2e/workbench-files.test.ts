/** What is given to the workbench: large, unreadable, of another year, in folders, with lists; and stopping it. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { writeWorkbook } from '@rightplace/spreadsheet';
import { acceptReturns, readReturn, writeReturn } from '@rightplace/ssda903';
import { aHeader, anEpisode, csvOf } from '../packages/workbench/test/returns.ts';
import {
  aPage,
  askedElsewhere,
  folder,
  give,
  heading,
  only,
  open,
  rowsShown,
  type Sent,
  SMALL,
  table,
  text,
} from './workbench-page.ts';

test('work that takes long shows how far it is, and can be stopped and begun again', async () => {
  const page = await aPage();
  const many = Array.from({ length: 60_000 }, (_, i) => i);
  await give(page, [
    table(
      'Header',
      many.map((i) => aHeader(`C${i}`)),
    ),
    table(
      'Episodes',
      many.flatMap((i) => [
        anEpisode(`C${i}`, { DEC: '01/09/2026' }),
        anEpisode(`C${i}`, { DECOM: '01/09/2026', RNE: 'P' }),
      ]),
    ),
  ]);
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText('Stopped. Nothing was checked.').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Stop' }).isVisible(), false);
  await give(page, SMALL);
  await heading(page, /findings in 3 children/);
  await page.context().close();
});

const UNREADABLE: readonly (readonly [what: string, file: Sent, says: RegExp])[] = [
  ['a file of something else', text('notes.csv', 'shopping,list\nmilk,2'), /column/i],
  [
    'renamed columns',
    text('renamed.csv', 'CHILD,GENDER,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n1,M,01/01/2014,WBRI,,,'),
    /SEX/,
  ],
  ['an empty file', text('empty.csv', ''), /empty/],
  ['XML that breaks off', text('return.xml', '<Message><Children><CHILD>'), /not read|Export it again/],
  ['a zip', { ...text('all.zip', ''), buffer: Buffer.from('PK\u0003\u0004zzzz') }, /zip/],
];

for (const [what, file, says] of UNREADABLE)
  test(`${what} is said to be unreadable, why, and what to do`, async () => {
    const page = await aPage();
    await give(page, [file]);
    const alert = page.getByRole('alert').filter({ hasText: 'No file given could be read' });
    await alert.waitFor();
    assert.match(await alert.innerText(), says);
    await give(page, SMALL);
    await heading(page, /findings in/);
    assert.match((await page.textContent('#this-year-state')) ?? '', /3 files, 1 not read/);
    await open(page, 'Not checked');
    await page.getByRole('rowheader', { name: file.name }).waitFor();
    await page.context().close();
  });

/** The small return as one XML file. */
const smallAsXml = (): Sent => {
  const files = SMALL.map(({ name, buffer }) => ({ name, bytes: new Uint8Array(buffer) }));
  const { children } = acceptReturns({ returns: [{ ...readReturn(files), collectionYear: 2027 }] });
  const [file] = writeReturn(children, { collectionYear: 2027, format: 'xml' }).files;
  return text('return.xml', file?.text ?? '');
};

test('an XML return is checked as one', async () => {
  const page = await aPage();
  await give(page, [smallAsXml()]);
  await page.getByText('Return for 2026-27').waitFor();
  await only(page, '101');
  await heading(page, '2 findings in 2 children');
  assert.match((await rowsShown(page))[0] ?? '', /101/);
  await page.context().close();
});

test('a table without rows is given all the same', async () => {
  const page = await aPage();
  await give(page, [...SMALL, table('Reviews', [])]);
  await heading(page, /findings in/);
  await page.locator('#files-and-settings > summary').click();
  await page
    .getByRole('row', { name: /reviews\.csv/ })
    .getByText('Reviews, no rows')
    .waitFor();
  await page.context().close();
});

test('returns the wrong way round are noticed, and swapped', async () => {
  const page = await aPage();
  const ofYear = (year: number): Sent => table('Episodes', [anEpisode('KID1', { DECOM: `01/06/${year}` })]);
  await give(page, [ofYear(2025)]);
  await page.getByText('Return for 2025-26').waitFor();
  await give(page, [ofYear(2026)], 'last-year');
  await page.getByText('The two returns seem to be the wrong way round').waitFor();
  await page.getByRole('button', { name: 'Swap them' }).click();
  await page.getByText('Return for 2026-27').waitFor();
  assert.equal(await page.getByText('wrong way round').count(), 0);
  await page.context().close();
});

test('a folder of years is this year’s return and last year’s', async () => {
  const page = await aPage();
  for (const year of [2026, 2027]) {
    mkdirSync(join(folder, `returns/${year}`), { recursive: true });
    const episodes = csvOf('Episodes', [anEpisode('KID1', { DECOM: `01/06/${year - 1}` })]);
    writeFileSync(join(folder, `returns/${year}/episodes.csv`), episodes);
  }
  await page.locator('#this-year-folder').setInputFiles(join(folder, 'returns'));
  await page.getByText('Return for 2026-27').waitFor();
  assert.equal(await page.textContent('#last-year-state'), '1 file');
  await page.context().close();
});

test('Ofsted’s lists and a postcode directory let more rules run, wherever they are given', async () => {
  const page = await aPage();
  await give(page, SMALL);
  await heading(page, /findings in/);
  const notRun = async (): Promise<number> =>
    Number(/(\d+) not run/.exec((await page.textContent('.summary-line')) ?? '')?.[1]);
  const before = await notRun();
  const columns = ['URN', 'Placement code', 'Placement provider code', 'Setting address postcode'];
  const workbook = await writeWorkbook([
    {
      name: 'Settings',
      columns: columns.map((title) => ({ title })),
      rows: [['1234567', 'U1', 'PR1', 'XX1 1AB']],
    },
  ]);
  const postcodes =
    'pcds,oseast1m,osnrth1m,laua,lat,long\nXX1 1AA,500000,200000,E06000001,51.5,-0.1\nXX1 1AB,501000,200000,E06000001,51.51,-0.1';
  await give(page, [
    { ...text('list.xlsx', ''), buffer: Buffer.from(workbook) },
    text('onspd.csv', postcodes),
  ]);
  await page
    .locator('#lists-state', { hasText: 'a list of providers, 1 setting; a postcode directory' })
    .waitFor();
  await page.locator('#files-and-settings > summary').click();
  await page.getByLabel('Authority’s code').fill('E10000016');
  await page.getByLabel('Authority’s code').blur();
  await page.waitForTimeout(500);
  assert.ok((await notRun()) < before - 8, `${await notRun()} not run, ${before} before`);
  await open(page, 'Measures');
  await page.getByText('Living within 20 miles of home').click();
  await page.locator('.measure__value', { hasText: '100.0%' }).first().waitFor();
  await page.context().close();
});

test('a list whose columns were renamed is not used, and that is said', async () => {
  const page = await aPage();
  const columns = ['URN', 'Codes for placement'].map((title) => ({ title }));
  const workbook = await writeWorkbook([{ name: 'Settings', columns, rows: [['1234567', 'U1']] }]);
  await give(page, [...SMALL, { ...text('list.xlsx', ''), buffer: Buffer.from(workbook) }]);
  await heading(page, /findings in/);
  await open(page, 'Not checked');
  await page
    .getByRole('row', { name: /list\.xlsx/ })
    .getByText('may have been renamed')
    .waitFor();
  await page.context().close();
});

test('files dropped while others are being checked are checked with them, and nothing breaks', async () => {
  const page = await aPage();
  await give(page, SMALL);
  await heading(page, /findings in 3 children/);
  await page.getByRole('link', { name: 'Measures' }).click();
  await give(page, [table('Reviews', [])]);
  await give(page, [table('Missing', [])]);
  await page.locator('#this-year-state', { hasText: '4 files' }).waitFor();
  await heading(page, /Measures of this return/);
  await page.locator('.measure').first().waitFor();
  await page.context().close();
});

test('of a year that is not over it says so, and looks at it up to today when asked', async () => {
  const page = await aPage();
  await page.clock.setFixedTime(new Date('2026-11-22T12:00:00'));
  await give(page, [
    table('Header', [aHeader('KID1', { DOB: '10/01/2009' })]),
    table('Episodes', [anEpisode('KID1', { DECOM: '01/06/2026', LS: 'C2' })]),
  ]);
  await only(page, '359');
  await heading(page, '1 finding in 1 child');
  await page.getByRole('button', { name: 'Look at it up to today, 22 November 2026' }).click();
  await heading(page, 'Nothing was found.');
  assert.equal(await page.getByText('2026-27 is not over').count(), 0);
  assert.equal(await page.getByLabel('Up to').inputValue(), '2026-11-22');
  await page.clock.setFixedTime(new Date('2027-04-20T12:00:00'));
  await page.getByLabel('Up to').fill('');
  await heading(page, '1 finding in 1 child');
  assert.equal(await page.getByText('2026-27 is not over').count(), 0, 'now it is over');
  await page.context().close();
});

test('no page of these tests asked for anything but itself and its worker', () => {
  assert.deepEqual(askedElsewhere(), []);
});
