import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ChildId, childId, isInEpisode } from '@rightplace/domain';
import { csvOf, readWritten, rowTexts } from '../../test/files.ts';
import { readReturn } from '../read/read-return.ts';
import { columnNames, getTable } from '../tables/tables.ts';
import { writeReturn } from '../write/write-return.ts';
import { type Acceptance, acceptReturns, type ReturnOfYear } from './accept-returns.ts';
import type { HeldChild } from './held.ts';

/** A return of one child's episodes; each row is "DECOM RNE" or "DECOM RNE DEC REC", of K2 if no child is given. */
const episodes = (collectionYear: number | null, ...rows: readonly string[]): ReturnOfYear => {
  const lines = rows.map((row) => {
    const [id, text] = row.includes(':') ? row.split(': ') : ['K2', row];
    const [decom, rne, dec = '', rec = ''] = (text ?? '').split(' ');
    return `${id},${decom},${rne},C2,N8,U6,PR1,${dec},${rec},,,WR1 1AB,`;
  });
  const file = csvOf(`${collectionYear}/episodes.csv`, columnNames(getTable('Episodes')).join(), ...lines);
  return { ...readReturn([file]), collectionYear };
};

const accept = (
  returns: readonly ReturnOfYear[],
  held: ReadonlyMap<ChildId, HeldChild> = new Map(),
): Acceptance => acceptReturns({ returns, held });

const K2 = childId('K2');
const child = ({ children }: Acceptance): HeldChild => {
  const found = children.get(K2);
  assert.ok(found !== undefined);
  return found;
};
const stays = (accepted: Acceptance): readonly string[] =>
  child(accepted).episodes.map(
    ({ episode: { decom, dec, rec }, years, endInferred }) =>
      `${decom}/${dec ?? ''} ${rec ?? '-'} ${years.join()}${endInferred === undefined ? '' : '?'}`,
  );
const written = ({ children }: Acceptance, collectionYear: number): readonly string[] =>
  rowTexts(readWritten(writeReturn(children, { collectionYear })));

const OLDER = episodes(2025, '01/05/2024 S');
const NEWER = episodes(2026, '01/06/2025 P');

/** Every order in which two returns can be taken in: at once or one beside the other. */
const everyWay = (one: ReturnOfYear, other: ReturnOfYear): readonly Acceptance[] => [
  accept([one, other]),
  accept([other, one]),
  accept([other], accept([one]).children),
  accept([one], accept([other]).children),
];

test('an episode left open in an older return stays, and is taken to end when the next known begins', () => {
  for (const accepted of everyWay(OLDER, NEWER)) {
    assert.deepEqual(stays(accepted), ['2024-05-01/2025-06-01 X1 2025?', '2025-06-01/ - 2026']);
    assert.ok(child(accepted).episodes.some(({ episode }) => isInEpisode(episode, '2025-03-31' as never)));
    assert.deepEqual(accepted.rejected, []);
    assert.equal(accepted.counts.get('Episodes')?.gaveWay, 0);
    assert.match(
      accepted.notes.join('\n'),
      /1 episode left open in an older return was taken as ended when the next one known begins \(K2\)\./,
    );
  }
});

test('how it ended is not known when the next one is a new start', () => {
  const accepted = accept([OLDER, episodes(2026, '01/06/2025 S')]);
  assert.deepEqual(stays(accepted), ['2024-05-01/2025-06-01 - 2025?', '2025-06-01/ - 2026']);
});

test('each year is written as it was accepted: the older one open, the newer one without it', () => {
  const saidX1 = episodes(2025, '01/05/2024 S  X1');
  for (const older of [OLDER, saidX1])
    for (const accepted of everyWay(older, NEWER)) {
      assert.deepEqual(written(accepted, 2025), rowTexts(older));
      assert.deepEqual(written(accepted, 2026), rowTexts(NEWER));
    }
});

test('both returns again, in any order, change nothing', () => {
  for (const held of everyWay(OLDER, NEWER))
    for (const again of [[OLDER], [NEWER], [OLDER, NEWER], [NEWER, OLDER]]) {
      const accepted = accept(again, held.children);
      assert.equal(child(accepted), child(held));
      assert.equal(accepted.outcomes.unchanged, again.length);
    }
});

