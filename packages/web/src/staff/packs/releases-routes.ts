import {
  downloadRelease,
  openRelease,
  previewRelease,
  publishRelease,
  showReleases,
  type World,
} from '@rightplace/app';
import { type Answer, download, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { readPackYears, sendFile } from './packs-routes.ts';
import { cannotPublishPage, publishPage } from './publish-page.ts';
import { releaseHtml } from './release-html.ts';
import { releasePage, releasesPage } from './releases-page.ts';

const EXAMPLE = { releaseId: '1' };

const prepare = async (
  visit: Visit,
  world: World,
  again: Omit<Parameters<typeof publishPage>[1], 'csrf'> = {},
): Promise<Answer> => {
  const years = readPackYears(visit.query, visit.today);
  const found = await previewRelease(world, visit.signedIn, years);
  if (found.kind === 'preview') return publishPage(found, { csrf: visit.csrf, ...again });
  if (found.name === 'told-before' || found.name === 'nothing-to-publish')
    return cannotPublishPage(found.sentence, years);
  return found;
};

const publish = async (visit: Visit, world: World): Promise<Answer> => {
  const why = visit.form.get('why') ?? '';
  const years = readPackYears(visit.query, visit.today);
  const seen = visit.form.get('seen') ?? '';
  const answer = await publishRelease(world, visit.signedIn, { ...years, why, seen });
  if (answer.kind === 'published')
    return redirect(staffPaths.release({ releaseId: String(answer.id) }), {
      notice: `Published: ${answer.title}.`,
    });
  switch (answer.name) {
    case 'reason-needed':
    case 'looked-at-another':
      return prepare(visit, world, { why, problems: [{ field: 'why', text: answer.sentence }] });
    case 'already-published':
      return redirect(staffPaths.release({ releaseId: String(answer.id) }), { notice: answer.sentence });
    case 'told-before':
    case 'nothing-to-publish':
      return cannotPublishPage(answer.sentence, years);
    default:
      return answer;
  }
};

const takeAway = async (
  { params, signedIn }: Visit<{ readonly releaseId: string; readonly format: string }>,
  world: World,
): Promise<Answer> => {
  const id = wholeNumber(params.releaseId);
  const { format } = params;
  if (format === 'csv' || format === 'xlsx') {
    const file = await downloadRelease(world, signedIn, { id, format });
    return file.kind === 'file' ? sendFile(file) : file;
  }
  if (format !== 'html') return notFound;
  const found = await openRelease(world, signedIn, id);
  if (found.kind !== 'release') return found;
  return download({
    name: `release-${id}.html`,
    type: 'text/html; charset=utf-8',
    body: releaseHtml(found),
  });
};

/** Preparing and publishing are for a few; what is published is read by all who see figures. */
export const releasesRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.publishDemography,
    action: 'publish-figures',
    audit: 'nothing', // nothing leaves, and it names nobody
    handler: (visit, world) => prepare(visit, world),
  }),
  route({
    method: 'POST',
    path: staffPaths.publishDemography,
    action: 'publish-figures',
    audit: 'release-published',
    handler: publish,
  }),
  route({
    method: 'GET',
    path: staffPaths.releases,
    action: 'view-measure',
    audit: 'nothing', // published
    handler: async ({ signedIn }, world) => {
      const found = await showReleases(world, signedIn);
      return found.kind === 'releases' ? releasesPage(found.releases, signedIn.authority.name) : found;
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.release,
    example: EXAMPLE,
    action: 'view-measure',
    audit: 'nothing', // published
    handler: async ({ params, signedIn }, world) => {
      const found = await openRelease(world, signedIn, wholeNumber(params.releaseId));
      return found.kind === 'release' ? releasePage(found) : found;
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.releaseFile,
    example: { ...EXAMPLE, format: 'csv' },
    action: 'view-measure',
    audit: 'nothing', // published
    handler: takeAway,
  }),
];
