import { keepForm } from '@rightplace/app';
import type { FastifyRequest } from 'fastify';
import { html, type TypedFields } from '../kit/index.ts';
import { providerPaths } from '../provider/paths.ts';
import { staffPaths } from '../staff/paths.ts';
import type { Shell } from './add-route.ts';
import { type Answer, redirect } from './answer.ts';
import type { Gate } from './gate.ts';
import { pageWithKept } from './kept-address.ts';
import { localPathOr } from './local-path.ts';
import {
  forbiddenPage,
  keptForAnotherPage,
  notFoundPage,
  nothingKeptPage,
  staleFormPage,
  toCopy,
} from './ordinary-pages.ts';
import type { Route } from './route.ts';
import { typedFields } from './typed-list.ts';

const LONGEST_KEPT_CHARACTERS = 100_000;

type TooLate = Extract<Gate, { readonly kind: 'typed-too-late' }>;

export type Sent = {
  readonly request: FastifyRequest;
  readonly form: URLSearchParams;
  readonly shell: Pick<Shell, 'world' | 'routes'>;
};

/**
 * A form of ours whose session has ended: timed out, signed out in another tab, or followed by another. It is kept for
 * whoever it was served to, and put back into its page when they are signed in. Nothing of it is done meanwhile.
 */
export const keepTypedTooLate = async (
  gate: TooLate,
  route: Route,
  { request, form, shell }: Sent,
): Promise<Answer> => {
  const { owner, signedIn } = gate;
  const isOwn = signedIn?.person.id === owner.personId && signedIn.authority.id === owner.authorityId;
  const page = localPathOr(staffPaths.home(), gate.page);
  if (!gate.keepsForm || isOfScript(route, request))
    return signedIn === undefined
      ? redirect(staffPaths.signIn({ next: page === '/' ? undefined : page, why: 'timed-out' }))
      : staleFormPage();
  if (form.toString().length > LONGEST_KEPT_CHARACTERS)
    return nothingKeptPage({ why: 'too-long', fields: typedFields(form) });
  const id = await keepForm(shell.world, owner, {
    path: request.url,
    page,
    // What a script adds of its own is none of what was typed.
    fields: [...form].filter(([name]) => !name.startsWith('_')),
    sentTo: route.path.pattern,
  });
  if (isOwn) return redirect(pageWithKept({ id, page }));
  return signedIn === undefined ? redirect(staffPaths.signIn({ why: 'kept' })) : keptForAnotherPage();
};

/** A page's script asking something by itself is no person sending a form; files are sent by one to show how far they are. */
export const isOfScript = ({ upload }: Pick<Route, 'upload'>, { headers }: FastifyRequest): boolean => {
  const mode = headers['sec-fetch-mode'];
  return upload === undefined && mode !== undefined && mode !== 'navigate';
};

/** What was sent, to be shown to whoever sent it: only where the browser says that it came from a page of ours. */
export const typedHere = (
  route: Pick<Route, 'action' | 'keepsTyping' | 'upload'>,
  { request, form }: Sent,
): TypedFields => {
  const isFromUs = request.headers['sec-fetch-site'] === 'same-origin';
  return isFromUs && isToBeShown(route) && !isOfScript(route, request) ? typedFields(form) : [];
};

const isToBeShown = ({ action, keepsTyping }: Pick<Route, 'action' | 'keepsTyping'>): boolean =>
  action !== 'anyone' && keepsTyping !== false;

/** Where somebody who has come to nothing is led: those of providers to what they were sent. */
export const homeOf = ({ audience }: Pick<Route, 'audience'>): string | undefined =>
  audience === 'provider' ? providerPaths.referrals() : undefined;

/**
 * A form of somebody signed in that is refused, or is about what is not there for them any longer: why, and what they had typed,
 * which nobody loses. It is their own words alone, so that it tells nothing of what is closed to them.
 */
export const withTyped = (
  answer: Answer,
  route: Pick<Route, 'method' | 'action' | 'keepsTyping' | 'audience'>,
  form: URLSearchParams,
): Answer => {
  const fields = route.method === 'POST' && isToBeShown(route) ? typedFields(form) : [];
  if (fields.length === 0) return answer;
  if (answer.kind === 'refused') return forbiddenPage(answer, fields);
  if (answer.kind === 'page' && answer.turnsAway === true)
    return { ...answer, main: html`${answer.main}${toCopy(fields)}` };
  return answer.kind === 'not-found' ? notFoundPage(homeOf(route), fields) : answer;
};
