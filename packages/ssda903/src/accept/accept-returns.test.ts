import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ChildId, type CollectionYear, childId, day } from '@rightplace/domain';
import { csvOf } from '../../test/files.ts';
import { readReturn } from '../read/read-return.ts';
import type { SetAsideRule } from '../set-aside.ts';
import type { TableName } from '../tables/table.ts';
import { tableRowsFrom } from '../tables/table-rows.ts';
import { getTable } from '../tables/tables.ts';
import { type Acceptance, acceptReturns, type ReturnOfYear } from './accept-returns.ts';
import type { HeldChild } from './held.ts';
import { ledgerFromHeld } from './ledger.ts';

type Cells = Readonly<Record<string, string>>;
type Tables = Partial<Record<TableName, readonly Cells[]>>;

/** Rows are on lines from 2 of a file named for the table. */
const aReturn = (collectionYear: CollectionYear | null, tables: Tables): ReturnOfYear => ({
  collectionYear,
  tables: Object.entries(tables).map(([name, rows]) => tableRowsFrom(name as TableName, `${name}.csv`, rows)),
  setAside: [],
  notes: [],
});

/** "A1 01/04/2024 P C2 U6 01/05/2024": child, DECOM, RNE, LS, PLACE and, if it ended, DEC. */
const episode = (text: string, more: Cells = {}): Cells => {
  const [CHILD = '', DECOM = '', RNE = '', LS = '', PLACE = '', DEC = ''] = text.split(' ');
  return { CHILD, DECOM, RNE, LS, PLACE, CIN: 'N1', DEC, REC: DEC === '' ? '' : 'X1', ...more };
};
const header = (CHILD: string, more: Cells = {}): Cells => ({
  CHILD,
  SEX: 'F',
  DOB: '01/02/2015',
  ETHNIC: 'WBRI',
  ...more,
});

const accept = (...returns: readonly ReturnOfYear[]): Acceptance => acceptReturns({ returns });
const beside = (held: Acceptance, ...returns: readonly ReturnOfYear[]): Acceptance =>
  acceptReturns({ returns, held: held.children });
const rules = ({ rejected }: Acceptance): readonly string[] =>
  rejected.map(({ table, line, rule }) => `${table}:${line} ${rule}`);
const get = ({ children }: Acceptance, id = 'A1'): HeldChild => {
  const child = children.get(childId(id));
  assert.ok(child !== undefined, `no child ${id}`);
  return child;
};
const stays = (accepted: Acceptance, id = 'A1'): readonly string[] =>
  get(accepted, id).episodes.map(
    ({ episode: e, years, unlabelled }) =>
      `${e.decom}/${e.dec ?? ''} ${years.join(',')}${unlabelled ? '?' : ''}`,
  );
const outcomes = ({ outcomes: all }: Acceptance): Cells =>
  Object.fromEntries(Object.entries(all).filter(([, n]) => n > 0));

test('an identifier that no page could be opened by is set aside, and none that could', () => {
  const longest = 'X'.repeat(100);
  const of = (id: string) => ({ ...episode('A9 01/04/2024 S C2 U6'), CHILD: id });
  const good = [longest, 'A.1', '..A', '😀'.repeat(50)];
  const bad = [`${longest}X`, '.', '..', '....', '😀'.repeat(51)];
  const accepted = accept(
    aReturn(2025, { Episodes: [...good, ...bad].map(of), Header: bad.map((id) => header(id)) }),
  );
  assert.deepEqual([...accepted.children.keys()], good);
  assert.deepEqual(
    accepted.rejected.map(({ table, line, rule }) => `${table}:${line} ${rule}`),
    [
      ...bad.map((_, i) => `Episodes:${i + 2 + good.length} unusable-child`),
      ...bad.map((_, i) => `Header:${i + 2} unusable-child`),
    ],
  );
  assert.match(accepted.rejected[0]?.reason ?? '', /101 characters/);
  assert.match(accepted.rejected[1]?.reason ?? '', /only dots/);
  const { read, accepted: taken, rejected } = accepted.counts.get('Episodes') ?? {};
  assert.deepEqual([read, taken, rejected], [9, 4, 5]);
});

