import {
  downloadChildren,
  findCorrectPlaces,
  listCasesOfChild,
  listChildren,
  openOverview,
  openRestrictedRecord,
  placementPanelOfChild,
  readListAsked,
  viewChild,
  viewWhereChildrenLive,
  type World,
  whoHasLooked,
} from '@rightplace/app';
import { type Action, type ChildRefusal, childId, mayAttempt } from '@rightplace/domain';
import { html } from '../../kit/index.ts';
import { type Answer, download, notFound, type Page, page, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { type AskedMoment, momentOf, readAskedMoment } from '../as-known.ts';
import { conflictLinks } from '../conflicts/conflict-links.ts';
import { staffPaths } from '../paths.ts';
import type { ChildPageParts } from './child-page.ts';
import { downloadPage } from './download-page.ts';
import { factsPage } from './facts-page.ts';
import { journeyPage } from './journey-page.ts';
import { listPage } from './list-page.ts';
import { looksPage } from './looks-page.ts';
import { overviewPage } from './overview-page.ts';
import { restrictedPage } from './restricted-page.ts';
import { wherePage } from './where-page.ts';

type OfChild = Visit<{ readonly childId: string }>;

const EXAMPLE = { childId: 'EXAMPLE1' };

const may = (visit: Visit, action: Action): boolean => {
  const answer = mayAttempt({ actor: visit.signedIn.actor, action, on: visit.today });
  // A purpose is asked for on the next page.
  return answer.kind === 'may' || answer.name === 'purpose-needed';
};

const showList = async (visit: Visit, world: World): Promise<Answer> => {
  const looking = readAskedMoment(visit);
  const asked = readListAsked(visit.query);
  const list = await listChildren(world, visit.signedIn, { asked, asKnown: looking.asKnown });
  if (list.kind === 'refused') return list;
  return listPage({
    list,
    looking,
    mayDownload: may(visit, 'download-children'),
    mayLeave: may(visit, 'list-leaving-care'),
    importsHref: may(visit, 'apply-import') ? staffPaths.imports() : undefined,
  });
};

const showWhere = async (visit: Visit, world: World): Promise<Answer> => {
  const looking = readAskedMoment(visit);
  const where = await viewWhereChildrenLive(world, visit.signedIn, looking.asKnown);
  if (where.kind === 'refused') return where;
  return wherePage(where, {
    looking,
    shows: visit.query.get('show') === 'from' ? 'from' : 'livingNow',
    mayLeave: may(visit, 'list-leaving-care'),
  });
};

/**
 * What a refusal about one child looks like. Out of reach is not found, so that nothing is learned by asking; a
 * restricted record asks why; anything else is said.
 */
const answerTo = (refusal: ChildRefusal, visit: OfChild): Answer => {
  switch (refusal.name) {
    case 'out-of-reach':
      return notFound;
    case 'restricted-record':
      return restrictedPage({ id: visit.params.childId, csrf: visit.csrf });
    default:
      return refusal;
  }
};

const notKnownThen = (id: string, looking: AskedMoment): Page =>
  page({
    title: 'Not known then',
    section: 'children',
    knownAt: momentOf(looking),
    backLink: { href: staffPaths.children(looking.query) },
    main: html`<h1 class="govuk-heading-l">Nothing was known of this child then</h1>
<p class="govuk-body">The record learned of ${id} later. <a class="govuk-link" href="${staffPaths.child({ childId: id })}">See what is known now</a>.</p>`,
  });

const showChild =
  (
    draw: (parts: ChildPageParts) => Page,
    {
      read = viewChild,
      correctable = false,
      withCases = false,
    }: { read?: typeof viewChild; correctable?: boolean; withCases?: boolean } = {},
  ) =>
  async (visit: OfChild, world: World): Promise<Answer> => {
    const looking = readAskedMoment(visit);
    const id = childId(visit.params.childId);
    const view = await read(world, visit.signedIn, { id, asKnown: looking.asKnown });
    if (view.kind === 'refused') return answerTo(view, visit);
    if (view.kind === 'not-known-then') return notKnownThen(id, looking);
    const isNow = looking.query['as-of'] === undefined && looking.asKnown.knownAt === undefined;
    return draw({
      view,
      looking,
      mayAudit: may(visit, 'view-child-audit'),
      mayCorrect: may(visit, 'correct-row'),
      mayLeave: may(visit, 'see-leaving-care'),
      mayAllocate: may(visit, 'allocate-reviewing-officer'),
      conflictLinks: conflictLinks(visit, visit.params.childId),
      mayAskForHome: may(visit, 'begin-placement-request'),
      mayRecordNotice: may(visit, 'record-home-notice'),
      places: correctable && isNow ? await findCorrectPlaces(world, visit.signedIn, id) : undefined,
      placementPanel: withCases && isNow ? await placementPanelOfChild(world, visit.signedIn, id) : undefined,
      cases: withCases && isNow ? await listCasesOfChild(world, visit.signedIn, id) : undefined,
    });
  };

const showLooks = async (visit: OfChild, world: World): Promise<Answer> => {
  const looking = readAskedMoment(visit);
  const before = Number(visit.query.get('before'));
  const looks = await whoHasLooked(world, visit.signedIn, {
    id: childId(visit.params.childId),
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
    asKnown: looking.asKnown,
  });
  return looks.kind === 'refused'
    ? answerTo(looks, visit)
    : looksPage(looks, looking, may(visit, 'correct-row'));
};

const openRestricted = async (visit: OfChild, world: World): Promise<Answer> => {
  const id = visit.params.childId;
  const typed = visit.form.get('reason') ?? '';
  const answer = await openRestrictedRecord(world, visit.signedIn, { id: childId(id), reason: typed });
  if (answer.kind === 'opened') return redirect(staffPaths.child({ childId: id }));
  if (answer.name === 'reason-too-short' || answer.name === 'reason-too-long')
    return restrictedPage({ id, csrf: visit.csrf, typed, problem: answer.sentence });
  return answer.name === 'out-of-reach' ? notFound : answer;
};

const sendList = async (visit: Visit, world: World): Promise<Answer> => {
  const looking = readAskedMoment(visit);
  const list = readListAsked(visit.query);
  const file = await downloadChildren(world, visit.signedIn, {
    list,
    asKnown: looking.asKnown,
    purpose: visit.form.get('purpose') ?? '',
  });
  if (file.kind === 'file')
    return download({ name: file.name, type: 'text/csv; charset=utf-8', body: file.text });
  return file.name === 'purpose-needed'
    ? downloadPage({ asked: list, looking, csrf: visit.csrf, problem: file.sentence })
    : file;
};

export const childrenRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.children,
    action: 'list-children',
    audit: 'children-listed',
    recordsItself: true,
    handler: showList,
  }),
  route({
    method: 'GET',
    path: staffPaths.whereChildrenLive,
    action: 'list-children',
    audit: 'children-map-viewed',
    handler: showWhere,
  }),
  route({
    method: 'GET',
    path: staffPaths.downloadChildren,
    action: 'download-children',
    audit: 'nothing',
    handler: (visit) =>
      downloadPage({
        asked: readListAsked(visit.query),
        looking: readAskedMoment(visit),
        csrf: visit.csrf,
      }),
  }),
  route({
    method: 'POST',
    path: staffPaths.downloadChildren,
    action: 'download-children',
    audit: 'children-downloaded',
    handler: sendList,
  }),
  route({
    method: 'GET',
    path: staffPaths.child,
    action: 'view-child',
    audit: 'child-viewed',
    recordsItself: true,
    example: EXAMPLE,
    handler: showChild(overviewPage, { read: openOverview, withCases: true }),
  }),
  route({
    method: 'GET',
    path: staffPaths.childJourney,
    action: 'view-child',
    audit: 'child-journey-viewed',
    example: EXAMPLE,
    handler: showChild(journeyPage, { correctable: true }),
  }),
  route({
    method: 'GET',
    path: staffPaths.childFacts,
    action: 'view-child',
    audit: 'child-facts-viewed',
    example: EXAMPLE,
    handler: showChild(factsPage, { correctable: true }),
  }),
  route({
    method: 'GET',
    path: staffPaths.childLooks,
    action: 'view-child-audit',
    audit: 'child-looks-viewed',
    example: EXAMPLE,
    handler: showLooks,
  }),
  route({
    method: 'POST',
    path: staffPaths.openRestricted,
    action: 'view-child',
    audit: 'restricted-record-opened',
    example: EXAMPLE,
    handler: openRestricted,
  }),
];
