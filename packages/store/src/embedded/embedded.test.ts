import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { findPostmaster } from './postmaster-file.ts';
import { isRunning, postgresProcessesIn } from './processes.ts';
import { adminOf } from './server-process.ts';
import { type Embedded, startEmbedded } from './start-embedded.ts';

const SCRIPT = path.join(import.meta.dirname, '..', 'testing', 'run-embedded.ts');
const base = mkdtempSync('/tmp/rightplace-embedded-');
const processes: ChildProcess[] = [];
const servers: Embedded[] = [];
let nth = 0;

after(async () => {
  for (const child of processes) child.kill('SIGKILL');
  await Promise.all(servers.map((server) => server.stop()));
  for (let i = 1; i <= nth; i += 1) {
    for (const pid of postgresProcessesIn(postgresFolder(folderNamed(i))) ?? []) process.kill(pid, 'SIGKILL');
  }
  await wait(100);
  rmSync(base, { recursive: true, force: true });
});

const folderNamed = (i: number): string => path.join(base, `data-${i}`);
const aDataFolder = (): string => folderNamed(++nth);
const postgresFolder = (dataDir: string): string => path.join(dataDir, 'postgres');

const start = async (dataDir: string, part: 'server' | 'command' = 'server'): Promise<Embedded> => {
  const server = await startEmbedded({ dataDir, part });
  servers.push(server);
  return server;
};

interface Said {
  readonly socketFolder: string;
  readonly postgres: number;
  readonly refused?: string;
}

/** Another Rightplace process, and what it said when it was up (or refused). */
const startApart = async (dataDir: string, part: 'server' | 'command') => {
  const child = spawn(process.execPath, [SCRIPT, dataDir, part], { stdio: ['ignore', 'pipe', 'inherit'] });
  processes.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const said = JSON.parse((await lines.next()).value as string) as Said;
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    said,
    pid: child.pid as number,
    end: async (signal: 'SIGTERM' | 'SIGKILL') => {
      child.kill(signal);
      await exited;
    },
  };
};

