import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ChildId, type CollectionYear, childId, day } from '@rightplace/domain';
import { readWritten, rowTexts } from '../../test/files.ts';
import { acceptReturns } from '../accept/accept-returns.ts';
import type { HeldChild } from '../accept/held.ts';
import type { TableName } from '../tables/table.ts';
import { tableRowsFrom } from '../tables/table-rows.ts';
import { validateReturn } from '../validate/validate.ts';
import { headerRow } from './cells.ts';
import { childrenOfYear } from './rows-of-year.ts';
import { type WrittenReturn, writeReturn } from './write-return.ts';

type Cells = Readonly<Record<string, string>>;
type Tables = Partial<Record<TableName, readonly Cells[]>>;

const held = (
  ...returns: readonly (readonly [CollectionYear | null, Tables])[]
): ReadonlyMap<ChildId, HeldChild> =>
  acceptReturns({
    returns: returns.map(([collectionYear, tables]) => ({
      collectionYear,
      tables: Object.entries(tables).map(([name, rows]) =>
        tableRowsFrom(name as TableName, `${name}.csv`, rows),
      ),
      setAside: [],
      notes: [],
    })),
  }).children;

const rows = (written: WrittenReturn): readonly string[] => rowTexts(readWritten(written));
const names = ({ files }: WrittenReturn): readonly string[] => files.map(({ name }) => name);

const OPEN = { CHILD: 'A1', DECOM: '01/05/2024', RNE: 'S', LS: 'C2', PLACE: 'U6' };
const ENDED = { ...OPEN, DEC: '01/06/2025', REC: 'X1', REASON_PLACE_CHANGE: 'CARPL' };
const NEXT = { ...OPEN, DECOM: '01/06/2025', RNE: 'P' };

test('a year that was given is written as it was then: open, if it ended later', () => {
  const children = held([2025, { Episodes: [OPEN] }], [2026, { Episodes: [ENDED, NEXT] }]);
  assert.deepEqual(rows(writeReturn(children, { collectionYear: 2025 })), [
    'Episodes|A1|01/05/2024|S|C2||U6|||||||',
  ]);
  assert.equal(rows(writeReturn(children, { collectionYear: 2026 })).length, 2);
  const missing = { CHILD: 'A1', MISSING: 'M', MIS_START: '30/03/2025' };
  const gone = held(
    [2025, { Missing: [missing] }],
    [2026, { Missing: [{ ...missing, MIS_END: '02/04/2025' }] }],
  );
  assert.deepEqual(rows(writeReturn(gone, { collectionYear: 2025 })), ['Missing|A1||M|30/03/2025|']);
  assert.deepEqual(rows(writeReturn(gone, { collectionYear: 2026 })), [
    'Missing|A1||M|30/03/2025|02/04/2025',
  ]);
});

test('a year that no return covers is written from the dates', () => {
  const children = held([
    2027,
    { Header: [{ CHILD: 'A1', SEX: 'M' }], Episodes: [ENDED, NEXT], OC2: [{ CHILD: 'A1' }] },
  ]);
  assert.deepEqual(rows(writeReturn(children, { collectionYear: 2025 })), [
    'Episodes|A1|01/05/2024|S|C2||U6|||||||',
    'Header|A1|M|||||',
  ]);
  assert.equal(
    rows(writeReturn(children, { collectionYear: 2026 })).filter((row) => row.startsWith('Ep')).length,
    2,
  );
  assert.deepEqual(rows(writeReturn(children, { collectionYear: 2020 })), []);
});

test('a decision never closed is written with the episodes of its years, and not for ever after', () => {
  const closed = { ...OPEN, DEC: '01/06/2025', REC: 'E4A' };
  const children = held([
    2024,
    {
      Header: [{ CHILD: 'A1', SEX: '1' }],
      Episodes: [closed],
      PlacedAdoption: [{ CHILD: 'A1', DATE_PLACED: '01/06/2024' }],
    },
  ]);
  const tables = (year: CollectionYear): readonly string[] =>
    rows(writeReturn(children, { collectionYear: year })).map((row) => row.split('|')[0] ?? '');
  assert.ok(tables(2026).includes('PlacedAdoption'));
  assert.deepEqual(tables(2027), [], 'care had ended, and there is nothing to tell');
});

