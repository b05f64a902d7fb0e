/** The register of homes in a real browser: a home recorded and found, a place held and filled, without script and on a phone. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { aRegisterWorld, type RegisterWorld } from '../packages/app/test/register-world.ts';
import { aService, type Service } from '../packages/web/test/service.ts';
import { accessibilityFaults, startBrowser } from './product.ts';

let world: RegisterWorld;
let service: Service;
let browser: Browser;
let url: string;

before(async () => {
  [world, browser] = await Promise.all([aRegisterWorld(), startBrowser()]);
  service = aService(world);
  await service.server.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(service.server.server.address() as AddressInfo).port}`;
});
after(async () => {
  await browser.close();
  await service.server.close();
  await world.close();
});

const anOfficer = async (options: BrowserContextOptions = {}): Promise<Page> => {
  const { cookie } = await world.signIn((await world.hub()).person.id);
  const context = await browser.newContext(options);
  await context.addCookies([{ name: 'rightplace-session', value: cookie, url }]);
  return context.newPage();
};

const fillDay = async (tab: Page, group: string, [day, month, year]: readonly string[]): Promise<void> => {
  const fields = tab.getByRole('group', { name: group });
  await fields.getByLabel('Day').fill(day ?? '');
  await fields.getByLabel('Month').fill(month ?? '');
  await fields.getByLabel('Year').fill(year ?? '');
};
const press = (tab: Page, name: string): Promise<void> => tab.getByRole('button', { name }).click();
const isFaultless = async (tab: Page): Promise<void> => assert.deepEqual(await accessibilityFaults(tab), []);
const isNarrowEnough = async (tab: Page): Promise<void> =>
  assert.ok((await tab.evaluate(() => document.documentElement.scrollWidth)) <= 320, tab.url());

test('an officer records a home, finds it by its vacancy, holds a place and fills it, without script', async () => {
  const tab = await anOfficer({ javaScriptEnabled: false });
  await tab.goto(`${url}/homes`);
  await press(tab, 'Add a home');
  await tab.getByLabel('Name').fill('Teasel Court');
  await tab.getByLabel('Kind of placement').selectOption('K2');
  await tab.getByLabel('Whose it is').selectOption({ label: 'Zed Homes' });
  await tab.getByLabel('Ofsted’s number (URN)').fill('SC990555');
  await tab.getByLabel('Postcode').fill('PE21 7ZZ');
  await press(tab, 'Add the home');
  const home = tab.url();
  await tab.getByRole('link', { name: /^Record a change ?of where it stands/ }).click();
  await tab.getByRole('radio', { name: 'Open', exact: true }).check();
  await fillDay(tab, 'From which day?', ['1', '5', '2026']);
  await press(tab, 'Record it');
  await tab.getByRole('link', { name: /of places and ages/ }).click();
  await tab.getByLabel('How many children may live there at once?').fill('1');
  await tab.getByLabel('From what age?').fill('10');
  await tab.getByLabel('Up to what age?').fill('17');
  await tab.getByRole('radio', { name: 'Any' }).check();
  await fillDay(tab, 'From which day?', ['1', '5', '2026']);
  await press(tab, 'Record it');
  await tab.goto(`${url}/homes`);
  await tab.getByLabel('Only those with a vacancy').check();
  await tab.getByLabel('For a child aged').fill('12');
  await press(tab, 'Show');
  await tab.getByRole('link', { name: 'Teasel Court' }).click();
  assert.equal(tab.url(), home);
  const search = await world.search('NM6');
  await press(tab, 'Hold a place');
  await tab.getByLabel('Number of the search').fill(String(search));
  await fillDay(tab, 'Until the end of which day?', ['25', '11', '2026']);
  await press(tab, 'Hold the place');
  assert.match(await tab.locator('main').innerText(), /0 of 1 vacant/);
  world.pass(1);
  await tab.getByRole('link', { name: /Give up or fill/ }).click();
  await fillDay(tab, 'On which day?', ['23', '11', '2026']);
  await press(tab, 'The place is filled');
  assert.match(await tab.locator('main').innerText(), /0 of 1 vacant.*\s+1 child there/);
});

test('the pages of the register have nothing wrong by axe, and fit a phone', async () => {
  await world.openHome(world.lowe, 3);
  const tab = await anOfficer({ viewport: { width: 320, height: 800 } });
  const home = `/homes/${world.lane}`;
  const pages = [
    '/homes',
    `/homes/${world.lowe}`,
    home,
    '/homes/providers',
    `/homes/providers/${world.zed}`,
    `${home}/record/terms`,
    `${home}/block`,
    '/homes/add',
  ];
  for (const address of pages) {
    await tab.goto(`${url}${address}`);
    await isFaultless(tab);
    await isNarrowEnough(tab);
  }
});
