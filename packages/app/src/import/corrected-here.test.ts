/** Every kind of row is corrected and removed by hand, each of a child of its own, and the return loaded again. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ChildRecord } from '@rightplace/domain';
import type { TableName } from '@rightplace/ssda903';
import {
  type Authority,
  aLoadingWorld,
  type Cells,
  filesOf,
  type LoadingWorld,
  RETURN,
  type Rows,
} from '../../test/loading-world.ts';
import type { ImportReport } from './accept-given.ts';

let world: LoadingWorld;
before(async () => {
  world = await aLoadingWorld();
});
after(() => world.close());

interface Case {
  readonly table: TableName;
  readonly key: string;
  /** Which of the table's rows it is. */
  readonly place?: number;
  /** What somebody types. */
  readonly typed: Cells;
  /** Another cell of the row that the case system comes to say otherwise. */
  readonly other: Cells;
  /** What the case system could say of the very cells that were typed, that is news. */
  readonly news: Cells;
}

const CASES: readonly Case[] = [
  {
    table: 'Header',
    key: 'header',
    typed: { UPN: 'A123456789012' },
    other: { ETHNIC: 'MWBC' },
    news: { UPN: 'UN3' },
  },
  {
    table: 'Header',
    key: 'header',
    typed: { MOTHER: '1', MC_DOB: '03/03/2025' },
    other: { UPN: 'UN3' },
    news: { MOTHER: '1', MC_DOB: '04/03/2025' },
  },
  {
    table: 'Episodes',
    key: '2025-05-01',
    typed: { LS: 'E1' },
    other: { PL_POST: 'ZZ4 4DD' },
    news: { LS: 'V2' },
  },
  {
    table: 'Episodes',
    key: '2025-05-01',
    typed: { URN: '' },
    other: { PLACE: 'U4' },
    news: { URN: '9900007' },
  },
  {
    table: 'Episodes',
    key: '2025-09-10',
    place: 1,
    typed: { DEC: '01/02/2026', REC: 'E4A' },
    other: { PLACE: 'K1' },
    news: { DEC: '05/02/2026', REC: 'E4A' },
  },
  {
    table: 'Episodes',
    key: '2025-09-10',
    place: 1,
    typed: { DECOM: '12/09/2025' },
    other: { PLACE: 'K1' },
    news: { DECOM: '11/09/2025' },
  },
  {
    table: 'Reviews',
    key: '2025-05-28',
    typed: { REVIEW_CODE: 'PN4' },
    other: {},
    news: { REVIEW_CODE: 'PN3' },
  },
  {
    table: 'Reviews',
    key: '2025-05-28',
    typed: { REVIEW: '29/05/2025' },
    other: { REVIEW_CODE: 'PN2' },
    news: { REVIEW: '30/05/2025' },
  },
  { table: 'UASC', key: '1', typed: { DUC: '01/06/2027' }, other: {}, news: { DUC: '01/07/2027' } },
  {
    table: 'OC2',
    key: '2026-03-31',
    typed: { SDQ_SCORE: '21' },
    other: { CONVICTED: '1' },
    news: { SDQ_SCORE: '9' },
  },
  { table: 'OC3', key: '2026-03-31', typed: { ACCOM: 'C2' }, other: { ACTIV: 'F4' }, news: { ACCOM: 'D2' } },
  {
    table: 'AD1',
    key: '2026-03-31',
    typed: { DATE_MATCH: '03/05/2025' },
    other: { FOSTER_CARE: '1' },
    news: { DATE_MATCH: '04/05/2025' },
  },
  {
    table: 'PlacedAdoption',
    key: '2025-06-01',
    typed: { DATE_PLACED_CEASED: '01/12/2025', REASON_PLACED_CEASED: 'RD3' },
    other: {},
    news: { DATE_PLACED_CEASED: '02/12/2025', REASON_PLACED_CEASED: 'RD3' },
  },
  {
    table: 'PrevPerm',
    key: '2026-03-31',
    typed: { PREV_PERM: 'P2' },
    other: { DATE_PERM: '01/03/2015' },
    news: { PREV_PERM: 'P3' },
  },
  {
    table: 'Missing',
    key: '2025-07-01 M',
    typed: { MIS_END: '05/07/2025' },
    other: {},
    news: { MIS_END: '06/07/2025' },
  },
  {
    table: 'SWEpisodes',
    key: '2025-05-01 SW1234567890',
    typed: { SW_DEC: '01/10/2025' },
    other: { SW_REASON: 'MANAGE' },
    news: { SW_DEC: '02/10/2025' },
  },
  {
    table: 'DoLo',
    key: '2025-08-01',
    typed: { DOLO_END: '01/09/2025' },
    other: {},
    news: { DOLO_END: '02/09/2025' },
  },
];

const idOf = (i: number): string => `ZZ${i + 1}`;

/** One return of a child for each case; `said` is what it says of the case's row otherwise. */
const returnOf = (cases: readonly Case[], said: (one: Case) => Cells = () => ({})) => {
  const rows: Partial<Record<TableName, Cells[]>> = {};
  for (const [i, one] of cases.entries())
    for (const [name, own] of Object.entries(RETURN as Rows) as [TableName, readonly Cells[]][])
      (rows[name] ??= []).push(
        ...own.map((cells, at) => ({
          ...cells,
          ...(name === one.table && at === (one.place ?? 0) ? said(one) : {}),
          CHILD: idOf(i),
        })),
      );
  return filesOf(rows);
};

