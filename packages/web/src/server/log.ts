import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Short enough to read out on the telephone; letters that look alike are left out. */
export const newReference = (): string =>
  [...randomBytes(10)].map((byte) => READABLE[byte % READABLE.length]).join('');

/**
 * One line for each answer. The pattern of the route is written and never the address asked for: addresses
 * hold identifiers of children, what was searched for, and links that set a password.
 */
export const logEachAnswer = (server: FastifyInstance): void => {
  server.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  server.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'no such page',
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
      },
      'answered',
    );
  });
};
