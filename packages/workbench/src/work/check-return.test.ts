import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '@rightplace/domain';
import { aFile, aHeader, anEpisode, aTable, checkedOf, outcomeOf } from '../../test/returns.ts';
import { childrenIn, foundNothing, notRun } from './check-return.ts';
import { shownFiles } from './file-shown.ts';
import { findingColumns } from './finding-columns.ts';

const header = aTable('Header', [aHeader('A'), aHeader('B', { SEX: '' })]);
const episodes = aTable('Episodes', [anEpisode('A'), anEpisode('B')]);

test('the year is told from the dates unless it is chosen', () => {
  assert.equal(checkedOf([header, episodes]).year, 2027);
  assert.equal(checkedOf([header, episodes], { collectionYear: 2026 }).year, 2026);
});

test('files without a date need the year, and files of no year that has rules say so', () => {
  const undated = outcomeOf([header]);
  assert.ok(undated.kind === 'not-checked' && undated.remedy === 'choose-year');
  const old = outcomeOf([aTable('Episodes', [anEpisode('A', { DECOM: '01/06/2011' })])]);
  assert.ok(old.kind === 'not-checked' && /2011-12.*2022-23 to 2026-27/.test(old.sentence));
});

test('when nothing can be read that is said, and why of each file', () => {
  const files = [aFile('renamed.csv', 'KID,GENDER,BORN\n1,M,01/01/2014'), aFile('nothing.csv', '')];
  const outcome = outcomeOf(files);
  assert.ok(outcome.kind === 'not-checked' && outcome.remedy === 'give-files');
  const [renamed, nothing] = shownFiles(files);
  assert.match(renamed?.trouble ?? '', /column/i);
  assert.match(nothing?.trouble ?? '', /empty/);
});

test('last year’s files alone are not a return to check', () => {
  const outcome = outcomeOf([aTable('Episodes', [anEpisode('A')], 'last-year')]);
  assert.ok(outcome.kind === 'not-checked' && /Only last year’s/.test(outcome.sentence));
});

test('a finding has its rule in words, its child, its file and its line', () => {
  const { result, year, place } = checkedOf([header, episodes], { rules: ['101'] });
  const found = findingColumns(result.findings, year, place);
  assert.equal(found.count, 1);
  const [rule] = found.rules;
  assert.deepEqual([rule?.code, rule?.rows, rule?.children, rule?.who], ['101', 1, 1, 'Social worker']);
  assert.equal(found.children[found.child[0] ?? 0], 'B');
  assert.deepEqual([found.files[found.file[0] ?? 0], found.line[0]], ['header.csv', 3]);
  assert.deepEqual(found.fieldSets[found.fields[0] ?? 0], ['SEX']);
});

test('rules that were not run are put together by why, and those that found nothing are named', () => {
  const checked = checkedOf([header, episodes], { rules: ['101', '102', '202', 'NOPE'] });
  assert.deepEqual(
    notRun(checked).map(({ why, rules }) => [why, rules.map(({ code }) => code)]),
    [
      ['There is no rule NOPE in the collection year that ends in 2027.', ['NOPE']],
      ['It needs last year’s Header, not given.', ['202']],
    ],
  );
  assert.deepEqual(
    foundNothing(checked).map(({ code }) => code),
    ['102'],
  );
});

test('a table that is empty is given all the same', () => {
  const reviews = aTable('Reviews', []);
  const [shown] = shownFiles([reviews]);
  assert.equal(shown?.is, 'Reviews, no rows');
  assert.equal(shown?.trouble, '');
  assert.equal(checkedOf([header, episodes, reviews]).thisYear.tables.length, 3);
});

test('children are counted once, whichever tables they are in', () => {
  assert.equal(childrenIn(checkedOf([header, episodes, aTable('Missing', [{ CHILD: 'C' }])]).thisYear), 3);
});

test('a hundred thousand findings on one rule are as many lines, with the rule said once', () => {
  const many = aTable(
    'Header',
    Array.from({ length: 100_000 }, (_, i) => aHeader(`C${i}`, { SEX: '' })),
  );
  const { result, year, place } = checkedOf([many], { rules: ['101'], collectionYear: 2027 });
  const found = findingColumns(result.findings, year, place);
  assert.deepEqual([found.count, found.rules.length, found.line.at(-1)], [100_000, 1, 100_001]);
});

test('while the year runs it can be checked up to a day', () => {
  const turned18 = [
    aTable('Header', [aHeader('A', { DOB: '01/12/2008' })]),
    aTable('Episodes', [anEpisode('A')]),
  ];
  const found = (upTo?: string) =>
    checkedOf(turned18, { rules: ['359'], upTo: upTo === undefined ? undefined : day(upTo) }).result.findings
      .length;
  assert.equal(found(), 1, 'by 31 March the child is eighteen');
  assert.equal(found('2026-11-22'), 0, 'and is not yet today');
});
