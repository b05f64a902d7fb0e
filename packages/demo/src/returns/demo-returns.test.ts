import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day } from '@rightplace/domain';
import { slashed, yearEnd, yearStart } from '../calendar/days.ts';
import { episodesAsAt } from '../care/episodes.ts';
import { invent } from '../invented.ts';
import { demoReturns, demoReturnYears } from './demo-returns.ts';
import { episodeStream } from './episode-stream.ts';
import { RETURN_COLUMNS, RETURN_TABLES, type ReturnTable } from './return-tables.ts';

const options = { seed: 'returns', asOf: day('2026-11-21'), children: 300 };
const rows = [...demoReturns(options)].map(({ year, table, cells }) => ({
  year,
  table,
  cells,
  row: Object.fromEntries(RETURN_COLUMNS[table].map((column, i) => [column, cells[i] ?? ''])),
}));
const of = (table: ReturnTable, year?: number) =>
  rows.filter((r) => r.table === table && (year === undefined || r.year === year));
const asDay = (text = ''): string => `${text.slice(6)}-${text.slice(3, 5)}-${text.slice(0, 2)}`;

test('returns are for the current year and the ten before it', () => {
  assert.deepEqual(
    demoReturnYears(options),
    [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027],
  );
  assert.deepEqual(new Set(rows.map((r) => r.year)), new Set(demoReturnYears(options)));
});

test('every row has a cell for every column, and every table has rows', () => {
  for (const { table, cells } of rows) assert.equal(cells.length, RETURN_COLUMNS[table].length, table);
  for (const table of RETURN_TABLES) assert.ok(of(table).length > 0, table);
});

test('each year has one header row a child, and no child without one', () => {
  for (const year of demoReturnYears(options)) {
    const headers = of('Header', year).map(({ row }) => row['CHILD']);
    assert.equal(new Set(headers).size, headers.length);
    const known = new Set(headers);
    for (const r of rows) if (r.year === year) assert.ok(known.has(r.row['CHILD']), `${year} ${r.table}`);
  }
});

test('tables with one row a child have no more', () => {
  for (const table of ['OC2', 'OC3', 'AD1', 'PrevPerm', 'UASC'] as const) {
    const keys = of(table).map(({ year, row }) => `${year} ${row['CHILD']}`);
    assert.equal(new Set(keys).size, keys.length, table);
  }
});

test('an episode is in every year it touches, open where it had not ended by the year’s end', () => {
  for (const { year, row } of of('Episodes')) {
    const [end, start] = [slashed(yearEnd(year)), slashed(yearStart(year))].map(asDay);
    assert.ok(asDay(row['DECOM']) <= (end ?? ''));
    if (row['DEC'] === '') assert.deepEqual([row['REC'], row['REASON_PLACE_CHANGE']], ['', '']);
    else assert.ok(asDay(row['DEC']) >= (start ?? '') && asDay(row['DEC']) <= (end ?? ''));
  }
});

test('put together newest first, the returns give back every episode since the first year began', () => {
  const newest = new Map<string, string>();
  for (const { row } of of('Episodes'))
    newest.set(`${row['CHILD']} ${row['DECOM']}`, `${row['DEC']} ${row['REC']}`);
  const { tellings, lastDay } = invent(options);
  const from = slashed(yearStart(2017));
  let expected = 0;
  for (const { life, episodes } of tellings()) {
    for (const e of episodesAsAt(episodes, lastDay)) {
      if (e.dec !== null && e.dec < asDay(from)) continue;
      expected += 1;
      const dec = e.dec === null ? '' : `${e.dec.slice(8)}/${e.dec.slice(5, 7)}/${e.dec.slice(0, 4)}`;
      const decom = `${e.decom.slice(8)}/${e.decom.slice(5, 7)}/${e.decom.slice(0, 4)}`;
      assert.equal(newest.get(`${life.id} ${decom}`), `${dec} ${e.rec ?? ''}`);
    }
  }
  assert.equal(newest.size, expected);
});

test('each year has the codes of that year', () => {
  for (const { year, row } of of('Header')) {
    if (row['SEX'] !== '') assert.ok((year >= 2025 ? ['M', 'F'] : ['1', '2']).includes(row['SEX'] ?? ''));
  }
  for (const { year, row } of of('Episodes')) {
    const place = row['PLACE'] ?? '';
    if (year <= 2024) assert.notEqual(place, 'K3');
    if (year >= 2025) assert.ok(place !== 'H5' && place !== 'P2', `${year} ${place}`);
    if (place.startsWith('Z')) assert.equal(place === 'Z1', year <= 2025);
    if (place === 'H5' && year <= 2023) assert.equal(row['URN'], '');
  }
  assert.deepEqual(
    of('SWEpisodes').filter((r) => r.year < 2024),
    [],
  );
  assert.deepEqual(
    of('DoLo').filter((r) => r.year < 2027),
    [],
  );
});

test('outcomes are only for those looked after for the whole of a year that is over', () => {
  assert.deepEqual(of('OC2', 2027), []);
  for (const { year, row } of of('OC2')) {
    const episodes = of('Episodes', year).filter((e) => e.row['CHILD'] === row['CHILD']);
    const first = episodes[0]?.row ?? {};
    const last = episodes[episodes.length - 1]?.row ?? {};
    assert.ok(asDay(first['DECOM']) <= `${year - 1}-04-01`);
    assert.equal(last['DEC'], '');
    assert.ok(episodes.slice(1).every((e) => e.row['RNE'] !== 'S'));
  }
});

test('asked for as at 31 March, a return has that year’s outcomes', () => {
  let outcomes = 0;
  for (const { year, table } of demoReturns({ ...options, asOf: day('2026-03-31') })) {
    if (table === 'OC2' && year === 2026) outcomes += 1;
  }
  assert.ok(outcomes > 100, String(outcomes));
});

test('the child with no date of birth has none in any table', () => {
  const hers = rows.filter((r) => r.row['CHILD'] === 'NM900015' && 'DOB' in r.row);
  assert.ok(hers.length > 0);
  for (const { row } of hers) assert.equal(row['DOB'], '');
});

test('rows come child by child, so that a nation need never be held', () => {
  const seen = new Set<string>();
  let last = '';
  for (const { row } of rows) {
    const child = row['CHILD'] ?? '';
    if (child !== last) assert.ok(!seen.has(child), child);
    seen.add(child);
    last = child;
  }
});

test('an invented England comes from every part of it', () => {
  const areas = new Set<string>();
  let count = 0;
  for (const { table, cells } of demoReturns({ ...options, children: 20_000 })) {
    if (table === 'Episodes') areas.add((cells[10] ?? '').split(/\d/)[0] ?? '');
    count += 1;
    if (count > 60_000) break;
  }
  assert.ok(areas.size > 80, String(areas.size));
});

test('the stream of episodes stops where it is told and repeats nobody', () => {
  let episodes = 0;
  const ids = new Set<string>();
  for (const child of episodeStream({ seed: 'stream', asOf: options.asOf, episodes: 90_000 })) {
    episodes += child.episodes.length;
    assert.ok(!ids.has(child.id));
    ids.add(child.id);
  }
  assert.ok(episodes >= 90_000 && episodes < 90_100, String(episodes));
});
