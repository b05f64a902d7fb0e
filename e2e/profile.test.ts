/** The profile for providers in a real browser: written, searched, answered for, approved; without script, on a phone, on paper. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anEntryWorld, type EntryWorld } from '../packages/app/test/entry-world.ts';
import { draftForHome } from '../packages/app/test/home-requests.ts';
import { accessibilityFaults } from './product.ts';
import { NO_SCRIPT, openTabs, PHONE, pressByKey, type Tabs, tooWideBy } from './tabs.ts';

let world: EntryWorld;
let tabs: Tabs;
before(async () => {
  world = await anEntryWorld();
  tabs = await openTabs(world);
});
after(() => tabs.close());

const officer = async (): Promise<number> => (await world.as('placements-officer')).person.id;

test('a social worker is shown kinder words, an officer what may not go out; one name can stay, and it is approved', async () => {
  const { signedIn: ana } = await world.signIn(world.ana);
  const id = await draftForHome(world, ana, {
    number: 'E2E1',
    changes: { likes: 'He admires Brindle the singer.', 'family-time': 'Contact with his siblings.' },
  });
  const worker = await tabs.tabOf(world.ana, NO_SCRIPT);
  await worker.goto(`/cases/${id}/request/needs`);
  assert.match(await worker.locator('.app-kinder').innerText(), /family time/);
  await worker.goto(`/cases/${id}/steps/submit`);
  assert.match(await worker.locator('main').innerText(), /of 100/);
  await worker.getByRole('button', { name: 'Send to the placements team' }).click();
  await worker.waitForURL(/\/cases\/\d+$/);

  const tab = await tabs.tabOf(await officer());
  await tab.goto(`/cases/${id}`);
  assert.deepEqual(await accessibilityFaults(tab), []);
  await pressByKey(tab, tab.getByRole('link', { name: /See the profile/ }));
  await tab.waitForURL(/\/profile$/);
  assert.deepEqual(await accessibilityFaults(tab), []);
  assert.equal(await tab.getByRole('button', { name: 'Approve this profile' }).count(), 0);
  await tab.getByLabel(/“Brindle”/).check();
  await tab.getByRole('button', { name: 'Record that they can stay' }).click();
  await tab.getByRole('link', { name: /Say why/ }).waitFor();
  assert.deepEqual(await accessibilityFaults(tab), []);
  await tab.getByLabel('Why they tell nobody apart').fill('A singer of the same name');
  await tab.getByRole('button', { name: 'Record that they can stay' }).click();
  await pressByKey(tab, tab.getByRole('button', { name: 'Approve this profile' }));
  await tab.getByText(/Version 1 was approved by/).waitFor();

  await tab.emulateMedia({ media: 'print' });
  const paper = await tab.locator('main').innerText();
  assert.match(paper, /Request \d+/);
  assert.doesNotMatch(paper, /Lark|What is left out|of 100/);

  const phone = await tabs.tabOf(await officer(), PHONE);
  await phone.goto(`/cases/${id}/profile`);
  assert.ok((await tooWideBy(phone)) <= 0);
  assert.deepEqual(await accessibilityFaults(phone), []);
});
