import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  birthdayAt,
  day,
  londonDayOf,
  type Moment,
  type PlacementPrice,
  type Role,
} from '@rightplace/domain';
import { asTenant, ledgerSigns } from '@rightplace/store';
import {
  type AgreementWorld,
  anAgreementWorld,
  KOFI_MOVED as MOVED,
  plainFrom,
  TYPED,
} from '../../test/agreement-world.ts';
import { agreementsIn, laneHouseOffered } from '../../test/agreements-in.ts';
import { aChild, anEpisode } from '../../test/children-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { createLedgers, type Ledgers } from '../ledger/ledgers.ts';
import { listMeasureChildren } from '../measure/measure-children.ts';
import { openMeasure } from '../measure/measure-page.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { openAgreement } from './agreement-view.ts';
import { saveAgreementChange } from './make-agreement.ts';

let world: AgreementWorld;
let officer: SignedIn;
let made: ReturnType<typeof agreementsIn>['made'];
before(async () => {
  world = await anAgreementWorld();
  officer = await world.as('placements-officer');
  ({ made } = agreementsIn(world, officer));
  const own = aChild('NM91', { episodes: [anEpisode({ decom: MOVED })] });
  await world.saveChildren([own], '2026-11-01T10:00:00Z');
});
after(() => world.close());

type Prices = readonly PlacementPrice[] | undefined;
const pricesBy = (ledgers: Ledgers, knownAt?: Moment): Promise<Prices> =>
  asTenant(
    world.db,
    { authorityId: NORTHMARSH, ...(knownAt === undefined ? {} : { knownAt }) },
    async (tx) => (await ledgers.load(tx, NORTHMARSH, knownAt)).context.records?.placementPrices,
  );
const moments: { readonly at: Moment; readonly prices: Prices }[] = [];
let forgetful: Ledgers;
let isCaught = false;

/** A kept ledger tells what one made anew tells; one that does not look for agreements is found out. */
const mustFollow = async (): Promise<Prices> => {
  const [kept, anew] = [await pricesBy(world.ledgers), await pricesBy(createLedgers(world.now))];
  assert.deepEqual(kept, anew);
  isCaught ||= JSON.stringify(await pricesBy(forgetful)) !== JSON.stringify(anew);
  moments.push({ at: world.now(), prices: anew });
  world.pass(1);
  return anew;
};

const told = (prices: Prices) =>
  prices?.map(({ child, kind, route, core, additional, starts, ends }) =>
    [child, kind, route, core, additional, starts, ends].join(' '),
  );

const offered = (caseId: number, said: Readonly<Record<string, string>>): Promise<void> =>
  laneHouseOffered(world, officer, { caseId, said });

test('a placement agreed here has its price from the move, each change of it at once, and none before', async () => {
  forgetful = createLedgers(world.now, async (tx, asked) => ({
    ...(await ledgerSigns(tx, asked)),
    agreed: 0,
  }));
  assert.equal(await mustFollow(), undefined);
  const caseId = await world.search('NM1', MOVED);
  await offered(caseId, { 'home-kind': 'childrens-home', 'price-basis': 'framework' });
  assert.equal(await mustFollow(), undefined);
  const id = await made(caseId, plainFrom(MOVED));
  const begun = await mustFollow();
  assert.deepEqual(told(begun), [`NM1 residential framework 560000 0 ${MOVED} `]);
  const view = await openAgreement(world, officer, id);
  assert.ok(view?.kind === 'agreement' && view.child.dateOfBirth !== undefined);
  assert.equal(
    begun?.[0]?.expectedEnd,
    birthdayAt(view.child.dateOfBirth, 18),
    'nothing is committed beyond it',
  );
  const typed = {
    what: 'Night staff',
    weekly: '700',
    starts: '2026-11-02',
    ends: '2026-11-15',
    why: 'Agreed',
  };
  const changed = await saveAgreementChange(world, officer, {
    id,
    what: 'addition',
    basedOn: view.version,
    key: 'night staff',
    typed,
  });
  assert.equal(changed?.kind, 'agreement-saved');
  assert.deepEqual(told(await mustFollow()), [
    `NM1 residential framework 560000 0 ${MOVED} 2026-11-02`,
    'NM1 residential framework 560000 70000 2026-11-02 2026-11-16',
    'NM1 residential framework 560000 0 2026-11-16 ',
  ]);
});

