import type { FastifyReply } from 'fastify';

/** What a client is told when it does not get what it asked for (RFC 9457), in a sentence that a person can act on. */
export interface Problem {
  readonly status: 400 | 401 | 403 | 404 | 405 | 414 | 429 | 500;
  /** For programs: the name of the refusal. */
  readonly name: string;
  readonly detail: string;
}

const TITLES: Readonly<Record<Problem['status'], string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  414: 'URI Too Long',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
};

export const sendProblem = (reply: FastifyReply, { status, name, detail }: Problem): FastifyReply =>
  reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify({ type: 'about:blank', title: TITLES[status], status, detail, name }));

export const tooMany = (reply: FastifyReply, seconds: number): FastifyReply =>
  sendProblem(reply.header('retry-after', String(seconds)), {
    status: 429,
    name: 'too-many-requests',
    detail: `More has been asked than this service answers in a minute. Wait ${seconds} seconds, then ask again.`,
  });

/** Says how to come in (RFC 6750). */
export const notLetIn = (reply: FastifyReply, problem: Omit<Problem, 'status'>): FastifyReply =>
  sendProblem(
    reply.header(
      'www-authenticate',
      problem.name === 'token-needed'
        ? 'Bearer realm="Rightplace"'
        : 'Bearer realm="Rightplace", error="invalid_token"',
    ),
    { status: 401, ...problem },
  );
