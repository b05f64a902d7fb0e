/** Leaving care at 17 in a real browser: refused without the director, then authorised, recorded, and told by the return. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { aChild, anEpisode, worker } from '../packages/app/test/children-world.ts';
import { NORTHMARSH } from '../packages/app/test/world.ts';
import { day } from '../packages/domain/src/calendar/day.ts';
import { childId } from '../packages/domain/src/child/record.ts';
import { SELF_DISCHARGE } from '../packages/domain/src/leaving-care/self-discharge.ts';
import { addReviewingAllocations, asTenant } from '../packages/store/src/index.ts';
import { fillIn, take } from '../packages/web/test/cases.ts';
import { aChildrenWorld, type ChildrenWorld } from '../packages/web/test/children.ts';
import { accessibilityFaults } from './product.ts';
import { NO_SCRIPT, openTabs, PHONE, pressByKey, type Tabs, tooWideBy, typeDay } from './tabs.ts';

let world: ChildrenWorld;
let tabs: Tabs;
let director: number;
let reviewingOfficer: number;
before(async () => {
  world = await aChildrenWorld();
  tabs = await openTabs(world);
  [director, reviewingOfficer] = [await world.someone('director'), await world.someone('reviewing-officer')];
});
after(() => tabs.close());

const ofSeventeen = async (id: string): Promise<void> => {
  const child = aChild(id, {
    details: { givenName: 'Ash', familyName: 'Fenmere', sex: 'M', dateOfBirth: day('2009-05-01') },
    facts: [worker('SW1001')],
    episodes: [anEpisode({ decom: '2026-01-12', ls: 'V2' })],
  });
  await world.saveChildren([child], '2026-11-02T09:00:00Z');
  await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    addReviewingAllocations(
      tx,
      [{ child: childId(id), starts: day('2026-01-12'), person: reviewingOfficer }],
      { at: world.now(), by: 'Invented for a test' },
    ),
  );
};

/** Types the day, the reason and the rest of an ending, and sends it on to be checked. */
const sayLeft = async (tab: Page, reason: RegExp, button: string): Promise<void> => {
  await typeDay(tab, 'On which day did care end?', '2026-11-23');
  await tab.getByLabel(reason).check();
  await tab.getByLabel('Where do they live now, and with whom?').fill('A room near the college');
  await tab.getByLabel('How did it go, and what did they say of it?').fill('“Finally my own key.”');
  await pressByKey(tab, tab.getByRole('button', { name: button }));
};

/** Begins one of the ways on the child’s page, by keyboard. */
const beginWay = async (tab: Page, id: string, button: string): Promise<string> => {
  await tab.goto(`/children/${id}`);
  await pressByKey(tab, tab.getByRole('link', { name: 'Leaving care: plans, going home, staying put' }));
  await tab.waitForURL(/leaving-care$/);
  await pressByKey(tab, tab.getByRole('button', { name: button }));
  await tab.waitForURL(/\/cases\/\d+$/);
  return new URL(tab.url()).pathname;
};

test('at 17 leaving is refused without the director, then authorised, checked and recorded, and the return has the reason', async () => {
  await ofSeventeen('LV1');
  const tab = await tabs.tabOf(world.ana);
  await tab.goto('/children/LV1/leaving-care');
  assert.deepEqual(await accessibilityFaults(tab), []);
  await beginWay(tab, 'LV1', 'Plan for leaving care');
  const early = 'Record that the child has left care before this was agreed';
  await tab.getByRole('button', { name: early }).click();
  assert.deepEqual(await accessibilityFaults(tab), []);
  await sayLeft(tab, /Another reason/, early);
  await tab
    .getByRole('alert')
    .getByText(/only once the director of children’s services/)
    .waitFor();
  assert.deepEqual(await accessibilityFaults(tab), []);

  const asked = await beginWay(tab, 'LV1', 'Write down that they ask to leave care');
  assert.deepEqual(await accessibilityFaults(tab), []);
  const ana = await tabs.service.signedInAs(world.ana);
  await fillIn(ana, asked, SELF_DISCHARGE);
  for (const [who, step] of [
    [ana, 'give-view'],
    [ana, 'offer-advocate'],
    [await tabs.service.signedInAs(reviewingOfficer), 'review'],
  ] as const)
    assert.equal((await take(who, asked, step, [], SELF_DISCHARGE)).status, 303, step);

  const desk = await tabs.tabOf(director);
  await desk.goto('/your-work');
  await pressByKey(desk, desk.getByRole('link', { name: 'Ash Fenmere' }).first());
  await pressByKey(desk, desk.getByRole('button', { name: 'Authorise leaving care' }));
  await desk.waitForURL(/steps\/authorise/);
  assert.deepEqual(await accessibilityFaults(desk), []);
  await desk.getByLabel('Why are they safe and supported when they leave?').fill('The flat is ours.');
  await desk.getByRole('button', { name: 'Authorise leaving care' }).click();
  await desk.getByText('It is recorded, with your name and the time').waitFor();

  await tab.goto(`${asked}/steps/record-left`);
  await sayLeft(tab, /Independent living without formal support/, 'Record that they have left care');
  await tab.getByRole('heading', { name: 'Check what ends' }).waitFor();
  assert.deepEqual(await accessibilityFaults(tab), []);
  await tab.getByRole('button', { name: 'Change what you wrote' }).click();
  assert.equal(
    await tab.getByLabel('Where do they live now, and with whom?').inputValue(),
    'A room near the college',
  );
  await tab.getByRole('button', { name: 'Record that they have left care' }).click();
  await pressByKey(tab, tab.getByRole('button', { name: 'Record that they have left care' }));
  await tab.getByText('The young person has left care', { exact: true }).first().waitFor();

  await tab.goto('/children/LV1/return/2027');
  const rows = (await tab.locator('main').innerText()).replace(/\s+/g, ' ');
  assert.match(rows, /DEC 23\/11\/2026/);
  assert.match(rows, /REC E6/);
});

test('without script the check stands before the record too', async () => {
  await ofSeventeen('LV2');
  const tab = await tabs.tabOf(world.ana, NO_SCRIPT);
  await beginWay(tab, 'LV2', 'Plan for leaving care');
  const early = 'Record that the child has left care before this was agreed';
  await tab.getByRole('button', { name: early }).click();
  await sayLeft(tab, /Sentenced to custody/, early);
  await tab.getByRole('heading', { name: 'Check what ends' }).waitFor();
  await tab.getByRole('button', { name: early }).click();
  await tab.getByText('The child has left care', { exact: true }).first().waitFor();
});

test('the list of leaving care and the check have nothing that axe finds, and nothing is cut off on a phone', async () => {
  await ofSeventeen('LV3');
  const list = await tabs.tabOf(director);
  await list.goto('/leaving-care');
  assert.deepEqual(await accessibilityFaults(list), []);
  const tab = await tabs.tabOf(world.ana, PHONE);
  await beginWay(tab, 'LV3', 'Plan for leaving care');
  const early = 'Record that the child has left care before this was agreed';
  await tab.getByRole('button', { name: early }).click();
  await sayLeft(tab, /Sentenced to custody/, early);
  await tab.getByRole('heading', { name: 'Check what ends' }).waitFor();
  assert.equal(await tooWideBy(tab), 0);
  for (const path of ['/leaving-care', '/children/LV3/leaving-care']) {
    await tab.goto(path);
    assert.equal(await tooWideBy(tab), 0, path);
  }
});
