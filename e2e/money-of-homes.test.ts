/** What placements cost, in a browser: by finance, who see no names, and by the officers who agree on prices. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { makeAgreement } from '@rightplace/app';
import { day } from '@rightplace/domain';
import { assignRole, asTenant } from '@rightplace/store';
import type { Page } from 'playwright-core';
import { type AgreementWorld, anAgreementWorld, TYPED } from '../packages/app/test/agreement-world.ts';
import { NORTHMARSH } from '../packages/app/test/world.ts';
import { enterOn, fill, looker, send } from './forms.ts';
import { openTabs, PHONE, type Tabs, tooWideBy } from './tabs.ts';

let world: AgreementWorld;
let tabs: Tabs;
let people: { readonly milo: number; readonly fin: number };
let agreement: string;
const look = looker();

before(async () => {
  world = await anAgreementWorld();
  tabs = await openTabs(world);
  const milo = (await world.addPerson({ name: 'Milo Tanner', role: 'placements-officer' })).personId;
  const fin = (await world.addPerson({ name: 'Fin Ashby', role: 'finance' })).personId;
  // Milo works for finance, too, and still verifies nothing of his own.
  await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) =>
    assignRole(tx, { personId: milo, role: 'finance', starts: day('2026-01-01') }),
  );
  people = { milo, fin };
  const caseId = await world.search('NM1', '2025-05-04');
  const typed = { ...TYPED, 'starts-on': '2025-05-04', 'core-weekly': '4900', additions: [] };
  const { signedIn } = await world.signIn(milo);
  const made = await makeAgreement(world, signedIn, { caseId, key: 'a', typed });
  assert.ok(made.kind === 'agreement-saved', JSON.stringify(made));
  agreement = `/agreements/${made.id}`;
});
after(() => tabs.close());

const HEAD = 'Reference,Agreement,First night,Last night,Amount';

const load = async (tab: Page, name: string, lines: readonly string[]): Promise<void> => {
  const buffer = Buffer.from([HEAD, ...lines, ''].join('\r\n'));
  await tab.locator('#file').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await send(tab, 'Load it');
};

test('finance loads what was paid: a file with a bad line not at all, and a good one with what differs, by number alone', async () => {
  const fin = await tabs.tabOf(people.fin);
  await look(fin, '/commitments');
  await fin.getByText('Child NM1').waitFor();
  await enterOn(fin, fin.getByRole('link', { name: /What was paid/ }).first());
  await look(fin);
  const number = agreement.split('/').at(-1);
  const good = `INV-1,${number},2026-11-02,2026-11-08,4900.00`;
  await load(fin, 'week.csv', [good, `INV-2,${number},2026-11-09,yesterday,4900.00`]);
  await fin.getByText('Nothing was loaded').first().waitFor();
  await fin.getByText(/^Line 3: /).waitFor();
  await fin.getByText('No file was loaded yet.').waitFor();
  await look(fin);

  await load(fin, 'week.csv', [
    good,
    `INV-2,${number},2026-11-09,2026-11-15,5000.00`,
    'INV-3,999,2026-11-09,2026-11-15,70.00',
  ]);
  await fin.getByText('3 lines are loaded, and count.').waitFor();
  const differences = fin.getByRole('table', { name: 'Differences' });
  await differences.getByText('£5,000.00 was paid and £4,900.00 is payable: £100.00 too much.').waitFor();
  await differences.getByText('There is no agreement of this number. £70.00 was paid.').waitFor();
  assert.doesNotMatch(await fin.content(), /Kofi|Aldenfen/);
  await look(fin);
  await load(fin, 'again.csv', [good]);
  await fin.getByText('There is a problem').waitFor();
  await fin.getByLabel('Why it is taken back').fill('The wrong week');
  await send(fin, 'Take it back');
  await fin.getByText('Taken back: The wrong week').waitFor();
});

test('what was avoided is drafted by an officer, verified by somebody else of finance, and by neither twice', async () => {
  const milo = await tabs.tabOf(people.milo);
  await milo.goto(agreement);
  await enterOn(milo, milo.getByRole('link', { name: /Draft a line/ }));
  await look(milo);
  await fill(milo, {
    of: 'Core fee',
    forum: 'placements-forum',
    category: 'rate',
    'agreed-on': '2026-11-02',
    before: '5200',
    after: '4900',
    first: '2026-11-09',
    last: '2027-03-28',
    'why-weeks': 'Twenty weeks, to the end of the year',
    evidence: 'An e-mail of 2 November',
  });
  await send(milo, 'Draft a line of cost avoided');
  await milo.waitForURL(/\/cost-avoided\/\d+$/);
  const line = new URL(milo.url()).pathname;
  await milo.getByText('You drafted this line: somebody else of finance verifies it').waitFor();
  assert.equal(await milo.getByRole('button', { name: 'Verify it' }).count(), 0);
  await look(milo);

  const fin = await tabs.tabOf(people.fin);
  await fin.goto(line);
  const late = await tabs.tabOf(people.fin);
  await late.goto(line);
  await look(fin);
  assert.doesNotMatch(await fin.content(), /Kofi|Aldenfen/);
  await fill(fin, { 'reason-verify': 'The e-mail, and both invoices' });
  await enterOn(fin, fin.getByRole('button', { name: 'Verify it' }));
  await fin.getByText('Fin Ashby verified it').waitFor();
  await fin.goto('/cost-avoided');
  const totals = fin.getByRole('table', { name: /^What was avoided by forum/ });
  await totals.getByText('£6,000.00').first().waitFor();
  await look(fin);
  await fill(late, { 'reason-send-back': 'Which e-mail was it?' });
  await send(late, 'Send it back');
  await late.getByText('That was after you opened the page, so nothing was sent back').waitFor();
  await late.getByText('Which e-mail was it?').waitFor();
  await look(late);
  await late.goto(line);
  await late.getByText('Fin Ashby verified it').waitFor();
});

test('the pages of homes, searches and money fit a phone and have nothing that axe finds, with nothing in them too', async () => {
  const officer = await tabs.tabOf(people.milo, PHONE);
  const pages = [
    '/homes',
    '/homes/providers',
    '/searches',
    '/searches?as=table',
    '/commitments',
    '/commitments/to-sign',
    '/commitments/payments',
    '/commitments/download',
    '/cost-avoided',
    '/cost-avoided?year=2022',
    '/cost-avoided/download',
    agreement,
    `${agreement}/document`,
  ];
  for (const page of pages) {
    await officer.goto(page);
    assert.ok((await tooWideBy(officer)) <= 0, page);
    await look(officer);
  }
});
