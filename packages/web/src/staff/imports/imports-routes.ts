import {
  childrenFound,
  childrenSetAside,
  discardImport,
  foundAsCsv,
  listOwnWork,
  type ReturnJob,
  runReturnJob,
  type ShownImport,
  setAsideAsCsv,
  showImport,
  showImports,
  type WorkEnd,
  type World,
} from '@rightplace/app';
import { type Action, mayAttempt } from '@rightplace/domain';
import type { FieldError } from '../../kit/index.ts';
import { type Answer, download, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { goOn, whileWorking } from '../work/while-working.ts';
import { workbenchLink } from '../workbench/workbench-link.ts';
import { foundPage } from './found-page.ts';
import { historyPage } from './history-page.ts';
import { importPage, WHOLE_PAGE } from './import-page.ts';
import { returnsInWords } from './import-words.ts';
import { isOfferedYear, type LoadView, loadPage } from './load-page.ts';
import { MOST_BYTES, MOST_FILES, readUploads } from './read-uploads.ts';
import { setAsidePage } from './set-aside-page.ts';

type OfImport = Visit<{ readonly importId: string }>;

const EXAMPLE = { importId: '1' };

const importerOf = ({ signedIn }: Pick<Visit, 'signedIn'>) => ({ kind: 'person', signedIn }) as const;

const may = ({ signedIn: { actor }, today }: Pick<Visit, 'signedIn' | 'today'>, action: Action): boolean =>
  mayAttempt({ actor, action, on: today }).kind === 'may';

const withImport = async (
  visit: OfImport,
  world: World,
  answer: (shown: ShownImport) => Answer | undefined | Promise<Answer>,
): Promise<Answer> => {
  const found = await showImport(world, importerOf(visit), wholeNumber(visit.params.importId));
  if (found.kind === 'refused') return found;
  return (found.kind === 'import' ? await answer(found.shown) : undefined) ?? notFound;
};

const showOne = (visit: OfImport, world: World, problem?: FieldError): Promise<Answer> =>
  withImport(visit, world, (shown) =>
    importPage({
      shown,
      csrf: visit.csrf,
      today: visit.today,
      demonstration: visit.signedIn.authority.demonstration,
      mayPreview: may(visit, 'preview-import'),
      mayApply: may(visit, 'apply-import'),
      mayOpenFigures: may(visit, 'see-known-at-changes'),
      problem,
    }),
  );

type ImportJob = Exclude<ReturnJob, { readonly kind: 'export' }>;
type ImportOutcome = Awaited<ReturnType<typeof importedBy>>;

const importedBy = async (world: World, job: ImportJob) => {
  const outcome = await runReturnJob(world, job);
  if (outcome.kind === 'exported') throw new Error('An import answered as an export');
  return outcome;
};

const endOfImport = (outcome: ImportOutcome, back: string, notice?: string): WorkEnd =>
  outcome.kind === 'done'
    ? {
        kind: 'go',
        to: staffPaths.import({ importId: String(outcome.importId) }),
        ...(notice === undefined ? {} : { notice }),
      }
    : { kind: 'refused', sentence: outcome.sentence, back };

interface AskedOfImport {
  readonly title: string;
  readonly job: ImportJob & { readonly importId: number };
  /** Said when it is done. */
  readonly notice: string;
}

/** Runs a job and goes to its import, or says on the import's page why not. */
const runAndShow = (visit: OfImport, world: World, { title, job, notice }: AskedOfImport): Promise<Answer> =>
  whileWorking<ImportOutcome>(visit, world, {
    action: job.kind === 'apply' ? 'apply-import' : 'preview-import',
    title,
    sameness: `${job.kind} ${job.importId}`,
    job: (telling) => importedBy(telling, job),
    endOf: (outcome) => endOfImport(outcome, staffPaths.import(visit.params), notice),
    answer: (outcome) => showOutcome(visit, world, { outcome, notice }),
  });

const showOutcome = (
  visit: OfImport,
  world: World,
  { outcome, notice }: { readonly outcome: ImportOutcome; readonly notice: string },
): Answer | Promise<Answer> => {
  if (outcome.kind === 'refused') {
    if (outcome.name === 'no-such-import') return notFound;
    const isAboutImport = ['already-decided', 'record-has-changed', 'year-needed', 'too-large'].includes(
      outcome.name,
    );
    return isAboutImport ? showOne(visit, world, { field: WHOLE_PAGE, text: outcome.sentence }) : outcome;
  }
  return redirect(staffPaths.import({ importId: String(outcome.importId) }), { notice });
};

const loadViewOf = ({ csrf, today, signedIn }: Visit): LoadView => ({
  csrf,
  today,
  demonstration: signedIn.authority.demonstration,
});

const TOO_LARGE = `Choose files of no more than ${MOST_BYTES / 1_048_576} MB together. Larger ones can be loaded where Rightplace runs, with the command “rightplace import”.`;

/** What the shell says of a file or a form that is too long, while it still reads it. */
const isTooLong = (error: unknown): boolean =>
  (error as { readonly statusCode?: unknown }).statusCode === 413;

const readReturn = async (visit: Visit, world: World): Promise<Answer> => {
  const year = visit.form.get('year') ?? '';
  const again = (text: string, status: 413 | 422 = 422, field = 'files'): Answer =>
    loadPage({ ...loadViewOf(visit), year, problem: { field, text, status } });
  const read = await readUploads(visit.uploads).catch((error: unknown) => {
    if (isTooLong(error)) return { kind: 'too-large' } as const;
    throw error;
  });
  if (read.kind === 'too-large') return again(TOO_LARGE, 413);
  if (year !== '' && !isOfferedYear(year, visit.today))
    return again('Choose a collection year from the list', 422, 'year');
  if (read.files.length === 0) return again('Choose the files of a return');
  const { files } = read;
  return whileWorking(visit, world, {
    action: 'preview-import',
    title: 'Reading the files of a return',
    sameness: `preview ${year} ${files.map(({ name, bytes }) => `${name} ${bytes.byteLength}`).join(', ')}`,
    job: (telling) =>
      importedBy(telling, {
        kind: 'preview',
        importer: importerOf(visit),
        files,
        ...(year === '' ? {} : { collectionYear: Number(year) }),
      }),
    endOf: (outcome) => endOfImport(outcome, staffPaths.loadReturn()),
    answer: (outcome) => {
      if (outcome.kind === 'done')
        return goOn(visit, staffPaths.import({ importId: String(outcome.importId) }));
      return outcome.name === 'too-large' ? again(outcome.sentence, 413) : outcome;
    },
  });
};

export const importsRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.imports,
    action: 'view-imports',
    audit: 'imports-listed',
    handler: async (visit, world) => {
      const history = await showImports(world, importerOf(visit));
      if (history.kind === 'refused') return history;
      return historyPage({
        imports: history.imports,
        works: await listOwnWork(world, visit.signedIn),
        mayLoad: may(visit, 'preview-import'),
        mayExport: may(visit, 'export-return'),
        workbench: workbenchLink(visit, world),
      });
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.loadReturn,
    action: 'preview-import',
    audit: 'nothing',
    handler: (visit) => loadPage(loadViewOf(visit)),
  }),
  route({
    method: 'POST',
    path: staffPaths.loadReturn,
    action: 'preview-import',
    audit: 'import-previewed',
    upload: { maxBytes: MOST_BYTES, maxFiles: MOST_FILES },
    handler: readReturn,
  }),
  route({
    method: 'GET',
    path: staffPaths.import,
    action: 'view-imports',
    audit: 'import-opened',
    example: EXAMPLE,
    handler: (visit, world) => showOne(visit, world),
  }),
  route({
    method: 'GET',
    path: staffPaths.importSetAside,
    action: 'view-imports',
    audit: 'import-opened',
    example: EXAMPLE,
    handler: (visit, world) =>
      withImport(visit, world, (shown) =>
        setAsidePage(shown, {
          rule: visit.query.get('rule') ?? '',
          asked: wholeNumber(visit.query.get('page') ?? '1'),
        }),
      ),
  }),
  route({
    method: 'GET',
    path: staffPaths.importFound,
    action: 'preview-import',
    audit: 'import-opened',
    example: EXAMPLE,
    handler: (visit, world) =>
      withImport(visit, world, (shown) =>
        foundPage(shown, {
          rule: visit.query.get('rule') ?? '',
          asked: wholeNumber(visit.query.get('page') ?? '1'),
        }),
      ),
  }),
  route({
    method: 'GET',
    path: staffPaths.importFoundList,
    action: 'preview-import',
    audit: 'import-report-downloaded',
    example: EXAMPLE,
    handler: (visit, world) =>
      withImport(visit, world, ({ id, collectionYears, report: { rulesFound }, foundRows }) =>
        rulesFound === undefined || foundRows.length === 0
          ? undefined
          : download({
              name: `Found by the rules, ${returnsInWords(collectionYears)}, import ${id}.csv`,
              type: 'text/csv; charset=utf-8',
              body: foundAsCsv({ ...rulesFound, foundRows }),
              childrenNamed: childrenFound(foundRows),
            }),
      ),
  }),
  route({
    method: 'GET',
    path: staffPaths.importReport,
    action: 'view-imports',
    audit: 'import-report-downloaded',
    example: EXAMPLE,
    handler: (visit, world) =>
      withImport(visit, world, ({ id, collectionYears, report }) =>
        download({
          name: `Set aside, ${returnsInWords(collectionYears)}, import ${id}.csv`,
          type: 'text/csv; charset=utf-8',
          body: setAsideAsCsv(report.rejected),
          childrenNamed: childrenSetAside(report),
        }),
      ),
  }),
  route({
    method: 'POST',
    path: staffPaths.applyImport,
    action: 'apply-import',
    audit: 'import-applied',
    example: EXAMPLE,
    handler: (visit, world) => {
      if (visit.signedIn.authority.demonstration && visit.form.get('invented') !== 'yes')
        return showOne(visit, world, {
          field: 'invented',
          text: 'Say that these files hold no real children, or discard them',
        });
      const importId = wholeNumber(visit.params.importId);
      return withImport(visit, world, ({ collectionYears }) =>
        runAndShow(visit, world, {
          title: `Loading ${returnsInWords(collectionYears)}`,
          job: { kind: 'apply', importer: importerOf(visit), importId },
          notice: `${returnsInWords(collectionYears)} loaded.`,
        }),
      );
    },
  }),
  route({
    method: 'POST',
    path: staffPaths.discardImport,
    action: 'preview-import',
    audit: 'import-discarded',
    example: EXAMPLE,
    handler: async (visit, world) => {
      const importId = wholeNumber(visit.params.importId);
      const outcome = await discardImport(world, importerOf(visit), importId);
      if (outcome.kind === 'discarded')
        return redirect(staffPaths.imports(), {
          notice: 'Discarded. Nothing was loaded; the files stay in the history.',
        });
      if (outcome.name !== 'already-decided') return outcome;
      return showOne(visit, world, { field: WHOLE_PAGE, text: outcome.sentence });
    },
  }),
  route({
    method: 'POST',
    path: staffPaths.previewImportAgain,
    action: 'preview-import',
    audit: 'import-previewed',
    example: EXAMPLE,
    handler: (visit, world) => {
      const year = visit.form.get('year') ?? '';
      const importId = wholeNumber(visit.params.importId);
      const collectionYear = isOfferedYear(year, visit.today) ? Number(year) : undefined;
      return runAndShow(visit, world, {
        title: 'Reading the files again',
        job: { kind: 'preview-again', importer: importerOf(visit), importId, collectionYear },
        notice: 'Read again, and compared with the record as it is now.',
      });
    },
  }),
];
