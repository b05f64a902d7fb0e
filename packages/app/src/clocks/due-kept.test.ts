/** What is kept of what is due to somebody follows from several things: each change of one of them is seen at once. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { childId, day, type Moment, moment } from '@rightplace/domain';
import { addClockEntry, asTenant, asTenantReading } from '@rightplace/store';
import { aChild, anEpisode, worker } from '../../test/children-world.ts';
import { aClocksWorld, type ClocksWorld, keepVisits } from '../../test/clocks-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { createLedgers } from '../ledger/ledgers.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { dueLines, madeOfDue } from './list-clocks.ts';
import { sayOfClock } from './say-of-clock.ts';

let world: ClocksWorld;
let ana: SignedIn;
before(async () => {
  world = await aClocksWorld();
  ana = await world.asAna();
});
after(() => world.close());

type From = keyof ReturnType<typeof madeOfDue>;

/** What is due to somebody, where nothing is known of one of the things it follows from. */
const due = async (who: SignedIn, heedless?: From, by: World = world) => {
  const reached = await asTenantReading(by.db, { authorityId: NORTHMARSH }, (tx) =>
    dueLines(tx, by, who, (from) => ({
      ...madeOfDue(from),
      ...(heedless === undefined ? {} : { [heedless]: 'not looked at' }),
    })),
  );
  assert.ok(reached !== undefined && 'lines' in reached);
  return {
    closed: reached.closed,
    lines: reached.lines.map(({ child, clock: { rule, due: by_, alert, isOverdue }, whose }) => [
      child.id,
      rule.id,
      by_,
      alert?.level,
      isOverdue,
      whose,
    ]),
  };
};
/** By children read anew, of which nothing is kept. */
const afresh = (who: SignedIn, now: () => Moment = world.now) =>
  due(who, undefined, { ...world, now, ledgers: createLedgers(now) });

interface Change {
  readonly who: SignedIn;
  readonly after?: SignedIn;
  readonly happens: () => Promise<unknown> | void;
}

const CHANGES: Readonly<Record<From, () => Promise<Change>>> = {
  children: async () => {
    const came = aChild('CL5', {
      facts: [worker('SW1001')],
      episodes: [anEpisode({ decom: '2026-11-12', ls: 'V2' })],
    });
    return { who: ana, happens: () => world.saveChildren([came], '2026-11-23T08:00:00Z') };
  },
  staff: async () => {
    const who = (await world.signIn(await world.someone('team-manager'))).signedIn;
    return { who, happens: () => world.conflict('CL1', who.person.id) };
  },
  entries: async () => ({
    who: ana,
    happens: async () => {
      const said = await sayOfClock(world, ana, {
        id: childId('CL1'),
        rule: 'placement-plan',
        start: 'placement 2026-11-10',
        seen: 0,
        key: 'a form',
        kind: 'done',
        on: day('2026-11-20'),
        until: undefined,
        said: 'Signed by all at the meeting.',
        takesBack: undefined,
      });
      assert.equal(said.kind, 'clock-said', JSON.stringify(said));
    },
  }),
  measuredBy: async () => ({ who: ana, happens: () => keepVisits(world) }),
  actor: async () => {
    const manager = await world.as('team-manager');
    const worker = manager.actor.assignments.map((one) => ({ ...one, role: 'social-worker' as const }));
    // The same person, whose role is another one from now on.
    return {
      who: manager,
      after: { ...manager, actor: { ...manager.actor, assignments: worker } },
      happens: () => undefined,
    };
  },
};

for (const from of Object.keys(CHANGES) as readonly From[])
  test(`what is due is told anew as soon as the ${from} it follows from are others, and would not be if nobody looked at them`, async () => {
    const { who, after: then = who, happens } = await CHANGES[from]();
    const [before, heedless] = [await due(who), await due(who, from)];
    assert.deepEqual(heedless, before);
    await happens();
    const expected = await afresh(then);
    assert.notDeepEqual(expected, before, 'it is something else that is due');
    assert.deepEqual(await due(then, from), before, 'whoever does not look does not see it');
    assert.deepEqual(await due(then), expected);
  });

test('what somebody said of a clock and undid is kept by nobody, though as much is said after it', async () => {
  const undone = {
    child: childId('CL4'),
    rule: 'placement-plan',
    start: 'placement 2026-11-21',
    number: 1,
    kind: 'done' as const,
    on: day('2026-11-22'),
    at: undefined,
    until: undefined,
    said: 'Signed by all.',
    takesBack: undefined,
    by: String(ana.person.id),
    byRole: 'social-worker',
    saidAt: world.now(),
    key: 'undone',
  };
  const here = { authorityId: NORTHMARSH };
  const manager = await world.as('team-manager');
  const before = await due(manager);
  await assert.rejects(
    asTenant(world.db, here, async (tx) => {
      assert.ok(await addClockEntry(tx, undone));
      const meanwhile = await dueLines(tx, world, manager);
      assert.ok(meanwhile !== undefined && 'lines' in meanwhile);
      assert.ok(meanwhile.lines.length < before.lines.length, 'they see what they said themselves');
      throw new Error('Undone');
    }),
    /Undone/,
  );
  // As many now as whoever undid theirs had counted, and of something else.
  const other = { ...undone, rule: 'delegated-authority', key: 'said' };
  assert.ok(await asTenant(world.db, here, (tx) => addClockEntry(tx, other)));
  assert.deepEqual(await due(manager), await afresh(manager));
  assert.ok((await due(manager)).lines.some(([child, rule]) => child === 'CL4' && rule === 'placement-plan'));
});

test('hour by hour, over days, what is kept is what would be worked out anew, and a clock that goes back is heeded', async () => {
  const seen = new Set<string>();
  const start = moment('2026-11-23T09:00:00Z');
  const hours = Array.from({ length: 60 }, (_, hour) => Date.parse(start) + hour * 3_600_000);
  for (const at of [...hours, hours[0] ?? 0]) {
    const now = (): Moment => moment(new Date(at).toISOString());
    const kept = await due(ana, undefined, { ...world, now });
    assert.deepEqual(kept, await afresh(ana, now), now());
    seen.add(JSON.stringify(kept));
  }
  assert.ok(seen.size > 2, 'it does move on meanwhile');
});
