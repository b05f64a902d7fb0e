import { discardKeptForm, recordView, type SignedIn, type World } from '@rightplace/app';
import { londonDayOf, type Moment } from '@rightplace/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Answer, Download, Page } from './answer.ts';
import { type Cookies, isSecret } from './cookies.ts';
import { CSRF_FIELD, CSRF_HEADER, comesFromElsewhere, csrfToken, isCsrfToken } from './csrf.ts';
import { cleanText, KEPT_FIELD, type ReadForm, readForm } from './form.ts';
import { type Framing, frameFor } from './frame.ts';
import { passGate } from './gate.ts';
import { forbiddenPage, notFoundPage } from './ordinary-pages.ts';
import { recognise } from './recognise.ts';
import type { Route } from './route.ts';
import { sendAnswer } from './send-answer.ts';
import { turnAway } from './turn-away.ts';
import type { OpenVisit, Visit } from './visit.ts';

/** What every route needs of the service. */
export type Shell = {
  readonly world: World;
  readonly cookies: Cookies;
  readonly framing: Framing;
  readonly routes: readonly Route[];
};

const MEGABYTE = 1_048_576;

/** A file too long for its route is stopped while it arrives; this only bounds what may be sent at all. */
const bodyLimitOf = ({ upload }: Route): { bodyLimit?: number } =>
  upload === undefined ? {} : { bodyLimit: upload.maxBytes * upload.maxFiles + MEGABYTE };

export const addRoute = (server: FastifyInstance, route: Route, shell: Shell): void => {
  server.route({
    method: route.method,
    url: route.path.pattern,
    ...bodyLimitOf(route),
    config: { declared: route, ...(route.isGuessable === true ? { guessable: true } : {}) },
    handler: async (request, reply) =>
      sendAnswer(reply, await answerTo(route, shell, request, reply), {
        cookies: shell.cookies,
        frame: frameFor(shell.framing, shell.cookies, request, reply),
        notFound: notFoundPage,
        refused: forbiddenPage,
      }),
  });
};

/** Who is it, what was sent, may they: then the page's own handler, and what it leaves in the record. */
const answerTo = async (
  route: Route,
  shell: Shell,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Answer> => {
  const { world } = shell;
  const { visitor, cookie } = await recognise(world, shell.cookies, request, reply);
  if (visitor.kind === 'signed-in') request.signedIn = visitor.signedIn;
  request.csrf = csrfToken(cookie);

  const sent = await readForm(request, route.upload);
  const hasGoodToken = isOurForm(request, sent.form, cookie);
  const keptFormId = Number(sent.form.get(KEPT_FIELD) ?? Number.NaN);
  for (const name of [CSRF_FIELD, KEPT_FIELD]) sent.form.delete(name);

  const now = world.now();
  const gate = passGate(route, { visitor, hasGoodToken, today: londonDayOf(now) });
  if (gate.kind !== 'open') return turnAway(gate, { request, form: sent.form, shell });
  if (!hasPlainParams(request)) return { kind: 'not-found' };

  const visit = visitOf({ request, reply, sent, now, cookies: shell.cookies, signedIn: gate.signedIn });
  // The gate has just made sure that somebody is signed in where the handler counts on it.
  const answer = await route.handler(visit as never, world);
  if (gate.signedIn === undefined) return answer;
  // What was typed has now been answered: accepted, or on the page again to be put right.
  if (Number.isSafeInteger(keptFormId)) await discardKeptForm(world, gate.signedIn, keptFormId);
  if (isViewToRecord(route) && isShown(answer))
    await recordView(world, gate.signedIn, route.audit, visit.params, answer.childrenNamed);
  return answer;
};

const isOurForm = (request: FastifyRequest, form: URLSearchParams, cookie: string): boolean =>
  !comesFromElsewhere(request.headers['sec-fetch-site']) &&
  isCsrfToken(request.headers[CSRF_HEADER] ?? form.get(CSRF_FIELD), cookie);

/**
 * What the address names. Returns are read in capitals, so a child's identifier typed in small letters means the same
 * child, to the page and to the audit of who has looked.
 */
const paramsOf = (request: FastifyRequest): Readonly<Record<string, string>> => {
  const params = request.params as Readonly<Record<string, string>>;
  const child = params['childId'];
  return child === undefined ? params : { ...params, childId: child.toUpperCase() };
};

/** No identifier holds a control character, and PostgreSQL would refuse the NUL byte with an error. */
const hasPlainParams = (request: FastifyRequest): boolean =>
  Object.values(paramsOf(request)).every((value) => !/\p{C}/u.test(value));

const isViewToRecord = ({ method, audit, recordsItself }: Route): boolean =>
  method === 'GET' && audit !== 'nothing' && recordsItself !== true;

const isShown = (answer: Answer): answer is Page | Download =>
  answer.kind === 'download' || (answer.kind === 'page' && (answer.status ?? 200) === 200);

const visitOf = ({
  request,
  reply,
  sent,
  now,
  cookies,
  signedIn,
}: {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly sent: ReadForm;
  readonly now: Moment;
  readonly cookies: Cookies;
  readonly signedIn: SignedIn | undefined;
}) => {
  const knownAs = cookies.read(request, 'device');
  return {
    params: paramsOf(request),
    query: cleanQuery(request.url),
    ...sent,
    csrf: request.csrf,
    now,
    today: londonDayOf(now),
    address: request.url,
    gone: goneSignal(reply),
    signedIn,
    browser: {
      networkAddress: request.ip,
      knownAs: isSecret(knownAs) ? knownAs : undefined,
      journey: cookies.read(request, 'journey'),
      session: cookies.read(request, 'session'),
    },
  } satisfies OpenVisit | Visit;
};

const cleanQuery = (url: string): URLSearchParams => {
  const query = new URLSearchParams();
  const at = url.indexOf('?');
  if (at !== -1)
    for (const [name, value] of new URLSearchParams(url.slice(at)))
      query.append(cleanText(name), cleanText(value));
  return query;
};

const goneSignal = (reply: FastifyReply): AbortSignal => {
  const gone = new AbortController();
  // Of the answer, not of the connection, which serves many requests and would gather a listener for each.
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
};
