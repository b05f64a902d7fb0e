import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { londonDayOf } from '@rightplace/domain';
import { aPortalWorld, PORTAL_PASSWORD, type PortalWorld } from '../../../app/test/portal-world.ts';
import { aService, type Browser, NORTHMARSH, type Seen, type Service } from '../../test/service.ts';
import { providerRoutes } from '../provider/routes.ts';
import { staffRoutes } from '../staff/routes.ts';
import { csrfToken } from './csrf.ts';
import type { Route } from './route.ts';

let world: PortalWorld;
let service: Service;
let zed: { cookie: string; email: string };
let gull: { cookie: string; email: string };
let officer: Browser;
let sent: { caseId: number; referral: number };
let at: string;
before(async () => {
  world = await aPortalWorld();
  service = aService(world);
  zed = await world.someoneOf(world.zed, 'Kit Harrow');
  gull = await world.someoneOf(world.other, 'Peg Tolland');
  officer = await service.signedInAs(world.officer.person.id);
  sent = await world.aReferral('P web', 'By the end of the week, please');
  at = `/provider/referrals/${sent.caseId}/${sent.referral}`;
});
after(() => world.close());

const browserWith = (cookies: Readonly<Record<string, string>>): Browser => {
  const browser = service.browser();
  for (const [name, value] of Object.entries(cookies)) browser.cookies.set(name, value);
  return browser;
};
const asZed = (): Browser => browserWith({ 'rightplace-portal': zed.cookie });

const addressOf = ({ path: { pattern }, example = {} }: Route): string =>
  pattern
    .replace(':caseId', String(sent.caseId))
    .replace(':entry', String(sent.referral))
    .replaceAll(/:([^/]+)/g, (_, name: string) => encodeURIComponent(example[name] ?? ''));

const ask = (browser: Browser, declared: Route, cookie: string): Promise<Seen> =>
  declared.method === 'GET'
    ? browser.get(addressOf(declared))
    : browser.post(addressOf(declared), {}, { token: csrfToken(cookie) });

const isTurnedAway = ({ status, location = '' }: Seen): boolean =>
  status === 303 && location.startsWith('/provider/sign-in');

const offered = () => {
  const [year = '', month = '', date = ''] = londonDayOf(world.now()).split('-');
  return {
    home: 'Samphire Lodge',
    'home-kind': 'childrens-home',
    registered: 'yes',
    judgement: 'good',
    area: 'inside',
    'starts-on-day': date,
    'starts-on-month': month,
    'starts-on-year': year,
    'core-weekly': '4800',
    'price-basis': 'spot',
    'additions.0.what': 'Two staff to one child',
    'additions.0.weekly': '600',
    'additions.0.starts-day': date,
    'additions.0.starts-month': month,
    'additions.0.starts-year': year,
    'additions.0.why': 'To settle in',
  };
};

test('nobody, a member of staff and somebody whose access has ended open nothing of the portal that needs signing in', async () => {
  const ended = await world.someoneOf(world.zed, 'Ended Edda');
  const page = await officer.get(`/homes/providers/${world.zed}/people`);
  const form = page.page
    .querySelectorAll('form[action$="/end"]')
    .find((one) => one.text.includes('Ended Edda'));
  await officer.post(form?.getAttribute('action') ?? '');
  const staff = (await world.signIn(world.officer.person.id)).cookie;
  const visitors: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
    ['nobody', '', {}],
    ['staff', staff, { 'rightplace-session': staff }],
    ['staff, with their cookie under the portal’s name', staff, { 'rightplace-portal': staff }],
    ['access ended', ended.cookie, { 'rightplace-portal': ended.cookie }],
  ];
  const closed = providerRoutes(world).filter(({ action }) => action !== 'anyone');
  assert.ok(closed.length >= 5);
  for (const declared of closed)
    for (const [who, cookie, cookies] of visitors)
      assert.ok(
        isTurnedAway(await ask(browserWith(cookies), declared, cookie)),
        `${declared.method} ${declared.path.pattern} as ${who}`,
      );
});

test('somebody of another provider finds nothing at any address of a referral, and reads nothing in a list', async () => {
  const browser = browserWith({ 'rightplace-portal': gull.cookie });
  const own = providerRoutes(world).filter(({ path }) => path.pattern.includes(':caseId'));
  assert.equal(own.length, 4);
  for (const declared of own) assert.equal((await ask(browser, declared, gull.cookie)).status, 404);
  const list = await browser.get('/provider');
  assert.equal(list.status, 200);
  assert.doesNotMatch(list.text, /Request \d/);
});

