import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Role } from '@rightplace/domain';
import { TO_DIRECTOR } from '../../../../app/test/search-world.ts';
import { type SearchesOfRegister, searchesOfRegister } from '../../../../app/test/searches-of-register.ts';
import { aService, type Browser, type Service } from '../../../test/service.ts';

let of: SearchesOfRegister;
let service: Service;
let lodge: number;
before(async () => {
  of = await searchesOfRegister();
  service = aService(of.world);
  lodge = await of.world.add({ name: 'Samphire Lodge', urn: 'SC970001' });
  await of.world.openHome(lodge, 3);
});
after(() => of.world.close());

const as = async (role: Role): Promise<Browser> =>
  service.signedInAs(role === 'social-worker' ? of.world.ana : (await of.world.as(role)).person.id);
const textAt = async (role: Role, address: string): Promise<string> => {
  const { page } = await (await as(role)).get(address);
  return (page.querySelector('main')?.text ?? '').replaceAll(/\s+/g, ' ');
};
/** A home of the register is chosen, and so many steps are gone on the way to the director. */
const chosen = async (number: string, steps: number) => {
  const id = await of.acting.aSearch(number);
  await of.acting.takeAll(id, [['placements-officer', 'open-spot']]);
  const offer = await of.offerOf(id, { setting: lodge, name: 'Samphire Lodge' });
  await of.acting.takeAll(id, TO_DIRECTOR.slice(0, steps));
  return { id, offer };
};

test('officer and social worker read on the search and on the case that the chosen offer was withdrawn, and who gives the choice back', async () => {
  const { id, offer } = await chosen('WC1', 2);
  const said = 'Samphire Lodge is chosen, and its provider withdrew the offer on';
  assert.ok(!(await textAt('placements-officer', `/searches/${id}`)).includes(said));
  await of.acting.written(id, 'withdrawn', offer, { words: 'Let to another child' });
  for (const role of ['placements-officer', 'social-worker', 'team-manager'] as const)
    for (const page of [`/searches/${id}`, `/cases/${id}`]) {
      const text = await textAt(role, page);
      assert.ok(text.includes(said), `${role} on ${page}`);
      assert.match(text, /the team manager takes the step “Give the choice back”/);
    }
  assert.match(
    await textAt('placements-officer', `/searches/${id}`),
    /1 offered \(1 withdrawn\), 0 shared, 1 chosen \(withdrawn\)/,
  );
});

test('in a home whose offer was withdrawn no place is held and no check is recorded from the search', async () => {
  const { id, offer } = await chosen('WC2', 4);
  const check = { check: 'insurance', result: 'failed', evidence: 'Not in order' };
  await of.acting.written(id, 'check', offer, check);
  const offered = /Hold a place in Samphire Lodge/;
  const records = /Record the checks/;
  const before = await textAt('placements-officer', `/searches/${id}`);
  assert.match(before, offered);
  assert.match(before, records);
  await of.acting.written(id, 'withdrawn', offer, { words: 'Let to another child' });
  const text = await textAt('placements-officer', `/searches/${id}`);
  assert.match(text, /the placements officer takes the step “A check failed: choose again”/);
  assert.doesNotMatch(text, offered);
  assert.doesNotMatch(text, records);
});

test('what was said of a withdrawn offer is not offered as said of another, but stays where the same is chosen again', async () => {
  const { id, offer } = await chosen('WC3', 2);
  await of.acting.takeAll(id, [['team-manager', 'return-choice']]);
  const typed = async (name: string): Promise<string> =>
    (await (await as('social-worker')).get(`/cases/${id}/steps/choose`)).page
      .querySelector(`textarea[name="${name}"]`)
      ?.text.trim() ?? '';
  assert.notEqual(await typed('why-this'), '', 'it was given back for more to be said');
  await of.acting.written(id, 'withdrawn', offer, { words: 'Let to another child' });
  await of.offerOf(id, { setting: lodge, name: 'Samphire Lodge' });
  const form = await textAt('social-worker', `/cases/${id}/steps/choose`);
  assert.match(form, /Offer 2: Samphire Lodge, £[\d,]+ a week/);
  for (const name of ['why-this', 'child-view']) assert.equal(await typed(name), '', name);
  const compared = await textAt('social-worker', `/searches/${id}/compare`);
  assert.match(compared, /Offer 2: Samphire Lodge/, 'by the name by which it is chosen');
});
