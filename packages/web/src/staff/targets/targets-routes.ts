import { endTarget, findTarget, listTargets, setTarget, type World } from '@rightplace/app';
import { dayInWords, mayAttempt } from '@rightplace/domain';
import { type Answer, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { dayTyped, type TypedForm } from '../day-fields.ts';
import { targetText } from '../measures/comparison-words.ts';
import { staffPaths } from '../paths.ts';
import { targetFormPage } from './target-form-page.ts';
import { targetsPage } from './targets-page.ts';

type OfMeasure = Visit<{ readonly measureId: string }>;

const EXAMPLE = { measureId: 'cla-number' };
const NO_DAY = 'Enter a real day, such as 1 4 2026.';

const list = async ({ signedIn, today, query }: Visit, world: World): Promise<Answer> => {
  const found = await listTargets(world, signedIn);
  if (found.kind === 'refused') return found;
  // Somebody chose a measure to set a target for: its own page has the form.
  const measureId = query.get('measure');
  const isKnown = found.targets.some(({ measure }) => measure.id === measureId);
  if (found.maySet && measureId !== null && isKnown) return redirect(staffPaths.target({ measureId }));
  const { actor } = signedIn;
  const neighbours = mayAttempt({ actor, action: 'choose-neighbours', on: today });
  return targetsPage(found, { mayChooseNeighbours: neighbours.kind === 'may' });
};

const show = async (visit: OfMeasure, world: World, again: TypedForm = {}): Promise<Answer> => {
  const found = await findTarget(world, visit.signedIn, visit.params.measureId);
  if (found.kind !== 'target') return found;
  return targetFormPage(found, { ...again, csrf: visit.csrf, today: visit.today });
};

const set = async (visit: OfMeasure, world: World): Promise<Answer> => {
  const { form, params } = visit;
  const again = (field: string, text: string): Promise<Answer> =>
    show(visit, world, { typed: form, problems: [{ field, text }] });
  const from = dayTyped(form, 'from');
  if (from === undefined) return again('from-day', NO_DAY);
  const typed = (name: string): string => form.get(name) ?? '';
  const answer = await setTarget(world, visit.signedIn, {
    measureId: params.measureId,
    value: typed('value'),
    tolerance: typed('tolerance'),
    direction: typed('direction'),
    why: typed('why'),
    from,
  });
  if (answer.kind === 'target-set')
    return redirect(staffPaths.targets(), {
      notice: `Saved: ${answer.measure.title}, ${targetText(answer.target, answer.measure)} from ${dayInWords(answer.from)}.`,
    });
  switch (answer.name) {
    case 'no-such-measure':
      return { kind: 'not-found' };
    case 'value-needed':
      return again('value', answer.sentence);
    case 'margin-needed':
      return again('tolerance', answer.sentence);
    case 'direction-needed':
      return again('direction', answer.sentence);
    case 'why-needed':
      return again('why', answer.sentence);
    default:
      return answer;
  }
};

const end = async (visit: OfMeasure, world: World): Promise<Answer> => {
  const { form, params } = visit;
  const again = (text: string): Promise<Answer> =>
    show(visit, world, { typed: form, problems: [{ field: 'end-day', text }] });
  const from = dayTyped(form, 'end');
  if (from === undefined) return again(NO_DAY);
  const answer = await endTarget(world, visit.signedIn, { measureId: params.measureId, from });
  if (answer.kind === 'target-ended')
    return redirect(staffPaths.targets(), {
      notice: `${answer.measure.title} has no target from ${dayInWords(answer.from)}.`,
    });
  if (answer.name === 'no-such-measure') return { kind: 'not-found' };
  return answer.name === 'no-target' ? again(answer.sentence) : answer;
};

/** Targets: everyone who sees figures sees them, and a few set them. */
export const targetsRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.targets,
    action: 'view-measure',
    audit: 'nothing', // targets are of no child
    handler: list,
  }),
  route({
    method: 'GET',
    path: staffPaths.target,
    example: EXAMPLE,
    action: 'set-targets',
    audit: 'nothing',
    handler: (visit, world) => show(visit, world),
  }),
  route({
    method: 'POST',
    path: staffPaths.setTarget,
    example: EXAMPLE,
    action: 'set-targets',
    audit: 'target-set',
    handler: set,
  }),
  route({
    method: 'POST',
    path: staffPaths.endTarget,
    example: EXAMPLE,
    action: 'set-targets',
    audit: 'target-ended',
    handler: end,
  }),
];
