import { findPortalVisitor } from '@rightplace/app';
import { londonDayOf } from '@rightplace/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { providerPaths } from '../provider/paths.ts';
import type { Shell } from './add-route.ts';
import { type Answer, redirect } from './answer.ts';
import { isSecret, newSecret } from './cookies.ts';
import { CSRF_FIELD, comesFromElsewhere, csrfToken, pageOfToken } from './csrf.ts';
import { readForm } from './form.ts';
import { nothingKeptPage, staleFormPage } from './ordinary-pages.ts';
import { cleanQuery, hasPlainParams, paramsOf } from './request-parts.ts';
import type { Route } from './route.ts';
import { withTyped } from './typed-too-late.ts';

const isCookie = (text: string | undefined): text is string =>
  text !== undefined && isSecret(text.replace(/^[A-Z0-9]{1,20}\./, ''));

const typedIn = (form: URLSearchParams) =>
  [...form].filter(([name, value]) => !name.startsWith('_') && value.trim() !== '');

/**
 * The door of the provider portal, beside that of the staff and sharing nothing with it: another cookie, another table of
 * sessions, no role. A staff session opens nothing here, and this one nothing there.
 */
export const answerToProvider = async (
  route: Route,
  { world, cookies, routes }: Shell,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Answer> => {
  const isForm = route.method === 'POST';
  const brought = cookies.read(request, 'portal');
  const cookie = isCookie(brought) ? brought : newSecret();
  if (cookie !== brought && !isForm) cookies.write(reply, { portal: cookie });
  const visitor = cookie === brought ? await findPortalVisitor(world, cookie) : undefined;
  request.portal = visitor;
  const { form } = await readForm(request, undefined);
  const standsOn = isForm ? pageOfToken(form.get(CSRF_FIELD), cookie) : request.url;
  const isForged =
    isForm && (standsOn === undefined || comesFromElsewhere(request.headers['sec-fetch-site']));
  form.delete(CSRF_FIELD);
  request.csrf = csrfToken(cookie, standsOn);
  if (route.action !== 'anyone' && visitor === undefined) {
    // Shown once to whoever sent it, where the browser says that it came from a page of ours.
    const fields = request.headers['sec-fetch-site'] === 'same-origin' ? typedIn(form) : [];
    if (isForm && fields.length > 0)
      return nothingKeptPage({ why: 'nobody', fields, signIn: providerPaths.signIn() });
    const isPage = routes.some(({ method, path }) => method === 'GET' && path.pattern === route.path.pattern);
    return redirect(providerPaths.signIn({ next: isPage ? request.url : undefined }));
  }
  if (isForged) return staleFormPage(visitor === undefined ? [] : typedIn(form));
  if (!hasPlainParams(request)) return withTyped({ kind: 'not-found' }, route, form);
  const now = world.now();
  const visit = {
    params: paramsOf(request),
    query: cleanQuery(request.url),
    form,
    csrf: request.csrf,
    now,
    today: londonDayOf(now),
    address: request.url,
    visitor,
    networkAddress: request.ip,
  };
  // Somebody is signed in where the handler counts on it: that was asked above.
  return withTyped(await route.handler(visit as never, world), route, form);
};
