import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Answers, ChildId } from '@rightplace/domain';
import { findCase } from '@rightplace/store';
import { askForHome } from '../../test/home-requests.ts';
import type { RegisterWorld } from '../../test/register-world.ts';
import { TO_DIRECTOR, TO_SPOT, TO_THE_MOVE } from '../../test/search-world.ts';
import { type SearchesOfRegister, searchesOfRegister } from '../../test/searches-of-register.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { placementPanelOfChild } from './placement-panel-of-child.ts';

let world: RegisterWorld;
let ana: SignedIn;
let acting: SearchesOfRegister['acting'];
let offerOf: SearchesOfRegister['offerOf'];
let homes = 0;
before(async () => {
  ({ world, ana, acting, offerOf } = await searchesOfRegister());
});
after(() => world.close());

const WANTS_FAMILY: Answers = {
  'suits-foster': 'preferred',
  'suits-residential': 'suitable',
  'suits-supported': 'unsuitable',
};

/** A child who has just moved to a children’s home of the register, though a foster family was wanted. */
const movedToHome = async (number: string, because: string): Promise<{ child: ChildId; home: number }> => {
  homes += 1;
  const [name, urn, postcode] = [`Rushy Mead ${homes}`, `SC98${1000 + homes}`, `PE${40 + homes} 1AB`];
  const home = await world.add({ name, urn, postcode });
  await world.openHome(home, 2);
  const id = await askForHome(world, ana, { number, changes: WANTS_FAMILY });
  await acting.takeAll(id, TO_SPOT);
  await offerOf(id, { setting: home, name }, { urn });
  const there = { 'home-type': 'K2', 'home-provider': 'PR4', 'home-postcode': postcode, 'home-urn': urn };
  await acting.takeAll(id, [
    ...TO_DIRECTOR.map(([role, step]) =>
      step === 'propose'
        ? ([role, step, { 'other-type-because': because }] as const)
        : ([role, step] as const),
    ),
    ...TO_THE_MOVE,
    ['social-worker', 'moved-in', { 'placed-on': '2026-11-20', ...there }],
  ]);
  const child = (await world.inside((tx) => findCase(tx, id)))?.child ?? assert.fail();
  return { child, home };
};

const first = async (child: ChildId): Promise<readonly string[]> =>
  (await placementPanelOfChild(world, await world.as('placements-officer'), child))?.first ?? ['not told'];

test('right after a move to another type than was wanted, the panel is told that none of that was to be had, and only then', async () => {
  const { child } = await movedToHome('T1', 'availability');
  assert.ok((await first(child)).includes('type-not-available'), (await first(child)).join());
  const chosen = await movedToHome('T2', 'choice');
  assert.ok(!(await first(chosen.child)).includes('type-not-available'));
});

test('a home that the register has judged inadequate since the child came is a reason, until it is judged better', async () => {
  const { child, home } = await movedToHome('T3', 'choice');
  const judge = (outcome: string, from: string) =>
    world.tellOf(home, 'judgement', { outcome: [outcome] }, from);
  await judge('inadequate', '2026-11-20');
  assert.ok(!(await first(child)).includes('judged-inadequate'), 'published on the day the child came');
  await judge('good', '2026-11-21');
  await judge('inadequate', '2026-11-22');
  assert.ok((await first(child)).includes('judged-inadequate'), (await first(child)).join());
  await judge('requires-improvement', '2026-11-23');
  assert.ok(!(await first(child)).includes('judged-inadequate'));
});
