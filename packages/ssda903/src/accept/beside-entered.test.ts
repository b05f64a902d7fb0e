import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childId } from '@rightplace/domain';
import { correctRow } from '../correct/correct-row.ts';
import type { RowChange } from '../correct/row-change.ts';
import { rowsOfChild } from '../correct/rows-of-child.ts';
import { tableRowsFrom } from '../tables/table-rows.ts';
import { type Acceptance, acceptReturns } from './accept-returns.ts';
import type { HeldChild } from './held.ts';

const A1 = childId('A1');
const OF = { year: 2026, choice: 'as-reported' } as const;

/** "01/05/2025 10/09/2025": an episode's days, the last open when it has one. */
const load = (held: HeldChild | undefined, ...days: readonly string[]): Acceptance => {
  const rows = days.map((text, i) => {
    const [DECOM = '', DEC = ''] = text.split(' ');
    const REC = DEC === '' ? '' : 'X1';
    return { CHILD: 'A1', DECOM, DEC, REC, RNE: i === 0 ? 'S' : 'P', LS: 'C2', CIN: 'N1', PLACE: 'U6' };
  });
  return acceptReturns({
    returns: [
      { collectionYear: 2026, tables: [tableRowsFrom('Episodes', 'e.csv', rows)], setAside: [], notes: [] },
    ],
    ...(held === undefined ? {} : { held: new Map([[A1, held]]) }),
  });
};
const child = ({ children }: Acceptance): HeldChild => {
  const held = children.get(A1);
  assert.ok(held);
  return held;
};
const days = ({ episodes }: HeldChild): readonly string[] =>
  episodes.map(({ episode: { decom, dec } }) => `${decom} ${dec ?? ''}`.trim());

const byHand = (held: HeldChild, change: RowChange): HeldChild => {
  const corrected = correctRow({ id: A1, held, of: OF, change });
  assert.ok(corrected.kind === 'corrected', JSON.stringify(corrected));
  return corrected.child;
};
const say = (held: HeldChild, key: string, said: Readonly<Record<string, string>>): HeldChild => {
  const row = rowsOfChild(A1, held, OF)
    .get('Episodes')
    ?.find((each) => each.key === key);
  return byHand(held, { kind: 'change', table: 'Episodes', key, cells: { ...row?.cells, ...said } });
};

test('a stay added on the day of one of no length stays beside it', () => {
  const held = child(load(undefined, '01/05/2025 01/05/2025'));
  const cells = {
    DECOM: '01/05/2025',
    DEC: '10/06/2025',
    REC: 'E8',
    RNE: 'P',
    LS: 'C2',
    CIN: 'N1',
    PLACE: 'K2',
  };
  const added = byHand(held, { kind: 'add', table: 'Episodes', cells });
  assert.equal(child(load(added, '01/05/2025 01/05/2025')), added);
});

test('an end after its year is nothing that a return could tell, and is not said to have been kept from it', () => {
  const cells = { DECOM: '01/05/2025', RNE: 'S', LS: 'C2', CIN: 'N1', PLACE: 'U6', REC: 'E8' };
  const after = (DEC: string): Acceptance => {
    const nobody: HeldChild = { ...child(load(undefined, '01/02/2024 02/02/2024')), episodes: [] };
    const added = byHand(nobody, { kind: 'add', table: 'Episodes', cells: { ...cells, DEC } });
    return load(added, '01/05/2025');
  };
  assert.deepEqual(days(child(after('15/04/2026'))), ['2025-05-01 2026-04-15']);
  assert.doesNotMatch(after('15/04/2026').notes.join(), /what was entered here stays/);
  assert.match(after('15/03/2026').notes.join(), /1 row left blank, .* what was entered here stays/);
});

test('where a correction leaves no room for a new row, the return is believed as it is written', () => {
  const held = child(load(undefined, '01/05/2025 10/09/2025', '10/09/2025'));
  const later = say(held, '2025-09-10', { DECOM: '14/09/2025' });
  const corrected = say(later, '2025-05-01', { DEC: '14/09/2025' });
  assert.deepEqual(days(corrected), ['2025-05-01 2025-09-14', '2025-09-14']);
  assert.equal(child(load(corrected, '01/05/2025 10/09/2025', '10/09/2025')), corrected);
  const news = load(corrected, '01/05/2025 10/09/2025', '10/09/2025 12/09/2025', '12/09/2025');
  assert.deepEqual(days(child(news)), ['2025-05-01 2025-09-10', '2025-09-10 2025-09-12', '2025-09-12']);
  assert.deepEqual(news.rejected, []);
});

