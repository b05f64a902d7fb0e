import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type ChildRecord, timelinesFromEpisodes } from '@rightplace/domain';
import { anEpisode } from '../../test/children-world.ts';
import { aReadinessWorld, aTidyChild, type ReadinessWorld, YEAR } from '../../test/readiness-world.ts';
import { agreeAnswer } from './decide-answer.ts';
import { proposeAnswer } from './propose-answer.ts';
import { returnReadiness } from './return-readiness.ts';
import { viewFinding } from './view-finding.ts';

let world: ReadinessWorld;
before(async () => {
  world = await aReadinessWorld();
});
after(() => world.close());

/** In a secure home while an order deprives him of his liberty, where there can be none. */
const withOrder = (id: string, place = 'K1'): ChildRecord => {
  const tidy = aTidyChild(id);
  return {
    ...tidy,
    ...timelinesFromEpisodes([anEpisode({ decom: '2024-02-01', place })]),
    facts: [
      ...tidy.facts,
      {
        kind: 'deprivation-of-liberty',
        key: '01/06/2026',
        fields: { DOLO_START: '01/06/2026', DOLO_END: '01/09/2026' },
      },
    ],
  };
};

test('rows of two tables that a rule holds against each other are one thing to put right, and both are marked', async () => {
  await world.saveChildren([withOrder('NM81')], '2026-11-10T09:00:00Z');
  await world.check();
  const analyst = await world.with('performance');
  for (const rule of ['709', '710']) {
    const { findings } = await world.list(analyst, { rule });
    assert.equal(findings.length, 1, `rule ${rule} is one finding`);
    const view = await viewFinding(world, analyst, { id: findings[0]?.id ?? 0 });
    assert.ok(view.kind === 'finding');
    const marked = view.tables.flatMap(({ table, rows }) =>
      rows.filter(({ atFault }) => atFault).map((row) => [table, ...row.marked]),
    );
    assert.deepEqual(marked, [
      ['DoLo', 'DOLO_START'],
      ['Episodes', 'PLACE'],
    ]);
    assert.deepEqual(
      view.finding.cells.map(({ otherTable, column, value }) => [otherTable, column, value]),
      [
        [undefined, 'DOLO_START', '01/06/2026'],
        ['Episodes', 'PLACE', 'K1'],
      ],
    );
  }
  const readiness = await returnReadiness(world, analyst, { collectionYear: YEAR });
  assert.ok(readiness.kind === 'readiness');
  assert.equal(readiness.byRule.find(({ key }) => key === '710')?.open, 1);
});

test('an answer lapses when a row of either table changes', async () => {
  await world.saveChildren([withOrder('NM82', 'H5')], '2026-11-11T09:00:00Z');
  await world.check();
  const analyst = await world.with('performance');
  const director = await world.with('director');
  const found = await world.findingOf('NM82', '709');
  const answer = await proposeAnswer(world, analyst, {
    finding: found?.id ?? 0,
    answer: 'explained',
    reason: 'The court said so.',
  });
  assert.ok(answer.kind === 'proposed');
  await agreeAnswer(world, director, { answer: answer.id, note: '' });
  await world.check();
  assert.equal(await world.findingOf('NM82', '709'), undefined, 'it is answered');
  await world.saveChildren([withOrder('NM82', 'R1')], '2026-11-12T09:00:00Z');
  const behind = await viewFinding(world, analyst, { id: found?.id ?? 0 });
  assert.equal(behind.kind === 'finding' && behind.isBehind, true);
  await world.check();
  assert.equal((await world.findingOf('NM82', '709'))?.id, found?.id, 'the same finding, open again');
});

test('during the year no finding speaks of a 31 March that has not come', async () => {
  const left = aTidyChild('NM83');
  const facts = left.facts.map((fact) => ({ ...fact, fields: { ...fact.fields, SW_DEC: '01/06/2026' } }));
  await world.saveChildren([{ ...left, facts }], '2026-11-13T09:00:00Z');
  await world.check();
  const found = await world.findingOf('NM83', 'SW17STG2');
  assert.match(found?.wrong ?? '', /was still looked after on \d+ November 2026\./);
});

test('a list that is narrowed counts what was put right of its own, and says what it is narrowed to', async () => {
  const analyst = await world.with('performance');
  await world.saveChildren(
    [aTidyChild('NM84', { without: 'sex' }), aTidyChild('NM85', { without: 'ethnicity' })],
    '2026-11-14T09:00:00Z',
  );
  await world.check('night');
  await world.saveChildren([aTidyChild('NM84'), aTidyChild('NM85')], '2026-11-14T10:00:00Z');
  await world.check();
  const own = (rule?: string) => world.list(analyst, rule === undefined ? {} : { rule });
  assert.equal((await own('101')).clearedSinceLastNight, 1);
  assert.equal((await own('103')).clearedSinceLastNight, 1);
  assert.equal((await own('709')).clearedSinceLastNight, 0);
  assert.ok((await own()).clearedSinceLastNight >= 2);
  const { narrowedTo } = await world.list(analyst, { rule: '101', who: 'nobody', text: 'Kofi', table: '?' });
  assert.deepEqual(
    narrowedTo.map(({ title, value }) => `${title}: ${value}`),
    ['Who can put it right: nobody', 'Rule: 101 Sex missing or not a code', 'Table: ?', 'Words: “Kofi”'],
  );
});
