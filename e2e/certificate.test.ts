/** An authorisation certificate in a real browser: read, printed, taken away and checked; without script, on a phone. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { anEntryWorld, type EntryWorld } from '../packages/app/test/entry-world.ts';
import { accessibilityFaults } from './product.ts';
import { NO_SCRIPT, openTabs, PHONE, type Tabs, tooWideBy } from './tabs.ts';

let world: EntryWorld;
let tabs: Tabs;
let address: string;

before(async () => {
  world = await anEntryWorld();
  tabs = await openTabs(world);
  const ana = (await world.signIn(world.ana)).signedIn;
  const id = await world.begin('CERT1');
  await world.fillIn(id, ana);
  await world.take(ana, id, 'submit');
  for (const [role, step] of [
    ['team-manager', 'support'],
    ['group-manager', 'authorise'],
    ['director', 'director-authorise'],
  ] as const)
    assert.equal((await world.take(await world.as(role), id, step)).kind, 'step-taken');
  address = `/cases/${id}`;
});
after(() => tabs.close());

const fingerprintOn = async (tab: Page): Promise<string> => {
  const print = /([0-9a-f]{4} ){15}[0-9a-f]{4}/.exec(await tab.locator('.app-document').innerText());
  assert.ok(print, 'a fingerprint in groups of four is on it');
  return print[0];
};

const check = async (tab: Page, typed: string): Promise<void> => {
  await tab.getByLabel('Fingerprint on the copy').fill(typed);
  await tab.getByRole('button', { name: 'Check the copy' }).click();
  await tab.waitForURL(/certificate\/check/);
};

test('a certificate is opened from its request, and a copy checked, with nothing that axe finds on any page', async () => {
  const tab = await tabs.tabOf(world.ana);
  await tab.goto(address);
  await tab.getByRole('link', { name: 'Authorisation certificate' }).click();
  await tab.getByRole('heading', { level: 1, name: 'Authorisation to come into care' }).waitFor();
  assert.deepEqual(await accessibilityFaults(tab), []);
  const print = await fingerprintOn(tab);
  await check(tab, 'not one');
  await tab.getByText('There is a problem').waitFor();
  assert.deepEqual(await accessibilityFaults(tab), []);
  await check(tab, print);
  await tab.getByText('This fingerprint is that of the certificate in the record.').waitFor();
  assert.deepEqual(await accessibilityFaults(tab), []);
});

test('without script it is read, checked and taken away as a file that begins as a zip', async () => {
  const tab = await tabs.tabOf(world.ana, NO_SCRIPT);
  await tab.goto(`${address}/certificate`);
  const print = await fingerprintOn(tab);
  const [file] = await Promise.all([
    tab.waitForEvent('download'),
    tab.getByRole('link', { name: 'Download it as a Word document' }).click(),
  ]);
  assert.match(file.suggestedFilename(), /^authorisation-\d+-2026-11-23\.docx$/);
  assert.equal((await readFile(await file.path())).subarray(0, 2).toString(), 'PK');
  await check(tab, `${print.slice(0, -4)}${print.endsWith('0000') ? '1111' : '0000'}`);
  await tab.getByText('This fingerprint is not that of the certificate in the record.').waitFor();
});

test('on a phone nothing of it is cut off, and on paper nothing is left that can only be pressed', async () => {
  const tab = await tabs.tabOf(world.ana, PHONE);
  for (const page of ['', '/certificate', '/certificate/check?fingerprint=no']) {
    await tab.goto(`${address}${page}`);
    assert.equal(await tooWideBy(tab), 0, page);
  }
  await tab.goto(`${address}/certificate`);
  await tab.emulateMedia({ media: 'print' });
  assert.equal(await tab.locator('.app-document').isVisible(), true);
  assert.equal(await tab.getByRole('button', { name: 'Check the copy' }).isVisible(), false);
  assert.equal(await tab.getByRole('link', { name: 'Download it as a Word document' }).isVisible(), false);
});
