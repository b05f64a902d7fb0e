import { connectIdentityProvider, type IdentityProvider } from '@rightplace/app';
import { organisationReturnPath } from '@rightplace/web';
import { type Terminal, UsageError } from './command.ts';

export interface SignInSettings {
  readonly identityProvider?: IdentityProvider;
  readonly publicUrl?: string;
}

const NEEDED = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'] as const;

/** The organisation's sign-in service, when OIDC_ISSUER names one; half a configuration is refused. */
export const signInSettings = ({ env }: Terminal): SignInSettings => {
  const publicUrl = env['PUBLIC_URL'] || undefined;
  if (publicUrl !== undefined && !URL.canParse(publicUrl)) {
    throw new UsageError(
      `PUBLIC_URL is where people reach the service, such as https://rightplace.council.example; this is not an address: ${publicUrl}`,
    );
  }
  const issuer = env['OIDC_ISSUER'] || undefined;
  if (issuer === undefined) return publicUrl === undefined ? {} : { publicUrl };
  if (!URL.canParse(issuer))
    throw new UsageError(`OIDC_ISSUER is the address of the sign-in service; this is not one: ${issuer}`);
  const missing = NEEDED.filter((name) => !env[name]);
  if (missing.length > 0 || publicUrl === undefined) {
    throw new UsageError(`Signing in through ${issuer} also needs ${missing.join(', ')}.`);
  }
  return {
    publicUrl,
    identityProvider: connectIdentityProvider({
      issuer,
      clientId: env['OIDC_CLIENT_ID'] ?? '',
      clientSecret: env['OIDC_CLIENT_SECRET'] ?? '',
      publicUrl,
      callbackPath: organisationReturnPath,
    }),
  };
};
