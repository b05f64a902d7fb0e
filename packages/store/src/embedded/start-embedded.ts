import { setTimeout as wait } from 'node:timers/promises';
import { type Cluster, ensureClusterFiles, openCluster, removeSocketFolder } from './cluster.ts';
import { findPostmaster } from './postmaster-file.ts';
import { AnotherServerError, enter, type Part, type Presence } from './presence.ts';
import { ensureServer, type RunningServer, type ServerSettings, stopServer } from './server-process.ts';

export interface EmbeddedOptions {
  /** Rightplace's data folder; made when missing. */
  readonly dataDir: string;
  /** A server is refused where another serves; a command works beside it. */
  readonly part: Part;
  /** Told, in a sentence, of what happens to the database. */
  readonly log?: (sentence: string) => void;
  /** For tests, which need no safety from a power cut. */
  readonly settings?: ServerSettings;
  /** How long a database may take to come up, after a crash for instance. */
  readonly patienceMs?: number;
}

/** A database of our own that is running now, and is started again whenever it stops. */
export interface Embedded {
  readonly socketFolder: string;
  readonly port: number;
  /** The database server's process, as it is now. */
  pid(): number;
  /** Leaves the database, and ends it when no other Rightplace process is using it. */
  stop(): Promise<void>;
}

interface Held {
  readonly server: RunningServer;
  readonly presence: Presence;
}

/** Enough to recover from a crash in the middle of a large import. */
const PATIENCE_MS = 120_000;

/** Brings the server up and enters it; one that goes away in between is brought up again. */
const hold = async (cluster: Cluster, options: EmbeddedOptions): Promise<Held> => {
  const { part, settings = {}, patienceMs = PATIENCE_MS } = options;
  for (const until = Date.now() + patienceMs; ; await wait(50)) {
    const server = await ensureServer(cluster, settings, patienceMs);
    try {
      return { server, presence: await enter(server.socketFolder, part, cluster.dataDir) };
    } catch (error) {
      if (error instanceof AnotherServerError || Date.now() > until) throw error;
    }
  }
};

/**
 * Starts the embedded PostgreSQL, or takes over the one left running on this folder by a process that was killed.
 * Whatever is killed (the database, one of its workers, a process of ours), it comes back with what was acknowledged.
 */
export const startEmbedded = async (options: EmbeddedOptions): Promise<Embedded> => {
  const log = options.log ?? (() => {});
  const cluster = openCluster(options.dataDir);
  ensureClusterFiles(cluster);
  let held = await hold(cluster, options);
  let stopping = false;
  let recovering: Promise<void> | undefined;

  const watch = async (): Promise<void> => {
    for (;;) {
      await held.presence.lost;
      if (stopping) return;
      log('The database stopped. Starting it again.');
      recovering = hold(cluster, options).then((again) => {
        held = again;
        log(`The database is running again (process ${again.server.pid}).`);
      });
      await recovering;
      recovering = undefined;
    }
  };
  watch().catch((error: unknown) => {
    recovering = undefined;
    log(`The database could not be started again: ${error instanceof Error ? error.message : String(error)}`);
  });

  return {
    socketFolder: held.server.socketFolder,
    port: 5432,
    pid: () => held.server.pid,
    stop: async () => {
      stopping = true;
      await recovering?.catch(() => {});
      const left = await held.presence.leave();
      if (left === 'others-remain') log('The database is left running for another Rightplace process.');
      if (left === 'last') await stopServer(cluster.folder, held.server.pid, 'fast');
      if (left === 'cut-off') await stopUnlessUsed(cluster);
      if (left !== 'others-remain') removeSocketFolder(cluster);
    },
  };
};

/** The database went down just as we were leaving. It may be on its way up again by itself; it is not left so. */
const stopUnlessUsed = async (cluster: Cluster): Promise<void> => {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await wait(50)) {
    const server = findPostmaster(cluster.folder);
    if (server === undefined) return;
    const presence = await enter(server.socketFolder, 'command', cluster.dataDir).catch(() => undefined);
    const left = await presence?.leave();
    if (left === 'others-remain') return;
    if (left === 'last') return stopServer(cluster.folder, server.pid, 'fast');
  }
};
