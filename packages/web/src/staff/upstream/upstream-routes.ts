import {
  discardUpstream,
  type NothingToLoad,
  runUpstreamJob,
  type ShownUpstreamLoad,
  showUpstream,
  type UpstreamOutcome,
  upstreamSetAsideCsv,
  type WorkEnd,
  type World,
} from '@rightplace/app';
import { mayAttempt } from '@rightplace/domain';
import type { FieldError } from '../../kit/index.ts';
import { type Answer, download, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { dayTyped } from '../day-fields.ts';
import { MOST_BYTES, readUploads } from '../imports/read-uploads.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { goOn, whileWorking } from '../work/while-working.ts';
import { type LoadUpstreamView, loadUpstreamPage } from './load-upstream-page.ts';
import { upstreamLoadPage } from './upstream-load-page.ts';

const MOST_FILES = 30;
const EXAMPLE = { loadId: '1' };

/** Refusals that are about the load and not about who asks: they are told on its page. */
const ABOUT_LOAD = ['already-decided', 'record-has-changed', 'too-large'];

type OfLoad = Visit<{ readonly loadId: string }>;

const importerOf = ({ signedIn }: Pick<Visit, 'signedIn'>) => ({ kind: 'person', signedIn }) as const;

const mayLoad = ({ signedIn, today }: Pick<Visit, 'signedIn' | 'today'>): boolean =>
  mayAttempt({ actor: signedIn.actor, action: 'preview-import', on: today }).kind === 'may';

const showAll = async (visit: Visit, world: World, more: Partial<LoadUpstreamView> = {}): Promise<Answer> => {
  const found = await showUpstream(world, importerOf(visit));
  if (found.kind === 'refused') return found;
  return loadUpstreamPage({
    csrf: visit.csrf,
    demonstration: visit.signedIn.authority.demonstration,
    mayLoad: mayLoad(visit),
    loads: found.loads,
    ...more,
  });
};

const loadAsked = async (visit: OfLoad, world: World): Promise<ShownUpstreamLoad | Answer> => {
  const found = await showUpstream(world, importerOf(visit), wholeNumber(visit.params.loadId));
  return found.kind === 'refused' ? found : (found.loads[0] ?? notFound);
};

const showOne = async (visit: OfLoad, world: World, problem?: FieldError): Promise<Answer> => {
  const load = await loadAsked(visit, world);
  if (!('report' in load)) return load;
  return upstreamLoadPage({
    load,
    csrf: visit.csrf,
    demonstration: visit.signedIn.authority.demonstration,
    mayLoad: mayLoad(visit),
    problem,
  });
};

const isTyped = (form: URLSearchParams, prefix: string): boolean =>
  ['day', 'month', 'year'].some((part) => (form.get(`${prefix}-${part}`) ?? '').trim() !== '');

const readFiles = async (visit: Visit, world: World): Promise<Answer> => {
  const read = await readUploads(visit.uploads).catch((error: unknown) => {
    // What the shell says of a file or a form that is too long, while it still reads it.
    if ((error as { readonly statusCode?: unknown }).statusCode === 413)
      return { kind: 'too-large' } as const;
    throw error;
  });
  const { form } = visit;
  const again = (problem: FieldError, more: Partial<LoadUpstreamView> = {}): Promise<Answer> =>
    showAll(visit, world, { typed: form, problems: [problem], status: 422, ...more });
  if (read.kind === 'too-large')
    return again(
      {
        field: 'files',
        text: `Choose files of no more than ${MOST_BYTES / 1_048_576} MB together. Larger ones can be loaded where Rightplace runs, with the command “rightplace upstream”.`,
      },
      { status: 413 },
    );
  if (read.files.length === 0) return again({ field: 'files', text: 'Choose the files' });
  const [from, to] = [dayTyped(form, 'from'), dayTyped(form, 'to')];
  for (const [prefix, day] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (day === undefined && isTyped(form, prefix))
      return again({ field: `${prefix}-day`, text: 'Enter a real day, such as 30 9 2026' });
  const { files } = read;
  const given = files.map(({ name, bytes }) => `${name} ${bytes.byteLength}`).join(', ');
  return whileWorking<UpstreamOutcome>(visit, world, {
    action: 'preview-import',
    title: 'Reading files of children before care',
    sameness: `preview-upstream ${from ?? ''} ${to ?? ''} ${given}`,
    job: (telling) =>
      runUpstreamJob(telling, {
        kind: 'preview-upstream',
        importer: importerOf(visit),
        asked: { files, from, to },
      }),
    endOf: (outcome) => endOf(outcome, staffPaths.upstream()),
    answer: (outcome) => {
      switch (outcome.kind) {
        case 'done':
          return goOn(visit, staffPaths.upstreamLoad({ loadId: String(outcome.loadId) }));
        case 'nothing-to-load':
          return again({ field: 'files', text: outcome.sentence }, { nothing: outcome });
        case 'refused':
          return outcome.name === 'too-large'
            ? again({ field: 'files', text: outcome.sentence }, { status: 413 })
            : outcome;
      }
    },
  });
};

/** What somebody who did not wait is told in the end. Each row that was set aside is on the page of the load. */
const endOf = (outcome: UpstreamOutcome, back: string, notice?: string): WorkEnd => {
  switch (outcome.kind) {
    case 'done': {
      const to = staffPaths.upstreamLoad({ loadId: String(outcome.loadId) });
      return { kind: 'go', to, ...(notice === undefined ? {} : { notice }) };
    }
    case 'nothing-to-load':
      return { kind: 'refused', sentence: nothingInWords(outcome), back };
    case 'refused':
      return { kind: 'refused', sentence: outcome.sentence, back };
  }
};

const nothingInWords = ({ sentence, notTaken }: NothingToLoad): string =>
  [sentence, ...notTaken.slice(0, 5).map(({ file, reason, todo }) => `${file}: ${reason} ${todo}`)].join(' ');

const LOADED = 'Loaded. The figures have it now.';

const load = (visit: OfLoad, world: World): Promise<Answer> => {
  const loadId = wholeNumber(visit.params.loadId);
  return whileWorking<UpstreamOutcome>(visit, world, {
    action: 'apply-import',
    title: 'Loading files of children before care',
    sameness: `apply-upstream ${loadId}`,
    job: (telling) =>
      runUpstreamJob(telling, { kind: 'apply-upstream', importer: importerOf(visit), loadId }),
    endOf: (outcome) => endOf(outcome, staffPaths.upstreamLoad(visit.params), LOADED),
    answer: (done) => {
      if (done.kind === 'done') return redirect(staffPaths.upstreamLoad(visit.params), { notice: LOADED });
      if (done.kind === 'nothing-to-load') throw new Error('A load answered as a preview');
      if (done.name === 'no-such-load') return notFound;
      return ABOUT_LOAD.includes(done.name)
        ? showOne(visit, world, { field: 'load', text: done.sentence })
        : done;
    },
  });
};

export const upstreamRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.upstream,
    action: 'view-imports',
    audit: 'imports-listed',
    handler: (visit, world) => showAll(visit, world),
  }),
  route({
    method: 'POST',
    path: staffPaths.upstream,
    action: 'preview-import',
    audit: 'upstream-previewed',
    upload: { maxBytes: MOST_BYTES, maxFiles: MOST_FILES },
    handler: readFiles,
  }),
  route({
    method: 'GET',
    path: staffPaths.upstreamLoad,
    action: 'view-imports',
    audit: 'import-opened',
    example: EXAMPLE,
    handler: (visit, world) => showOne(visit, world),
  }),
  route({
    method: 'GET',
    path: staffPaths.upstreamSetAside,
    action: 'view-imports',
    audit: 'import-report-downloaded',
    example: EXAMPLE,
    handler: async (visit, world) => {
      const load = await loadAsked(visit, world);
      if (!('report' in load)) return load;
      return download({
        name: `Set aside, load ${load.id}.csv`,
        type: 'text/csv; charset=utf-8',
        body: upstreamSetAsideCsv(load.report),
      });
    },
  }),
  route({
    method: 'POST',
    path: staffPaths.applyUpstream,
    action: 'apply-import',
    audit: 'upstream-loaded',
    example: EXAMPLE,
    handler: async (visit, world) => {
      if (visit.signedIn.authority.demonstration && visit.form.get('invented') !== 'yes')
        return showOne(visit, world, {
          field: 'invented',
          text: 'Say that these files hold no real children, or discard them',
        });
      return load(visit, world);
    },
  }),
  route({
    method: 'POST',
    path: staffPaths.discardUpstream,
    action: 'preview-import',
    audit: 'upstream-discarded',
    example: EXAMPLE,
    handler: async (visit, world) => {
      const done = await discardUpstream(world, importerOf(visit), wholeNumber(visit.params.loadId));
      if (done.kind === 'discarded')
        return redirect(staffPaths.upstream(), { notice: 'Discarded. Nothing was loaded.' });
      return done.name === 'already-decided'
        ? showOne(visit, world, { field: 'load', text: done.sentence })
        : done;
    },
  }),
];
