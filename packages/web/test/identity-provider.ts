import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node-html-parser';
import { Provider } from 'oidc-provider';

/** A real OpenID Connect provider on this machine, with a login page of its own. */
export type TestProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs in at the provider as that person, and gives the address it then sends the browser back to. */
  readonly signInAt: (url: string, login: string) => Promise<string>;
  readonly stop: () => Promise<void>;
};

const CLIENT = { clientId: 'rightplace', clientSecret: 'a-secret-between-the-two-of-us' };

/** Who they are to the provider: "nia" is nia@invented.example, and "unverified-nia" says so unconfirmed. */
const claimsOf = (login: string) => ({
  sub: `subject-of-${login}`,
  email: `${login.replace(/^(unverified|second)-/, '')}@invented.example`,
  email_verified: !login.startsWith('unverified-'),
  name: login,
});

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

export const aProvider = async (
  publicUrl: string,
  options: { readonly emailInToken?: boolean } = {},
): Promise<TestProvider> => {
  let handle: ReturnType<Provider['callback']> | undefined;
  const server = createServer((request, response) => void handle?.(request, response));
  const issuer = `http://127.0.0.1:${await listen(server)}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [`${publicUrl}/sign-in/organisation/return`],
        post_logout_redirect_uris: [`${publicUrl}/signed-out`],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: options.emailInToken !== true,
    findAccount: (_, login) => ({ accountId: login, claims: async () => claimsOf(login) }),
    cookies: { keys: ['only for this test'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
  });
  provider.on('server_error', (_, error) => console.error(error));
  handle = provider.callback();

  const signInAt = async (start: string, login: string): Promise<string> => {
    const cookies = new Map<string, string>();
    let url = start;
    let body: URLSearchParams | undefined;
    for (let step = 0; step < 12; step += 1) {
      const response = await fetch(url, {
        redirect: 'manual',
        headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(body === undefined ? {} : { method: 'POST', body }),
      });
      for (const set of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        cookies.set(name, value);
      }
      body = undefined;
      const location = response.headers.get('location');
      if (location !== null) {
        url = new URL(location, url).href;
        if (url.startsWith(publicUrl)) return url;
        continue;
      }
      const form = parse(await response.text()).querySelector('form');
      if (form === null) throw new Error(`The provider shows no form at ${url}`);
      url = new URL(form.getAttribute('action') ?? '', url).href;
      body = new URLSearchParams();
      for (const input of form.querySelectorAll('input'))
        body.append(input.getAttribute('name') ?? '', input.getAttribute('value') ?? '');
      if (body.get('prompt') === 'login') {
        body.set('login', login);
        body.set('password', 'any will do');
      }
    }
    throw new Error('The provider never sent the browser back');
  };

  return {
    issuer,
    ...CLIENT,
    signInAt,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
