import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childId } from '@rightplace/domain';
import { csvOf } from '../../test/files.ts';
import { acceptReturns } from '../accept/accept-returns.ts';
import type { HeldChild } from '../accept/held.ts';
import { tellsTheSame } from '../accept/same-child.ts';
import { readReturn } from '../read/read-return.ts';
import { wordsOfColumn } from '../tables/column-words.ts';
import type { TableName } from '../tables/table.ts';
import { columnNames, getTable, TABLES } from '../tables/tables.ts';
import type { Row } from '../write/cells.ts';
import { type Corrected, correctRow } from './correct-row.ts';
import type { RowChange } from './row-change.ts';
import { type OfYear, rowsOfChild } from './rows-of-child.ts';

const K1 = childId('K1');
const columns = (table: TableName): string => columnNames(getTable(table)).join();

type Lines = Partial<Record<TableName, readonly string[]>>;

/** One child's return; a line is the row's cells without CHILD. */
const aReturn = (collectionYear: number, lines: Lines) => ({
  ...readReturn(
    Object.entries(lines).map(([table, rows]) =>
      csvOf(`${table}.csv`, columns(table as TableName), ...(rows ?? []).map((row) => `K1,${row}`)),
    ),
  ),
  collectionYear,
});

const taken = (...returns: readonly ReturnType<typeof aReturn>[]): HeldChild => {
  const child = acceptReturns({ returns }).children.get(K1);
  assert.ok(child);
  return child;
};

const LINES = {
  Header: ['F,01/02/2014,WBRI,,,'],
  Episodes: [
    '01/05/2025,S,C2,N1,U6,PR1,10/09/2025,X1,CARPL,ZZ1 1AA,ZZ2 2BB,9900001',
    '10/09/2025,P,C2,N1,K2,PR4,,,,ZZ1 1AA,ZZ3 3CC,9900002',
  ],
  Reviews: ['01/02/2014,28/05/2025,PN1', '01/02/2014,20/08/2025,PN1'],
  OC2: ['01/02/2014,14,,0,,1,1,1,0,,'],
} satisfies Lines;
const OF_2026: OfYear = { year: 2026, choice: 'as-reported' };

const rowsText = (child: HeldChild, of: OfYear): readonly string[] =>
  [...rowsOfChild(K1, child, of)].flatMap(([table, rows]) =>
    rows.map(({ cells }) =>
      [table, ...columnNames(getTable(table)).map((column) => cells[column] ?? '')].join(),
    ),
  );

const rowOf = (child: HeldChild, table: TableName, key: string, of: OfYear): Row => {
  const row = rowsOfChild(K1, child, of)
    .get(table)
    ?.find((each) => each.key === key);
  assert.ok(row, `${table} ${key}`);
  return row.cells;
};

const correct = (
  held: HeldChild,
  change: { readonly table: TableName; readonly key: string; readonly said: Row },
  of: OfYear = OF_2026,
): Corrected => {
  const { table, key, said } = change;
  const cells = { ...rowOf(held, table, key, of), ...said };
  return correctRow({ id: K1, held, of, change: { kind: 'change', table, key, cells } });
};

const corrected = (answer: Corrected): HeldChild => {
  assert.ok(answer.kind === 'corrected', JSON.stringify(answer));
  return answer.child;
};

const refusedFor = (answer: Corrected): string => {
  assert.ok(answer.kind === 'not-taken-in', answer.kind);
  return answer.troubles.map(({ columns: at, reason }) => `${at.join()}: ${reason}`).join(' | ');
};

/** Each a change of one row, and the lines of the return that says so. */
const CHANGES: readonly [what: string, change: Parameters<typeof correct>[1], lines: Lines][] = [
  [
    'a legal status',
    { table: 'Episodes', key: '2025-09-10', said: { LS: 'e1' } },
    { ...LINES, Episodes: [LINES.Episodes[0] ?? '', '10/09/2025,P,E1,N1,K2,PR4,,,,ZZ1 1AA,ZZ3 3CC,9900002'] },
  ],
  [
    'an end',
    { table: 'Episodes', key: '2025-09-10', said: { DEC: '01/02/2026', REC: 'E4A' } },
    {
      ...LINES,
      Episodes: [
        LINES.Episodes[0] ?? '',
        '10/09/2025,P,C2,N1,K2,PR4,01/02/2026,E4A,,ZZ1 1AA,ZZ3 3CC,9900002',
      ],
    },
  ],
  [
    'the day of a review, which is its key',
    { table: 'Reviews', key: '2025-08-20', said: { REVIEW: '22/08/2025' } },
    { ...LINES, Reviews: [LINES.Reviews[0] ?? '', '01/02/2014,22/08/2025,PN1'] },
  ],
  [
    'a cell made blank',
    { table: 'OC2', key: '2026-03-31', said: { SDQ_SCORE: '', SDQ_REASON: 'SDQ1' } },
    { ...LINES, OC2: ['01/02/2014,,SDQ1,0,,1,1,1,0,,'] },
  ],
  [
    'a Header',
    { table: 'Header', key: 'header', said: { ETHNIC: 'MWBC' } },
    { ...LINES, Header: ['F,01/02/2014,MWBC,,,'] },
  ],
];

