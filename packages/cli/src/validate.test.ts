import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readWorkbook, writeWorkbook } from '@rightplace/spreadsheet';
import { commandLine } from '../test/run-command.ts';

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rp-validate-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

const rightplace = commandLine(() => folder, [], '2026-11-22T09:00:00Z');

const COLUMNS = {
  header: 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB',
  episodes: 'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
};

const write = (name: string, kind: keyof typeof COLUMNS, ...rows: readonly string[]): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `${[COLUMNS[kind], ...rows].join('\n')}\n`);
  return name;
};

const CLEAN = 'A,M,04/05/2012,WBRI,UN1,0,';
const NO_SEX = 'B,,04/05/2012,WBRI,UN1,0,';

test('a return in which the rules find nothing ends with 0', async () => {
  write('clean/header.csv', 'header', CLEAN);
  const { code, out } = await rightplace(
    'validate',
    'clean',
    '--collection-year',
    '2026-27',
    '--rules',
    '101,102',
  );
  assert.equal(code, 0);
  assert.match(out, /2 rules run, nothing found/);
});

test('a year that is not over is looked at to its end, unless a day is given, and that is said', async () => {
  write('running/header.csv', 'header', 'A,M,10/01/2009,WBRI,UN1,0,');
  write('running/episodes.csv', 'episodes', 'A,01/06/2026,S,C2,N1,U6,PR1,,,,ZZ1 1AA,ZZ2 2BB,9900001');
  const asked = ['validate', 'running', '--collection-year', '2026-27', '--rules', '359'] as const;
  const whole = await rightplace(...asked);
  assert.equal(whole.code, 1);
  assert.match(whole.out, /359 {2}Still looked after beyond 18: 1 row/);
  assert.match(whole.notes, /2026-27 is not over.*as if it were.*--up-to 2026-11-22/);
  const soFar = await rightplace(...asked, '--up-to', '2026-11-22');
  assert.equal(soFar.code, 0);
  assert.doesNotMatch(soFar.notes, /not over/);
  const over = await commandLine(() => folder, [], '2027-04-20T09:00:00Z')(...asked);
  assert.doesNotMatch(over.notes, /not over/);
  assert.match(
    (await rightplace(...asked, '--up-to', 'today')).notes,
    /--up-to takes a day written YYYY-MM-DD/,
  );
});

test('what is found is told with the rule, the file, the line and what to do, and ends with 1', async () => {
  write('found/header.csv', 'header', CLEAN, NO_SEX);
  const { code, out } = await rightplace(
    'validate',
    'found',
    '--collection-year',
    '2026-27',
    '--rules',
    '101',
  );
  assert.equal(code, 1);
  assert.match(out, /101 {2}Sex missing or not a code: 1 row/);
  assert.match(out, /header\.csv, line 3, child B: SEX/);
  assert.match(out, /Enter the child’s sex/);
});

test('as JSON it is exactly the result of the rules, and nothing else is printed', async () => {
  write('json/header.csv', 'header', NO_SEX);
  const { out } = await rightplace(
    'validate',
    'json',
    '--collection-year',
    '2026/27',
    '--rules',
    '101 202',
    '--format',
    'json',
  );
  const result = JSON.parse(out) as { findings: unknown; ran: unknown; skipped: unknown };
  assert.deepEqual(result.ran, ['101']);
  assert.deepEqual(result.findings, [
    {
      rule: '101',
      table: 'Header',
      rows: [0],
      fields: ['SEX'],
      child: 'B',
      message:
        'SEX is blank or is not M, F or U. Enter the child’s sex as M or F, or U where it is not known.',
    },
  ]);
  assert.deepEqual(result.skipped, [{ rule: '202', why: 'It needs last year’s Header, not given.' }]);
});

