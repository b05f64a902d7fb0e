import { changeTime, showTime, showTimes, timeInWords, type World } from '@rightplace/app';
import { dayInWords } from '@rightplace/domain';
import { type Answer, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { dayTyped, type TypedForm } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import { timePage, timesPage } from './times-pages.ts';

type OfTime = Visit<{ readonly timeKey: string }>;
const EXAMPLE = { timeKey: 'spans.palac-lapse' };

const show = async (visit: OfTime, world: World, again: TypedForm = {}): Promise<Answer> => {
  const { params, signedIn, csrf } = visit;
  const shown = await showTime(world, signedIn, params.timeKey);
  if (shown.kind === 'time') return timePage(shown, { ...again, csrf });
  return shown.name === 'no-such-setting' ? notFound : shown;
};

const set = async (visit: OfTime, world: World): Promise<Answer> => {
  const { form, params, signedIn } = visit;
  const again = (field: string, text: string): Promise<Answer> =>
    show(visit, world, { typed: form, problems: [{ field, text }] });
  const from = dayTyped(form, 'from');
  if (from === undefined) return again('from-day', 'Enter a real day, such as 1 4 2026.');
  const asked = { key: params.timeKey, typed: form.get('count') ?? '', from };
  const answer = await changeTime(world, signedIn, asked);
  if (answer.kind === 'time-set') {
    const { setting, count } = answer;
    const time = timeInWords({ unit: setting.unit, count });
    return redirect(staffPaths.times(), {
      notice: `Saved: ${setting.title}: ${time} from ${dayInWords(answer.from)}.`,
    });
  }
  switch (answer.name) {
    case 'no-such-setting':
      return notFound;
    case 'value-needed':
    case 'nothing-changes':
      return again('count', answer.sentence);
    case 'day-passed':
      return again('from-day', answer.sentence);
    default:
      return answer;
  }
};

/** How long each step of each process may take: for administrators and directors. */
export const timesRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.times,
    action: 'set-times',
    audit: 'nothing', // of no child
    handler: async ({ signedIn }, world) => {
      const shown = await showTimes(world, signedIn);
      return shown.kind === 'refused' ? shown : timesPage(shown);
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.time,
    example: EXAMPLE,
    action: 'set-times',
    audit: 'nothing',
    handler: (visit: OfTime, world) => show(visit, world),
  }),
  route({
    method: 'POST',
    path: staffPaths.setTime,
    example: EXAMPLE,
    action: 'set-times',
    audit: 'time-set',
    handler: set,
  }),
];
