import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Day, day } from '@rightplace/domain';
import { columnNames, getTable, type TableName } from '@rightplace/ssda903';
import type { GivenFile, GivenReturn } from '../import/given-files.ts';
import { measuresOfFiles } from './measures-of-files.ts';

type Row = Readonly<Record<string, string>>;

const aFile = (table: TableName, ...rows: readonly Row[]): GivenFile => {
  const columns = columnNames(getTable(table));
  const lines = [columns.join(), ...rows.map((row) => columns.map((name) => row[name] ?? '').join())];
  return { name: getTable(table).fileName, bytes: new TextEncoder().encode(lines.join('\n')) };
};

const DOB = '04/05/2012';
const episode = (CHILD: string): Row => ({
  CHILD,
  DECOM: '04/12/2023',
  RNE: 'S',
  LS: 'C2',
  CIN: 'N1',
  PLACE: 'U6',
  PLACE_PROVIDER: 'PR1',
});

const whole: GivenReturn = {
  collectionYear: 2025,
  files: [
    aFile(
      'Header',
      { CHILD: 'A', SEX: 'F', DOB, ETHNIC: 'WBRI' },
      { CHILD: 'B', SEX: 'M', DOB, ETHNIC: 'WBRI' },
    ),
    aFile('Episodes', episode('A'), episode('B')),
    aFile(
      'Reviews',
      { CHILD: 'A', DOB, REVIEW: '04/01/2024', REVIEW_CODE: 'PN1' },
      { CHILD: 'A', DOB, REVIEW: '03/04/2024', REVIEW_CODE: 'PN1' },
      { CHILD: 'A', DOB, REVIEW: '01/10/2024', REVIEW_CODE: 'PN1' },
      { CHILD: 'B', DOB, REVIEW: '05/01/2024', REVIEW_CODE: 'PN7' },
      { CHILD: 'B', DOB, REVIEW: '04/04/2024', REVIEW_CODE: 'PN7' },
    ),
    aFile('OC2', { CHILD: 'A', DOB, TEETH_CHECK: '1', SDQ_SCORE: '15' }),
    aFile('OC3', { CHILD: 'C', DOB: '01/06/2005', IN_TOUCH: 'YES', ACTIV: 'F2', ACCOM: 'U1' }),
    aFile('Missing', { CHILD: 'B', DOB, MISSING: 'M', MIS_START: '01/02/2025', MIS_END: '02/02/2025' }),
    aFile(
      'SWEpisodes',
      { CHILD: 'A', DOB, SW_ID: 'SW1', SW_DECOM: '04/12/2023', SW_DEC: '01/06/2024', SW_REASON: 'MANAGE' },
      { CHILD: 'A', DOB, SW_ID: 'SW2', SW_DECOM: '01/06/2024', SW_DEC: '01/09/2024', SW_REASON: 'LEFTRL' },
      { CHILD: 'A', DOB, SW_ID: 'SW3', SW_DECOM: '01/09/2024', SW_REASON: 'LEFTRL' },
    ),
  ],
};

const counted = (given: GivenReturn, asOf: Day) => {
  const { json, rejected } = measuresOfFiles({
    given: { returns: [given], notRead: [] },
    asOf,
    months: undefined,
    withChildren: true,
    authority: undefined,
  });
  assert.deepEqual(rejected, []);
  return json as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

test('every table of a return that a measure needs is read, and printed as any figure', () => {
  const json = counted(whole, day('2025-03-31'));
  const children = (id: string): unknown => json[id]?.['children'];
  assert.deepEqual(children('dental-uptodate'), { numerator: ['A'], denominator: ['A', 'B'] });
  assert.equal(json['dental-uptodate']?.['notRecorded'], 1);
  assert.deepEqual(json['sdq-bands'], { borderline: 1 });
  assert.deepEqual(children('reviews-ontime'), { numerator: ['A'], denominator: ['A', 'B'] });
  assert.deepEqual(children('missing-children'), { numerator: ['B'], denominator: ['A', 'B'] });
  assert.deepEqual(children('sw-changes'), { numerator: ['A'], denominator: ['A', 'B'] });
  assert.deepEqual(children('cl-eet'), { numerator: ['C'], denominator: ['C'] });
});

test('without its table a measure says that nothing is recorded', () => {
  const few = whole.files.filter(({ name }) =>
    ['Header', 'Episodes'].some((table) => name === getTable(table as TableName).fileName),
  );
  const json = counted({ ...whole, files: few }, day('2025-03-31'));
  const says = (id: string): string => String(json[id]?.['certainty']);
  assert.match(says('dental-uptodate'), /No outcomes/);
  assert.equal(json['dental-uptodate']?.['notRecorded'], 2);
  assert.match(says('missing-children'), /No time missing or away is recorded/);
  assert.deepEqual(
    [json['reviews-ontime']?.['value'], json['reviews-ontime']?.['reason']],
    [null, 'nobody-to-count'],
  );
  assert.equal(json['sw-changes']?.['notRecorded'], 2);
  assert.match(says('cl-eet'), /No care leavers/);
});

const unlabelled: GivenReturn = { ...whole, collectionYear: undefined };

test('a return whose folder says no year is of the year that the as-of day looks back on', () => {
  // Nothing has happened to the two since April 2024: no date in the return tells of the year after.
  const { dental, leavers } = ((json) => ({ dental: json['dental-uptodate'], leavers: json['cl-eet'] }))(
    counted(unlabelled, day('2026-03-31')),
  );
  assert.deepEqual([dental?.['numerator'], dental?.['denominator']], [1, 2]);
  assert.deepEqual([leavers?.['numerator'], leavers?.['denominator']], [1, 1]);

  // Later episodes are dropped, and do not move what the return says once a year out of the year asked about.
  const later = { ...episode('D'), DECOM: '01/06/2025' };
  const goesOn = { ...unlabelled, files: [...unlabelled.files, aFile('Episodes', later)] };
  assert.equal(counted(goesOn, day('2025-03-31'))['dental-uptodate']?.['numerator'], 1);
  assert.equal(counted(goesOn, day('2025-09-30'))['dental-uptodate']?.['numerator'], 1);
});

test('a return whose folder says its year is of no other', () => {
  assert.equal(counted(whole, day('2026-03-31'))['dental-uptodate']?.['numerator'], 0);
});

test('the year taken for a return that says none is told', () => {
  const { notes } = measuresOfFiles({
    given: { returns: [unlabelled], notRead: [] },
    asOf: day('2025-09-30'),
    months: undefined,
    withChildren: false,
    authority: undefined,
  });
  assert.match(notes.join('\n'), /No collection year was given.*the year to 31 March 2025/);
});

test('a day of a series says what it says by itself, where the return says no year too', () => {
  for (const given of [whole, unlabelled]) {
    const { json } = measuresOfFiles({
      given: { returns: [given], notRead: [] },
      asOf: day('2026-04-30'),
      months: 14,
      withChildren: true,
      authority: undefined,
    });
    assert.ok(Array.isArray(json) && json.length === 14);
    for (const { asOf, measures } of json) assert.deepEqual(measures, counted(given, asOf), asOf);
  }
});
