import {
  applyUpstream,
  createWorld,
  discardUpstream,
  previewUpstream,
  type UpstreamReport,
} from '@rightplace/app';
import { UPSTREAM_KINDS, UPSTREAM_SOURCES, type UpstreamKind } from '@rightplace/ssda903';
import type { Store } from '@rightplace/store';
import { ensureAuthorityAsked } from '../authority.ts';
import { type Command, flag, type Invocation, type Terminal, textOption, UsageError } from '../command.ts';
import { wholeFile } from '../files.ts';
import { dayOption } from '../options.ts';
import { now, withRecord } from '../settings.ts';

/** How many rows set aside are told one by one before the rest are only counted. */
const TOLD = 20;

type NotTaken = UpstreamReport['notTaken'];

const tellNotTaken = (terminal: Terminal, notTaken: NotTaken): void => {
  if (notTaken.length > 0) terminal.note(`${notTaken.length} set aside:`);
  for (const { file, line, child, reason, todo } of notTaken.slice(0, TOLD))
    terminal.note(
      `  ${file}${line === null ? '' : `, line ${line}`}${child === null ? '' : `, child ${child}`}: ${reason} ${todo}`,
    );
  if (notTaken.length > TOLD)
    terminal.note(`  and ${notTaken.length - TOLD} more; rightplace upstream --json lists them all.`);
};

const asText = ({ source, firstDay, lastDay, counts, rows, taken }: UpstreamReport): string => {
  const line = (cells: readonly (string | number)[]): string =>
    `  ${String(cells[0]).padEnd(32)}${cells
      .slice(1)
      .map((cell) => String(cell).padStart(11))
      .join('')}`;
  return [
    `${UPSTREAM_SOURCES[source]}, ${firstDay} to ${lastDay}: ${rows} rows, ${taken} taken in`,
    line(['', 'new', 'changed', 'unchanged', 'withdrawn']),
    ...Object.entries(counts).map(([kind, n]) =>
      line([UPSTREAM_KINDS[kind as UpstreamKind], n.new, n.changed, n.unchanged, n.withdrawn]),
    ),
  ].join('\n');
};

const loadInto = async (
  store: Store,
  invocation: Invocation,
  terminal: Terminal,
): Promise<UpstreamReport> => {
  const { code, name } = await ensureAuthorityAsked(store, textOption(invocation, 'authority'));
  const apply = flag(invocation, 'apply');
  terminal.note(`${apply ? 'Loading into' : 'Previewing for'} ${name} (${code})…`);
  const world = createWorld({ db: store.app, now, mode: 'live' });
  const importer = { kind: 'command', authorityId: code } as const;
  const previewed = await previewUpstream(world, importer, {
    files: invocation.positionals.map((path) => ({ name: path, bytes: wholeFile(terminal, path) })),
    from: dayOption(invocation, 'from'),
    to: dayOption(invocation, 'to'),
  });
  if (previewed.kind === 'refused') throw new UsageError(previewed.sentence);
  if (previewed.kind === 'nothing-to-load') {
    tellNotTaken(terminal, previewed.notTaken);
    throw new UsageError(previewed.sentence);
  }
  const done = apply
    ? await applyUpstream(world, importer, previewed.loadId)
    : await discardUpstream(world, importer, previewed.loadId);
  if (done.kind !== 'refused') return previewed.report;
  // Nobody is left to decide on this preview, so it must not wait in the history.
  if (apply) await discardUpstream(world, importer, previewed.loadId);
  throw new UsageError(done.sentence);
};

export const upstream: Command = {
  usage: 'upstream FILE… [--from 2026-04-01] [--to 2026-09-30] [--authority CODE] [--apply] [--json]',
  about:
    'Reads Ofsted’s child-level lists (Annex A: a workbook, or its lists as CSV) or the children in need census (XML), and shows what ' +
    'would be new, changed and withdrawn of contacts, assessments, enquiries, need and protection plans, and every row that cannot ' +
    'be taken in. --from and --to say the time that lists tell of: without them it is the six months up to the last day in ' +
    'them. With --apply it is done, in one transaction.',
  examples: [
    'upstream "Annex A.xlsx" --from 2026-04-01 --to 2026-09-30 --authority E10000016',
    'upstream CIN.xml --authority E10000016 --apply',
  ],
  options: {
    authority: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    apply: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run: async (invocation, terminal) => {
    if (invocation.positionals.length === 0)
      throw new UsageError('upstream takes one or more files: rightplace upstream FILE… --authority CODE');
    const report = await withRecord(invocation, terminal, (store) => loadInto(store, invocation, terminal));
    const apply = flag(invocation, 'apply');
    if (flag(invocation, 'json')) {
      const { digest: _, ...told } = report;
      terminal.print(JSON.stringify({ ...told, applied: apply }, null, 2));
      return 0;
    }
    for (const note of report.notes) terminal.note(note);
    tellNotTaken(terminal, report.notTaken);
    terminal.print(asText(report));
    if (!apply) terminal.note('Nothing has been changed. Add --apply to do it.');
    return 0;
  },
};
