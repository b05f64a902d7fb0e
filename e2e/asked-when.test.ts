/** Questions that an answer brings, in a real browser: shown and hidden by script, all there without it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { aChildrenWorld, type ChildrenWorld } from '../packages/web/test/children.ts';
import { accessibilityFaults } from './product.ts';
import { beginForLark, NO_SCRIPT, openTabs, PHONE, type Tabs, tooWideBy } from './tabs.ts';

let world: ChildrenWorld;
let tabs: Tabs;
before(async () => {
  world = await aChildrenWorld();
  tabs = await openTabs(world);
});
after(() => tabs.close());

const WHY = 'What did each come to?';
const WHY_NONE = 'Why was nothing tried?';
const why = (tab: Page) => tab.getByLabel(WHY);
const whyNone = (tab: Page) => tab.getByLabel(WHY_NONE);
const NONE = 'Nothing was tried';
const save = (tab: Page) => tab.getByRole('button', { name: 'Save and go on' }).last();

test('a question comes with the answer that asks it and goes with it, and what was typed in it stays', async () => {
  const tab = await tabs.tabOf(world.ana);
  const complaints: string[] = [];
  tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  const address = await beginForLark(tab, 'AW1');
  await tab.goto(`${address}/request/alternatives`);
  assert.equal(await why(tab).isVisible(), false);
  assert.equal(await whyNone(tab).isVisible(), false);
  assert.deepEqual(await accessibilityFaults(tab), []);

  const none = tab.getByLabel(NONE);
  await none.focus();
  await tab.keyboard.press('Space');
  assert.ok(await whyNone(tab).isVisible());
  assert.equal(await none.getAttribute('aria-expanded'), 'true');
  const opened = (await none.getAttribute('aria-controls')) ?? '';
  assert.ok(await tab.locator(`#${opened}`).getByLabel(WHY_NONE).isVisible(), 'it says what it opens');
  assert.deepEqual(await accessibilityFaults(tab), []);
  await whyNone(tab).fill('It could not wait.');

  await none.uncheck();
  assert.equal(await whyNone(tab).isVisible(), false);
  assert.equal(await none.getAttribute('aria-expanded'), 'false');
  await none.check();
  assert.equal(await whyNone(tab).inputValue(), 'It could not wait.');

  await whyNone(tab).fill('');
  assert.deepEqual(complaints, []);
  await save(tab).click();
  await tab
    .getByRole('alert')
    .getByRole('link', { name: new RegExp(WHY_NONE) })
    .click();
  assert.equal(await tab.evaluate('document.activeElement.id'), await whyNone(tab).getAttribute('id'));
});

test('a page come back to shows the questions of the answers it still has', async () => {
  const tab = await tabs.tabOf(world.ana);
  const address = await beginForLark(tab, 'AW2');
  await tab.goto(`${address}/request/alternatives`);
  await tab.getByLabel(NONE).check();
  await whyNone(tab).fill('It could not wait.');
  await tab.goto('/your-work');
  await tab.goBack();
  assert.equal(await tab.getByLabel(NONE).isChecked(), await whyNone(tab).isVisible());
});

test('without script every question is there, with what it waits for, and its answer is kept', async () => {
  const tab = await tabs.tabOf(world.ana, NO_SCRIPT);
  const address = await beginForLark(tab, 'AW3');
  await tab.goto(`${address}/request/alternatives`);
  assert.ok((await why(tab).isVisible()) && (await whyNone(tab).isVisible()));
  assert.ok(await tab.getByText(`If “${NONE}`).isVisible());
  await tab.getByLabel(NONE).check();
  await whyNone(tab).fill('It could not wait.');
  await save(tab).click();
  await tab.goto(`${address}/request/alternatives`);
  assert.equal(await whyNone(tab).inputValue(), 'It could not wait.');
});

test('what is no longer asked is not asked for when the part is saved, empty or not', async () => {
  const tab = await tabs.tabOf(world.ana, PHONE);
  const address = await beginForLark(tab, 'AW4');
  await tab.goto(`${address}/request/duties`);
  assert.equal(await tooWideBy(tab), 0);
  const asked = tab.locator('[data-asked-when]');
  const first = asked.first();
  assert.equal(await first.isVisible(), false);
  const name = (await first.getAttribute('data-asked-when')) ?? '';
  await tab.locator(`input[name="${name}"][value="not-yet"]`).check();
  assert.ok(await first.isVisible());
  await tab.locator(`input[name="${name}"][value="done"]`).check();
  assert.equal(await first.isVisible(), false);
  const second = (await asked.nth(1).getAttribute('data-asked-when')) ?? '';
  await tab.locator(`input[name="${second}"][value="not-yet"]`).check();
  await save(tab).click();
  const wrong = tab.getByRole('alert').getByRole('link');
  const leadTo = await wrong.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  assert.ok(leadTo.includes(`#${second}-why`), 'what is asked and empty is said');
  assert.ok(!leadTo.includes(`#${name}-why`));
  assert.ok(await tab.locator(`[id="${second}-why"]`).isVisible());
});
