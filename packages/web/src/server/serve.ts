import type { World } from '@rightplace/app';
import { londonDayOf } from '@rightplace/domain';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import { prepareAssets } from '../kit/index.ts';
import { providerRoutes } from '../provider/routes.ts';
import { navigationFor } from '../staff/navigation.ts';
import { staffRoutes } from '../staff/routes.ts';
import { buildServer, type ServerSettings } from './build-server.ts';

export type ServeOptions = {
  readonly world: World;
  /** The port wished for; when it is taken, the next one free. */
  readonly port: number;
  /** Only this machine unless told otherwise. */
  readonly host?: string;
  readonly settings?: Partial<ServerSettings>;
  readonly logger?: FastifyServerOptions['logger'];
};

export type Serving = {
  readonly port: number;
  readonly url: string;
  /** Takes no more requests, answers those it has, and stops. */
  readonly close: () => Promise<void>;
};

const LOOPBACK = '127.0.0.1';
/** Answers of a command go to standard output and nothing else does. */
const FAULTS_TO_STANDARD_ERROR = { level: 'warn', stream: process.stderr };
const PORTS_TO_TRY = 50;
/** Some hundreds of people behind one address of a council, with room for every page's furniture. */
const REQUESTS_PER_MINUTE = 30_000;

/** The whole service for one world: all its routes, framed. */
export const serverFor = (
  world: World,
  settings: Partial<ServerSettings> = {},
  logger?: FastifyServerOptions['logger'],
): FastifyInstance => {
  const today = () => londonDayOf(world.now());
  return buildServer({
    world,
    routes: [...staffRoutes(world), ...providerRoutes(world)],
    framing: { navigation: (signedIn) => navigationFor(signedIn, today()), today },
    settings: {
      isSecure: false,
      trustProxy: false,
      formTargets: [],
      requestsPerMinute: REQUESTS_PER_MINUTE,
      ...settings,
    },
    ...(logger === undefined ? {} : { logger }),
  });
};

const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EADDRINUSE';

/** Serves the pages, on the first free port from the one wished for. */
export const serve = async (options: ServeOptions): Promise<Serving> => {
  const { world, port: wished, host = LOOPBACK, settings, logger = FAULTS_TO_STANDARD_ERROR } = options;
  // Compiled before anybody is let in, so that the first visitor does not wait for it.
  prepareAssets();
  for (let port = wished; ; port += 1) {
    const server = serverFor(world, settings, logger);
    try {
      await server.listen({ port, host });
      const bound = server.server.address();
      const found = typeof bound === 'object' && bound !== null ? bound.port : port;
      const shown = host.includes(':') ? `[${host}]` : host === LOOPBACK ? 'localhost' : host;
      return { port: found, url: `http://${shown}:${found}`, close: () => server.close() };
    } catch (error) {
      await server.close();
      if (!isTaken(error) || wished === 0 || port >= wished + PORTS_TO_TRY) throw error;
    }
  }
};
