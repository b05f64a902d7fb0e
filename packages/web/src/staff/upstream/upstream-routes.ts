import {
  applyUpstream,
  discardUpstream,
  previewUpstream,
  type ShownUpstreamLoad,
  showUpstream,
  type World,
} from '@rightplace/app';
import { mayAttempt } from '@rightplace/domain';
import type { FieldError } from '../../kit/index.ts';
import { type Answer, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { dayTyped } from '../day-fields.ts';
import { readUploads } from '../imports/read-uploads.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { type LoadUpstreamView, loadUpstreamPage } from './load-upstream-page.ts';
import { upstreamLoadPage } from './upstream-load-page.ts';

const MEGABYTE = 1_048_576;
/** An authority's year of every list is some ten megabytes. */
const MOST_BYTES = 50 * MEGABYTE;
const MOST_FILES = 30;
const EXAMPLE = { loadId: '1' };

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
  const read = await readUploads(visit.uploads, MOST_BYTES);
  const { form } = visit;
  const again = (problem: FieldError, more: Partial<LoadUpstreamView> = {}): Promise<Answer> =>
    showAll(visit, world, { typed: form, problems: [problem], status: 422, ...more });
  if (read.kind === 'too-large')
    return again(
      { field: 'files', text: `Choose files of no more than ${MOST_BYTES / MEGABYTE} MB together` },
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
  const answer = await previewUpstream(world, importerOf(visit), { files: read.files, from, to });
  if (answer.kind === 'refused') return answer;
  if (answer.kind === 'nothing-to-load')
    return again({ field: 'files', text: answer.sentence }, { nothing: answer });
  return redirect(staffPaths.upstreamLoad({ loadId: String(answer.loadId) }));
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
      const done = await applyUpstream(world, importerOf(visit), wholeNumber(visit.params.loadId));
      if (done.kind === 'loaded')
        return redirect(staffPaths.upstreamLoad(visit.params), {
          notice: 'Loaded. The figures have it now.',
        });
      if (done.name === 'no-such-load') return notFound;
      return done.name === 'already-decided' || done.name === 'record-has-changed'
        ? showOne(visit, world, { field: 'load', text: done.sentence })
        : done;
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
