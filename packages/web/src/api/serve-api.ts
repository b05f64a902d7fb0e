import {
  type ApiAnswer,
  type ApiCaller,
  type ApiRequest,
  recogniseClient,
  recordMisasked,
  type World,
} from '@rightplace/app';
import { londonDayOf } from '@rightplace/domain';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { cleanText } from '../server/form.ts';
import { TooManyRequests } from '../server/limits.ts';
import { type Brake, createBrake } from './brake.ts';
import { API_ROOT, DOCUMENT_PATH, type Endpoint, patternOf } from './endpoints.ts';
import { openApiDocument } from './open-api.ts';
import { readRequest } from './parameters.ts';
import { notLetIn, type Problem, sendProblem, tooMany } from './problem.ts';

/**
 * What other systems read. It has a door of its own: a token with every request, and never a cookie or a session, so that
 * nothing a browser carries along opens it.
 */
export const serveApi = (server: FastifyInstance, world: World, endpoints: readonly Endpoint[]): void => {
  const brake = createBrake(() => Date.parse(world.now()));
  const document = JSON.stringify(openApiDocument(endpoints), undefined, 2);

  server.register(
    async (api) => {
      api.addHook('onRequest', refuseOddRequests);
      api.setErrorHandler<FastifyError>(answerError);
      api.setNotFoundHandler((_, reply) => sendProblem(reply, NOTHING_HERE));
      api.get('/v1/openapi.json', { config: { declared: 'document' } }, (_, reply) =>
        reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8').send(document),
      );
      for (const endpoint of endpoints)
        api.get(
          patternOf(endpoint).slice('/api'.length),
          { config: { declared: endpoint } },
          (request, reply) => answerRequest({ world, brake, endpoint, request, reply }),
        );
    },
    { prefix: '/api' },
  );
};

const NOTHING_HERE: Problem = {
  status: 404,
  name: 'not-found',
  detail: `There is nothing here. ${DOCUMENT_PATH} says what there is.`,
};

const LONGEST_ADDRESS = 2_000;

/** Before anything is read of the request. */
const refuseOddRequests = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return sendProblem(reply.header('allow', 'GET, HEAD'), {
      status: 405,
      name: 'method-not-allowed',
      detail: 'This can only be read: ask with GET or HEAD.',
    });
  if (request.url.length > LONGEST_ADDRESS)
    return sendProblem(reply, {
      status: 414,
      name: 'address-too-long',
      detail: `Ask in up to ${LONGEST_ADDRESS} characters.`,
    });
  return undefined;
};

const answerError = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): unknown => {
  if (error instanceof TooManyRequests) return tooMany(reply, error.seconds);
  const { name, message, code, stack } = error;
  const isOurs = error.statusCode === undefined || error.statusCode >= 500;
  if (isOurs) request.log.error({ name, message, code, stack, reference: request.id }, 'failed');
  return sendProblem(
    reply,
    isOurs
      ? {
          status: 500,
          name: 'fault',
          detail: `There is a problem with the service. Tell those who look after it this reference: ${request.id}`,
        }
      : { status: 400, name: 'not-asked-right', detail: 'What was sent could not be read.' },
  );
};

