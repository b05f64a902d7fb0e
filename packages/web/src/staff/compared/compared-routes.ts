import { compareAreas, downloadAreas } from '@rightplace/app';
import { download } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import { readAskedMoment } from '../as-known.ts';
import { pageInPlaceOfFile } from '../file-of-a-day.ts';
import { staffPaths } from '../paths.ts';
import { comparedPage } from './compared-page.ts';

const EXAMPLE = { measureId: 'cla-number' };

/** What is published of this authority and others: everyone who sees figures sees it. */
export const comparedRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.compared,
    example: EXAMPLE,
    action: 'view-measure',
    audit: 'nothing', // published figures
    handler: async (visit, world) => {
      const asked = readAskedMoment(visit);
      const { asKnown } = asked;
      const found = await compareAreas(world, visit.signedIn, { id: visit.params.measureId, asKnown });
      return found.kind === 'areas' ? comparedPage(found, asked) : found;
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.comparedFile,
    example: EXAMPLE,
    action: 'view-measure',
    audit: 'nothing', // published figures
    handler: async (visit, world) => {
      const instead = pageInPlaceOfFile(visit, staffPaths.compared(visit.params));
      if (instead !== undefined) return instead;
      const { asKnown } = readAskedMoment(visit);
      const file = await downloadAreas(world, visit.signedIn, { id: visit.params.measureId, asKnown });
      if (file.kind !== 'file') return file;
      return download({ name: file.name, type: 'text/csv; charset=utf-8', body: file.text });
    },
  }),
];
