import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { moment } from '@rightplace/domain';
import { findRule } from '@rightplace/ssda903';
import {
  asTenant,
  findLastCheck,
  holdReturnChecks,
  listAudit,
  listCheckMoments,
  replaceProviders,
} from '@rightplace/store';
import {
  aReadinessWorld,
  aTidyChild,
  lineOf,
  type ReadinessWorld,
  YEAR,
} from '../../test/readiness-world.ts';
import { smallReturn } from '../../test/returns.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { applyImport } from '../import/apply-import.ts';
import { sortIntoReturns } from '../import/given-files.ts';
import { previewImport } from '../import/preview-import.ts';
import { createReturnThread } from '../import/return-thread.ts';
import { checkReturn } from './check-return.ts';
import { freezeReturn } from './freeze-return.ts';
import { checkAuthority, keepReturnsChecked } from './keep-checked.ts';
import { returnReadiness } from './return-readiness.ts';

let world: ReadinessWorld;
before(async () => {
  world = await aReadinessWorld();
});
after(() => world.close());

const ask = { authorityId: NORTHMARSH, collectionYear: YEAR, actor: 'test' } as const;

const eventually = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 200; tries++) {
    if (await isSo()) return;
    await wait(50);
  }
  assert.fail(`It never came about that ${what}`);
};

test('what the rules find is new, then as it was, then cleared, then new again', async () => {
  await world.check('night');
  const without = aTidyChild('NM11', { without: 'ethnicity' });
  await world.saveChildren([without], '2026-11-10T09:00:00Z');
  const first = await world.check();
  assert.ok(first.kind === 'checked' && first.found > 0);
  assert.ok((await world.rulesOf('NM11')).includes('103'));
  const found = await world.findingOf('NM11', '103');
  assert.deepEqual(
    found?.cells.map(({ rowKey, column, value }) => [rowKey, column, value]),
    [['header', 'ETHNIC', '']],
  );
  assert.deepEqual(found?.correct, {
    child: 'NM11',
    collectionYear: YEAR,
    table: 'Header',
    rowKey: 'header',
    field: 'ETHNIC',
  });
  const again = await world.check('asked');
  assert.ok(again.kind === 'checked' && again.found === 0 && again.cleared === 0);
  await world.saveChildren([aTidyChild('NM11')], '2026-11-11T09:00:00Z');
  const cleared = await world.check();
  assert.ok(cleared.kind === 'checked' && cleared.cleared > 0);
  assert.equal(await world.findingOf('NM11', '103'), undefined);
  await world.saveChildren([without], '2026-11-12T09:00:00Z');
  await world.check();
  const back = await world.findingOf('NM11', '103');
  assert.ok(back !== undefined && back.id !== found?.id, 'one that comes back is a new finding');
});

test('the same record is not checked again for a change that was seen', async () => {
  assert.equal((await world.check('correction')).kind, 'not-needed');
  assert.equal((await world.check('import')).kind, 'not-needed');
  assert.equal((await world.check('asked')).kind, 'checked');
});

test('a night is checked once, however many processes come to it at the same time', async () => {
  world.pass(24 * 60);
  const other = { ...world, db: world.database.app };
  const outcomes = await Promise.all([
    checkReturn(world, { ...ask, cause: 'night' }),
    checkReturn(other, { ...ask, cause: 'night' }),
    checkReturn({ ...world, db: world.database.owner }, { ...ask, cause: 'night' }),
  ]);
  assert.deepEqual(outcomes.map(({ kind }) => kind).toSorted(), ['checked', 'not-needed', 'not-needed']);
  world.pass(24 * 60);
  assert.equal((await checkReturn(world, { ...ask, cause: 'night' })).kind, 'checked', 'the next night is');
});

test('two processes with a thread each check a night once', async () => {
  world.pass(24 * 60);
  const process = () => ({ ...world, returnThread: createReturnThread(world.database.address.app) });
  const nights = async (): Promise<number> =>
    asTenant(
      world.db,
      { authorityId: NORTHMARSH },
      async (tx) =>
        (await listAudit(tx, { action: 'return-checked', actor: 'nightly check', limit: 1000 })).filter(
          ({ subject }) => subject?.id === '2026-27',
        ).length,
    );
  const earlier = await nights();
  await Promise.all([
    checkAuthority(process(), NORTHMARSH, 'night'),
    checkAuthority(process(), NORTHMARSH, 'night'),
  ]);
  assert.equal(await nights(), earlier + 1);
});

