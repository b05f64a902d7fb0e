import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/**
 * What a browser may do with our pages: load our own files and nothing else, send forms to us (and to the
 * identity provider, because signing out may lead there), run no inline script except the one the page
 * template needs, which is named by its hash. Nothing may frame the service.
 */
export type ContentPolicy = {
  readonly scriptHashes: readonly string[];
  readonly formTargets: readonly string[];
  readonly isSecure: boolean;
};

const YEAR_SECONDS = 31_536_000;

export const securityHeaders = (policy: ContentPolicy): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", ...policy.scriptHashes.map((hash) => `'${hash}'`)],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      formAction: ["'self'", ...policy.formTargets],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      ...(policy.isSecure ? { upgradeInsecureRequests: [] } : {}),
    },
  },
  strictTransportSecurity: policy.isSecure ? { maxAge: YEAR_SECONDS, includeSubDomains: false } : false,
  // Our own pages may know which of our pages led to them; nobody else is told anything.
  referrerPolicy: { policy: 'same-origin' },
  xFrameOptions: { action: 'deny' },
  crossOriginEmbedderPolicy: false,
});

/** Pages speak of people, so no copy of one is kept, by a browser or on the way; files of furniture say otherwise. */
export const ordinaryHeaders = (server: FastifyInstance): void => {
  server.addHook('onSend', async (_, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  });
};
