import {
  checkDocuments,
  documentToErase,
  eraseDocument,
  type FileKeys,
  newFileKeyText,
  rekeyDocuments,
} from '@rightplace/app';
import { momentInWords } from '@rightplace/domain';
import type { Store } from '@rightplace/store';
import { getAuthorityAsked } from '../authority.ts';
import { type Command, flag, type Invocation, type Terminal, textOption, UsageError } from '../command.ts';
import { fileKeys, missingKeys } from '../file-keeping.ts';
import { authorityCodeOption, wholeNumberOption } from '../options.ts';
import { now, withRecord } from '../settings.ts';

const count = (n: number): string => `${n.toLocaleString('en-GB')} ${n === 1 ? 'document' : 'documents'}`;

const check = async (store: Store, keys: FileKeys, terminal: Terminal): Promise<number> => {
  const { opened, erased, spoilt, missing } = await checkDocuments({ db: store.app }, keys);
  terminal.print(`${count(opened)} open and are as they were attached.`);
  if (erased > 0)
    terminal.print(
      `${count(erased)} ${erased === 1 ? 'was erased, and is' : 'were erased, and are'} not opened.`,
    );
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

/** Shows which document it would be, and erases it only once that is said too. */
const erase = (invocation: Invocation, terminal: Terminal): Promise<number> => {
  const of = { least: 1, most: Number.MAX_SAFE_INTEGER };
  const caseId = wholeNumberOption(invocation, 'case', of);
  const id = wholeNumberOption(invocation, 'document', of);
  const why = textOption(invocation, 'reason')?.trim() ?? '';
  if (caseId === undefined || id === undefined || why === '')
    throw new UsageError(
      'files erase needs --case, --document and --reason: both numbers are in the address of the document’s link, and the reason is kept with the record.',
    );
  return withRecord(invocation, terminal, async (store) => {
    const { code: authorityId } = await getAuthorityAsked(store, authorityCodeOption(invocation));
    const found = await documentToErase({ db: store.app }, { authorityId, caseId, id });
    const isForGood = flag(invocation, 'for-good');
    if (found.kind === 'refused' && found.name === 'no-such-document') throw new UsageError(found.sentence);
    if (!isForGood) {
      if (found.kind === 'refused')
        throw new UsageError(`${found.sentence}. If that was interrupted, say --for-good to finish it.`);
      const { name, about, attachedAt } = found.document;
      terminal.print(
        `Document ${id} of case ${caseId}: “${name}” (${about}), attached on ${momentInWords(attachedAt)}. Nothing was erased. Say --for-good to erase it: nobody can get it back but from a backup.`,
      );
      return 0;
    }
    const answer = await eraseDocument({ owner: store.owner, now }, { authorityId, caseId, id, why });
    if (answer.kind === 'refused') throw new UsageError(answer.sentence);
    terminal.print(
      answer.kind === 'erasure-finished'
        ? `Document ${id} of case ${caseId} was erased before, because: ${answer.why}. That is finished now, wherever it had stopped; the reason that was given then stays.`
        : `Document ${id} of case ${caseId} is erased, with its name. That it was there, and why it was erased, stays in the record. Backups made before now still hold it.`,
    );
    return 0;
  });
};

export const files: Command = {
  usage:
    'files check | files rekey | files new-key | files erase --case N --document N --reason TEXT [--for-good]',
  about:
    'Documents that are attached to cases. check opens every one of them and says which does not open, as after restoring a backup. ' +
    'rekey puts them all under the first of the keys, once a new one was put before the old. new-key prints a new one. erase deletes ' +
    'one document for good, as when it was attached to the wrong child: without --for-good it only says which it would be. Keys are in ' +
    'RIGHTPLACE_FILES_KEY, or in files.key in the data folder.',
  examples: [
    'files check',
    'files new-key',
    'files rekey',
    'files erase --authority E10000016 --case 212 --document 34 --reason "Attached to the wrong child" --for-good',
  ],
  options: {
    authority: { type: 'string' },
    case: { type: 'string' },
    document: { type: 'string' },
    reason: { type: 'string' },
    'for-good': { type: 'boolean' },
  },
  run: async (invocation, terminal) => {
    const [what, ...others] = invocation.positionals;
    if (others.length === 0 && what === 'check') return withKeys(invocation, terminal, check);
    if (others.length === 0 && what === 'rekey') return withKeys(invocation, terminal, rekey);
    if (others.length === 0 && what === 'erase') return erase(invocation, terminal);
    if (others.length > 0 || what !== 'new-key')
      throw new UsageError('files takes one of check, rekey, erase and new-key: rightplace files check');
    terminal.print(newFileKeyText());
    return 0;
  },
};
