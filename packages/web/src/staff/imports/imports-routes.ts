import {
  childrenFound,
  childrenSetAside,
  discardImport,
  foundAsCsv,
  type ReturnJob,
  runReturnJob,
  type ShownImport,
  setAsideAsCsv,
  showImport,
  showImports,
  type World,
} from '@rightplace/app';
import { type Action, mayAttempt } from '@rightplace/domain';
import type { FieldError } from '../../kit/index.ts';
import { type Answer, download, fragment, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
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

/** Where to go next: for a script that sent the form, as data; for a browser, as a redirect. */
const goOn = ({ form }: Pick<Visit, 'form'>, to: string, notice?: string): Answer =>
  form.get('answer') === 'address'
    ? fragment('application/json', JSON.stringify({ address: to }))
    : redirect(to, notice === undefined ? {} : { notice });

const withImport = async (
  visit: OfImport,
  world: World,
  answer: (shown: ShownImport) => Answer | undefined,
): Promise<Answer> => {
  const found = await showImport(world, importerOf(visit), wholeNumber(visit.params.importId));
  if (found.kind === 'refused') return found;
  return (found.kind === 'import' ? answer(found.shown) : undefined) ?? notFound;
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

/** Runs a job and goes to its import, or says on the import's page why not. */
const runAndShow = async (
  visit: OfImport,
  world: World,
  job: ReturnJob,
  notice: (shown: ShownImport) => string,
): Promise<Answer> => {
  const outcome = await runReturnJob(world, job);
  if (outcome.kind === 'refused') {
    if (outcome.name === 'no-such-import') return notFound;
    const isAboutImport = ['already-decided', 'record-has-changed', 'year-needed', 'too-large'].includes(
      outcome.name,
    );
    return isAboutImport ? showOne(visit, world, { field: WHOLE_PAGE, text: outcome.sentence }) : outcome;
  }
  if (outcome.kind === 'exported') throw new Error('An import answered as an export');
  const importId = String(outcome.importId);
  const found = await showImport(world, importerOf(visit), outcome.importId);
  return redirect(
    staffPaths.import({ importId }),
    found.kind === 'import' ? { notice: notice(found.shown) } : {},
  );
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
  const outcome = await runReturnJob(world, {
    kind: 'preview',
    importer: importerOf(visit),
    files: read.files,
    ...(year === '' ? {} : { collectionYear: Number(year) }),
  });
  if (outcome.kind === 'done') return goOn(visit, staffPaths.import({ importId: String(outcome.importId) }));
  if (outcome.kind === 'refused' && outcome.name === 'too-large') return again(outcome.sentence, 413);
  return outcome as Answer;
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
      return runAndShow(
        visit,
        world,
        { kind: 'apply', importer: importerOf(visit), importId },
        (shown) => `${returnsInWords(shown.collectionYears)} loaded.`,
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
      return runAndShow(
        visit,
        world,
        { kind: 'preview-again', importer: importerOf(visit), importId, collectionYear },
        () => 'Read again, and compared with the record as it is now.',
      );
    },
  }),
];
