/** A child before the panels in a real browser: by keyboard, without script, on a phone. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { aPanelWorld, type PanelWorld, TODAY } from '../packages/app/test/panel-world.ts';
import type { Role } from '../packages/domain/src/access/role.ts';
import { ENTRY_PANEL } from '../packages/domain/src/panel/entry-panel.ts';
import { RESOURCES_PANEL } from '../packages/domain/src/panel/resources-panel.ts';
import { fillIn } from '../packages/web/test/cases.ts';
import { aService, type Service } from '../packages/web/test/service.ts';
import { accessibilityFaults, startBrowser } from './product.ts';

const ENTRY = '/panels/entry-to-care-panel/meetings';
const RESOURCES = '/panels/access-to-resources-panel/meetings';
const RECORDED = 'It is recorded, with your name and the time';
let world: PanelWorld;
let service: Service;
let browser: Browser;
let url: string;

before(async () => {
  [world, browser] = await Promise.all([aPanelWorld(), startBrowser()]);
  service = aService(world);
  await service.server.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(service.server.server.address() as AddressInfo).port}`;
  await world.runPanels();
});
after(async () => {
  await browser.close();
  await service.server.close();
  await world.close();
});

const aTab = async (who: Role | number, options: BrowserContextOptions = {}): Promise<Page> => {
  const person = typeof who === 'number' ? who : (await world.as(who)).person.id;
  const { cookie } = await world.signIn(person);
  const context = await browser.newContext(options);
  await context.addCookies([{ name: 'rightplace-session', value: cookie, url }]);
  return context.newPage();
};

const pressed = async (tab: Page, name: string): Promise<void> => {
  await tab.getByRole('button', { name }).last().focus();
  await tab.keyboard.press('Enter');
};

/** Opens a step by its button on the case's page. */
const step = async (tab: Page, name: string): Promise<void> => {
  await pressed(tab, name);
  await tab.waitForURL(/\/steps\//);
};

const arrange = async (tab: Page, panel: string, chair: Role): Promise<void> => {
  // Somebody who joins while the form is open is not in its list.
  const { person } = await world.as(chair);
  await tab.goto(`${url}${panel}/add`);
  const day = tab.getByRole('group', { name: 'On which day?' });
  await day.getByLabel('Day').fill('23');
  await day.getByLabel('Month').fill('11');
  await day.getByLabel('Year').fill('2026');
  await tab.getByLabel('At what time?').fill('09:30');
  await tab.getByLabel('Where?').fill('Room 4');
  await tab.getByLabel('Who chairs?').selectOption(String(person.id));
  await pressed(tab, 'Arrange the meeting');
  await tab.waitForURL(`${url}${panel}/${TODAY}`);
};

const sayWhoWasThere = async (tab: Page, panel: string): Promise<void> => {
  await tab.goto(`${url}${panel}/${TODAY}`);
  await pressed(tab, 'Say who was there');
  await tab.waitForURL(/change$/);
  await tab.getByLabel('Who was there?').fill('Gwen Hale\nDr Ash O’Neill, health');
  await pressed(tab, 'Save the meeting');
  await tab.getByText('Gwen Hale; Dr Ash O’Neill, health').waitFor();
};

const list = async (tab: Page, address: string): Promise<void> => {
  await tab.goto(address);
  await step(tab, 'List for a meeting');
  await tab.getByLabel('Monday 23 November 2026').check();
  await pressed(tab, 'List for a meeting');
  await tab.getByText(RECORDED).waitFor();
};

const lookAgain = async (tab: Page): Promise<void> => {
  const day = tab.getByRole('group', { name: 'On which day is this looked at again?' });
  await day.getByLabel('Day').fill('20');
  await day.getByLabel('Month').fill('1');
  await day.getByLabel('Year').fill('2027');
};

const oneSupport = async (tab: Page, at: number, what: string): Promise<void> => {
  await tab.getByLabel('What is given').nth(at).fill(what);
  await tab.getByLabel('What it costs a week').nth(at).fill('£310.50');
  const day = tab.getByRole('group', { name: 'First day' }).nth(at);
  await day.getByLabel('Day').fill('24');
  await day.getByLabel('Month').fill('11');
  await day.getByLabel('Year').fill('2026');
  await tab.getByLabel('Who sees to it').nth(at).fill('Ola Brandt');
};

test('referred, listed, heard, and then authorised by the director, by keyboard; nothing that axe finds on any page', async () => {
  const request = `${url}/cases/${await world.withDirector('PE1')}`;
  const worker = await aTab(world.ana);
  const noFaults = async (tab: Page, page: string) =>
    assert.deepEqual(await accessibilityFaults(tab), [], page);
  await worker.goto(request);
  await noFaults(worker, 'the request');
  await pressed(worker, 'Refer to the Entry to Care Panel');
  await worker.waitForURL((at) => at.href !== request);
  const referral = worker.url();
  assert.equal((await worker.getByText('Not begun').count()) > 0, true, 'what only the panel asks is open');
  await fillIn(await service.signedInAs(world.ana), new URL(referral).pathname, ENTRY_PANEL);
  await worker.reload();
  await noFaults(worker, 'the referral');
  await step(worker, 'Refer to the panel');
  await pressed(worker, 'Refer to the panel');
  await worker.getByText(RECORDED).waitFor();

  const hub = await aTab('placements-officer');
  await hub.goto(`${url}${ENTRY}/add`);
  await noFaults(hub, 'a new meeting');
  await arrange(hub, ENTRY, 'reviewing-officer');
  await hub.goto(`${url}/panels`);
  await noFaults(hub, 'the panels');
  await list(hub, referral);
  await hub.goto(`${url}${ENTRY}/${TODAY}`);
  await hub.getByText('Papers of Lark Brindle').waitFor();
  await noFaults(hub, 'the agenda');
  await sayWhoWasThere(hub, ENTRY);

  const chair = await aTab('reviewing-officer');
  await chair.goto(referral);
  await step(chair, 'Support instead of care');
  await noFaults(chair, 'hearing');
  await chair.getByLabel('Why the panel decided so').fill('What was not tried yet is enough.');
  await oneSupport(chair, 0, 'A family worker');
  await pressed(chair, 'Add another support');
  await chair.getByText('Support 2').waitFor();
  await oneSupport(chair, 1, 'Fares');
  await lookAgain(chair);
  await pressed(chair, 'Support instead of care');
  await chair.getByText(RECORDED).waitFor();
  await chair.goto(`${url}${ENTRY}/${TODAY}`);
  await chair.getByRole('row', { name: 'Together £621.00' }).waitFor();
  await noFaults(chair, 'the agenda after');

  const director = await aTab('director');
  await director.goto(request);
  await director.getByText('Heard: support instead of care.').waitFor();
  await noFaults(director, 'the request with the panel’s view');
  await step(director, 'Authorise entry to care');
  await director.getByText('What was not tried yet is enough.').waitFor();
  await noFaults(director, 'the decision');
  await pressed(director, 'Authorise entry to care');
  await director.getByText(RECORDED).waitFor();
});

test('without script support is agreed, one thing after another, followed up and closed', async () => {
  const plain = { javaScriptEnabled: false };
  const worker = await aTab(world.ana, plain);
  await worker.goto(`${url}/panels`);
  await worker.getByRole('button', { name: 'Put a child before this panel' }).click();
  await worker.getByLabel('The child’s number in your case system').fill('NM1');
  await worker.getByRole('button', { name: 'Begin the referral' }).click();
  await worker.waitForURL(/\/cases\/\d+$/);
  const referral = worker.url();
  await fillIn(await service.signedInAs(world.ana), new URL(referral).pathname, RESOURCES_PANEL);
  await worker.goto(`${referral}/steps/refer`);
  await worker.getByRole('button', { name: 'Refer to the panel' }).click();
  const hub = await aTab('placements-officer', plain);
  await arrange(hub, RESOURCES, 'director');
  await list(hub, referral);
  await sayWhoWasThere(hub, RESOURCES);
  const chair = await aTab('director', plain);
  await chair.goto(`${referral}/steps/agree-support`);
  await chair.getByLabel('Why the panel decided so').fill('It may hold a good home.');
  await oneSupport(chair, 0, 'A night carer');
  await chair.getByRole('button', { name: 'Add another support' }).click();
  assert.equal(await chair.getByLabel('What is given').count(), 2);
  assert.equal(await chair.getByLabel('What is given').first().inputValue(), 'A night carer');
  await chair.getByRole('button', { name: 'Agree support' }).click();
  await chair.getByText(RECORDED).waitFor();
  await worker.goto(`${referral}/steps/follow-up`);
  await worker.getByLabel('In the same home').check();
  await worker.getByLabel('How is the child now, and what came of the decision?').fill('Well.');
  await worker
    .getByLabel(/What came of this: A night carer \(£310\.50 a week, Ola Brandt\)/)
    .fill('It held.');
  await worker.getByRole('button', { name: 'Follow it up' }).click();
  await worker.getByText(RECORDED).waitFor();
  await hub.goto(`${referral}/steps/close`);
  await hub.getByRole('button', { name: 'Close it' }).click();
  await hub.getByText(RECORDED).waitFor();
});

test('on a phone nothing is cut off, and on paper the papers lie open', async () => {
  const tab = await aTab('director', { viewport: { width: 320, height: 800 } });
  for (const page of [
    '/panels',
    `${ENTRY}/${TODAY}`,
    `${RESOURCES}/${TODAY}`,
    `${ENTRY}/add`,
    `${ENTRY}/${TODAY}/change`,
  ]) {
    await tab.goto(`${url}${page}`);
    assert.equal(await tab.evaluate('document.documentElement.scrollWidth - innerWidth'), 0, page);
  }
  await tab.goto(`${url}${ENTRY}/${TODAY}`);
  const paper = tab.getByText('Which home would be right for the child from the first day?');
  assert.equal(await paper.isVisible(), false);
  await tab.emulateMedia({ media: 'print' });
  assert.equal(await paper.isVisible(), true);
  assert.equal(await tab.getByRole('button', { name: 'Change this meeting' }).isVisible(), false);
});
