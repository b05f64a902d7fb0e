import type { ProviderPeopleOfAuthority } from '@rightplace/app';
import { csrfField, errorSummary, type Html, html } from '../kit/index.ts';
import {
  type AuthorityChoice,
  nextField,
  passwordSignInForm,
  whichAuthority,
} from '../parts/sign-in-form.ts';
import { type Page, page } from '../server/answer.ts';
import { readingWidth } from '../server/reading-width.ts';
import { providerPaths } from './paths.ts';

export interface PortalSignInView {
  readonly csrf: string;
  readonly next: string | undefined;
  readonly authorities: readonly AuthorityChoice[];
  readonly typed?: { readonly authorityId: string; readonly email: string };
  readonly problem?: string;
}

const TITLE = 'Sign in as a provider';

export const portalSignInPage = (view: PortalSignInView, status: 200 | 422 | 429 = 200): Page =>
  page({
    title: TITLE,
    status,
    titlePrefixError: view.problem !== undefined,
    main: readingWidth(html`${
      view.problem !== undefined &&
      errorSummary({ titleText: 'There is a problem', errorList: [{ text: view.problem, href: '#email' }] })
    }
<h1 class="govuk-heading-l">${TITLE}</h1>
${passwordSignInForm({
  action: providerPaths.signIn(),
  csrf: view.csrf,
  next: view.next,
  authority: whichAuthority(view.authorities, {
    label: 'The authority that invited you',
    chosen: view.typed?.authorityId,
  }),
  email: view.typed?.email,
})}
<p class="govuk-body">You need an invitation from the authority’s placements team. If you have forgotten your password, ask them for a new one.</p>`),
  });

const choices = (
  { authority, people }: ProviderPeopleOfAuthority,
  { csrf, next }: { readonly csrf: string; readonly next: string | undefined },
): Html => html`<h2 class="govuk-heading-m">${authority.name}</h2>
${
  people.length === 0
    ? html`<p class="govuk-body">Nobody of a provider has been invited.</p>`
    : html`<form method="post" action="${providerPaths.signInAs()}">${csrfField(csrf)}${nextField(next)}
<input type="hidden" name="authority" value="${authority.id}">
<ul class="govuk-list">${people.map(
        ({ id, name, provider }) =>
          html`<li><button class="app-link-button govuk-!-font-size-19" name="person" value="${id}">${name}</button> <span class="app-quiet">${provider}</span></li>`,
      )}</ul></form>`
}`;

/** In demonstration mode: choose whom to be. */
export const providersToTryPage = (view: {
  readonly csrf: string;
  readonly next: string | undefined;
  readonly authorities: readonly ProviderPeopleOfAuthority[];
}): Page =>
  page({
    title: 'Choose which provider to sign in as',
    main: readingWidth(html`<h1 class="govuk-heading-l">Choose which provider to sign in as</h1>
<p class="govuk-body">This is a demonstration: these people and their homes are invented. Each sees only what their own provider was sent.</p>
${view.authorities.map((part) => choices(part, view))}
<p class="govuk-body"><a class="govuk-link" href="/sign-in">Sign in as somebody of the authority</a></p>`),
  });

export const invitationNotValidPage = (): Page =>
  page({
    title: 'This invitation does not work',
    status: 403,
    main: readingWidth(html`<h1 class="govuk-heading-l">This invitation does not work</h1>
<p class="govuk-body">An invitation works once and for seven days, and a newer one replaces it. Check that you have all of the link, or ask the authority’s placements team for a new one.</p>
<p class="govuk-body"><a class="govuk-link" href="${providerPaths.signIn()}">Sign in as a provider</a></p>`),
  });

export const portalSignedOutPage = (): Page =>
  page({
    title: 'You have signed out',
    main: readingWidth(html`<h1 class="govuk-heading-l">You have signed out</h1>
<p class="govuk-body">If others use this computer, close the browser too.</p>
<p class="govuk-body"><a class="govuk-link" href="${providerPaths.signIn()}">Sign in again</a></p>`),
  });
