/**
 * Reading a return's files: the byte scanner against splitting text, on one Episodes file of some 62 MB; then taking
 * in a return of that size. Both readers must find the same cells.
 */
import assert from 'node:assert/strict';
import { dayFromNumber } from '@rightplace/domain';
import { acceptReturns, cellsOf, dayToReturn, readReturn, rowCount } from '@rightplace/ssda903';
import { say, timed } from './report.ts';
import { syntheticChildren } from './synthetic-episodes.ts';

const EPISODES = Number(process.env['BENCH_EPISODES'] ?? 800_000);
const COLUMNS =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN'.split(',');

/** The file as bytes alone: nothing else of it stays in memory to be swept. */
const aFile = (): { readonly bytes: Uint8Array; readonly count: number } => {
  const lines = [COLUMNS.join(',')];
  for (const { id, episodes } of syntheticChildren(EPISODES, 903)) {
    for (const row of episodes) {
      const dec = row.dec === null ? '' : dayToReturn(dayFromNumber(row.dec));
      const start = dayToReturn(dayFromNumber(row.decom));
      const coded = `${row.rne},${row.ls},N1,${row.place},PR1,${dec},${row.rec ?? ''},CARPL`;
      lines.push(`${id},${start},${coded},ZZ1 1ZZ,${row.postcode ?? ''},SC123456`);
    }
  }
  return { bytes: new TextEncoder().encode(`${lines.join('\r\n')}\r\n`), count: lines.length - 1 };
};
const { bytes, count } = aFile();
const size = `${(bytes.length / 1e6).toFixed(0)} MB, ${count.toLocaleString('en-GB')} rows`;

const read = () => readReturn([{ name: 'episodes.csv', bytes }]);
/** What a simple reader does: one long text, split into lines and then into cells; quoted cells would break it. */
const split = (): string[][] =>
  new TextDecoder()
    .decode(bytes)
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => line.split(',').map((cell) => cell.trim().toUpperCase()));
// Turn and turn about, so that a machine busy with something else is busy for both.
const turns = Array.from({ length: 5 }, () => ({
  scanning: timed(() => read().tables.length).ms,
  splitting: timed(() => split().length).ms,
}));
const scanning = Math.min(...turns.map((turn) => turn.scanning));
const splitting = Math.min(...turns.map((turn) => turn.splitting));
say('CSV read by scanning bytes', scanning, 'ms', size);
say('CSV read by splitting text', splitting, 'ms', size);
say('scanning bytes takes', scanning / splitting, 'of the time', 'splitting text takes');

const assertSameCells = (): void => {
  const [rows] = read().tables;
  assert.ok(rows !== undefined);
  const expected = split();
  assert.equal(rowCount(rows), expected.length - 1);
  for (const [i, column] of COLUMNS.entries()) {
    const cells = cellsOf(rows, column);
    for (let row = 0; row < rowCount(rows); row += 997) assert.equal(cells.at(row), expected[row + 1]?.[i]);
  }
};
assertSameCells();

const inPieces = timed(() => {
  const pieces = function* (): Generator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
  };
  return readReturn([{ name: 'episodes.csv', chunks: pieces() }]).tables.length;
});
say('CSV read in pieces of 64 KB', inPieces.ms, 'ms', size);

const given = read();
const accepting = timed(() => acceptReturns({ returns: [{ ...given, collectionYear: 2026 }] }));
say(
  'rows taken in',
  accepting.ms,
  'ms',
  `${size}; ${accepting.result.children.size.toLocaleString('en-GB')} children`,
);
const again = timed(() =>
  acceptReturns({
    returns: [{ ...given, collectionYear: 2026 }],
    held: accepting.result.children,
  }),
);
say('the same taken in again beside what is held', again.ms, 'ms', size);
