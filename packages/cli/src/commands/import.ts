import {
  applyImport,
  createWorld,
  discardImport,
  type Given,
  type ImportReport,
  previewImport,
} from '@rightplace/app';
import { saidToBeOf } from '@rightplace/app/files';
import type { Store } from '@rightplace/store';
import { ensureAuthorityAsked } from '../authority.ts';
import { type Command, flag, type Terminal, textOption, UsageError } from '../command.ts';
import { givenAt, noReturnIn } from '../files.ts';
import { reportCorrections, reportRejected } from '../import-report.ts';
import { collectionYearOption } from '../options.ts';
import { now, withRecord } from '../settings.ts';

const asText = (report: ImportReport): string => {
  const line = (label: string, n: number): string => `  ${label.padEnd(12)}${String(n).padStart(9)}`;
  return [
    line('new', report.new),
    line('changed', report.changed),
    line('ended', report.ended),
    line('unchanged', report.unchanged),
    line('withdrawn', report.withdrawn),
    line('superseded', report.superseded),
    line('set aside', report.rejected.length),
    `  children: ${report.childrenNew} new, ${report.childrenChanged} changed`,
    ...(report.rulesFound === undefined || report.rulesFound.rows === 0
      ? []
      : [`  rules: ${report.rulesFound.rows} rows found to put right; rightplace validate lists them`]),
  ].join('\n');
};

const importInto = async (
  store: Store,
  { given, authority, apply }: { given: Given; authority: string | undefined; apply: boolean },
  terminal: Terminal,
): Promise<ImportReport> => {
  const { code, name } = await ensureAuthorityAsked(store, authority);
  terminal.note(`${apply ? 'Loading into' : 'Previewing for'} ${name} (${code})…`);
  const world = createWorld({ db: store.app, now, mode: 'live' });
  const importer = { kind: 'command', authorityId: code } as const;
  const previewed = await previewImport(world, importer, given);
  if (previewed.kind !== 'previewed') throw new UsageError(previewed.sentence);
  if (!apply) {
    await discardImport(world, importer, previewed.importId);
    return previewed.report;
  }
  const applied = await applyImport(world, importer, previewed.importId);
  const { corrections } = previewed.report;
  if (applied.kind === 'applied')
    return { ...applied.report, ...(corrections === undefined ? {} : { corrections }) };
  // Nobody is left to decide on this preview, so it must not wait for somebody in the history.
  await discardImport(world, importer, previewed.importId);
  throw new UsageError(applied.sentence);
};

export const importReturns: Command = {
  usage: 'import DIR… [--authority CODE] [--collection-year 2026-27] [--apply] [--json]',
  about:
    'Reads each DIR as a return (its CSV files, or one XML, or a zip of them), or as one return a subfolder named by the year in ' +
    'which its collection ends. Shows what would be new, changed, ended and unchanged, and every row that cannot be taken in ' +
    'with its line, the reason and what to do. With --apply it is done, in one transaction.',
  examples: ['import returns --authority E10000016', 'import returns --authority E10000016 --apply --json'],
  options: {
    authority: { type: 'string' },
    'collection-year': { type: 'string' },
    apply: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run: async (invocation, terminal) => {
    if (invocation.positionals.length === 0)
      throw new UsageError('import takes one or more folders: rightplace import DIR… --authority CODE');
    const year = collectionYearOption(invocation);
    const all = [];
    for (const path of invocation.positionals) all.push(await givenAt(terminal, path));
    const given: Given = {
      returns: all.flatMap(({ returns }) => returns).map((each) => saidToBeOf(each, year)),
      notRead: all.flatMap(({ notRead }) => notRead),
    };
    const apply = flag(invocation, 'apply');
    const report = await withRecord(invocation, terminal, (store) =>
      importInto(store, { given, authority: textOption(invocation, 'authority'), apply }, terminal),
    );
    // Counts of nought from files that could not be read must not look like an import that had nothing to do.
    const code = Object.keys(report.tables).length === 0 ? 2 : 0;
    if (flag(invocation, 'json')) {
      const { new: isNew, changed, ended, unchanged, rejected, notes, ...more } = report;
      terminal.print(
        JSON.stringify(
          { new: isNew, changed, ended, unchanged, ...more, applied: apply, rejected, notes },
          null,
          2,
        ),
      );
      return code;
    }
    for (const doubt of report.yearDoubts ?? []) terminal.note(doubt);
    reportCorrections(terminal, report.corrections ?? []);
    reportRejected(terminal, report.rejected, report.notes);
    if (code !== 0) throw new UsageError(noReturnIn(invocation.positionals.join(', ')));
    terminal.print(asText(report));
    if (!apply) terminal.note('Nothing has been changed. Add --apply to do it.');
    return 0;
  },
};
