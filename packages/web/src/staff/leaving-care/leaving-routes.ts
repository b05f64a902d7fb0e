import { beginLeaving, listLeaving, showLeaving, viewChild, type World } from '@rightplace/app';
import { type Action, childId, mayAttempt } from '@rightplace/domain';
import { type Answer, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { readAskedMoment } from '../as-known.ts';
import { restrictedPage } from '../children/restricted-page.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { childLeavingPage } from './child-leaving-page.ts';
import { leavingPage } from './leaving-page.ts';

type OfChild = Visit<{ readonly childId: string }>;

const EXAMPLE = { childId: 'EXAMPLE1' };

const may = ({ signedIn, today }: OfChild, action: Action): boolean =>
  mayAttempt({ actor: signedIn.actor, action, on: today }).kind === 'may';

const show = async (visit: OfChild, world: World, problem?: string): Promise<Answer> => {
  const id = childId(visit.params.childId);
  const leaving = await showLeaving(world, visit.signedIn, id);
  const child =
    leaving.kind === 'refused'
      ? leaving
      : await viewChild(world, visit.signedIn, { id, asKnown: readAskedMoment(visit).asKnown });
  const refusal = leaving.kind === 'refused' ? leaving : child.kind === 'refused' ? child : undefined;
  if (refusal?.name === 'out-of-reach') return notFound;
  if (refusal?.name === 'restricted-record') return restrictedPage({ id, csrf: visit.csrf });
  if (refusal !== undefined) return refusal;
  if (leaving.kind !== 'child-leaving' || child.kind !== 'child') return notFound;
  return childLeavingPage({
    child,
    leaving,
    csrf: visit.csrf,
    mayAudit: may(visit, 'view-child-audit'),
    mayCorrect: may(visit, 'correct-row'),
    ...(problem === undefined ? {} : { problem }),
  });
};

const begin = async (visit: OfChild, world: World): Promise<Answer> => {
  const { form, params, signedIn } = visit;
  const answer = await beginLeaving(world, signedIn, {
    key: form.get('_key') ?? '',
    child: childId(params.childId),
    workflow: form.get('process') ?? '',
  });
  if (answer.kind === 'leaving-begun') return redirect(staffPaths.case({ caseId: String(answer.id) }));
  switch (answer.name) {
    case 'begun-already':
      return redirect(staffPaths.case({ caseId: String(answer.id) }), { notice: answer.sentence });
    case 'out-of-reach':
      return notFound;
    case 'not-in-care':
    case 'not-of-that-age':
    case 'no-such-process':
    case 'said-otherwise':
      return show(visit, world, answer.sentence);
    default:
      return answer;
  }
};

export const leavingRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.leavingCare,
    action: 'list-leaving-care',
    audit: 'leaving-care-listed',
    recordsItself: true,
    handler: async ({ signedIn, query }, world) => {
      const asked = (name: string): number => wholeNumber(query.get(name) ?? '') || 1;
      const list = await listLeaving(world, signedIn, {
        leaving: asked('page'),
        cameBack: asked('back'),
        watched: asked('watched'),
        unauthorised: asked('unauthorised'),
      });
      const opened = (['back', 'watched', 'unauthorised'] as const).find((name) => query.has(name));
      return list.kind === 'refused' ? list : leavingPage(list, opened);
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.beginLeaving,
    example: EXAMPLE,
    action: 'see-leaving-care',
    audit: 'leaving-care-viewed',
    handler: (visit: OfChild, world) => show(visit, world),
  }),
  route({
    method: 'POST',
    path: staffPaths.beginLeaving,
    example: EXAMPLE,
    action: 'begin-leaving-care',
    audit: 'leaving-care-begun',
    handler: begin,
  }),
];
