import { html } from '../../kit/index.ts';
import type { Page } from '../../server/answer.ts';
import { notRecordedPage } from '../../server/not-recorded-page.ts';
import { staffPaths } from '../paths.ts';

/** What somebody sent for a colleague whom they no longer act for: nothing was done, and what they typed is theirs to copy. */
export const actingOverPage = (sentence: string, form: URLSearchParams): Page =>
  notRecordedPage({
    title: 'You no longer act for your colleague',
    sentence,
    section: 'my-work',
    form,
    copyFor: ', for whoever decides now',
    goOn: html`<a class="govuk-link" href="${staffPaths.standingIn()}">Who stands in for whom</a>`,
  });
