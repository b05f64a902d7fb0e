import { measuresOfFiles, readPopulations, readPostcodeDirectory } from '@rightplace/app/files';
import { type Command, flag, textOption, UsageError } from '../command.ts';
import { givenAt, noReturnIn, piecesOf, wholeFile } from '../files.ts';
import { reportRejected } from '../import-report.ts';
import { authorityCodeOption, dayOption } from '../options.ts';

export const measures: Command = {
  usage: 'measures DIR --as-of DAY [--series monthly:N] [--children] [--authority CODE] --json',
  about:
    'Reads the return in DIR (its CSV files, or one XML), or the returns in its subfolders named by the year in which each ' +
    'collection ends, and prints every measure and breakdown as at the day. What the return asks once a year (health, care ' +
    'leavers) is told of the last 31 March, which is the year of a lone return whose folder says none; what nobody ' +
    'recorded stays in the denominator and is counted as notRecorded. ' +
    'Rows that cannot be taken in are said on ' +
    'standard error. --authority gives the rate per 10,000 its population; --population and --postcodes replace the ' +
    'published population and the provisional distances.',
  examples: [
    'measures returns --as-of 2026-03-31 --json',
    'measures returns --as-of 2026-03-31 --series monthly:24 --authority E10000016 --json',
  ],
  options: {
    'as-of': { type: 'string' },
    series: { type: 'string' },
    children: { type: 'boolean' },
    authority: { type: 'string' },
    population: { type: 'string' },
    postcodes: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async (invocation, terminal) => {
    const [folder, ...others] = invocation.positionals;
    if (folder === undefined || others.length > 0)
      throw new UsageError('measures takes one folder: rightplace measures DIR --as-of DAY --json');
    const asOf = dayOption(invocation, 'as-of');
    if (asOf === undefined) throw new UsageError('measures needs a day: --as-of 2026-03-31');
    const series = textOption(invocation, 'series');
    const months = series === undefined ? undefined : Number(/^monthly:(\d{1,4})$/.exec(series)?.[1]);
    if (months !== undefined && !(months >= 1 && months <= 1200)) {
      throw new UsageError(`--series takes monthly:N with N from 1 to 1200; this is not one: ${series}`);
    }
    const population = textOption(invocation, 'population');
    const postcodes = textOption(invocation, 'postcodes');
    const given = await givenAt(terminal, folder);
    const { json, rejected, notes, nothingRead } = measuresOfFiles({
      given,
      asOf,
      months,
      withChildren: flag(invocation, 'children'),
      authority: authorityCodeOption(invocation),
      ...(population === undefined ? {} : { populations: readPopulations(wholeFile(terminal, population)) }),
      ...(postcodes === undefined ? {} : { postcodes: readPostcodeDirectory(piecesOf(terminal, postcodes)) }),
    });
    reportRejected(terminal, rejected, notes);
    if (nothingRead) throw new UsageError(noReturnIn(folder));
    terminal.print(JSON.stringify(json, null, 2));
    return 0;
  },
};
