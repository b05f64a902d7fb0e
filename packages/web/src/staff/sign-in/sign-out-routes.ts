import { signOut } from '@rightplace/app';
import { html } from '../../kit/index.ts';
import { page, redirect } from '../../server/answer.ts';
import { openRoute, type Route, route } from '../../server/route.ts';
import { staffPaths } from '../paths.ts';

export const signOutRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: staffPaths.signOut,
    action: 'signed-in',
    audit: 'signed-out',
    keepsTyping: false,
    handler: async ({ signedIn }, world) => {
      await signOut(world, signedIn);
      const elsewhere =
        signedIn.method === 'single-sign-on'
          ? await world.identityProvider?.signOutUrl(staffPaths.signedOut())
          : undefined;
      return redirect(elsewhere ?? staffPaths.signedOut(), { cookies: { session: null } });
    },
  }),
  openRoute({
    method: 'GET',
    path: staffPaths.signedOut,
    action: 'anyone',
    because: 'it is where people are once they have signed out',
    audit: 'nothing',
    handler: () =>
      page({
        title: 'You have signed out',
        main: html`<h1 class="govuk-heading-l">You have signed out</h1>
<p class="govuk-body">If others use this computer, close the browser too.</p>
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.signIn()}">Sign in again</a></p>`,
      }),
  }),
];
