/** What is kept of somebody's list follows from several things: each change of one of them is seen at once. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addMinutes, day, PLACEMENT_REQUEST } from '@rightplace/domain';
import { addDelegation, asTenant, asTenantReading, setSetting } from '@rightplace/store';
import { aPanelWorld, type PanelWorld } from '../../test/panel-world.ts';
import { searching } from '../../test/search-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { spanKey } from '../settings/time-settings.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { listOpenLines, madeOf } from './open-lines.ts';

let world: PanelWorld;
let ana: SignedIn;
let acting: ReturnType<typeof searching>;
before(async () => {
  world = await aPanelWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  acting = searching(world, ana);
});
after(() => world.close());

type From = keyof ReturnType<typeof madeOf>;

/** What somebody's list says, where nothing is known of one of the things it follows from. */
const listed = async (who: SignedIn, heedless?: From, by: World = world) => {
  const { lines } = await asTenantReading(by.db, { authorityId: NORTHMARSH }, (tx) =>
    listOpenLines(tx, by, who, (standing) => ({
      ...madeOf(standing),
      ...(heedless === undefined ? {} : { [heedless]: 'not looked at' }),
    })),
  );
  return lines.map(({ stored, isNamed, parts, waiting }) => ({ id: stored.id, isNamed, parts, waiting }));
};
/** The same database, of which nothing is kept. */
const afresh = (who: SignedIn) => listed(who, undefined, { ...world, db: world.db.withoutPlugins() });

/** Something that is changed, and whose list is another after it. */
interface Change {
  readonly who: SignedIn;
  readonly happens: () => Promise<unknown> | void;
}

const inNorthmarsh = <T>(work: Parameters<typeof asTenant<T>>[2]) =>
  asTenant(world.db, { authorityId: NORTHMARSH }, work);

const CHANGES: Readonly<Record<From, () => Promise<Change>>> = {
  children: async () => {
    await acting.aSearch('F restricted');
    return { who: await world.as('placements-officer'), happens: () => world.restrict('F restricted') };
  },
  staff: async () => {
    await acting.aSearch('F conflict');
    const who = (await world.signIn(await world.someone('placements-officer'))).signedIn;
    return { who, happens: () => world.conflict('F conflict', who.person.id) };
  },
  clock: async () => {
    await acting.aSearch('F clock');
    const { target } = PLACEMENT_REQUEST.states['in-house'] ?? assert.fail();
    assert.ok(target !== undefined);
    const longer = {
      key: spanKey(target.setting),
      value: target.workingDays + 5,
      starts: day('2026-01-01'),
      clock: world.now,
    };
    return {
      who: await world.as('placements-officer'),
      happens: () => inNorthmarsh((tx) => setSetting(tx, longer)),
    };
  },
  actor: async () => {
    await acting.authorised('F acting');
    await world.withDirector('F to sign');
    const who = (await world.signIn(await world.someone('group-manager'))).signedIn;
    const director = await world.as('director');
    const turn = {
      forPerson: director.actor.id,
      role: 'director',
      standsIn: who.actor.id,
      reason: 'duty',
      starts: addMinutes(world.now(), 10),
      ends: addMinutes(world.now(), 60),
      recordedBy: director.actor.id,
      recordedAt: world.now(),
    } as const;
    await inNorthmarsh((tx) => addDelegation(tx, turn));
    return { who, happens: () => world.pass(20) };
  },
  meetings: async () => {
    await world.runPanels();
    const on = day('2026-12-01');
    const hub = await world.as('placements-officer');
    const who = (await world.signIn(await world.someone('reviewing-officer'))).signedIn;
    const other = (await world.signIn(await world.someone('reviewing-officer'))).signedIn;
    const id = await world.refer(await world.withDirector('F panel'), ana);
    await world.arrange(hub, { on });
    await world.arrange(hub, { on, basedOn: 1, chair: String(other.person.id) });
    await world.step(hub, id, 'list', { 'meeting-on': on });
    return {
      who,
      happens: () => world.arrange(hub, { on, basedOn: 2, chair: String(who.person.id) }),
    };
  },
};

for (const from of Object.keys(CHANGES) as readonly From[])
  test(`a list that is kept is another as soon as the ${from} it follows from are, and would not be if nobody looked at them`, async () => {
    const { who, happens } = await CHANGES[from]();
    const [before, heedless] = [await listed(who), await listed(who, from)];
    assert.deepEqual(heedless, before);
    await happens();
    const expected = await afresh(who);
    assert.notDeepEqual(expected, before, 'it does make another list');
    // Kept under what it was made of without that: the list of before.
    assert.deepEqual(await listed(who, from), before, 'whoever does not look does not see it');
    assert.deepEqual(await listed(who), expected);
  });

test('while nothing that it follows from is another a list is not made again', async () => {
  const who = await world.as('placements-officer');
  const look = () =>
    asTenantReading(world.db, { authorityId: NORTHMARSH }, (tx) => listOpenLines(tx, world, who));
  const [first, second] = [await look(), await look()];
  assert.ok(first.lines.length > 0);
  assert.equal(second.lines, first.lines);
});
