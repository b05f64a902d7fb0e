import { button, errorSummary, type Html, html } from '../../kit/index.ts';
import {
  type AuthorityChoice,
  nextField,
  passwordSignInForm,
  whichAuthority,
} from '../../parts/sign-in-form.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { staffPaths } from '../paths.ts';

export type SignInView = {
  readonly csrf: string;
  readonly next: string | undefined;
  readonly why: SignedOutBecause | undefined;
  readonly authorities: readonly AuthorityChoice[];
  /** Whether people can sign in through the organisation's own service. */
  readonly organisation: boolean;
  readonly typed?: { readonly authorityId: string; readonly email: string };
  readonly problem?: string;
};

/** Why somebody has to sign in again. */
export type SignedOutBecause = 'timed-out' | 'kept';

const SIGNED_OUT: Readonly<Record<SignedOutBecause, string>> = {
  'timed-out': 'You were signed out because nothing had been done for a while.',
  kept: 'You were signed out before you sent the form, so nothing has been saved. What you typed has been kept: sign in again and you are back at the form with it.',
};

/** Said above any way of signing in. */
export const signedOutNote = (why: SignedOutBecause | undefined): Html =>
  html`${why !== undefined && html`<div class="govuk-inset-text">${SIGNED_OUT[why]}</div>`}`;

const authorityPart = ({ authorities, typed }: SignInView): Html =>
  whichAuthority(authorities, { label: 'Your authority', chosen: typed?.authorityId });

const organisationPart = (
  view: SignInView,
): Html => html`<h2 class="govuk-heading-m">With your organisation’s account</h2>
<form method="get" action="${staffPaths.organisationSignIn()}">
${authorityPart(view)}
${nextField(view.next)}
${button({ text: 'Sign in with your organisation' })}
</form>
<h2 class="govuk-heading-m">With a password of this service</h2>`;

const passwordPart = (view: SignInView): Html => html`${passwordSignInForm({
  action: staffPaths.signIn(),
  csrf: view.csrf,
  next: view.next,
  authority: authorityPart(view),
  email: view.typed?.email,
  secondary: view.organisation,
})}
<p class="govuk-body">If you have forgotten your password, an administrator of your authority can give you a link to choose a new one.</p>`;

export const signInPage = (view: SignInView, status: 200 | 422 | 429 = 200): Page =>
  page({
    title: 'Sign in',
    status,
    titlePrefixError: view.problem !== undefined,
    main: readingWidth(html`${
      view.problem !== undefined &&
      errorSummary({
        titleText: 'There is a problem',
        errorList: [{ text: view.problem, href: '#email' }],
      })
    }
<h1 class="govuk-heading-l">Sign in</h1>
${signedOutNote(view.why)}
${
  view.authorities.length === 0
    ? html`<p class="govuk-body">No authority uses this service yet. The first is made by whoever installed it; see the guide to installing.</p>`
    : html`${view.organisation && organisationPart(view)}${passwordPart(view)}`
}`),
  });
