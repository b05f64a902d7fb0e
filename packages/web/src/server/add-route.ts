import { discardKeptForm, keepForm, recordView, type Visitor, type World } from '@rightplace/app';
import { londonDayOf } from '@rightplace/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { staffPaths } from '../staff/paths.ts';
import type { Answer } from './answer.ts';
import { redirect } from './answer.ts';
import type { Cookies } from './cookies.ts';
import { CSRF_FIELD, CSRF_HEADER, comesFromElsewhere, csrfToken, isCsrfToken } from './csrf.ts';
import { cleanText, KEPT_FIELD, readForm } from './form.ts';
import { type Framing, frameFor } from './frame.ts';
import { passGate } from './gate.ts';
import { forbiddenPage, notFoundPage, staleFormPage } from './ordinary-pages.ts';
import { recognise } from './recognise.ts';
import type { Route } from './route.ts';
import { sendAnswer } from './send-answer.ts';
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
    handler: (request, reply) => answerRequest(route, shell, request, reply),
  });
};

const answerRequest = async (
  route: Route,
  shell: Shell,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { world, cookies } = shell;
  const { visitor, cookie } = await recognise(world, cookies, request, reply);
  if (visitor.kind === 'signed-in') request.signedIn = visitor.signedIn;
  request.csrf = csrfToken(cookie);
  const { form, uploads } = await readForm(request, route.upload);
  const token = request.headers[CSRF_HEADER] ?? form.get(CSRF_FIELD);
  const isOurs = !comesFromElsewhere(request.headers['sec-fetch-site']) && isCsrfToken(token, cookie);
  const keptFormId = Number(form.get(KEPT_FIELD) ?? Number.NaN);
  for (const name of [CSRF_FIELD, KEPT_FIELD]) form.delete(name);

  const sender = {
    cookies,
    frame: frameFor(shell.framing, cookies, request, reply),
    notFound: notFoundPage,
    refused: forbiddenPage,
  };
  const now = world.now();
  const today = londonDayOf(now);
  const gate = passGate(route, { visitor, hasGoodToken: isOurs, today });
  if (gate.kind !== 'open') letTheRestGo(request);
  switch (gate.kind) {
    case 'sign-in-first':
      return sendAnswer(reply, signInFirst(request, shell), sender);
    case 'timed-out':
      if (gate.keepsForm) await keepWhatWasTyped(world, visitor, request, form);
      return sendAnswer(reply, signInFirst(request, shell, 'timed-out'), sender);
    case 'forged-form':
      return sendAnswer(reply, staleFormPage(), sender);
    case 'forbidden':
      return sendAnswer(reply, gate.refusal, sender);
    case 'open':
  }

  const params = request.params as Readonly<Record<string, string>>;
  // No identifier holds a control character, and PostgreSQL would refuse the NUL byte with an error.
  if (Object.values(params).some((value) => /\p{C}/u.test(value)))
    return sendAnswer(reply, { kind: 'not-found' }, sender);
  const visit = {
    params,
    query: cleanQuery(request.url),
    form,
    uploads,
    csrf: request.csrf,
    now,
    today,
    address: request.url,
    gone: goneSignal(request),
    signedIn: gate.signedIn,
    browser: {
      networkAddress: request.ip,
      knownAs: cookies.read(request, 'device'),
      journey: cookies.read(request, 'journey'),
      session: cookies.read(request, 'session'),
    },
  } satisfies OpenVisit | Visit;
  // The gate has just made sure that somebody is signed in where the handler counts on it.
  const answer = await route.handler(visit as never, world);
  if (gate.signedIn !== undefined) {
    // What was typed has now been answered: accepted, or on the page again to be put right.
    if (Number.isSafeInteger(keptFormId)) await discardKeptForm(world, gate.signedIn, keptFormId);
    if (isViewToRecord(route) && isShown(answer)) await recordView(world, gate.signedIn, route.audit, params);
  }
  return sendAnswer(reply, answer, sender);
};

const isViewToRecord = ({ method, audit, recordsItself }: Route): boolean =>
  method === 'GET' && audit !== 'nothing' && recordsItself !== true;

const isShown = (answer: Answer): boolean =>
  answer.kind === 'download' || (answer.kind === 'page' && (answer.status ?? 200) === 200);

const cleanQuery = (url: string): URLSearchParams => {
  const query = new URLSearchParams();
  const at = url.indexOf('?');
  if (at !== -1)
    for (const [name, value] of new URLSearchParams(url.slice(at)))
      query.append(cleanText(name), cleanText(value));
  return query;
};

/** A form is not a page to come back to, unless the same address also shows one. */
const signInFirst = (request: FastifyRequest, { routes }: Shell, why?: 'timed-out'): Answer => {
  const pattern = request.routeOptions.url;
  const isShown = routes.some(({ method, path }) => method === 'GET' && path.pattern === pattern);
  const next = isShown && request.url !== '/' ? request.url : undefined;
  return redirect(staffPaths.signIn({ next, why }));
};

const LONGEST_KEPT_CHARACTERS = 100_000;

const keepWhatWasTyped = async (
  world: World,
  visitor: Visitor,
  request: FastifyRequest,
  form: URLSearchParams,
): Promise<void> => {
  const fields = [...form];
  if (visitor.kind !== 'timed-out' || fields.length === 0) return;
  if (form.toString().length > LONGEST_KEPT_CHARACTERS) return;
  await keepForm(world, visitor.who, { path: request.url, fields });
};

/** Lets a browser finish sending a file nobody will read, so that it goes on to show the answer. */
const letTheRestGo = (request: FastifyRequest): void => {
  if (!request.isMultipart()) return;
  request.raw.unpipe();
  request.raw.resume();
};

const goneSignal = (request: FastifyRequest): AbortSignal => {
  const gone = new AbortController();
  request.raw.socket?.once('close', () => gone.abort());
  return gone.signal;
};
