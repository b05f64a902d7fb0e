import { SHORTEST_PASSWORD } from '@rightplace/app';
import { button, csrfField, errorSummary, type Html, html, passwordInput } from '../kit/index.ts';
import { type Page, page } from '../server/answer.ts';
import { readingWidth } from '../server/reading-width.ts';

export type PasswordView = {
  readonly title: string;
  readonly action: string;
  readonly csrf: string;
  /** For whom, where nobody is signed in: password managers store it beside the password. */
  readonly email: string | undefined;
  readonly asksForCurrent: boolean;
  readonly problem?: { readonly field: 'current' | 'wanted'; readonly sentence: string };
  readonly before?: Html;
};

const errorOn = (view: PasswordView, field: 'current' | 'wanted') =>
  view.problem?.field === field ? { errorMessage: { text: view.problem.sentence } } : {};

/** Choosing a password: one field, shown on request, pasted into freely, asked for once. */
export const passwordPage = (view: PasswordView): Page =>
  page({
    title: view.title,
    status: view.problem === undefined ? 200 : 422,
    titlePrefixError: view.problem !== undefined,
    main: readingWidth(html`${
      view.problem &&
      errorSummary({
        titleText: 'There is a problem',
        errorList: [{ text: view.problem.sentence, href: `#${view.problem.field}` }],
      })
    }
<h1 class="govuk-heading-l">${view.title}</h1>
${view.before}
<form method="post" action="${view.action}" novalidate>
${csrfField(view.csrf)}
${view.email !== undefined && html`<input type="hidden" name="username" autocomplete="username" value="${view.email}">`}
${
  view.asksForCurrent &&
  passwordInput({
    id: 'current',
    name: 'current',
    label: { text: 'Password you use now' },
    autocomplete: 'current-password',
    ...errorOn(view, 'current'),
  })
}
${passwordInput({
  id: 'wanted',
  name: 'wanted',
  label: { text: 'New password' },
  hint: {
    text: `At least ${SHORTEST_PASSWORD} characters. Three words that have nothing to do with each other are easy to remember and hard to guess. You can paste it from a password manager.`,
  },
  autocomplete: 'new-password',
  ...errorOn(view, 'wanted'),
})}
${button({ text: 'Save the password', preventDoubleClick: true })}
</form>`),
  });
