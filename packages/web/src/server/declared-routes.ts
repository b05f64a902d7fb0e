import type { FastifyInstance, RouteOptions } from 'fastify';
import { type Endpoint, patternOf } from '../api/endpoints.ts';
import type { Route } from './route.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * The route as declared, or the endpoint for other systems; or that it is furniture, files that say nothing about
     * anybody, or the document of the endpoints, which says nothing either.
     */
    declared?: Route | Endpoint | 'furniture' | 'document';
    guessable?: boolean;
  }
}

/**
 * The server does not start with a page that does not say who may use it, or with two that answer the same
 * address: a route slipped in beside the declared ones would pass no gate.
 */
export const refuseUndeclaredRoutes = (
  server: FastifyInstance,
  routes: readonly Route[],
  endpoints: readonly Endpoint[],
): void => {
  for (const declared of routes) {
    const complaint = faultIn(declared);
    if (complaint !== undefined)
      throw new Error(`${declared.method} ${declared.path?.pattern}: ${complaint}`);
  }
  for (const declared of endpoints)
    if (!(declared.actions?.length > 0)) throw new Error(`${patternOf(declared)}: does not name its action`);
  server.addHook('onRoute', (options: RouteOptions) => {
    const declared = options.config?.declared;
    if (declared === undefined)
      throw new Error(
        `${String(options.method)} ${options.url} is not declared, so nobody could say who may use it`,
      );
  });
};

const faultIn = (declared: Partial<Route>): string | undefined => {
  if (!declared.action) return 'does not name its action';
  if (!declared.audit) return 'does not name its audit event';
  if (declared.action === 'anyone' && !declared.because) return 'does not say why anyone may use it';
  if (declared.path?.pattern.includes(':') === true && declared.example === undefined)
    return 'gives no example of its parameters';
  return undefined;
};
