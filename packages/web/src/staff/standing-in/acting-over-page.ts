import { html } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { typedList } from '../../server/typed-list.ts';
import { staffPaths } from '../paths.ts';

/** What somebody sent for a colleague whom they no longer act for: nothing was done, and what they typed is theirs to copy. */
export const actingOverPage = (sentence: string, form: URLSearchParams): Page => {
  const fields = [...form].filter(
    ([name]) => !name.startsWith('_') && name !== 'seen' && name !== 'revision',
  );
  return page({
    title: 'You no longer act for your colleague',
    section: 'my-work',
    status: 403,
    main: readingWidth(html`<h1 class="govuk-heading-l">You no longer act for your colleague</h1>
<p class="govuk-body">${sentence}</p>
${
  fields.some(([, value]) => value.trim() !== '') &&
  html`<h2 class="govuk-heading-m">What you typed</h2>
<p class="govuk-body">Copy what you need before you leave this page, for whoever decides now.</p>
${typedList(fields)}`
}
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.standingIn()}">Who stands in for whom</a></p>`),
  });
};
