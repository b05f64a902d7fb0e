import { backUp, restore as restoreStore } from '@rightplace/store';
import { type Command, UsageError } from '../command.ts';
import { pathFrom } from '../options.ts';
import { now, storeOptions, withRecord } from '../settings.ts';

export const backup: Command = {
  usage: 'backup FILE',
  about:
    'Writes everything there is, of every authority and as of one moment, to FILE. It may be run while the service is in use. The file ' +
    'holds children’s records: keep it as safe as the service itself. Documents of cases are in it sealed; the key they open with is not: keep a copy of ' +
    'files.key, or of RIGHTPLACE_FILES_KEY, somewhere else.',
  examples: ['backup rightplace-2026-11-21.backup'],
  options: {},
  run: async (invocation, terminal) => {
    const [file, ...others] = invocation.positionals;
    if (file === undefined || others.length > 0)
      throw new UsageError('backup takes one file: rightplace backup FILE');
    return withRecord(invocation, terminal, async (store) => {
      const { rows } = await backUp(store, pathFrom(terminal, file), now());
      terminal.note(`${rows.toLocaleString('en-GB')} rows written to ${file}.`);
      return 0;
    });
  },
};

export const restore: Command = {
  usage: 'restore FILE --data DIR',
  about:
    'Puts back what backup wrote, into a data folder or a database that holds nothing yet. All of it comes back, or none. ' +
    'Documents of cases open again with the key they were sealed with: put files.key back too, and run “files check”.',
  examples: ['restore rightplace-2026-11-21.backup --data restored'],
  options: {},
  run: async (invocation, terminal) => {
    const [file, ...others] = invocation.positionals;
    if (file === undefined || others.length > 0)
      throw new UsageError('restore takes one file: rightplace restore FILE --data DIR');
    const { rows } = await restoreStore(
      storeOptions(invocation, terminal, 'server'),
      pathFrom(terminal, file),
    );
    terminal.note(`${rows.toLocaleString('en-GB')} rows put back.`);
    return 0;
  },
};
