import { keepForm } from '@rightplace/app';
import type { FastifyRequest } from 'fastify';
import { staffPaths } from '../staff/paths.ts';
import type { Shell } from './add-route.ts';
import { type Answer, redirect } from './answer.ts';
import type { Gate } from './gate.ts';
import { staleFormPage } from './ordinary-pages.ts';

type Closed = Exclude<Gate, { readonly kind: 'open' }>;

type Sent = {
  readonly request: FastifyRequest;
  readonly form: URLSearchParams;
  readonly shell: Pick<Shell, 'world' | 'routes'>;
};

/** What is said to whoever the gate does not let in; what they had typed is kept if they were merely too late. */
export const turnAway = async (gate: Closed, sent: Sent): Promise<Answer> => {
  letTheRestGo(sent.request);
  switch (gate.kind) {
    case 'sign-in-first':
      return signInFirst(sent);
    case 'timed-out':
      if (gate.keepsForm) await keepWhatWasTyped(gate, sent);
      return signInFirst(sent, 'timed-out');
    case 'forged-form':
      return staleFormPage();
    case 'forbidden':
      return gate.refusal;
  }
};

/** A form is not a page to come back to, unless the same address also shows one. */
const signInFirst = ({ request, shell }: Sent, why?: 'timed-out'): Answer => {
  const pattern = request.routeOptions.url;
  const isPage = shell.routes.some(({ method, path }) => method === 'GET' && path.pattern === pattern);
  const next = isPage && request.url !== '/' ? request.url : undefined;
  return redirect(staffPaths.signIn({ next, why }));
};

const LONGEST_KEPT_CHARACTERS = 100_000;

const keepWhatWasTyped = async (
  { who }: Extract<Closed, { readonly kind: 'timed-out' }>,
  { request, form, shell }: Sent,
): Promise<void> => {
  const fields = [...form];
  if (fields.length === 0 || form.toString().length > LONGEST_KEPT_CHARACTERS) return;
  await keepForm(shell.world, who, { path: request.url, fields });
};

/** Lets a browser finish sending a file nobody will read, so that it goes on to show the answer. */
const letTheRestGo = (request: FastifyRequest): void => {
  if (!request.isMultipart()) return;
  request.raw.unpipe();
  request.raw.resume();
};
