import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { commandLine } from '../test/run-command.ts';
import { COMMANDS } from './commands.ts';

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'rp-cli-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

const rightplace = commandLine(() => folder);

const EPISODES =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN';
const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB';

const writeReturn = (
  name: string,
  { episodes, header }: { episodes: readonly string[]; header: readonly string[] },
): string => {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'episodes.csv'), `${[EPISODES, ...episodes].join('\n')}\n`);
  writeFileSync(join(folder, name, 'header.csv'), `${[HEADER, ...header].join('\n')}\n`);
  return name;
};

const example = {
  episodes: [
    'A,10/01/2023,S,V2,N1,U6,PR1,,,,PE21 0CV,PE21 6CV,SC0001',
    'B,01/05/2022,S,C2,N1,U4,PR1,31/03/2024,E11,,,,',
  ],
  header: ['A,1,04/05/2012,WBRI,UN1,0,', 'B,2,04/05/2015,WBRI,UN1,,'],
};

test('measures come straight from return files, and only the answer is on standard output', async () => {
  writeReturn('plain', example);
  const { code, out } = await rightplace(
    'measures',
    'plain',
    '--as-of',
    '2024-03-31',
    '--children',
    '--json',
  );
  assert.equal(code, 0);
  const measures = JSON.parse(out) as Record<string, Record<string, unknown>>;
  assert.equal(measures['cla-number']?.['value'], 1);
  assert.deepEqual(measures['cla-number']?.['children'], { numerator: ['A'], denominator: [] });
  assert.deepEqual(measures['cla-by-age'], { '10-15': 1 });
  assert.equal(measures['cla-rate-10k']?.['value'], null);
});

test('a series gives each month-end up to the as-of day', async () => {
  writeReturn('plain', example);
  const { out } = await rightplace(
    'measures',
    'plain',
    '--as-of',
    '2024-03-15',
    '--series',
    'monthly:2',
    '--json',
  );
  const series = JSON.parse(out) as { asOf: string; measures: Record<string, { value: number }> }[];
  assert.deepEqual(
    series.map(({ asOf, measures }) => [asOf, measures['cla-number']?.value]),
    [
      ['2024-01-31', 2],
      ['2024-02-29', 2],
    ],
  );
});

test('import previews unless told to apply, and what was applied comes back from export', async () => {
  writeReturn('loaded/2024', example);
  const data = ['--data', join(folder, 'data')];
  const preview = JSON.parse(
    (await rightplace('import', 'loaded', '--authority', 'E10000016', '--json', ...data)).out,
  ) as Record<string, unknown>;
  assert.deepEqual([preview['new'], preview['unchanged'], preview['applied']], [4, 0, false]);

  const again = JSON.parse(
    (await rightplace('import', 'loaded', '--apply', '--json', ...data)).out,
  ) as Record<string, unknown>;
  assert.deepEqual([again['new'], again['applied']], [4, true]);
  const repeated = JSON.parse(
    (await rightplace('import', 'loaded', '--apply', '--json', ...data)).out,
  ) as Record<string, unknown>;
  assert.deepEqual([repeated['new'], repeated['changed'], repeated['unchanged']], [0, 0, 4]);

  const exported = await rightplace('export', 'out', '--collection-year', '2023-24', ...data);
  assert.equal(exported.code, 0, exported.notes);
  assert.deepEqual(readdirSync(join(folder, 'out')).toSorted(), ['episodes.csv', 'header.csv']);
  const rows = readFileSync(join(folder, 'out', 'episodes.csv'), 'utf8')
    .trim()
    .split(/\r?\n/);
  assert.deepEqual(rows.toSorted(), [EPISODES, ...example.episodes].toSorted());

  const verified = await rightplace('verify-audit', ...data);
  assert.equal(verified.code, 0);
  assert.match(verified.out, /^head \d+:[0-9a-f]{64}$/);
});

test('several folders that do not say their years are loaded as the returns that were previewed', async () => {
  // The second says that A has left, which the first could not know.
  const left = 'A,10/01/2023,S,V2,N1,U6,PR1,20/03/2024,E11,,PE21 0CV,PE21 6CV,SC0001';
  const come = 'C,10/01/2024,S,V2,N1,U6,PR1,,,,PE21 0CV,PE21 6CV,SC0001';
  writeReturn('last/one', example);
  writeReturn('last/two', { episodes: [left, come], header: ['C,1,04/05/2012,WBRI,UN1,0,'] });
  for (const [i, year] of [[], ['--collection-year', '2023-24']].entries()) {
    const data = ['--data', join(folder, `several-${i}`)];
    const given = ['import', 'last/one', 'last/two', ...year, '--apply', '--json', ...data];
    const loaded = await rightplace(...given, '--authority', 'E10000016');
    assert.equal(loaded.code, 0, loaded.notes);
    const report = JSON.parse(loaded.out) as Record<string, unknown>;
    assert.deepEqual([report['childrenNew'], report['rejected']], [3, []]);
    const again = JSON.parse((await rightplace(...given)).out) as Record<string, unknown>;
    assert.deepEqual([again['childrenNew'], again['applied']], [0, true]);
  }
});

