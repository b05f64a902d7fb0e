/** Loading a return in a real browser: with its script, without any, by keyboard and on a phone. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { createReturnThread } from '@rightplace/app';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { csvFile, REVIEWS, smallReturn } from '../packages/app/test/returns.ts';
import { KNOWN_FAULTS } from '../packages/web/scripts/gallery-server.ts';
import { aService, aWorld, type Service, type TestWorld } from '../packages/web/test/service.ts';
import { axe, startBrowser } from './product.ts';

let world: TestWorld;
let service: Service;
let browser: Browser;
let url: string;
let cookie: string;

before(async () => {
  [world, browser] = await Promise.all([aWorld(), startBrowser()]);
  service = aService({ ...world, returnThread: createReturnThread(world.database.address.app) });
  await service.server.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(service.server.server.address() as AddressInfo).port}`;
  const { personId } = await world.addPerson({ name: 'Ada Analyst', role: 'performance' });
  ({ cookie } = await world.signIn(personId));
});
after(async () => {
  await browser.close();
  await service.server.close();
  await world.close();
});

/** A second press so soon after the first is taken for a slip of the hand. */
const DOUBLE_CLICK = 1100;
const PHONE = { viewport: { width: 320, height: 800 } };

const aTab = async (options: BrowserContextOptions = {}): Promise<Page> => {
  const context = await browser.newContext(options);
  await context.addCookies([{ name: 'rightplace-session', value: cookie, url }]);
  return context.newPage();
};

const toChoose = (files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) =>
  files.map(({ name, bytes }) => ({
    name: name.split('/').at(-1) ?? name,
    mimeType: 'text/csv',
    buffer: Buffer.from(bytes),
  }));

const choose = async (tab: Page, files: Parameters<typeof toChoose>[0]): Promise<void> => {
  await tab.goto(`${url}/imports/load`);
  await tab.locator('input[type=file]').setInputFiles(toChoose(files));
};

const isImport = (address: URL): boolean => /^\/imports\/\d+$/.test(address.pathname);

const faults = async (tab: Page): Promise<readonly string[]> => {
  const { violations } = await axe(tab, { rules: { 'target-size': { enabled: true } } }).analyze();
  return violations
    .filter(({ id }) => !(id in KNOWN_FAULTS))
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
};

const tooWide = (tab: Page): Promise<unknown> =>
  tab.evaluate('document.documentElement.scrollWidth - innerWidth');

/** Without script, whoever waits presses the link. */
const lookUntilDone = async (tab: Page): Promise<void> => {
  await tab.waitForLoadState();
  while (new URL(tab.url()).pathname.startsWith('/work/')) {
    await tab.getByRole('link', { name: 'Look how far it is now' }).click();
    await tab.waitForLoadState();
  }
};

test('a return is chosen, seen on its way, looked at and loaded', async () => {
  const tab = await aTab();
  await choose(tab, smallReturn());
  // Held until the page has been looked at: the answer leads on to another.
  let letGo = (): void => undefined;
  const looked = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await tab.route('**/imports/load', async (route) => {
    if (route.request().method() === 'POST') await looked;
    await route.continue();
  });
  await tab.getByRole('button', { name: 'Read the files' }).click();
  await tab.getByRole('status').filter({ hasText: 'Sending 3 files' }).waitFor();
  assert.deepEqual(await faults(tab), []);
  letGo();
  await tab.waitForURL(isImport);
  assert.match((await tab.textContent('h1')) ?? '', /2 children would be added/);
  await tab.getByLabel('These files hold no real children').check();
  await tab.getByRole('button', { name: 'Load into the record' }).click();
  await tab.getByText('2 children added').first().waitFor();
  assert.deepEqual(await faults(tab), []);
});

test('a return is loaded without script, on a phone', async () => {
  const tab = await aTab({ ...PHONE, javaScriptEnabled: false });
  await choose(tab, smallReturn('2025'));
  await tab.getByRole('button', { name: 'Read the files' }).click();
  await lookUntilDone(tab);
  assert.ok(isImport(new URL(tab.url())), tab.url());
  await tab.getByLabel('These files hold no real children').check();
  await tab.getByRole('button', { name: 'Load into the record' }).click();
  await lookUntilDone(tab);
  await tab.getByText('Loaded by Ada Analyst').waitFor();
});

test('no files, too large files and a stopped upload are said on the page, which can then be used again', async () => {
  const tab = await aTab();
  await tab.goto(`${url}/imports/load`);
  await tab.getByRole('button', { name: 'Read the files' }).click();
  await tab.getByRole('alert').filter({ hasText: 'Choose the files of a return' }).waitFor();
  await tab.evaluate("document.querySelector('input[type=file]').dataset.mostBytes = '10'");
  await tab.locator('input[type=file]').setInputFiles(toChoose(smallReturn()));
  await tab.getByRole('button', { name: 'Read the files' }).click();
  await tab.getByText('can be sent here').waitFor();
  await tab.evaluate("document.querySelector('input[type=file]').dataset.mostBytes = '10000000'");
  await tab.route('**/imports/load', () => {});
  await tab.waitForTimeout(DOUBLE_CLICK);
  await tab.getByRole('button', { name: 'Read the files' }).click();
  await tab.getByRole('button', { name: 'Stop' }).click();
  await tab.getByText('Stopped. Nothing was read.').waitFor();
  await tab.unroute('**/imports/load');
  await tab.waitForTimeout(DOUBLE_CLICK);
  await tab.getByRole('button', { name: 'Read the files' }).click();
  await tab.waitForURL(isImport);
});

test('every page about imports is accessible and no wider than a phone', async () => {
  const tab = await aTab(PHONE);
  const name = `${'a-long-name-as-machines-give-'.repeat(6)}.csv`;
  const rows = Array.from({ length: 300 }, (_, i) => `INVENTED-${i},01/02/2014,2025-05-${10 + (i % 9)},PN1`);
  await choose(tab, [csvFile(name, REVIEWS, ...rows)]);
  await tab.getByRole('button', { name: 'Read the files' }).click();
  await tab.waitForURL(isImport);
  const path = new URL(tab.url()).pathname;
  for (const each of [
    path,
    `${path}/set-aside?rule=bad-date&page=2`,
    '/imports',
    '/imports/load',
    '/imports/write',
  ]) {
    await tab.goto(url + each);
    assert.deepEqual(await faults(tab), [], each);
    assert.equal(await tooWide(tab), 0, each);
  }
});

test('a return is loaded by keyboard alone', async () => {
  const tab = await aTab();
  await choose(tab, smallReturn());
  await tab.getByRole('button', { name: 'Read the files' }).focus();
  await tab.keyboard.press('Enter');
  await tab.waitForURL(isImport);
  await tab.getByLabel('These files hold no real children').focus();
  await tab.keyboard.press('Space');
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('Enter');
  await tab.getByText('Loaded by Ada Analyst').waitFor();
});
