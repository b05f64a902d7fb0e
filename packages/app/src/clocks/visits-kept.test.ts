import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { childId, day } from '@rightplace/domain';
import { aChild, anEpisode, worker } from '../../test/children-world.ts';
import { aClocksWorld, type ClocksWorld, keepVisits } from '../../test/clocks-world.ts';
import { nameOf } from '../../test/name-of.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { sayOfClock } from './say-of-clock.ts';
import { viewClocks } from './view-clocks.ts';

const WREN = childId('CL1');
const PLACED = 'placement 2026-11-10';
let world: ClocksWorld;
let ana: SignedIn;
before(async () => {
  world = await aClocksWorld();
  ana = await world.asAna();
});
after(() => world.close());

const visited = (who: SignedIn, on: string, seen: number) =>
  sayOfClock(world, who, {
    id: WREN,
    rule: 'visit',
    start: PLACED,
    seen,
    key: `visited ${on}`,
    kind: 'done',
    on: day(on),
    until: undefined,
    said: 'Seen alone, in the garden.',
    takesBack: undefined,
  });
/** What is open of visits and reviews: "visit due 2026-11-17". */
const open = async (id = WREN): Promise<readonly string[]> => {
  const view = await viewClocks(world, ana, id);
  assert.ok(view.kind === 'clocks', nameOf(view));
  return view.open.flatMap(({ clock: { rule, due } }) =>
    /^visit|^review/.test(rule.id) ? [`${rule.id} due ${due?.on}`] : [],
  );
};

test('visits and reviews are due only where an authority says that it keeps them, and for what begins from that day', async () => {
  assert.deepEqual(await open(), []);
  assert.equal(nameOf(await visited(ana, '2026-11-13', 0)), 'no-such-clock');
  await keepVisits(world, '2026-11-11');
  assert.deepEqual(await open(), [], 'the child was placed on the day before');
  await keepVisits(world, '2026-11-10');
  assert.deepEqual(await open(), ['visit due 2026-11-17', 'review due 2026-12-08']);
});

test('the social worker records a visit and the next is due; nobody who does not work with the child does', async () => {
  const ben = (await world.signIn(world.ben)).signedIn;
  assert.equal(nameOf(await visited(ben, '2026-11-13', 0)), 'out-of-reach');
  assert.equal(nameOf(await visited(await world.as('elected-member'), '2026-11-13', 0)), 'figures-only');
  assert.equal(nameOf(await visited(ana, '2026-11-09', 0)), 'too-early');
  assert.equal(nameOf(await visited(ana, '2026-11-13', 0)), 'clock-said');
  assert.deepEqual(await open(), ['review due 2026-12-08', 'visit due 2026-12-25']);
});

test('a review in the record meets what was due by itself, and the second is due three months later', async () => {
  const id = childId('CL9');
  const lark = (held: boolean) =>
    aChild('CL9', {
      facts: [
        worker('SW1001'),
        ...(held
          ? [
              {
                kind: 'review' as const,
                key: '2026-11-20',
                fields: { REVIEW: '20/11/2026', REVIEW_CODE: 'PN1' },
              },
            ]
          : []),
      ],
      episodes: [anEpisode({ decom: '2026-11-10' })],
    });
  await world.saveChildren([lark(false)], '2026-11-22T10:00:00Z');
  assert.deepEqual(await open(id), ['visit due 2026-11-17', 'review due 2026-12-08']);
  await world.saveChildren([lark(true)], '2026-11-22T11:00:00Z');
  assert.deepEqual(await open(id), ['visit due 2026-11-17', 'review due 2027-02-20']);
});
