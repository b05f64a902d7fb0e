import { openHome } from '@rightplace/app';
import { type Route, route } from '../../server/route.ts';
import { readAskedMoment } from '../as-known.ts';
import { staffPaths } from '../paths.ts';
import { homePage } from './home-page.ts';

export const homeRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.home,
    action: 'see-home',
    // Figures name nobody. Where the page names a worker's own children, the use case records it.
    audit: 'nothing',
    handler: async (visit, world) => {
      const asked = readAskedMoment(visit);
      const { authority, person } = visit.signedIn;
      const home = await openHome(world, visit.signedIn, asked.asKnown);
      return homePage({
        home,
        asked,
        authority: authority.name,
        firstName: person.name.split(' ')[0] ?? person.name,
      });
    },
  }),
];
