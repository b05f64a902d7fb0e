import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';

/**
 * A ceiling on requests from one address, far above what people do, and a lower one where passwords or secret
 * links could be guessed at. It is kept by each server process and only takes the edge off floods; what slows
 * guessing at accounts is in the database, shared by all (see the throttle in the app).
 */
const GUESSES_PER_MINUTE = 300;

const NO_HEADERS = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false };

export class TooManyRequests extends Error {
  override readonly name = 'TooManyRequests';
  readonly statusCode = 429;
  readonly seconds: number;

  constructor(seconds: number) {
    super('Too many requests');
    this.seconds = seconds;
  }
}

export const limitRequests = (server: FastifyInstance, requestsPerMinute: number): void => {
  server.register(rateLimit, {
    timeWindow: 60_000,
    max: (request) =>
      request.routeOptions.config.guessable === true
        ? Math.min(GUESSES_PER_MINUTE, requestsPerMinute)
        : requestsPerMinute,
    keyGenerator: (request) =>
      request.routeOptions.config.guessable === true ? `guess ${request.ip}` : request.ip,
    allowList: (request) => request.routeOptions.config.declared === 'furniture',
    // How near one is to the limit helps only those who mean to stay just under it.
    addHeaders: NO_HEADERS,
    addHeadersOnExceeding: NO_HEADERS,
    errorResponseBuilder: (_, { ttl }) => new TooManyRequests(Math.ceil(ttl / 1000)),
  });
};