test('the return of the missing year brings the real ending, and replaces what was taken', () => {
  const between = episodes(2025, '01/05/2023 S 01/02/2025 X1', '01/02/2025 P 01/03/2025 E4A');
  const held = accept([episodes(2024, '01/05/2023 S'), NEWER]);
  assert.deepEqual(stays(held), ['2023-05-01/2025-06-01 X1 2024?', '2025-06-01/ - 2026']);
  const accepted = accept([between], held.children);
  assert.deepEqual(stays(accepted), [
    '2023-05-01/2025-02-01 X1 2024,2025',
    '2025-02-01/2025-03-01 E4A 2025',
    '2025-06-01/ - 2026',
  ]);
  assert.deepEqual([accepted.outcomes.ended, accepted.outcomes.new], [1, 1]);
});

test('an ending that was only taken moves with the next episode known, and goes with it', () => {
  const held = accept([OLDER, NEWER]).children;
  const moved = accept([episodes(2026, '01/07/2025 P')], held);
  assert.deepEqual(stays(moved), ['2024-05-01/2025-07-01 X1 2025?', '2025-07-01/ - 2026']);
  const nearer = accept([episodes(2025, '01/05/2024 S', '01/08/2024 P')], held);
  // Within one return a second home at once is still set aside.
  assert.deepEqual(stays(nearer), ['2024-05-01/2025-06-01 X1 2025?', '2025-06-01/ - 2026']);
});

test('a corrected return of the same year still replaces an open episode whose start it moves', () => {
  const accepted = accept([episodes(2025, '15/06/2024 S')], accept([OLDER]).children);
  assert.deepEqual(stays(accepted), ['2024-06-15/ - 2025']);
});

test('several years with gaps: each open episode is taken to end where the next known begins', () => {
  const all = [episodes(2022, '01/05/2021 S'), episodes(2024, '01/05/2023 P'), NEWER];
  for (const accepted of [accept(all), accept([...all].reverse())])
    assert.deepEqual(stays(accepted), [
      '2021-05-01/2023-05-01 X1 2022?',
      '2023-05-01/2025-06-01 X1 2024?',
      '2025-06-01/ - 2026',
    ]);
});

test('an older row in the place of a newer return’s is set aside by name, with its line and what to do', () => {
  const older = episodes(2025, '01/04/2024 S 01/06/2024 X1', '01/06/2024 P');
  const accepted = accept([older, episodes(2026, '15/05/2024 P')]);
  assert.deepEqual(stays(accepted), ['2024-05-15/ - 2025,2026']);
  assert.deepEqual(
    accepted.rejected.map(({ file, line, rule, child: id }) => `${file}:${line} ${rule} ${id}`),
    [
      '2025/episodes.csv:2 superseded-by-newer-return K2',
      '2025/episodes.csv:3 superseded-by-newer-return K2',
    ],
  );
  assert.match(accepted.rejected[0]?.reason ?? '', /2025-26.*from 15\/05\/2024/);
  assert.deepEqual(accepted.counts.get('Episodes'), { read: 3, accepted: 1, rejected: 2, gaveWay: 0 });
  // The same key is the same row in a newer version, and only that gives way.
  const sameKey = accept([OLDER, episodes(2026, '01/05/2024 S 01/06/2025 X1')]);
  assert.deepEqual(sameKey.rejected, []);
  assert.deepEqual(sameKey.counts.get('Episodes'), { read: 2, accepted: 1, rejected: 0, gaveWay: 1 });
});

const STILL_COUNTED =
  /2 children have an episode left open in an older return and are not in a newer one: still counted as looked after \(K3, K4\)\./;

test('children left open in an older return who are in no newer one are still counted, and said', () => {
  const older = episodes(
    2025,
    ...['K2', 'K3', 'K4'].map((id) => `${id}: 01/05/2024 S`),
    'K5: 01/05/2024 S 01/06/2024 E4A',
  );
  for (const year of [2026, null]) {
    const newer = episodes(year, 'K2: 01/06/2025 P', 'K6: 01/06/2025 S');
    for (const { notes } of everyWay(older, newer)) assert.match(notes.join('\n'), STILL_COUNTED);
    // To be in it with a row that could not be taken in is to be in it.
    const spoiled = episodes(year, 'K2: 2025-06-01 P', 'K6: 01/06/2025 S');
    assert.match(accept([older, spoiled]).notes.join('\n'), STILL_COUNTED);
  }
  assert.doesNotMatch(accept([older]).notes.join(), /still counted/);
  assert.doesNotMatch(accept([older], accept([older]).children).notes.join(), /still counted/);
});