test('each kind of row that cannot stand is set aside by name, and the rest goes in', () => {
  const cases: readonly [TableName, Cells, SetAsideRule, RegExp][] = [
    ['Episodes', episode(' 01/04/2024 S C2 U6'), 'no-child', /CHILD is blank/],
    ['Episodes', episode('A9 2024-03-31 S C2 U6'), 'bad-date', /year first.*write 31\/03\/2024/],
    ['Episodes', episode('A9 01/05/0024 S C2 U6'), 'bad-date', /^DECOM: The year 0024/],
    ['Episodes', episode('A9 31/02/2024 S C2 U6'), 'bad-date', /February 2024 has 29 days/],
    [
      'Episodes',
      episode('A9 01/04/2024 S C2 U6 1/4/24'),
      'bad-date',
      /^DEC: 1\/4\/24 has a year of two digits/,
    ],
    ['Episodes', episode('A9 01/04/2024 S C2'), 'blank-required', /^PLACE is blank/],
    ['Episodes', { ...episode('A9 01/04/2024 S C2 U6'), DECOM: '' }, 'blank-required', /^DECOM is blank/],
    ['Episodes', { ...episode('A9 01/04/2024 S C2 U6'), RNE: '' }, 'blank-required', /^RNE is blank/],
    ['Episodes', { ...episode('A9 01/04/2024 S C2 U6'), LS: '' }, 'blank-required', /^LS is blank/],
    [
      'Episodes',
      episode('A9 01/04/2024 S C2 U6 31/03/2024'),
      'ends-before-start',
      /ends \(DEC 31\/03\/2024\) before/,
    ],
    ['Episodes', episode('A9 01/04/2024 S C2 XX'), 'unknown-code', /XX is not a code that PLACE has had/],
    ['Episodes', episode('A9 01/04/2024 X C2 U6'), 'unknown-code', /Put S, L, P, T, B or U in its place/],
    ['Header', header('A9', { DOB: '1.2.2015' }), 'bad-date', /^DOB: 1.2.2015/],
    ['Header', header('A9', { DOB: '01/02/2115' }), 'bad-date', /^DOB: The year 2115/],
    ['Header', header('A9', { SEX: '3' }), 'unknown-code', /^3 is not/],
    ['Reviews', { CHILD: 'A9', REVIEW_CODE: 'PN1' }, 'blank-required', /^REVIEW is blank.*this review is/],
    [
      'Missing',
      { CHILD: 'A9', MISSING: 'M', MIS_START: '02/05/2024', MIS_END: '01/05/2024' },
      'ends-before-start',
      /MIS/,
    ],
    ['PrevPerm', { CHILD: 'A9', PREV_PERM: 'P1', DATE_PERM: 'ZZ/2019' }, 'bad-date', /^DATE_PERM/],
    [
      'SWEpisodes',
      { CHILD: 'A9', SW_ID: 'SW1', SW_DECOM: '01/05/2024', SW_REASON: 'LAZY' },
      'unknown-code',
      /^LAZY/,
    ],
    [
      'SWEpisodes',
      { CHILD: 'A9', SW_ID: 'S'.repeat(61), SW_DECOM: '01/05/2024' },
      'too-long-to-keep',
      /^SW_ID is 61 characters long, and can have up to 60/,
    ],
  ];
  for (const [table, row, rule, says] of cases) {
    const good = { Episodes: [episode('A1 01/04/2024 S C2 U6')] };
    const rows = [...(table === 'Episodes' ? good.Episodes : []), row];
    const accepted = accept(aReturn(2025, { ...good, [table]: rows }));
    const [rejected] = accepted.rejected;
    assert.equal(accepted.rejected.length, 1, rule);
    assert.equal(rejected?.rule, rule);
    assert.equal(rejected?.table, table);
    assert.equal(rejected?.line, rows.length + 1);
    assert.equal(rejected?.child, row['CHILD'] || null);
    assert.match(`${rejected?.reason} ${rejected?.todo}`, says);
    assert.deepEqual(stays(accepted), ['2024-04-01/ 2025']);
    assert.equal(accepted.children.size, 1);
  }
});