for (const [what, change, lines] of CHANGES) {
  test(`correcting ${what} makes the record what loading the corrected return makes it`, () => {
    const held = taken(aReturn(2026, LINES));
    const asImported = acceptReturns({ returns: [aReturn(2026, lines)], held: new Map([[K1, held]]) });
    const imported = asImported.children.get(K1);
    assert.ok(imported);
    const child = corrected(correct(held, change));
    assert.deepEqual(rowsText(child, OF_2026).toSorted(), rowsText(imported, OF_2026).toSorted());
    assert.deepEqual(
      child.episodes.map(({ years }) => years),
      imported.episodes.map(({ years }) => years),
    );
    const again = acceptReturns({ returns: [aReturn(2026, lines)], held: new Map([[K1, child]]) });
    const told = again.children.get(K1);
    assert.ok(told !== undefined && tellsTheSame(child, told), 'the corrected return agrees');
    const more = acceptReturns({ returns: [aReturn(2026, lines)], held: again.children });
    assert.equal(more.children.get(K1), told, 'and then has nothing more to say');
  });
}

test('a corrected first day moves the episode, in every year that told of it', () => {
  const open = '01/06/2024,S,C2,N1,U6,PR1,,,,ZZ1 1AA,ZZ2 2BB,9900001';
  const held = taken(aReturn(2025, { Episodes: [open] }), aReturn(2026, { Episodes: [open] }));
  const child = corrected(
    correct(held, { table: 'Episodes', key: '2024-06-01', said: { DECOM: '03/06/2024' } }),
  );
  assert.deepEqual(
    child.episodes.map(({ episode: { decom }, years }) => ({ decom, years })),
    [{ decom: '2024-06-03', years: [2025, 2026] }],
  );
});

test('an end that a later year told is not lost when the earlier year’s row is corrected', () => {
  const held = taken(
    aReturn(2025, { Episodes: ['01/06/2024,S,C2,N1,U6,PR1,,,,ZZ1 1AA,ZZ2 2BB,9900001'] }),
    aReturn(2026, { Episodes: ['01/06/2024,S,C2,N1,U6,PR1,10/09/2025,E4A,,ZZ1 1AA,ZZ2 2BB,9900001'] }),
  );
  const of = { year: 2025, choice: 'as-reported' } as const;
  assert.equal(rowOf(held, 'Episodes', '2024-06-01', of)['DEC'], '');
  const child = corrected(correct(held, { table: 'Episodes', key: '2024-06-01', said: { LS: 'V2' } }, of));
  assert.deepEqual(
    child.episodes.map(({ episode: { ls, dec, rec } }) => ({ ls, dec, rec })),
    [{ ls: 'V2', dec: '2025-09-10', rec: 'E4A' }],
  );
});

test('an episode taken to end when the next begins goes on being so, and ends anew when that one moves', () => {
  const held = taken(
    aReturn(2024, { Episodes: ['01/05/2023,S,C2,N1,U6,PR1,,,,,,'] }),
    aReturn(2026, { Episodes: ['01/06/2025,P,C2,N1,U6,PR1,,,,,,'] }),
  );
  const child = corrected(
    correct(held, { table: 'Episodes', key: '2025-06-01', said: { DECOM: '05/06/2025' } }),
  );
  assert.deepEqual(
    child.episodes.map(({ episode: { decom, dec }, endInferred }) => [decom, dec, endInferred !== undefined]),
    [
      ['2023-05-01', '2025-06-05', true],
      ['2025-06-05', null, false],
    ],
  );
});

test('what is added in a year of which no return was taken in does not pass for that year’s return', () => {
  const held = taken(aReturn(2026, LINES));
  const of = { year: 2027, choice: 'by-dates' } as const;
  const change: RowChange = {
    kind: 'add',
    table: 'Reviews',
    cells: { DOB: '01/02/2014', REVIEW: '03/06/2026', REVIEW_CODE: 'PN1' },
  };
  const child = corrected(correctRow({ id: K1, held, of, change }));
  assert.deepEqual(child.facts.at(-1)?.years, []);
  assert.ok(rowsText(child, of).includes('Reviews,K1,01/02/2014,03/06/2026,PN1'));
  assert.ok(!rowsText(child, OF_2026).some((row) => row.includes('03/06/2026')));
  const ended = correct(
    held,
    { table: 'Episodes', key: '2025-09-10', said: { DEC: '05/05/2026', REC: 'E4A' } },
    of,
  );
  assert.deepEqual(
    corrected(ended).episodes.map(({ years }) => years),
    [[2026], [2026]],
  );
});

