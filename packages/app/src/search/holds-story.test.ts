import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addDays, day } from '@rightplace/domain';
import { aRegisterWorld, type RegisterWorld } from '../../test/register-world.ts';
import { searching } from '../../test/search-world.ts';
import { releaseHold } from '../register/end-hold.ts';
import { holdPlace } from '../register/hold-place.ts';
import { lengthenHold } from '../register/lengthen-hold.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { openSearch } from './open-search.ts';

const TODAY = day('2026-11-23');

let world: RegisterWorld;
let hub: SignedIn;
let acting: ReturnType<typeof searching>;
let lodge: number;
before(async () => {
  world = await aRegisterWorld();
  hub = await world.hub();
  acting = searching(world, (await world.signIn(world.ana)).signedIn);
  lodge = await world.add({ name: 'Samphire Lodge' });
  await world.openHome(lodge, 3);
});
after(() => world.close());

const storyOfHeld = async (id: number, who = hub) => {
  const view = await openSearch(world, who, id);
  assert.ok(view.kind === 'search');
  return view.story
    .filter(({ of }) => of === 'held-place')
    .map(({ sentence, said }) => [
      sentence.replace(/^.*? (?=held|gave|filled)/, ''),
      ...said.flatMap((one) => one.paragraphs),
    ]);
};
const held = async (caseId: number, until = addDays(TODAY, 3)): Promise<number> => {
  const answer = await holdPlace(world, hub, {
    caseId,
    settingId: lodge,
    until,
    key: `hold ${caseId} ${until}`,
  });
  assert.ok(answer.kind === 'place-held', JSON.stringify(answer));
  return answer.hold.id;
};

test('the chronology of a search says of each held place that it was held, lengthened and given up, by whom and why', async () => {
  const id = await acting.aSearch('H story');
  const other = await acting.aSearch('H other');
  const hold = await held(id);
  await held(other);
  world.pass(1);
  const longer = await lengthenHold(world, hub, { id: hold, until: addDays(TODAY, 5), why: '' });
  assert.equal(longer.kind, 'hold-lengthened');
  world.pass(1);
  assert.equal(
    (await releaseHold(world, hub, { id: hold, why: 'Another home was nearer' })).kind,
    'hold-ended',
  );
  assert.deepEqual(await storyOfHeld(id), [
    ['gave up the place that was held in Samphire Lodge', 'Another home was nearer'],
    ['held the place in Samphire Lodge for longer, until the end of 28 November 2026'],
    ['held a place in Samphire Lodge, until the end of 26 November 2026'],
  ]);
  assert.deepEqual(
    await storyOfHeld(other),
    [['held a place in Samphire Lodge, until the end of 26 November 2026']],
    'and nothing of another search',
  );
});

test('a hold that ran out by itself says so at the end of its last day', async () => {
  const id = await acting.aSearch('H out');
  await held(id, addDays(TODAY, 1));
  const days3 = 3 * 24 * 60;
  world.pass(days3);
  const [last] = await storyOfHeld(id, await world.hub());
  assert.match(last?.[0] ?? '', /held in Samphire Lodge was held no longer$/);
  world.pass(-days3);
});