test('two homes at once: taken by day, then those of no length, then by line', () => {
  const accepted = accept(
    aReturn(2025, {
      Episodes: [
        episode('A1 01/06/2024 P C2 U1 01/07/2024'),
        episode('A1 01/04/2024 S C2 U6 01/06/2024'),
        episode('A1 15/06/2024 P C2 U4 01/08/2024'),
        episode('A1 01/06/2024 P C2 U2 01/06/2024'),
        episode('A1 01/06/2024 P C2 U3 15/06/2024'),
        episode('A1 15/05/2024 P C2 U3 15/05/2024'),
        episode('A1 01/07/2024 P C2 K2'),
        episode('A1 02/08/2024 P C2 K2'),
      ],
    }),
  );
  assert.deepEqual(stays(accepted), [
    '2024-04-01/2024-06-01 2025',
    '2024-06-01/2024-06-01 2025',
    '2024-06-01/2024-07-01 2025',
    '2024-07-01/ 2025',
  ]);
  assert.deepEqual(rules(accepted), [
    'Episodes:4 two-homes-at-once',
    'Episodes:6 second-row-for-key',
    'Episodes:7 two-homes-at-once',
    'Episodes:9 two-homes-at-once',
  ]);
  assert.match(accepted.rejected[3]?.reason ?? '', /line 8 of Episodes.csv \(from 01\/07\/2024\) has no end/);
});

test('an exact duplicate is a duplicate; a second row of one key that says otherwise is not', () => {
  const review = { CHILD: 'A1', REVIEW: '01/05/2024', REVIEW_CODE: 'PN1' };
  const accepted = accept(
    aReturn(2025, {
      Header: [header('A1'), header('A1'), header('A1', { ETHNIC: 'WOTH' })],
      Reviews: [
        review,
        { ...review },
        { ...review, REVIEW_CODE: 'PN2' },
        { ...review, REVIEW: '02/05/2024' },
      ],
      OC2: [
        { CHILD: 'A1', CONVICTED: '0' },
        { CHILD: 'A1', CONVICTED: '1' },
      ],
    }),
  );
  assert.deepEqual(rules(accepted), [
    'Header:3 duplicate',
    'Header:4 second-row-for-key',
    'Reviews:3 duplicate',
    'Reviews:4 second-row-for-key',
    'OC2:3 second-row-for-key',
  ]);
  assert.equal(get(accepted).details.ethnicity, 'WBRI');
});

test('a code of another year is accepted, and SEX has one meaning inside', () => {
  const accepted = accept(
    aReturn(2027, { Header: [header('A1', { SEX: '1' })], Episodes: [episode('A1 01/04/2024 S C2 H5')] }),
    aReturn(2024, { Header: [header('A2', { SEX: 'M' })], Episodes: [episode('A2 01/04/2023 S C2 Z11')] }),
  );
  assert.deepEqual(accepted.rejected, []);
  assert.deepEqual([get(accepted).details.sex, get(accepted, 'A2').details.sex], ['M', 'M']);
  assert.equal(get(accepted).episodes[0]?.episode.place, 'H5');
});

test('no child is lost: not without a Header, a day of birth, or episodes', () => {
  const accepted = accept(
    aReturn(2025, {
      Header: [header('A2', { DOB: '' }), header('A3'), header('A4', { SEX: 'X' })],
      Episodes: [
        episode('A1 01/04/2024 S C2 U6'),
        episode('A2 01/04/2024 S C2 U6'),
        episode('A4 01/04/2024 S C2 U6'),
      ],
      OC3: [{ CHILD: 'A5', IN_TOUCH: 'YES' }],
    }),
  );
  assert.deepEqual([...accepted.children.keys()].sort(), ['A1', 'A2', 'A3', 'A4', 'A5']);
  assert.deepEqual(get(accepted, 'A4').details, {});
  const notes = accepted.notes.join('\n');
  assert.match(notes, /2 children are in Episodes and in no Header .* \(A4, A1\)/);
  assert.match(notes, /1 child has no date of birth: kept and counted.* \(A2\)/);
  assert.match(notes, /1 child is in neither Header nor Episodes.* \(A5\)/);
});

