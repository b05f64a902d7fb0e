import { basename } from 'node:path';
import { type PublishedTable, publishedTogether, readPublished } from '@rightplace/app';
import { loadPublishedFigures } from '@rightplace/store';
import { type Command, textOption, UsageError } from '../command.ts';
import { wholeFile } from '../files.ts';
import { withRecord } from '../settings.ts';

const toldOf = (path: string, { title, years, areas, figures }: PublishedTable): string => {
  const [first, last] = years;
  const over = first === last ? String(first) : `${first} to ${last}`;
  return `${path}: ${title}, ${over}, ${figures.length.toLocaleString('en-GB')} figures of ${areas.length} areas`;
};

export const published: Command = {
  usage: 'published FILE… [--release NAME]',
  about:
    'Loads a newer release of the published statistics of children looked after, which figures are then held against: the CSV files of ' +
    '“Children looked after in England including adoptions” as downloaded (numbers and rates; children on 31 March, started and ceased by ' +
    'characteristics; stability of placements). Of each count and year the newest loaded holds; what is not in the files stays as it is. ' +
    '--release says how pages name the publication.',
  examples: [
    'published cla_number_and_rate_per_10k_children.csv --release "Children looked after in England, 2026"',
  ],
  options: { release: { type: 'string' } },
  run: async (invocation, terminal) => {
    const paths = invocation.positionals;
    if (paths.length === 0) throw new UsageError('published takes files: rightplace published FILE…');
    const release = textOption(invocation, 'release')?.trim();
    const tables = paths.map((path) => {
      const read = readPublished(wholeFile(terminal, path), () => release || `${basename(path)}, as loaded`);
      if (read.kind === 'not-published')
        throw new UsageError(`${path} was not loaded, nor anything else: ${read.sentence}`);
      return { path, read };
    });
    return withRecord(invocation, terminal, async (store) => {
      const source = paths.join(', ');
      await loadPublishedFigures(store.owner, publishedTogether(tables.map(({ read }) => read)), { source });
      for (const { path, read } of tables) terminal.note(toldOf(path, read));
      terminal.note(
        'They are now used, by a running server too. Figures of earlier days are held against them as well.',
      );
      return 0;
    });
  },
};
