/** A ledger that follows the record change by change is the one that would be made from the whole of it. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import {
  type Actor,
  type ChildRecord,
  day,
  evaluate,
  MEASURES,
  type Moment,
  moment,
} from '@rightplace/domain';
import { asSuperuser, asTenant, asTenantReading, createAuthority, saveChildren } from '@rightplace/store';
import fc from 'fast-check';
import { aChild, anEpisode, worker } from '../../test/children-world.ts';
import { aWorld, type TestWorld } from '../../test/world.ts';
import { inOrderOfName, linesOn } from '../child/kept-lines.ts';
import { type AccessFacts, childrenInScope, staffOf } from '../child/scope.ts';
import { figureBook } from '../measure/figure-book.ts';
import { createLedgers, type HeldLedger, type Ledgers } from './ledgers.ts';
import { namesIn } from './names-in-records.ts';

let world: TestWorld;
let authorities = 0;
before(async () => {
  world = await aWorld();
});
after(() => world.close());

const anAuthority = async (): Promise<string> => {
  authorities += 1;
  const authorityId = `E32${String(authorities).padStart(6, '0')}`;
  await asTenant(world.db, { authorityId }, (tx) =>
    createAuthority(tx, { name: `Followshire ${authorities}` }),
  );
  return authorityId;
};

const save = (authorityId: string, children: readonly ChildRecord[], at: Moment): Promise<unknown> =>
  asTenant(world.db, { authorityId }, (tx) =>
    saveChildren(tx, { children, clock: () => at, why: 'Told in a test' }),
  );

const load = (ledgers: Ledgers, authorityId: string, knownAt?: Moment): Promise<HeldLedger> =>
  asTenantReading(world.db, { authorityId, knownAt }, (tx) => ledgers.load(tx, authorityId, knownAt));

const nth = (minute: number): Moment => moment(new Date(Date.UTC(2026, 9, 1, 9, minute)).toISOString());

/** Everything that pages take from a ledger. */
const told = ({ ledger, prepared, context, childById, knownAt }: HeldLedger) => ({
  ledger,
  prepared,
  records: context.records,
  ids: [...childById.keys()],
  knownAt,
  places: [...namesIn(ledger.children).postcodes]
    .toSorted()
    .map((at) => [at, context.locate?.(at), context.districtAt?.(at), context.authorityAt?.(at)]),
  figures: ['2026-09-30', '2026-03-31'].map((on) =>
    MEASURES.map((measure) => evaluate(measure, prepared, day(on), context)),
  ),
});

/** As the pages count them: from what the book of the ledger before knew, where that holds. */
const counted = (held: HeldLedger) => {
  const book = figureBook({ held, part: undefined });
  return MEASURES.flatMap((measure) =>
    [day('2026-09-30'), day('2026-10-02')].map((on) => book.count(measure, on, 'month')),
  );
};

const DIRECTOR: Actor = {
  id: '1',
  assignments: [{ role: 'director', starts: day('2020-01-01'), ends: null }],
};
const followedFacts: AccessFacts = {
  staff: staffOf([], []),
  conflicts: new Map(),
  covers: new Map(),
  reviewing: new Map(),
};

/** Who may be listed, and in which order: from what was decided of the ledger before, where the child is the same. */
const listed = (held: HeldLedger, access: AccessFacts) => {
  const { open, closed } = childrenInScope(held.ledger.children, {
    actor: DIRECTOR,
    action: 'list-children',
    access,
    today: day('2026-11-22'),
  });
  const lineOf = linesOn(held, { staff: access.staff, asOf: day('2026-10-02') });
  return { open: open.map(lineOf).sort(inOrderOfName(held)), closed };
};

const assertIsWhole = async (followed: HeldLedger, authorityId: string, knownAt?: Moment): Promise<void> => {
  const whole = await load(createLedgers(world.now), authorityId, knownAt);
  assert.deepEqual(told(followed), told(whole));
  assert.deepEqual(counted(followed), counted(whole));
  const { open, closed } = listed(followed, followedFacts);
  assert.deepEqual({ open, closed }, listed(whole, { ...followedFacts }));
  assert.equal(open.length + closed.length, whole.ledger.children.length);
  assert.equal(followed.version, whole.version);
};

/** In no order that a database and a program would agree on by chance. */
const IDS = ['a1', 'A2', 'a10', 'É1', 'Z9', '_0', 'nm 1', 'NM1'] as const;

const arbitraryChild: fc.Arbitrary<ChildRecord> = fc
  .record({
    id: fc.constantFrom(...IDS),
    name: fc.constantFrom('Lark', 'Wren'),
    group: fc.constantFrom(undefined, 'brindle', 'sallow'),
    from: fc.constantFrom('2024-02-01', '2025-06-01', '2026-04-02', '2026-09-30'),
    place: fc.constantFrom('U6', 'K2', 'P2'),
    postcode: fc.constantFrom('PE11 1ZZ', 'LE13 0ZZ', 'ZE1 0ZZ', null),
    homePostcode: fc.constantFrom('PE21 0ZZ', 'LE13 0ZZ', null),
    urn: fc.constantFrom(null, 'SC990003', 'SC990004'),
    isOver: fc.boolean(),
    hasWorker: fc.boolean(),
    isEmpty: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
    restricted: fc.constantFrom(undefined, true, false),
  })
  .map(({ id, name, group, isOver, hasWorker, isEmpty, restricted, from, ...home }) =>
    aChild(id, {
      ...(restricted === undefined ? {} : { restricted }),
      details: isEmpty
        ? {}
        : {
            givenName: name,
            dateOfBirth: day('2012-05-03'),
            ...(group === undefined ? {} : { siblingGroup: group }),
          },
      facts: hasWorker && !isEmpty ? [worker('SW1001', '01/01/2026')] : [],
      episodes: isEmpty
        ? []
        : [
            anEpisode({ decom: from, dec: '2026-10-01', ...home }),
            anEpisode({
              decom: '2026-10-01',
              rne: 'P',
              ...(isOver ? { dec: '2026-10-03', rec: 'E4A' } : {}),
            }),
          ],
    }),
  );

