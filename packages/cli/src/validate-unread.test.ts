/** Files that were given to be checked and could not be: a check that left one out must say so. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { commandLine } from '../test/run-command.ts';

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rp-unread-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

const rightplace = commandLine(() => folder, [], '2026-11-22T09:00:00Z');

const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return name;
};

const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nA,M,04/05/2012,WBRI,UN1,0,\n';
/** Begins as a zip does, and is none. */
const CUT_ZIP = Buffer.from('PK\u0003\u0004 cut short');
const YEAR = ['--collection-year', '2026-27'] as const;

test('a zip that cannot be opened is said to be why nothing was checked', async () => {
  const { code, notes } = await rightplace('validate', write('alone.zip', CUT_ZIP), ...YEAR);
  assert.equal(code, 2);
  assert.match(notes, /alone\.zip: This zip could not be opened/);
});

test('a zip among files that were checked is said not to have been, and the return is not called clean', async () => {
  write('beside/header.csv', HEADER);
  write('beside/episodes.zip', CUT_ZIP);
  const { code, notes } = await rightplace('validate', 'beside', ...YEAR, '--rules', '101');
  assert.equal(code, 1);
  assert.match(notes, /1 set aside:\n {2}episodes\.zip, line 1: This zip could not be opened/);
});

test('what lay beside a return and is no part of one is named, and is no fault', async () => {
  write('letters/header.csv', HEADER);
  write('letters/guidance.pdf', '%PDF');
  const { code, notes } = await rightplace('validate', 'letters', ...YEAR, '--rules', '101');
  assert.equal(code, 0, notes);
  assert.match(notes, /guidance\.pdf: It is not a CSV or XML file/);
});

test('last year’s files are told from this year’s where they cannot be read', async () => {
  write('now/header.csv', HEADER);
  const asked = ['validate', 'now', ...YEAR, '--rules', '101,203', '--previous'] as const;
  const cut = await rightplace(...asked, write('last.zip', CUT_ZIP));
  assert.equal(cut.code, 1);
  assert.match(cut.notes, /last year’s last\.zip, line 1: This zip could not be opened/);
  assert.match(cut.notes, /None of the files given as last year’s could be read/);
  write('semi/header.csv', HEADER.replaceAll(',', ';'));
  const semi = await rightplace(...asked, 'semi');
  assert.equal(semi.code, 1);
  assert.match(semi.notes, /last year’s header\.csv, line 1: Its cells are separated by semicolons/);
  write('bare/header.csv', `${HEADER.split('\n')[0]}\n`);
  const bare = await rightplace(...asked, 'bare');
  assert.match(bare.notes, /Last year’s files: header\.csv has column names and no rows/);
});

test('a year asked for that is not among the folders given is said, with those that are', async () => {
  write('years/2025/header.csv', HEADER);
  write('years/2026/header.csv', HEADER);
  const { code, notes } = await rightplace('validate', 'years', ...YEAR);
  assert.equal(code, 2);
  assert.match(notes, /no return for 2026-27.*2024-25 and 2025-26/);
});

test('rows set aside that are too many to tell are not said to be in the report of an import', async () => {
  const rows = Array.from({ length: 30 }, (_, i) => `A${i},M,04/05/2012,W\u0000BRI,UN1,0,`);
  write('many/header.csv', [HEADER.trimEnd(), ...rows].join('\n'));
  const { notes } = await rightplace('validate', 'many', ...YEAR, '--rules', '101');
  assert.match(notes, /and 10 more/);
  assert.doesNotMatch(notes, /rightplace import/);
});

const EPISODES =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n' +
  'A,01/05/2026,S,C2,N1,K2,PR4,,,,ZZ1 1ZZ,ZZ1 1AA,1234567\n';

test('a list or a directory in which nothing can be looked up is refused by name, and the return is not checked', async () => {
  write('looked/episodes.csv', EPISODES);
  for (const [option, name, content, said] of [
    ['--providers', 'codeless.csv', 'URN,Kind of home\n1234567,K2\n', /may have been renamed/],
    ['--providers', 'bare.csv', 'URN,PLACE_CODES,PROVIDER_CODES\n', /no provider below it/],
    ['--postcodes', 'none.csv', 'pcds,oseast1m,osnrth1m,laua\n', /lists no postcode/],
    [
      '--postcodes',
      'titled.csv',
      'Postcode Directory\npcds,oseast1m,osnrth1m,laua\n',
      /postcode directory\) has/i,
    ],
  ] as const) {
    const { code, notes, out } = await rightplace(
      'validate',
      'looked',
      ...YEAR,
      option,
      write(name, content),
    );
    assert.equal(code, 2, name);
    assert.match(notes, said);
    assert.ok(notes.startsWith(`${name}: `), notes);
    assert.equal(out, '');
  }
});

test('a list with one of its columns renamed is used, and what it does not tell is said first', async () => {
  write('partly/episodes.csv', EPISODES);
  const list = write(
    'partly.csv',
    'URN,PLACE_CODES,PROVIDER_CODES,Post code,REG_END\n1234567,K2,PR4,ZZ1 1AA,\n',
  );
  const { code, notes } = await rightplace(
    'validate',
    'partly',
    ...YEAR,
    '--providers',
    list,
    '--rules',
    '219,221',
  );
  assert.equal(code, 1);
  assert.match(notes, /^partly\.csv: No provider has a postcode: rule 221/);
});
