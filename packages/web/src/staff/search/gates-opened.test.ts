import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { makeDelegation } from '@rightplace/app';
import { addMinutes, gateMeaning } from '@rightplace/domain';
import { TO_DIRECTOR } from '../../../../app/test/search-world.ts';
import { type SearchPages, searchPages } from '../../../test/search-pages.ts';

let world: SearchPages['world'];
let acting: SearchPages['acting'];
let as: SearchPages['as'];
before(async () => {
  ({ world, acting, as } = await searchPages());
});
after(() => world.close());

const HOME = {
  'home-kind': 'childrens-home',
  registered: 'yes',
  'children-there': undefined,
  terms: undefined,
};
const GATES = [
  ['at-distance', 'distance', /is opened by the director of children’s services\./],
  ['out-of-area', 'adjoining', /is opened by the group manager or director of children’s services\./],
] as const;

test('what opens a gate is led to, and asked of, those alone who may open it, and others read who may', async () => {
  for (const [gate, area, who] of GATES) {
    const id = await acting.aSearch(`G ${gate}`);
    const offer = await acting.anOffer(id, { ...HOME, area });
    await acting.takeAll(id, TO_DIRECTOR);
    for (const role of ['placements-officer', 'group-manager', 'director', 'social-worker'] as const) {
      const may = gateMeaning(gate).openedBy.includes(role);
      const browser = await as(role);
      const name = `${gate} as ${role}`;
      for (const address of [`/searches/${id}/offers/${offer}`, `/searches/${id}/approval`]) {
        const shown = await browser.get(address);
        const links = shown.page.querySelectorAll(`main a[href*="gate=${gate}"]`);
        assert.equal(links.length, may ? 1 : 0, `${name}: ${address}`);
      }
      const offered = await browser.get(`/searches/${id}/offers/${offer}`);
      assert.equal(who.test(offered.text), !may, name);
      const form = await browser.get(`/searches/${id}/write/gate?about=${offer}&gate=${gate}`);
      assert.equal(form.status, may ? 200 : 403, name);
      assert.equal(form.page.querySelector('main textarea') !== null, may, name);
      if (!may) assert.match(form.text, who, name);
    }
  }
});

test('who stands in for the director and agreed to the choice is led to no gate of the director’s, and reads why', async () => {
  const id = await acting.aSearch('G stand-in');
  const offer = await acting.anOffer(id, { ...HOME, area: 'distance' });
  await acting.takeAll(id, TO_DIRECTOR.slice(0, 2));
  const gwen = await world.as('group-manager');
  for (const role of ['team-manager', 'director'] as const) {
    const colleague = await world.as(role);
    const made = await makeDelegation(world, colleague, {
      forPerson: colleague.actor.id,
      role,
      standsIn: gwen.actor.id,
      reason: 'duty',
      starts: undefined,
      ends: addMinutes(world.now(), 60),
    });
    assert.equal(made.kind, 'delegation-made');
  }
  const browser = await as('group-manager');
  const form = `/searches/${id}/write/gate?about=${offer}&gate=at-distance`;
  const leads = async (address: string) =>
    (await browser.get(address)).page.querySelectorAll('main a[href*="gate=at-distance"]').length;
  assert.equal(await leads(`/searches/${id}/offers/${offer}`), 1);
  assert.equal((await browser.get(form)).status, 200);
  assert.equal((await world.take(gwen, id, 'agree-choice')).kind, 'step-taken');
  await acting.takeAll(id, TO_DIRECTOR.slice(3));
  for (const address of [`/searches/${id}/offers/${offer}`, `/searches/${id}/approval`])
    assert.equal(await leads(address), 0, address);
  const why = /worked on this search in another part, so somebody else has to decide on this/;
  assert.match((await browser.get(`/searches/${id}/offers/${offer}`)).text, why);
  const refused = await browser.get(form);
  assert.equal(refused.status, 403);
  assert.match(refused.text, why);
});

test('who opened a gate as a manager is led to the director’s before another home, and not before the same', async () => {
  world.pass(61);
  const id = await acting.aSearch('G two homes');
  const first = await acting.anOffer(id, { ...HOME, area: 'adjoining' });
  const second = await acting.anOffer(id, { ...HOME, home: 'Larch House', area: 'distance' });
  const gwen = await world.as('group-manager');
  const opens = { gate: 'out-of-area', words: 'Approved, the other authority is told', on: '2026-11-20' };
  await acting.written(id, 'gate', first, opens, gwen);
  const director = await world.as('director');
  const made = await makeDelegation(world, director, {
    forPerson: director.actor.id,
    role: 'director',
    standsIn: gwen.actor.id,
    reason: 'duty',
    starts: undefined,
    ends: addMinutes(world.now(), 60),
  });
  assert.equal(made.kind, 'delegation-made');
  const browser = await as('group-manager');
  const form = (offer: number, what: string) =>
    browser.get(`/searches/${id}/write/${what}about=${offer}`).then(({ status }) => status);
  for (const what of ['gate?gate=at-distance&', 'court-order?'])
    assert.deepEqual([await form(second, what), await form(first, what)], [200, 403], what);
});

test('a form for a gate that there is not, or that nobody opens, is not shown', async () => {
  const id = await acting.aSearch('G none');
  const offer = await acting.anOffer(id, { ...HOME, area: 'inside' });
  const director = await as('director');
  const at = `/searches/${id}/write/gate?about=${offer}`;
  assert.equal((await director.get(at)).status, 404);
  assert.equal((await director.get(`${at}&gate=of-my-own`)).status, 404);
  const closed = await director.get(`${at}&gate=registered`);
  assert.equal(closed.status, 403);
  assert.match(closed.text, /is not opened by anybody: the law has no way round it/);
});
