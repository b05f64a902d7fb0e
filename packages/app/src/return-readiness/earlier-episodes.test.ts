import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type ChildRecord, day, type Episode } from '@rightplace/domain';
import { asTenant, listFindings } from '@rightplace/store';
import { aChild, anEpisode } from '../../test/children-world.ts';
import { aReadinessWorld, type ReadinessWorld, YEAR } from '../../test/readiness-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { viewChildReturn } from '../return-correction/view-child-return.ts';
import { freezeReturn } from './freeze-return.ts';
import { listFreezes } from './list-freezes.ts';
import { viewFinding } from './view-finding.ts';

let world: ReadinessWorld;

/** Somebody of whom this year's return tells as a care leaver, with that care behind them. */
const aCareLeaver = (id: string, born: string, episodes: readonly Episode[]): ChildRecord => {
  const [year = '', month = '', dayOf = ''] = born.split('-');
  return aChild(id, {
    details: {
      dateOfBirth: day(born),
      sex: 'F',
      ethnicity: 'WBRI',
      upn: `A${id.replaceAll(/\D/g, '').padStart(12, '1')}`,
    },
    episodes,
    facts: [
      {
        kind: 'oc3',
        key: '2027-03-31',
        fields: { DOB: `${dayOf}/${month}/${year}`, IN_TOUCH: 'YES', ACTIV: 'F2', ACCOM: 'B1' },
      },
    ],
  });
};

const CHILDREN: readonly ChildRecord[] = [
  aCareLeaver('CL1', '2006-08-01', [
    anEpisode({ decom: '2017-03-01', dec: '2019-05-01', rec: 'E4A' }),
    anEpisode({ decom: '2021-03-01', dec: '2022-11-01', rec: 'E4A' }),
  ]),
  aCareLeaver('CL2', '2007-09-01', [anEpisode({ decom: '2021-03-01', dec: '2024-01-15', rec: 'E4A' })]),
  aCareLeaver('CL3', '2007-09-01', []),
  aCareLeaver('CL4', '2007-09-01', [anEpisode({ decom: '2023-12-01', dec: '2024-01-15', rec: 'E4A' })]),
  aCareLeaver('CL5', '2007-09-01', [
    anEpisode({ decom: '2021-03-01', dec: '2024-01-15', rec: 'E4A' }),
    anEpisode({ decom: '2025-06-01', dec: '2025-06-20', rec: 'E4A' }),
  ]),
];

before(async () => {
  world = await aReadinessWorld();
  await world.saveChildren(CHILDREN, '2026-11-10T09:00:00Z');
  await world.check();
});
after(() => world.close());

const found = async (): Promise<Record<string, readonly string[]>> =>
  Object.fromEntries(await Promise.all(CHILDREN.map(async ({ id }) => [id, await world.rulesOf(id)])));

const EXPECTED = { CL1: [], CL2: [], CL3: ['1001', '1002'], CL4: ['1001'], CL5: [] };

test('a care leaver whose care ended four years ago is not found, and one who was never in care is', async () => {
  assert.deepEqual(await found(), EXPECTED);
});

test('nothing is found in last year’s rows for it, nor in anybody else’s', async () => {
  const all = await asTenant(world.db, { authorityId: NORTHMARSH }, (tx) => listFindings(tx, YEAR));
  assert.deepEqual(
    all.filter(({ source }) => source.endsWith('_last')),
    [],
  );
});

test('a person’s own return finds them missing from care just when the whole return does', async () => {
  const analyst = await world.with('performance');
  for (const { id } of CHILDREN) {
    const view = await viewChildReturn(world, analyst, { id, collectionYear: YEAR });
    assert.ok(view.kind === 'child-return');
    const isFound = view.findings.some(({ rule }) => rule === '1002');
    assert.equal(isFound, id === 'CL3', id);
  }
});

test('who looks at such a finding sees the episodes that the rule looked at', async () => {
  const analyst = await world.with('performance');
  const id = (await world.findingOf('CL4', '1001'))?.id ?? 0;
  const view = await viewFinding(world, analyst, { id });
  assert.ok(view.kind === 'finding');
  const last = view.tables.find(({ table }) => table === 'Episodes_last');
  assert.deepEqual(
    last?.rows.map(({ cells }) => cells[last.columns.indexOf('DECOM')]),
    ['01/12/2023'],
  );
});

test('it is so beside a return that was submitted last year as well', async () => {
  const director = await world.with('director');
  const collectionYear = YEAR - 1;
  const shown = await listFreezes(world, director, { collectionYear });
  assert.ok(shown.kind === 'freezes');
  const seen = shown.now.knownAt;
  const frozen = await freezeReturn(world, director, {
    kind: 'submission',
    collectionYear,
    note: 'First submission',
    seen,
  });
  assert.equal(frozen.kind, 'frozen');
  await world.check('asked');
  assert.equal((await world.lastCheck())?.lastYear, 'frozen');
  assert.deepEqual(await found(), EXPECTED);
});
