import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, londonDayOf, POLICY } from '@rightplace/domain';
import { APPROACHED, TO_DIRECTOR } from '../../../../app/test/search-world.ts';
import { AN_OFFER } from '../../../../domain/test/search-cases.ts';
import { type SearchPages, searchPages } from '../../../test/search-pages.ts';
import type { Browser } from '../../../test/service.ts';

let world: SearchPages['world'];
let acting: SearchPages['acting'];
let as: SearchPages['as'];
before(async () => {
  ({ world, acting, as } = await searchPages());
});
after(() => world.close());

const day = (name: string, on: string) => {
  const [year = '', month = '', date = ''] = on.split('-');
  return [
    [`${name}-day`, date],
    [`${name}-month`, month],
    [`${name}-year`, year],
  ] as const;
};
const send = async (browser: Browser, address: string, fields: readonly (readonly [string, string])[]) => {
  const form = await browser.get(address);
  const hidden = form.page
    .querySelectorAll('main form input[type=hidden]')
    .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const);
  return browser.post(address.split('?')[0] ?? '', [...hidden, ...fields]);
};

test('an officer logs an approach and an offer, shares it, and sees each on the search and in the chronology', async () => {
  const id = await acting.aSearch('P1');
  const officer = await as('placements-officer');
  const empty = await officer.get(`/searches/${id}`);
  assert.match(empty.heading, /Lark Brindle, 11/);
  assert.match(empty.text, /Nobody has been approached yet/);
  const logged = await send(officer, `/searches/${id}/write/approach`, [
    ['tier', 'in-house'],
    ['provider', 'Our <b>fostering</b> team'],
    ['channel', 'phone'],
    ...day('sent-on', '2026-11-23'),
  ]);
  assert.equal(logged.location, `/searches/${id}`, logged.text.slice(0, 400));
  const seen = await officer.follow(logged);
  assert.match(seen.text, /1 approached, 0 replied, 0 offered/);
  assert.match(seen.text, /Our <b>fostering<\/b> team/, 'what is typed is no markup');
  const offer = Object.entries(AN_OFFER).filter(([name]) => name !== 'starts-on');
  const offered = await send(officer, `/searches/${id}/write/offer?about=1`, [
    ...offer.map(([name, value]) => [name, typeof value === 'string' ? value : ''] as const),
    ...day('starts-on', '2026-11-23'),
    ['fits-school', 'met'],
    ['additions.0.what', 'Two to one'],
    ['additions.0.weekly', '1,000'],
    ...day('additions.0.starts', '2026-11-23'),
    ...day('additions.0.ends', '2026-12-20'),
    ['additions.0.why', 'To settle'],
  ]);
  assert.equal(offered.location, `/searches/${id}/approaches/1`, offered.text.slice(0, 600));
  assert.match((await officer.follow(offered)).text, /Offered Brackenhill/);
  const page = await officer.get(`/searches/${id}/offers/2`);
  assert.match(page.text, /£450 a week/);
  assert.match(page.text, /Two to one\s*£1,000\s*23 November 2026\s*20 December 2026\s*To settle/);
  await send(officer, `/searches/${id}/write/shared?about=2`, []);
  const compared = await officer.get(`/searches/${id}/compare?weeks=8`);
  assert.match(compared.text, /Over 8 weeks\s*£7,600, of which £4,000 added/);
  assert.match(compared.text, /School.*Met/);
  assert.match(compared.text, /What the law asks first/);
  assert.ok(compared.page.querySelectorAll('tbody th[scope=row]').length > 15, 'each row has its header');
  const story = await officer.get(`/searches/${id}/chronology`);
  assert.match(story.text, /approached Our <b>fostering<\/b> team/);
  assert.match(story.text, /found the request ready and began the search in house/);
  const narrowed = await officer.get(`/searches/${id}/chronology?only=offers`);
  assert.match(narrowed.text, /noted an offer of/);
  assert.doesNotMatch(narrowed.text, /began the search in house/);
});