test('a load that is refused leaves no preview waiting', async () => {
  mkdirSync(join(folder, 'undated'));
  writeFileSync(join(folder, 'undated', 'header.csv'), `${HEADER}\nA,1,04/05/2012,WBRI,UN1,0,\n`);
  const entries = [];
  for (const apply of [[], ['--apply']]) {
    const data = ['--data', join(folder, `undated-data${apply.length}`)];
    const { code, notes } = await rightplace(
      'import',
      'undated',
      '--authority',
      'E10000016',
      ...apply,
      ...data,
    );
    assert.equal(code, apply.length === 0 ? 0 : 2, notes);
    entries.push(/^head (\d+):/.exec((await rightplace('verify-audit', ...data)).out)?.[1]);
  }
  assert.deepEqual(entries, ['2', '2'], 'previewed and put away, both times');
});

test('a backup put back elsewhere holds the same return', async () => {
  writeReturn('kept/2024', example);
  const [from, to] = [join(folder, 'from'), join(folder, 'to')];
  await rightplace('import', 'kept', '--authority', 'E10000016', '--apply', '--data', from);
  assert.equal((await rightplace('backup', 'all.backup', '--data', from)).code, 0);
  const restored = await rightplace('restore', 'all.backup', '--data', to);
  assert.equal(restored.code, 0, restored.notes);
  for (const data of [from, to])
    await rightplace('export', `out-of-${data.slice(-2)}`, '--collection-year', '2024', '--data', data);
  const exported = (name: string): string => readFileSync(join(folder, name, 'episodes.csv'), 'utf8');
  assert.equal(exported(`out-of-${to.slice(-2)}`), exported(`out-of-${from.slice(-2)}`));
  const again = await rightplace('restore', 'all.backup', '--data', to);
  assert.equal(again.code, 2, 'a record that holds something is not written over');
});

test('an authority has to be named into an empty folder, and must be a code', async () => {
  writeReturn('plain', example);
  const data = ['--data', join(folder, 'empty')];
  const unnamed = await rightplace('import', 'plain', ...data);
  assert.deepEqual([unnamed.code, unnamed.out], [2, '']);
  assert.match(unnamed.notes, /--authority E10000016/);
  assert.match(
    (await rightplace('import', 'plain', '--authority', 'Kent', ...data)).notes,
    /nine-character code/,
  );
});

test('what cannot be understood gets one sentence, exit 2 and nothing on standard output', async () => {
  const wrong: readonly [args: readonly string[], sentence: RegExp][] = [
    [['measures', 'nowhere', '--as-of', '2024-03-31'], /no file or folder nowhere/],
    [['measures', '.', '--as-of', '31/03/2024'], /written YYYY-MM-DD/],
    [['measures', '.'], /needs a day/],
    [['measures', '.', '--as-of', '2024-03-31', '--series', 'weekly:3'], /monthly:N/],
    [['measures', '.', '--as-off', '2024-03-31'], /--as-off/],
    [['export', 'out', '--collection-year', '2024-26'], /collection year/],
    [['demo', '--children', 'many', '--out', 'x', '--as-of', '2026-03-31'], /whole number/],
    [['fly'], /no command "fly"/],
  ];
  for (const [args, sentence] of wrong) {
    const { code, out, notes } = await rightplace(...args);
    assert.equal(code, 2, args.join(' '));
    assert.equal(out, '', args.join(' '));
    assert.match(notes, sentence);
    assert.doesNotMatch(notes, /\bat .*\.ts:\d+/, 'no stack trace');
  }
});

test('nothing that can be read is said so, and never given as figures of nought', async () => {
  mkdirSync(join(folder, 'hollow'), { recursive: true });
  writeFileSync(join(folder, 'hollow', 'broken.xml'), '<EXPSSDA903><CHILD><HEADER>');
  const measured = await rightplace('measures', 'hollow', '--as-of', '2026-03-31', '--json');
  assert.deepEqual([measured.code, measured.out], [2, '']);
  assert.match(measured.notes, /No return was found in hollow/);
  const imported = await rightplace(
    'import',
    'hollow',
    '--authority',
    'E10000016',
    '--data',
    join(folder, 'none'),
  );
  assert.equal(imported.code, 2);
  assert.match(imported.notes, /No return was found in hollow/);
});

test('every command shows an example', async () => {
  for (const { name } of COMMANDS) {
    const { code, notes } = await rightplace(name, '--help');
    assert.equal(code, 0);
    assert.match(notes, new RegExp(`npm run rightplace -- ${name}`));
  }
});

test('the invented authority is written as return folders, the same each time', async () => {
  const args = ['demo', '--children', '40', '--seed', '3', '--as-of', '2026-03-31', '--years', '2'];
  await rightplace(...args, '--out', 'one');
  await rightplace(...args, '--out', 'two');
  assert.deepEqual(readdirSync(join(folder, 'one')).toSorted(), ['2024', '2025', '2026']);
  for (const file of ['2026/episodes.csv', '2024/header.csv'])
    assert.equal(
      readFileSync(join(folder, 'one', file), 'utf8'),
      readFileSync(join(folder, 'two', file), 'utf8'),
    );
});
