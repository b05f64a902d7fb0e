/** What a provider reads of what became of an offer: no sooner than it is told, and in plain words. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { HOME_POSTCODE, HOME_TYPE, HOME_URN } from '@rightplace/domain';
import { disclosing, PORTAL_OFFER } from '../../../app/test/disclosing-stages.ts';
import { aPortalWorld, type PortalWorld } from '../../../app/test/portal-world.ts';
import { TO_THE_MOVE } from '../../../app/test/search-world.ts';
import { kitAtZed, portalBrowser } from '../../test/portal.ts';
import { aService, type Browser } from '../../test/service.ts';

let world: PortalWorld;
let acting: ReturnType<typeof disclosing>;
let kit: Awaited<ReturnType<typeof kitAtZed>>;
let peg: Awaited<ReturnType<PortalWorld['someoneOf']>>;
let gull: Browser;
let rise: number;
before(async () => {
  world = await aPortalWorld();
  const service = aService(world);
  acting = disclosing(world);
  kit = await kitAtZed(world, service);
  peg = await world.someoneOf(world.other, 'Peg Tolland');
  gull = portalBrowser(service, peg);
  rise = await world.add({
    name: 'Gull Rise',
    urn: 'SC990444',
    postcode: 'PE21 4AB',
    providerId: String(world.other),
  });
  await world.openHome(rise, 3);
});
after(() => world.close());

/** Where the record has a child since the move: in the home that was chosen, in another of the register, in one that it does not know. */
const AT_THE_LODGE = { [HOME_TYPE]: 'K2', [HOME_POSTCODE]: 'PE21 0AB' };
const AT_GULL_RISE = { [HOME_TYPE]: 'K2', [HOME_URN]: 'SC990444', [HOME_POSTCODE]: 'PE21 4AB' };
const UNKNOWN = { [HOME_TYPE]: 'K2', [HOME_URN]: 'SC998877', [HOME_POSTCODE]: 'PE21 9QQ' };

const SECRET = /approved|chosen|Samphire|moved in|contract/;

const read = async (browser: Browser, { caseId, referral }: { caseId: number; referral: number }) => {
  const { page } = await browser.get(`/provider/referrals/${caseId}/${referral}`);
  const list = (await browser.get('/provider')).page
    .querySelectorAll('tbody tr')
    .find((row) => row.text.includes(`Request ${caseId}`));
  const words = page.querySelectorAll('main .govuk-inset-text').map(({ text }) => text);
  return {
    page: words.join(' ').replaceAll(/\s+/g, ' ').trim(),
    list: list?.text.replaceAll(/\s+/g, ' ') ?? '',
  };
};

test('whose offer was chosen reads so from when it is recorded that they were told, then the contract and the move; who was not reads that it ended', async () => {
  const sent = await world.aReferral('P chosen');
  const also = { caseId: sent.caseId, referral: await acting.askAlso(sent.caseId, rise) };
  const offer = await acting.offered(kit.visitor, sent);
  await acting.offered(peg.visitor, also, { home: 'Gull Rise' });
  await acting.approved(sent.caseId, offer);
  assert.deepEqual((await read(kit.browser, sent)).page, '', 'approved, and not told yet');
  assert.match((await read(kit.browser, sent)).list, /You made an offer\.$/);

  await world.acting.takeAll(sent.caseId, TO_THE_MOVE.slice(1, 2));
  const told = await read(kit.browser, sent);
  assert.match(told.page, /^Your offer was chosen and approved\. ?The home is Samphire Lodge\./);
  assert.match(told.page, /You were told that it was chosen on 23 November 2026 at \d\d:\d\d\.$/);
  assert.match(told.list, /Your offer was chosen and approved\./);
  assert.deepEqual((await read(gull, also)).page, '', 'and nobody else is told of it');

  await world.acting.takeAll(sent.caseId, TO_THE_MOVE.slice(2));
  assert.match((await read(kit.browser, sent)).page, /The contract was sent to you on \d+ \w+ 2026/);

  await world.acting.takeAll(sent.caseId, [
    ['social-worker', 'moved-in', { 'placed-on': '2026-11-23', ...AT_THE_LODGE }],
  ]);
  const moved = await read(kit.browser, sent);
  assert.match(moved.page, /^Your offer was chosen and approved\. The child moved in on 23 November 2026\./);
  assert.match(moved.page, /No more answers are taken here\./);
  const other = await read(gull, also);
  assert.match(other.page, /^This search has ended\. No home is looked for any more/);
  assert.match(other.list, /The search has ended\./);
  assert.doesNotMatch(`${other.page} ${other.list}`, SECRET);

  const words = 'Another home was nearer to school.';
  await world.acting.written(sent.caseId, 'outcome', also.referral, { outcome: 'not-chosen', words });
  assert.match(
    (await read(gull, also)).page,
    /^Your home was not chosen\..*Another home was nearer to school\.$/,
  );

  await world.acting.takeAll(sent.caseId, [['placements-officer', 'close', { 'where-wanted': 'yes' }]]);
  assert.match(
    (await read(kit.browser, sent)).page,
    /The child moved in on 23 November 2026\./,
    'and afterwards',
  );
});