test('a CSV of findings has a line for each row and runs nothing in a spreadsheet', async () => {
  write('csv/header.csv', 'header', NO_SEX, '"=1+1",,04/05/2012,WBRI,UN1,0,');
  const { out } = await rightplace(
    'validate',
    'csv',
    '--collection-year',
    '2026-27',
    '--rules',
    '101',
    '--format',
    'csv',
  );
  const [columns, ...lines] = out.split('\r\n');
  assert.match(columns ?? '', /^Rule,Severity,Title,Table,File,Line,Child/);
  assert.equal(lines.length, 2);
  assert.match(lines[1] ?? '', /,'=1\+1,/);
  const [, first] = lines;
  assert.match(first ?? '', /SEX blank/, 'what the cell holds');
});

test('a CSV written to a file is marked as what it is, so that a spreadsheet spoils no apostrophe', async () => {
  write('marked/header.csv', 'header', NO_SEX);
  const asked = ['validate', 'marked', '--collection-year', '2026-27', '--rules', '101'];
  await rightplace(...asked, '--format', 'csv', '--out', 'marked.csv');
  assert.ok(readFileSync(join(folder, 'marked.csv'), 'utf8').startsWith('\uFEFFRule,'));
});

test('what the cells at fault hold is said where they are, each on its line', async () => {
  write('held/header.csv', 'header', 'H1,"X\nY",04/05/2012,,UN1,0,');
  const { out } = await rightplace('validate', 'held', '--collection-year', '2026-27', '--rules', '101,103');
  assert.match(out, /header\.csv, line 2, child H1: SEX X Y\n/);
  assert.match(out, /header\.csv, line 2, child H1: ETHNIC blank$/m);
});

test('a workbook of findings says them, each rule’s count and what was not run', async () => {
  write('xlsx/header.csv', 'header', CLEAN, NO_SEX);
  const { code } = await rightplace(
    'validate',
    'xlsx',
    '--collection-year',
    '2026-27',
    '--rules',
    '101,202',
    '--format',
    'xlsx',
    '--out',
    'f.xlsx',
  );
  assert.equal(code, 1);
  const sheets = await readWorkbook(readFileSync(join(folder, 'f.xlsx')));
  assert.deepEqual(
    sheets.map(({ name, rows }) => [name, rows.length]),
    [
      ['Findings 2026-27', 2],
      ['By rule', 2],
      ['Not run', 2],
    ],
  );
});

test('a workbook needs a file to go to', async () => {
  write('xlsx/header.csv', 'header', CLEAN);
  const { code, notes } = await rightplace('validate', 'xlsx', '--format', 'xlsx');
  assert.equal(code, 2);
  assert.match(notes, /--out findings\.xlsx/);
});

test('of a folder of years the newest is checked, against the year before', async () => {
  write('years/2026/header.csv', 'header', CLEAN);
  write('years/2027/header.csv', 'header', CLEAN.replace('04/05/2012', '05/05/2012'));
  const { code, out } = await rightplace('validate', 'years', '--rules', '203');
  assert.equal(code, 1);
  assert.match(out, /Return for 2026-27/);
});

test('last year may be a folder of its own', async () => {
  write('this/header.csv', 'header', CLEAN);
  write('before/header.csv', 'header', CLEAN.replace('04/05/2012', '05/05/2012'));
  const { code } = await rightplace(
    'validate',
    'this',
    '--previous',
    'before',
    '--collection-year',
    '2026-27',
    '--rules',
    '203',
  );
  assert.equal(code, 1);
});

test('files of another year in the wrong place are noticed before what was found is trusted', async () => {
  const from = (day: string): string => `A,${day},S,C2,N1,U4,PR1,,,,,,`;
  write('newer/episodes.csv', 'episodes', from('01/06/2026'));
  write('older/episodes.csv', 'episodes', from('01/06/2025'));
  const { notes } = await rightplace(
    'validate',
    'older',
    '--previous',
    'newer',
    '--collection-year',
    '2026-27',
    '--rules',
    '141',
  );
  assert.match(notes, /the wrong way round/);
});

test('files may be named one by one, with Ofsted’s workbooks among them', async () => {
  write('one/header.csv', 'header', CLEAN);
  write(
    'one/episodes.csv',
    'episodes',
    'A,01/05/2026,S,C2,N1,K2,PR4,,,,,,1234567',
    'A,02/05/2026,S,C2,N1,K2,PR4,,,,,,7654321',
  );
  const list = await writeWorkbook([
    {
      name: 'Providers',
      columns: ['URN', 'Placement code', 'Placement provider code', 'Setting postcode'].map((title) => ({
        title,
      })),
      rows: [[1_234_567, 'K2', 'PR4', 'ZZ1 1ZZ']],
    },
  ]);
  writeFileSync(join(folder, 'homes.xlsx'), list);
  const { code, out } = await rightplace(
    'validate',
    'one/header.csv',
    'one/episodes.csv',
    'homes.xlsx',
    '--collection-year',
    '2026-27',
    '--rules',
    '1008',
  );
  assert.equal(code, 1);
  assert.match(out, /episodes\.csv, line 3, child A: URN/);
  assert.doesNotMatch(out, /line 2/);
});

test('a postcode directory is read for the postcodes of the return alone', async () => {
  write('where/episodes.csv', 'episodes', 'A,01/05/2026,S,C2,N1,U4,PR1,,,,ZZ1 1ZZ,ZZ1 1AA,');
  writeFileSync(
    join(folder, 'onspd.csv'),
    'pcds,oseast1m,osnrth1m,laua\n"ZZ1 1ZZ",400000,300000,E10000016\n',
  );
  const { code, out } = await rightplace(
    'validate',
    'where',
    '--postcodes',
    'onspd.csv',
    '--collection-year',
    '2026-27',
    '--rules',
    '392c',
  );
  assert.equal(code, 1);
  assert.match(out, /PL_POST/);
});

const OLD = ['validate', 'old', '--collection-year', '2026-27', '--format', 'csv'] as const;

test('a return is not called clean when no rule was run', async () => {
  write('misspelt/header.csv', 'header', CLEAN);
  const asked = ['validate', 'misspelt', '--collection-year', '2026-27', '--rules'];
  const { code, out } = await rightplace(...asked, '1O1');
  assert.equal(code, 2);
  assert.match(out, /There is no rule 1O1/);
  assert.equal((await rightplace(...asked, '1O1,101')).code, 0);
});

test('what cannot be used ends with 2 and says what to do', async () => {
  write('nothing/notes.csv', 'header');
  writeFileSync(join(folder, 'nothing/notes.csv'), 'a,b\n1,2\n');
  write('old/header.csv', 'header', CLEAN);
  for (const [args, said] of [
    [['validate'], /folder or files/],
    [['validate', 'absent'], /There is no file or folder/],
    [['validate', 'nothing'], /No file given could be read[^]*not the columns/],
    [['validate', 'old', '--collection-year', '2019-20'], /2022-23 to 2026-27/],
    [['validate', 'old', '--format', 'pdf'], /text, json, csv or xlsx/],
    [[...OLD, '--rules', '101', '--out', 'absent/f.csv'], /no folder to write/],
    [[...OLD, '--rules', '101', '--out', 'old'], /is a folder/],
    [
      ['validate', 'old', '--collection-year', '2026-27', '--providers', 'old/header.csv'],
      /no[^]*column URN/i,
    ],
  ] as const) {
    const { code, notes } = await rightplace(...args);
    assert.equal(code, 2, args.join(' '));
    assert.match(notes, said);
  }
});

test('in a batch every line has its answer, in order, and a bad line does not stop the rest', async () => {
  const good = JSON.stringify({
    collectionYear: '2026-27',
    tables: { Header: [{ CHILD: 'A', SEX: 'X' }] },
    rules: ['101'],
  });
  const batch = commandLine(() => folder, [good, 'not json', '{"collectionYear":"soon","tables":{}}', good]);
  const { code, out } = await batch('validate', '--batch');
  const answers = out.split('\n').map((line) => JSON.parse(line) as { findings?: unknown[]; error?: string });
  assert.equal(code, 2);
  assert.deepEqual(
    answers.map(({ findings, error }) => findings?.length ?? error?.slice(0, 8)),
    [1, 'Not JSON', 'collecti', 1],
  );
});

test('rules that were not run are told by what they lack, and named where they are few', async () => {
  write('alone/header.csv', 'header', CLEAN);
  const { out } = await rightplace('validate', 'alone', '--collection-year', '2026-27');
  assert.match(out, /Not run: \d+ rules\.\n {2}\d+ rules: It needs /);
  assert.match(out, /\n {2}105: It is only for XML returns\.\n/);
  assert.match(out, /--format json or xlsx names them all\.\n?$/);
  assert.doesNotMatch(out, /(?:[\w]+, ){5}/, 'no line is a list of codes');
});