test('REC without DEC, and DEC without REC, are accepted and noted', () => {
  const accepted = accept(
    aReturn(2025, {
      Episodes: [
        episode('A1 01/04/2024 S C2 U6 01/05/2024', { REC: '' }),
        episode('A1 01/05/2024 P C2 U6', { REC: 'E4A' }),
      ],
    }),
  );
  assert.equal(get(accepted).episodes.length, 2);
  assert.match(accepted.notes.join('\n'), /1 episode has a REC and no DEC.*\n1 episode has a DEC and no REC/);
});

test('of several years the newest wins for the same CHILD and DECOM, whatever order they are given in', () => {
  const older = aReturn(2025, { Episodes: [episode('A1 01/04/2024 S C2 U6')] });
  const newer = aReturn(2026, {
    Episodes: [episode('A1 01/04/2024 S C2 U4 01/05/2025'), episode('A1 01/05/2025 P C2 K2')],
  });
  for (const accepted of [
    accept(older, newer),
    accept(newer, older),
    beside(accept(older), newer),
    beside(accept(newer), older),
  ]) {
    assert.deepEqual(stays(accepted), ['2024-04-01/2025-05-01 2025,2026', '2025-05-01/ 2026']);
    assert.equal(get(accepted).episodes[0]?.episode.place, 'U4');
    assert.deepEqual(accepted.rejected, []);
  }
  assert.deepEqual(outcomes(beside(accept(older), newer)), { ended: 1, new: 1 });
});

test('facts: the newest wins for each key, yearly facts have one a year, and what ended is told as ended', () => {
  const missing = { CHILD: 'A1', MISSING: 'M', MIS_START: '30/03/2025' };
  const first = accept(
    aReturn(2025, {
      Missing: [missing],
      OC2: [{ CHILD: 'A1', CONVICTED: '0' }],
      UASC: [{ CHILD: 'A1', SEX: 'M' }],
    }),
  );
  const second = beside(
    first,
    aReturn(2026, {
      Missing: [{ ...missing, MIS_END: '02/04/2025' }],
      OC2: [{ CHILD: 'A1', CONVICTED: '1' }],
      UASC: [{ CHILD: 'A1', SEX: 'M', DUC: '01/05/2025' }],
    }),
  );
  assert.deepEqual(outcomes(second), { ended: 1, new: 1, changed: 1 });
  assert.deepEqual(
    get(second).facts.map(({ fact, years }) => `${fact.kind} ${fact.key} ${years.join()}`),
    ['uasc 1 2025,2026', 'oc2 2025-03-31 2025', 'oc2 2026-03-31 2026', 'missing 2025-03-30 M 2025,2026'],
  );
  assert.deepEqual(get(second).facts[3]?.fact.fields, {
    MISSING: 'M',
    MIS_START: '30/03/2025',
    MIS_END: '02/04/2025',
  });
});

