import { IDLE_MINUTES, type PortalVisitor, type SignedIn } from '@rightplace/app';
import { containsDay, type Day, roleTitle } from '@rightplace/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { html, type NavigationItem, notificationBanner, page as wholePage } from '../kit/index.ts';
import { providerPaths } from '../provider/paths.ts';
import { staffPaths } from '../staff/paths.ts';
import type { Page } from './answer.ts';
import type { Cookies } from './cookies.ts';
import { unpackNotice } from './send-answer.ts';

/** What stands round every page: who is signed in, where they may go, and a sentence about what just happened. */
export type Framing = {
  readonly navigation: (signedIn: SignedIn) => readonly NavigationItem[];
  readonly today: () => Day;
};

const rolesInWords = ({ actor }: SignedIn, today: Day): string =>
  actor.assignments
    .filter((assignment) => containsDay(assignment, today))
    .map(({ role }) => roleTitle(role))
    .join(', ') || 'no role yet';

const userOf = (signedIn: SignedIn, csrf: string, today: Day) => ({
  name: signedIn.person.name,
  role: rolesInWords(signedIn, today),
  signOut: { action: staffPaths.signOut(), csrfToken: csrf },
});

const REFERRALS = { key: 'referrals', text: 'Referrals', href: providerPaths.referrals() };

/** Round a page of the portal: whose it is, and nothing of the staff's. */
const portalFrame = ({ authority, person, provider }: PortalVisitor, csrf: string) => ({
  authority,
  user: {
    name: person.name,
    role: provider.name,
    signOut: { action: providerPaths.signOut(), csrfToken: csrf },
  },
  navigation: [REFERRALS],
});

export const frameFor =
  (framing: Framing, cookies: Cookies, request: FastifyRequest, reply: FastifyReply) =>
  (page: Page): string => {
    const { kind: _kind, status: _status, cookies: _cookies, ...parts } = page;
    const left = unpackNotice(cookies.read(request, 'notice'));
    if (left !== undefined) cookies.write(reply, { notice: null });
    // What was done in another tab is no answer to what was sent from this one.
    const notice = request.method === 'GET' ? left : undefined;
    const { signedIn, portal, csrf } = request;
    const isPortal = /^\/provider(?:[/?]|$)/.test(request.url);
    const navigation = signedIn === undefined ? [] : framing.navigation(signedIn);
    return wholePage({
      ...parts,
      ...(signedIn === undefined
        ? {}
        : {
            authority: signedIn.authority,
            user: userOf(signedIn, csrf, framing.today()),
            navigation,
            breadcrumbs: wayBack(parts.breadcrumbs, navigation),
            scripts: [...(parts.scripts ?? []), 'session.js'],
          }),
      ...(isPortal ? { service: { name: 'Rightplace for providers', href: providerPaths.referrals() } } : {}),
      ...(portal === undefined ? {} : portalFrame(portal, csrf)),
      path: request.url.split('?')[0],
      main: html`${signedIn !== undefined && runningOut}${
        notice !== undefined && notificationBanner({ type: 'success', text: notice })
      }${parts.main}`,
    });
  };

/**
 * The way back, for whoever may go it: who reads cases and takes no part in them has no work of their own, and comes from what
 * is being decided.
 */
const wayBack = (crumbs: Page['breadcrumbs'], navigation: readonly NavigationItem[]): Page['breadcrumbs'] => {
  const may = (address: string): boolean => navigation.some(({ href }) => href === address);
  const instead = { text: 'Decisions', href: staffPaths.decisionsOverview() };
  return may(staffPaths.myWork())
    ? crumbs
    : crumbs?.flatMap((crumb) =>
        crumb.href !== staffPaths.myWork() ? [crumb] : may(instead.href) ? [instead] : [],
      );
};

/** Where the script says that the session is about to run out; empty and hidden until then. */
const runningOut = html`<div class="govuk-inset-text" role="alert" data-session-minutes="${IDLE_MINUTES}" hidden></div>`;
