/** A request for a child to come into care in a real browser: by keyboard, without script, on a phone. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
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

test('a request is begun and a part of it written by keyboard, with nothing that axe finds on any page', async () => {
  const tab = await tabs.tabOf(world.ana);
  await tab.goto('/your-work');
  assert.deepEqual(await accessibilityFaults(tab), []);
  await pressByKey(tab, tab.getByRole('button', { name: 'Ask for a child to come into care' }));
  await tab.waitForURL(/coming-into-care/);
  assert.deepEqual(await accessibilityFaults(tab), []);
  const address = await beginForLark(tab, 'E1');
  assert.deepEqual(await accessibilityFaults(tab), []);
  for (const section of ['child', 'family', 'why', 'alternatives', 'legal', 'duties']) {
    await tab.goto(`${address}/request/${section}`);
    assert.deepEqual(await accessibilityFaults(tab), [], section);
  }
  await tab.goto(`${address}/request/why`);
  await tab.getByLabel('Why does the child need to come into care?').focus();
  await tab.keyboard.type('She is not safe at home.');
  await pressByKey(tab, tab.getByRole('button', { name: 'Save and go on' }).last());
  await tab.getByText('There is a problem').waitFor();
  assert.deepEqual(await accessibilityFaults(tab), []);
  assert.equal(
    await tab.getByLabel('Why does the child need to come into care?').inputValue(),
    'She is not safe at home.',
  );
});

test('without script the same works, and another brother is added', async () => {
  const tab = await tabs.tabOf(world.ana, NO_SCRIPT);
  await beginForLark(tab, 'E2');
  await tab.getByRole('link', { name: 'The child' }).click();
  await tab.getByLabel('Name').fill('Mo');
  await tab.getByRole('button', { name: 'Add another brother or sister' }).click();
  assert.equal(await tab.getByLabel('Name').count(), 2);
  assert.equal(await tab.getByLabel('Name').first().inputValue(), 'Mo');
});

test('on a phone nothing is cut off', async () => {
  const tab = await tabs.tabOf(world.ana, PHONE);
  const address = await beginForLark(tab, 'E3');
  for (const page of [
    address,
    `${address}/request/duties`,
    `${address}/request/child`,
    `${address}/steps/withdraw`,
    '/your-work',
  ]) {
    await tab.goto(page);
    assert.equal(await tooWideBy(tab), 0, page);
  }
});

test('on paper a request that is being written has what was written, and nothing to press', async () => {
  const tab = await tabs.tabOf(world.ana);
  const address = await beginForLark(tab, 'E4');
  await tab.goto(`${address}/request/why`);
  await tab.getByLabel('Why does the child need to come into care?').fill('She is not safe at home.');
  await tab.getByRole('button', { name: 'Save and come back later' }).click();
  const written = tab.getByText('She is not safe at home.');
  const list = tab.getByRole('link', { name: 'Why care' });
  assert.deepEqual([await written.isVisible(), await list.isVisible()], [false, true]);
  await tab.emulateMedia({ media: 'print' });
  assert.deepEqual([await written.isVisible(), await list.isVisible()], [true, false]);
  assert.equal(await tab.getByRole('button', { name: 'Withdraw the request' }).isVisible(), false);
});

test('a name of sixty letters pushes nothing out of sight', async () => {
  const tab = await tabs.tabOf(world.ana);
  const address = await beginForLark(tab, 'E5', { givenName: 'M'.repeat(60) });
  for (const page of [address, '/your-work']) {
    await tab.goto(page);
    assert.equal(await tooWideBy(tab), 0, page);
  }
});
