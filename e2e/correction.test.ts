/** A row of a child's return corrected in a real browser: by keyboard, without script, and on a phone. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { aChildrenWorld, type ChildrenWorld } from '../packages/web/test/children.ts';
import { aTidyChild } from '../packages/web/test/readiness.ts';
import { everyFault } from './product.ts';
import { NO_SCRIPT, openTabs, PHONE, type Tabs, tooWideBy } from './tabs.ts';

let world: ChildrenWorld;
let tabs: Tabs;
let analyst: number;

before(async () => {
  world = await aChildrenWorld();
  tabs = await openTabs(world);
  analyst = await world.someone('performance');
});
after(() => tabs.close());

const found = (tab: Page, column: string) => tab.locator(`#found-${column} .app-found`);

test('a finding is corrected by keyboard, and seen to clear while it is typed', async () => {
  await world.saveChildren([aTidyChild('TC1', { without: 'ethnicity' })], '2026-11-03T09:00:00Z');
  const tab = await tabs.tabOf(analyst);
  await tab.goto('/children/TC1/return/2027');
  assert.deepEqual(await everyFault(tab), []);
  await tab
    .getByRole('link', { name: /^Correct Header, rule/ })
    .first()
    .focus();
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/Header\/header\?field=ETHNIC/);
  assert.equal(
    await tab.evaluate('document.activeElement.id'),
    'ETHNIC',
    'the field to put right has the focus',
  );
  await found(tab, 'ETHNIC').first().waitFor();
  assert.deepEqual(await everyFault(tab), []);
  await tab.keyboard.type('WBRI');
  await tab.getByRole('status').filter({ hasText: 'clears 1 finding' }).waitFor();
  assert.equal(await found(tab, 'ETHNIC').count(), 0);
  assert.equal(await tab.evaluate('document.activeElement.id'), 'ETHNIC', 'and keeps it');
  assert.deepEqual(await everyFault(tab), []);
  await tab.getByLabel('Why you correct it').focus();
  await tab.keyboard.type('The social worker asked the family.');
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('Tab');
  await tab.keyboard.press('Enter');
  await tab.getByText('The correction is saved. It clears a finding.').waitFor();
  assert.deepEqual(await everyFault(tab), []);
});

test('what cannot be taken in is said while it is typed, and refused at its field when saved', async () => {
  await world.saveChildren([aTidyChild('TC2')], '2026-11-04T09:00:00Z');
  const tab = await tabs.tabOf(analyst);
  await tab.goto('/children/TC2/return/2027/Reviews/add');
  await tab.getByLabel('Day of the review').fill('31/02/2026');
  await tab.locator('#found-REVIEW').getByText('Cannot be saved.').waitFor();
  await tab.getByLabel('Why you add it').fill('The minutes.');
  await tab.getByRole('button', { name: 'Add the row' }).click();
  await tab
    .getByRole('alert')
    .getByRole('link', { name: /There is no 31\/02\/2026/ })
    .waitFor();
  assert.equal(await tab.getByLabel('Why you add it').inputValue(), 'The minutes.');
  assert.deepEqual(await everyFault(tab), []);
});

test('a finding is corrected without script, on a phone', async () => {
  await world.saveChildren([aTidyChild('TC3', { without: 'ethnicity' })], '2026-11-05T09:00:00Z');
  const tab = await tabs.tabOf(analyst, { ...PHONE, ...NO_SCRIPT });
  await tab.goto('/children/TC3/return/2027/Header/header#ETHNIC');
  await tab.getByLabel('Ethnicity').selectOption('WBRI');
  await tab.getByRole('button', { name: 'Check' }).click();
  await tab.getByText('clears 1 finding').waitFor();
  await tab.getByLabel('Why you correct it').fill('The family said.');
  await tab.getByRole('button', { name: 'Save the correction' }).click();
  await tab.getByText('The correction is saved.').waitFor();
});

test('every page of a correction is no wider than a phone, and accessible on it', async () => {
  await world.saveChildren([aTidyChild('TC4', { without: 'ethnicity' })], '2026-11-06T09:00:00Z');
  const tab = await tabs.tabOf(analyst, PHONE);
  await tab.goto('/children/TC4/return/2027');
  const rows = await tab
    .locator('td a[href*="/return/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  for (const path of [
    '/children/TC4/return/2027',
    '/children/TC4/journey',
    '/children/TC4/record',
    ...rows,
  ]) {
    await tab.goto(path);
    assert.deepEqual(await everyFault(tab), [], path);
    assert.equal(await tooWideBy(tab), 0, path);
  }
  const episode = rows.find((path) => path.includes('Episodes'));
  await tab.goto(`${episode}/remove`);
  assert.deepEqual(await everyFault(tab), []);
  assert.equal(await tooWideBy(tab), 0);
});

test('what somebody else changed meanwhile is read on a phone without scrolling sideways', async () => {
  await world.saveChildren([aTidyChild('TC5', { without: 'ethnicity' })], '2026-11-07T09:00:00Z');
  const tab = await tabs.tabOf(analyst, PHONE);
  const other = await tabs.tabOf(analyst);
  for (const [each, ethnicity] of [
    [tab, 'WBRI'],
    [other, 'WIRI'],
  ] as const) {
    await each.goto('/children/TC5/return/2027/Header/header');
    await each.getByLabel('Ethnicity').selectOption(ethnicity);
    await each.getByLabel('Why you correct it').fill('The family said.');
  }
  await other.getByRole('button', { name: 'Save the correction' }).click();
  await other.getByText('The correction is saved.').waitFor();
  await tab.getByRole('button', { name: 'Save the correction' }).click();
  const said = tab.getByRole('region', { name: 'The record changed since you opened this form' });
  assert.match(await said.innerText(), /What you typed\s+WBRI/);
  const cut = `[...document.querySelectorAll('.app-answered *')].filter((each) => each.scrollWidth > each.clientWidth + 1
    && getComputedStyle(each).overflowX !== 'visible').length`;
  assert.equal(await tab.evaluate(cut), 0);
  assert.equal(await tooWideBy(tab), 0);
  assert.deepEqual(await everyFault(tab), []);
});
