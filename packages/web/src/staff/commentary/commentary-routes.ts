import { findCommentaryForm, type World, writeCommentary } from '@rightplace/app';
import { parseDay } from '@rightplace/domain';
import type { FieldError } from '../../kit/index.ts';
import { type Answer, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { dayTyped, type TypedForm } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import { commentaryFormPage, savedNotice } from './commentary-form-page.ts';

type OfMeasure = Visit<{ readonly measureId: string }>;

const EXAMPLE = { measureId: 'cla-number' };

const readId = (text: string | null): number | undefined => {
  const id = Number(text ?? '');
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
};

const show = async (visit: OfMeasure, world: World, again: TypedForm = {}): Promise<Answer> => {
  const { signedIn, params, query, form, today, csrf } = visit;
  const found = await findCommentaryForm(world, signedIn, {
    measureId: params.measureId,
    // After a mistake the form carries it. Somebody else's later version must not stand in the way of showing it again.
    replaces: again.typed === undefined ? readId(query.get('replaces')) : undefined,
  });
  if (found.kind !== 'commentary-form') return found;
  const typed = again.typed === undefined ? {} : { typed: form };
  const about = parseDay(query.get('about') ?? '');
  return commentaryFormPage(found, { ...again, ...typed, csrf, today, about });
};

const DAYS = [
  ['about', 'aboutDay'],
  ['due', 'due'],
  ['done', 'doneOn'],
] as const;

const isEmpty = (form: URLSearchParams, prefix: string): boolean =>
  ['day', 'month', 'year'].every((part) => (form.get(`${prefix}-${part}`) ?? '').trim() === '');

const FIELDS: Readonly<Record<string, string>> = {
  'words-needed': 'said',
  'action-needed': 'doing',
  'owner-too-long': 'owner',
  'names-a-child': 'names-are',
  'members-see-the-whole': 'for-members',
  'written-meanwhile': 'said',
};

const write = async (visit: OfMeasure, world: World): Promise<Answer> => {
  const { form, params, signedIn, today } = visit;
  const again = (...problems: readonly FieldError[]): Promise<Answer> =>
    show(visit, world, { typed: form, problems });
  const unreadable = DAYS.filter(
    ([prefix]) => !isEmpty(form, prefix) && dayTyped(form, prefix) === undefined,
  );
  if (unreadable.length > 0)
    return again(
      ...unreadable.map(([prefix]) => ({
        field: `${prefix}-day`,
        text: 'Enter a real day, such as 1 4 2026, or leave it empty.',
      })),
    );
  const text = (name: string): string => form.get(name) ?? '';
  const answer = await writeCommentary(world, signedIn, {
    measureId: params.measureId,
    replaces: readId(form.get('replaces')),
    aboutDay: dayTyped(form, 'about'),
    said: text('said'),
    doing: text('doing'),
    owner: text('owner'),
    due: dayTyped(form, 'due'),
    doneOn: dayTyped(form, 'done'),
    forMembers: text('for-members') === 'yes',
    namesAre: text('names-are'),
  });
  if (answer.kind === 'commentary-written')
    return redirect(`${staffPaths.measure(params)}#commentary`, {
      notice: savedNotice(answer.measure.title, today),
    });
  if (answer.kind !== 'refused') return answer;
  if (answer.name === 'day-to-come') {
    const about = dayTyped(form, 'about');
    return again({
      field: about !== undefined && about > today ? 'about-day' : 'done-day',
      text: answer.sentence,
    });
  }
  const field = FIELDS[answer.name];
  return field === undefined ? answer : again({ field, text: answer.sentence });
};

export const commentaryRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.commentary,
    example: EXAMPLE,
    action: 'write-commentary',
    audit: 'nothing',
    handler: (visit, world) => show(visit, world),
  }),
  route({
    method: 'POST',
    path: staffPaths.writeCommentary,
    example: EXAMPLE,
    action: 'write-commentary',
    audit: 'commentary-written',
    handler: write,
  }),
];
