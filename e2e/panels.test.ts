/** A child before the panels in a real browser: by keyboard, without script, on a phone. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { aPanelWorld, type PanelWorld, TODAY } from '../packages/app/test/panel-world.ts';
import type { Role } from '../packages/domain/src/access/role.ts';
import { ENTRY_PANEL } from '../packages/domain/src/panel/entry-panel.ts';
import { RESOURCES_PANEL } from '../packages/domain/src/panel/resources-panel.ts';
import { fillIn } from '../packages/web/test/cases.ts';
import { accessibilityFaults } from './product.ts';
import { NO_SCRIPT, openTabs, PHONE, pressButton, RECORDED, type Tabs, tooWideBy, typeDay } from './tabs.ts';

const ENTRY = '/panels/entry-to-care-panel/meetings';
const RESOURCES = '/panels/access-to-resources-panel/meetings';
let world: PanelWorld;
let tabs: Tabs;

before(async () => {
  world = await aPanelWorld();
  tabs = await openTabs(world);
  await world.runPanels();
});
after(() => tabs.close());

const aTab = async (who: Role | number, options?: BrowserContextOptions): Promise<Page> =>
  tabs.tabOf(typeof who === 'number' ? who : (await world.as(who)).person.id, options);

/** Opens a step by its button on the case's page. */
const step = async (tab: Page, name: string): Promise<void> => {
  await pressButton(tab, name);
  await tab.waitForURL(/\/steps\//);
};

const arrange = async (tab: Page, panel: string, chair: Role): Promise<void> => {
  // Somebody who joins while the form is open is not in its list.
  const { person } = await world.as(chair);
  await tab.goto(`${panel}/add`);
  await typeDay(tab, 'On which day?', TODAY);
  await tab.getByLabel('At what time?').fill('09:30');
  await tab.getByLabel('Where?').fill('Room 4');
  await tab.getByLabel('Who chairs?').selectOption(String(person.id));
  await pressButton(tab, 'Arrange the meeting');
  await tab.waitForURL(`${panel}/${TODAY}`);
};

const sayWhoWasThere = async (tab: Page, panel: string): Promise<void> => {
  await tab.goto(`${panel}/${TODAY}`);
  await pressButton(tab, 'Say who was there');
  await tab.waitForURL(/change$/);
  await tab.getByLabel('Who was there?').fill('Gwen Hale\nDr Ash O’Neill, health');
  await pressButton(tab, 'Save the meeting');
  await tab.getByText('Gwen Hale; Dr Ash O’Neill, health').waitFor();
};

const list = async (tab: Page, address: string): Promise<void> => {
  await tab.goto(address);
  await step(tab, 'List for a meeting');
  await tab.getByLabel('Monday 23 November 2026').check();
  await pressButton(tab, 'List for a meeting');
  await tab.getByText(RECORDED).waitFor();
};

const lookAgain = (tab: Page): Promise<void> =>
  typeDay(tab, 'On which day is this looked at again?', '2027-01-20');

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
  const request = `/cases/${await world.withDirector('PE1')}`;
  const worker = await aTab(world.ana);
  const noFaults = async (tab: Page, page: string) =>
    assert.deepEqual(await accessibilityFaults(tab), [], page);
  await worker.goto(request);
  await noFaults(worker, 'the request');
  await pressButton(worker, 'Refer to the Entry to Care Panel');
  await worker.waitForURL((at) => at.pathname !== request);
  const referral = worker.url();
  assert.equal((await worker.getByText('Not begun').count()) > 0, true, 'what only the panel asks is open');
  await fillIn(await tabs.service.signedInAs(world.ana), new URL(referral).pathname, ENTRY_PANEL);
  await worker.reload();
  await noFaults(worker, 'the referral');
  await step(worker, 'Refer to the panel');
  await pressButton(worker, 'Refer to the panel');
  await worker.getByText(RECORDED).waitFor();

  const hub = await aTab('placements-officer');
  await hub.goto(`${ENTRY}/add`);
  await noFaults(hub, 'a new meeting');
  await arrange(hub, ENTRY, 'reviewing-officer');
  await hub.goto('/panels');
  await noFaults(hub, 'the panels');
  await list(hub, referral);
  await hub.goto(`${ENTRY}/${TODAY}`);
  await hub.getByText('Papers of Lark Brindle').waitFor();
  await noFaults(hub, 'the agenda');
  await sayWhoWasThere(hub, ENTRY);

  const chair = await aTab('reviewing-officer');
  await chair.goto(referral);
  await step(chair, 'Support instead of care');
  await noFaults(chair, 'hearing');
  await chair.getByLabel('Why the panel decided so').fill('What was not tried yet is enough.');
  await oneSupport(chair, 0, 'A family worker');
  await pressButton(chair, 'Add another support');
  await chair.getByText('Support 2').waitFor();
  await oneSupport(chair, 1, 'Fares');
  await lookAgain(chair);
  await pressButton(chair, 'Support instead of care');
  await chair.getByText(RECORDED).waitFor();
  await chair.goto(`${ENTRY}/${TODAY}`);
  await chair.getByRole('row', { name: 'Together £621.00' }).waitFor();
  await noFaults(chair, 'the agenda after');

  const director = await aTab('director');
  await director.goto(request);
  await director.getByText('Heard: support instead of care.').waitFor();
  await noFaults(director, 'the request with the panel’s view');
  await step(director, 'Authorise entry to care');
  await director.getByText('What was not tried yet is enough.').waitFor();
  await noFaults(director, 'the decision');
  await pressButton(director, 'Authorise entry to care');
  await director.getByText(RECORDED).waitFor();
});

test('without script support is agreed, one thing after another, followed up and closed', async () => {
  const worker = await aTab(world.ana, NO_SCRIPT);
  await worker.goto('/panels');
  await worker.getByRole('button', { name: 'Put a child before this panel' }).click();
  await worker.getByLabel('The child’s number in your case system').fill('NM1');
  await worker.getByRole('button', { name: 'Begin the referral' }).click();
  await worker.waitForURL(/\/cases\/\d+$/);
  const referral = worker.url();
  await fillIn(await tabs.service.signedInAs(world.ana), new URL(referral).pathname, RESOURCES_PANEL);
  await worker.goto(`${referral}/steps/refer`);
  await worker.getByRole('button', { name: 'Refer to the panel' }).click();
  const hub = await aTab('placements-officer', NO_SCRIPT);
  await arrange(hub, RESOURCES, 'director');
  await list(hub, referral);
  await sayWhoWasThere(hub, RESOURCES);
  const chair = await aTab('director', NO_SCRIPT);
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
  const tab = await aTab('director', PHONE);
  for (const page of [
    '/panels',
    `${ENTRY}/${TODAY}`,
    `${RESOURCES}/${TODAY}`,
    `${ENTRY}/add`,
    `${ENTRY}/${TODAY}/change`,
  ]) {
    await tab.goto(page);
    assert.equal(await tooWideBy(tab), 0, page);
  }
  await tab.goto(`${ENTRY}/${TODAY}`);
  const paper = tab.getByText('Which home would be right for the child from the first day?');
  assert.equal(await paper.isVisible(), false);
  await tab.emulateMedia({ media: 'print' });
  assert.equal(await paper.isVisible(), true);
  assert.equal(await tab.getByRole('button', { name: 'Change this meeting' }).isVisible(), false);
});
