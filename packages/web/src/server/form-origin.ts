import { findFormOwner, type TimedOut, type Visitor, type World } from '@rightplace/app';
import type { FastifyRequest } from 'fastify';
import type { Answer } from './answer.ts';
import type { Cookies } from './cookies.ts';
import { CSRF_FIELD, CSRF_HEADER, comesFromElsewhere, pageOfToken } from './csrf.ts';

/** Where a form comes from, as its token proves. */
export type FormOrigin = {
  /** Served to this browser in the session that its cookie still names. */
  readonly isOfThisSession: boolean;
  /** The page it stood on. */
  readonly page: string | undefined;
  /** Whose it was, when the session it was served in has ended since. */
  readonly owner: TimedOut | undefined;
};

const FROM_ELSEWHERE: FormOrigin = { isOfThisSession: false, page: undefined, owner: undefined };

/** How many ended sessions of a browser are remembered, for forms still open in its tabs. */
const EARLIER_SESSIONS = 3;
const BETWEEN = '~';

const earlierSessions = (cookies: Cookies, request: FastifyRequest): readonly string[] =>
  (cookies.read(request, 'earlier') ?? '').split(BETWEEN).slice(0, EARLIER_SESSIONS);

/** An answer that ends this browser's session, or begins another, leaves a note of the one that is over. */
export const rememberSession = (answer: Answer, request: FastifyRequest, cookies: Cookies): Answer => {
  if ((answer.kind !== 'redirect' && answer.kind !== 'page') || answer.cookies?.session === undefined)
    return answer;
  const over = cookies.read(request, 'session');
  // Before signing in it is a secret of nobody's, without an authority.
  if (over === undefined || !/^[A-Z0-9]{1,20}\.[\w-]{43}$/.test(over)) return answer;
  const earlier = [over, ...earlierSessions(cookies, request).filter((each) => each !== over && each !== '')];
  return {
    ...answer,
    cookies: { ...answer.cookies, earlier: earlier.slice(0, EARLIER_SESSIONS).join(BETWEEN) },
  };
};

/**
 * A token is only as good as the cookie it was made with, which the browser must bring along: of this session, or of
 * one that ended in this browser. So nothing can be planted by anybody who does not hold both.
 */
export const originOf = async (
  { world, cookies }: { readonly world: World; readonly cookies: Cookies },
  sent: {
    readonly request: FastifyRequest;
    readonly form: URLSearchParams;
    readonly cookie: string;
    readonly visitor: Visitor;
  },
): Promise<FormOrigin> => {
  const { request, form, cookie, visitor } = sent;
  if (request.method !== 'POST' || comesFromElsewhere(request.headers['sec-fetch-site']))
    return FROM_ELSEWHERE;
  const token = request.headers[CSRF_HEADER] ?? form.get(CSRF_FIELD);
  const page = pageOfToken(token, cookie);
  if (page !== undefined) {
    const owner = visitor.kind === 'timed-out' ? visitor.who : undefined;
    return { isOfThisSession: true, page, owner };
  }
  for (const key of earlierSessions(cookies, request)) {
    const earlierPage = pageOfToken(token, key);
    if (earlierPage !== undefined)
      return { isOfThisSession: false, page: earlierPage, owner: await findFormOwner(world, key) };
  }
  return FROM_ELSEWHERE;
};