test('what is wrong is said at its field, nothing typed is lost, and another addition can be made', async () => {
  const id = await acting.aSearch('P2');
  const officer = await as('placements-officer');
  const wrong = await send(officer, `/searches/${id}/write/approach`, [['provider', 'Saltings Homes']]);
  assert.equal(wrong.status, 422);
  assert.equal(wrong.page.querySelector('#provider')?.getAttribute('value'), 'Saltings Homes');
  for (const link of wrong.page.querySelectorAll('.govuk-error-summary a'))
    assert.ok(wrong.page.querySelector(link.getAttribute('href') ?? ''), link.text);
  await acting.written(id, 'approach', null, {
    tier: 'in-house',
    provider: 'Saltings Homes',
    channel: 'email',
    'sent-on': '2026-11-23',
  });
  const more = await send(officer, `/searches/${id}/write/offer?about=1`, [
    ['additions.0.what', 'Two to one'],
    ['add', 'additions'],
  ]);
  assert.ok(more.page.querySelector('[name="additions.1.what"]'), 'a place for another');
  assert.equal(more.page.querySelector('[name="additions.0.what"]')?.getAttribute('value'), 'Two to one');
  const nothing = await send(officer, `/searches/${id}/write/declined?about=77`, [['reason', 'no-place']]);
  assert.equal(nothing.status, 422);
  assert.match(nothing.text, /is not in this search/);
});

test('the social worker compares what is shared and chooses, or declines all of them as a full choice', async () => {
  const id = await acting.aSearch('P3');
  await acting.anOffer(id);
  await acting.anOffer(id, { home: 'Far Lodge', 'core-weekly': '5000' }, { isChecked: false });
  await acting.takeAll(id, [['placements-officer', 'share-offers']]);
  const worker = await as('social-worker');
  const compared = await worker.get(`/searches/${id}/compare`);
  assert.match(compared.text, /Choose an offer\s*None of these: look on/);
  assert.match(
    compared.text,
    /Offer 1: Brackenhill, Our fostering team\s*Offer 2: Far Lodge, Our fostering team/,
  );
  assert.match(compared.text, /Average core fee of its type\s*Too few to say\s*Too few to say/);
  const form = await worker.get(`/cases/${id}/steps/choose`);
  assert.deepEqual(
    form.page.querySelectorAll('input[name=offer]').map((one) => one.getAttribute('value')),
    ['Offer 1: Brackenhill', 'Offer 2: Far Lodge'],
  );
  const chosen = await send(worker, `/cases/${id}/steps/choose`, [
    ['offer', 'Offer 1: Brackenhill'],
    ['why-this', 'Near school'],
    ['child-view', 'She liked the dog'],
  ]);
  assert.equal(chosen.status, 303);
  assert.match((await worker.get(`/searches/${id}`)).text, /Chosen\s*Brackenhill, Our fostering team/);
});

test('where the social worker chooses none, each offer says so, why stands on the search, and they are put again only on purpose', async () => {
  const id = await acting.aSearch('P16');
  await acting.anOffer(id);
  await acting.anOffer(id, { home: 'Far Lodge' }, { isChecked: false });
  await acting.takeAll(id, [['placements-officer', 'share-offers']]);
  const worker = await as('social-worker');
  const declined = await send(worker, `/cases/${id}/steps/decline-all`, [
    ['reasons', 'distance'],
    ['reasons', 'child'],
    ['words', 'Both are an hour from her <b>gran</b>.'],
  ]);
  assert.equal(declined.status, 303, declined.text.slice(0, 400));
  const officer = await as('placements-officer');
  const shown = await officer.get(`/searches/${id}`);
  assert.match(
    shown.text,
    /Why it came back.*chose none of the offers.*It is too far from home, school or family.*The child does not want it.*an hour from her <b>gran<\/b>/s,
  );
  assert.equal(shown.text.match(/Declined by the social worker/g)?.length, 2);
  const main = shown.page
    .querySelectorAll('main .app-decision > .govuk-button-group a')
    .map(({ text }) => text);
  assert.ok(
    main.some((text) => /Ask /.test(text)) && !main.some((text) => /Put the shared offers/.test(text)),
  );
  assert.match((await officer.get(`/searches/${id}/offers/2`)).text, /Both are an hour from her/);
  const story = await officer.get(`/searches/${id}/chronology`);
  assert.match(story.text, /chose none of the offers: Brackenhill, Our fostering team; Far Lodge/);
});

