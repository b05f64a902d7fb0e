import { findVisitor, type Visitor, type World } from '@rightplace/app';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Cookies, isSecret, newSecret } from './cookies.ts';

/** Who is asking, and the cookie their forms are tied to. */
export type Recognised = { readonly visitor: Visitor; readonly cookie: string };

/** The session cookie is the authority's code and a secret; before signing in, a secret alone. */
const isCookie = (text: string | undefined): text is string =>
  text !== undefined && isSecret(text.replace(/^[A-Z0-9]{1,20}\./, ''));

export const recognise = async (
  world: World,
  cookies: Cookies,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Recognised> => {
  const sent = cookies.read(request, 'session');
  if (isCookie(sent)) return { visitor: await findVisitor(world, sent), cookie: sent };
  const cookie = newSecret();
  // Only a page with a form needs the cookie, and forms are served by GET.
  if (request.method === 'GET') cookies.write(reply, { session: cookie });
  return { visitor: { kind: 'signed-out' }, cookie };
};