test('whether she is a mother is not told of a care leaver, unless her own return did', () => {
  const mother = { CHILD: 'A1', SEX: 'F', MOTHER: '1', MC_DOB: '01/02/2024' };
  const leaver = { CHILD: 'A1', IN_TOUCH: 'YES', ACTIV: 'F2', ACCOM: 'B1' };
  const closed = { ...OPEN, DEC: '01/06/2024', REC: 'E4A' };
  const before = held([2025, { Header: [mother], Episodes: [closed] }]);
  const after = held(
    [2025, { Header: [mother], Episodes: [closed] }],
    [2027, { Header: [mother], OC3: [leaver] }],
  );
  assert.deepEqual(rows(writeReturn(before, { collectionYear: 2025 })).at(-1), 'Header|A1|F||||1|01/02/2024');
  assert.deepEqual(rows(writeReturn(after, { collectionYear: 2027 })).at(0), 'Header|A1|F||||1|01/02/2024');
  const [child] = childrenOfYear(after, 2027, 'by-dates');
  assert.equal(child === undefined ? '' : headerRow(child, 2027)['MOTHER'], '');
});

test('a return that did not say its year is written whole for a year that none was given for', () => {
  const children = held([null, { Episodes: [ENDED, NEXT], OC2: [{ CHILD: 'A1', CONVICTED: '1' }] }]);
  assert.equal(rows(writeReturn(children, { collectionYear: 2031 })).length, 3);
});

test('what was entered here is written in the years that it falls in, beside what returns of them held', () => {
  const children = new Map(held([2026, { Episodes: [ENDED] }]));
  const [id, child] = [...children][0] ?? [];
  assert.ok(id !== undefined && child !== undefined);
  const [first] = child.episodes;
  assert.ok(first !== undefined);
  const entered = {
    years: [],
    episode: { ...first.episode, decom: day('2025-06-01'), dec: null, rec: null },
  };
  children.set(id, { ...child, episodes: [first, entered] });
  assert.equal(rows(writeReturn(children, { collectionYear: 2026 })).length, 2);
  assert.deepEqual(names(writeReturn(children, { collectionYear: 2024 })), ['header.csv', 'episodes.csv']);
  assert.equal(rows(writeReturn(children, { collectionYear: 2024 })).length, 0);
});

test('SEX is written in the codes of the year', () => {
  const children = held(
    [2024, { Header: [{ CHILD: 'A1', SEX: '1' }], UASC: [{ CHILD: 'A1', SEX: '1' }] }],
    [2025, { Header: [{ CHILD: 'A1', SEX: 'M' }], UASC: [{ CHILD: 'A1', SEX: 'M' }] }],
  );
  assert.deepEqual(rows(writeReturn(children, { collectionYear: 2024 })), [
    'Header|A1|1|||||',
    'UASC|A1|1||',
  ]);
  assert.deepEqual(rows(writeReturn(children, { collectionYear: 2025 })), [
    'Header|A1|M|||||',
    'UASC|A1|M||',
  ]);
});

test('PLACE and SEX that the year did not have yet are written as the year had them', () => {
  const said = (PLACE: string, SEX: string): Tables => ({
    Header: [{ CHILD: 'A1', SEX }],
    Episodes: [{ ...OPEN, DECOM: '01/05/2023', PLACE }],
  });
  const place = (children: ReadonlyMap<ChildId, HeldChild>, collectionYear: CollectionYear): string =>
    rows(writeReturn(children, { collectionYear }))[0]?.split('|')[6] ?? '';
  const supported = held([2024, said('H5', '1')], [2025, said('K3', 'U')]);
  assert.deepEqual([place(supported, 2024), place(supported, 2025)], ['H5', 'K3']);
  for (const code of ['Z11', 'Z12', 'Z13', 'Z14']) {
    const other = held([2024, said('Z1', '2')], [2025, said('Z1', 'U')], [2026, said(code, 'U')]);
    assert.deepEqual(
      [2024, 2025, 2026].map((year) => place(other, year)),
      ['Z1', 'Z1', code],
    );
    assert.equal(rows(writeReturn(other, { collectionYear: 2024 }))[1], 'Header|A1||||||');
    assert.equal(rows(writeReturn(other, { collectionYear: 2025 }))[1], 'Header|A1|U|||||');
  }
});