test('a search that was given back, or whose word was denied, says so with the reason until it goes on', async () => {
  const id = await acting.aSearch('P34');
  await acting.anOffer(id);
  await acting.takeAll(id, [...TO_DIRECTOR, ['director', 'look-on', { reason: 'Too far for her cousin.' }]]);
  const officer = await as('placements-officer');
  const shown = async (one = id) => (await officer.get(`/searches/${one}`)).text;
  assert.match(
    await shown(),
    /Why it came back.*did not approve the home and had another looked for.*Too far for her cousin\./,
  );
  await acting.takeAll(id, [['placements-officer', 'open-framework']]);
  assert.doesNotMatch(await shown(), /Why it came back/);
  const denied = await acting.aSearch('P35');
  const word = {
    'word-of': String((await world.as('director')).person.id),
    means: 'call',
    words: 'Ask them all.',
    'emergency-why': 'The carers stop tonight.',
  };
  await acting.takeAll(denied, [
    ['placements-officer', 'all-tiers-by-word', word],
    ['director', 'deny', { 'what-was-said': 'Nobody rang me.' }],
  ]);
  assert.match(
    await shown(denied),
    /Why it came back.*said that the approval written down was not theirs.*Nobody rang me\./,
  );
  await acting.takeAll(denied, [['social-worker', 'cancel']]);
});

const buttonsFirst = async (browser: Browser, id: number): Promise<readonly string[]> =>
  (await browser.get(`/searches/${id}`)).page
    .querySelectorAll('.app-decision > .govuk-button-group a:not(.govuk-button--secondary)')
    .map(({ text }) => text.trim());

test('with offers at the social worker, or a home at the director, nothing waits for the officer and no button urges', async () => {
  const id = await acting.aSearch('P31');
  const officer = await as('placements-officer');
  const toDo = async () =>
    (await officer.get(`/searches/${id}`)).page
      .querySelector('.app-decision')
      ?.text.replaceAll(/\s+/g, ' ') ?? '';
  assert.match(await toDo(), /Choose whom to approach.*Ask providers on the framework/);
  assert.deepEqual(await buttonsFirst(officer, id), [], 'nobody of the tier that is open was asked');
  const asked = await acting.written(id, 'approach', null, APPROACHED);
  const offer = await acting.written(id, 'offer', asked, AN_OFFER);
  assert.match(await toDo(), /An offer waits for you to share or to set aside: \S/);
  assert.deepEqual(await buttonsFirst(officer, id), []);
  await acting.written(id, 'shared', offer);
  assert.doesNotMatch(await toDo(), /waits? for you|Choose whom to approach/);
  assert.ok((await buttonsFirst(officer, id)).includes('Ask providers on the framework'), 'the next tier');
  await acting.takeAll(id, [['placements-officer', 'open-framework']]);
  assert.ok(!(await buttonsFirst(officer, id)).includes('Ask in house'), 'asked already');
  await acting.takeAll(id, [['placements-officer', 'share-offers']]);
  const shared = await officer.get(`/searches/${id}`);
  assert.match(shared.text, /Waiting for the social worker since today/);
  assert.match(shared.text, /Other steps.*Ask in house/, 'and may ask on all the same');
  assert.deepEqual(await buttonsFirst(officer, id), []);
  assert.deepEqual((await buttonsFirst(await as('social-worker'), id)).slice(0, 1), ['Choose an offer']);

  await acting.takeAll(id, [['social-worker', 'decline-all']]);
  assert.ok(
    (await buttonsFirst(officer, id)).includes('Ask in house'),
    'no tier is open: it may be asked again',
  );

  const put = await acting.aSearch('P32');
  await acting.anOffer(put);
  await acting.takeAll(put, TO_DIRECTOR);
  assert.match(
    (await officer.get(`/searches/${put}`)).text,
    /Waiting for the director of children’s services/,
  );
  assert.deepEqual(await buttonsFirst(officer, put), []);
});

