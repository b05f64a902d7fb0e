import type { ServerSettings } from './build-server.ts';

/** What of the surroundings decides how the server behaves, as given by environment variables. */
export type Surroundings = {
  readonly mode: 'demo' | 'live';
  /** PUBLIC_URL: where people reach the service. */
  readonly publicUrl: string | undefined;
  /** TRUST_PROXY: `true` for one proxy in front, or the addresses of those to trust, with commas. */
  readonly trustProxy: string | undefined;
  /** OIDC_ISSUER. */
  readonly issuer: string | undefined;
};

const isThisMachine = (url: URL): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);

/**
 * Cookies are Secure where people come over TLS. Live, that is taken for granted unless PUBLIC_URL says that the
 * service is reached without it on this very machine, for trying out.
 */
const isServedSecurely = ({ mode, publicUrl }: Surroundings): boolean => {
  const url = publicUrl === undefined ? null : URL.parse(publicUrl);
  if (url === null) return mode === 'live';
  return url.protocol === 'https:' || (mode === 'live' && !isThisMachine(url));
};

/** One proxy in front is one step back, not whatever a request claims about its whole way. */
const nearestOnly = (_address: string, steps: number): boolean => steps === 0;

export const settingsFor = (
  surroundings: Surroundings,
): Pick<ServerSettings, 'isSecure' | 'trustProxy' | 'formTargets'> => {
  const { trustProxy, issuer } = surroundings;
  const asked = trustProxy?.trim() ?? '';
  return {
    isSecure: isServedSecurely(surroundings),
    trustProxy: /^(true|yes|1)$/i.test(asked) ? nearestOnly : /^(|false|no|0)$/i.test(asked) ? false : asked,
    formTargets: issuer === undefined ? [] : [new URL(issuer).origin],
  };
};
