import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ALL_ROLES, childId, day, mayAttempt, moment, type Role } from '@rightplace/domain';
import { readWorkbook } from '@rightplace/spreadsheet';
import { assignRole, asTenant, findLastCheck, listTeams, saveFindings } from '@rightplace/store';
import { aReadinessWorld, aTidyChild, type ReadinessWorld, YEAR } from '../../test/readiness-world.ts';
import { NORTHMARSH } from '../../test/world.ts';
import { createReturnThread } from '../import/return-thread.ts';
import { downloadFindings } from './download-findings.ts';
import { findingsWorkbook } from './findings-workbook.ts';
import type { FindingInList, FindingsAsked } from './views.ts';

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

const aFinding: FindingInList = {
  id: 1,
  rule: '101',
  title: 'Sex missing',
  severity: 'error',
  wrong: 'It is blank.',
  todo: 'Enter it.',
  table: 'Header',
  tableTitle: 'Header',
  child: childId('NM51'),
  childName: undefined,
  who: 'social-worker',
  team: undefined,
  worker: undefined,
  cells: [],
  firstSeen: moment('2026-11-20T09:00:00Z'),
  clearedAt: undefined,
  state: 'open',
  correct: undefined,
};

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

const workbookFor = async (list: Partial<FindingsAsked>) => {
  const analyst = await world.with('performance');
  const file = await downloadFindings(world, analyst, {
    ...asked,
    list: { ...asked.list, ...list },
    format: 'xlsx',
  });
  assert.ok(file.kind === 'file');
  return readWorkbook(Buffer.from(file.body));
};

test('a workbook says first what it is, of when and of whom, and has a sheet for each team', async () => {
  const sheets = await workbookFor({});
  assert.deepEqual(
    sheets.map(({ name }) => name),
    ['About', 'Findings', 'East team', 'West team', 'No team recorded'],
  );
  const [about, all, ...teams] = sheets;
  const said = new Map(about?.rows.map(([title = '', value = '']) => [title, value]));
  assert.equal(said.get('What it is'), 'Findings of the return of 2026-27');
  assert.equal(said.get('Narrowed to'), 'Nothing: all that may be taken away');
  assert.match(said.get('Checked') ?? '', /^\d+ November 2026/);
  assert.match(said.get('Taken away') ?? '', /2026.*, by Somebody \(performance\)/);
  assert.equal(said.get('What for'), 'Checking or correcting the record');
  const lines = (sheet: (typeof sheets)[number] | undefined) => (sheet?.rows.length ?? 1) - 1;
  assert.equal(said.get('Findings'), String(lines(all)));
  assert.equal(
    teams.reduce((sum, sheet) => sum + lines(sheet), 0),
    lines(all),
  );
});

test('a list that is narrowed to one team is one sheet, and says which', async () => {
  const { choices } = await world.list(await world.with('performance'));
  const east = choices.teams.find(({ title }) => title === 'East team')?.key;
  const [about, ...more] = await workbookFor({ team: east, text: 'NM51' });
  const said = about?.rows.map((cells) => cells.join(' ')) ?? [];
  assert.ok(said.includes('Narrowed to: Team East team'), said.join('; '));
  assert.ok(said.includes('Narrowed to: Words “NM51”'), said.join('; '));
  assert.deepEqual(
    more.map(({ name }) => name),
    ['Findings'],
  );
});

test('whatever a team is called, its sheet has a name that Excel takes', () => {
  const teams = [
    "'Court: [1/2]*?'",
    'Findings',
    'A team with a name longer than any sheet 1',
    'A team with a name longer than any sheet 2',
    '***',
  ];
  const sheets = findingsWorkbook({
    findings: teams.map((team) => ({ ...aFinding, team })),
    collectionYear: YEAR,
    state: 'open',
    narrowedTo: [],
    checkedAt: undefined,
    authority: 'Northmarsh',
    takenAt: moment('2026-11-22T10:00:00Z'),
    takenBy: 'Ana',
    purpose: 'Checking',
  });
  const names = sheets.map(({ name }) => name);
  assert.equal(new Set(names.map((name) => name.toLowerCase())).size, teams.length + 2);
  for (const name of names) assert.match(name, /^(?!')[^[\]:*?/\\]{1,31}(?<!')$/);
});

test('a workbook of eight thousand findings is written in a thread of its own, and pages are answered meanwhile', async () => {
  const analyst = await world.with('performance');
  const rows = Array.from({ length: 8_000 }, (_, n) => `2026-05-01+${n + 2}`);
  const found = rows.map((key) => {
    const cells = [{ DECOM: '01/05/2026', RNE: 'P' }];
    return {
      rule: '141',
      source: 'Episodes',
      child: 'NM52',
      rowKeys: [key],
      fields: ['RNE'],
      cells,
      also: [],
    };
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
  const [, sheet] = await readWorkbook(Buffer.from(file.body));
  assert.ok((sheet?.rows.length ?? 0) > 8_000, 'every finding has its row');
  // Against the work itself and not a clock: on a busy machine both are long.
  assert.ok(longest < took / 3, `this thread stood still for ${longest} of ${took} ms`);
  assert.equal((await world.auditOf('2026-27', 'return'))[0]?.action, 'findings-downloaded');
});
