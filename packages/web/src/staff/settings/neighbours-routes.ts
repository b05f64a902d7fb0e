import { chooseNeighbours, showNeighbours, type World } from '@rightplace/app';
import { dayInWords } from '@rightplace/domain';
import { type Answer, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { dayTyped, type TypedForm } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import { neighboursPage } from './neighbours-page.ts';

const show = async (visit: Visit, world: World, again: TypedForm = {}): Promise<Answer> => {
  const shown = await showNeighbours(world, visit.signedIn);
  return shown.kind === 'refused' ? shown : neighboursPage(shown, { ...again, csrf: visit.csrf });
};

const choose = async (visit: Visit, world: World): Promise<Answer> => {
  const { form } = visit;
  const again = (field: string, text: string): Promise<Answer> =>
    show(visit, world, { typed: form, problems: [{ field, text }] });
  const from = dayTyped(form, 'from');
  if (from === undefined) return again('from-day', 'Enter a real day, such as 1 4 2026.');
  const answer = await chooseNeighbours(world, visit.signedIn, {
    authorities: (form.get('authorities') ?? '').split(/\r\n|\n|\r/),
    source: form.get('source') ?? '',
    from,
  });
  if (answer.kind === 'neighbours-chosen')
    return redirect(staffPaths.neighbours(), {
      notice: `Saved: ${answer.count === 1 ? 'one neighbour' : `${answer.count} neighbours`} from ${dayInWords(answer.from)}.`,
    });
  switch (answer.name) {
    case 'source-needed':
      return again('source', answer.sentence);
    case 'none-given':
    case 'too-many':
    case 'no-such-authority':
    case 'own-authority':
    case 'given-twice':
      return again('authorities', answer.sentence);
    default:
      return answer;
  }
};

/** Whom the authority is compared with: for administrators and analysts. */
export const neighboursRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.neighbours,
    action: 'choose-neighbours',
    audit: 'nothing',
    handler: (visit, world) => show(visit, world),
  }),
  route({
    method: 'POST',
    path: staffPaths.chooseNeighbours,
    action: 'choose-neighbours',
    audit: 'neighbours-chosen',
    handler: choose,
  }),
];
