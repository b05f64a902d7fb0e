import {
  beginColleagueDeclaration,
  beginEndingWithoutManager,
  beginOwnDeclaration,
  declareOwnConflict,
  endConflictOf,
  endConflictWithoutManager,
  giveCasesToAnother,
  listConflicts,
  listOwnConflicts,
  recordConflictOf,
  showConflict,
  type World,
} from '@rightplace/app';
import { childId, mayAttempt, type Refusal } from '@rightplace/domain';
import { type Answer, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { restrictedPage } from '../children/restricted-page.ts';
import type { TypedForm } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';
import { conflictPage } from './conflict-page.ts';
import { conflictsPage, ownConflictsPage } from './conflicts-page.ts';
import { declareColleaguePage, declareOwnPage } from './declare-pages.ts';
import { endWithoutManagerPage } from './end-without-manager-page.ts';

type OfChild = Visit<{ readonly childId: string }>;
type OfConflict = Visit<{ readonly conflictId: string }>;

const OF_CHILD = { childId: 'EXAMPLE1' };
const OF_CONFLICT = { conflictId: '1' };

const refusedTo = (refusal: Refusal, { params, csrf }: OfChild): Answer => {
  if (refusal.name === 'out-of-reach') return notFound;
  return refusal.name === 'restricted-record' ? restrictedPage({ id: params.childId, csrf }) : refusal;
};

const problem = (
  field: string,
  { sentence }: { readonly sentence: string },
  form: URLSearchParams,
): TypedForm => ({
  typed: form,
  problems: [{ field, text: sentence }],
});

const showOwn = async (visit: OfChild, world: World, given: TypedForm = {}): Promise<Answer> => {
  const { signedIn, params, csrf } = visit;
  const answer = await beginOwnDeclaration(world, signedIn, childId(params.childId));
  return answer.kind === 'refused'
    ? refusedTo(answer, visit)
    : declareOwnPage(answer, { ...given, csrf, childId: params.childId });
};

const declareOwn = async (visit: OfChild, world: World): Promise<Answer> => {
  const { signedIn, params, form } = visit;
  const answer = await declareOwnConflict(world, signedIn, {
    child: childId(params.childId),
    why: form.get('why') ?? '',
  });
  if (answer.kind === 'conflict-declared')
    return redirect(staffPaths.ownConflicts(), {
      notice: 'It is recorded. The record is closed to you from now on.',
    });
  // Sent twice: it is in force already.
  if (answer.name === 'conflict-of-interest') return redirect(staffPaths.ownConflicts());
  if (answer.name === 'why-needed') return showOwn(visit, world, problem('why', answer, form));
  return refusedTo(answer, visit);
};

const showColleague = async (visit: OfChild, world: World, given: TypedForm = {}): Promise<Answer> => {
  const { signedIn, params, csrf } = visit;
  const answer = await beginColleagueDeclaration(world, signedIn, childId(params.childId));
  return answer.kind === 'refused'
    ? refusedTo(answer, visit)
    : declareColleaguePage(answer, { ...given, csrf, childId: params.childId });
};

const recordColleague = async (visit: OfChild, world: World): Promise<Answer> => {
  const { signedIn, params, form } = visit;
  const answer = await recordConflictOf(world, signedIn, {
    child: childId(params.childId),
    person: form.get('person') ?? '',
    why: form.get('why') ?? '',
  });
  if (answer.kind === 'conflict-declared')
    return redirect(staffPaths.conflict({ conflictId: String(answer.id) }), {
      notice: 'It is recorded. The record is closed to your colleague from now on.',
    });
  if (answer.name === 'why-needed' || answer.name === 'colleague-needed')
    return showColleague(
      visit,
      world,
      problem(answer.name === 'why-needed' ? 'why' : 'person', answer, form),
    );
  return refusedTo(answer, visit);
};

/** One of the reader’s own is told on the page of their own; of what is not theirs to see nothing is told. */
const refusedOf = (refusal: Refusal): Answer => {
  if (refusal.name === 'out-of-reach') return notFound;
  return refusal.name === 'own-conflict' ? redirect(staffPaths.ownConflicts()) : refusal;
};

const show = async (
  { signedIn, params, csrf }: OfConflict,
  world: World,
  given: TypedForm = {},
): Promise<Answer> => {
  const view = await showConflict(world, signedIn, wholeNumber(params.conflictId));
  return view.kind === 'refused' ? refusedOf(view) : conflictPage(view, { ...given, csrf });
};

const end = async (visit: OfConflict, world: World): Promise<Answer> => {
  const { signedIn, params, form } = visit;
  const answer = await endConflictOf(world, signedIn, {
    id: wholeNumber(params.conflictId),
    why: form.get('why') ?? '',
  });
  if (answer.kind === 'conflict-ended')
    return redirect(staffPaths.conflict(params), { notice: 'It has ended, from now on.' });
  if (answer.name === 'own-conflict') return answer;
  return answer.name === 'why-needed' ? show(visit, world, problem('why', answer, form)) : refusedOf(answer);
};

const cover = async (visit: OfConflict, world: World): Promise<Answer> => {
  const { signedIn, params, form } = visit;
  const answer = await giveCasesToAnother(world, signedIn, {
    id: wholeNumber(params.conflictId),
    person: form.get('person') ?? '',
    seen: form.get('seen') ?? '',
  });
  if (answer.kind === 'cases-given')
    return redirect(staffPaths.conflict(params), {
      notice:
        answer.name === undefined
          ? 'Nobody has their cases now.'
          : `${answer.name} has their cases of this child now.`,
    });
  if (answer.name === 'own-conflict') return answer;
  return answer.name === 'cover-needed' || answer.name === 'given-meanwhile'
    ? show(visit, world, problem('person', answer, form))
    : refusedOf(answer);
};

const showWithoutManager = async (
  { signedIn, params, csrf }: OfConflict,
  world: World,
  given: TypedForm = {},
): Promise<Answer> => {
  const view = await beginEndingWithoutManager(world, signedIn, wholeNumber(params.conflictId));
  return view.kind === 'refused' ? refusedOf(view) : endWithoutManagerPage(view, { ...given, csrf });
};

const endWithoutManager = async (visit: OfConflict, world: World): Promise<Answer> => {
  const { signedIn, params, form } = visit;
  const answer = await endConflictWithoutManager(world, signedIn, {
    id: wholeNumber(params.conflictId),
    decidedBy: form.get('decided-by') ?? '',
    why: form.get('why') ?? '',
  });
  if (answer.kind === 'conflict-ended')
    return redirect(staffPaths.conflicts(), { notice: 'It has ended, from now on. They are told.' });
  if (answer.name === 'why-needed') return showWithoutManager(visit, world, problem('why', answer, form));
  if (answer.name === 'decided-by-needed')
    return showWithoutManager(visit, world, problem('decided-by', answer, form));
  return answer.name === 'own-conflict' ? answer : refusedOf(answer);
};

/** People who know a child outside work: said by themselves or by a manager, and ended by a manager. */
export const conflictsRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.childConflict,
    action: 'declare-own-conflict',
    audit: 'conflict-form-viewed',
    example: OF_CHILD,
    handler: (visit: OfChild, world) => showOwn(visit, world),
  }),
  route({
    method: 'POST',
    path: staffPaths.childConflict,
    action: 'declare-own-conflict',
    audit: 'conflict-declared',
    example: OF_CHILD,
    handler: declareOwn,
  }),
  route({
    method: 'GET',
    path: staffPaths.colleagueConflict,
    action: 'keep-conflicts',
    audit: 'conflict-form-viewed',
    example: OF_CHILD,
    handler: (visit: OfChild, world) => showColleague(visit, world),
  }),
  route({
    method: 'POST',
    path: staffPaths.colleagueConflict,
    action: 'keep-conflicts',
    audit: 'conflict-declared',
    example: OF_CHILD,
    handler: recordColleague,
  }),
  route({
    method: 'GET',
    path: staffPaths.conflicts,
    action: 'see-conflicts',
    audit: 'conflicts-listed',
    recordsItself: true,
    handler: async ({ signedIn, today }, world) => {
      const list = await listConflicts(world, signedIn);
      if (list.kind === 'refused') return list;
      const { actor } = signedIn;
      const isOfPeople = mayAttempt({ actor, action: 'manage-people', on: today }).kind === 'may';
      return conflictsPage(list, isOfPeople ? 'people' : 'my-work');
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.conflict,
    action: 'keep-conflicts',
    audit: 'conflict-viewed',
    recordsItself: true,
    example: OF_CONFLICT,
    handler: (visit: OfConflict, world) => show(visit, world),
  }),
  route({
    method: 'POST',
    path: staffPaths.endConflict,
    action: 'keep-conflicts',
    audit: 'conflict-ended',
    example: OF_CONFLICT,
    handler: end,
  }),
  route({
    method: 'GET',
    path: staffPaths.endWithoutManager,
    action: 'manage-people',
    audit: 'nothing', // it names no child
    example: OF_CONFLICT,
    handler: (visit: OfConflict, world) => showWithoutManager(visit, world),
  }),
  route({
    method: 'POST',
    path: staffPaths.endWithoutManager,
    action: 'manage-people',
    audit: 'conflict-ended',
    example: OF_CONFLICT,
    handler: endWithoutManager,
  }),
  route({
    method: 'POST',
    path: staffPaths.coverConflict,
    action: 'keep-conflicts',
    audit: 'conflict-covered',
    example: OF_CONFLICT,
    handler: cover,
  }),
  route({
    method: 'GET',
    path: staffPaths.ownConflicts,
    action: 'sign-in-account',
    audit: 'nothing', // it names no child
    handler: async ({ signedIn }, world) => ownConflictsPage(await listOwnConflicts(world, signedIn)),
  }),
];
