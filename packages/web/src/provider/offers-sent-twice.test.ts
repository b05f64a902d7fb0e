import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aPortalWorld, type PortalWorld } from '../../../app/test/portal-world.ts';
import { kitAtZed } from '../../test/portal.ts';
import type { Browser, Seen } from '../../test/service.ts';

let world: PortalWorld;
let browser: Browser;
let at: string;
before(async () => {
  world = await aPortalWorld();
  browser = (await kitAtZed(world)).browser;
  const { caseId, referral } = await world.aReferral('P twice');
  at = `/provider/referrals/${caseId}/${referral}`;
});
after(() => world.close());

const OFFER = {
  home: 'Samphire Lodge',
  'home-kind': 'childrens-home',
  registered: 'yes',
  judgement: 'good',
  area: 'inside',
  'starts-on-day': '1',
  'starts-on-month': '12',
  'starts-on-year': '2026',
  'core-weekly': '4800',
  'price-basis': 'spot',
};
const DEARER = { ...OFFER, home: 'Marram <b>Lodge</b>', 'core-weekly': '5100' };

const hidden = ({ page }: Seen) => ({
  _key: page.querySelector('[name=_key]')?.getAttribute('value') ?? '',
  _known: page.querySelector('[name=_known]')?.getAttribute('value') ?? '',
});
const send = (form: Seen, typed: Readonly<Record<string, string>>) =>
  browser.post(`${at}/offer`, { ...typed, ...hidden(form) });
const offers = async (): Promise<number> =>
  (await browser.get(at)).page.querySelectorAll('a[href*="/withdrawn?offer="]').length;

test('from two tabs the same offer is sent once and shown; another is put back with all that was typed, and then sent', async () => {
  const [first, second, third] = [
    await browser.get(`${at}/offer`),
    await browser.get(`${at}/offer`),
    await browser.get(`${at}/offer`),
  ];
  assert.equal((await send(first, OFFER)).location, at);
  const same = await send(second, OFFER);
  assert.equal(same.location, at, same.text);
  const shown = await browser.follow(same);
  assert.match(shown.page.textContent, /You had already sent this very offer\./);
  assert.equal(await offers(), 1);

  const other = await send(third, DEARER);
  assert.equal(other.status, 422);
  assert.match(
    other.text,
    /You have already sent an offer for this referral\. Look at it, then send this one as a further offer\./,
  );
  const summary = other.page.querySelector('.govuk-error-summary a')?.getAttribute('href') ?? '';
  const before = other.page.querySelector(summary)?.text ?? '';
  assert.match(
    before,
    /Samphire Lodge: £4,800 a week.*Made 23 November 2026/s,
    'the first, on the same page',
  );
  assert.equal(other.page.querySelector('[name=home]')?.getAttribute('value'), DEARER.home);
  assert.equal(other.page.querySelector('[name=core-weekly]')?.getAttribute('value'), '5100');
  assert.ok(!other.markup.includes('<b>Lodge'));
  assert.match(other.page.querySelectorAll('main form button').at(-1)?.text ?? '', /Send as a further offer/);
  assert.equal(await offers(), 1);

  const further = await send(other, DEARER);
  assert.equal(further.location, at, further.text);
  assert.equal((await send(other, DEARER)).location, at, 'and that, too, once');
  assert.equal(await offers(), 2);
});

test('an offer with one line of the price twice is given back with all that was typed, and says which line', async () => {
  const line = {
    weekly: '50',
    'starts-day': '1',
    'starts-month': '12',
    'starts-year': '2026',
    why: 'To school',
  };
  const lines = ['Travel', 'travel'].flatMap((what, at) =>
    Object.entries({ what, ...line }).map(([name, typed]) => [`additions.${at}.${name}`, typed] as const),
  );
  const before = await offers();
  const form = await browser.get(`${at}/offer`);
  const back = await send(form, { ...DEARER, ...Object.fromEntries(lines) });
  assert.equal(back.status, 422);
  const fault = back.page.querySelector('.govuk-error-summary a');
  assert.match(fault?.text ?? '', /^Addition 2: “Travel” is there twice on 1 December 2026/);
  const box = back.page.querySelector(`[id="${fault?.getAttribute('href')?.slice(1)}"]`);
  assert.equal(box?.getAttribute('value'), 'travel');
  for (const [name, typed] of lines)
    assert.equal(back.page.querySelector(`[name="${name}"]`)?.getAttribute('value'), typed, name);
  assert.equal(back.page.querySelector('[name=home]')?.getAttribute('value'), DEARER.home);
  assert.equal(await offers(), before);
});

test('a form that was begun after the first offer is sent as it is', async () => {
  const known = await browser.get(`${at}/offer`);
  assert.equal((await send(known, { ...OFFER, 'core-weekly': '4700' })).location, at);
  assert.equal(await offers(), 3);
});

test('who has an offer that stands is not asked to decline, and what a page kept open sends is given back in words', async () => {
  assert.equal((await browser.get(`${at}/declined`)).location, at);
  const late = await browser.post(`${at}/declined`, { reason: 'no-place', words: 'Nobody is free' });
  assert.equal(late.status, 403);
  assert.match(late.text, /To decline, withdraw it first\. Nothing was sent\./);
  assert.match(late.text, /Why do you offer nothing\? No place free Words Nobody is free/);
});
