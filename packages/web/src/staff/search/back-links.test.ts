/** From wherever a reader came in the room of a search, the way back leads there. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Role } from '@rightplace/domain';
import { TO_DIRECTOR } from '../../../../app/test/search-world.ts';
import { type SearchPages, searchPages } from '../../../test/search-pages.ts';
import type { Browser } from '../../../test/service.ts';

let world: SearchPages['world'];
let acting: SearchPages['acting'];
let as: SearchPages['as'];
before(async () => {
  ({ world, acting, as } = await searchPages());
});
after(() => world.close());

/** Where "Back to …" leads, at the top of a page or at its end. */
const backOf = async (browser: Browser, address: string): Promise<readonly string[]> => {
  const { page } = await browser.get(address);
  return [
    ...page.querySelectorAll('a.govuk-back-link'),
    ...page.querySelectorAll('main p a').filter(({ text }) => text.startsWith('Back to')),
  ].map((link) => link.getAttribute('href') ?? '');
};

/** The address of the first link on a page that says this. */
const linkOn = async (browser: Browser, address: string, says: RegExp): Promise<string> =>
  (await browser.get(address)).page
    .querySelectorAll('main a')
    .find(({ text }) => says.test(text))
    ?.getAttribute('href')
    ?.replaceAll('&amp;', '&') ?? assert.fail(`${says} on ${address}`);

test('a step of a search leads back to the page of it on which it was begun, and goes on at the search', async () => {
  const id = await acting.aSearch('BL1');
  await acting.anOffer(id);
  const officer = await as('placements-officer');
  const search = `/searches/${id}`;
  const hold = await linkOn(officer, search, /Put the search on hold/);
  assert.deepEqual(await backOf(officer, hold), [search]);
  const form = await officer.get(hold);
  const hidden = form.page
    .querySelectorAll('main form input[type=hidden]')
    .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const);
  const action = form.page.querySelector('main form')?.getAttribute('action') ?? '';
  const wanting = await officer.post(action, hidden);
  assert.equal(
    wanting.page.querySelector('a.govuk-back-link')?.getAttribute('href'),
    search,
    'with what is wanting',
  );
  const held = await officer.post(action, [...hidden, ['reason', 'Her aunt may take her.']]);
  assert.equal(held.location, search);
  await acting.takeAll(id, [
    ['placements-officer', 'go-on'],
    ['placements-officer', 'share-offers'],
  ]);
  const worker = await as('social-worker');
  const choose = await linkOn(worker, `${search}/compare`, /^\s*Choose an offer/);
  assert.deepEqual(await backOf(worker, choose), [`${search}/compare`]);
  assert.deepEqual(
    await backOf(worker, `/cases/${id}/steps/choose`),
    [`/cases/${id}`],
    'from the request, to the request',
  );
  assert.deepEqual(
    await backOf(worker, `/cases/${id}/steps/choose?from=https://elsewhere.example`),
    [`/cases/${id}`],
    'nowhere but to a page of the search',
  );
});

test('the director comes back to the page of the home, from its decisions and from what opens a gate', async () => {
  const id = await acting.aSearch('BL2');
  await acting.anOffer(id, {
    'home-kind': 'childrens-home',
    registered: 'yes',
    area: 'distance',
    'children-there': undefined,
    terms: undefined,
  });
  await acting.takeAll(id, TO_DIRECTOR);
  const director = await as('director');
  const approval = `/searches/${id}/approval`;
  for (const says of [
    /Record what opens it/,
    /Do not approve/,
    /the whole request/,
    /Everything that was offered/,
  ])
    assert.ok(
      (await backOf(director, await linkOn(director, approval, says))).includes(approval),
      says.source,
    );
});

test('what is written of an offer or an approach leads back to it, and what is reached from whom to approach leads there', async () => {
  const id = await acting.aSearch('BL3');
  const offer = await acting.anOffer(id);
  const officer = await as('placements-officer');
  const search = `/searches/${id}`;
  for (const [page, says] of [
    [`${search}/offers/${offer}`, /A figure was proposed/],
    [`${search}/approaches/1`, /They ask something/],
    [search, /Log an approach to somebody else/],
    [`${search}/homes`, /Log an approach to somebody who is not in the register/],
    [`${search}/homes`, /Profile for providers/],
    [search, /Profile for providers/],
    [search, /The request/],
  ] as const)
    assert.deepEqual(
      (await backOf(officer, await linkOn(officer, page, says))).at(0),
      page,
      `${page}: ${says.source}`,
    );
});

test('a search leads back to all searches for whoever has them, and to their work for everybody else', async () => {
  const id = await acting.aSearch('BL4');
  const up = async (role: Role) =>
    (await (await as(role)).get(`/searches/${id}`)).page
      .querySelectorAll('.govuk-breadcrumbs a')
      .map((link) => link.getAttribute('href'));
  assert.deepEqual(await up('placements-officer'), ['/searches']);
});
