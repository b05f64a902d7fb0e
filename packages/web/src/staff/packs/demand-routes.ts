import { type DemandAsked, downloadDemand, openDemand } from '@rightplace/app';
import { notFound } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import { staffPaths } from '../paths.ts';
import { demandPage } from './demand-page.ts';
import { sendFile } from './packs-routes.ts';

/** What is not a year, or no way to cut one, is as if it were not asked for. */
const readAsked = (query: URLSearchParams): DemandAsked => {
  const year = Number(query.get('year') ?? '');
  const by = query.get('by');
  return {
    year: Number.isSafeInteger(year) && year > 0 ? year : undefined,
    by: by === 'month' || by === 'quarter' ? by : undefined,
  };
};

export const demandRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.demand,
    action: 'view-figure-sets',
    audit: 'nothing', // figures name nobody
    handler: async (visit, world) => {
      const found = await openDemand(world, visit.signedIn, readAsked(visit.query));
      return found.kind === 'demand' ? demandPage(found) : found;
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.demandFile,
    example: { format: 'csv' },
    action: 'view-figure-sets',
    audit: 'figure-set-downloaded',
    handler: async (visit, world) => {
      const { format } = visit.params;
      if (format !== 'csv' && format !== 'xlsx') return notFound;
      const file = await downloadDemand(world, visit.signedIn, { ...readAsked(visit.query), format });
      return file.kind === 'file' ? sendFile(file) : file;
    },
  }),
];
