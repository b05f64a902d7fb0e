import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { aChildrenWorld } from '../../test/children-world.ts';
import { aClocksWorld, type ClocksWorld } from '../../test/clocks-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { listNotices } from './list-notices.ts';
import { openNotice } from './open-notice.ts';
import { tellOfTime } from './tell-of-time.ts';

let world: ClocksWorld;
let ana: SignedIn;
before(async () => {
  world = await aClocksWorld();
  ana = await world.asAna();
});
after(() => world.close());

const toldTo = async (who: SignedIn) => {
  const view = await listNotices(world, who);
  assert.ok(view.kind === 'notices');
  return view.lines.filter(({ about }) => about.kind === 'what-is-due');
};

test('what is due for children is told to whoever does it, once a day however many it is, and names nobody', async () => {
  const manager = await world.as('team-manager');
  await Promise.all([tellOfTime(world, NORTHMARSH), tellOfTime(world, NORTHMARSH)]);
  await tellOfTime(world, NORTHMARSH);
  const told = await toldTo(ana);
  assert.deepEqual(
    told.map(({ kind }) => kind).filter((kind) => kind === 'due-late'),
    ['due-late'],
  );
  assert.ok(told.length <= 2 && told.every(({ urgent }) => !urgent));
  assert.deepEqual(told[0]?.about, { kind: 'what-is-due' });
  assert.equal((await openNotice(world, ana, told[0]?.id ?? 0)).kind, 'leads-to-what-is-due');
  assert.ok(
    (await toldTo(manager)).some(({ kind }) => kind === 'due-late'),
    'it came to the manager as it is late',
  );
  for (const role of ['performance', 'finance'] as const)
    assert.deepEqual(await toldTo(await world.as(role)), [], `${role}: who does none of it`);
  world.pass(24 * 60);
  const again = (await world.signIn(world.ana)).signedIn;
  await tellOfTime(world, NORTHMARSH);
  const kinds = (await toldTo(again)).filter(({ kind }) => kind === 'due-late');
  assert.ok(kinds.length <= 2, 'and once more at most, where another day brought more');
});

test('where what is due is not kept nobody is told of it', async () => {
  const without = await aChildrenWorld();
  await tellOfTime(without, NORTHMARSH);
  const view = await listNotices(without, (await without.signIn(without.ana)).signedIn);
  assert.ok(view.kind === 'notices');
  assert.deepEqual(view.lines, []);
  await without.close();
});