const ask = async (socketFolder: string, statement: string): Promise<unknown> => {
  const client = new pg.Client(adminOf(socketFolder));
  client.on('error', () => {});
  await client.connect();
  try {
    return Object.values((await client.query(statement)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
};

/** Asks until it is answered: the database may be coming back. */
const askPatiently = async (server: Embedded, statement: string): Promise<unknown> => {
  for (const until = Date.now() + 20_000; ; await wait(50)) {
    try {
      return await ask(server.socketFolder, statement);
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
};

const noneRuns = (dataDir: string): boolean =>
  (postgresProcessesIn(postgresFolder(dataDir)) ?? []).length === 0;

test('a fresh folder gets a database that is private, checked and offline, and stopping leaves no process', async () => {
  const dataDir = aDataFolder();
  const server = await start(dataDir);
  assert.equal(await ask(server.socketFolder, 'show listen_addresses'), '');
  assert.equal(await ask(server.socketFolder, 'show data_checksums'), 'on');
  assert.equal(
    await ask(
      server.socketFolder,
      "select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'template1'",
    ),
    'b C.UTF-8',
  );
  assert.equal(statSync(server.socketFolder).mode & 0o777, 0o700);
  assert.equal(statSync(postgresFolder(dataDir)).mode & 0o777, 0o700);
  assert.notEqual(statSync(postgresFolder(dataDir)).uid, 0, 'it never runs as root');
  await server.stop();
  assert.ok(noneRuns(dataDir));
  assert.equal(existsSync(path.join(postgresFolder(dataDir), 'postmaster.pid')), false);
  assert.equal(existsSync(server.socketFolder), false);
});

test('a second server on the same folder is refused, naming the process of the first', async () => {
  const dataDir = aDataFolder();
  const first = await startApart(dataDir, 'server');
  const second = await startApart(dataDir, 'server');
  assert.match(
    second.said.refused ?? '',
    new RegExp(`\\(process ${first.pid}\\) is already serving the data folder ${dataDir}`),
  );
  assert.equal(await ask(first.said.socketFolder, 'select 1'), 1, 'the first goes on');
  await first.end('SIGTERM');
  assert.ok(noneRuns(dataDir));
});

test('of two servers started at once on a new folder, one serves and one is refused', async () => {
  const dataDir = aDataFolder();
  const both = await Promise.all([startApart(dataDir, 'server'), startApart(dataDir, 'server')]);
  assert.equal(both.filter(({ said }) => said.refused === undefined).length, 1);
  for (const one of both) await one.end('SIGTERM');
  assert.ok(noneRuns(dataDir));
});

test('a command works beside a server, and whoever leaves last ends the database', async () => {
  const dataDir = aDataFolder();
  const server = await startApart(dataDir, 'server');
  const command = await start(dataDir, 'command');
  assert.equal(command.pid(), server.said.postgres);
  await command.stop();
  assert.equal(
    await ask(server.said.socketFolder, 'select 1'),
    1,
    'the command left the database to the server',
  );
  const longCommand = await start(dataDir, 'command');
  await server.end('SIGTERM');
  assert.equal(
    await ask(longCommand.socketFolder, 'select 1'),
    1,
    'the server left the database to the command',
  );
  await longCommand.stop();
  assert.ok(noneRuns(dataDir));
});

test('a command alone starts the database and ends it', async () => {
  const dataDir = aDataFolder();
  const command = await startApart(dataDir, 'command');
  assert.equal(command.said.refused, undefined);
  await command.end('SIGTERM');
  assert.ok(noneRuns(dataDir));
});

test('after the owning process is killed the next start takes the running database over', async () => {
  const dataDir = aDataFolder();
  const killed = await startApart(dataDir, 'server');
  await killed.end('SIGKILL');
  assert.ok(isRunning(killed.said.postgres), 'the database goes on without its parent');
  const next = await start(dataDir);
  assert.equal(next.pid(), killed.said.postgres);
  await next.stop();
  assert.ok(noneRuns(dataDir));
});

test('after the owning process and the database are killed together, what was acknowledged is there', async () => {
  const dataDir = aDataFolder();
  const killed = await startApart(dataDir, 'server');
  await ask(killed.said.socketFolder, 'create table kept as select 42 as answer');
  await killed.end('SIGKILL');
  process.kill(killed.said.postgres, 'SIGKILL');
  const next = await start(dataDir);
  assert.equal(await ask(next.socketFolder, 'select answer from kept'), 42);
  await next.stop();
  assert.ok(noneRuns(dataDir));
});

test('a killed database comes back by itself, with what was acknowledged', async () => {
  const dataDir = aDataFolder();
  const server = await start(dataDir);
  await ask(server.socketFolder, 'create table kept as select 42 as answer');
  const before = server.pid();
  process.kill(before, 'SIGKILL');
  assert.equal(await askPatiently(server, 'select answer from kept'), 42);
  assert.notEqual(findPostmaster(postgresFolder(dataDir))?.pid, before);
  const worker = await ask(server.socketFolder, 'select pg_backend_pid()');
  assert.equal(typeof worker, 'number');
  await server.stop();
  assert.ok(noneRuns(dataDir));
});

test('a killed worker of the database takes nobody with it for long', async () => {
  const dataDir = aDataFolder();
  const server = await start(dataDir);
  const victim = new pg.Client(adminOf(server.socketFolder));
  victim.on('error', () => {});
  await victim.connect();
  const { rows } = await victim.query<{ pid: number }>('select pg_backend_pid() as pid');
  process.kill(rows[0]?.pid as number, 'SIGKILL');
  assert.equal(await askPatiently(server, 'select 1'), 1);
  await server.stop();
  assert.ok(noneRuns(dataDir));
});

test('a database killed while one of its workers is busy starts again, and the worker is ended', async () => {
  const dataDir = aDataFolder();
  const killed = await startApart(dataDir, 'server');
  const busy = new pg.Client(adminOf(killed.said.socketFolder));
  busy.on('error', () => {});
  await busy.connect();
  // Counts without ever waiting, so that it does not notice that its server is gone.
  busy.query('select count(*) from generate_series(1, 20000000000)').catch(() => {});
  await wait(300);
  await killed.end('SIGKILL');
  process.kill(killed.said.postgres, 'SIGKILL');
  const next = await start(dataDir);
  assert.equal(await ask(next.socketFolder, 'select 1'), 1);
  await next.stop();
  assert.ok(noneRuns(dataDir));
});

test('a database whose socket was cleaned away is stopped and started anew', async () => {
  const dataDir = aDataFolder();
  const killed = await startApart(dataDir, 'server');
  await killed.end('SIGKILL');
  rmSync(path.join(killed.said.socketFolder, '.s.PGSQL.5432'));
  const next = await start(dataDir);
  assert.notEqual(next.pid(), killed.said.postgres);
  assert.equal(await ask(next.socketFolder, 'select 1'), 1);
  await next.stop();
  assert.ok(noneRuns(dataDir));
});

test('an old postmaster.pid whose number another process has now misleads nobody', async () => {
  const dataDir = aDataFolder();
  await (await start(dataDir)).stop();
  const file = path.join(postgresFolder(dataDir), 'postmaster.pid');
  writeFileSync(file, `${process.pid}\n${postgresFolder(dataDir)}\n1\n5432\n/tmp\n\n1 1\nready   \n`);
  const server = await start(dataDir);
  assert.equal(await ask(server.socketFolder, 'select 1'), 1);
  await server.stop();
});

test('a start killed while making the database leaves nothing that misleads the next', async () => {
  const dataDir = aDataFolder();
  const child = spawn(process.execPath, [SCRIPT, dataDir, 'server'], { stdio: 'ignore', detached: true });
  const pid = child.pid as number;
  while (!existsSync(dataDir)) await wait(5);
  await wait(150);
  process.kill(-pid, 'SIGKILL');
  const server = await start(dataDir);
  assert.equal(await ask(server.socketFolder, 'select 1'), 1);
  await server.stop();
});

test('a data folder deep down and behind a private folder works', {
  skip: process.platform !== 'linux',
}, async () => {
  const secret = path.join(base, 'private');
  mkdirSync(secret, { mode: 0o700 });
  const dataDir = path.join(secret, 'a-rather-long-name-of-a-folder'.repeat(4), 'data');
  const server = await start(dataDir);
  assert.equal(await ask(server.socketFolder, 'select 1'), 1);
  await server.stop();
});

test('a database that cannot start says why, and where its log is', async () => {
  const dataDir = aDataFolder();
  const failing = startEmbedded({
    dataDir,
    part: 'server',
    settings: { shared_buffers: 'plenty' },
    patienceMs: 3_000,
  });
  await assert.rejects(failing, (error: Error) => {
    assert.match(error.message, /does not start.*postgres\.log/);
    assert.match(error.message, /shared_buffers/);
    return true;
  });
  assert.match(readFileSync(path.join(dataDir, 'postgres.log'), 'utf8'), /plenty/);
});
