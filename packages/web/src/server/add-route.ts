import { discardKeptForm, type PendingForm, recordView, type SignedIn, type World } from '@rightplace/app';
import { londonDayOf, type Moment } from '@rightplace/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Answer, Download, Page } from './answer.ts';
import { answerToProvider } from './answer-to-provider.ts';
import { type Cookies, isSecret } from './cookies.ts';
import { CSRF_FIELD, csrfToken } from './csrf.ts';
import { KEPT_FIELD, type ReadForm, readForm } from './form.ts';
import { originOf, rememberSession } from './form-origin.ts';
import { type Framing, frameFor } from './frame.ts';
import { passGate } from './gate.ts';
import { readPageWithKept } from './kept-address.ts';
import { forbiddenPage, notFoundPage } from './ordinary-pages.ts';
import { reachedAt } from './reached-at.ts';
import { recognise } from './recognise.ts';
import { cleanQuery, hasPlainParams, paramsOf } from './request-parts.ts';
import type { Route } from './route.ts';
import { sendAnswer } from './send-answer.ts';
import { findKept, showAgain } from './show-again.ts';
import { turnAway } from './turn-away.ts';
import { homeOf, isOfScript, withTyped } from './typed-too-late.ts';
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
      sendAnswer(
        reply,
        rememberSession(
          await (route.audience === 'provider' ? answerToProvider : answerTo)(route, shell, request, reply),
          request,
          shell.cookies,
        ),
        {
          cookies: shell.cookies,
          frame: frameFor(shell.framing, shell.cookies, request, reply),
          notFound: () => notFoundPage(homeOf(route)),
          refused: forbiddenPage,
        },
      ),
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
  const sent = await readForm(request, route.upload);
  const origin = await originOf(shell, { request, form: sent.form, cookie, visitor });
  const { address, keptFormId } = readPageWithKept(request.url);
  // A form that comes back with mistakes stands, as to where it leads back to, on the page it was first shown on.
  request.csrf = csrfToken(cookie, origin.page ?? (route.method === 'GET' ? address : undefined));
  const sentFormId = Number(sent.form.get(KEPT_FIELD) ?? Number.NaN);
  for (const name of [CSRF_FIELD, KEPT_FIELD]) sent.form.delete(name);

  const now = world.now();
  const gate = passGate(route, { visitor, origin, today: londonDayOf(now) });
  if (gate.kind !== 'open') return turnAway(gate, route, { request, form: sent.form, shell });
  if (!hasPlainParams(request)) return withTyped({ kind: 'not-found' }, route, sent.form);

  const { signedIn } = gate;
  const kept = await findKept({ route, signedIn, keptFormId, address }, world);
  const visit = visitOf({ request, reply, sent, now, address, kept, cookies: shell.cookies, signedIn });
  // The gate has just made sure that somebody is signed in where the handler counts on it.
  const answered = withTyped(await route.handler(visit as never, world), route, sent.form);
  const answer = kept === undefined ? answered : showAgain(answered, kept, request.csrf);
  if (signedIn === undefined) return answer;
  // What was typed has now been answered: accepted, or on the page again to be put right.
  if (Number.isSafeInteger(sentFormId) && !isOfScript(route, request))
    await discardKeptForm(world, signedIn, sentFormId);
  if (isViewToRecord(route) && isShown(answer))
    await recordView(world, signedIn, route.audit, visit.params, answer.childrenNamed);
  return answer;
};

const isViewToRecord = ({ method, audit, recordsItself }: Route): boolean =>
  method === 'GET' && audit !== 'nothing' && recordsItself !== true;

const isShown = (answer: Answer): answer is Page | Download =>
  answer.kind === 'download' || (answer.kind === 'page' && (answer.status ?? 200) === 200);

const visitOf = ({
  request,
  reply,
  sent,
  now,
  address,
  kept,
  cookies,
  signedIn,
}: {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly sent: ReadForm;
  readonly now: Moment;
  readonly address: string;
  readonly kept: PendingForm | undefined;
  readonly cookies: Cookies;
  readonly signedIn: SignedIn | undefined;
}) => {
  const knownAs = cookies.read(request, 'device');
  return {
    params: paramsOf(request),
    query: cleanQuery(address),
    ...sent,
    csrf: request.csrf,
    now,
    today: londonDayOf(now),
    address,
    kept: kept && new URLSearchParams(kept.fields.map(([name, value]): [string, string] => [name, value])),
    reachedAt: reachedAt(request),
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

const goneSignal = (reply: FastifyReply): AbortSignal => {
  const gone = new AbortController();
  // Of the answer, not of the connection, which serves many requests and would gather a listener for each.
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
};
