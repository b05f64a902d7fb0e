/** What waits for a director and what is open in a team, in a real browser: by keyboard, without script, on a phone. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { anEntryWorld, type EntryWorld } from '../packages/app/test/entry-world.ts';
import { accessibilityFaults } from './product.ts';
import { NO_SCRIPT, openTabs, PHONE, pressByKey, RECORDED, type Tabs, tooWideBy } from './tabs.ts';

let world: EntryWorld;
let tabs: Tabs;

before(async () => {
  world = await anEntryWorld();
  tabs = await openTabs(world);
  const ana = (await world.signIn(world.ana)).signedIn;
  const [tess, gwen] = [await world.as('team-manager'), await world.as('group-manager')];
  const waiting = await world.begin('DE1', ana);
  await world.fillIn(waiting, ana);
  for (const [who, step] of [
    [ana, 'submit'],
    [tess, 'support'],
    [gwen, 'authorise'],
  ] as const)
    assert.equal((await world.take(who, waiting, step)).kind, 'step-taken', step);
  const night = await world.begin('DE2', ana, true);
  await world.fillIn(night, ana);
  assert.equal((await world.take(tess, night, 'manager-approve')).kind, 'step-taken');
});
after(() => tabs.close());

const aTab = async (role: 'director' | 'team-manager', options?: BrowserContextOptions): Promise<Page> =>
  tabs.tabOf((await world.as(role)).person.id, options);

test('a director opens what waits from the desk and signs it, by keyboard, with nothing that axe finds', async () => {
  const tab = await aTab('director');
  await tab.goto('/your-work');
  await pressByKey(tab, tab.getByRole('link', { name: 'Waiting for the director' }));
  await tab.waitForURL(/\/your-work\/desk$/);
  assert.deepEqual(await accessibilityFaults(tab), []);
  const toSign = tab.getByRole('table', { name: 'To sign, the longest waiting first' });
  await pressByKey(tab, toSign.getByRole('link', { name: 'Lark Brindle' }));
  await tab.waitForURL(/\/cases\/\d+$/);
  await pressByKey(tab, tab.getByRole('button', { name: 'Authorise entry to care' }));
  await tab.waitForURL(/director-authorise$/);
  await pressByKey(tab, tab.getByRole('button', { name: 'Authorise entry to care' }));
  await tab.getByText(RECORDED).waitFor();
  await tab.goto('/your-work/desk');
  await tab.getByText('Nothing else waits for a signature').waitFor();
  await tab.context().close();
});

test('a manager narrows what is open by links, without script, and how decisions are going has nothing that axe finds', async () => {
  const tab = await aTab('team-manager', NO_SCRIPT);
  await tab.goto('/your-work/queue');
  await tab.getByRole('link', { name: 'Coming into care in an emergency (1)' }).click();
  await tab.getByText(/1 case is open here, of 2/).waitFor();
  await tab.getByRole('link', { name: 'Show all' }).click();
  await tab.getByText(/2 cases are open/).waitFor();
  await tab.context().close();
  const seen = await aTab('team-manager');
  for (const address of [
    '/your-work/queue',
    '/how-decisions-are-going',
    '/how-decisions-are-going/entry-to-care',
  ]) {
    await seen.goto(address);
    assert.deepEqual(await accessibilityFaults(seen), [], address);
  }
  await seen.context().close();
});

test('on a phone nothing of the desk, the queue or the lists of work is out of sight', async () => {
  for (const [role, addresses] of [
    ['director', ['/your-work', '/your-work/desk', '/how-long-steps-may-take']],
    ['team-manager', ['/your-work', '/your-work/queue', '/how-decisions-are-going/entry-to-care']],
  ] as const) {
    const tab = await aTab(role, PHONE);
    for (const address of addresses) {
      await tab.goto(address);
      assert.ok((await tooWideBy(tab)) <= 0, `${address} is wider than the screen`);
      assert.deepEqual(await accessibilityFaults(tab), [], address);
      const out = await tab
        .locator('.app-table--stacks td, .app-table--stacks th[scope=row]')
        .evaluateAll((cells) => cells.filter((cell) => cell.getBoundingClientRect().right > 321).length);
      assert.equal(out, 0, `${address}: cells out of sight`);
    }
    await tab.context().close();
  }
});
