/** The pages of a search that is going on, in a real browser: nothing that axe finds, and nothing out of sight on a phone. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { anEntryWorld, type EntryWorld } from '../packages/app/test/entry-world.ts';
import { searching } from '../packages/app/test/search-world.ts';
import { accessibilityFaults } from './product.ts';
import { openTabs, PHONE, type Tabs, tooWideBy } from './tabs.ts';

let world: EntryWorld;
let tabs: Tabs;
before(async () => {
  world = await anEntryWorld();
  tabs = await openTabs(world);
});
after(() => tabs.close());

test('the pages of a search have nothing that axe finds, and fit a phone', async () => {
  const acting = searching(world, (await world.signIn(world.ana)).signedIn);
  const id = await acting.aSearch('E2');
  const offer = await acting.anOffer(id);
  await acting.anOffer(id, { home: 'Far Lodge', 'core-weekly': '5230' }, { isChecked: false });
  await acting.takeAll(id, [
    ['placements-officer', 'share-offers'],
    ['social-worker', 'choose'],
  ]);
  const officer = (await world.as('placements-officer')).person.id;
  const [wide, narrow] = [await tabs.tabOf(officer), await tabs.tabOf(officer, PHONE)];
  for (const address of [
    '/searches',
    '/searches?as=table',
    `/searches/${id}`,
    `/searches/${id}/approaches/1`,
    `/searches/${id}/offers/${offer}`,
    `/searches/${id}/compare`,
    `/searches/${id}/chronology`,
    `/searches/${id}/write/approach`,
    `/searches/${id}/write/offer?about=1`,
  ]) {
    await wide.goto(address);
    assert.deepEqual(await accessibilityFaults(wide), [], address);
    await narrow.goto(address);
    assert.ok((await tooWideBy(narrow)) <= 0, address);
  }
});
