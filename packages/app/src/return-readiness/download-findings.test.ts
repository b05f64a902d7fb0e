import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, day, mayAttempt, type Role } from '@rightplace/domain';
import { readWorkbook } from '@rightplace/spreadsheet';
import { assignRole, asTenant, findLastCheck, listTeams, saveFindings } from '@rightplace/store';
import { aReadinessWorld, aTidyChild, type ReadinessWorld, YEAR } from '../../test/readiness-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { createReturnThread } from '../import/return-thread.ts';
import { downloadFindings } from './download-findings.ts';

let world: ReadinessWorld;
before(async () => {
  world = await aReadinessWorld();
  const nasty = aTidyChild('NM51', {
    without: 'sex',
    givenName: '=HYPERLINK("x")',
    familyName: 'O’Dell, "J"',
  });
  await world.saveChildren([nasty, aTidyChild('NM52', { without: 'sex' })], '2026-11-20T09:00:00Z');
  await world.check('night');
});
after(() => world.close());

const asked = {
  list: { collectionYear: YEAR, state: 'open', page: 1 },
  format: 'csv',
  purpose: 'data-quality',
} as const;

const fileFor = async (
  who: Awaited<ReturnType<ReadinessWorld['as']>>,
  more: Partial<Parameters<typeof downloadFindings>[2]> = {},
): Promise<string> => {
  const file = await downloadFindings(world, who, { ...asked, ...more });
  return file.kind === 'file' ? String(file.body) : `refused: ${file.name}`;
};

test('the file has every finding of the list, whatever page was looked at, and nothing a spreadsheet would run', async () => {
  const analyst = await world.with('performance');
  const { total } = await world.list(analyst);
  const text = await fileFor(analyst, { list: { ...asked.list, page: 99 } });
  assert.equal(text.trimEnd().split('\r\n').length, total + 1);
  assert.match(text, /NM51,"'=HYPERLINK\(""x""\) O’Dell, ""J""",101,/);
  assert.doesNotMatch(text, /Quillfeather|NM3/, 'a restricted record is in no list');
});

test('each role that may take lists away may take this one, with a purpose, and no other role', async () => {
  for (const role of ALL_ROLES) {
    const who = await world.with(role);
    const attempt = { actor: who.actor, action: 'download-children', on: day('2026-11-23') } as const;
    const expected = mayAttempt({ ...attempt, purpose: 'data-quality' }).kind === 'may';
    assert.equal((await fileFor(who)).startsWith('refused'), !expected, role);
    if (expected) assert.equal(await fileFor(who, { purpose: 'curiosity' }), 'refused: purpose-needed', role);
  }
});

test('whoever sees the findings of all and takes lists of a team takes the team’s', async () => {
  const personId = await world.someone('placements-officer' satisfies Role);
  await asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    const west = (await listTeams(tx)).find(({ name }) => name === 'West team');
    await assignRole(tx, {
      personId,
      role: 'team-manager',
      teamId: west?.id ?? 0,
      starts: day('2024-01-01'),
    });
  });
  const both = await world.as(personId);
  const seen = new Set((await world.list(both)).findings.map(({ child }) => String(child)));
  assert.ok(seen.has('NM1') && seen.has('NM2'));
  const text = await fileFor(both);
  assert.match(text, /\r\nNM2,/);
  assert.doesNotMatch(text, /NM1,|NM51,/);
});

test('who took it, why, and whose findings were in it are in the audit, or there is no file', async () => {
  const analyst = await world.with('performance');
  await fileFor(analyst, { list: { ...asked.list, text: 'NM52' } });
  const [entry] = await world.auditOf('2026-27', 'return');
  assert.equal(entry?.action, 'findings-downloaded');
  assert.equal(entry?.why, 'Checking or correcting the record');
  assert.equal((await world.auditNaming('NM52'))[0]?.action, 'findings-downloaded');
  await world.withoutAudit(async () => {
    await assert.rejects(fileFor(analyst));
  });
});

test('a workbook of twenty thousand findings is written in a thread of its own, and pages are answered meanwhile', async () => {
  const analyst = await world.with('performance');
  const rows = Array.from({ length: 20_000 }, (_, n) => `2026-05-01+${n + 2}`);
  const found = rows.map((key) => {
    const cells = [{ DECOM: '01/05/2026', RNE: 'P' }];
    return { rule: '141', source: 'Episodes', child: 'NM52', rowKeys: [key], fields: ['RNE'], cells };
  });
  await asTenant(world.db, { authorityId: NORTHMARSH }, async (tx) => {
    const check = (await findLastCheck(tx, YEAR))?.id ?? 0;
    await saveFindings(tx, { collectionYear: YEAR, check }, { found, cleared: [], changed: [], same: [] });
  });
  const threaded = { ...world, returnThread: createReturnThread(world.database.address.app) };
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const began = performance.now();
  const file = await downloadFindings(threaded, analyst, { ...asked, format: 'xlsx' });
  clearInterval(beat);
  const took = performance.now() - began;
  assert.ok(file.kind === 'file');
  const [sheet] = await readWorkbook(Buffer.from(file.body));
  assert.ok((sheet?.rows.length ?? 0) > 20_000, 'every finding has its row');
  // Against the work itself and not a clock: on a busy machine both are long.
  assert.ok(longest < took / 3, `this thread stood still for ${longest} of ${took} ms`);
  assert.equal((await world.auditOf('2026-27', 'return'))[0]?.action, 'findings-downloaded');
});