/** What was believed of each child, and what the preview said, after a step. */
interface Step {
  readonly report: ImportReport;
  readonly children: ReadonlyMap<string, ChildRecord>;
}

const byId = async (own: Authority): Promise<Step['children']> =>
  new Map((await own.believed()).map((child) => [child.id, child]));

const step = async (own: Authority, files: ReturnType<typeof filesOf>): Promise<Step> => ({
  report: await own.load(files),
  children: await byId(own),
});

const correctionsOf = ({ report }: Step, id: string) =>
  (report.corrections ?? []).filter(({ child }) => child === id);

/** Loads into an authority where nothing is corrected. */
const elsewhere = async (files: ReturnType<typeof filesOf>): Promise<Step> =>
  step(await world.anAuthority(), files);

type Corrected = Readonly<
  Record<'first' | 'corrected', Step['children']> &
    Record<'again' | 'otherwise', readonly Step[]> &
    Record<'both' | 'news' | 'fresh', Step>
>;

/** A year of one authority, in which every case is a child's. */
const correctEach = async (): Promise<Corrected> => {
  const own = await world.anAuthority();
  const same = returnOf(CASES);
  const otherwise = returnOf(CASES, ({ other }) => other);
  const news = returnOf(CASES, (one) => one.news);
  const { children: first } = await step(own, same);
  for (const [i, { table, key, typed }] of CASES.entries()) await own.correct([table, key], typed, idOf(i));
  return {
    first,
    corrected: await byId(own),
    again: [await step(own, same), await step(own, same)],
    otherwise: [await step(own, otherwise), await step(own, otherwise)],
    both: await elsewhere(returnOf(CASES, ({ other, typed }) => ({ ...other, ...typed }))),
    news: await step(own, news),
    fresh: await elsewhere(news),
  };
};

let corrected: Promise<Corrected> | undefined;

for (const [i, { table, typed, other }] of CASES.entries()) {
  const id = idOf(i);
  const what = `${table} ${Object.keys(typed).join(' and ')}`;
  test(`${what} corrected here stays through every return that says nothing new of it`, async () => {
    const year = await (corrected ??= correctEach());
    const ours = year.corrected.get(id);
    assert.ok(ours);
    assert.notDeepEqual(ours, year.first.get(id));
    for (const each of year.again) {
      assert.deepEqual(correctionsOf(each, id), []);
      assert.deepEqual(each.children.get(id), ours);
    }
    for (const each of year.otherwise) assert.deepEqual(correctionsOf(each, id), []);
    if (Object.keys(other).length > 0)
      assert.deepEqual(
        year.otherwise[1]?.children.get(id),
        year.both.children.get(id),
        'the one cell is the return’s, the other ours',
      );
    const said = correctionsOf(year.news, id);
    assert.equal(said[0]?.kind, 'undone', 'what is new is the return’s, and said beforehand');
    assert.deepEqual(year.news.children.get(id), year.fresh.children.get(id));
  });
}

test('a return loaded once more over corrections changes no child, and the preview says so', async () => {
  const { again } = await (corrected ??= correctEach());
  for (const { report } of again) {
    assert.deepEqual([report.childrenChanged, report.changed], [0, 0]);
    assert.equal(report.corrections, undefined);
  }
});

/** A case for each row of the return but the header, which is never removed. */
const ROWS = CASES.filter(
  (one, i) =>
    one.table !== 'Header' &&
    CASES.findIndex(({ table, key }) => table === one.table && key === one.key) === i,
);

type Removed = Readonly<
  Record<'removed', Step['children']> & Record<'again', readonly Step[]> & Record<'news', Step>
>;

const removeEach = async (): Promise<Removed> => {
  const own = await world.anAuthority();
  await own.load(returnOf(ROWS));
  for (const [i, { table, key }] of ROWS.entries()) {
    // The first of two episodes can go only after the other.
    if (key === '2025-05-01') await own.remove(['Episodes', '2025-09-10'], idOf(i));
    await own.remove([table, key], idOf(i));
  }
  return {
    removed: await byId(own),
    again: [await step(own, returnOf(ROWS)), await step(own, returnOf(ROWS))],
    news: await step(
      own,
      returnOf(ROWS, ({ other }) => (Object.keys(other).length > 0 ? other : { DOB: '02/02/2010' })),
    ),
  };
};

let removed: Promise<Removed> | undefined;

for (const [i, { table, key }] of ROWS.entries())
  test(`a row of ${table} (${key}) removed here stays removed until a return says something new of it`, async () => {
    const id = idOf(i);
    const year = await (removed ??= removeEach());
    const ours = year.removed.get(id);
    assert.ok(ours);
    for (const each of year.again) {
      assert.deepEqual(correctionsOf(each, id), []);
      assert.equal(each.report.childrenChanged, 0);
      const why = each.report.rejected.filter(({ child }) => child === id).at(-1);
      assert.deepEqual(
        [why?.rule, why?.table],
        ['removed-here', table],
        'the preview says of the row why not',
      );
      assert.deepEqual(each.children.get(id), ours);
    }
    const said = correctionsOf(year.news, id);
    assert.ok(said.some(({ kind, what }) => kind === 'undone' && what.includes('removed')));
    assert.notDeepEqual(year.news.children.get(id), ours);
  });
