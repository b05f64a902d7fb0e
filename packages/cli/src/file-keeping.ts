/** How documents of cases are kept, from the settings: the key they are sealed with, the scanner, and how large they may be. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  clamdAt,
  type FileKeeping,
  type FileKeys,
  findMissingKeys,
  LARGEST_MOST_MEGABYTES,
  mostBytesOf,
  newFileKeyText,
  readFileKeys,
  USUAL_MOST_MEGABYTES,
} from '@rightplace/app';
import type { Store } from '@rightplace/store';
import { type Invocation, type Terminal, UsageError } from './command.ts';
import { dataFolder } from './settings.ts';

const KEY_FILE = 'files.key';

/** Where the key of a database that comes with Rightplace is: beside it, in a file that only its owner may read. */
export const keyFile = (invocation: Invocation, terminal: Terminal): string =>
  join(dataFolder(invocation, terminal), KEY_FILE);

const readKeyFile = (file: string): FileKeys => {
  const keys = readFileKeys(readFileSync(file, 'utf8'));
  if (keys === undefined)
    throw new UsageError(
      `${file} should hold keys of 32 bytes in base64, one to a line, the one in use first. Put it back as it was: documents ` +
        'cannot be opened without it.',
    );
  return keys;
};

/** Makes it once. Of two that begin at the same moment, the second reads what the first wrote. */
const madeOrRead = (file: string, terminal: Terminal): FileKeys => {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${newFileKeyText()}\n`, { mode: 0o600, flag: 'wx', flush: true });
    chmodSync(file, 0o600);
    terminal.note(
      `A key for documents was made in ${file}. Keep a copy of it apart from the backups: without it no document opens.`,
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readKeyFile(file);
};

/**
 * The keys. A database that is not ours has no folder that all its servers share, so there they are a setting; without it no
 * document can be attached. Ours has a file of its own.
 */
export const fileKeys = (
  invocation: Invocation,
  terminal: Terminal,
  whenNone: 'make' | 'leave',
): FileKeys | undefined => {
  const set = terminal.env['RIGHTPLACE_FILES_KEY']?.trim() ?? '';
  if (set !== '') {
    const keys = readFileKeys(set);
    if (keys !== undefined) return keys;
    throw new UsageError(
      'RIGHTPLACE_FILES_KEY takes keys of 32 bytes in base64, with commas between them, the one in use first. ' +
        '“rightplace files new-key” prints one.',
    );
  }
  if ((terminal.env['DATABASE_URL'] ?? '') !== '') return undefined;
  const file = keyFile(invocation, terminal);
  if (existsSync(file)) return readKeyFile(file);
  return whenNone === 'make' ? madeOrRead(file, terminal) : undefined;
};

const scannerOf = ({ env }: Terminal): FileKeeping['scanner'] => {
  const address = env['RIGHTPLACE_SCAN']?.trim() ?? '';
  if (address === '' || address === 'none') return undefined;
  const scanner = clamdAt(address);
  if (scanner !== undefined) return scanner;
  throw new UsageError(
    `RIGHTPLACE_SCAN takes none, clamd://host:port or clamd:///path/of/its/socket; this is none of them: ${address}`,
  );
};

const mostBytes = ({ env }: Terminal): number => {
  const text = env['RIGHTPLACE_FILES_MOST_MB']?.trim() || String(USUAL_MOST_MEGABYTES);
  const megabytes = Number(text);
  if (Number.isInteger(megabytes) && 1 <= megabytes && megabytes <= LARGEST_MOST_MEGABYTES)
    return mostBytesOf(megabytes);
  throw new UsageError(
    `RIGHTPLACE_FILES_MOST_MB takes a whole number from 1 to ${LARGEST_MOST_MEGABYTES}; this is none: ${text}`,
  );
};

export const missingKeys = (names: readonly string[]): string =>
  `Documents are sealed with ${names.length === 1 ? 'a key' : 'keys'} that this service does not have (${names.join(', ')}), so they cannot be ` +
  'opened. Put it after the one in use, in RIGHTPLACE_FILES_KEY or in files.key.';

/** Undefined where there is no key. */
export const fileKeeping = async (
  store: Store,
  invocation: Invocation,
  terminal: Terminal,
): Promise<FileKeeping | undefined> => {
  const [scanner, most] = [scannerOf(terminal), mostBytes(terminal)];
  const keys = fileKeys(invocation, terminal, 'make');
  if (keys === undefined) {
    terminal.note('RIGHTPLACE_FILES_KEY is not set, so documents cannot be attached to cases.');
    return undefined;
  }
  const missing = await findMissingKeys({ db: store.app }, keys);
  if (missing.length > 0) terminal.note(missingKeys(missing));
  return { keys, scanner, mostBytes: most };
};
