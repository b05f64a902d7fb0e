import {
  addPeopleToTry,
  listAuthorityNames,
  listPeopleToTry,
  signInAsPersonToTry,
  signInWithPassword,
} from '@rightplace/app';
import { redirect } from '../../server/answer.ts';
import { localPathOr } from '../../server/local-path.ts';
import { openRoute, type Route } from '../../server/route.ts';
import type { OpenVisit } from '../../server/visit.ts';
import { staffPaths } from '../paths.ts';
import { demonstrationPage } from './demonstration-page.ts';
import { type SignedOutBecause, signInPage } from './sign-in-page.ts';

const BECAUSE = 'nobody is signed in until they have signed in';

/** Where the person was going; the kept forms, if there are any, come first by themselves. */
export const nextOf = (values: URLSearchParams): string => localPathOr(staffPaths.home(), values.get('next'));

const WHYS: readonly SignedOutBecause[] = ['timed-out', 'kept'];

const asked = (visit: OpenVisit) => ({
  csrf: visit.csrf,
  next: visit.query.get('next') ?? undefined,
  why: WHYS.find((why) => why === visit.query.get('why')),
});

/** After signing in: to what was kept from before a time-out, which leads on to where they were going. */
export const afterSignIn = (next: string): string =>
  staffPaths.keptForms({ next: next === staffPaths.home() ? undefined : next });

/** Demonstration mode. Live, none of these routes exists. */
export const demonstrationRoutes: readonly Route[] = [
  openRoute({
    method: 'GET',
    path: staffPaths.signIn,
    action: 'anyone',
    because: BECAUSE,
    audit: 'nothing',
    handler: async (visit, world) =>
      demonstrationPage({ ...asked(visit), authorities: await listPeopleToTry(world) }),
  }),
  openRoute({
    method: 'POST',
    path: staffPaths.signInAs,
    action: 'anyone',
    because: BECAUSE,
    audit: 'signed-in',
    handler: async ({ form, browser }, world) => {
      const answer = await signInAsPersonToTry(world, {
        authorityId: form.get('authority') ?? '',
        personId: wholeNumber(form.get('person')),
        replaces: browser.session,
      });
      if (answer.kind === 'refused') return redirect(staffPaths.signIn());
      return redirect(afterSignIn(nextOf(form)), { cookies: { session: answer.session } });
    },
  }),
  openRoute({
    method: 'POST',
    path: staffPaths.addPeopleToTry,
    action: 'anyone',
    because: BECAUSE,
    audit: 'people-to-try-added',
    handler: async ({ form }, world) => {
      await addPeopleToTry(world, form.get('authority') ?? '');
      return redirect(staffPaths.signIn());
    },
  }),
];

/** The number of a person, team or form in a field; nobody's number when it is no number. */
export const wholeNumber = (text: string | null): number =>
  text !== null && /^\d{1,15}$/.test(text) ? Number(text) : -1;

const inMinutes = (seconds: number): string =>
  seconds <= 60 ? 'a minute' : `${Math.ceil(seconds / 60)} minutes`;

/** Live: a password of this service. */
export const passwordRoutes: readonly Route[] = [
  openRoute({
    method: 'GET',
    path: staffPaths.signIn,
    action: 'anyone',
    because: BECAUSE,
    audit: 'nothing',
    handler: async (visit, world) =>
      signInPage({
        ...asked(visit),
        authorities: await listAuthorityNames(world),
        organisation: world.identityProvider !== undefined,
      }),
  }),
  openRoute({
    method: 'POST',
    path: staffPaths.signIn,
    action: 'anyone',
    because: BECAUSE,
    audit: 'signed-in',
    isGuessable: true,
    keepsTyping: false,
    handler: async ({ form, browser, csrf }, world) => {
      const typed = { authorityId: form.get('authority') ?? '', email: form.get('email') ?? '' };
      const answer = await signInWithPassword(world, {
        ...typed,
        password: form.get('password') ?? '',
        networkAddress: browser.networkAddress,
        knownAs: browser.knownAs,
        replaces: browser.session,
      });
      if (answer.kind === 'signed-in')
        return redirect(afterSignIn(nextOf(form)), {
          cookies: { session: answer.session, device: answer.knownAs },
        });
      const view = {
        csrf,
        next: form.get('next') ?? undefined,
        why: undefined,
        authorities: await listAuthorityNames(world),
        organisation: world.identityProvider !== undefined,
        typed,
      };
      return answer.kind === 'wait'
        ? signInPage(
            {
              ...view,
              problem: `Too many attempts have not been right. Wait ${inMinutes(answer.seconds)}, then try again.`,
            },
            429,
          )
        : signInPage({ ...view, problem: 'The email address or the password is not right.' }, 422);
    },
  }),
];
