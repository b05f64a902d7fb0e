/** What a person here entered and then took back, or changed in part: a return that says it is news all the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childId } from '@rightplace/domain';
import { correctRow } from '../correct/correct-row.ts';
import { rowsOfChild } from '../correct/rows-of-child.ts';
import { tableRowsFrom } from '../tables/table-rows.ts';
import { acceptReturns } from './accept-returns.ts';
import type { HeldChild } from './held.ts';

const A1 = childId('A1');
const OF = { year: 2026, choice: 'as-reported' } as const;
type Cells = Readonly<Record<string, string>>;

const STAY = { CHILD: 'A1', DECOM: '10/09/2025', RNE: 'S', LS: 'C2', CIN: 'N1', PLACE: 'U6' };

const load = (held: HeldChild | undefined, said: Cells = {}): HeldChild => {
  const tables = [tableRowsFrom('Episodes', 'e.csv', [{ ...STAY, ...said }])];
  const { children } = acceptReturns({
    returns: [{ collectionYear: 2026, tables, setAside: [], notes: [] }],
    ...(held === undefined ? {} : { held: new Map([[A1, held]]) }),
  });
  const child = children.get(A1);
  assert.ok(child);
  return child;
};

const type = (held: HeldChild, said: Cells): HeldChild => {
  const [row] = rowsOfChild(A1, held, OF).get('Episodes') ?? [];
  assert.ok(row);
  const cells = { ...row.cells, ...said };
  const corrected = correctRow({
    id: A1,
    held,
    of: OF,
    change: { kind: 'change', table: 'Episodes', key: row.key, cells },
  });
  assert.ok(corrected.kind === 'corrected', JSON.stringify(corrected));
  return corrected.child;
};

const status = ({ episodes: [one] }: HeldChild): string | undefined => one?.episode.ls;

test('what was typed and taken back, and no return ever said, is news when a return says it', () => {
  const back = type(type(load(undefined), { LS: 'E1' }), { LS: 'C2' });
  assert.equal(status(load(back)), 'C2');
  assert.equal(status(load(back, { LS: 'E1' })), 'E1');
});

test('what was typed, said by a return too, and then taken back, is nothing new', () => {
  const agreed = load(type(load(undefined), { LS: 'E1' }), { LS: 'E1' });
  const back = type(agreed, { LS: 'C2' });
  for (const said of ['E1', 'C2']) assert.equal(status(load(back, { LS: said })), 'C2', said);
  assert.equal(status(load(back, { LS: 'V2' })), 'V2');
  const again = type(back, { LS: 'E1' });
  assert.equal(status(load(again, { LS: 'C2' })), 'E1', 'both were said before');
});

test('of a row entered here, what a return agreed with is nothing new once it is corrected', () => {
  const none = type(load(undefined), { LS: 'E1' });
  const whole: HeldChild = {
    ...none,
    episodes: none.episodes.map(({ episode }) => ({ episode, years: [] })),
  };
  const corrected = type(load(whole, { LS: 'E1' }), { LS: 'C2' });
  assert.equal(status(load(corrected, { LS: 'E1' })), 'C2');
});

test('a return that agrees with what was typed changes nothing the second time', () => {
  const once = load(type(load(undefined), { LS: 'E1' }), { LS: 'E1' });
  assert.equal(load(once, { LS: 'E1' }), once);
});

test('why a home was left goes with how the stay ended: another ending does not keep the reason typed for the first', () => {
  const moved = type(load(undefined), { DEC: '01/12/2025', REC: 'X1', REASON_PLACE_CHANGE: 'CARPL' });
  const [left] = load(moved, { DEC: '01/02/2026', REC: 'E4A' }).episodes;
  assert.deepEqual([left?.episode.rec, left?.episode.reasonPlaceChange], ['E4A', null]);
  const [same] = load(moved, { DEC: '02/12/2025', REC: 'X1' }).episodes;
  assert.equal(same?.episode.reasonPlaceChange, 'CARPL', 'only the day is news');
});