test('an offer that is shared or chosen is not offered to be shared again, and one entry of the log does not undo a choice', async () => {
  const id = await acting.aSearch('P33');
  const offer = await acting.anOffer(id);
  const officer = await as('placements-officer');
  const ways = async () =>
    (await officer.get(`/searches/${id}/offers/${offer}`)).page
      .querySelectorAll('.app-search-ways a')
      .map(({ text }) => text.trim());
  assert.deepEqual(await ways(), ['Do not share it', 'A figure was proposed', 'It was withdrawn'], 'shared');
  await acting.takeAll(id, [
    ['placements-officer', 'share-offers'],
    ['social-worker', 'choose'],
    ['team-manager', 'agree-choice'],
  ]);
  assert.deepEqual(await ways(), ['A figure was proposed', 'It was withdrawn'], 'chosen');
  const old = [['reason', 'price'] as const, ['words', 'Too dear'] as const];
  const late = await send(officer, `/searches/${id}/write/unsuitable?about=${offer}`, old);
  assert.equal(late.status, 422);
  assert.match(late.text, /Offer 1: Brackenhill is chosen.*Give the choice up first/);
  const worker = await as('social-worker');
  const changed = await send(worker, `/searches/${id}/write/not-wanted?about=${offer}`, [
    ['reason', 'distance'],
    ['words', 'Too far'],
  ]);
  assert.match(changed.text, /is chosen/);
  assert.match((await officer.get(`/searches/${id}`)).text, /Record what was agreed/, 'the choice stands');
});

test('what was asked stands beside where it is answered, and what has happened once is not offered again', async () => {
  const id = await acting.aSearch('P15');
  const officer = await as('placements-officer');
  const today = londonDayOf(world.now());
  const sent = [
    ['tier', 'in-house'],
    ['provider', 'Our fostering team'],
    ['channel', 'email'],
    ...day('sent-on', today),
  ] as const;
  const early = await send(officer, `/searches/${id}/write/approach`, [...sent, ['sent-at', '23:59']]);
  assert.match(early.text, /Enter a time that has passed/);
  await send(officer, `/searches/${id}/write/approach`, sent);
  const ways = async () => (await officer.get(`/searches/${id}/approaches/1`)).text;
  assert.match(await ways(), /They opened it.*They ask something.*No reply/);
  await send(officer, `/searches/${id}/write/opened?about=1`, day('on', today));
  assert.doesNotMatch(await ways(), /They opened it/);
  await send(officer, `/searches/${id}/write/question?about=1`, [['words', 'Could there be a <b>dog</b>?']]);
  const answering = await officer.get(`/searches/${id}/write/answer?about=3`);
  assert.match(answering.text, /Could there be a <b>dog<\/b>\? What was answered/);
  await send(officer, `/searches/${id}/write/no-reply?about=1`, []);
  assert.match(await ways(), /They offer a homeThey decline(?!No reply)/);
});

test('a director sees each shut gate with its reason on the page of the home, and where to record what opens it', async () => {
  const id = await acting.aSearch('P4');
  const offer = await acting.anOffer(id, {
    'home-kind': 'childrens-home',
    registered: 'yes',
    area: 'distance',
    'children-there': undefined,
    terms: undefined,
  });
  await acting.takeAll(id, TO_DIRECTOR);
  const director = await as('director');
  const shut = await director.get(`/searches/${id}/offers/${offer}`);
  assert.match(shut.text, /The law does not let this home be approved as things are/);
  assert.match(shut.text, /approved by the director of children’s services/);
  const link = shut.page.querySelectorAll('main a').find(({ text }) => /Record what opens it/.test(text));
  const opened = await send(director, link?.getAttribute('href')?.replaceAll('&amp;', '&') ?? '', [
    ['words', 'Consulted; the nearest that fits'],
    ...day('on', '2026-11-20'),
  ]);
  assert.equal(opened.location, `/searches/${id}/offers/${offer}`, opened.text.slice(0, 500));
  assert.match((await director.follow(opened)).text, /Open Consulted; the nearest that fits/);
});

