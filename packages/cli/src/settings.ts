/** The settings, read from the environment once and checked with a sentence each. */
import { join, resolve } from 'node:path';
import { momentFromMilliseconds } from '@rightplace/domain';
import { openStore, type Store, type StoreOptions } from '@rightplace/store';
import { type Invocation, type Terminal, textOption, UsageError } from './command.ts';

const root = resolve(import.meta.dirname, '../../..');

export const now = () => momentFromMilliseconds(Date.now());

export const dataFolder = (invocation: Invocation, { env, cwd }: Terminal): string => {
  const asked = textOption(invocation, 'data') ?? (env['RIGHTPLACE_DATA'] || undefined);
  return asked === undefined ? join(root, '.data') : resolve(cwd, asked);
};

export const modeOf = ({ env }: Terminal): 'demo' | 'live' => {
  const mode = env['RIGHTPLACE_MODE'] || 'demo';
  if (mode !== 'demo' && mode !== 'live') {
    throw new UsageError(`RIGHTPLACE_MODE is demo or live; this is neither: ${mode}`);
  }
  return mode;
};

export const portOf = ({ env }: Terminal): number => {
  const text = env['PORT'] || '3000';
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`PORT takes a number from 0 to 65535; this is not one: ${text}`);
  }
  return port;
};

/** Where the record is. DATABASE_URL may come with APP_DATABASE_URL: a login for the application that owns no table. */
export const storeOptions = (
  invocation: Invocation,
  terminal: Terminal,
  part: 'server' | 'command',
): StoreOptions => ({
  dataDir: dataFolder(invocation, terminal),
  databaseUrl: terminal.env['DATABASE_URL'],
  appDatabaseUrl: terminal.env['APP_DATABASE_URL'],
  part,
  log: terminal.note,
});

/** The record that the settings name. A command works beside a running server; a server wants the folder to itself. */
export const openRecord = (
  invocation: Invocation,
  terminal: Terminal,
  part: 'server' | 'command',
): Promise<Store> => openStore(storeOptions(invocation, terminal, part));

/** Opens the record for one piece of work and closes it whatever comes of it. */
export const withRecord = async <T>(
  invocation: Invocation,
  terminal: Terminal,
  work: (store: Store) => Promise<T>,
): Promise<T> => {
  const store = await openRecord(invocation, terminal, 'command');
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};