test('where the record has the child in a home that the register does not know, no move is told: neither into theirs nor elsewhere', async () => {
  const sent = await world.aReferral('P unnamed');
  const offer = await acting.offered(kit.visitor, sent);
  await acting.approved(sent.caseId, offer);
  await world.acting.takeAll(sent.caseId, [
    ...TO_THE_MOVE.slice(1),
    ['social-worker', 'moved-in', { 'placed-on': '2026-11-23', ...UNKNOWN }],
  ]);
  const { page, list } = await read(kit.browser, sent);
  assert.match(page, /^Your offer was chosen and approved\. ?The home is Samphire Lodge\./);
  assert.match(page, /That the child has moved in is not confirmed here\. Ask the placements team\./);
  assert.doesNotMatch(`${page} ${list}`, /moved in on|SC998877|PE21/);
});

test('a move into another home of the register is no more than that the search has ended, on the page and in the list', async () => {
  const sent = await world.aReferral('P elsewhere');
  const offer = await acting.offered(kit.visitor, sent);
  await acting.approved(sent.caseId, offer);
  await world.acting.takeAll(sent.caseId, [
    ...TO_THE_MOVE.slice(1),
    ['social-worker', 'moved-in', { 'placed-on': '2026-11-23', ...AT_GULL_RISE }],
  ]);
  const { page, list } = await read(kit.browser, sent);
  assert.match(page, /^This search has ended\./);
  assert.doesNotMatch(`${page} ${list}`.replaceAll('Samphire Lodge', ''), SECRET);
});

test('who was told that theirs is not chosen, and later that it is, reads what they were told last', async () => {
  const sent = await world.aReferral('P after all');
  const offer = await acting.offered(kit.visitor, sent);
  const words = 'Another home was nearer to school.';
  await world.acting.written(sent.caseId, 'outcome', sent.referral, { outcome: 'not-chosen', words });
  world.pass(1);
  await acting.approved(sent.caseId, offer);
  assert.match((await read(kit.browser, sent)).page, /^Your home was not chosen\./);
  await world.acting.takeAll(sent.caseId, TO_THE_MOVE.slice(1, 2));
  const { page, list } = await read(kit.browser, sent);
  assert.match(page, /^Your offer was chosen and approved\./);
  assert.match(list, /Your offer was chosen and approved\./);
  assert.doesNotMatch(page, /not chosen|nearer to school|No more answers/);
  const whole = await kit.browser.get(`/provider/referrals/${sent.caseId}/${sent.referral}`);
  assert.doesNotMatch(whole.text, /Closed|no longer shown/);
  assert.ok(whole.page.querySelector('section.app-profile'));
  world.pass(1);
  await world.acting.written(sent.caseId, 'outcome', sent.referral, { outcome: 'not-chosen', words });
  assert.match(
    (await read(kit.browser, sent)).page,
    /^Your home was not chosen\./,
    'and the other way round',
  );
});

