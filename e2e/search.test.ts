/** A search for a home acted in a real browser, from the first approach to the move: by each role, without script, on a phone. */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Role } from '@rightplace/domain';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { anEntryWorld, type EntryWorld } from '../packages/app/test/entry-world.ts';
import { searching } from '../packages/app/test/search-world.ts';
import { aService, type Service } from '../packages/web/test/service.ts';
import { accessibilityFaults, startBrowser } from './product.ts';

let world: EntryWorld;
let service: Service;
let browser: Browser;
let url: string;
let acting: ReturnType<typeof searching>;
before(async () => {
  [world, browser] = await Promise.all([anEntryWorld(), startBrowser()]);
  service = aService(world);
  await service.server.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(service.server.server.address() as AddressInfo).port}`;
  acting = searching(world, (await world.signIn(world.ana)).signedIn);
});
after(async () => {
  await browser.close();
  await service.server.close();
  await world.close();
});

const aTab = async (role: Role, options: BrowserContextOptions = {}): Promise<Page> => {
  const person = role === 'social-worker' ? world.ana : (await world.as(role)).person.id;
  const { cookie } = await world.signIn(person);
  const context = await browser.newContext(options);
  await context.addCookies([{ name: 'rightplace-session', value: cookie, url }]);
  return context.newPage();
};
const widerThan = (tab: Page): Promise<number> =>
  tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
const fillDay = async (tab: Page, id: string, [date, month, year]: readonly [string, string, string]) => {
  await tab.locator(`#${id}-day`).fill(date);
  await tab.locator(`#${id}-month`).fill(month);
  await tab.locator(`#${id}-year`).fill(year);
};
/** Presses the button of a form, and waits for the page after it. */
const send = async (tab: Page, name: string): Promise<void> => {
  await tab.locator('main form').getByRole('button', { name, exact: true }).click();
  await tab.waitForLoadState('load');
};
const choose = (tab: Page, name: string, value: string) =>
  tab.locator(`input[name="${name}"][value="${value}"]`).check();

