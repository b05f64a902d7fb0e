import * as oidc from 'openid-client';

/** How to reach the authority's identity provider: OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, PUBLIC_URL. */
export type IdentityProviderSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where people reach this service; the provider sends them back to a page of it. */
  readonly publicUrl: string;
  /** The page the provider sends people back to, as registered with it. */
  readonly callbackPath: string;
};

/** What must come back unchanged. It waits in a cookie of the browser that set out, so nobody else can finish. */
export type Journey = {
  readonly authorityId: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly next: string;
};

/** Who the provider says has come. */
export type Identity = {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | undefined;
  readonly emailVerified: boolean | undefined;
  readonly name: string | undefined;
};

export type Returned =
  | { readonly kind: 'identified'; readonly identity: Identity }
  /** The provider said no, or the person turned back. */
  | { readonly kind: 'not-confirmed'; readonly sentence: string }
  /** What came back does not belong to this browser's journey, or was not made for us. */
  | { readonly kind: 'not-trusted'; readonly sentence: string }
  | ProviderDown;

export type ProviderDown = { readonly kind: 'provider-down'; readonly sentence: string };

export type IdentityProvider = {
  readonly begin: (
    to: Pick<Journey, 'authorityId' | 'next'>,
  ) => Promise<{ readonly kind: 'go'; readonly url: string; readonly journey: Journey } | ProviderDown>;
  readonly finish: (journey: Journey, returnedTo: string) => Promise<Returned>;
  /** Where to sign out of the provider too, if it has such a page and can be reached. */
  readonly signOutUrl: (backTo: string) => Promise<string | undefined>;
};

const TIMEOUT_SECONDS = 10;
const ASK_AGAIN_AFTER_MS = 60 * 60 * 1000;

const isLoopback = (url: URL): boolean =>
  url.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);

const DOWN: ProviderDown = {
  kind: 'provider-down',
  sentence:
    'Your organisation’s sign-in service cannot be reached. Nothing is wrong with your account. Try again in a few minutes.',
};

const NOT_TRUSTED: Returned = {
  kind: 'not-trusted',
  sentence:
    'The answer from your organisation’s sign-in service did not match the question. This happens when the page was left open for more than ten minutes or opened twice. Start again.',
};

/** An error of the network or of the provider's server, as against an answer that must not be believed. */
const isUnreachable = (error: unknown): boolean => {
  if (error instanceof TypeError) return true; // fetch failed
  const code = (error as { code?: string }).code ?? '';
  if (code === 'OAUTH_TIMEOUT') return true;
  if (code !== 'OAUTH_RESPONSE_IS_NOT_CONFORM' && code !== 'OAUTH_RESPONSE_IS_NOT_JSON') return false;
  const status = (error as { cause?: { status?: number } }).cause?.status;
  return status !== undefined && status >= 500;
};

export const connectIdentityProvider = (settings: IdentityProviderSettings): IdentityProvider => {
  const issuer = new URL(settings.issuer);
  const redirectUri = new URL(settings.callbackPath, settings.publicUrl).href;
  let kept: { readonly configuration: oidc.Configuration; readonly at: number } | undefined;

  /** The provider's own description of itself, asked for when first needed, so that we start without it. */
  const configuration = async (): Promise<oidc.Configuration> => {
    if (kept !== undefined && Date.now() - kept.at < ASK_AGAIN_AFTER_MS) return kept.configuration;
    const found = await oidc.discovery(issuer, settings.clientId, settings.clientSecret, undefined, {
      timeout: TIMEOUT_SECONDS,
      // Only a provider on this very machine, as in tests, may be spoken to without TLS.
      ...(isLoopback(issuer) ? { execute: [oidc.allowInsecureRequests] } : {}),
    });
    kept = { configuration: found, at: Date.now() };
    return found;
  };

  return {
    begin: async ({ authorityId, next }) => {
      try {
        const config = await configuration();
        const verifier = oidc.randomPKCECodeVerifier();
        const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
        const url = oidc.buildAuthorizationUrl(config, {
          redirect_uri: redirectUri,
          scope: 'openid email profile',
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          state,
          nonce,
        });
        return { kind: 'go', url: url.href, journey: { authorityId, next, state, nonce, verifier } };
      } catch {
        return DOWN;
      }
    },

    finish: async (journey, returnedTo) => {
      const back = new URL(new URL(returnedTo, settings.publicUrl).search, redirectUri);
      try {
        const config = await configuration();
        const tokens = await oidc.authorizationCodeGrant(config, back, {
          pkceCodeVerifier: journey.verifier,
          expectedState: journey.state,
          expectedNonce: journey.nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined) return NOT_TRUSTED;
        // Many providers put the email address not in the token but behind a door that the token opens.
        const more =
          claims['email'] === undefined && config.serverMetadata().userinfo_endpoint !== undefined
            ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
            : {};
        return { kind: 'identified', identity: readClaims({ ...more, ...claims }) };
      } catch (error) {
        if (error instanceof oidc.AuthorizationResponseError)
          return {
            kind: 'not-confirmed',
            sentence:
              'Your organisation’s sign-in service did not confirm who you are. Try again, or ask those who look after it.',
          };
        return isUnreachable(error) ? DOWN : NOT_TRUSTED;
      }
    },

    signOutUrl: async (backTo) => {
      try {
        const config = await configuration();
        if (config.serverMetadata().end_session_endpoint === undefined) return undefined;
        const back = new URL(backTo, settings.publicUrl).href;
        return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: back }).href;
      } catch {
        return undefined;
      }
    },
  };
};

const textOrNothing = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const readClaims = (claims: oidc.IDToken): Identity => ({
  issuer: claims.iss,
  subject: claims.sub,
  email: textOrNothing(claims['email']),
  emailVerified: typeof claims['email_verified'] === 'boolean' ? claims['email_verified'] : undefined,
  name: textOrNothing(claims['name']),
});
