import { type Answer, redirect } from '../server/answer.ts';
import type { Visit } from '../server/visit.ts';
import { readAskedMoment } from './as-known.ts';

/**
 * A file has nowhere to say that the day it was asked for is none, and one of today in its place would be taken for what was
 * asked: whoever asks comes to the page it is taken from, which says what is wrong. Undefined where the day is a day.
 */
export const pageInPlaceOfFile = (
  visit: Pick<Visit, 'query' | 'today' | 'now'>,
  page: string,
): Answer | undefined =>
  readAskedMoment(visit).problems.length === 0 ? undefined : redirect(`${page}?${visit.query.toString()}`);