test('a search that is cancelled has ended for everybody who was asked, with no word of why, whatever they were told before', async () => {
  const sent = await world.aReferral('P cancelled');
  const also = { caseId: sent.caseId, referral: await acting.askAlso(sent.caseId, rise) };
  const offer = await acting.offered(kit.visitor, sent);
  assert.ok(offer > 0);
  await world.acting.written(sent.caseId, 'outcome', sent.referral, { outcome: 'shortlisted' });
  assert.match((await read(kit.browser, sent)).page, /^Your offer is being considered with few others\./);
  await world.acting.takeAll(sent.caseId, [['social-worker', 'cancel', { reason: 'Her aunt takes her in' }]]);
  const ended = await read(kit.browser, sent);
  assert.match(
    ended.page,
    /^This search has ended\..*What you were told before: ?Your offer is being considered/,
  );
  const unanswered = await read(gull, also);
  assert.match(unanswered.page, /^This search has ended\./);
  for (const { page, list } of [ended, unanswered]) assert.doesNotMatch(`${page} ${list}`, /aunt|cancel/i);
});

test('of an offer that an officer wrote down the home is not told in the words of that, on the page and in the list', async () => {
  const sent = await world.aReferral('P by telephone');
  const home = 'Samphire Lodge, next to her mum';
  const offer = await world.acting.written(sent.caseId, 'offer', sent.referral, { ...PORTAL_OFFER, home });
  await world.acting.written(sent.caseId, 'shared', offer);
  await world.acting.written(sent.caseId, 'gate', offer, {
    gate: 'which-home',
    words: 'The lodge itself, of the list of Ofsted',
    on: '2026-11-23',
  });
  await acting.approved(sent.caseId, offer);
  await world.acting.takeAll(sent.caseId, TO_THE_MOVE.slice(1, 2));
  for (const words of Object.values(await read(kit.browser, sent))) {
    assert.match(words, /Your offer was chosen and approved/);
    assert.doesNotMatch(words, /mum/);
  }
});

test('who was told by the placements team that theirs is chosen finds there how to ask on and to withdraw, until the move', async () => {
  const sent = await world.aReferral('P told by them');
  const offer = await acting.offered(kit.visitor, sent);
  await acting.approved(sent.caseId, offer);
  const more = 'Ring us about the day.';
  await world.acting.written(sent.caseId, 'outcome', sent.referral, { outcome: 'chosen', more });
  const links = async () => {
    const { page } = await kit.browser.get(`/provider/referrals/${sent.caseId}/${sent.referral}`);
    return page
      .querySelectorAll('main .govuk-button, main .app-no-print a')
      .map(({ text }) => text.replaceAll(/\s+/g, ' ').trim());
  };
  const { page } = await read(kit.browser, sent);
  assert.match(
    page,
    /^Your offer was chosen\. The placements team will speak to you.*Ring us about the day\.$/,
  );
  assert.deepEqual(await links(), ['Ask a question', 'Withdraw this offer: Samphire Lodge']);
  await world.acting.takeAll(sent.caseId, [
    ...TO_THE_MOVE.slice(1),
    ['social-worker', 'moved-in', { 'placed-on': '2026-11-23', ...AT_THE_LODGE }],
  ]);
  assert.deepEqual(await links(), []);
});

test('a home that came to nothing after they were told is read as chosen no more', async () => {
  const sent = await world.aReferral('P fell through');
  const offer = await acting.offered(kit.visitor, sent);
  await acting.approved(sent.caseId, offer);
  await world.acting.takeAll(sent.caseId, [
    ['placements-officer', 'notify'],
    ['placements-officer', 'fell-through', { reason: 'Staff left' }],
  ]);
  const { page, list } = await read(kit.browser, sent);
  assert.doesNotMatch(`${page} ${list}`, /chosen|approved|Staff left/);
});
