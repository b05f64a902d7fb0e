import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Role } from '@rightplace/domain';
import { askForHome } from '../../../../app/test/home-requests.ts';
import { TO_DIRECTOR, TO_SPOT } from '../../../../app/test/search-world.ts';
import { type SearchesOfRegister, searchesOfRegister } from '../../../../app/test/searches-of-register.ts';
import { aService, type Browser, type Service } from '../../../test/service.ts';

let of: SearchesOfRegister;
let service: Service;
let lodge: number;
before(async () => {
  of = await searchesOfRegister();
  service = aService(of.world);
  lodge = await of.world.add({ name: 'Samphire Lodge', postcode: 'LE13 0ZZ', urn: 'SC970001' });
  await of.world.openHome(lodge, 3);
});
after(() => of.world.close());

const as = async (role: Role): Promise<Browser> =>
  service.signedInAs(role === 'social-worker' ? of.world.ana : (await of.world.as(role)).person.id);
const textAt = async (role: Role, address: string): Promise<string> => {
  const { page } = await (await as(role)).get(address);
  return (page.querySelector('main')?.text ?? '').replaceAll(/\s+/g, ' ');
};
/** A home is chosen and put to the director; gives the search and the offer. */
const put = async (
  number: string,
  said: Record<string, string>,
  setting = lodge,
  name = 'Samphire Lodge',
) => {
  const id = await askForHome(of.world, of.ana, { number, changes: { 'school-postcode': 'PE21 0ZZ' } });
  await of.acting.takeAll(id, TO_SPOT);
  const offer = await of.offerOf(id, { setting, name }, said);
  await of.acting.takeAll(id, TO_DIRECTOR);
  return { id, offer };
};
const FROM_SCHOOL = /From school (About \d+ miles)/;

test('where an offer gives no postcode, the one in the register tells how far the home is, and that it is the register’s', async () => {
  const { id, offer } = await put('WR1', {});
  const far = FROM_SCHOOL.exec(await textAt('director', `/searches/${id}/approval`))?.[1] ?? 'not told';
  assert.match(far, /About \d\d miles/);
  const said = 'LE13 0ZZ (the postcode in the register: the offer gives none)';
  for (const [role, page] of [
    ['director', 'approval'],
    ['social-worker', 'compare'],
    ['placements-officer', `offers/${offer}`],
  ] as const) {
    const text = await textAt(role, `/searches/${id}/${page}`);
    assert.ok(text.includes(said), `${page}: ${text}`);
    assert.ok(text.includes(far), page);
    assert.doesNotMatch(text, /cannot be said/, page);
  }
});

test('a postcode that the offer gives goes before the one in the register', async () => {
  const { id } = await put('WR2', { address: '4 Mill Lane', postcode: 'PE21 0AB' });
  const text = await textAt('director', `/searches/${id}/approval`);
  assert.match(text, /Address 4 Mill Lane, PE21 0AB From the family/);
  assert.match(text, /From school Less than a mile/);
});

test('of another home than the one in the register, nothing in the register tells where it is', async () => {
  const { id } = await put('WR3', { home: 'Bittern House', urn: 'SC999999' });
  const text = await textAt('director', `/searches/${id}/approval`);
  assert.match(text, /How far it is cannot be said here/);
  assert.doesNotMatch(text, /LE13/);
});
