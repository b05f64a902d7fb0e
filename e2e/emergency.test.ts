/** An emergency in a real browser: by keyboard, without script, on a phone. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { EMERGENCY } from '../packages/domain/src/entry-to-care/emergency.ts';
import { fillIn } from '../packages/web/test/cases.ts';
import { aChildrenWorld, type ChildrenWorld } from '../packages/web/test/children.ts';
import { aService, type Service } from '../packages/web/test/service.ts';
import { accessibilityFaults, startBrowser } from './product.ts';

let world: ChildrenWorld;
let service: Service;
let browser: Browser;
let url: string;
let manager: number;
let director: number;

before(async () => {
  [world, browser] = await Promise.all([aChildrenWorld(), startBrowser()]);
  service = aService(world);
  await service.server.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(service.server.server.address() as AddressInfo).port}`;
  [manager, director] = [await world.someone('team-manager'), await world.someone('director')];
});
after(async () => {
  await browser.close();
  await service.server.close();
  await world.close();
});

const aTab = async (person: number, options: BrowserContextOptions = {}): Promise<Page> => {
  const { cookie } = await world.signIn(person);
  const context = await browser.newContext(options);
  await context.addCookies([{ name: 'rightplace-session', value: cookie, url }]);
  return context.newPage();
};

/** Raises an emergency by hand, and gives its address; what it holds is written by the form itself. */
const raise = async (tab: Page, number: string): Promise<string> => {
  await tab.goto(`${url}/coming-into-care/emergency`);
  await tab.getByLabel('The child’s number in your case system').fill(number);
  await tab.getByLabel('Given name').fill('Lark');
  const born = tab.getByRole('group', { name: 'Date of birth' });
  await born.getByLabel('Day').fill('5');
  await born.getByLabel('Month').fill('4');
  await born.getByLabel('Year').fill('2015');
  await tab.getByRole('button', { name: 'Raise the emergency' }).click();
  await tab.waitForURL(/\/cases\/\d+$/);
  const address = new URL(tab.url()).pathname;
  await fillIn(await service.signedInAs(world.ana), address, EMERGENCY);
  await tab.reload();
  return address;
};

const writeDown = async (tab: Page, whose: string, role: string): Promise<void> => {
  await tab.getByRole('button', { name: `Write down the duty ${whose}’s approval` }).click();
  await tab.getByLabel(`Somebody (${role})`).check();
  const day = tab.getByRole('group', { name: 'On which day was it given?' });
  await day.getByLabel('Day').fill('23');
  await day.getByLabel('Month').fill('11');
  await day.getByLabel('Year').fill('2026');
  await tab.getByLabel('At what time was it given?').fill('09:00');
  await tab.getByLabel('By telephone').check();
  await tab.getByLabel('What did they say, and on what conditions?').fill('Go ahead.');
  await tab.getByRole('button', { name: `Write down the duty ${whose}’s approval` }).click();
  await tab.getByText('It is recorded, with your name and the time').waitFor();
};

test('a duty manager confirms in the morning, by keyboard, what was written down at night; nothing that axe finds on any page', async () => {
  const night = await aTab(world.ana);
  await night.goto(`${url}/coming-into-care/emergency`);
  assert.deepEqual(await accessibilityFaults(night), []);
  const address = await raise(night, 'EM1');
  assert.deepEqual(await accessibilityFaults(night), []);
  await night.goto(`${url}${address}/steps/write-down-manager`);
  assert.deepEqual(await accessibilityFaults(night), []);
  await night.goto(`${url}${address}`);
  await writeDown(night, 'manager', 'team-manager');
  await night.getByText(/Not yet confirmed by Somebody \(team-manager\)/).waitFor();
  assert.deepEqual(await accessibilityFaults(night), []);
  await writeDown(night, 'director', 'director');
  await night.goto(`${url}${address}/steps/placed`);
  assert.deepEqual(await accessibilityFaults(night), []);

  const morning = await aTab(manager);
  await morning.goto(`${url}/your-work`);
  assert.deepEqual(await accessibilityFaults(morning), []);
  await morning.getByText('Not confirmed by Somebody (team-manager)').first().waitFor();
  await morning.getByRole('link', { name: 'Lark' }).first().focus();
  await morning.keyboard.press('Enter');
  await morning.getByRole('button', { name: 'Confirm that this approval is yours' }).focus();
  await morning.keyboard.press('Enter');
  await morning.waitForURL(/steps\/confirm/);
  assert.deepEqual(await accessibilityFaults(morning), []);
  await morning.getByRole('button', { name: 'Confirm that this approval is yours' }).focus();
  await morning.keyboard.press('Enter');
  await morning.getByText('It is recorded, with your name and the time').waitFor();
  await morning.goto(`${url}${address}`);
  await morning.getByText(/Somebody \(team-manager\) confirmed the approval/).waitFor();
});

test('without script an approval is denied, and it stands in red before the director', async () => {
  const night = await aTab(world.ana, { javaScriptEnabled: false });
  const address = await raise(night, 'EM2');
  await writeDown(night, 'manager', 'team-manager');
  const morning = await aTab(manager, { javaScriptEnabled: false });
  await morning.goto(`${url}${address}/steps/deny`);
  await morning.getByLabel('What did you say, if you were asked?').fill('Nobody called me.');
  await morning.getByRole('button', { name: 'Say that you did not approve' }).click();
  const desk = await aTab(director);
  await desk.goto(`${url}${address}`);
  await desk.locator('.app-alarms').getByText('An approval was denied').waitFor();
  assert.deepEqual(await accessibilityFaults(desk), []);
  await desk.getByRole('button', { name: 'Approve it yourself, now' }).waitFor();
});

test('on a phone nothing is cut off', async () => {
  const tab = await aTab(world.ana, { viewport: { width: 320, height: 800 } });
  const address = await raise(tab, 'EM3');
  await writeDown(tab, 'manager', 'team-manager');
  for (const page of [
    address,
    `${address}/steps/write-down-director`,
    `${address}/steps/withdraw`,
    '/your-work',
    '/coming-into-care/emergency',
  ]) {
    await tab.goto(`${url}${page}`);
    assert.equal(await tab.evaluate('document.documentElement.scrollWidth - innerWidth'), 0, page);
  }
});