test('a row moved here by hand is the same row, whichever of its days its return says', () => {
  const held = child(load(undefined, '01/05/2025 10/09/2025'));
  const moved = say(held, '2025-05-01', { DECOM: '03/05/2025' });
  const both = load(moved, '03/05/2025 10/09/2025');
  assert.deepEqual(days(child(both)), ['2025-05-03 2025-09-10']);
  const old = load(child(both), '01/05/2025 10/09/2025');
  assert.deepEqual(days(child(old)), ['2025-05-03 2025-09-10'], 'it says only what it said before');
});

test('a review moved here by hand, which its return says on both days, is not there twice', () => {
  const reviews = (held: HeldChild | undefined, ...on: readonly string[]): Acceptance => {
    const rows = on.map((REVIEW) => ({ CHILD: 'A1', DOB: '01/02/2014', REVIEW, REVIEW_CODE: 'PN1' }));
    const tables = [tableRowsFrom('Reviews', 'r.csv', rows)];
    const returns = [{ collectionYear: 2026, tables, setAside: [], notes: [] }];
    return acceptReturns({ returns, ...(held === undefined ? {} : { held: new Map([[A1, held]]) }) });
  };
  const held = child(reviews(undefined, '28/05/2025'));
  const cells = { DOB: '01/02/2014', REVIEW: '29/05/2025', REVIEW_CODE: 'PN1' };
  const moved = byHand(held, { kind: 'change', table: 'Reviews', key: '2025-05-28', cells });
  const both = reviews(moved, '28/05/2025', '29/05/2025');
  assert.deepEqual(
    [child(both).facts.map(({ fact }) => fact.key), both.rejected.map(({ rule, line }) => [rule, line])],
    [['2025-05-29'], [['removed-here', 2]]],
  );
});

test('what a return says of a row removed here, in whatever cell, brings it back', () => {
  const held = child(load(undefined, '01/05/2025 10/09/2025', '10/09/2025'));
  const removed = byHand(held, { kind: 'remove', table: 'Episodes', key: '2025-09-10' });
  const again = load(removed, '01/05/2025 10/09/2025', '10/09/2025');
  assert.equal(child(again), removed);
  assert.deepEqual(
    again.rejected.map(({ rule, line }) => [rule, line]),
    [['removed-here', 3]],
  );
  const news = load(removed, '01/05/2025 10/09/2025', '10/09/2025 01/02/2026');
  assert.deepEqual(days(child(news)), ['2025-05-01 2025-09-10', '2025-09-10 2026-02-01']);
  assert.equal(child(news).removed, undefined);
});

test('a stay moved here to the first day of one that was removed stays, though the return says both as before', () => {
  const rows = ['21/01/2025 08/08/2025', '08/08/2025 08/08/2025'];
  const held = child(load(undefined, ...rows));
  const gone = byHand(held, { kind: 'remove', table: 'Episodes', key: '2025-01-21' });
  const [last] = rowsOfChild(A1, gone, OF).get('Episodes') ?? [];
  assert.ok(last);
  const moved = say(gone, last.key, { DECOM: '21/01/2025' });
  const once = child(load(moved, ...rows));
  assert.deepEqual(days(once), ['2025-01-21 2025-08-08']);
  assert.equal(child(load(once, ...rows)), once);
});

test('a stay entered here, across which an older return lies, does not become that return’s', () => {
  const nobody = child(load(undefined, '01/02/2024 02/02/2024'));
  const cells = {
    DECOM: '31/03/2026',
    DEC: '01/04/2026',
    REC: 'X1',
    RNE: 'S',
    LS: 'C2',
    CIN: 'N1',
    PLACE: 'U6',
  };
  const added = byHand(nobody, { kind: 'add', table: 'Episodes', cells });
  const rows = ['01/02/2024 02/02/2024', '27/09/2025 15/04/2026'];
  const once = child(load(added, ...rows));
  assert.equal(once.episodes.find(({ episode }) => episode.decom === '2026-03-31')?.years.length, 0);
  assert.equal(child(load(once, ...rows)), once);
});
