import {
  downloadFigures,
  explainKnownAt,
  listMeasureChildren,
  listMeasures,
  openMeasure,
  SIDES,
  type Side,
} from '@rightplace/app';
import { endOfLondonDay, mayAttempt, parseDay, parseMoment, readReturnDay } from '@rightplace/domain';
import { download, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import { readAskedMoment } from '../as-known.ts';
import { commentaryOf } from '../commentary/commentary-part.ts';
import { staffPaths } from '../paths.ts';
import { changesPage } from './changes-page.ts';
import { headlinePage } from './headline-page.ts';
import { isDimension, measureChildrenPage } from './measure-children-page.ts';
import { breakdownPage, figurePage } from './measure-page.ts';
import { readMeasuresAsked } from './measures-asked.ts';
import { measuresListPage } from './measures-list-page.ts';
import { nothingKnownPage } from './nothing-known-page.ts';

const EXAMPLE = { measureId: 'cla-number' };

const readSide = (text: string | null): Side => SIDES.find((side) => side === text) ?? 'numerator';

const readPage = (text: string | null): number => {
  const page = Number(text);
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
};

const readPart = (query: URLSearchParams) => {
  const [by, key] = [query.get('by') ?? '', query.get('part') ?? ''];
  return isDimension(by) && key !== '' ? { by, key } : undefined;
};

export const measuresRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.measures,
    action: 'view-measure',
    audit: 'nothing', // figures name nobody
    handler: async (visit, world) => {
      const asked = readAskedMoment(visit);
      const narrow = readMeasuresAsked(visit.query);
      const list = await listMeasures(world, visit.signedIn, asked.asKnown, narrow);
      return list.kind === 'refused' ? list : measuresListPage(list, asked, visit.signedIn.authority.name);
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.measure,
    example: EXAMPLE,
    action: 'view-measure',
    audit: 'nothing', // figures name nobody
    handler: async (visit, world) => {
      const asked = readAskedMoment(visit);
      const id = visit.params.measureId;
      const found = await openMeasure(world, visit.signedIn, { id, asKnown: asked.asKnown });
      switch (found.kind) {
        case 'figure':
          return figurePage(found, asked, await commentaryOf(visit, world));
        case 'breakdown':
          return breakdownPage(found, asked);
        case 'headline':
          return headlinePage(found, asked, await commentaryOf(visit, world));
        case 'nothing-known':
          return nothingKnownPage(found, asked, id);
        default:
          return found;
      }
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.measureFigures,
    example: EXAMPLE,
    action: 'view-measure',
    audit: 'measure-figures-downloaded',
    handler: async (visit, world) => {
      const { asKnown } = readAskedMoment(visit);
      const id = visit.params.measureId;
      const file = await downloadFigures(world, visit.signedIn, { id, asKnown });
      if (file.kind !== 'file') return file;
      return download({ name: file.name, type: 'text/csv; charset=utf-8', body: file.text });
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.measureChildren,
    example: EXAMPLE,
    action: 'view-measure-children',
    audit: 'nothing', // the use case writes it, with how many children were listed and which
    handler: async (visit, world) => {
      const asked = readAskedMoment(visit);
      const list = await listMeasureChildren(world, visit.signedIn, {
        id: visit.params.measureId,
        side: readSide(visit.query.get('list')),
        part: readPart(visit.query),
        page: readPage(visit.query.get('page')),
        asKnown: asked.asKnown,
      });
      return list.kind === 'children' ? measureChildrenPage(list, asked) : list;
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.measureChanges,
    example: EXAMPLE,
    action: 'see-known-at-changes',
    audit: 'nothing', // the use case writes it, with how many children were listed and which
    handler: async (visit, world) => {
      const asked = readAskedMoment(visit);
      const id = visit.params.measureId;
      const text = (visit.query.get('since') ?? '').trim();
      const since = parseDay(text) ?? readReturnDay(text);
      const knownFirst = since === undefined ? parseMoment(text) : endOfLondonDay(since);
      // Nothing to compare with: its form is on the measure's own page.
      if (knownFirst === undefined)
        return redirect(`${staffPaths.measure({ measureId: id }, asked.query)}#changed-since`);
      const { asOf, knownAt } = asked.asKnown;
      const changes = await explainKnownAt(world, visit.signedIn, {
        id,
        asOf,
        knownFirst,
        knownThen: knownAt,
      });
      if (changes.kind !== 'changes') return changes;
      const { actor } = visit.signedIn;
      const mayViewImports = mayAttempt({ actor, action: 'view-imports', on: visit.today }).kind === 'may';
      return changesPage({ changes, asked, since, mayViewImports });
    },
  }),
];
