import { openDemand } from '@rightplace/app';
import { type Route, route } from '../../server/route.ts';
import { staffPaths } from '../paths.ts';
import { demandPage } from './demand-page.ts';

export const demandRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.demand,
    action: 'view-figure-sets',
    audit: 'nothing', // figures name nobody
    handler: async (visit, world) => {
      const found = await openDemand(world, visit.signedIn);
      return found.kind === 'demand' ? demandPage(found) : found;
    },
  }),
];