/** Takes a step from the page of the search, answering everything that is asked. */
const step = async (tab: Page, id: number, button: string, fields: Readonly<Record<string, string>> = {}) => {
  await tab.goto(`${url}/searches/${id}`);
  await tab.locator('main').getByRole('button', { name: button, exact: true }).click();
  await tab.waitForURL(/\/steps\//);
  for (const [name, value] of Object.entries(fields)) {
    const field = tab.locator(`#${name}`);
    if ((await field.getAttribute('type')) === 'radio') await choose(tab, name, value);
    else await field.fill(value);
  }
};
const sent = async (tab: Page, button: string): Promise<void> => {
  await send(tab, button);
  await tab.getByText('It is recorded, with your name and the time').waitFor();
};

test('a search is acted from the first approach to the move, by each role in turn, with no script at all', async () => {
  const id = await acting.aSearch('E1');
  const plain = { javaScriptEnabled: false };
  const [officer, worker, manager, director] = [
    await aTab('placements-officer', plain),
    await aTab('social-worker', plain),
    await aTab('team-manager', plain),
    await aTab('director', plain),
  ];
  await officer.goto(`${url}/searches`);
  await officer.getByRole('link', { name: /Lark Brindle/ }).click();
  await officer.getByRole('link', { name: 'Log an approach to somebody else' }).click();
  await officer.locator('#provider').fill('Our fostering team');
  await choose(officer, 'channel', 'phone');
  await fillDay(officer, 'sent-on', ['20', '11', '2026']);
  await send(officer, 'Log an approach');
  await officer.getByText('It is written down').waitFor();
  await officer.getByRole('link', { name: 'Our fostering team' }).click();
  await officer.getByRole('link', { name: 'They offer a home' }).click();
  await officer.locator('#home').fill('Brackenhill');
  for (const [name, value] of [
    ['home-kind', 'own-carer'],
    ['judgement', 'good'],
    ['children-there', '1'],
    ['terms', 'within'],
    ['area', 'inside'],
    ['price-basis', 'in-house'],
    ['fits-school', 'met'],
  ] as const)
    await choose(officer, name, value);
  await officer.locator('#core-weekly').fill('450');
  await fillDay(officer, 'starts-on', ['30', '11', '2026']);
  await send(officer, 'They offer a home');
  await officer.goto(`${url}/searches/${id}/offers/2`);
  await officer.getByRole('link', { name: 'Share with the social worker' }).click();
  await send(officer, 'Share with the social worker');
  await step(officer, id, 'Put the shared offers to the social worker');
  await sent(officer, 'Put the shared offers to the social worker');

  await worker.goto(`${url}/searches/${id}/compare`);
  await worker.getByRole('button', { name: 'Choose an offer' }).click();
  await choose(worker, 'offer', 'Offer 1: Brackenhill');
  await worker.locator('#why-this').fill('Near school');
  await worker.locator('#child-view').fill('She liked the dog');
  await sent(worker, 'Choose an offer');
  await step(manager, id, 'Agree to this choice');
  await sent(manager, 'Agree to this choice');
  await step(officer, id, 'Record what was agreed', {
    'agreed-weekly': '450',
    'agreed-with': 'The supervising social worker',
  });
  await sent(officer, 'Record what was agreed');
  await officer.goto(`${url}/searches/${id}`);
  await officer.getByText('The checks before placement are not complete').waitFor();
  for (let left = 15; left > 0; left -= 1) {
    await officer.goto(`${url}/searches/${id}/offers/2`);
    const undone = officer.getByRole('row').filter({ hasText: 'Not done' });
    assert.equal(await undone.count(), left);
    await undone.first().getByRole('link').click();
    await choose(officer, 'result', 'passed');
    await officer.locator('#evidence').fill('Seen in the file');
    await send(officer, 'Record a check');
  }
  await step(officer, id, 'Put this home to the director', {
    considered: 'Nobody else',
    'why-this': 'Near school',
    'social-worker-view': 'Agrees',
  });
  await sent(officer, 'Put this home to the director');
  await step(director, id, 'Approve this home');
  await sent(director, 'Approve this home');
  await step(officer, id, 'Record that they were told', {
    'provider-told': 'The carers',
    'worker-told': 'Ana Fenwright',
  });
  await sent(officer, 'Record that they were told');
  await step(officer, id, 'Record that the contract was sent', { 'contract-to': 'The carers' });
  await fillDay(officer, 'contract-sent', ['23', '11', '2026']);
  await sent(officer, 'Record that the contract was sent');
  await step(officer, id, 'Confirm the date of the move', { 'moves-how': 'Ana drives' });
  await choose(officer, 'contract-signed', 'yes');
  await fillDay(officer, 'moves-on', ['30', '11', '2026']);
  await sent(officer, 'Confirm the date of the move');
  await worker.goto(`${url}/searches/${id}`);
  await worker.getByRole('button', { name: 'Record that the child has moved in' }).waitFor();
  assert.equal(
    (
      await world.take((await world.signIn(world.ana)).signedIn, id, 'moved-in', {
        said: { 'placed-on': '2026-11-20' },
      })
    ).kind,
    'step-taken',
  );
  await officer.goto(`${url}/searches/${id}/chronology`);
  for (const told of [
    'recorded that the child has moved in',
    'chose an offer',
    'noted an offer of',
    'approached Our fostering team',
  ])
    await officer.getByText(told).first().waitFor();
});

test('two officers who write in one search at the same moment both do, each from a form of their own', async () => {
  const id = await acting.aSearch('E3');
  const milo = await world.someone('placements-officer');
  const other = await browser.newContext({ javaScriptEnabled: false });
  const { cookie } = await world.signIn(milo);
  await other.addCookies([{ name: 'rightplace-session', value: cookie, url }]);
  const tabs = [await aTab('placements-officer', { javaScriptEnabled: false }), await other.newPage()];
  for (const [at, tab] of tabs.entries()) {
    await tab.goto(`${url}/searches/${id}/write/approach`);
    await tab.locator('#provider').fill(`Provider ${at + 1}`);
    await choose(tab, 'channel', 'phone');
  }
  await Promise.all(tabs.map((tab) => send(tab, 'Log an approach')));
  for (const tab of tabs) {
    await tab.goto(`${url}/searches/${id}`);
    for (const provider of ['Provider 1', 'Provider 2'])
      await tab.getByRole('link', { name: provider }).waitFor();
  }
});

test('the pages of a search have nothing that axe finds, and fit a phone', async () => {
  const id = await acting.aSearch('E2');
  const offer = await acting.anOffer(id);
  await acting.anOffer(id, { home: 'Far Lodge', 'core-weekly': '5230' }, { isChecked: false });
  await acting.takeAll(id, [
    ['placements-officer', 'share-offers'],
    ['social-worker', 'choose'],
  ]);
  const wide = await aTab('placements-officer');
  const narrow = await aTab('placements-officer', { viewport: { width: 320, height: 640 } });
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
    await wide.goto(`${url}${address}`);
    assert.deepEqual(await accessibilityFaults(wide), [], address);
    await narrow.goto(`${url}${address}`);
    assert.ok((await widerThan(narrow)) <= 0, address);
  }
});
