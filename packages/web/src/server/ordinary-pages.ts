import { html } from '../kit/index.ts';
import { type Page, page } from './answer.ts';
import { readingWidth } from './reading-width.ts';

/** The calm pages for when something is not as hoped. Each says what happened and what to do. */
export const notFoundPage = (): Page =>
  page({
    title: 'Page not found',
    status: 404,
    main: readingWidth(html`<h1 class="govuk-heading-l">Page not found</h1>
<p class="govuk-body">If you typed the address, check it is right. If you followed a link, what it led to may have been moved, or may not be yours to see.</p>
<p class="govuk-body"><a class="govuk-link" href="/">Go to the home page</a></p>`),
  });

export const forbiddenPage = (sentence?: string): Page =>
  page({
    title: 'You cannot do this',
    status: 403,
    main: readingWidth(html`<h1 class="govuk-heading-l">You cannot do this</h1>
<p class="govuk-body">${sentence ?? 'Your role does not include this page.'}</p>
<p class="govuk-body">If you need it for your work, ask an administrator of your authority to change your role. <a class="govuk-link" href="/account">See the roles you hold</a>.</p>`),
  });

export const staleFormPage = (): Page =>
  page({
    title: 'This form cannot be accepted',
    status: 403,
    main: readingWidth(html`<h1 class="govuk-heading-l">This form cannot be accepted</h1>
<p class="govuk-body">It was opened before you signed in or out, or it did not come from this service. Nothing has been changed.</p>
<p class="govuk-body">Go back, copy anything you have typed, load the page again and send it once more.</p>`),
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