test('a placement that has not begun costs nothing, and what is our own has no price', async () => {
  await made(await world.search('NM6'), TYPED);
  const own = await world.search('NM91', MOVED);
  await offered(own, { 'home-kind': 'own-carer', 'price-basis': 'in-house' });
  await made(own, plainFrom(MOVED));
  assert.equal((await mustFollow())?.length, 3);
});

test('as known at each moment on the way, it is what was told then', async () => {
  for (const { at, prices } of moments)
    assert.deepEqual(await pricesBy(createLedgers(world.now), at), prices, at);
});

test('a ledger that does not look for agreements is found out', () => assert.ok(isCaught));

test('the child behind a price is listed to those who may see agreements, and to nobody else', async () => {
  const listed = async (role: Role) => {
    const list = await listMeasureChildren(world, await world.as(role), {
      id: 'weekly-cost-total',
      side: 'numerator',
      part: undefined,
      page: 1,
      asKnown: { asOf: londonDayOf(world.now()), knownAt: undefined },
    });
    return list.kind === 'children' ? [list.children.map(({ line }) => line.id), list.notListed] : list.kind;
  };
  assert.deepEqual(await listed('director'), [['NM1'], 0]);
  assert.deepEqual(await listed('placements-officer'), [['NM1'], 0]);
  assert.deepEqual(await listed('performance'), [[], 1]);
  assert.equal(await listed('finance'), 'refused');
});

test('a rise that is agreed is told as one, of the prices it was of and from its night; a fall is none', async () => {
  const upliftsNow = () =>
    asTenant(
      world.db,
      { authorityId: NORTHMARSH },
      async (tx) => (await world.ledgers.load(tx, NORTHMARSH)).context.records?.uplifts,
    );
  assert.equal(await upliftsNow(), undefined);
  const caseId = await world.search('NM1', MOVED);
  await offered(caseId, { 'home-kind': 'childrens-home', 'price-basis': 'framework' });
  const id = await made(caseId, { ...plainFrom(MOVED), 'core-weekly': '5000' });
  const award = {
    from: '2026-04-06',
    way: 'up',
    percent: '6',
    of: 'core',
    award: 'Award 2026',
    why: 'Agreed',
  };
  for (const [at, typed] of [award, { ...award, from: '2026-05-04', way: 'down' }].entries()) {
    const change = { id, what: 'price-change', basedOn: at + 1, key: `award ${at}`, typed };
    assert.equal((await saveAgreementChange(world, officer, change))?.kind, 'agreement-saved');
  }
  assert.deepEqual(await upliftsNow(), [
    {
      placement: `agreement ${id}`,
      framework: 'Framework',
      on: '2026-04-06',
      before: 500_000,
      after: 530_000,
    },
  ]);
  // £5,000 at 6% is £5,300: a rise of 6%.
  const analyst = await world.as('performance');
  const page = await openMeasure(world, analyst, {
    id: 'uplift',
    asKnown: { asOf: day('2026-11-22'), knownAt: undefined },
  });
  assert.ok(page.kind === 'figure', page.kind);
  assert.equal(page.figure.value, 6);
});

test('of two agreements for one stay one is the price of it: what was made last, until somebody decides on the other', async () => {
  const typed = plainFrom(MOVED);
  const agree = async (core: string): Promise<number> => {
    const caseId = await world.search('NM1', MOVED);
    await offered(caseId, { 'price-basis': 'spot' });
    return made(caseId, { ...typed, 'core-weekly': core });
  };
  const first = await agree('4000');
  await agree('4100');
  const cores = async () => (await mustFollow())?.map(({ child, core }) => [child, core]);
  assert.deepEqual(await cores(), [['NM1', 4100_00]]);
  const decided = await saveAgreementChange(world, officer, {
    id: first,
    what: 'pay-by-this',
    basedOn: 1,
    key: 'decide',
    typed: { why: 'It is the one that was signed' },
  });
  assert.equal(decided?.kind, 'agreement-saved');
  assert.deepEqual(await cores(), [['NM1', 4000_00]]);
});
