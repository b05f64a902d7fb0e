import {
  downloadDemography,
  MOST_YEARS,
  openDemography,
  type PackFile,
  type PackYears,
} from '@rightplace/app';
import { collectionYearOf, type Day } from '@rightplace/domain';
import { type Answer, download, notFound } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import { staffPaths } from '../paths.ts';
import { demographyPage } from './demography-page.ts';

/** Years asked for in the address. What is no year, or one still to end, is as if it were not asked for. */
export const readPackYears = (query: URLSearchParams, today: Day): PackYears => {
  const whole = (name: string): number | undefined => {
    const value = Number(query.get(name) ?? '');
    return Number.isSafeInteger(value) && value > 0 ? value : undefined;
  };
  const [last, count] = [whole('last'), whole('years')];
  return {
    last: last !== undefined && last >= 1990 && last < collectionYearOf(today) ? last : undefined,
    count: count !== undefined && count <= MOST_YEARS ? count : undefined,
  };
};

export const sendFile = ({ name, type, body }: PackFile): Answer => download({ name, type, body });

export const packsRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.demography,
    action: 'view-figure-sets',
    audit: 'nothing', // figures name nobody
    handler: async (visit, world) => {
      const found = await openDemography(world, visit.signedIn, readPackYears(visit.query, visit.today));
      return found.kind === 'pack' ? demographyPage(found) : found;
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.demographyFile,
    example: { format: 'csv' },
    action: 'view-figure-sets',
    audit: 'figure-set-downloaded',
    handler: async (visit, world) => {
      const { format } = visit.params;
      if (format !== 'csv' && format !== 'xlsx') return notFound;
      const years = readPackYears(visit.query, visit.today);
      const file = await downloadDemography(world, visit.signedIn, { ...years, format });
      return file.kind === 'file' ? sendFile(file) : file;
    },
  }),
];
