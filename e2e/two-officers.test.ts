/** Two officers at once, each in a browser of their own: one place, one step, and a log that takes both. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { aPortalWorld, type PortalWorld } from '../packages/app/test/portal-world.ts';
import { fill, looker, send } from './forms.ts';
import { NO_SCRIPT, openTabs, RECORDED, type Tabs } from './tabs.ts';

let world: PortalWorld;
let tabs: Tabs;
let ids: readonly number[];
const look = looker();

before(async () => {
  world = await aPortalWorld();
  tabs = await openTabs(world);
  const officer = async (name: string): Promise<number> =>
    (await world.addPerson({ name, role: 'placements-officer' })).personId;
  ids = [await officer('Paige Marsh'), await officer('Milo Tanner')];
});
after(() => tabs.close());

const both = (options = {}): Promise<readonly Page[]> =>
  Promise.all(ids.map((id) => tabs.tabOf(id, options)));

/** Both pages, the one in which it was done first. Which that is, nobody can say before. */
const firstThenOther = async (pages: readonly Page[], done: string): Promise<readonly [Page, Page]> => {
  const [one, two] = pages as readonly [Page, Page];
  return (await one.getByText(done).count()) > 0 ? [one, two] : [two, one];
};

test('of two officers who take the last place of a home at once one has it, and the other is told for whom and until when', async () => {
  const home = await world.add({ name: 'Teasel House' });
  await world.openHome(home, 1);
  const searches = [await world.acting.aSearch('TO1'), await world.acting.aSearch('TO2')];
  const pages = await both();
  for (const [at, page] of pages.entries()) {
    await page.goto(`/searches/${searches[at]}/homes/${home}/hold`);
    await fill(page, { until: '2026-11-30' });
  }
  await Promise.all(pages.map((page) => send(page, 'Hold the place')));
  const [held, refused] = await firstThenOther(pages, 'A place in Teasel House is held for this search');
  await held.getByText('A place in Teasel House is held for this search').waitFor();
  const whose = searches[pages.indexOf(held)];
  await refused.getByText('There is a problem').waitFor();
  await refused
    .getByText(new RegExp(`A place is held for search ${whose} .*until the end of 30 November 2026`))
    .first()
    .waitFor();
  assert.equal(await refused.locator('#until-day').inputValue(), '30', 'what was typed is there');
  await look(refused);
  await held.goto(`/homes/${home}`);
  await held.getByText('0 of 1 vacant on 23 November 2026').first().waitFor();
  await look(held);
});

test('of two officers who take the same step at once one does, and the other is told who did, and keeps what was typed', async () => {
  const id = await world.acting.aSearch('TO3');
  const pages = await both();
  const words = ['Nobody in house: the fostering team was asked.', 'Two households, and both are full.'];
  for (const [at, page] of pages.entries()) {
    await page.goto(`/cases/${id}/steps/open-framework`);
    await fill(page, { 'came-to': words[at] ?? '' });
  }
  await Promise.all(pages.map((page) => send(page, 'Ask providers on the framework')));
  const [done, late] = await firstThenOther(pages, RECORDED);
  await done.getByText(RECORDED).waitFor();
  await late.getByRole('heading', { name: 'It was not recorded' }).waitFor();
  const who = done === pages[0] ? 'Paige Marsh' : 'Milo Tanner';
  await late
    .getByText(new RegExp(`${who}.* opened the tier .*, after you opened this page`))
    .first()
    .waitFor();
  await late
    .getByText(words[pages.indexOf(late)] ?? 'nothing')
    .first()
    .waitFor();
  await look(late);
});

test('two officers who write in one search at the same moment both do, without script', async () => {
  const id = await world.acting.aSearch('TO4');
  const pages = await both(NO_SCRIPT);
  for (const [at, page] of pages.entries()) {
    await page.goto(`/searches/${id}/write/approach`);
    await fill(page, { provider: `Provider ${at + 1}`, channel: 'phone' });
  }
  await Promise.all(pages.map((page) => send(page, 'Log an approach')));
  for (const page of pages) {
    await page.goto(`/searches/${id}`);
    for (const provider of ['Provider 1', 'Provider 2'])
      await page.getByRole('link', { name: provider }).waitFor();
  }
});

test('where an officer writes down an offer, each kind of home brings the questions of its kind', async () => {
  const id = await world.acting.aSearch('TO5');
  const [officer] = (await both()) as [Page, Page];
  await officer.goto(`/searches/${id}/write/approach`);
  await fill(officer, { provider: 'Our fostering team', channel: 'phone' });
  await send(officer, 'Log an approach');
  await officer.getByRole('link', { name: 'Our fostering team' }).click();
  await officer.getByRole('link', { name: 'They offer a home' }).click();
  const asked = (words: string): Promise<boolean> =>
    officer.getByRole('group', { name: words }).first().isVisible();
  const carers = 'Are the carers approved for this child?';
  const registered = 'Is it registered with Ofsted for this?';
  assert.deepEqual([await asked(carers), await asked(registered)], [false, false]);
  await fill(officer, { 'home-kind': 'own-carer' });
  assert.deepEqual([await asked(carers), await asked(registered)], [true, false]);
  await fill(officer, { 'home-kind': 'childrens-home' });
  assert.deepEqual([await asked(carers), await asked(registered)], [false, true]);
});