test('a row that is added stands beside the others, and one removed is gone', () => {
  const held = taken(aReturn(2026, LINES));
  const review = { DOB: '01/02/2014', REVIEW: '01/12/2025', REVIEW_CODE: 'PN2' };
  const more = corrected(
    correctRow({ id: K1, held, of: OF_2026, change: { kind: 'add', table: 'Reviews', cells: review } }),
  );
  assert.ok(rowsText(more, OF_2026).includes('Reviews,K1,01/02/2014,01/12/2025,PN2'));
  const fewer = corrected(
    correctRow({
      id: K1,
      held: more,
      of: OF_2026,
      change: { kind: 'remove', table: 'Reviews', key: '2025-12-01' },
    }),
  );
  assert.deepEqual(rowsText(fewer, OF_2026), rowsText(held, OF_2026));
  const shorter = corrected(
    correctRow({
      id: K1,
      held,
      of: OF_2026,
      change: { kind: 'remove', table: 'Episodes', key: '2025-09-10' },
    }),
  );
  assert.deepEqual(
    shorter.episodes.map(({ episode }) => episode.decom),
    ['2025-05-01'],
  );
});

test('a date of birth corrected in the Header is corrected in every row that said the same', () => {
  const held = taken(aReturn(2026, LINES));
  const child = corrected(correct(held, { table: 'Header', key: 'header', said: { DOB: '02/02/2014' } }));
  const births = rowsText(child, OF_2026).filter((row) => row.includes('01/02/2014'));
  assert.deepEqual(births, []);
});

test('what a return would be refused for is refused, and says in which column to put it right', () => {
  const held = taken(aReturn(2026, LINES));
  const episode = (key: string, said: Row): string =>
    refusedFor(correct(held, { table: 'Episodes', key, said }));
  assert.match(episode('2025-09-10', { DECOM: '31/02/2025' }), /^DECOM: .*There is no 31\/02\/2025/);
  assert.match(episode('2025-09-10', { LS: 'QQ' }), /^LS: QQ is not a code/);
  assert.match(episode('2025-09-10', { PLACE: '', RNE: '' }), /^RNE: .* \| PLACE: PLACE is blank/);
  assert.match(episode('2025-05-01', { DEC: '01/04/2025' }), /^DECOM,DEC: It ends/);
  assert.match(
    episode('2025-05-01', { DEC: '01/10/2025' }),
    /^DEC: It overlaps the episode from 10\/09\/2025/,
  );
  assert.match(episode('2025-05-01', { DEC: '', REC: '' }), /^DEC: This episode has no end/);
  assert.match(
    episode('2025-09-10', { DECOM: '01/08/2025' }),
    /^DECOM: It overlaps the episode from 01\/05\/2025/,
  );
  assert.match(
    refusedFor(correct(held, { table: 'Reviews', key: '2025-08-20', said: { REVIEW: '28/05/2025' } })),
    /^REVIEW: There is already a row for the review with REVIEW 28\/05\/2025/,
  );
  assert.match(
    refusedFor(
      correctRow({
        id: K1,
        held,
        of: OF_2026,
        change: { kind: 'add', table: 'OC2', cells: { SDQ_SCORE: '3' } },
      }),
    ),
    /^: There is already a row of this table/,
  );
  assert.match(
    refusedFor(
      correctRow({ id: K1, held, of: OF_2026, change: { kind: 'remove', table: 'Header', key: 'header' } }),
    ),
    /Header is what says who the child is/,
  );
});

test('an episode of another year is in the way too', () => {
  const held = taken(
    aReturn(2025, { Episodes: ['01/05/2024,S,C2,N1,U6,PR1,10/03/2025,E4A,,,,'] }),
    aReturn(2026, LINES),
  );
  assert.match(
    refusedFor(correct(held, { table: 'Episodes', key: '2025-05-01', said: { DECOM: '01/03/2025' } })),
    /^DECOM: It overlaps the episode from 01\/05\/2024 to 10\/03\/2025, in the return for 2024-25/,
  );
});

test('a row sent as it is changes nothing, and one that is not there is said', () => {
  const held = taken(aReturn(2026, LINES));
  for (const { name } of TABLES)
    for (const { key } of rowsOfChild(K1, held, OF_2026).get(name) ?? [])
      assert.equal(corrected(correct(held, { table: name, key, said: {} })), held, `${name} ${key}`);
  const change = { kind: 'remove', table: 'Reviews', key: '2020-01-01' } as const;
  assert.equal(correctRow({ id: K1, held, of: OF_2026, change }).kind, 'no-such-row');
});

test('every column of every table has a name and is told apart by it', () => {
  for (const table of TABLES) {
    const names = table.columns.map(({ name }) => wordsOfColumn(table.name, name).name);
    assert.equal(new Set(names).size, names.length, table.name);
  }
});
