/** Proceedings in a real browser: the gateway, the issue, an interim order seen on the child’s page, and the final order. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { aChild, anEpisode, worker } from '../packages/app/test/children-world.ts';
import { day } from '../packages/domain/src/calendar/day.ts';
import { CARE_PROCEEDINGS } from '../packages/domain/src/proceedings/care-proceedings.ts';
import { PRE_PROCEEDINGS } from '../packages/domain/src/proceedings/pre-proceedings.ts';
import { fillIn } from '../packages/web/test/cases.ts';
import { aChildrenWorld, type ChildrenWorld } from '../packages/web/test/children.ts';
import { accessibilityFaults } from './product.ts';
import {
  NO_SCRIPT,
  openTabs,
  PHONE,
  pressButton,
  pressByKey,
  RECORDED,
  type Tabs,
  tooWideBy,
  typeDay,
} from './tabs.ts';

let world: ChildrenWorld;
let tabs: Tabs;
let manager: number;

before(async () => {
  world = await aChildrenWorld();
  tabs = await openTabs(world);
  manager = await world.someone('team-manager');
  const child = aChild('PR1', {
    details: { givenName: 'Ash', familyName: 'Fenmere', sex: 'M', dateOfBirth: day('2017-05-01') },
    facts: [worker('SW1001')],
    episodes: [anEpisode({ decom: '2026-09-07', ls: 'V2' })],
  });
  await world.saveChildren([child], '2026-11-02T09:00:00Z');
});
after(() => tabs.close());

const recorded = (tab: Page): Promise<void> => tab.getByText(RECORDED).waitFor();
const isAccessible = async (tab: Page): Promise<void> =>
  assert.deepEqual(await accessibilityFaults(tab), [], tab.url());

test('from the legal gateway to a final order, each order in the child’s record on its day', async () => {
  const tab = await tabs.tabOf(world.ana);
  await tab.goto('/proceedings');
  await isAccessible(tab);
  await pressButton(tab, 'Put a child before the legal gateway');
  await tab.waitForURL(/\/begin\//);
  await isAccessible(tab);
  await tab.getByLabel('The child’s number in your case system').fill('PR1');
  await pressButton(tab, 'Begin the papers');
  await tab.waitForURL(/\/cases\/\d+$/);
  const gateway = new URL(tab.url()).pathname;
  const ana = await tabs.service.signedInAs(world.ana);
  await fillIn(ana, gateway, PRE_PROCEEDINGS);
  await tab.goto(`${gateway}/steps/submit`);
  await pressButton(tab, 'Put before the legal gateway');
  await recorded(tab);

  const desk = await tabs.tabOf(manager);
  await desk.goto(gateway);
  await isAccessible(desk);
  await pressButton(desk, 'Decide to apply to a court at once');
  await desk.waitForURL(/steps\/issue-at-once/);
  await typeDay(desk, 'On which day was it decided?', '2026-11-09');
  await desk.getByLabel('Who was at the legal gateway?').fill('Manager, social worker, solicitor');
  await desk.getByLabel('Is the threshold met, and why?').fill('It is met.');
  await desk.getByLabel('Who gave legal advice?').fill('Duty solicitor');
  await desk.getByLabel('What it came to, in one line').fill('Threshold is met.');
  await typeDay(desk, 'By which day is the application to be issued?', '2026-11-13');
  await desk.getByLabel('Why can it not wait for pre-proceedings?').fill('The risk is now.');
  await isAccessible(desk);
  await pressButton(desk, 'Decide to apply to a court at once');
  await recorded(desk);

  await tab.goto(gateway);
  await pressButton(tab, 'Open the care proceedings');
  await tab.waitForURL((address) => address.pathname !== gateway);
  const court = new URL(tab.url()).pathname;
  await fillIn(ana, court, CARE_PROCEEDINGS);
  await tab.goto(`${court}/steps/issue`);
  await typeDay(tab, 'On which day did the court issue it?', '2026-11-11');
  await tab.getByLabel('Which court?').fill('Northmarsh Family Court');
  await tab.getByLabel('The court’s case number').fill('NM26C00123');
  await tab.getByLabel('Yes').check();
  await tab.getByLabel('Case management hearing', { exact: true }).check();
  await typeDay(tab, /^On which day\?/, '2026-12-07');
  await tab.getByLabel('At what time?').fill('10:00');
  await isAccessible(tab);
  await pressButton(tab, 'Record that the application was issued');
  await recorded(tab);

  await pressButton(tab, 'Record an interim order');
  await tab.waitForURL(/steps\/interim-order/);
  await tab.getByLabel('Interim care order').check();
  await typeDay(tab, 'From which day does it hold?', '2026-09-01');
  await pressButton(tab, 'Record an interim order');
  await tab
    .getByRole('alert')
    .getByText(/Write 7 September 2026 or a later day/)
    .waitFor();
  await isAccessible(tab);
  await typeDay(tab, 'From which day does it hold?', '2026-11-12');
  await pressButton(tab, 'Record an interim order');
  await recorded(tab);

  await tab.goto('/children/PR1');
  await tab
    .getByText(/interim care order \(C1\)/)
    .first()
    .waitFor();
  await pressByKey(tab, tab.getByRole('link', { name: 'Care proceedings' }));
  await tab.waitForURL(court);
  await isAccessible(tab);

  await desk.goto('/proceedings');
  const row = (await desk.getByRole('row', { name: /Ash Fenmere/ }).innerText()).replace(/\s+/g, ' ');
  assert.match(
    row,
    /1 of 26 weeks, timetable In time .*7 Dec 2026 at 10:00, case management hearing.*NM26C00123/,
  );
  await isAccessible(desk);
  await pressByKey(desk, desk.getByRole('link', { name: 'Hearings' }));
  await desk.getByText('Monday 7 December 2026').first().waitFor();
  await isAccessible(desk);

  await tab.goto(`${court}/steps/final-order`);
  await tab.getByLabel('Care order', { exact: true }).check();
  await typeDay(tab, 'On which day was it made?', '2026-11-20');
  await isAccessible(tab);
  await pressButton(tab, 'Record the final order');
  await tab.getByText('Ended with a final order').first().waitFor();
  await tab.goto('/children/PR1');
  await tab
    .getByText(/full care order \(C2\)/)
    .first()
    .waitFor();
  await tab.goto('/children/PR1/return/2027');
  const rows = (await tab.locator('main').innerText()).replace(/\s+/g, ' ');
  assert.match(rows, /DECOM 07\/09\/2026 12\/11\/2026 20\/11\/2026 .* S L L Legal status LS V2 C1 C2/);
});

test('without script and on a small screen the tracker and its list to take away say what they say', async () => {
  const ana = await tabs.service.signedInAs(world.ana);
  await ana.get('/proceedings/begin/pre-proceedings');
  const begun = await ana.post('/proceedings/begin/pre-proceedings', { number: 'NM1', _key: 'small' });
  assert.equal(begun.status, 303, begun.text);
  const tab = await tabs.tabOf(manager, { ...NO_SCRIPT, ...PHONE });
  await tab.goto('/proceedings');
  await tab.getByText('Kofi Aldenfen').first().waitFor();
  assert.equal(await tooWideBy(tab), 0, 'nothing to scroll for');
  await tab.getByRole('link', { name: 'Download this list' }).click();
  await tab.getByRole('button', { name: 'Download the file' }).click();
  await tab.getByRole('alert').getByText('Say why before you download a list of proceedings').waitFor();
});
