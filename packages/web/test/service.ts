import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { type HTMLElement, parse } from 'node-html-parser';
import type { TestWorld } from '../../app/test/world.ts';
import type { ServerSettings } from '../src/server/build-server.ts';
import { serverFor } from '../src/server/serve.ts';

export { aWorld, NORTHMARSH, SOUTHFELL, type TestWorld } from '../../app/test/world.ts';

/** An answer, with its page ready to be looked at. */
export type Seen = {
  readonly status: number;
  readonly location: string | undefined;
  readonly headers: LightMyRequestResponse['headers'];
  readonly text: string;
  /** All of the page as it was sent, but for tokens, keys and names of assets: what is drawn by lot spells any two letters in time. */
  readonly markup: string;
  readonly page: HTMLElement;
  readonly heading: string;
};

/** A browser that keeps cookies and sends the forms it was served, or others. */
export type Browser = {
  readonly cookies: Map<string, string>;
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Seen>;
  /** With the token of the last page that had one, unless a token is given, or null for none. */
  readonly post: (
    path: string,
    fields?: Fields,
    options?: { readonly token?: string | null; readonly headers?: Readonly<Record<string, string>> },
  ) => Promise<Seen>;
  /** A form that carries files, with the token of the last page that had one. */
  readonly upload: (path: string, fields: Fields, files: readonly SentFile[]) => Promise<Seen>;
  /** Follows where the last answer led. */
  readonly follow: (seen: Seen) => Promise<Seen>;
};

type Fields = Readonly<Record<string, string>> | readonly (readonly [string, string])[];

export type SentFile = { readonly name: string; readonly bytes: Uint8Array };

const BOUNDARY = 'a-boundary-of-this-test';

/** As a browser writes it: the fields, then the files. */
export const multipart = (
  fields: readonly (readonly [string, string])[],
  files: readonly SentFile[],
): { readonly type: string; readonly payload: Buffer } => {
  const part = (about: string): string => `--${BOUNDARY}\r\ncontent-disposition: form-data; ${about}\r\n`;
  return {
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    payload: Buffer.concat([
      ...fields.map(([name, value]) => Buffer.from(`${part(`name="${name}"`)}\r\n${value}\r\n`)),
      ...files.flatMap(({ name, bytes }) => [
        Buffer.from(
          `${part(`name="files"; filename="${name}"`)}content-type: application/octet-stream\r\n\r\n`,
        ),
        bytes,
        Buffer.from('\r\n'),
      ]),
      Buffer.from(`--${BOUNDARY}--\r\n`),
    ]),
  };
};

const isList = (fields: Fields): fields is readonly (readonly [string, string])[] => Array.isArray(fields);

const tidy = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Made when it is first asked for: most answers are only asked for their status. */
const lazily = <Made>(make: () => Made): (() => Made) => {
  let made: { readonly it: Made } | undefined;
  return () => (made ??= { it: make() }).it;
};

const DRAWN = /(?<=name="(?:_csrf|_key)" value=")[^"]*|(?<=\/assets\/)[^"]*/g;

const look = (response: LightMyRequestResponse): Seen => {
  const isPage = String(response.headers['content-type']).startsWith('text/html');
  const page = lazily(() => parse(isPage ? response.body : ''));
  const text = lazily(() => (isPage ? tidy(page().querySelector('main')?.text ?? '') : response.body));
  const heading = lazily(() => tidy(page().querySelector('h1')?.text ?? ''));
  return {
    status: response.statusCode,
    location: response.headers.location,
    headers: response.headers,
    get text() {
      return text();
    },
    get markup() {
      return response.body.replaceAll(DRAWN, '');
    },
    get page() {
      return page();
    },
    get heading() {
      return heading();
    },
  };
};

const tokenIn = (body: string): string | undefined => {
  const [field] = /<input [^>]*name="_csrf"[^>]*>/.exec(body) ?? [];
  return field === undefined ? undefined : /value="([^"]*)"/.exec(field)?.[1];
};

export const aBrowser = (server: FastifyInstance, networkAddress = '192.0.2.1'): Browser => {
  const cookies = new Map<string, string>();
  let token: string | undefined;

  const send = async (
    method: 'GET' | 'POST',
    url: string,
    { payload, headers = {} }: { payload?: string | Buffer; headers?: Readonly<Record<string, string>> },
  ): Promise<Seen> => {
    const response = await server.inject({
      method,
      url,
      remoteAddress: networkAddress,
      headers: {
        ...(cookies.size > 0
          ? { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
          : {}),
        ...(payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    });
    for (const { name, value, maxAge } of response.cookies)
      if (value === '' || maxAge === 0) cookies.delete(name);
      else cookies.set(name, value);
    token = tokenIn(response.body) ?? token;
    return look(response);
  };

  const get: Browser['get'] = (path, headers = {}) => send('GET', path, { headers });
  return {
    cookies,
    get,
    post: (path, fields = [], options = {}) => {
      const body = new URLSearchParams();
      for (const [name, value] of isList(fields) ? fields : Object.entries(fields)) body.append(name, value);
      const sent = options.token === undefined ? token : options.token;
      if (sent !== undefined && sent !== null) body.set('_csrf', sent);
      return send('POST', path, { payload: body.toString(), headers: options.headers ?? {} });
    },
    upload: (path, fields, files) => {
      const given = isList(fields) ? fields : Object.entries(fields);
      const { type, payload } = multipart([...given, ['_csrf', token ?? '']], files);
      return send('POST', path, { payload, headers: { 'content-type': type } });
    },
    follow: ({ location }) => {
      if (location === undefined) throw new Error('It leads nowhere');
      return get(location);
    },
  };
};

export type Service = {
  readonly world: TestWorld;
  readonly server: FastifyInstance;
  readonly browser: (networkAddress?: string) => Browser;
  /** A browser in which somebody has just signed in. */
  readonly signedInAs: (personId: number, authorityId?: string) => Promise<Browser>;
};

export const aService = (world: TestWorld, settings: Partial<ServerSettings> = {}): Service => {
  const server = serverFor(world, { requestsPerMinute: 1_000_000, ...settings });
  return {
    world,
    server,
    browser: (networkAddress) => aBrowser(server, networkAddress),
    signedInAs: async (personId, authorityId) => {
      const browser = aBrowser(server);
      const { cookie } = await world.signIn(personId, authorityId);
      browser.cookies.set(`${settings.isSecure === true ? '__Host-' : ''}rightplace-session`, cookie);
      await browser.get('/account');
      return browser;
    },
  };
};
