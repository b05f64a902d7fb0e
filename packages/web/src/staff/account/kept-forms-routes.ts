import { discardKeptForm, listKeptForms } from '@rightplace/app';
import { momentInWords } from '@rightplace/domain';
import { button, csrfField, type Html, html, summaryList } from '../../kit/index.ts';
import { page, redirect } from '../../server/answer.ts';
import { KEPT_FIELD } from '../../server/form.ts';
import { localPathOr } from '../../server/local-path.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { type Route, route } from '../../server/route.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';

type KeptForm = Awaited<ReturnType<typeof listKeptForms>>[number];

/** "placementReason" and "placement-reason" both read "placement reason". */
const nameInWords = (name: string): string => {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_.[\]]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** The form as it was, ready to be sent again to the same address; that page will check it as if just typed. */
const keptForm = (
  form: KeptForm,
  csrf: string,
): Html => html`<h2 class="govuk-heading-m">Kept on ${momentInWords(form.keptAt)}</h2>
${summaryList({
  rows: form.fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ key: { text: nameInWords(name) }, value: { text: value } })),
})}
<div class="govuk-button-group">
<form method="post" action="${form.path}">${csrfField(csrf)}<input type="hidden" name="${KEPT_FIELD}" value="${form.id}">
${form.fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${button({ text: 'Send it now', preventDoubleClick: true })}</form>
<form method="post" action="${staffPaths.discardKeptForm({ formId: String(form.id) })}">${csrfField(csrf)}
${button({ text: 'Throw it away', classes: 'govuk-button--secondary' })}</form>
</div>`;

/** What somebody had typed when their session ran out, offered back to them and nobody else. */
export const keptFormsRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.keptForms,
    action: 'signed-in',
    audit: 'nothing',
    handler: async ({ signedIn, query, csrf }, world) => {
      const forms = await listKeptForms(world, signedIn);
      const next = localPathOr(staffPaths.home(), query.get('next'));
      if (forms.length === 0) return redirect(next);
      return page({
        title: 'What you typed has been kept',
        main: readingWidth(html`<h1 class="govuk-heading-l">What you typed has been kept</h1>
<p class="govuk-body">You had been signed out when you sent this, so it has not been saved in the record yet. Look it over, then send it or throw it away. It is kept for 18 hours.</p>
${forms.map((form) => keptForm(form, csrf))}
<p class="govuk-body"><a class="govuk-link" href="${next}">Leave it for now and go on</a></p>`),
      });
    },
  }),
  route({
    method: 'POST',
    path: staffPaths.discardKeptForm,
    action: 'signed-in',
    audit: 'nothing',
    keepsTyping: false,
    example: { formId: '1' },
    handler: async ({ signedIn, params }, world) => {
      await discardKeptForm(world, signedIn, wholeNumber(params.formId));
      return redirect(staffPaths.keptForms(), { notice: 'What you had typed has been thrown away.' });
    },
  }),
];
