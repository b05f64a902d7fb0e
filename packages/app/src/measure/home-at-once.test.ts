import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { childId, day, londonDayOf, moment } from '@rightplace/domain';
import { asTenant, declareConflict, endConflict, endRole, rolesOn, setSetting } from '@rightplace/store';
import { aReadinessWorld, aTidyChild, type ReadinessWorld } from '../../test/readiness-world.ts';
import { NORTHMARSH, SOUTHFELL } from '../../test/world.ts';
import { targetKey } from '../comparison/kept-values.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { type FiguresHome, openHome } from './home.ts';
import { openMeasure } from './measure-page.ts';

/*
 * Much of the first page is kept from one visit to the next. Whatever it follows from shows all the same at once, and nothing
 * of what is kept for one person or authority is seen by another.
 */

let world: ReadinessWorld;
before(async () => {
  world = await aReadinessWorld();
  await world.check('night');
});
after(() => world.close());

const today = () => londonDayOf(world.now());
const homeOf = (who: SignedIn) => openHome(world, who, { asOf: today(), knownAt: undefined });
const figuresOf = async (who: SignedIn): Promise<FiguresHome> => {
  const home = await homeOf(who);
  return home.kind === 'figures' ? home : assert.fail(home.kind);
};
const lookedAfter = async (who: SignedIn) => (await figuresOf(who)).figures.get('cla-number')?.value;
const ownOf = async (who: SignedIn) => (await figuresOf(who)).own?.lines.map(({ id }) => id);
const inNorthmarsh = <T>(work: Parameters<typeof asTenant<T>>[2]) =>
  asTenant(world.db, { authorityId: NORTHMARSH }, work);

test('a change of the record shows on the next first page, and what a check then finds on the one after it', async () => {
  const analyst = await world.with('performance');
  const [number, line] = [await lookedAfter(analyst), (await figuresOf(analyst)).readiness];
  await world.saveChildren([aTidyChild('NM21', { without: 'ethnicity' })], '2026-11-23T08:59:00Z');
  assert.equal(await lookedAfter(analyst), (number ?? 0) + 1);
  assert.deepEqual((await figuresOf(analyst)).readiness, line, 'nothing has looked at it yet');
  await world.check('correction');
  const checked = (await figuresOf(analyst)).readiness;
  assert.ok((checked?.open ?? 0) > (line?.open ?? 0));
  assert.equal(checked?.ready.children, (line?.ready.children ?? 0) + 1);
});

test('a target shows on the next page, of the authority that set it and of no other', async () => {
  const analyst = await world.with('performance');
  const other = (
    await world.signIn(
      (
        await world.addPerson({ name: 'Sue Fellside', authorityId: SOUTHFELL, role: 'performance' })
      ).personId,
      SOUTHFELL,
    )
  ).signedIn;
  const targetOf = async (who: SignedIn) =>
    (await figuresOf(who)).comparisons.get('cla-number')?.target?.value;
  const onItsPage = async (who: SignedIn) => {
    const page = await openMeasure(world, who, {
      id: 'cla-number',
      asKnown: { asOf: today(), knownAt: undefined },
    });
    return page.kind === 'figure' ? page.comparison.target?.value : assert.fail(page.kind);
  };
  assert.equal(await targetOf(analyst), undefined);
  await inNorthmarsh((tx) =>
    setSetting(tx, {
      key: targetKey('cla-number'),
      value: { value: 3, tolerance: 1, direction: 'at-most', why: 'A plan' },
      starts: day('2026-01-01'),
      clock: () => moment('2026-11-23T08:59:30Z'),
    }),
  );
  assert.deepEqual([await targetOf(analyst), await onItsPage(analyst)], [3, 3]);
  assert.deepEqual([await targetOf(other), await onItsPage(other)], [undefined, undefined]);
  assert.equal((await figuresOf(other)).readiness, undefined, 'their return was never checked');
  assert.equal(await targetOf(analyst), 3, 'and is still there after somebody else’s page');
});

test('a conflict of interest takes a child off its worker’s first page at once, and its end brings them back', async () => {
  const ana = await world.as(world.ana);
  const [before, closed] = [await ownOf(ana), (await figuresOf(ana)).own?.closed ?? 0];
  assert.ok(before?.includes(childId('NM1')));
  const conflict = { child: childId('NM1'), personId: world.ana };
  await inNorthmarsh((tx) =>
    declareConflict(tx, { ...conflict, why: 'A cousin', at: world.now(), by: 'test' }),
  );
  const after = (await figuresOf(ana)).own;
  assert.deepEqual([after?.lines.some(({ id }) => id === 'NM1'), after?.closed], [false, closed + 1]);
  await inNorthmarsh((tx) => endConflict(tx, conflict, { at: world.now(), by: 'test', why: 'Moved away' }));
  assert.deepEqual(await ownOf(ana), before);
});

test('what is kept for one person is never another’s, in whatever order they come', async () => {
  const [ana, ben, analyst] = [
    await world.as(world.ana),
    await world.as(world.ben),
    await world.with('performance'),
  ];
  const told = async (who: SignedIn) => {
    const { readiness, own, whose, figures } = await figuresOf(who);
    return { readiness, own, whose, number: figures.get('cla-number')?.value };
  };
  const first = [await told(analyst), await told(ana), await told(ben)];
  assert.deepEqual([await told(ben), await told(ana), await told(analyst)].reverse(), first);
  assert.equal(new Set(first.map((each) => JSON.stringify(each))).size, 3);
  assert.equal(first[0]?.own, undefined);
  assert.ok((first[1]?.readiness?.open ?? 0) < (first[0]?.readiness?.open ?? 0));
});

test('a role that ends closes what it opened on the first page of the next day, and not a minute before', async () => {
  const [role] = await inNorthmarsh((tx) => rolesOn(tx, today(), world.ana));
  await inNorthmarsh((tx) => endRole(tx, role?.id ?? 0, day('2026-11-24')));
  world.pass(14 * 60 + 59);
  assert.ok((await ownOf(await world.as(world.ana)))?.includes(childId('NM1')));
  world.pass(1);
  assert.equal((await homeOf(await world.as(world.ana))).kind, 'plain');
});
