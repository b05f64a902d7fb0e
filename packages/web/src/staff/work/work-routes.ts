import { showWork, takeWorkFile, type World } from '@rightplace/app';
import { type Answer, download, fragment, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { percentOf, workPage } from './work-page.ts';

type OfWork = Visit<{ readonly workId: string }>;
const EXAMPLE = { workId: '1' };

/** For the script that watches it: how far, and whether there is something else to see by now. */
const asData = ({ id, state }: Extract<Awaited<ReturnType<typeof showWork>>, { kind: 'work' }>): Answer =>
  fragment(
    'application/json',
    JSON.stringify(
      state.kind === 'going'
        ? { words: state.step, percent: percentOf(state.share), ended: false }
        : {
            ended: true,
            ...(state.kind === 'file' && state.isThere
              ? { file: staffPaths.workFile({ workId: String(id) }) }
              : {}),
          },
    ),
  );

const show = async (visit: OfWork, world: World): Promise<Answer> => {
  const work = await showWork(world, visit.signedIn, wholeNumber(visit.params.workId));
  if (work.kind === 'refused') return notFound;
  if (visit.query.get('as') === 'data') return asData(work);
  const { state } = work;
  if (state.kind === 'go')
    return redirect(state.to, state.notice === undefined ? {} : { notice: state.notice });
  return workPage(work);
};

const take = async (visit: OfWork, world: World): Promise<Answer> => {
  const file = await takeWorkFile(world, visit.signedIn, wholeNumber(visit.params.workId));
  if (file.kind === 'refused') return notFound;
  return download({ name: file.name, type: file.type, body: file.bytes });
};

/** A person's own work: who else asks finds nothing there, whatever they may do. */
export const workRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.work,
    example: EXAMPLE,
    action: 'signed-in',
    audit: 'nothing', // it names nobody
    handler: show,
  }),
  route({
    method: 'GET',
    path: staffPaths.workFile,
    example: EXAMPLE,
    action: 'signed-in',
    audit: 'file-collected',
    handler: take,
  }),
];
