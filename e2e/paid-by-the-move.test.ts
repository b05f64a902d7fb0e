/** What is paid follows the move, and one stay is paid once: seen and decided on in a browser. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type AgreementWorld, anAgreementWorld, TYPED } from '../packages/app/test/agreement-world.ts';
import { agreementsIn } from '../packages/app/test/agreements-in.ts';
import { enterOn, fill, looker, send } from './forms.ts';
import { openTabs, PHONE, type Tabs, tooWideBy } from './tabs.ts';

/** Kofi moved there on this day, by his record. */
const MOVED = '2025-05-04';
const WHY = 'It is the one that both have signed';
let world: AgreementWorld;
let tabs: Tabs;
let officer: number;
let first: number;
let second: number;
let toMove: number;
const look = looker();

before(async () => {
  world = await anAgreementWorld();
  tabs = await openTabs(world);
  const signedIn = await world.as('placements-officer');
  officer = signedIn.person.id;
  const { made } = agreementsIn(world, signedIn);
  const [addition] = TYPED.additions;
  const month = { ...TYPED, 'starts-on': MOVED, additions: [] };
  first = await made(await world.search('NM1', MOVED), {
    ...month,
    'starts-on': '2025-05-11',
    additions: [{ ...addition, starts: '2025-05-11', ends: '2025-06-09' }],
  });
  second = await made(await world.search('NM1', MOVED), month);
  toMove = await world.search('NM2');
  await made(toMove, {
    ...TYPED,
    'starts-on': '2026-12-01',
    additions: [{ ...addition, starts: '2026-12-01', ends: '2026-12-30' }],
  });
  await world.goOn(toMove, [['notify', 'notified']]);
});
after(() => tabs.close());

test('an officer reads what moves with the day that they confirm, and where it moved to', async () => {
  const tab = await tabs.tabOf(officer, PHONE);
  await look(tab, `/cases/${toMove}/steps/move-first`);
  await tab.getByText('These additions move with it, each for as many nights').waitFor();
  assert.ok((await tooWideBy(tab)) <= 0);
  await world.goOn(toMove, [['move-first', 'move-date-confirmed', { 'moves-on': '2026-11-26' }]]);
  await look(tab, `/cases/${toMove}`);
  await tab.getByText('now 26 November 2026 to 25 December 2026').waitFor();
  assert.ok((await tooWideBy(tab)) <= 0);
  await enterOn(tab, tab.getByRole('link', { name: 'Give an addition nights of its own' }));
  await fill(tab, { which: '1', starts: '2026-12-01', ends: '2026-12-30', why: WHY });
  await look(tab);
  await send(tab, 'Give an addition nights of its own');
  await tab.getByText('gave an addition nights of its own').waitFor();
});

test('of two agreements for one stay the list says which is paid, and an officer decides with the keyboard alone', async () => {
  const tab = await tabs.tabOf(officer);
  await look(tab, '/commitments');
  await tab.getByText(`Not paid: agreement ${second} is, to be decided`).waitFor();
  await look(tab, `/agreements/${first}`);
  await tab.getByText('Nobody has decided which is paid').waitFor();
  await tab.getByText('These additions move with it').waitFor();
  await enterOn(tab, tab.getByRole('link', { name: 'Decide that this agreement is paid' }).first());
  await look(tab);
  await send(tab, 'Decide that this agreement is paid');
  await tab.getByText('There is a problem').waitFor();
  await fill(tab, { why: WHY });
  await send(tab, 'Decide that this agreement is paid');
  await tab.getByText('It was decided that this one is paid').waitFor();
  await look(tab, '/commitments');
  await tab.getByText(`Paid, and not agreement ${second}`, { exact: true }).waitFor();
  await look(tab, `/agreements/${second}`);
  await tab.getByText(`It was decided that agreement ${first} is paid`).waitFor();
});
