/** People of the demonstration say that they know its children outside work, and every page that named one is asked for again. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  giveAgreements,
  giveClocks,
  giveDocuments,
  givePanels,
  givePayments,
  giveProceedings,
  giveRequests,
  giveReviewingOfficers,
  giveSearches,
  loadDemonstration,
} from '@rightplace/app';
import {
  demonstration,
  INVENTED_DOCUMENTS,
  inventLeaving,
  inventPanels,
  inventPlaced,
  inventProceedings,
  inventRequests,
  inventSearches,
  withSlips,
} from '@rightplace/demo';
import { type ChildRecord, day, type Role } from '@rightplace/domain';
import { asSuperuser, asTenant, declareConflict, listPeople } from '@rightplace/store';
import { aWorld, type TestWorld } from '../../app/test/world.ts';
import { crawl, type Served } from '../../web/test/crawl.ts';
import { aService, type Service } from '../../web/test/service.ts';

const SEED = 'closed';
const invented = withSlips(
  demonstration({ seed: SEED, asOf: day('2026-11-23'), children: 60, years: 2 }),
  SEED,
);
const authorityId = invented.code;

let world: TestWorld;
let service: Service;
let children: readonly ChildRecord[];
before(async () => {
  world = await aWorld({ mode: 'demo' });
  await loadDemonstration(world.database, invented, world.now());
  await giveRequests(world, (asked) => [...inventRequests(asked), ...inventLeaving(asked)]);
  await giveDocuments(world, INVENTED_DOCUMENTS);
  await givePanels(world, inventPanels);
  await giveProceedings(world, inventProceedings);
  await giveSearches(world, (asked) => {
    const searches = inventSearches(asked);
    return [...searches, ...inventPlaced(asked, searches)];
  });
  await giveAgreements(world);
  await givePayments(world);
  await giveReviewingOfficers(world);
  await giveClocks(world);
  service = aService(world);
  children = (await asTenant(world.db, { authorityId }, (tx) => world.ledgers.load(tx, authorityId))).ledger
    .children;
});
after(() => world.close());

const someone = async (role: Role): Promise<number> => {
  for (const { id } of await asTenant(world.db, { authorityId }, listPeople)) {
    const { signedIn } = await world.signIn(id, authorityId);
    if (signedIn.actor.assignments.some((held) => held.role === role)) return id;
  }
  return assert.fail(`nobody is a ${role}`);
};

/** Where children are named: each list, and what it leads to. */
const FROM = `/ /your-work /notices /children /searches /searches?view=table /panels /proceedings
  /leaving-care /your-work/desk /your-work/queue /commitments /commitments/to-sign
  /commitments/payments /cost-avoided /return-readiness /measures/cla-number/children /conflicts
  /imports`.split(/\s+/);

const isIn = ({ text, address }: Served, mark: string): boolean =>
  text.includes(mark) && !decodeURIComponent(address).includes(mark);

/** Every address that tells of one of the children, by their number. */
const tellingOf = (served: Iterable<Served>): readonly string[] =>
  [...served].flatMap((one) => {
    const told = children.find(({ id }) => isIn(one, id));
    return told === undefined ? [] : [one.address];
  });

const ROLES = [
  'social-worker',
  'team-manager',
  'director',
  'placements-officer',
  'reviewing-officer',
  'finance',
  'performance',
] as const;
const FEWEST = 10;
/** A child’s own page tells of nobody whom its address does not name, and there is one of each: the walk would see little else. */
const PAGE_OF_CHILD = /^\/children\/\w+$/;

for (const role of ROLES)
  test(`no page, list or file tells a ${role} of children whom they know outside work, though many did before`, async () => {
    const personId = await someone(role);
    const cookie = (await service.signedInAs(personId, authorityId)).cookies.get('rightplace-session');
    const before = await crawl(service.server, { cookie, from: FROM, most: 120, past: PAGE_OF_CHILD });
    const told = tellingOf(before.values());
    assert.ok(told.length >= FEWEST, `${told.length} of ${before.size}`);
    await asTenant(world.db, { authorityId }, async (tx) => {
      for (const { id: child } of children)
        await declareConflict(tx, { child, personId, why: 'A cousin', at: world.now(), by: 'test' });
    });
    for (const address of told) {
      const again = await crawl(service.server, { cookie, from: [address], most: 1 });
      assert.deepEqual(tellingOf(again.values()), []);
    }
    const anew = await crawl(service.server, { cookie, from: FROM, most: 60 });
    assert.deepEqual(tellingOf(anew.values()), []);
  });

test('saboteur: were those conflicts of interest not in force, the walk would find the children again', async () => {
  await asSuperuser(
    world.database,
    `update conflict_of_interest set ended_at = declared_at, ended_by = 'saboteur' where ended_at is null`,
  );
  for (const role of ['finance', 'director'] as const) {
    const personId = await someone(role);
    const cookie = (await service.signedInAs(personId, authorityId)).cookies.get('rightplace-session');
    const found = await crawl(service.server, { cookie, from: FROM, most: 60 });
    assert.ok(tellingOf(found.values()).length > 0, role);
  }
});
