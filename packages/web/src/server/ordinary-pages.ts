import type { AttemptRefusal, Refusal } from '@rightplace/domain';
import { type Html, html, noHtml, type TypedFields } from '../kit/index.ts';
import { type Page, page } from './answer.ts';
import { readingWidth } from './reading-width.ts';
import { typedList } from './typed-list.ts';

/** The calm pages for when something is not as hoped. Each says what happened and what to do. */
export const notFoundPage = (home = '/', fields: TypedFields = []): Page =>
  page({
    title: 'Page not found',
    status: 404,
    main: readingWidth(html`<h1 class="govuk-heading-l">Page not found</h1>
<p class="govuk-body">If you typed the address, check it is right. If you followed a link, what it led to may have been moved, or may not be yours to see.</p>
${toCopy(fields)}
<p class="govuk-body"><a class="govuk-link" href="${home}">Go to the home page</a></p>`),
  });

/** Where somebody's role, or how far it was given, is why: then an administrator can help. */
const ROLE_IS_WHY: ReadonlySet<string> = new Set([
  'not-your-role',
  'figures-only',
  'whole-authority-needed',
  'team-needed',
  'service-needed',
  'provider-needed',
  'end-needed',
  'access-ended',
  'access-not-begun',
] satisfies readonly AttemptRefusal['name'][]);

export const forbiddenPage = ({ name, sentence }: Refusal, fields: TypedFields = []): Page =>
  page({
    title: 'You cannot do this',
    status: 403,
    main: readingWidth(html`<h1 class="govuk-heading-l">You cannot do this</h1>
<p class="govuk-body">${sentence}</p>
${toCopy(fields)}
${
  ROLE_IS_WHY.has(name)
    ? html`<p class="govuk-body">If you need it for your work, ask an administrator of your authority to change your role. <a class="govuk-link" href="/account">See the roles you hold</a>.</p>`
    : html`<p class="govuk-body">Nothing has been changed. <a class="govuk-link" href="/">Go to the home page</a></p>`
}`),
  });

export const staleFormPage = (fields: TypedFields = []): Page =>
  page({
    title: 'This form cannot be accepted',
    status: 403,
    main: readingWidth(html`<h1 class="govuk-heading-l">This form cannot be accepted</h1>
<p class="govuk-body">It was opened before you signed in or out, or it did not come from this service. Nothing has been changed.</p>
<p class="govuk-body">${
      fields.length === 0
        ? 'Go back, copy anything you have typed, load the page again and send it once more.'
        : 'Copy what you need from below, open the page again and send it once more.'
    }</p>
${toCopy(fields)}`),
  });

/** What was sent, shown once to whoever sent it: the only way left not to lose it. */
export const toCopy = (fields: TypedFields): Html =>
  fields.length === 0
    ? noHtml
    : html`<h2 class="govuk-heading-m">What you sent</h2>
<p class="govuk-body">It was not saved. Copy what you need before you leave this page.</p>
${typedList(fields)}`;

const WHY_NOT_KEPT = {
  'too-long':
    'You were signed out before you sent it, so nothing has been saved, and it is too long to be kept for you: more than 100,000 characters.',
  nobody:
    'You are not signed in, and the service cannot tell any longer who opened this form. Nothing has been saved or kept.',
} as const;

export const nothingKeptPage = ({
  why,
  fields,
  signIn = '/sign-in',
}: {
  readonly why: keyof typeof WHY_NOT_KEPT;
  readonly fields: TypedFields;
  readonly signIn?: string;
}): Page =>
  page({
    title: 'What you typed has not been saved',
    status: why === 'too-long' ? 413 : 403,
    main: readingWidth(html`<h1 class="govuk-heading-l">What you typed has not been saved</h1>
<p class="govuk-body">${WHY_NOT_KEPT[why]}</p>
<p class="govuk-body">Copy what you need from below before you leave this page. Then <a class="govuk-link" href="${signIn}">sign in</a>, open the form again and put it in.</p>
${toCopy(fields)}`),
  });

/** It says nothing of whose it is or what is in it. */
export const keptForAnotherPage = (): Page =>
  page({
    title: 'This form was opened by somebody else',
    status: 409,
    main: readingWidth(html`<h1 class="govuk-heading-l">This form was opened by somebody else</h1>
<p class="govuk-body">Somebody else was signed in here when it was opened, so nothing has been saved in your name. What was typed is kept for them and is offered to them when they sign in.</p>
<p class="govuk-body"><a class="govuk-link" href="/">Go to your home page</a></p>`),
  });

export const tooManyPage = (seconds: number): Page =>
  page({
    title: 'Too many requests',
    status: 429,
    main: readingWidth(html`<h1 class="govuk-heading-l">Too many requests</h1>
<p class="govuk-body">More has been asked from here than a person would ask. Wait ${seconds} seconds, then try again.</p>`),
  });

export const badRequestPage = (sentence: string): Page =>
  page({
    title: 'This could not be read',
    main: readingWidth(html`<h1 class="govuk-heading-l">This could not be read</h1>
<p class="govuk-body">${sentence} Nothing has been changed.</p>`),
  });

export const faultPage = (reference: string): Page =>
  page({
    title: 'Sorry, there is a problem with the service',
    status: 500,
    main: readingWidth(html`<h1 class="govuk-heading-l">Sorry, there is a problem with the service</h1>
<p class="govuk-body">Nothing you sent just now has been saved. Try again in a few minutes.</p>
<p class="govuk-body">If it happens again, tell the people who look after the service this reference: <strong>${reference}</strong></p>`),
  });