test('a server checks at two in the morning by London’s clock, or once it is back when it was off then', async () => {
  const nightAt = async (): Promise<string | undefined> =>
    (await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) => findLastCheck(tx, YEAR, 'night')))?.at;
  const serveAt = async (at: string, isChecked: boolean): Promise<void> => {
    const server = { ...world, now: () => moment(at) };
    const stopping = await keepReturnsChecked(server, world.database, (error) => assert.fail(String(error)));
    await stopping.stop();
    assert.equal((await nightAt()) === moment(at), isChecked, at);
  };
  await serveAt('2026-12-20T01:59:00Z', false);
  await serveAt('2026-12-20T02:00:00Z', true);
  await serveAt('2026-12-20T02:01:00Z', false);
  await serveAt('2026-12-21T12:00:00Z', true);
  await serveAt('2026-12-21T12:01:00Z', false);
  await serveAt('2026-12-22T01:59:00Z', false);
  // In summer London is an hour ahead.
  await serveAt('2027-04-20T00:59:00Z', false);
});

test('a server that was off in the night checks once when it is back, and not again for what changed meanwhile', async () => {
  await world.saveChildren([aTidyChild('NM13')], '2026-12-23T05:00:00Z');
  const server = { ...world, now: () => moment('2026-12-23T08:00:00Z') };
  const checks = async () =>
    (await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) => listCheckMoments(tx, YEAR))).length;
  const earlier = await checks();
  const stopping = await keepReturnsChecked(server, world.database, (error) => assert.fail(String(error)));
  await eventually('the night is made up for', async () => (await checks()) > earlier);
  await stopping.stop();
  assert.equal((await world.lastCheck())?.cause, 'night');
  assert.equal(await checks(), earlier + 1);
});

test('a check is behind on the next day while its year runs, and never once that is over', async () => {
  const fresh = await aReadinessWorld();
  try {
    const analyst = await fresh.with('performance');
    const behind = async (collectionYear: number) => {
      const readiness = await returnReadiness(fresh, analyst, { collectionYear });
      return readiness.kind === 'readiness' ? readiness.lastCheck?.behind : assert.fail();
    };
    await fresh.check('night');
    await fresh.check('night', YEAR - 1);
    assert.equal(await behind(YEAR), undefined);
    fresh.pass(14 * 60 + 59);
    assert.equal(await behind(YEAR), undefined, 'one minute before midnight');
    fresh.pass(1);
    assert.deepEqual([await behind(YEAR), await behind(YEAR - 1)], ['day', undefined]);
    assert.equal((await fresh.check('correction')).kind, 'not-needed', 'a new day is the night’s to check');
    await fresh.check('night');
    assert.equal(await behind(YEAR), undefined);
  } finally {
    await fresh.close();
  }
});

test('an import is checked after it, by whatever process, and so is a change by hand', async () => {
  const stopping = await keepReturnsChecked(world, world.database, (error) => assert.fail(String(error)));
  try {
    const importer = { kind: 'command', authorityId: NORTHMARSH } as const;
    const previewed = await previewImport(world, importer, await sortIntoReturns(smallReturn('2027')));
    assert.ok(previewed.kind === 'previewed');
    assert.equal((await applyImport(world, importer, previewed.importId)).kind, 'applied');
    await eventually('the import is checked', async () => (await world.lastCheck())?.cause === 'import');
    world.pass(1);
    await world.saveChildren([aTidyChild('NM12', { without: 'ethnicity' })], world.now());
    await eventually('the change is checked', async () => (await world.lastCheck())?.cause === 'correction');
  } finally {
    await stopping.stop();
  }
});

