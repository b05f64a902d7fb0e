/** What a search offers to do, walked through every state. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openSearch } from '@rightplace/app';
import { LOGGED_STATES, type Role, whyNotWrittenIn } from '@rightplace/domain';
import { type SearchPages, searchPages } from '../../../test/search-pages.ts';

let world: SearchPages['world'];
let acting: SearchPages['acting'];
let as: SearchPages['as'];
before(async () => {
  ({ world, acting, as } = await searchPages());
});
after(() => world.close());

const WAY: readonly (readonly [Role, string, object?])[] = [
  ['placements-officer', 'hold'],
  ['placements-officer', 'go-on'],
  ['placements-officer', 'escalate'],
  ['director', 'search-on'],
  ['placements-officer', 'open-framework'],
  ['placements-officer', 'open-spot'],
  ['placements-officer', 'open-direct'],
  ['placements-officer', 'all-tiers-in-writing'],
  ['placements-officer', 'share-offers'],
  ['social-worker', 'choose', { offer: 'Offer 1: Brackenhill' }],
  ['team-manager', 'agree-choice'],
  ['placements-officer', 'agree-terms'],
  ['placements-officer', 'propose'],
  ['director', 'approve'],
  ['placements-officer', 'notify'],
  ['placements-officer', 'send-contract'],
  ['placements-officer', 'confirm-move'],
];

test('in every state of a search its pages lead only where the rules let the officer go', async () => {
  const id = await acting.aSearch('OS1');
  const first = await acting.anOffer(id);
  const second = await acting.anOffer(id, { home: 'Far Lodge' }, { isChecked: false });
  const officer = await as('placements-officer');
  const pages = ['', `/offers/${first}`, `/offers/${second}`, '/approaches/1', '/compare'];
  const walked = new Set<string>();
  const look = async (state: string) => {
    walked.add(state);
    const search = await officer.get(`/searches/${id}`);
    assert.equal(
      search.text.includes('Choose whom to approach'),
      whyNotWrittenIn(state, 'approach') === undefined,
      state,
    );
    // Each check has a form of its own, all of one kind.
    const seen = new Set<string>();
    for (const page of pages)
      for (const link of (await officer.get(`/searches/${id}${page}`)).page.querySelectorAll('main a')) {
        const href = link.getAttribute('href')?.replaceAll('&amp;', '&') ?? '';
        const to = href.replace(/&check=.*/, '');
        if (!/\/(write|homes|steps)/.test(href) || seen.has(to)) continue;
        seen.add(to);
        assert.equal((await officer.get(href)).status, 200, `${state}: ${link.text} at ${page}`);
      }
  };
  await look('in-house');
  for (const [role, step, said] of WAY) {
    await acting.takeAll(id, [[role, step, said ?? {}]]);
    const view = await openSearch(world, await world.as('placements-officer'), id);
    await look(view.kind === 'search' ? view.state : view.kind);
  }
  assert.deepEqual(
    LOGGED_STATES.filter((state) => !walked.has(state)),
    [],
    'every state is walked',
  );
});

test('a form that was open when the director approved is put back with what was typed, and why it is not written', async () => {
  const id = await acting.aSearch('OS2');
  await acting.anOffer(id);
  const officer = await as('placements-officer');
  const address = `/searches/${id}/write/approach`;
  const hidden = (await officer.get(address)).page
    .querySelectorAll('main form input[type=hidden]')
    .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? ''] as const);
  await acting.takeAll(id, WAY.slice(8, 14));
  const late = await officer.post(address, [
    ...hidden,
    ['tier', 'in-house'],
    ['provider', 'Saltings Homes'],
    ['channel', 'phone'],
    ['sent-on-day', '23'],
    ['sent-on-month', '11'],
    ['sent-on-year', '2026'],
  ]);
  assert.equal(late.status, 422);
  assert.match(late.text, /has approved a home for this child\. Log whom you approached before that/);
  assert.equal(late.page.querySelector('#provider')?.getAttribute('value'), 'Saltings Homes');
  assert.match(late.text, /Say why it is logged after a home was approved/);
  const before = await officer.post(address, [
    ...hidden,
    ['tier', 'in-house'],
    ['provider', 'Saltings Homes'],
    ['channel', 'phone'],
    ['sent-on-day', '23'],
    ['sent-on-month', '11'],
    ['sent-on-year', '2026'],
    ['sent-at', '08:30'],
  ]);
  assert.equal(before.status, 303, 'it was made before the approval, and is not lost');
  const search = await officer.get(`/searches/${id}`);
  assert.match(search.text, /Log an approach that was made/);
  assert.match((await officer.get(address)).text, /Log whom you approached before that/);
  assert.match(search.text, /Saltings Homes/);
  const homes = await officer.get(`/searches/${id}/homes`);
  assert.notEqual(homes.status, 200);
  assert.match(homes.text, /has approved a home for this child.*Back to the search/);
  const asked = await officer.post(`/searches/${id}/homes`, [
    ...hidden,
    ['channel', 'phone'],
    ['words', 'Her cousin is near.'],
  ]);
  assert.match(asked.text, /Nobody is approached now.*Her cousin is near\./);
});
