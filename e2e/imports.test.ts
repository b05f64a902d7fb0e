/** Loading a return in a real browser: with its script, without any, by keyboard and on a phone. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createReturnThread } from '@rightplace/app';
import type { Page } from 'playwright-core';
import { csvFile, REVIEWS, smallReturn } from '../packages/app/test/returns.ts';
import { KNOWN_FAULTS } from '../packages/web/scripts/gallery-server.ts';
import { aService, aWorld, type TestWorld } from '../packages/web/test/service.ts';
import { everyFault } from './product.ts';
import { NO_SCRIPT, openTabs, PHONE, type Tabs, tooWideBy } from './tabs.ts';

let world: TestWorld;
let tabs: Tabs;
let analyst: number;

before(async () => {
  world = await aWorld();
  tabs = await openTabs(
    world,
    aService({ ...world, returnThread: createReturnThread(world.database.address.app) }),
  );
  ({ personId: analyst } = await world.addPerson({ name: 'Ada Analyst', role: 'performance' }));
});
after(() => tabs.close());

/** A second press so soon after the first is taken for a slip of the hand. */
const DOUBLE_CLICK = 1100;

const toChoose = (files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) =>
  files.map(({ name, bytes }) => ({
    name: name.split('/').at(-1) ?? name,
    mimeType: 'text/csv',
    buffer: Buffer.from(bytes),
  }));

const choose = async (tab: Page, files: Parameters<typeof toChoose>[0]): Promise<void> => {
  await tab.goto('/imports/load');
  await tab.locator('input[type=file]').setInputFiles(toChoose(files));
};

const isImport = (address: URL): boolean => /^\/imports\/\d+$/.test(address.pathname);

const faults = (tab: Page): Promise<readonly string[]> => everyFault(tab, KNOWN_FAULTS);

/** Without script, whoever waits presses the link. */
const lookUntilDone = async (tab: Page): Promise<void> => {
  await tab.waitForLoadState();
  while (new URL(tab.url()).pathname.startsWith('/work/')) {
    await tab.getByRole('link', { name: 'Look how far it is now' }).click();
    await tab.waitForLoadState();
  }
};

test('a return is chosen, seen on its way, looked at and loaded', async () => {
  const tab = await tabs.tabOf(analyst);
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
  const tab = await tabs.tabOf(analyst, { ...PHONE, ...NO_SCRIPT });
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
  const tab = await tabs.tabOf(analyst);
  await tab.goto('/imports/load');
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
  const tab = await tabs.tabOf(analyst, PHONE);
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
    await tab.goto(each);
    assert.deepEqual(await faults(tab), [], each);
    assert.equal(await tooWideBy(tab), 0, each);
  }
});

test('a return is loaded by keyboard alone', async () => {
  const tab = await tabs.tabOf(analyst);
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
