import { checkDocuments, type FileKeys, newFileKeyText, rekeyDocuments } from '@rightplace/app';
import type { Store } from '@rightplace/store';
import { type Command, type Invocation, type Terminal, UsageError } from '../command.ts';
import { fileKeys, missingKeys } from '../file-keeping.ts';
import { now, withRecord } from '../settings.ts';

const count = (n: number): string => `${n.toLocaleString('en-GB')} ${n === 1 ? 'document' : 'documents'}`;

const check = async (store: Store, keys: FileKeys, terminal: Terminal): Promise<number> => {
  const { opened, spoilt, missing } = await checkDocuments({ db: store.app }, keys);
  terminal.print(`${count(opened)} open and are as they were attached.`);
  for (const { authorityId, id, caseId } of spoilt)
    terminal.print(`Document ${id} of case ${caseId} of ${authorityId} is not as it was attached.`);
  if (missing.length > 0) terminal.print(missingKeys(missing));
  return spoilt.length + missing.length === 0 ? 0 : 1;
};

const rekey = async (store: Store, keys: FileKeys, terminal: Terminal): Promise<number> => {
  const { changed, missing } = await rekeyDocuments({ db: store.app, owner: store.owner, now }, keys);
  if (missing.length > 0) throw new UsageError(missingKeys(missing));
  terminal.print(
    `${count(changed)} put under the key ${keys.current.name}; all are under it now. Older keys are needed for older backups alone.`,
  );
  return 0;
};

const withKeys = (
  invocation: Invocation,
  terminal: Terminal,
  work: (store: Store, keys: FileKeys, terminal: Terminal) => Promise<number>,
): Promise<number> => {
  const keys = fileKeys(invocation, terminal, 'leave');
  if (keys === undefined)
    throw new UsageError(
      'There is no key for documents: RIGHTPLACE_FILES_KEY is not set, and the data folder has no files.key.',
    );
  return withRecord(invocation, terminal, (store) => work(store, keys, terminal));
};

export const files: Command = {
  usage: 'files check | files rekey | files new-key',
  about:
    'Documents that are attached to cases. check opens every one of them and says which does not open, as after restoring a backup. ' +
    'rekey puts them all under the first of the keys, once a new one was put before the old. new-key prints a new one. Keys are in ' +
    'RIGHTPLACE_FILES_KEY, or in files.key in the data folder.',
  examples: ['files check', 'files new-key', 'files rekey'],
  options: {},
  run: async (invocation, terminal) => {
    const [what, ...others] = invocation.positionals;
    if (others.length === 0 && what === 'check') return withKeys(invocation, terminal, check);
    if (others.length === 0 && what === 'rekey') return withKeys(invocation, terminal, rekey);
    if (others.length > 0 || what !== 'new-key')
      throw new UsageError('files takes one of check, rekey and new-key: rightplace files check');
    terminal.print(newFileKeyText());
    return 0;
  },
};