interface Answering {
  readonly world: World;
  readonly brake: Brake;
  readonly endpoint: Endpoint;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

const LONGEST_TOKEN = 200;

/** The token of the request; undefined where there is none, '' where what is there is none of ours. */
const tokenIn = ({ headers }: FastifyRequest): string | undefined => {
  const { authorization } = headers;
  if (authorization === undefined) return undefined;
  return authorization.length > LONGEST_TOKEN ? '' : (/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '');
};

const answerRequest = async (answering: Answering): Promise<unknown> => {
  const { world, brake, request, reply } = answering;
  const token = tokenIn(request);
  if (token === undefined)
    return notLetIn(reply, {
      name: 'token-needed',
      detail: 'Send the client’s token with the request: Authorization: Bearer rightplace.…',
    });
  const wait = brake.secondsToWait(request.ip, token);
  if (wait > 0) return tooMany(reply, wait);
  const found = await recogniseClient(world, token);
  switch (found.kind) {
    case 'unknown-token':
      brake.failed(request.ip);
      return notLetIn(reply, { name: 'unknown-token', detail: 'Nobody has this token.' });
    case 'too-many':
      return tooMany(reply, found.seconds);
    case 'refused':
      return found.name === 'client-waiting'
        ? sendProblem(reply, { status: 403, name: found.name, detail: found.sentence })
        : notLetIn(reply, { name: found.name, detail: found.sentence });
    case 'caller':
      brake.worked(token);
      return answerCaller(answering, found.caller);
  }
};

const answerCaller = async (
  { world, endpoint, request, reply }: Answering,
  caller: ApiCaller,
): Promise<unknown> => {
  const now = world.now();
  const at = { now, today: londonDayOf(now) };
  const path = request.params as Readonly<Record<string, string>>;
  const read = readRequest(endpoint.parameters, { path, query: queryOf(request.url) }, at);
  const asked: ApiRequest = {
    endpoint: `${API_ROOT}${endpoint.path}`,
    measureId: read.asked['id'],
    asked: read.asked,
    held: signsHeld(request.headers['if-none-match']),
  };
  if (read.kind === 'misasked') {
    await recordMisasked(world, caller, asked);
    return sendProblem(reply, { status: 400, name: 'not-asked-right', detail: read.sentence });
  }
  const answer = await endpoint.run(world, caller, { values: read.values, at, request: asked } as never);
  return sendAnswer(reply, answer, wantsCsv(request) ? endpoint.csv : undefined);
};

const queryOf = (url: string): URLSearchParams => {
  const at = url.indexOf('?');
  const query = new URLSearchParams();
  if (at !== -1)
    for (const [name, value] of new URLSearchParams(url.slice(at)))
      query.append(cleanText(name), cleanText(value));
  return query;
};

const signsHeld = (header: string | undefined): readonly string[] =>
  (header ?? '').split(',').map((sign) => sign.trim());

/** CSV when it is asked for by name and before JSON. */
const wantsCsv = ({ headers }: FastifyRequest): boolean => {
  const kinds = (headers.accept ?? '').split(',').map((kind) => kind.split(';')[0]?.trim().toLowerCase());
  const [csv, json] = [kinds.indexOf('text/csv'), kinds.indexOf('application/json')];
  return csv !== -1 && (json === -1 || csv < json);
};

const STATUS_OF_REFUSAL: Readonly<Record<string, Problem['status']>> = {
  'not-asked-right': 400,
  'client-revoked': 401,
  'client-ended': 401,
};

const sendAnswer = (
  reply: FastifyReply,
  answer: ApiAnswer<unknown>,
  csv: Endpoint['csv'] | undefined,
): unknown => {
  reply.header('vary', 'authorization, accept');
  switch (answer.kind) {
    case 'not-found':
      return sendProblem(reply, { status: 404, name: 'not-found', detail: answer.sentence });
    case 'refused':
      return sendProblem(reply, {
        status: STATUS_OF_REFUSAL[answer.name] ?? 403,
        name: answer.name,
        detail: answer.sentence,
      });
    case 'unchanged':
      return reply.code(304).headers(cacheHeaders(answer.sign)).send();
    case 'answer':
      reply.headers(cacheHeaders(answer.sign));
      return csv === undefined
        ? reply.type('application/json; charset=utf-8').send(JSON.stringify(answer.body))
        : reply.type('text/csv; charset=utf-8').send(csv(answer.body as never));
  }
};

/** What can be asked about again may be kept by the client that asked, and by nobody on the way; the rest by nobody. */
const cacheHeaders = (sign: string | undefined): Record<string, string> =>
  sign === undefined ? { 'cache-control': 'no-store' } : { 'cache-control': 'private, no-cache', etag: sign };
