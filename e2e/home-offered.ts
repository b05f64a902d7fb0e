/** Homes are offered: in house, by a provider who follows an invitation into the portal, and not by another who has no place. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { PORTAL_PASSWORD } from '../packages/app/test/portal-world.ts';
import { NORTHMARSH } from '../packages/app/test/world.ts';
import { fill, type Given, send, step } from './forms.ts';
import type { HomeJourney } from './home-journey.ts';
import { NO_SCRIPT, PHONE, tooWideBy } from './tabs.ts';

const WRITTEN = 'It is written down';

/** Every need of the request, met by what is offered as far as is said. */
const fits = async (tab: Page, fit: string): Promise<void> => {
  for (const choice of await tab.locator(`input[name^="fits-"][value="${fit}"]`).all()) await choice.check();
};

export const write = async (tab: Page, link: string, given: Given): Promise<void> => {
  await tab.getByRole('link', { name: link, exact: true }).click();
  await tab.waitForURL(/\/write\//);
  await fill(tab, given);
  await send(tab, link);
  await tab.getByText(WRITTEN).waitFor();
};

/** In house is asked first, by telephone, and written down without script: a household, and not near school. */
const askedInHouse = async (milo: Page, search: string): Promise<void> => {
  await milo.goto(search);
  await milo.getByRole('link', { name: 'Log an approach to somebody else' }).click();
  await fill(milo, { provider: 'Our fostering team', channel: 'phone' });
  await send(milo, 'Log an approach');
  await milo.getByRole('link', { name: 'Our fostering team' }).click();
  await milo.getByRole('link', { name: 'They offer a home' }).click();
  await fill(milo, {
    home: 'Brackenhill',
    'home-kind': 'own-carer',
    judgement: 'good',
    'children-there': '1',
    terms: 'within',
    area: 'inside',
    'starts-on': '2026-11-23',
    'core-weekly': '450',
    'price-basis': 'in-house',
  });
  await fits(milo, 'partly');
  await fill(milo, { 'fits-school': 'not' });
  await send(milo, 'They offer a home');
  await milo.getByText(WRITTEN).waitFor();
};

/** The link of an invitation, as the officer sees it once. */
const invited = async (milo: Page, providerId: number, name: string): Promise<string> => {
  await milo.goto(`/homes/providers/${providerId}/people`);
  await fill(milo, { name, email: `${name.split(' ')[0]?.toLowerCase()}@invented.example` });
  await send(milo, 'Make an invitation');
  const link = await milo.locator('main code').innerText();
  return link.slice(link.indexOf('/provider'));
};

/** Follows an invitation, chooses a password and signs in. */
const signedInBy = async (provider: Page, invitation: string, email: string): Promise<void> => {
  await provider.goto(invitation);
  await fill(provider, { wanted: PORTAL_PASSWORD });
  await provider.locator('main form button').last().click();
  await provider.waitForURL(/\/provider\/sign-in/);
  await provider.locator('#authority').selectOption(NORTHMARSH);
  await fill(provider, { email, password: PORTAL_PASSWORD });
  await provider.locator('main form').getByRole('button', { name: 'Sign in', exact: true }).click();
  await provider.getByRole('heading', { name: 'Referrals' }).waitFor();
};

const OFFERED: Given = {
  home: 'Samphire Lodge',
  'home-kind': 'childrens-home',
  registered: 'yes',
  judgement: 'good',
  area: 'adjoining',
  'starts-on': '2026-11-23',
  'core-weekly': '4800',
  'additions.0.what': 'Two staff to one child',
  'additions.0.weekly': '1400',
  'additions.0.starts': '2026-11-23',
  'additions.0.ends': '2026-12-22',
  'additions.0.why': 'The first month, to settle in',
  'price-basis': 'framework',
  vacancies: 'One, with two others of her age',
};

const offeredByZed = async ({ look }: HomeJourney, kit: Page, milo: Page, search: string): Promise<void> => {
  await look(kit);
  await kit.getByRole('link', { name: /^Request \d+\b/ }).click();
  const main = await kit.locator('main').innerText();
  assert.match(main, /Football in the rain/);
  assert.doesNotMatch(await kit.content(), /Lark|Brindle|Saltmarsh|Wren|FH1/);
  await look(kit);
  const referral = kit.url();
  await kit.getByRole('button', { name: 'Ask a question' }).click();
  await look(kit);
  await fill(kit, { words: 'Does she sleep well?' });
  await send(kit, 'Send the question');

  await milo.goto('/notices');
  await milo.getByText('A provider has answered by the portal').first().waitFor();
  await milo.goto(search);
  await milo.getByRole('link', { name: 'Zed Homes' }).click();
  await milo.getByText('Does she sleep well?').waitFor();
  await write(milo, 'Answer it', { words: 'With a light on, yes.' });

  await kit.goto(referral);
  await kit.getByText('With a light on, yes.').waitFor();
  await kit.getByRole('button', { name: 'Make an offer' }).click();
  await look(kit);
  await send(kit, 'Send the offer');
  await kit.getByText('There is a problem').waitFor();
  await look(kit);
  await fill(kit, OFFERED);
  await fits(kit, 'met');
  await send(kit, 'Send the offer');
  await kit.getByText('Samphire Lodge: £4,800 a week').waitFor();
  await look(kit);
};

/** Gives the pages of both providers, each signed in. */
export const offered = async (
  journey: HomeJourney,
  request: string,
): Promise<{ readonly kit: Page; readonly peg: Page }> => {
  const { as, look, provider, world } = journey;
  const search = request.replace('cases', 'searches');
  const plain = await as('milo', NO_SCRIPT);
  await askedInHouse(plain, search);

  const milo = await as('milo');
  await step(milo, search, 'Ask providers on the framework', {
    'came-to': 'One household in house, and not near school.',
  });
  await look(milo, `${search}/homes`);
  await milo.getByLabel('Approach Samphire Lodge').check();
  await milo.getByLabel('Approach Teasel House').check();
  await fill(milo, { channel: 'portal', words: 'Needed this week.' });
  await send(milo, 'Approach the selected homes');
  await look(milo, search);

  const [kit, peg] = [await provider(), await provider({ ...NO_SCRIPT, ...PHONE })];
  await signedInBy(kit, await invited(milo, world.zed, 'Kit Harrow'), 'kit@invented.example');
  await signedInBy(peg, await invited(milo, world.other, 'Peg Tolland'), 'peg@invented.example');
  await look(milo, `/homes/providers/${world.zed}/people`);
  await offeredByZed(journey, kit, milo, search);

  await peg.getByRole('link', { name: /^Request \d+\b/ }).click();
  assert.ok((await tooWideBy(peg)) <= 0, 'the referral on a phone');
  await peg.getByRole('link', { name: 'Decline' }).click();
  await fill(peg, { reason: 'no-place', words: 'Promised to another since Friday.' });
  await send(peg, 'Decline');
  await peg.getByText('You declined').first().waitFor();
  assert.ok((await tooWideBy(peg)) <= 0);
  await milo.goto(search);
  const declined = milo.getByRole('row').filter({ hasText: 'Gull Care' });
  await declined.getByText('No place free').waitFor();
  return { kit, peg };
};
