import type { FastifyInstance } from 'fastify';

/**
 * Browsers keep a connection for their next request. Once the server is closing there will be none, so whoever is
 * still being answered is told to hang up; otherwise closing would wait a minute for connections that say nothing.
 */
export const hangUpWhenClosing = (server: FastifyInstance): void => {
  let isClosing = false;
  server.addHook('preClose', async () => {
    isClosing = true;
  });
  server.addHook('onSend', async (_, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
};