/** Children saved together, and whether anybody looks after it. */
const arbitrarySaves = fc.array(
  fc.record({
    children: fc.uniqueArray(arbitraryChild, { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
    isLookedAt: fc.boolean(),
  }),
  { minLength: 2, maxLength: 7 },
);

test('after whatever was saved, the ledger brought up to date is the one loaded whole, and who did not change is the same', async () => {
  await fc.assert(
    fc.asyncProperty(arbitrarySaves, async (saves) => {
      const authorityId = await anAuthority();
      const ledgers = createLedgers(world.now);
      let last: HeldLedger | undefined;
      let changed = new Set<string>();
      for (const [minute, { children, isLookedAt }] of saves.entries()) {
        await save(authorityId, children, nth(minute));
        for (const { id } of children) changed.add(id);
        if (!isLookedAt && minute < saves.length - 1) continue;
        const held = await load(ledgers, authorityId);
        await assertIsWhole(held, authorityId);
        const histories = new Set<unknown>(held.prepared.histories);
        for (const child of last?.ledger.children ?? []) {
          if (changed.has(child.id)) continue;
          assert.equal(held.childById.get(child.id), child, 'the very record');
          const history = last?.prepared.histories.find(({ id }) => id === child.id);
          assert.ok(histories.has(history), 'and what was worked out from it');
        }
        last = held;
        changed = new Set();
      }
      const past = nth(Math.floor(saves.length / 2));
      await assertIsWhole(await load(ledgers, authorityId, past), authorityId, past);
    }),
    { numRuns: 10 },
  );
});

test('a change that the record keeps silent about would be found by this', async () => {
  const authorityId = await anAuthority();
  const ledgers = createLedgers(world.now);
  const placed = aChild('NM1', { episodes: [anEpisode({ decom: '2026-01-01' })], facts: [worker('SW1')] });
  await save(authorityId, [placed, aChild('NM2')], nth(0));
  await load(ledgers, authorityId);
  // Nothing but an end of what was believed: no row begins.
  await save(authorityId, [{ ...placed, facts: [] }], nth(1));
  await asSuperuser(world.database, `delete from changed_child where at = '${nth(1)}'`);
  const held = await load(ledgers, authorityId);
  await assert.rejects(assertIsWhole(held, authorityId), /Expected values to be strictly deep-equal/);
});

test('a restriction alone reads the one child again, and too many changes read everybody', async () => {
  const authorityId = await anAuthority();
  const ledgers = createLedgers(world.now);
  const many = Array.from({ length: 401 }, (_, i) => aChild(`C${i}`));
  await save(authorityId, many, nth(0));
  const first = await load(ledgers, authorityId);
  await save(authorityId, [aChild('C7', { restricted: true })], nth(1));
  const locked = await load(ledgers, authorityId);
  assert.deepEqual([locked.knownAt, locked.childById.get(many[7]!.id)?.restricted], [nth(0), true]);
  assert.equal(locked.childById.get(many[8]!.id), first.childById.get(many[8]!.id));
  await assertIsWhole(locked, authorityId);
  await save(
    authorityId,
    many.map((child) => ({ ...child, details: { givenName: 'Wren' } })),
    nth(2),
  );
  await assertIsWhole(await load(ledgers, authorityId), authorityId);
});

test('whose record was locked when it was looked at stays so in that ledger, though the lock goes while it is being made', async () => {
  const authorityId = await anAuthority();
  const tenant = { authorityId };
  const child = aChild('LK1', { episodes: [anEpisode({ decom: '2026-01-01' })], restricted: true });
  await save(authorityId, [child], nth(1));
  const lockSql = (restricted: boolean) =>
    `update child set restricted = ${restricted} where authority_id = '${authorityId}' and local_id = 'LK1';`;
  const ledgers = createLedgers(() => nth(9));
  await load(ledgers, authorityId);
  await save(authorityId, [{ ...child, needs: [] }], nth(2));
  // Looked at while the lock is there; who changed is told, and the record read, once it has gone.
  const unlocked = asSuperuser(
    world.database,
    `begin; lock table changed_child in access exclusive mode; select pg_sleep(0.6); ${lockSql(false)} commit;`,
  );
  await setTimeout(200);
  await asTenant(world.db, tenant, (tx) => ledgers.load(tx, authorityId));
  await unlocked;
  await asSuperuser(world.database, lockSql(true));
  const again = await load(ledgers, authorityId);
  assert.equal(again.childById.get(child.id)?.restricted, true);
});
