import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from '../api/problem.ts';
import { page as wholePage } from '../kit/index.ts';
import type { Shell } from './add-route.ts';
import type { Page } from './answer.ts';
import { csrfToken } from './csrf.ts';
import { frameFor } from './frame.ts';
import { TooManyRequests } from './limits.ts';
import { badRequestPage, faultPage, notFoundPage, tooManyPage } from './ordinary-pages.ts';
import { recognise } from './recognise.ts';

/** For the log. Not all an error holds: the database's tell in their details whose row it was about. */
const whatFailed = ({ name, message, code, stack }: FastifyError) => ({ name, message, code, stack });

/** A form with files that ends before it is over: a closed laptop, a lost connection. The reader of forms has no code for it. */
const isCutOff = ({ message }: Error): boolean =>
  /^(Unexpected end of|Part terminated early|Multipart: )/.test(message);

/** What the person is told about an error. What it was, and where in the code, goes to the log alone. */
const explain = (
  error: FastifyError,
  reference: string,
): { readonly status: number; readonly page: Page } => {
  if (error instanceof TooManyRequests) return { status: 429, page: tooManyPage(error.seconds) };
  const status = error.statusCode ?? (isCutOff(error) ? 400 : 500);
  if (status === 413)
    return {
      status,
      page: badRequestPage('More was sent than this page takes. Send less, or a smaller file.'),
    };
  if (status >= 400 && status < 500)
    return { status, page: badRequestPage('What was sent is not written the way a browser writes it.') };
  return { status: 500, page: faultPage(reference) };
};

export const errorPages = (server: FastifyInstance, shell: Shell): void => {
  const send = (request: FastifyRequest, reply: FastifyReply, status: number, page: Page): FastifyReply =>
    reply
      .code(status)
      .type('text/html; charset=utf-8')
      .send(frameFor(shell.framing, shell.cookies, request, reply)(page));

  server.setErrorHandler<FastifyError>((error, request, reply) => {
    const { status, page } = explain(error, request.id);
    if (status === 500) request.log.error({ ...whatFailed(error), reference: request.id }, 'failed');
    return send(request, reply, status, page);
  });

  server.setNotFoundHandler(async (request, reply) => {
    const { visitor, cookie } = await recognise(shell.world, shell.cookies, request, reply);
    if (visitor.kind === 'signed-in') request.signedIn = visitor.signedIn;
    request.csrf = csrfToken(cookie);
    return send(request, reply, 404, notFoundPage());
  });
};

/** An address that is none, which fails before anything else has happened: nobody is known and nothing is promised. */
export const answerBadAddress = (_error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
  if (request.url.startsWith('/api/')) {
    sendProblem(reply, { status: 400, name: 'not-asked-right', detail: 'The address is not written right.' });
    return;
  }
  const {
    kind: _kind,
    status: _status,
    cookies: _cookies,
    ...parts
  } = badRequestPage('The address is not written right.');
  reply.code(400).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(wholePage(parts));
};
