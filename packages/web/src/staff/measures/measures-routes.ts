import {
  downloadCross,
  downloadFigures,
  downloadWorkbook,
  explainKnownAt,
  type FiguresFile,
  listMeasureChildren,
  listMeasures,
  openBridge,
  openCross,
  openMeasure,
  SIDES,
  type Side,
} from '@rightplace/app';
import { endOfLondonDay, mayAttempt, parseDay, parseMoment, readReturnDay } from '@rightplace/domain';
import { download, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { readAskedMoment } from '../as-known.ts';
import { pageInPlaceOfFile } from '../file-of-a-day.ts';
import { staffPaths } from '../paths.ts';
import { breakdownPage } from './breakdown-page.ts';
import { readAskedBridge } from './bridge-asked.ts';
import { bridgePage } from './bridge-page.ts';
import { changesPage } from './changes-page.ts';
import { crossPage } from './cross-page.ts';
import { headlinePage } from './headline-page.ts';
import { isDimension, measureChildrenPage, noSuchPartPage } from './measure-children-page.ts';
import { figurePage } from './measure-page.ts';
import { readAgainst, readMeasuresAsked } from './measures-asked.ts';
import { measuresListPage } from './measures-list-page.ts';
import { nothingKnownPage } from './nothing-known-page.ts';
import { readWindow } from './time-part.ts';
import { windowQuery } from './window-words.ts';

const EXAMPLE = { measureId: 'cla-number' };

const readSide = (text: string | null): Side => SIDES.find((side) => side === text) ?? 'numerator';

const readPage = (text: string | null): number => {
  const page = Number(text);
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
};

const readPart = (query: URLSearchParams, prefix: '' | 'and-' = '') => {
  const [by, key] = [query.get(`${prefix}by`) ?? '', query.get(`${prefix}part`) ?? ''];
  return isDimension(by) && key !== '' ? { by, key } : undefined;
};

type MeasureVisit = Visit<{ readonly measureId: string }>;

const readMeasure = (visit: MeasureVisit) => ({
  id: visit.params.measureId,
  asKnown: readAskedMoment(visit).asKnown,
  window: readWindow(visit.query),
});

const readWay = (query: URLSearchParams, name: 'down' | 'across') => {
  const by = query.get(name) ?? '';
  return isDimension(by) ? by : undefined;
};

/** A file holds its figures against the same earlier day as the page that it is taken from. */
const readAgainstDay = (visit: MeasureVisit) => readAskedBridge(visit, readAskedMoment(visit)).from;

const readCross = (visit: MeasureVisit) => ({
  ...readMeasure(visit),
  down: readWay(visit.query, 'down'),
  across: readWay(visit.query, 'across'),
});

const csv = ({ name, text }: FiguresFile) => download({ name, type: 'text/csv; charset=utf-8', body: text });
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const STEPS = ['left', 'joined', 'changed'] as const;

const readStep = (query: URLSearchParams) => {
  const [kind, from] = [STEPS.find((step) => step === query.get('step')), parseDay(query.get('from') ?? '')];
  return kind === undefined || from === undefined ? undefined : { kind, from };
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
      const list = await listMeasures(
        world,
        visit.signedIn,
        asked.asKnown,
        narrow,
        readAgainst(visit.query, asked.asKnown.asOf),
      );
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
      const window = readWindow(visit.query);
      const days = readAskedBridge(visit, asked);
      const found = await openMeasure(world, visit.signedIn, {
        id,
        asKnown: asked.asKnown,
        window,
        against: days.from,
      });
      switch (found.kind) {
        case 'figure':
          return figurePage(found, asked);
        case 'breakdown':
          return breakdownPage(found, asked, days);
        case 'headline':
          return headlinePage(found, asked);
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
      const instead = pageInPlaceOfFile(visit, staffPaths.measure(visit.params));
      if (instead !== undefined) return instead;
      const file = await downloadFigures(world, visit.signedIn, {
        ...readMeasure(visit),
        against: readAgainstDay(visit),
      });
      return file.kind === 'file' ? csv(file) : file;
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.measureWorkbook,
    example: EXAMPLE,
    action: 'view-measure',
    audit: 'measure-figures-downloaded',
    handler: async (visit, world) => {
      const instead = pageInPlaceOfFile(visit, staffPaths.measure(visit.params));
      if (instead !== undefined) return instead;
      const file = await downloadWorkbook(world, visit.signedIn, {
        ...readMeasure(visit),
        against: readAgainstDay(visit),
      });
      return file.kind === 'workbook' ? download({ name: file.name, type: XLSX, body: file.bytes }) : file;
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.measureCross,
    example: EXAMPLE,
    action: 'take-figures-apart',
    audit: 'nothing', // figures name nobody
    handler: async (visit, world) => {
      const asked = readAskedMoment(visit);
      const days = readAskedBridge(visit, asked);
      const cross = await openCross(world, visit.signedIn, { ...readCross(visit), against: days.from });
      return cross.kind === 'cross' ? crossPage(cross, asked, days) : cross;
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.measureCrossFile,
    example: EXAMPLE,
    action: 'take-figures-apart',
    audit: 'measure-figures-downloaded',
    handler: async (visit, world) => {
      const instead = pageInPlaceOfFile(visit, staffPaths.measureCross(visit.params));
      if (instead !== undefined) return instead;
      const file = await downloadCross(world, visit.signedIn, {
        ...readCross(visit),
        against: readAgainstDay(visit),
      });
      return file.kind === 'file' ? csv(file) : file;
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
        and: readPart(visit.query, 'and-'),
        step: readStep(visit.query),
        window: readWindow(visit.query),
        page: readPage(visit.query.get('page')),
        asKnown: asked.asKnown,
      });
      if (list.kind === 'no-such-part') return noSuchPartPage(list, asked);
      return list.kind === 'children' ? measureChildrenPage(list, asked) : list;
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.measureBridge,
    example: EXAMPLE,
    action: 'take-figures-apart',
    audit: 'nothing', // numbers name nobody; the children of a step are a list of their own
    handler: async (visit, world) => {
      const asked = readAskedMoment(visit);
      const days = readAskedBridge(visit, asked);
      const bridge = await openBridge(world, visit.signedIn, {
        id: visit.params.measureId,
        from: days.from,
        asKnown: asked.asKnown,
        firstKnown: days.firstKnown,
        window: readWindow(visit.query),
      });
      return bridge.kind === 'bridge' ? bridgePage(bridge, days, asked) : bridge;
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
      const window = readWindow(visit.query);
      const text = (visit.query.get('since') ?? '').trim();
      const since = parseDay(text) ?? readReturnDay(text);
      const knownFirst = since === undefined ? parseMoment(text) : endOfLondonDay(since);
      // Nothing to compare with: its form is on the measure's own page.
      if (knownFirst === undefined)
        return redirect(
          `${staffPaths.measure({ measureId: id }, { ...asked.query, ...windowQuery(window) })}#changed-since`,
        );
      const { asOf, knownAt } = asked.asKnown;
      const changes = await explainKnownAt(world, visit.signedIn, {
        id,
        asOf,
        knownFirst,
        knownThen: knownAt,
        window,
      });
      if (changes.kind !== 'changes') return changes;
      const { actor } = visit.signedIn;
      const mayViewImports = mayAttempt({ actor, action: 'view-imports', on: visit.today }).kind === 'may';
      return changesPage({ changes, asked, since, mayViewImports });
    },
  }),
];
