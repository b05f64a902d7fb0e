import {
  acceptInvitation,
  findInvited,
  listAuthorityNames,
  listProviderPeopleToTry,
  signInAsProviderToTry,
  signInToPortal,
  signOutOfPortal,
  type World,
} from '@rightplace/app';
import { html } from '../kit/index.ts';
import { passwordPage } from '../parts/password-page.ts';
import { type Answer, redirect } from '../server/answer.ts';
import { localPathOr } from '../server/local-path.ts';
import { openPortalRoute, portalRoute, type Route } from '../server/route.ts';
import type { OpenPortalVisit } from '../server/visit.ts';
import { providerPaths } from './paths.ts';
import {
  invitationNotValidPage,
  portalSignedOutPage,
  portalSignInPage,
  providersToTryPage,
} from './sign-in-pages.ts';

const BECAUSE = 'nobody is signed in until they have signed in';
const LINK = { linkKey: `E00000000.${'a'.repeat(43)}` };

/** To the page they asked for, if it is one of the portal's. */
const onwards = (form: URLSearchParams): string => {
  const next = localPathOr(providerPaths.referrals(), form.get('next'));
  return /^\/provider(?:[/?]|$)/.test(next) ? next : providerPaths.referrals();
};

const wholeNumber = (text: string | null): number =>
  text !== null && /^\d{1,15}$/.test(text) ? Number(text) : -1;

const signIn = async (visit: OpenPortalVisit, world: World): Promise<Answer> => {
  const { form, csrf, networkAddress } = visit;
  const typed = { authorityId: form.get('authority') ?? '', email: form.get('email') ?? '' };
  const password = form.get('password') ?? '';
  const answer = await signInToPortal(world, { ...typed, password, networkAddress });
  if (answer.kind === 'signed-in') return redirect(onwards(form), { cookies: { portal: answer.session } });
  const view = {
    csrf,
    next: form.get('next') ?? undefined,
    authorities: await listAuthorityNames(world),
    typed,
  };
  if (answer.kind === 'not-recognised')
    return portalSignInPage({ ...view, problem: 'The email address or the password is not right.' }, 422);
  const minutes = Math.max(1, Math.ceil(answer.seconds / 60));
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return portalSignInPage(
    { ...view, problem: `Too many attempts have not been right. Wait ${wait}, then try again.` },
    429,
  );
};

const showInvitation = async (
  visit: OpenPortalVisit<{ readonly linkKey: string }>,
  world: World,
  problem?: string,
): Promise<Answer> => {
  const { linkKey } = visit.params;
  const invited = await findInvited(world, linkKey);
  if (invited === undefined) return invitationNotValidPage();
  return passwordPage({
    title: 'Choose your password',
    action: providerPaths.invitation({ linkKey }),
    csrf: visit.csrf,
    email: invited.email,
    asksForCurrent: false,
    before: html`<p class="govuk-body">${invited.authority} has invited <strong>${invited.name}</strong> to answer its referrals. You will sign in as <strong>${invited.email}</strong>. If that is not you, close this page.</p>`,
    ...(problem === undefined ? {} : { problem: { field: 'wanted', sentence: problem } as const }),
  });
};

const accept = async (
  visit: OpenPortalVisit<{ readonly linkKey: string }>,
  world: World,
): Promise<Answer> => {
  const { linkKey } = visit.params;
  const answer = await acceptInvitation(world, { linkKey, wanted: visit.form.get('wanted') ?? '' });
  if (answer.kind === 'invitation-accepted')
    return redirect(providerPaths.signIn(), {
      notice: 'Your password has been saved. Sign in with it now.',
    });
  return answer.name === 'link-not-valid'
    ? invitationNotValidPage()
    : showInvitation(visit, world, answer.sentence);
};

const invitationRoutes: readonly Route[] = [
  openPortalRoute({
    method: 'GET',
    path: providerPaths.invitation,
    example: LINK,
    action: 'anyone',
    because: 'whoever holds the invitation has no password yet',
    audit: 'nothing',
    isGuessable: true,
    handler: (visit, world) => showInvitation(visit, world),
  }),
  openPortalRoute({
    method: 'POST',
    path: providerPaths.invitation,
    example: LINK,
    action: 'anyone',
    because: 'whoever holds the invitation has no password yet',
    audit: 'portal-invitation-accepted',
    isGuessable: true,
    keepsTyping: false,
    handler: accept,
  }),
];

/** Live: with a password, chosen by following an invitation. */
const passwordRoutes: readonly Route[] = [
  openPortalRoute({
    method: 'GET',
    path: providerPaths.signIn,
    action: 'anyone',
    because: BECAUSE,
    audit: 'nothing',
    handler: async ({ csrf, query }, world) =>
      portalSignInPage({
        csrf,
        next: query.get('next') ?? undefined,
        authorities: await listAuthorityNames(world),
      }),
  }),
  openPortalRoute({
    method: 'POST',
    path: providerPaths.signIn,
    action: 'anyone',
    because: BECAUSE,
    audit: 'portal-signed-in',
    isGuessable: true,
    keepsTyping: false,
    handler: signIn,
  }),
];

/** In demonstration mode. Live, neither route exists. */
const demonstrationRoutes: readonly Route[] = [
  openPortalRoute({
    method: 'GET',
    path: providerPaths.signIn,
    action: 'anyone',
    because: BECAUSE,
    audit: 'nothing',
    handler: async ({ csrf, query }, world) =>
      providersToTryPage({
        csrf,
        next: query.get('next') ?? undefined,
        authorities: await listProviderPeopleToTry(world),
      }),
  }),
  openPortalRoute({
    method: 'POST',
    path: providerPaths.signInAs,
    action: 'anyone',
    because: BECAUSE,
    audit: 'portal-signed-in',
    handler: async ({ form }, world) => {
      const answer = await signInAsProviderToTry(world, {
        authorityId: form.get('authority') ?? '',
        personId: wholeNumber(form.get('person')),
      });
      return answer.kind === 'refused'
        ? redirect(providerPaths.signIn())
        : redirect(onwards(form), { cookies: { portal: answer.session } });
    },
  }),
];

/** How people of providers come in and go out. */
export const portalSignInRoutes = ({ mode }: World): readonly Route[] => [
  ...(mode === 'demo' ? demonstrationRoutes : passwordRoutes),
  ...invitationRoutes,
  portalRoute({
    method: 'POST',
    path: providerPaths.signOut,
    action: 'signed-in',
    audit: 'portal-signed-out',
    keepsTyping: false,
    handler: async ({ visitor }, world) => {
      await signOutOfPortal(world, visitor);
      return redirect(providerPaths.signedOut(), { cookies: { portal: null } });
    },
  }),
  openPortalRoute({
    method: 'GET',
    path: providerPaths.signedOut,
    action: 'anyone',
    because: 'it is where people are once they have signed out',
    audit: 'nothing',
    handler: portalSignedOutPage,
  }),
];
