/** A document attached to a case in a real browser: by keyboard, without script, on a phone. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { aChildrenWorld, type ChildrenWorld } from '../packages/web/test/children.ts';
import { accessibilityFaults } from './product.ts';
import { beginForLark, NO_SCRIPT, openTabs, PHONE, pressByKey, type Tabs, tooWideBy } from './tabs.ts';

let world: ChildrenWorld;
let tabs: Tabs;
before(async () => {
  world = await aChildrenWorld();
  tabs = await openTabs(world);
});
after(() => tabs.close());

const PDF = '%PDF-1.7\n% Invented\n%%EOF\n';
const NAME = 'Zoë’s family meeting, what was agreed and by whom, second version with the uncle’s changes.pdf';

const choose = async (tab: Page, name: string, text: string): Promise<void> => {
  const buffer = Buffer.from(text);
  await tab.getByLabel('The document').setInputFiles({ name, mimeType: 'application/pdf', buffer });
};

/** The same whether the browser runs scripts or not. */
const journey = async (tab: Page, number: string): Promise<void> => {
  await beginForLark(tab, number);
  await tab.getByText('Nothing is attached.').waitFor();
  await pressByKey(tab, tab.getByRole('button', { name: 'Attach a document' }));
  await tab.waitForURL(/documents\/attach$/);
  await tab.getByLabel('What is it?').fill('Minutes of the family meeting');
  await tab.getByLabel('Which part is it for?').selectOption('family');
  await choose(tab, 'page.pdf', '<html>');
  await tab.getByRole('button', { name: 'Attach it' }).click();
  await tab.getByText('There is a problem').waitFor();
  assert.equal(await tab.getByLabel('What is it?').inputValue(), 'Minutes of the family meeting');
  await choose(tab, NAME, PDF);
  await pressByKey(tab, tab.getByRole('button', { name: 'Attach it' }));
  await tab.waitForURL(/\/cases\/\d+#documents$/);
  const [saved] = await Promise.all([
    tab.waitForEvent('download'),
    tab.getByRole('link', { name: /^Zoë’s family meeting/ }).click(),
  ]);
  assert.equal(saved.suggestedFilename(), NAME);
  assert.equal(readFileSync(await saved.path(), 'utf8'), PDF);
};

test('a document is attached by keyboard, comes back as it was, and axe finds nothing on the way', async () => {
  const tab = await tabs.tabOf(world.ana);
  await journey(tab, 'F1');
  assert.deepEqual(await accessibilityFaults(tab), []);
  await tab.goto(`${tab.url().split('#')[0]}/documents/attach`);
  assert.deepEqual(await accessibilityFaults(tab), []);
  await tab.getByRole('button', { name: 'Attach it' }).click();
  await tab.getByText('There is a problem').waitFor();
  assert.deepEqual(await accessibilityFaults(tab), []);
  await tab.getByRole('link', { name: 'Back without attaching anything' }).click();
  await tab.getByRole('link', { name: /^Take off/ }).click();
  assert.deepEqual(await accessibilityFaults(tab), []);
  await tab.getByLabel('Why?').fill('It is of another child');
  await pressByKey(tab, tab.getByRole('button', { name: 'Take it off' }));
  await tab.getByText(/Taken off by Ana Fenwright/).waitFor();
  assert.deepEqual(await accessibilityFaults(tab), []);
});

test('without script the same works', async () => {
  await journey(await tabs.tabOf(world.ana, NO_SCRIPT), 'F2');
});

test('on a phone nothing is cut off, however long a name is', async () => {
  const tab = await tabs.tabOf(world.ana, PHONE);
  await journey(tab, 'F3');
  const address = tab.url().split('#')[0] ?? '';
  const off = await tab.getByRole('link', { name: /^Take off/ }).getAttribute('href');
  for (const page of [address, `${address}/documents/attach`, off ?? '']) {
    await tab.goto(page);
    assert.equal(await tooWideBy(tab), 0, page);
  }
});
