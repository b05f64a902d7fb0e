/** The register of homes in a real browser: a home recorded and found, a place held and filled, without script and on a phone. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { aRegisterWorld, type RegisterWorld } from '../packages/app/test/register-world.ts';
import { accessibilityFaults } from './product.ts';
import { NO_SCRIPT, openTabs, PHONE, type Tabs, tooWideBy, typeDay } from './tabs.ts';

let world: RegisterWorld;
let tabs: Tabs;

before(async () => {
  world = await aRegisterWorld();
  tabs = await openTabs(world);
});
after(() => tabs.close());

const anOfficer = async (options?: BrowserContextOptions): Promise<Page> =>
  tabs.tabOf((await world.hub()).person.id, options);

const press = (tab: Page, name: string): Promise<void> => tab.getByRole('button', { name }).click();
const isFaultless = async (tab: Page): Promise<void> => assert.deepEqual(await accessibilityFaults(tab), []);
const isNarrowEnough = async (tab: Page): Promise<void> => assert.equal(await tooWideBy(tab), 0, tab.url());

test('an officer records a home, finds it by its vacancy, holds a place and gives it up, without script', async () => {
  const tab = await anOfficer(NO_SCRIPT);
  await tab.goto('/homes');
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
  await typeDay(tab, 'From which day?', '2026-05-01');
  await press(tab, 'Record it');
  await tab.getByRole('link', { name: /of places and ages/ }).click();
  await tab.getByLabel('How many children may live there at once?').fill('1');
  await tab.getByLabel('From what age?').fill('10');
  await tab.getByLabel('Up to what age?').fill('17');
  await tab.getByRole('radio', { name: 'Any' }).check();
  await typeDay(tab, 'From which day?', '2026-05-01');
  await press(tab, 'Record it');
  await tab.goto('/homes');
  await tab.getByLabel('Only those with a vacancy').check();
  await tab.getByLabel('For a child aged').fill('12');
  await press(tab, 'Show');
  await tab.getByRole('link', { name: 'Teasel Court' }).click();
  assert.equal(tab.url(), home);
  const search = await world.search('NM6');
  await press(tab, 'Hold a place');
  await tab.getByLabel('Number of the search').fill(String(search));
  await typeDay(tab, 'Until the end of which day?', '2026-11-25');
  await press(tab, 'Hold the place');
  assert.match(await tab.locator('main').innerText(), /0 of 1 vacant/);
  world.pass(1);
  await tab.getByRole('link', { name: /Give it up/ }).click();
  assert.match(await tab.locator('main').innerText(), /No move is recorded in search/);
  assert.equal(await tab.getByRole('button', { name: 'The place is filled' }).count(), 0);
  await tab.getByLabel('Why is it given up?').fill('It was for another');
  await press(tab, 'Give the place up');
  assert.match(await tab.locator('main').innerText(), /1 of 1 vacant.*\s+0 children there/);
});

test('the pages of the register have nothing wrong by axe, and fit a phone', async () => {
  await world.openHome(world.lowe, 3);
  const tab = await anOfficer(PHONE);
  const home = `/homes/${world.lane}`;
  const pages = [
    '/homes',
    `/homes/${world.lowe}`,
    home,
    '/homes/providers',
    `/homes/providers/${world.zed}`,
    '/homes/contracts',
    '/homes/contracts/residential',
    `${home}/record/terms`,
    `${home}/block`,
    '/homes/add',
  ];
  for (const address of pages) {
    await tab.goto(address);
    await isFaultless(tab);
    await isNarrowEnough(tab);
  }
});
