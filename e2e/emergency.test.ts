/** An emergency in a real browser: by keyboard, without script, on a phone. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { EMERGENCY } from '../packages/domain/src/entry-to-care/emergency.ts';
import { fillIn } from '../packages/web/test/cases.ts';
import { aChildrenWorld, type ChildrenWorld } from '../packages/web/test/children.ts';
import { accessibilityFaults } from './product.ts';
import {
  beginForLark,
  NO_SCRIPT,
  openTabs,
  PHONE,
  pressByKey,
  type Tabs,
  tooWideBy,
  typeDay,
} from './tabs.ts';

let world: ChildrenWorld;
let tabs: Tabs;
let manager: number;
let director: number;
before(async () => {
  world = await aChildrenWorld();
  tabs = await openTabs(world);
  [manager, director] = [await world.someone('team-manager'), await world.someone('director')];
});
after(() => tabs.close());

/** Raises an emergency by hand, and gives its address; what it holds is written by the form itself. */
const raise = async (tab: Page, number: string): Promise<string> => {
  const address = await beginForLark(tab, number, { way: 'emergency' });
  await fillIn(await tabs.service.signedInAs(world.ana), address, EMERGENCY);
  await tab.reload();
  return address;
};

const writeDown = async (tab: Page, whose: string, role: string): Promise<void> => {
  await tab.getByRole('button', { name: `Write down the duty ${whose}’s approval` }).click();
  await tab.getByLabel(`Somebody (${role})`).check();
  await typeDay(tab, 'On which day was it given?', '2026-11-23');
  await tab.getByLabel('At what time was it given?').fill('09:00');
  await tab.getByLabel('By telephone').check();
  await tab.getByLabel('What did they say, and on what conditions?').fill('Go ahead.');
  await tab.getByRole('button', { name: `Write down the duty ${whose}’s approval` }).click();
  await tab.getByText('It is recorded, with your name and the time').waitFor();
};

test('a duty manager confirms in the morning, by keyboard, what was written down at night; nothing that axe finds on any page', async () => {
  const night = await tabs.tabOf(world.ana);
  await night.goto('/coming-into-care/emergency');
  assert.deepEqual(await accessibilityFaults(night), []);
  const address = await raise(night, 'EM1');
  assert.deepEqual(await accessibilityFaults(night), []);
  await night.goto(`${address}/steps/write-down-manager`);
  assert.deepEqual(await accessibilityFaults(night), []);
  await night.goto(address);
  await writeDown(night, 'manager', 'team-manager');
  await night.getByText(/Not yet confirmed by Somebody \(team-manager\)/).waitFor();
  assert.deepEqual(await accessibilityFaults(night), []);
  await writeDown(night, 'director', 'director');
  await night.goto(`${address}/steps/placed`);
  assert.deepEqual(await accessibilityFaults(night), []);

  const morning = await tabs.tabOf(manager);
  await morning.goto('/your-work');
  assert.deepEqual(await accessibilityFaults(morning), []);
  await morning.getByText('Not confirmed by Somebody (team-manager)').first().waitFor();
  await pressByKey(morning, morning.getByRole('link', { name: 'Lark' }).first());
  await pressByKey(morning, morning.getByRole('button', { name: 'Confirm that this approval is yours' }));
  await morning.waitForURL(/steps\/confirm/);
  assert.deepEqual(await accessibilityFaults(morning), []);
  await pressByKey(morning, morning.getByRole('button', { name: 'Confirm that this approval is yours' }));
  await morning.getByText('It is recorded, with your name and the time').waitFor();
  await morning.goto(address);
  await morning.getByText(/Somebody \(team-manager\) confirmed the approval/).waitFor();
});

test('without script an approval is denied, and it stands in red before the director', async () => {
  const night = await tabs.tabOf(world.ana, NO_SCRIPT);
  const address = await raise(night, 'EM2');
  await writeDown(night, 'manager', 'team-manager');
  const morning = await tabs.tabOf(manager, NO_SCRIPT);
  await morning.goto(`${address}/steps/deny`);
  await morning.getByLabel('What did you say, if you were asked?').fill('Nobody called me.');
  await morning.getByRole('button', { name: 'Say that you did not approve' }).click();
  const desk = await tabs.tabOf(director);
  await desk.goto(address);
  await desk.locator('.app-alarms').getByText('An approval was denied').waitFor();
  assert.deepEqual(await accessibilityFaults(desk), []);
  await desk.getByRole('button', { name: 'Approve it yourself, now' }).waitFor();
});

test('on a phone nothing is cut off', async () => {
  const tab = await tabs.tabOf(world.ana, PHONE);
  const address = await raise(tab, 'EM3');
  await writeDown(tab, 'manager', 'team-manager');
  for (const page of [
    address,
    `${address}/steps/write-down-director`,
    `${address}/steps/withdraw`,
    '/your-work',
    '/coming-into-care/emergency',
  ]) {
    await tab.goto(page);
    assert.equal(await tooWideBy(tab), 0, page);
  }
});