test('a corrected return of the same year corrects: a moved DECOM replaces, and what is gone is withdrawn', () => {
  const before = accept(
    aReturn(2025, {
      Episodes: [
        episode('A1 01/04/2024 S C2 U6 01/06/2024'),
        episode('A1 01/06/2024 P C2 U4'),
        episode('A2 01/04/2024 S C2 U6 01/06/2024'),
        episode('A2 01/07/2024 S C2 U6'),
        episode('A3 01/04/2024 S C2 U6'),
      ],
    }),
  );
  const after = beside(
    before,
    aReturn(2025, {
      Episodes: [
        episode('A1 01/04/2024 S C2 U6 15/06/2024'),
        episode('A1 15/06/2024 P C2 U4'),
        episode('A2 01/07/2024 S C2 U6'),
      ],
    }),
  );
  assert.deepEqual(after.rejected, []);
  assert.deepEqual(stays(after), ['2024-04-01/2024-06-15 2025', '2024-06-15/ 2025']);
  assert.deepEqual(stays(after, 'A2'), ['2024-07-01/ 2025']);
  assert.deepEqual(outcomes(after), { changed: 2, unchanged: 1, withdrawn: 1 });
  // A child who is not in the return given now is left alone, and said to be.
  assert.equal(get(after, 'A3'), get(before, 'A3'));
  assert.match(
    after.notes.join('\n'),
    /1 child held from the return for 2024-25 is not in it now: left as held/,
  );
});

test('nothing is withdrawn of a child one of whose rows was set aside, nor by a return of another year', () => {
  const before = accept(
    aReturn(2025, {
      Episodes: [episode('A1 01/04/2024 S C2 U6 01/06/2024'), episode('A1 01/06/2024 P C2 U4')],
    }),
  );
  const spoiled = beside(
    before,
    aReturn(2025, { Episodes: [episode('A1 1/4/24 S C2 U6 01/06/2024'), episode('A1 01/06/2024 P C2 U4')] }),
  );
  assert.deepEqual(stays(spoiled), stays(before));
  assert.match(spoiled.notes.join('\n'), /For 1 child a row was set aside/);
  const next = beside(before, aReturn(2026, { Episodes: [episode('A1 01/06/2024 P C2 U4')] }));
  assert.deepEqual(stays(next), ['2024-04-01/2024-06-01 2025', '2024-06-01/ 2025,2026']);
  assert.deepEqual(outcomes(next), { unchanged: 1 });
});

test('nothing is withdrawn of a child one of whose rows could not even be read', () => {
  const columns = getTable('Episodes').columns.map(({ name }) => name);
  const line = (row: Cells): string => columns.map((name) => row[name] ?? '').join(',');
  const [first, second] = [episode('A1 01/04/2024 S C2 U6 01/06/2024'), episode('A1 01/06/2024 P C2 U4')];
  const file = (...rows: readonly string[]): ReturnOfYear => ({
    ...readReturn([csvOf('episodes.csv', columns.join(), ...rows)]),
    collectionYear: 2025,
  });
  const before = accept(file(line(first), line(second)));
  const spoiled = beside(before, file(line(first).replace(/,[^,]*$/, ''), line(second)));
  assert.deepEqual(rules(spoiled), ['Episodes:2 wrong-number-of-cells']);
  assert.deepEqual(stays(spoiled), stays(before));
  assert.deepEqual(stays(beside(before, file(line(second)))), ['2024-06-01/ 2025']);
});

test('an older return does not override what a newer one said, and repeating any import changes nothing', () => {
  const newer = aReturn(2026, {
    Header: [header('A1', { UPN: 'UN1' })],
    Episodes: [episode('A1 02/04/2024 S C2 U4')],
  });
  const older = aReturn(2025, { Header: [header('A1')], Episodes: [episode('A1 01/04/2024 S C2 U6')] });
  const held = beside(accept(newer), older);
  assert.deepEqual(stays(held), ['2024-04-01/2024-04-02 2025', '2024-04-02/ 2026']);
  assert.equal(get(held).details.upn, 'UN1');
  for (const again of [beside(held, older), beside(held, newer), beside(held, newer, older)]) {
    assert.deepEqual(Object.keys(outcomes(again)), ['unchanged']);
    assert.equal(get(again), get(held));
  }
});

