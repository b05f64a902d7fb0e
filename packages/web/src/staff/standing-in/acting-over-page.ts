import { html } from '../../kit/index.ts';
import type { Page } from '../../server/answer.ts';
import { notRecordedPage } from '../../server/not-recorded-page.ts';
import { askedIn, type TypedIn } from '../cases/asked-in.ts';
import { staffPaths } from '../paths.ts';

/** What somebody sent for a colleague whom they no longer act for: nothing was done, and what they typed is theirs to copy. */
export const actingOverPage = (
  sentence: string,
  { form, params }: { readonly form: URLSearchParams; readonly params: TypedIn },
): Page =>
  notRecordedPage({
    title: 'You no longer act for your colleague',
    sentence,
    section: 'my-work',
    form,
    asked: askedIn(params, form),
    copyFor: ', for whoever decides now',
    goOn: html`<a class="govuk-link" href="${staffPaths.standingIn()}">Who stands in for whom</a>`,
  });
