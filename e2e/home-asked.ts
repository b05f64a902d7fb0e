/** A home is asked for: the request written, given back and put right, permission, an officer, and a profile fit to leave. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { enterOn, fill, type Given, send, step } from './forms.ts';
import { type HomeJourney, SAID_BEFORE } from './home-journey.ts';
import { PHONE, tooWideBy } from './tabs.ts';

const REQUEST: Readonly<Record<string, Given>> = {
  child: { likes: 'Football in the rain, and the songs of Ottilie.' },
  needs: {
    health: 'An inhaler when it is cold.',
    language: 'English, and some signs',
    culture: 'No pork; lights a candle when the week is over.',
    adaptations: 'no',
    school: 'Year 6 of a primary school, and the leavers’ play.',
    'family-time': 'Contact with her siblings twice a week.',
  },
  risk: { risks: ['none'], 'risks-to-others': ['none'], 'deprivation-of-liberty': 'no' },
  'living-with': { 'lives-with': ['same', 'younger'], pets: 'welcome' },
  home: {
    'how-soon': 'days',
    where: 'Within half an hour of school.',
    'suits-foster': 'suitable',
    'suits-residential': 'preferred',
    'suits-supported': 'unsuitable',
    'suits-why': 'She asks for others of her age about her.',
    'how-long': 'A year',
  },
  names: { 'school-name': 'Saltmarsh Primary', 'people.0.name': 'Wren Brindle', 'people.0.who': 'Mother' },
};

const sendOn = async (worker: Page, page: string): Promise<void> =>
  step(worker, page, 'Send to the placements team');

/** The social worker opens it from the request for care: what was said there stands here already. */
const written = async ({ as, look, entry }: HomeJourney): Promise<{ worker: Page; page: string }> => {
  const worker = await as('ana');
  await look(worker, `/cases/${entry}`);
  await worker.getByRole('button', { name: /home/i }).first().click();
  await worker.waitForURL((url) => /\/cases\/\d+$/.test(url.pathname) && url.pathname !== `/cases/${entry}`);
  const page = new URL(worker.url()).pathname;
  await worker.getByText(/is brought over where the same is asked/).waitFor();
  await look(worker);
  await enterOn(worker, worker.getByRole('link', { name: 'The child', exact: true }));
  assert.equal(await worker.locator('#at-their-best').inputValue(), SAID_BEFORE['at-their-best']);
  for (const [section, given] of Object.entries(REQUEST)) {
    await look(worker, `${page}/request/${section}`);
    await fill(worker, given);
    await send(worker, 'Save and go on');
  }
  await look(worker, `${page}/request/needs`);
  await worker
    .locator('.app-kinder')
    .getByText(/family time/)
    .waitFor();
  return { worker, page };
};

/** Until her name is out of it, no profile leaves: it is returned, put right and sent again. */
const putRight = async ({ as, look }: HomeJourney, worker: Page, page: string): Promise<void> => {
  const paige = await as('paige');
  await look(paige, `${page}/profile`);
  await paige
    .getByText(/“Lark”/)
    .first()
    .waitFor();
  assert.equal(await paige.getByRole('button', { name: 'Approve this profile' }).count(), 0);
  await step(paige, page, 'Return to the social worker', {
    'changes.0.change': 'Her name stands in “The child at their best”.',
  });
  await worker.goto(page);
  await worker.getByText('Her name stands in “The child at their best”.').first().waitFor();
  await look(worker);
  await worker.goto(`${page}/request/child`);
  await fill(worker, { 'at-their-best': 'She makes up songs, and laughs at her own jokes.' });
  await send(worker, 'Save and go on');
  await sendOn(worker, page);
  await step(paige, page, 'Permission to search is there', {
    permission: 'The director, 23 November 2026',
  });
  await look(paige, `${page}/steps/allocate`);
  await paige.getByLabel('Milo Tanner').check();
  await send(paige, 'Give it to an officer');
};

const approved = async ({ as, look }: HomeJourney, page: string): Promise<void> => {
  const milo = await as('milo');
  await look(milo, '/searches');
  await milo.goto(`${page}/profile`);
  assert.equal(await milo.getByRole('button', { name: 'Approve this profile' }).count(), 0);
  await milo.getByLabel('“Ottilie”').check();
  await fill(milo, { why: 'A singer whom many know' });
  await send(milo, 'Record that they can stay');
  await milo.getByText('Nothing is in the way').waitFor();
  await enterOn(milo, milo.getByRole('button', { name: 'Approve this profile' }));
  await milo.getByText(/Version 1 was approved by Milo Tanner/).waitFor();
  await look(milo);
  await step(milo, page, 'It is ready: ask in house', { 'at-their-best': '4' });
  const phone = await as('milo', PHONE);
  for (const address of [page, `${page}/profile`, page.replace('cases', 'searches')]) {
    await look(phone, address);
    assert.ok((await tooWideBy(phone)) <= 0, address);
  }
  await phone.context().close();
};

/** Gives the address of the request. */
export const askedFor = async (journey: HomeJourney): Promise<string> => {
  const { worker, page } = await written(journey);
  await sendOn(worker, page);
  await putRight(journey, worker, page);
  await approved(journey, page);
  return page;
};