test('an import that comes while a check of a change waits its turn is what that check says it was for', async () => {
  const fresh = await aReadinessWorld();
  try {
    await fresh.check('night');
    fresh.pass(1);
    await fresh.saveChildren([aTidyChild('NM13')], fresh.now());
    fresh.pass(1);
    let waiting: Promise<void> | undefined;
    await asTenant(fresh.db, ask, async (tx) => {
      await holdReturnChecks(tx);
      waiting = checkAuthority(fresh, NORTHMARSH, 'changed');
      await wait(200);
      const importer = { kind: 'command', authorityId: NORTHMARSH } as const;
      const previewed = await previewImport(fresh, importer, await sortIntoReturns(smallReturn('2027')));
      assert.ok(previewed.kind === 'previewed');
      assert.equal((await applyImport(fresh, importer, previewed.importId)).kind, 'applied');
    });
    await waiting;
    assert.equal((await fresh.lastCheck())?.cause, 'import');
  } finally {
    await fresh.close();
  }
});

test('rules that need what is not loaded are skipped and said so, and run once it is loaded', async () => {
  const skipped = async () => (await world.lastCheck())?.skipped.map(({ why }) => why).join(' ') ?? '';
  assert.match(await skipped(), /Ofsted’s lists of providers/);
  const line = { PLACE_CODES: 'K2', PROVIDER_CODES: 'PR4', REG_END: '', POSTCODE: '', LA_CODE_INFERRED: '' };
  await replaceProviders(world.database.owner, [{ URN: 'SC990003', ...line }], { source: 'invented' });
  assert.equal((await world.check('correction')).kind, 'checked', 'new published data is a reason to check');
  assert.doesNotMatch(await skipped(), /It needs Ofsted’s lists of providers,/);
});

test('a table that the record holds and that is empty this year is known to be empty, so its rules run', async () => {
  const fresh = await aReadinessWorld();
  try {
    const missing = async (): Promise<readonly string[]> => {
      await fresh.check('asked');
      const check = await fresh.lastCheck();
      return ['Missing', 'OC2'].filter((table) =>
        check?.skipped.some(({ rule }) => findRule(rule, YEAR)?.needs.some((needed) => needed === table)),
      );
    };
    assert.deepEqual(await missing(), ['Missing', 'OC2'], 'nothing is known of either');
    const child = aTidyChild('NM61');
    const earlier = [
      { kind: 'missing', key: '2024-06-01 M', fields: { MISSING: 'M', MIS_START: '01/06/2024' } },
      { kind: 'oc2', key: '2025-03-31', fields: { DOB: '03/05/2014' } },
    ] as const;
    const facts = [...child.facts, ...earlier];
    await fresh.saveChildren([{ ...child, facts }], '2026-11-10T09:00:00Z');
    assert.deepEqual(await missing(), ['OC2'], 'health is asked of the year as a whole, and is not due yet');
    await fresh.check('asked', YEAR - 1);
    const lastYears = (await fresh.lastCheck(YEAR - 1))?.skipped.map(({ rule }) => rule);
    assert.ok(!lastYears?.includes('191'), 'of a year that is over it is due');
    assert.ok((await fresh.rulesOf('NM61', YEAR - 1)).includes('191'), 'and found missing');
  } finally {
    await fresh.close();
  }
});

test('comparisons are made with last year’s return as it was submitted, once that was frozen', async () => {
  const fresh = await aReadinessWorld();
  try {
    const analyst = await fresh.with('performance');
    await fresh.saveChildren([aTidyChild('NM21')], '2026-11-10T09:00:00Z');
    await fresh.check();
    assert.equal((await fresh.lastCheck())?.lastYear, 'record');
    const frozen = await freezeReturn(fresh, analyst, {
      kind: 'submission',
      collectionYear: YEAR - 1,
      note: 'First submission',
      seen: moment('2026-11-10T09:00:00Z'),
    });
    assert.equal(frozen.kind, 'frozen');
    const readiness = await returnReadiness(fresh, analyst, { collectionYear: YEAR });
    assert.equal(readiness.kind === 'readiness' && readiness.lastCheck?.behind, 'last-year');
    const before = await fresh.rulesOf('NM21');
    // The record now says another sex: of last year too, but not of what was submitted.
    await fresh.saveChildren([aTidyChild('NM21', { sex: 'F' })], '2026-11-11T09:00:00Z');
    await fresh.check();
    assert.equal((await fresh.lastCheck())?.lastYear, 'frozen');
    const now = (await fresh.rulesOf('NM21')).filter((rule) => !before.includes(rule));
    const withLastYear = now.filter((rule) =>
      findRule(rule, YEAR)?.needs.some((table) => table.endsWith('_last')),
    );
    assert.ok(withLastYear.length > 0, 'the rules compare with what was submitted');
  } finally {
    await fresh.close();
  }
});

