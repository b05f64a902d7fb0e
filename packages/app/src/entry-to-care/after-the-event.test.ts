import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { asTenant, holdCase } from '@rightplace/store';
import { type KyselyPlugin, sql } from 'kysely';
import { anEntryWorld, type EntryWorld, known } from '../../test/entry-world.ts';
import { nameOf } from '../../test/name-of.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { listMyWork } from '../cases/list-my-work.ts';
import { openFromCase } from '../cases/open-from-case.ts';
import { saveEvidence } from '../cases/save-evidence.ts';
import { takeStep } from '../cases/take-step.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { beginEntry } from './begin-entry.ts';
import { openCertificate } from './open-certificate.ts';

let world: EntryWorld;
let ana: SignedIn;
let tess: SignedIn;
let gwen: SignedIn;
let ada: SignedIn;
before(async () => {
  world = await anEntryWorld();
  ana = (await world.signIn(world.ana)).signedIn;
  [tess, gwen, ada] = [
    await world.as('team-manager'),
    await world.as('group-manager'),
    await world.as('director'),
  ];
});
after(() => world.close());

const takeAll = async (
  id: number,
  steps: readonly (readonly [who: SignedIn, step: string])[],
): Promise<void> => {
  for (const [who, step] of steps) assert.equal(nameOf(await world.take(who, id, step)), 'step-taken', step);
};
const stateOf = async (id: number): Promise<string> => {
  const seen = await world.seenBy(ada, id);
  assert.ok(seen.kind === 'case', nameOf(seen));
  return seen.state;
};

const TO_THE_DIRECTOR = () =>
  [
    [ana, 'submit'],
    [tess, 'support'],
    [gwen, 'authorise'],
  ] as const;
const INTO_CARE = () =>
  [
    [tess, 'manager-approve'],
    [ada, 'director-approve'],
    [ana, 'placed'],
  ] as const;

/** A request that is with the director. */
const withTheDirector = async (number: string): Promise<number> => {
  const id = await world.begin(number, ana);
  await world.fillIn(id, ana);
  await takeAll(id, TO_THE_DIRECTOR());
  return id;
};
/** A child of whom there is a request already, who came into care in the night. */
const placedBesides = async (number: string): Promise<number> => {
  const key = `${number} night`;
  const begun = await beginEntry(world, ana, { key, emergency: true, child: known(number) });
  assert.ok(begun.kind === 'entry-begun', nameOf(begun));
  await world.fillIn(begun.id, ana);
  await takeAll(begun.id, INTO_CARE());
  return begun.id;
};

test('a request that is joined to an emergency while it is authorised authorises the emergency too', async () => {
  const full = await withTheDirector('A race');
  const night = await placedBesides('A race');
  const [joined, taken] = await Promise.all([
    openFromCase(world, ana, { id: night, key: 'join' }),
    takeStep(world, ada, { id: full, step: 'director-authorise', key: 'race', seen: 4, said: {} }),
  ]);
  assert.deepEqual([nameOf(joined), nameOf(taken)], ['opened-from', 'step-taken']);
  assert.deepEqual([await stateOf(full), await stateOf(night)], ['authorised', 'authorised']);
});

test('while somebody decides on a case, writes in it or joins it, whoever would do so besides waits and reads it then', async () => {
  const full = await withTheDirector('A held');
  const night = await placedBesides('A held');
  const doing = [
    () => openFromCase(world, ana, { id: night, key: 'held' }),
    () => saveEvidence(world, ana, { id: full, section: 'child', basedOn: 1, typed: {} }),
    () => world.take(ada, full, 'director-authorise'),
  ];
  for (const act of doing) {
    const { promise: until, resolve: letGo } = Promise.withResolvers<void>();
    const { promise: held, resolve: isHeld } = Promise.withResolvers<void>();
    const holding = asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
      await holdCase(tx, full);
      isHeld();
      await until;
    });
    await held;
    const done = act();
    const first = await Promise.race([done.then(nameOf), setTimeout(500, 'waits')]);
    letGo();
    await Promise.all([holding, done]);
    assert.equal(first, 'waits', String(act));
  }
  assert.equal(await stateOf(night), 'authorised');
});

/** The same world, but nobody waits for anybody: the lock of a case is asked for and never taken. */
const withoutHolding = (): EntryWorld => {
  const noLock = sql`select 1`.toOperationNode();
  const isLock = (node: { readonly kind: string; readonly sqlFragments?: readonly string[] }): boolean =>
    (node.sqlFragments ?? []).some((text) => text.includes("' case '"));
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => (isLock(node) ? noLock : node),
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return { ...world, db: world.db.withPlugin(plugin) };
};

test('without the lock of a case nobody would wait, and the test above would notice', async () => {
  const full = await withTheDirector('A unheld');
  const night = await placedBesides('A unheld');
  const loose = withoutHolding();
  const doing = [
    () => openFromCase(loose, ana, { id: night, key: 'unheld' }),
    () => saveEvidence(loose, ana, { id: full, section: 'child', basedOn: 1, typed: {} }),
    () => takeStep(loose, ada, { id: full, step: 'director-authorise', key: 'unheld', seen: 4, said: {} }),
  ];
  const { promise: until, resolve: letGo } = Promise.withResolvers<void>();
  const { promise: held, resolve: isHeld } = Promise.withResolvers<void>();
  const holding = asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    await holdCase(tx, full);
    isHeld();
    await until;
  });
  await held;
  const first: string[] = [];
  for (const act of doing) first.push(await Promise.race([act().then(nameOf), setTimeout(20_000, 'waits')]));
  letGo();
  await holding;
  assert.ok(!first.includes('waits'), first.join());
});

test('a request authorised after the event never lapses, because the child is in care already; any other does', async () => {
  const alone = await withTheDirector('A alone');
  await takeAll(alone, [[ada, 'director-authorise']]);
  const night = await world.begin('A after', ana, true);
  await world.fillIn(night, ana);
  await takeAll(night, INTO_CARE());
  const opened = await openFromCase(world, ana, { id: night, key: 'A after full' });
  assert.ok(opened.kind === 'opened-from', nameOf(opened));
  await world.fillIn(opened.id, ana);
  await takeAll(opened.id, [...TO_THE_DIRECTOR(), [ada, 'director-authorise']]);
  world.pass(15 * 24 * 60);
  ada = await world.as('director');
  assert.equal(await stateOf(alone), 'lapsed');
  assert.deepEqual([await stateOf(opened.id), await stateOf(night)], ['authorised', 'authorised']);
  const seen = await world.seenBy(ada, opened.id);
  assert.ok(seen.kind === 'case' && seen.lapsesAfter === undefined);
  const certificate = await openCertificate(world, ada, opened.id);
  assert.ok(certificate.kind === 'certificate' && certificate.standing === 'in-force');
});

test('the full request after an emergency is due on the lists when the emergency is to be authorised', async () => {
  const night = await world.begin('A due', ana, true);
  await world.fillIn(night, ana);
  await takeAll(night, INTO_CARE());
  const opened = await openFromCase(world, ana, { id: night, key: 'A due full' });
  assert.ok(opened.kind === 'opened-from', nameOf(opened));
  const work = await listMyWork(world, ana);
  assert.ok(work.kind === 'my-work');
  const due = new Map(work.mine.lines.map(({ id, waiting }) => [id, waiting.due]));
  assert.ok(due.get(night) !== undefined);
  assert.equal(due.get(opened.id), due.get(night));
  const seen = await world.seenBy(ana, opened.id);
  assert.ok(seen.kind === 'case' && seen.waiting?.due === due.get(night), 'and on its page');
});
