import type { FastifyInstance } from 'fastify';
import { findAsset } from '../kit/index.ts';

/** Style sheets, scripts and pictures. Their names hold a hash of what is in them, so a browser may keep them. */
export const assets = (server: FastifyInstance): void => {
  server.get('/assets/*', { config: { declared: 'furniture' } }, (request, reply) => {
    const asset = findAsset(request.url.split('?')[0] ?? '');
    if (asset === undefined) return reply.callNotFound();
    return reply.header('cache-control', asset.cacheControl).type(asset.type).send(asset.body);
  });
};
