import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWorld, exportReturn } from '@rightplace/app';
import { getAuthorityAsked } from '../authority.ts';
import { type Command, textOption, UsageError } from '../command.ts';
import { collectionYearOption, pathFrom } from '../options.ts';
import { now, withRecord } from '../settings.ts';

export const exportCommand: Command = {
  usage: 'export OUT --collection-year 2026-27 [--authority CODE] [--format csv|xml]',
  about:
    'Writes the return of a collection year into the folder OUT, which is made if need be. Every row that was accepted from that ' +
    'year’s return comes back, with what the record has learnt since.',
  examples: [
    'export out --collection-year 2026-27 --authority E10000016',
    'export out --collection-year 2026-27 --format xml',
  ],
  options: {
    'collection-year': { type: 'string' },
    authority: { type: 'string' },
    format: { type: 'string' },
  },
  run: async (invocation, terminal) => {
    const [out, ...others] = invocation.positionals;
    if (out === undefined || others.length > 0)
      throw new UsageError('export takes one folder: rightplace export OUT --collection-year 2026-27');
    const collectionYear = collectionYearOption(invocation);
    if (collectionYear === undefined)
      throw new UsageError('export needs a collection year: --collection-year 2026-27');
    const format = textOption(invocation, 'format') ?? 'csv';
    if (format !== 'csv' && format !== 'xml')
      throw new UsageError(`--format is csv or xml; this is neither: ${format}`);
    const exported = await withRecord(invocation, terminal, async (store) => {
      const { code } = await getAuthorityAsked(store, textOption(invocation, 'authority'));
      const world = createWorld({ db: store.app, now, mode: 'live' });
      return exportReturn(world, { kind: 'command', authorityId: code }, { collectionYear, format });
    });
    if (exported.kind !== 'exported') throw new UsageError(exported.sentence);
    const folder = pathFrom(terminal, out);
    mkdirSync(folder, { recursive: true });
    for (const { name, text } of exported.files) writeFileSync(join(folder, name), text);
    for (const note of exported.notes) terminal.note(note);
    terminal.print(exported.files.map(({ name }) => join(out, name)).join('\n'));
    return 0;
  },
};
