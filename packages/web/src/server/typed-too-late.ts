import { type FormFields, keepForm } from '@rightplace/app';
import type { FastifyRequest } from 'fastify';
import { staffPaths } from '../staff/paths.ts';
import type { Shell } from './add-route.ts';
import { type Answer, redirect } from './answer.ts';
import type { Gate } from './gate.ts';
import { pageWithKept } from './kept-address.ts';
import { localPathOr } from './local-path.ts';
import { keptForAnotherPage, nothingKeptPage, staleFormPage } from './ordinary-pages.ts';
import type { Route } from './route.ts';

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
): FormFields => {
  const isFromUs = request.headers['sec-fetch-site'] === 'same-origin';
  const mayBeShown = route.action !== 'anyone' && route.keepsTyping !== false;
  return isFromUs && mayBeShown && !isOfScript(route, request) ? typedFields(form) : [];
};

const typedFields = (form: URLSearchParams): FormFields =>
  [...form].filter(([, value]) => value.trim() !== '');
