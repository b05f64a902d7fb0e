import { agreeClient, makeClient } from '@rightplace/app';
import { type ApiScope, type ChildRecord, day, type Episode } from '@rightplace/domain';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import {
  aChild,
  aChildrenWorld,
  anEpisode,
  type ChildrenWorld,
  worker,
} from '../../app/test/children-world.ts';
import { endpoints as allEndpoints, type Endpoint } from '../src/api/endpoints.ts';
import { buildServer } from '../src/server/build-server.ts';

/** Invented children and the other systems that ask about them. */
export interface ApiWorld extends ChildrenWorld {
  readonly administrator: number;
  readonly director: number;
  /** The token of a new client, agreed to where that is needed. */
  readonly tokenFor: (scope: ApiScope, said?: { readonly lastDay?: string }) => Promise<string>;
  /** A new client that nobody has agreed to. */
  readonly clientFor: (
    scope: ApiScope,
    said?: { readonly lastDay?: string },
  ) => Promise<{ readonly token: string; readonly clientId: number }>;
}

/** Names nobody would write by chance, so that one of them in an answer is a leak. */
const NAMED = { givenName: 'Quendolyn', familyName: 'Zarquane' };

const PLACES = ['U6', 'U6', 'U6', 'K2', 'U4', 'U6', 'H5', 'U6'] as const;

/** Forty-three in care whose numbers, cut any way, are seldom a multiple of five; some came this year and some have gone. */
const MORE_CHILDREN: readonly ChildRecord[] = Array.from({ length: 43 }, (_, i) => {
  const [year, month] = [2020 + (i % 7), 1 + (i % 9)];
  const decom = `${year}-0${month}-1${i % 10}`;
  const first: Episode = anEpisode({
    decom,
    place: PLACES[i % PLACES.length] ?? 'U6',
    homePostcode: 'PE21 0ZZ',
  });
  const ended = i % 11 === 3 && year < 2026;
  return aChild(`ZQ${1000 + i * 7}`, {
    details: {
      ...NAMED,
      dateOfBirth: day(`20${String(9 + (i % 14)).padStart(2, '0')}-0${1 + (i % 9)}-15`),
      sex: i % 3 === 0 ? 'F' : 'M',
      ethnicity: i % 4 === 0 ? 'BAFR' : 'WBRI',
    },
    facts: [worker(i % 5 === 0 ? 'SW2002' : 'SW1001')],
    episodes: ended ? [{ ...first, dec: day(`2026-0${1 + (i % 9)}-20`), rec: 'E4A' }] : [first],
  });
});

export const anApiWorld = async (): Promise<ApiWorld> => {
  const world = await aChildrenWorld();
  await world.saveChildren(MORE_CHILDREN, '2026-11-02T09:00:00Z');
  const administrator = await world.someone('administrator');
  const director = await world.someone('director');
  const clientFor: ApiWorld['clientFor'] = async (scope, { lastDay = '2027-03-31' } = {}) => {
    const { signedIn } = await world.signIn(administrator);
    const made = await makeClient(world, signedIn, {
      name: `Reader of ${scope}`,
      organisation: 'Northmarsh County Council',
      purpose: 'The monthly board report',
      scope,
      lastDay: day(lastDay),
    });
    if (made.kind !== 'client-made') throw new Error(made.sentence);
    return made;
  };
  return {
    ...world,
    administrator,
    director,
    clientFor,
    tokenFor: async (scope, said) => {
      const { token, clientId } = await clientFor(scope, said);
      const { signedIn } = await world.signIn(director);
      if (scope !== 'figures-rounded') await agreeClient(world, signedIn, clientId);
      return token;
    },
  };
};

/** The service with the endpoints given, so that a test may break one. */
export const anApiServer = (
  world: ChildrenWorld,
  endpoints: readonly Endpoint[] = allEndpoints,
): FastifyInstance =>
  buildServer({
    world,
    routes: [],
    endpoints,
    framing: { navigation: () => [], today: () => day('2026-11-23') },
    settings: { isSecure: false, trustProxy: false, formTargets: [], requestsPerMinute: 1_000_000 },
  });

export interface Told {
  readonly status: number;
  readonly headers: LightMyRequestResponse['headers'];
  readonly text: string;
  // What a program would read of it; tests look at whatever is there.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

export type Asking = (
  path: string,
  token?: string,
  more?: {
    readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
    readonly headers?: Readonly<Record<string, string>>;
    readonly address?: string;
    readonly payload?: string;
  },
) => Promise<Told>;

export const asking =
  (server: FastifyInstance): Asking =>
  async (path, token, { method = 'GET', headers = {}, address = '192.0.2.7', payload } = {}) => {
    const response = await server.inject({
      method,
      url: path.startsWith('/api') ? path : `/api/v1${path}`,
      remoteAddress: address,
      headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
    const isJson = /^application\/(?:problem\+)?json/.test(String(response.headers['content-type']));
    return {
      status: response.statusCode,
      headers: response.headers,
      text: response.body,
      body: isJson && response.body !== '' ? JSON.parse(response.body) : undefined,
    };
  };