test('a session of the portal opens no page of the staff, under its own name or the staff’s', async () => {
  for (const declared of staffRoutes(world).filter(({ action }) => action !== 'anyone'))
    for (const name of ['rightplace-portal', 'rightplace-session']) {
      const { status, location = '' } = await ask(browserWith({ [name]: zed.cookie }), declared, zed.cookie);
      const isOut = (status === 303 && location.startsWith('/sign-in')) || status === 403;
      assert.ok(isOut, `${declared.method} ${declared.path.pattern} with ${name}: ${status}`);
    }
});

test('what anyone may open of the portal is this and nothing more', () => {
  const open = [...providerRoutes(world), ...providerRoutes({ ...world, mode: 'demo' })]
    .filter(({ action }) => action === 'anyone')
    .map(({ method, path }) => `${method} ${path.pattern}`);
  assert.deepEqual([...new Set(open)].toSorted(), [
    'GET /provider/invitation/:linkKey',
    'GET /provider/sign-in',
    'GET /provider/signed-out',
    'POST /provider/invitation/:linkKey',
    'POST /provider/sign-in',
    'POST /provider/sign-in/as',
  ]);
});

test('an invitation is shown to the officer once, works once, and a withdrawn one not at all', async () => {
  const people = `/homes/providers/${world.zed}/people`;
  await officer.get(people);
  const invited = await officer.post(people, { name: 'Nell Voss', email: 'nell@invented.example' });
  const link = /\/provider\/invitation\/\S+/.exec(invited.text)?.[0] ?? '';
  assert.doesNotMatch((await officer.get(people)).text, /invitation\/E/);
  const nell = service.browser('192.0.2.61');
  assert.match((await nell.get(link)).text, /has invited Nell Voss/);
  const weak = await nell.post(link, { wanted: 'short' });
  assert.equal(weak.status, 422);
  const chosen = await nell.post(link, { wanted: PORTAL_PASSWORD });
  assert.equal(chosen.location, '/provider/sign-in');
  assert.equal((await nell.get(link)).status, 403);
  const typed = { authority: NORTHMARSH, email: 'nell@invented.example' };
  await nell.get('/provider/sign-in');
  const wrong = await nell.post('/provider/sign-in', { ...typed, password: 'not this one' });
  assert.equal(wrong.status, 422);
  const into = await nell.post('/provider/sign-in', { ...typed, password: PORTAL_PASSWORD });
  assert.equal(into.location, '/provider');
  assert.equal((await nell.follow(into)).heading, 'Referrals');
  const again = await officer.post(people, { name: 'Nell Again', email: 'NELL@invented.example' });
  assert.equal(again.status, 422);
  assert.match(again.text, /has access already/);

  const second = await officer.post(people, { name: 'Otto Pike', email: 'otto@invented.example' });
  const withdrawn = /\/provider\/invitation\/\S+/.exec(second.text)?.[0] ?? '';
  const action = second.page
    .querySelectorAll('form[action$="/withdraw"]')
    .find((one) => one.text.includes('Otto Pike'))
    ?.getAttribute('action');
  await officer.post(action ?? '');
  assert.equal((await service.browser().get(withdrawn)).status, 403);
});

test('guessing at a password of the portal is slowed, and locks nobody out from elsewhere', async () => {
  const typed = { authority: NORTHMARSH, email: gull.email };
  const guesser = service.browser('192.0.2.66');
  await guesser.get('/provider/sign-in');
  for (let guess = 0; guess < 5; guess += 1)
    await guesser.post('/provider/sign-in', { ...typed, password: `guess number ${guess}` });
  const slowed = await guesser.post('/provider/sign-in', { ...typed, password: PORTAL_PASSWORD });
  assert.equal(slowed.status, 429);
  const elsewhere = service.browser('192.0.2.67');
  await elsewhere.get('/provider/sign-in');
  const into = await elsewhere.post('/provider/sign-in', { ...typed, password: PORTAL_PASSWORD });
  assert.equal(into.status, 303);
});

