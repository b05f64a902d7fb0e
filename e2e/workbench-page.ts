/** The workbench opened from disk in a browser with no network, and files to give it. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { TableName } from '@rightplace/ssda903';
import { buildWorkbench } from '@rightplace/workbench';
import type { Browser, Page } from 'playwright-core';
import { aHeader, anEpisode, csvOf } from '../packages/workbench/test/returns.ts';
import { startBrowser } from './product.ts';

/** A folder of the test's own, removed after it. */
export let folder: string;
let address: string;
let browser: Browser;
/** Everything that any page of this file of tests asked for. */
const asked: string[] = [];

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rp-e2e-workbench-'));
  const file = join(folder, 'workbench.html');
  writeFileSync(file, (await buildWorkbench()).html);
  address = pathToFileURL(file).href;
  browser = await startBrowser();
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

export const DESK = { width: 1280, height: 900 };
export const PHONE = { width: 320, height: 700 };

export const aPage = async (viewport = DESK): Promise<Page> => {
  const context = await browser.newContext({ viewport, offline: true });
  const page = await context.newPage();
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => assert.fail(`The page broke: ${error.stack}`));
  await page.goto(address);
  return page;
};

type Rows = Parameters<typeof csvOf>[1];

export interface Sent {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const text = (name: string, content: string): Sent => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
});
export const table = (name: TableName, rows: Rows): Sent =>
  text(`${name.toLowerCase()}.csv`, csvOf(name, rows));

/** Two children with something wrong and one without. */
export const SMALL = [
  table('Header', [
    aHeader('KID1'),
    aHeader('KID2', { SEX: '' }),
    aHeader('=KID3', { SEX: '', DOB: '31/02/2014' }),
  ]),
  table('Episodes', [anEpisode('KID1'), anEpisode('KID2', { PLACE: 'XX' }), anEpisode('=KID3')]),
];

type SlotId = 'this-year' | 'last-year' | 'lists';

export const give = async (page: Page, files: readonly Sent[], slot: SlotId = 'this-year'): Promise<void> => {
  await page.locator(`#${slot}-files`).setInputFiles([...files]);
};

export const only = async (page: Page, ...codes: readonly string[]): Promise<void> => {
  const settings = page.locator('#files-and-settings > summary');
  if (!(await page.getByLabel('Only these rules').isVisible())) await settings.click();
  await page.getByLabel('Only these rules').fill(codes.join(' '));
  await page.getByLabel('Only these rules').blur();
};

export const heading = (page: Page, words: RegExp | string): Promise<void> =>
  page.getByRole('heading', { level: 1, name: words }).waitFor();

/** A page on which the small return has been checked by three rules. */
export const checkedPage = async (viewport = DESK): Promise<Page> => {
  const page = await aPage(viewport);
  await give(page, SMALL);
  await heading(page, /findings? in/);
  await only(page, '101', '102', '143', '202');
  await heading(page, '3 findings in 2 children');
  await page.locator('#files-and-settings > summary').click();
  return page;
};

export const rowsShown = (page: Page): Promise<readonly string[]> =>
  page.locator('.grid tbody tr').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).innerText));

export const tidy = (words: string): string => words.replaceAll(/\s+/g, ' ').trim();

export const open = (page: Page, view: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Results' }).getByRole('link', { name: view }).click();

export const saved = async (page: Page, button: string): Promise<Uint8Array> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFileSync(await download.path());
};

/** What pages asked for that is neither themselves nor their workers; and that there is something to tell it from. */
export const askedElsewhere = (): readonly string[] => {
  assert.ok(asked.length > 5);
  return asked.filter((url) => url !== address && !url.startsWith('blob:null/'));
};
