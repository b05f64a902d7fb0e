import type { FastifyRequest } from 'fastify';
import { staffPaths } from '../staff/paths.ts';
import { type Answer, redirect } from './answer.ts';
import type { Gate } from './gate.ts';
import { nothingKeptPage, staleFormPage } from './ordinary-pages.ts';
import type { Route } from './route.ts';
import { keepTypedTooLate, type Sent, typedHere, withTyped } from './typed-too-late.ts';

type Closed = Exclude<Gate, { readonly kind: 'open' }>;

/** What is said to whoever the gate does not let in; what they had typed is kept if they were merely too late. */
export const turnAway = async (gate: Closed, route: Route, sent: Sent): Promise<Answer> => {
  letTheRestGo(sent.request);
  const fields = typedHere(route, sent);
  switch (gate.kind) {
    case 'typed-too-late':
      return keepTypedTooLate(gate, route, sent);
    case 'sign-in-first':
      return fields.length > 0 ? nothingKeptPage({ why: 'nobody', fields }) : signInFirst(sent);
    case 'timed-out':
      return fields.length > 0 ? nothingKeptPage({ why: 'nobody', fields }) : signInFirst(sent, 'timed-out');
    case 'forged-form':
      return staleFormPage(fields);
    case 'forbidden':
      return withTyped(gate.refusal, route, sent.form);
  }
};

/** A form is not a page to come back to, unless the same address also shows one. */
const signInFirst = ({ request, shell }: Sent, why?: 'timed-out'): Answer => {
  const pattern = request.routeOptions.url;
  const isPage = shell.routes.some(({ method, path }) => method === 'GET' && path.pattern === pattern);
  const next = isPage && request.url !== '/' ? request.url : undefined;
  return redirect(staffPaths.signIn({ next, why }));
};

/** Lets a browser finish sending a file nobody will read, so that it goes on to show the answer. */
const letTheRestGo = (request: FastifyRequest): void => {
  if (!request.isMultipart()) return;
  request.raw.unpipe();
  request.raw.resume();
};