test('a referral shows the profile that was sent, and nothing by which the child could be known', async () => {
  const browser = asZed();
  const list = await browser.get('/provider');
  assert.match(list.text, new RegExp(`Request ${sent.caseId}`));
  assert.equal(list.page.querySelector('thead th')?.text.trim(), 'Referral');
  const seen = await browser.get(at);
  assert.equal(seen.status, 200, seen.text);
  assert.match(seen.text, /By the end of the week, please/);
  assert.match(seen.text, /A calm voice helps, and a walk\./);
  assert.doesNotMatch(`${seen.page.outerHTML}${list.page.outerHTML}`, /Lark|Brindle|P web|Paige/);
});

test('that it was opened is in the log once, and that it was seen in the audit of the child each time', async () => {
  const browser = asZed();
  for (let times = 0; times < 3; times += 1) await browser.get(at);
  const story = await officer.get(`/searches/${sent.caseId}/chronology`);
  assert.equal(story.text.match(/opened what was sent to/g)?.length, 1, story.text);
  const views = await world.audited('referral-viewed');
  assert.ok(views.length >= 3 && views.every(({ actor }) => /^provider’s person \d+$/.test(actor)));
  assert.ok(views.every(({ subject }) => subject?.kind === 'child'));
});

test('by when they are to answer stands in the list, the soonest first, and what is past is marked', async () => {
  const id = sent.caseId;
  const barn = await world.add({ name: 'Samphire Barn', urn: 'SC990077', postcode: 'PE7 0ZZ' });
  await world.openHome(barn, 2);
  await officer.get(`/searches/${id}/homes?all=yes`);
  const page = await officer.get(`/searches/${id}/homes?all=yes`);
  const typed = (name: string) =>
    page.page.querySelector(`input[name="${name}"]`)?.getAttribute('value') ?? '';
  assert.match(typed('reply-by-at'), /^\d\d:\d\d$/, 'begun with by how soon it is needed');
  const asked = {
    home: String(barn),
    channel: 'portal',
    ...Object.fromEntries(
      ['day', 'month', 'year'].map((part) => [`reply-by-${part}`, typed(`reply-by-${part}`)]),
    ),
    'reply-by-at': typed('reply-by-at'),
  };
  const past = await officer.post(`/searches/${id}/homes`, {
    ...asked,
    'reply-by-year': '2020',
    _key: 'past',
  });
  assert.equal(past.status, 422);
  const sentAgain = await officer.post(`/searches/${id}/homes`, { ...asked, _key: 'by' });
  assert.equal(sentAgain.status, 303, sentAgain.text);
  const first = () => asZed().get('/provider');
  const soon = (await first()).page.querySelector('tbody tr')?.text ?? '';
  assert.match(soon, new RegExp(` at ${typed('reply-by-at')}`));
  assert.match(soon, /Request \d+: Samphire Barn/, 'two homes of one child are told apart by the link alone');
  assert.doesNotMatch(soon, /Overdue/);
  const days = 5 * 24 * 60;
  world.pass(days);
  zed = { ...zed, cookie: (await world.signedInAgain(zed.email)).cookie };
  assert.match((await first()).page.querySelector('tbody tr')?.text ?? '', /Overdue/);
  world.pass(-days);
});

