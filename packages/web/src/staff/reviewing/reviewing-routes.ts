import { allocateReviewingOfficer, showReviewingOfficers, type World } from '@rightplace/app';
import { type ChildRefusal, childId } from '@rightplace/domain';
import { type Answer, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { restrictedPage } from '../children/restricted-page.ts';
import { dayTyped, type TypedForm } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import { reviewingOfficerPage } from './reviewing-officer-page.ts';

type OfChild = Visit<{ readonly childId: string }>;

const EXAMPLE = { childId: 'EXAMPLE1' };

const refusedTo = (refusal: ChildRefusal, { params, csrf }: OfChild): Answer => {
  if (refusal.name === 'out-of-reach') return notFound;
  return refusal.name === 'restricted-record' ? restrictedPage({ id: params.childId, csrf }) : refusal;
};

const show = async (visit: OfChild, world: World, given: TypedForm = {}): Promise<Answer> => {
  const officers = await showReviewingOfficers(world, visit.signedIn, childId(visit.params.childId));
  return officers.kind === 'refused'
    ? refusedTo(officers, visit)
    : reviewingOfficerPage({ officers, csrf: visit.csrf, ...given });
};

const save = async (visit: OfChild, world: World): Promise<Answer> => {
  const { form, params, signedIn } = visit;
  const answer = await allocateReviewingOfficer(world, signedIn, {
    child: childId(params.childId),
    officer: form.get('officer') ?? '',
    starts: dayTyped(form, 'from'),
  });
  if (answer.kind === 'allocated')
    return redirect(staffPaths.child({ childId: params.childId }), {
      notice: 'The reviewing officer is saved.',
    });
  if (answer.name !== 'day-needed' && answer.name !== 'officer-needed') return refusedTo(answer, visit);
  const field = answer.name === 'day-needed' ? 'from-day' : 'officer';
  return show(visit, world, { typed: form, problems: [{ field, text: answer.sentence }] });
};

/** Whose reviewing officer somebody is. */
export const reviewingRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.reviewingOfficer,
    action: 'allocate-reviewing-officer',
    audit: 'reviewing-officer-viewed',
    example: EXAMPLE,
    handler: (visit: OfChild, world) => show(visit, world),
  }),
  route({
    method: 'POST',
    path: staffPaths.reviewingOfficer,
    action: 'allocate-reviewing-officer',
    audit: 'reviewing-officer-allocated',
    example: EXAMPLE,
    handler: save,
  }),
];