test('what is held in another order, as a store may give it, is still unchanged', () => {
  const given = aReturn(2026, {
    Header: [header('A1')],
    Reviews: [
      { CHILD: 'A1', REVIEW: '01/05/2025', REVIEW_CODE: 'PN1' },
      { CHILD: 'A1', REVIEW: '01/11/2025', REVIEW_CODE: 'PN2' },
    ],
    OC2: [{ CHILD: 'A1', CONVICTED: '0' }],
  });
  const child = get(accept(given));
  const shuffled = { ...child, facts: [...child.facts].reverse() };
  const again = acceptReturns({ returns: [given], held: new Map([[childId('A1'), shuffled]]) });
  assert.equal(get(again), shuffled);
});

test('a return that does not say its year is taken as of its latest dates, and marked', () => {
  const accepted = accept(
    aReturn(null, {
      Header: [header('A1')],
      Episodes: [episode('A1 01/04/2016 S C2 U6 20/03/2018')],
      UASC: [{ CHILD: 'A1', DUC: '01/01/2031' }],
    }),
  );
  assert.deepEqual(accepted.collectionYears, [2018]);
  assert.deepEqual(stays(accepted), ['2016-04-01/2018-03-20 2018?']);
  assert.equal(get(accepted).headerUnlabelled, true);
  assert.match(accepted.notes.join('\n'), /No collection year was given.*2017-18/);
});

test('what was entered here stays where returns say nothing, again and again, and gives way where they do', () => {
  const entered: HeldChild = {
    details: {
      givenName: 'Robin',
      dateOfBirth: day('2015-02-01'),
      upn: 'UN2',
      homeAddress: '1 Example Street',
    },
    headerYears: [],
    episodes: [],
    facts: [],
  };
  const held = new Map<ChildId, HeldChild>([[childId('A1'), entered]]);
  const first = acceptReturns({
    returns: [aReturn(2026, { Header: [header('A1', { DOB: '03/02/2015' })] })],
    held,
  });
  assert.deepEqual(get(first).details, {
    givenName: 'Robin',
    homeAddress: '1 Example Street',
    upn: 'UN2',
    dateOfBirth: '2015-02-03',
    sex: 'F',
    ethnicity: 'WBRI',
  });
  const second = beside(first, aReturn(2026, { Header: [header('A1', { DOB: '' })] }));
  assert.deepEqual(get(second).details, {
    givenName: 'Robin',
    homeAddress: '1 Example Street',
    upn: 'UN2',
    sex: 'F',
    ethnicity: 'WBRI',
  });
});

test('episodes entered here stand against an older return and give way to their own year’s', () => {
  const given = episode('A1 01/04/2024 S C2 U6');
  const entered = {
    ...get(accept(aReturn(2027, { Episodes: [episode('A1 01/05/2026 P C2 K2')] }))),
    headerYears: [],
  };
  const held = new Map([
    [childId('A1'), { ...entered, episodes: entered.episodes.map((h) => ({ ...h, years: [] })) }],
  ]);
  const older = acceptReturns({ returns: [aReturn(2026, { Episodes: [given] })], held });
  assert.deepEqual(stays(older), ['2024-04-01/2026-05-01 2026', '2026-05-01/ ']);
  const own = acceptReturns({ returns: [aReturn(2027, { Episodes: [given] })], held });
  assert.deepEqual(stays(own), ['2024-04-01/ 2027']);
});

test('a ledger is made straight from what is accepted', () => {
  const accepted = accept(
    aReturn(2025, {
      Header: [header('A1')],
      Episodes: [episode('A1 01/04/2024 S C2 U6 01/06/2024'), episode('A1 01/06/2024 P C2 K2')],
      Reviews: [{ CHILD: 'A1', REVIEW: '01/05/2024', REVIEW_CODE: 'PN1' }],
    }),
  );
  const [record] = ledgerFromHeld(accepted.children);
  assert.equal(record?.id, 'A1');
  assert.equal(record?.periodsOfCare.length, 1);
  assert.deepEqual(
    record?.placements.map(({ type }) => type),
    ['U6', 'K2'],
  );
  assert.equal(record?.facts.length, 1);
  assert.equal(record?.details.dateOfBirth, '2015-02-01');
});
