import { type Exported, runReturnJob, type WorkEnd, zip } from '@rightplace/app';
import { collectionYearLabel, isPurpose } from '@rightplace/domain';
import { download } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import { staffPaths } from '../paths.ts';
import { whileWorking } from '../work/while-working.ts';
import { exportPage } from './export-page.ts';
import { isOfferedYear } from './load-page.ts';

/** One file as it is; several in a zip, in a folder named so that it can be loaded again as it comes. */
const fileOf = (year: number, { files }: Exported): Extract<WorkEnd, { kind: 'file' }> => {
  // A zip of XML beside one of CSV, in one folder of downloads, is not told apart by anything else.
  const isXml = files.some((file) => file.name.endsWith('.xml'));
  const name = `return-${collectionYearLabel(year)}`;
  const [only] = files;
  if (only !== undefined && files.length === 1)
    return { kind: 'file', name: `${name}.xml`, type: 'application/xml', bytes: Buffer.from(only.text) };
  const zipped = files.map((file) => ({ name: `${year}/${file.name}`, bytes: Buffer.from(file.text) }));
  return {
    kind: 'file',
    name: `${name}${isXml ? '-xml' : ''}.zip`,
    type: 'application/zip',
    bytes: zip(zipped),
  };
};

export const exportRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.exportReturn,
    action: 'export-return',
    audit: 'nothing',
    handler: ({ csrf, today, query }) => {
      const year = query.get('year') ?? '';
      return exportPage({
        csrf,
        today,
        ...(isOfferedYear(year, today) ? { year } : {}),
        problems: [],
      });
    },
  }),
  route({
    method: 'POST',
    path: staffPaths.exportReturn,
    action: 'export-return',
    audit: 'return-exported',
    handler: async (visit, world) => {
      const { csrf, today, form, signedIn } = visit;
      const asked = (name: string): string => form.get(name) ?? '';
      const [year, format, purpose] = [asked('year'), asked('format'), asked('purpose')] as const;
      const problems = [
        ...(isOfferedYear(year, today) ? [] : [{ field: 'year', text: 'Choose the collection year' }]),
        ...(isPurpose(purpose) ? [] : [{ field: 'purpose', text: 'Choose what the return is for' }]),
      ];
      if (problems.length > 0) return exportPage({ csrf, today, year, format, problems });
      return whileWorking(visit, world, {
        action: 'export-return',
        title: `Writing the return of ${collectionYearLabel(Number(year))}`,
        sameness: `export ${JSON.stringify({ year, format, purpose })}`,
        job: async (telling) => {
          const outcome = await runReturnJob(telling, {
            kind: 'export',
            importer: { kind: 'person', signedIn },
            asked: { collectionYear: Number(year), format: format === 'xml' ? 'xml' : 'csv', purpose },
          });
          if (outcome.kind === 'done') throw new Error('An export answered as an import');
          return outcome.kind === 'exported' ? fileOf(Number(year), outcome) : outcome;
        },
        endOf: (outcome) =>
          outcome.kind === 'file'
            ? outcome
            : { kind: 'refused', sentence: outcome.sentence, back: staffPaths.exportReturn({ year }) },
        answer: (outcome) =>
          outcome.kind === 'file'
            ? download({ name: outcome.name, type: outcome.type, body: outcome.bytes })
            : outcome,
      });
    },
  }),
];