test('the desk is a board and a table: emergencies first, sorted and narrowed by the address, each count as in the search', async () => {
  const id = await acting.aSearch('P5');
  await acting.anOffer(id, {}, { isChecked: false });
  const urgent = await acting.aSearch('P6');
  await acting.takeAll(urgent, [['placements-officer', 'all-tiers-in-writing']]);
  const officer = await as('placements-officer');
  const board = await officer.get('/searches');
  assert.match(board.text, /^.*Emergencies \d+ search/);
  assert.ok(
    board.page
      .querySelectorAll('.app-search-card--emergency a')
      .some((one) => one.getAttribute('href') === `/searches/${urgent}`),
  );
  const table = await officer.get('/searches?as=table&sort=offered&order=down');
  const offered = table.page
    .querySelectorAll('main tbody [data-label=Offered]')
    .map(({ text }) => Number(text));
  assert.deepEqual(
    offered,
    offered.toSorted((a, b) => b - a),
  );
  assert.ok(offered.length > 1 && offered[0] !== offered.at(-1));
  assert.equal(table.page.querySelector('th[aria-sort=descending]')?.text.includes('Offered'), true);
  const narrowed = await officer.get('/searches?as=table&tier=all-tiers');
  assert.deepEqual(
    narrowed.page
      .querySelectorAll('main tbody tr')
      .map((row) => row.querySelector('a')?.getAttribute('href')),
    [`/searches/${urgent}`],
  );
  const over = await officer.get('/searches?over=yes');
  assert.doesNotMatch(over.text, /All at once Emergency/);
});

test('each role comes to the desk and to a search as the policy has it, and is shown no way it may not go', async () => {
  const id = await acting.aSearch('P7');
  await acting.anOffer(id, {}, { isChecked: false });
  for (const role of ALL_ROLES) {
    const browser = await as(role);
    const desk = await browser.get('/searches');
    const lists = POLICY[role]['list-searches'] !== undefined;
    assert.equal(desk.status, lists ? 200 : 403, role);
    assert.equal(
      /Searches/.test((await browser.get('/')).page.querySelector('nav')?.text ?? ''),
      lists,
      role,
    );
    const reach = POLICY[role]['see-placement-request'];
    const sees = reach !== undefined && (reach !== 'own-cases' || role === 'social-worker');
    const search = await browser.get(`/searches/${id}`);
    assert.equal(search.status === 200, sees, `${role} ${search.status}`);
    if (!sees) continue;
    for (const link of search.page.querySelectorAll('main a')) {
      const href = link.getAttribute('href')?.replaceAll('&amp;', '&') ?? '';
      if (href.startsWith('/'))
        assert.ok([200, 303].includes((await browser.get(href)).status), `${role} ${href}`);
    }
  }
});

test('another home is asked for from the page of a child in care, once', async () => {
  const worker = await as('social-worker');
  const way = (await worker.get('/children/NM1')).page
    .querySelectorAll('main a')
    .find(({ text }) => text === 'Ask for another home');
  assert.match((await worker.get(way?.getAttribute('href') ?? '')).heading, /Ask for another home/);
  assert.doesNotMatch((await worker.get('/children/NM4')).text, /Ask for another home/, 'who left care');
  const none = await send(worker, '/searches/ask', [['number', 'NM2']]);
  assert.equal(none.status, 422);
  const begun = await send(worker, '/searches/ask', [['number', 'NM1']]);
  assert.match(begun.location ?? '', /^\/cases\/\d+$/);
  const again = await send(worker, '/searches/ask', [['number', 'NM1']]);
  assert.match(again.text, /A home is being looked for already/);
  assert.match(again.text, /Open the request there is/);
});