test('question and answer, a refusal that lacks its reason, an offer and another, and one withdrawn: both sides see the same', async () => {
  const browser = asZed();
  await browser.get(`${at}/question`);
  await browser.post(`${at}/question`, { words: 'Is there a dog in the family?', _key: 'q' });
  await browser.post(`${at}/question`, { words: 'Is there a dog in the family?', _key: 'q' });
  const log = await officer.get(`/searches/${sent.caseId}/approaches/${sent.referral}`);
  assert.equal(log.text.match(/Is there a dog/g)?.length, 1);
  const about = /about=(\d+)/.exec(
    log.page.querySelector('a[href*="write/answer"]')?.getAttribute('href') ?? '',
  )?.[1];
  await officer.get(`/searches/${sent.caseId}/write/answer?about=${about}`);
  const answered = await officer.post(`/searches/${sent.caseId}/write/answer`, {
    about: about ?? '',
    words: 'No, and a cat would be welcome.',
    _key: 'a',
  });
  assert.equal(answered.status, 303, answered.text);
  assert.match((await browser.get(at)).text, /a cat would be welcome/);
  assert.match((await browser.get('/provider')).text, /Your question was answered\./);

  const declined = await browser.post(`${at}/declined`, { _key: 'd', words: '' });
  assert.equal(declined.status, 422);

  await browser.get(`${at}/offer`);
  const more = await browser.post(`${at}/offer`, { ...offered(), add: 'additions', _key: 'o' });
  assert.ok(
    more.page.querySelector('[name="additions.1.what"]'),
    'without script a line is added by a button',
  );
  const offer = await browser.post(`${at}/offer`, { ...offered(), _key: 'o' });
  assert.equal(offer.location, at, offer.text);
  const further = { ...offered(), 'core-weekly': '4500', _key: 'o2', _known: '1' };
  assert.equal((await browser.post(`${at}/offer`, further)).status, 303);
  const both = await browser.get(at);
  assert.match(both.text, /£4,800 a week/);
  assert.match(both.text, /£4,500 a week/);
  const withdraw = both.page.querySelectorAll('a[href*="/withdrawn?offer="]').at(-1)?.getAttribute('href');
  const asked = await browser.get(withdraw ?? '');
  assert.match(
    asked.text,
    /Withdraw your offer\s*Samphire Lodge: £4,[58]00 a week, made 23 November 2026/,
    'which one',
  );
  const number = asked.page.querySelector('input[name=offer]')?.getAttribute('value') ?? '';
  await browser.post(`${at}/withdrawn`, { offer: number, words: 'Replaced by another', _key: 'w' });
  const compared = await officer.get(`/searches/${sent.caseId}`);
  assert.match(compared.text, /Samphire Lodge/);
  const story = await officer.get(`/searches/${sent.caseId}/chronology`);
  assert.match(story.text, /Kit Harrow, external provider/);
  assert.match(
    (await browser.get(at)).text,
    /Withdrawn 23 November 2026 at \d\d:\d\d: Replaced by another\s*Made 23 November 2026/,
    'when and why, beside when it was made',
  );
});

test('officers are told of a reply in the product, and are told what became of it to the provider', async () => {
  const notices = await officer.get('/notices');
  assert.match(notices.text, /A provider has answered by the portal/);
  await officer.get(`/searches/${sent.caseId}/write/outcome?about=${sent.referral}`);
  const told = await officer.post(`/searches/${sent.caseId}/write/outcome`, {
    about: String(sent.referral),
    outcome: 'not-chosen',
    words: 'Another home was nearer to school.',
    _key: 'out',
  });
  assert.equal(told.status, 303, told.text);
  const browser = asZed();
  const seen = await browser.get(at);
  assert.match(seen.text, /Your home was not chosen\..*Another home was nearer to school\./);
  assert.equal(seen.page.querySelectorAll('a[href$="/offer"]').length, 0);
  const late = await browser.post(`${at}/offer`, { ...offered(), _key: 'late' });
  assert.equal(late.status, 403);
  assert.match(late.text, /no longer taking answers.*Samphire Lodge/);
});

test('a form of the portal without its token, or of the staff’s, changes nothing', async () => {
  const browser = asZed();
  assert.equal((await browser.post(`${at}/question`, { words: 'x' }, { token: null })).status, 403);
  const staff = (await world.signIn(world.officer.person.id)).cookie;
  assert.equal(
    (await browser.post(`${at}/question`, { words: 'x' }, { token: csrfToken(staff) })).status,
    403,
  );
  const out = await browser.post('/provider/sign-out', {}, { token: csrfToken(zed.cookie) });
  assert.equal(out.location, '/provider/signed-out');
  assert.ok(isTurnedAway(await asZed().get('/provider')), 'the session is over in the record too');
});

test('what is typed about a referral that is not theirs is given back, and tells nothing of it', async () => {
  const forms = providerRoutes(world).filter(
    ({ method, path }) => method === 'POST' && path.pattern.includes(':entry'),
  );
  assert.ok(forms.length > 0);
  const { cookie } = await world.someoneOf(world.other, 'Peg Again');
  for (const declared of forms) {
    const browser = browserWith({ 'rightplace-portal': cookie });
    const typed = { question: 'Would a <b>dog</b> in the house be a worry?' };
    const answer = await browser.post(addressOf(declared), typed, { token: csrfToken(cookie) });
    assert.equal(answer.status, 404, declared.path.pattern);
    assert.ok(answer.text.includes(typed.question), declared.path.pattern);
    assert.ok(answer.page.querySelector('main a[href="/provider"]'), 'and leads to what is theirs');
  }
});
