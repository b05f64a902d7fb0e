import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

/** Processes of this machine that were started for a folder. */
const processesFor = (folder: string): readonly string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return command.includes(folder) ? [`${pid} ${command}`] : [];
      } catch {
        return [];
      }
    });

const postmasterOf = (folder: string): number | undefined => {
  const [found] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('postmaster.pid'),
  );
  return found === undefined ? undefined : Number(readFileSync(join(folder, found), 'utf8').split('\n')[0]);
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** Runs `npm start`, ends it as `end` does, and gives what is left of it. */
const leftAfter = async (end: (npm: ChildProcess) => void): Promise<readonly string[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'rp-start-'));
  const npm = spawn('npm', ['start', '--', '--empty', '--data', folder], {
    env: { ...process.env, PORT: '3700' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  let said = '';
  npm.stdout.on('data', (part: Buffer) => {
    said += part.toString();
  });
  try {
    for (let tries = 0; tries < 600 && !said.includes('running at'); tries++) await wait(100);
    assert.match(said, /Rightplace is running at http:\/\/localhost:\d+/);
    const postmaster = postmasterOf(folder);
    assert.ok(postmaster !== undefined && isRunning(postmaster), 'the database runs');
    end(npm);
    for (let tries = 0; tries < 200 && (processesFor(folder).length > 0 || isRunning(postmaster)); tries++)
      await wait(100);
    return [...processesFor(folder), ...(isRunning(postmaster) ? ['the database'] : [])];
  } finally {
    npm.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
};

test('a SIGTERM to npm start ends everything it started, the database included', async () => {
  assert.deepEqual(await leftAfter((npm) => npm.kill('SIGTERM')), []);
});

test('Ctrl-C, which every process of the terminal hears, ends everything in order', async () => {
  const wholeGroup = (npm: ChildProcess): void => void process.kill(-(npm.pid ?? 0), 'SIGINT');
  assert.deepEqual(await leftAfter(wholeGroup), []);
});