test('a child in no Header is given none, so that nothing is said that no one said', () => {
  const written = writeReturn(held([2026, { Episodes: [OPEN] }]), { collectionYear: 2026 });
  assert.equal(written.files[0]?.text, 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\n');
});

test('a table that the year does not have is written when there are rows for it, and said', () => {
  const children = held([2026, { DoLo: [{ CHILD: 'A1', DOLO_START: '01/05/2025' }] }]);
  const written = writeReturn(children, { collectionYear: 2026 });
  assert.deepEqual(names(written), ['header.csv', 'episodes.csv', 'deprivation_of_liberty.csv']);
  assert.match(written.notes.join(), /2025-26 has no Deprivation of liberty orders file/);
  assert.deepEqual(writeReturn(held([2027, {}]), { collectionYear: 2027 }).notes, []);
});

test('XML: what it has no place for is beside it or said to be left out', () => {
  const children = held([
    2026,
    {
      Header: [{ CHILD: 'A1', DOB: '01/02/2015' }],
      Reviews: [{ CHILD: 'A1', DOB: '02/02/2015', REVIEW: '01/05/2025', REVIEW_CODE: 'PN1' }],
      SWEpisodes: [
        { CHILD: 'A1', DOB: '01/02/2015', SW_ID: 'SW1', SW_DECOM: '01/05/2025', SW_REASON: 'MANAGE' },
      ],
    },
  ]);
  const written = writeReturn(children, { collectionYear: 2026, format: 'xml' });
  assert.deepEqual(names(written), ['ssda903.xml', 'sw_episodes.csv']);
  assert.deepEqual(written.notes, [
    'The XML has no place for sw_episodes.csv, so it is a file of its own.',
    "1 row gave another DOB than the child's Header; the XML has only the Header's.",
  ]);
});

test('XML is written as it is laid down, element by element', () => {
  const children = held([
    2026,
    {
      Header: [{ CHILD: 'A&1', SEX: 'F', DOB: '01/02/2015', ETHNIC: 'WBRI', UPN: 'UN1' }],
      Episodes: [{ ...OPEN, CHILD: 'A&1', CIN: 'N1' }],
      UASC: [{ CHILD: 'A&1', SEX: 'F', DOB: '01/02/2015', DUC: '01/05/2025' }],
    },
  ]);
  const [file] = writeReturn(children, { collectionYear: 2026, format: 'xml' }).files;
  assert.equal(
    file?.text,
    `<?xml version="1.0" encoding="utf-8"?>
<EXPSSDA903>
<CHILD><HEADER><CHILDID>A&amp;1</CHILDID><UPN>UN1</UPN><SEX>F</SEX><DOB>01/02/2015</DOB><ETHNIC>WBRI</ETHNIC><UASC>1</UASC><DUC>01/05/2025</DUC><MOTHER/><MC_DOB/></HEADER><EPISODE><DECOM>01/05/2024</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N1</CIN><PL>U6</PL><PL_POST/><HOME_POST/><URN/><PLACE_PROVIDER/><DEC/><REC/><REASON_PLACE_CHANGE/></EPISODE></CHILD>
</EXPSSDA903>
`,
  );
});

test('XML says of every child with a Header whether unaccompanied, and what is written reads as it was', () => {
  const children = held([
    2027,
    {
      Header: ['A1', 'A2'].map((CHILD) => ({ CHILD, SEX: 'F', DOB: '01/02/2015' })),
      UASC: [{ CHILD: 'A2', SEX: 'F', DOB: '01/02/2015' }],
      Reviews: [{ CHILD: 'A3', DOB: '01/02/2015', REVIEW: '01/06/2026', REVIEW_CODE: 'PN1' }],
    },
  ]);
  const written = writeReturn(children, { collectionYear: 2027, format: 'xml' });
  const [file] = written.files;
  assert.deepEqual(
    [...(file?.text ?? '').matchAll(/<UASC>?[^<]*/g)].map(([text]) => text),
    ['<UASC>0', '<UASC>1', '<UASC/>'],
  );
  const { tables } = readWritten(written);
  const ofUasc = tables.find(({ table }) => table === 'UASC');
  assert.equal(ofUasc?.lines.length, 1, 'a 0 makes no row');
  const { findings } = validateReturn({ collectionYear: 2027, format: 'xml', tables, rules: ['105'] });
  assert.deepEqual(
    findings.filter(({ child }) => child !== 'A3'),
    [],
  );
});

test('children are written in the order of their identifiers, however they are held', () => {
  const children = held([
    2026,
    {
      Episodes: [
        { ...OPEN, CHILD: 'B' },
        { ...OPEN, CHILD: 'A' },
      ],
    },
  ]);
  assert.deepEqual([...children.keys()], [childId('B'), childId('A')]);
  const [, episodes] = writeReturn(children, { collectionYear: 2026 }).files;
  assert.match(episodes?.text ?? '', /\r\nA,.*\r\nB,/);
});
