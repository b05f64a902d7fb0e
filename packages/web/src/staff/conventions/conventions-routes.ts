import { findConventionToSet, listConventions, setConvention, type World } from '@rightplace/app';
import { CONVENTIONS, conventionInWords, dayInWords } from '@rightplace/domain';
import { type Answer, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { dayTyped, type TypedForm } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import { conventionFormPage } from './convention-form-page.ts';
import { conventionsPage } from './conventions-page.ts';

type OfConvention = Visit<{ readonly conventionId: string }>;

const EXAMPLE = { conventionId: 'supervision-weeks' };

const show = async (visit: OfConvention, world: World, again: TypedForm = {}): Promise<Answer> => {
  const found = await findConventionToSet(world, visit.signedIn, visit.params.conventionId);
  if (found.kind !== 'convention') return found;
  return conventionFormPage(found, { ...again, csrf: visit.csrf, today: visit.today });
};

const set = async (visit: OfConvention, world: World): Promise<Answer> => {
  const { form, params } = visit;
  const again = (field: string, text: string): Promise<Answer> =>
    show(visit, world, { typed: form, problems: [{ field, text }] });
  const from = dayTyped(form, 'from');
  if (from === undefined) return again('from-day', 'Enter a real day, such as 1 4 2026.');
  const answer = await setConvention(world, visit.signedIn, {
    id: params.conventionId,
    value: form.get('value') ?? '',
    why: form.get('why') ?? '',
    from,
  });
  if (answer.kind === 'convention-set')
    return redirect(staffPaths.conventions(), {
      notice: `Saved: ${CONVENTIONS[answer.name].title}: ${conventionInWords(answer.name, answer.value)} from ${dayInWords(answer.from)}.`,
    });
  switch (answer.name) {
    case 'no-such-convention':
      return { kind: 'not-found' };
    case 'value-needed':
    case 'nothing-changes':
      return again('value', answer.sentence);
    case 'why-needed':
      return again('why', answer.sentence);
    default:
      return answer;
  }
};

/** Local conventions: everyone who sees figures sees them, and those who set targets set them. */
export const conventionsRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.conventions,
    action: 'view-measure',
    audit: 'nothing', // conventions are of no child
    handler: async ({ signedIn }, world) => {
      const list = await listConventions(world, signedIn);
      return list.kind === 'refused' ? list : conventionsPage(list);
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.convention,
    example: EXAMPLE,
    action: 'set-conventions',
    audit: 'nothing',
    handler: (visit, world) => show(visit, world),
  }),
  route({
    method: 'POST',
    path: staffPaths.setConvention,
    example: EXAMPLE,
    action: 'set-conventions',
    audit: 'convention-set',
    handler: set,
  }),
];
