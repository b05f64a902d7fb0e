import {
  downloadBoard,
  findBoardForm,
  openBoard,
  removeBoard,
  saveBoard,
  showBoards,
  type World,
} from '@rightplace/app';
import { findMeasure } from '@rightplace/domain';
import { type Answer, download, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { readAskedMoment } from '../as-known.ts';
import { pageInPlaceOfFile } from '../file-of-a-day.ts';
import { staffPaths } from '../paths.ts';
import { type BoardFormView, boardFormPage } from './board-form-page.ts';
import { boardPage } from './board-page.ts';
import { pressed, readBoardTyped, typedFrom } from './board-typed.ts';
import { boardsPage } from './boards-page.ts';

type OfBoard = Visit<{ readonly boardId: string }>;
const EXAMPLE = { boardId: '1' };

const readId = (text: string): number => {
  const id = Number(text);
  return Number.isSafeInteger(id) && id > 0 ? id : 0;
};

const showForm = async (
  { signedIn, csrf }: Pick<Visit, 'signedIn' | 'csrf'>,
  world: World,
  id: number | undefined,
  view: Partial<BoardFormView> = {},
): Promise<Answer> => {
  const found = await findBoardForm(world, signedIn, id);
  if (found.kind !== 'board-form') return found;
  return boardFormPage(found, { typed: typedFrom(found.board), ...view, csrf });
};

/** The list of measures is as long as it was typed. */
const keptBoard = ({ kept }: Pick<Visit, 'kept'>): Partial<BoardFormView> =>
  kept?.has('title') === true ? { typed: readBoardTyped(kept) } : {};

const FIELDS: Readonly<Record<string, string>> = {
  'title-needed': 'title',
  'about-too-long': 'about',
  'roles-needed': 'roles',
  'measures-needed': 'add',
  'saved-meanwhile': 'title',
};

const save = async (visit: Visit, world: World): Promise<Answer> => {
  const { form, signedIn } = visit;
  const typed = readBoardTyped(form);
  const id = typed.changes?.id;
  const done = pressed(typed, form, (measureId) => findMeasure(measureId)?.title);
  if (done !== undefined) return showForm(visit, world, id, done);
  const answer = await saveBoard(world, signedIn, typed);
  if (answer.kind === 'board-saved')
    return redirect(staffPaths.board({ boardId: String(answer.id) }), { notice: `Saved: ${answer.title}.` });
  if (answer.kind !== 'refused') return answer;
  const field = FIELDS[answer.name];
  if (field === undefined) return answer;
  return showForm(visit, world, id, { typed, problems: [{ field, text: answer.sentence }] });
};

const remove = async ({ params, signedIn }: OfBoard, world: World): Promise<Answer> => {
  const answer = await removeBoard(world, signedIn, readId(params.boardId));
  return answer.kind === 'board-removed'
    ? redirect(staffPaths.boards(), { notice: `Removed: ${answer.title}.` })
    : answer;
};

/** Boards: whoever sees figures sees those for their role, and a few make them. */
export const boardsRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.boards,
    action: 'view-measure',
    audit: 'nothing', // figures name nobody
    handler: async ({ signedIn }, world) => {
      const found = await showBoards(world, signedIn);
      return found.kind === 'boards' ? boardsPage(found, signedIn.authority.name) : found;
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.addBoard,
    action: 'make-boards',
    audit: 'nothing',
    handler: (visit, world) => showForm(visit, world, undefined, keptBoard(visit)),
  }),
  route({
    method: 'POST',
    path: staffPaths.saveBoard,
    action: 'make-boards',
    audit: 'board-saved',
    handler: save,
  }),
  route({
    method: 'GET',
    path: staffPaths.board,
    example: EXAMPLE,
    action: 'view-measure',
    audit: 'nothing', // figures name nobody
    handler: async (visit, world) => {
      const asked = readAskedMoment(visit);
      const id = readId(visit.params.boardId);
      const found = await openBoard(world, visit.signedIn, { id, asKnown: asked.asKnown });
      return found.kind === 'board' ? boardPage(found, asked) : found;
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.changeBoard,
    example: EXAMPLE,
    action: 'make-boards',
    audit: 'nothing',
    handler: (visit, world) => showForm(visit, world, readId(visit.params.boardId), keptBoard(visit)),
  }),
  route({
    method: 'POST',
    path: staffPaths.removeBoard,
    example: EXAMPLE,
    action: 'make-boards',
    audit: 'board-removed',
    handler: remove,
  }),
  route({
    method: 'GET',
    path: staffPaths.boardFile,
    example: { ...EXAMPLE, format: 'csv' },
    action: 'view-measure',
    audit: 'board-downloaded',
    handler: async (visit, world) => {
      const { boardId, format } = visit.params;
      if (format !== 'csv' && format !== 'xlsx') return notFound;
      const instead = pageInPlaceOfFile(visit, staffPaths.board({ boardId }));
      if (instead !== undefined) return instead;
      const { asKnown } = readAskedMoment(visit);
      const file = await downloadBoard(world, visit.signedIn, { id: readId(boardId), asKnown, format });
      return file.kind === 'file' ? download(file) : file;
    },
  }),
];
