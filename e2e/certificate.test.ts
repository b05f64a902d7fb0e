/** An authorisation certificate in a real browser: read, printed, taken away and checked; without script, on a phone. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { anEntryWorld, type EntryWorld } from '../packages/app/test/entry-world.ts';
import { aService, type Service } from '../packages/web/test/service.ts';
import { accessibilityFaults, startBrowser } from './product.ts';

let world: EntryWorld;
let service: Service;
let browser: Browser;
let url: string;
let address: string;

before(async () => {
  [world, browser] = await Promise.all([anEntryWorld(), startBrowser()]);
  service = aService(world);
  await service.server.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(service.server.server.address() as AddressInfo).port}`;
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
  address = `${url}/cases/${id}`;
});
after(async () => {
  await browser.close();
  await service.server.close();
  await world.close();
});

const aTab = async (options: BrowserContextOptions = {}): Promise<Page> => {
  const { cookie } = await world.signIn(world.ana);
  const context = await browser.newContext(options);
  await context.addCookies([{ name: 'rightplace-session', value: cookie, url }]);
  return context.newPage();
};

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
  const tab = await aTab();
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
  const tab = await aTab({ javaScriptEnabled: false });
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
  const tab = await aTab({ viewport: { width: 320, height: 800 } });
  for (const page of ['', '/certificate', '/certificate/check?fingerprint=no']) {
    await tab.goto(`${address}${page}`);
    assert.equal(await tab.evaluate('document.documentElement.scrollWidth - innerWidth'), 0, page);
  }
  await tab.goto(`${address}/certificate`);
  await tab.emulateMedia({ media: 'print' });
  assert.equal(await tab.locator('.app-document').isVisible(), true);
  assert.equal(await tab.getByRole('button', { name: 'Check the copy' }).isVisible(), false);
  assert.equal(await tab.getByRole('link', { name: 'Download it as a Word document' }).isVisible(), false);
});
