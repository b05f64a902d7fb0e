import { beginSearch, listSearches, type World } from '@rightplace/app';
import { childId } from '@rightplace/domain';
import { type Answer, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { caseBegunIn } from '../cases/begun-link.ts';
import { staffPaths } from '../paths.ts';
import { askPage } from './ask-page.ts';
import { homeNoticeRoutes } from './home-notice-routes.ts';
import { searchPaths } from './search-paths.ts';
import { viewFrom } from './searches-asked.ts';
import { searchesNamed, searchesPage } from './searches-page.ts';

const ask = async ({ form, signedIn, csrf }: Visit, world: World): Promise<Answer> => {
  const number = (form.get('number') ?? '').trim();
  const key = form.get('_key') ?? '';
  const answer = await beginSearch(world, signedIn, { key, child: childId(number) });
  if (answer.kind === 'search-begun') return redirect(staffPaths.case({ caseId: String(answer.id) }));
  if (answer.name === 'not-your-role') return answer;
  return askPage({
    csrf,
    number,
    // Sent again it asks for another child, and so is another form.
    key: answer.name === 'said-otherwise' ? undefined : key,
    problem: answer.sentence,
    begun: caseBegunIn(answer),
  });
};

/** The placements desk, and where another home is asked for. */
export const searchesRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: searchPaths.searches,
    action: 'list-searches',
    audit: 'searches-listed',
    recordsItself: true,
    handler: async ({ signedIn, query }, world) => {
      const view = viewFrom(query);
      const list = await listSearches(world, signedIn, {
        over: view.over,
        named: (lines) => searchesNamed(lines, view),
      });
      if (list.kind === 'refused') return list;
      return searchesPage(list, view);
    },
  }),
  route({
    method: 'GET',
    path: searchPaths.askForHome,
    action: 'begin-placement-request',
    audit: 'nothing',
    handler: ({ csrf, query }) => askPage({ csrf, number: query.get('number') ?? '' }),
  }),
  route({
    method: 'POST',
    path: searchPaths.askForHome,
    action: 'begin-placement-request',
    audit: 'search-begun',
    handler: ask,
  }),
  ...homeNoticeRoutes,
];
