import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import type { PortalVisitor, SignedIn, World } from '@rightplace/app';
import fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify';
import { endpoints as apiEndpoints, type Endpoint } from '../api/endpoints.ts';
import { serveApi } from '../api/serve-api.ts';
import { inlineScriptHashes } from '../kit/index.ts';
import { addRoute } from './add-route.ts';
import { assets } from './assets.ts';
import { cookiesFor } from './cookies.ts';
import { refuseUndeclaredRoutes } from './declared-routes.ts';
import { answerBadAddress, errorPages } from './errors.ts';
import { parseUrlEncoded } from './form.ts';
import type { Framing } from './frame.ts';
import { hangUpWhenClosing } from './hang-up.ts';
import { limitRequests } from './limits.ts';
import { logEachAnswer, newReference } from './log.ts';
import type { Route } from './route.ts';
import { ordinaryHeaders, securityHeaders } from './security-headers.ts';

export type ServerSettings = {
  /** Served over TLS, here or at a proxy in front: cookies are then `__Host-` and Secure. */
  readonly isSecure: boolean;
  /** Which proxies may say where a request came from: none, how many in front, or their addresses. */
  readonly trustProxy: boolean | string | ((address: string, steps: number) => boolean);
  /** Other places a form may lead to: the identity provider's. */
  readonly formTargets: readonly string[];
  readonly requestsPerMinute: number;
};

export type ServerParts = {
  readonly world: World;
  readonly routes: readonly Route[];
  /** For other systems. */
  readonly endpoints?: readonly Endpoint[];
  readonly framing: Framing;
  readonly settings: ServerSettings;
  readonly logger?: FastifyServerOptions['logger'];
};

declare module 'fastify' {
  interface FastifyRequest {
    signedIn: SignedIn | undefined;
    /** Somebody of a provider, on a page of the portal. */
    portal: PortalVisitor | undefined;
    csrf: string;
  }
}

const LARGEST_FORM_BYTES = 262_144;
// The best a text can be squeezed costs more time than it saves; 4 is nearly as small and twenty times as fast.
const BROTLI_QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** The web server, ready to listen or to be asked in a test. The order is the order in which a request meets them. */
export const buildServer = ({
  world,
  routes,
  endpoints = apiEndpoints,
  framing,
  settings,
  logger,
}: ServerParts): FastifyInstance => {
  const server = fastify({
    logger: logger ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: newReference,
    requestIdHeader: false, // nobody outside chooses what our log says
    trustProxy: settings.trustProxy,
    bodyLimit: LARGEST_FORM_BYTES,
    forceCloseConnections: 'idle',
    frameworkErrors: answerBadAddress,
    routerOptions: { maxParamLength: 200 },
  });
  const cookies = cookiesFor(settings.isSecure);
  const shell = { world, cookies, framing, routes };

  refuseUndeclaredRoutes(server, routes, endpoints);
  logEachAnswer(server);
  hangUpWhenClosing(server);
  server.register(helmet, securityHeaders({ scriptHashes: inlineScriptHashes(), ...settings }));
  ordinaryHeaders(server);
  limitRequests(server, settings.requestsPerMinute);
  server.register(compress, { threshold: 1024, encodings: ['br', 'gzip'], brotliOptions: BROTLI_QUALITY });
  server.register(cookie);
  server.register(formbody, { parser: parseUrlEncoded as never });
  server.register(multipart);
  server.decorateRequest('signedIn', undefined);
  server.decorateRequest('portal', undefined);
  server.decorateRequest('csrf', '');
  errorPages(server, shell);
  // In a plugin of their own, so that they come after the plugins above and meet them all.
  server.register(async (pages) => {
    assets(pages);
    for (const route of routes) addRoute(pages, route, shell);
    serveApi(pages, world, endpoints);
  });
  return server;
};
