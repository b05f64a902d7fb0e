import { signInWithIdentity } from '@rightplace/app';
import { html } from '../../kit/index.ts';
import { type Page, page, redirect } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { openRoute, type Route } from '../../server/route.ts';
import { staffPaths } from '../paths.ts';
import { packJourney, unpackJourney } from './journey-cookie.ts';
import { afterSignIn, nextOf } from './sign-in-routes.ts';

const BECAUSE = 'nobody is signed in until they have signed in';

const couldNotSignIn = (sentence: string, status: 403 | 503): Page =>
  page({
    title: 'You have not been signed in',
    status,
    cookies: { journey: null },
    main: readingWidth(html`<h1 class="govuk-heading-l">You have not been signed in</h1>
<p class="govuk-body">${sentence}</p>
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.signIn()}">Go to the sign-in page</a></p>`),
  });

const START_AGAIN =
  'This page can only be reached by starting to sign in here, within the last ten minutes, in the same browser.';

/** Live, with OIDC_ISSUER set: to the organisation's identity provider and back. */
export const organisationRoutes: readonly Route[] = [
  openRoute({
    method: 'GET',
    path: staffPaths.organisationSignIn,
    action: 'anyone',
    because: BECAUSE,
    audit: 'nothing',
    handler: async ({ query }, { identityProvider }) => {
      if (identityProvider === undefined) return { kind: 'not-found' };
      const begun = await identityProvider.begin({
        authorityId: query.get('authority') ?? '',
        next: nextOf(query),
      });
      if (begun.kind === 'provider-down') return couldNotSignIn(begun.sentence, 503);
      return redirect(begun.url, { cookies: { journey: packJourney(begun.journey) } });
    },
  }),
  openRoute({
    method: 'GET',
    path: staffPaths.organisationReturn,
    action: 'anyone',
    because: BECAUSE,
    audit: 'signed-in',
    isGuessable: true,
    handler: async ({ address, browser }, world) => {
      const journey = unpackJourney(browser.journey);
      if (world.identityProvider === undefined) return { kind: 'not-found' };
      if (journey === undefined) return couldNotSignIn(START_AGAIN, 403);
      const returned = await world.identityProvider.finish(journey, address);
      if (returned.kind !== 'identified')
        return couldNotSignIn(returned.sentence, returned.kind === 'provider-down' ? 503 : 403);
      const answer = await signInWithIdentity(world, {
        authorityId: journey.authorityId,
        identity: returned.identity,
        networkAddress: browser.networkAddress,
        replaces: browser.session,
      });
      if (answer.kind === 'refused') return couldNotSignIn(answer.sentence, 403);
      return redirect(afterSignIn(journey.next), { cookies: { session: answer.session, journey: null } });
    },
  }),
];