test('once last year’s return is frozen, this year’s is checked at once, by whatever process', async () => {
  const fresh = await aReadinessWorld();
  const analyst = await fresh.with('performance');
  await fresh.check('night');
  await fresh.check('night', YEAR - 1);
  const earlier = await fresh.lastCheck();
  const stopping = await keepReturnsChecked(fresh, fresh.database, (error) => assert.fail(String(error)));
  try {
    const seen = moment('2026-11-01T09:00:00Z');
    const asked = { kind: 'submission', collectionYear: YEAR - 1, note: 'First submission', seen } as const;
    assert.equal((await freezeReturn(fresh, analyst, asked)).kind, 'frozen');
    await eventually('it is checked', async () => (await fresh.lastCheck())?.id !== earlier?.id);
    const check = await fresh.lastCheck();
    assert.equal(check?.lastYear, 'frozen');
    const again = { ...asked, note: 'Resubmitted' };
    assert.equal((await freezeReturn(fresh, analyst, again)).kind, 'frozen');
    await eventually('it is again', async () => (await fresh.lastCheck())?.id !== check?.id);
    assert.equal((await fresh.lastCheck())?.cause, 'freeze');
    assert.equal((await fresh.check('correction')).kind, 'not-needed');
  } finally {
    await stopping.stop();
    await fresh.close();
  }
});

test('readiness says what changed since last night, how it went, and the share of children with no error', async () => {
  const fresh = await aReadinessWorld();
  try {
    const analyst = await fresh.with('performance');
    await fresh.saveChildren([aTidyChild('NM31', { without: 'ethnicity' })], '2026-11-10T09:00:00Z');
    await fresh.check('night');
    fresh.pass(60);
    await fresh.saveChildren([aTidyChild('NM31'), aTidyChild('NM32', { without: 'ethnicity' })], fresh.now());
    await fresh.check();
    const readiness = await returnReadiness(fresh, analyst, { collectionYear: YEAR });
    assert.ok(readiness.kind === 'readiness');
    const { sinceLastNight, trend, ready, counts, lastCheck } = readiness;
    assert.ok(sinceLastNight !== undefined);
    assert.ok(sinceLastNight.clearedLately.some(({ child, rule }) => child === 'NM31' && rule === '103'));
    assert.ok(
      sinceLastNight.newest.length > 0 && sinceLastNight.newest.every(({ child }) => child === 'NM32'),
    );
    assert.equal(trend.at(-1)?.open, counts.open);
    assert.equal(
      counts.open - counts.closed,
      readiness.byRule.reduce((sum, { open }) => sum + open, 0),
    );
    assert.equal(
      counts.open - counts.closed,
      readiness.byTeam.reduce((sum, { open }) => sum + open, 0),
    );
    assert.equal(lastCheck?.behind, undefined);
    const line = await lineOf(fresh, analyst);
    assert.deepEqual(
      [line?.open, line?.ready.share, line?.mostWith?.team],
      [counts.open, ready.share, 'East team'],
    );
    assert.equal(ready.children, 7, 'those of whom the year has something to tell');
    assert.ok(ready.share !== undefined && ready.share < 1);
    await fresh.saveChildren([aTidyChild('NM32')], '2026-11-23T12:00:00Z');
    const behind = await returnReadiness(fresh, analyst, { collectionYear: YEAR });
    assert.ok(behind.kind === 'readiness' && behind.lastCheck?.behind === 'record');
    assert.equal(
      (await returnReadiness(fresh, analyst, { collectionYear: 2019 })).kind,
      'refused',
      'a year without rules',
    );
  } finally {
    await fresh.close();
  }
});
