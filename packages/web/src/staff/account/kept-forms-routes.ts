import { discardKeptForm, listKeptForms, type PendingForm } from '@rightplace/app';
import { momentInWords } from '@rightplace/domain';
import { button, csrfField, type Html, html } from '../../kit/index.ts';
import { page, redirect } from '../../server/answer.ts';
import { KEPT_FIELD } from '../../server/form.ts';
import { pageWithKept } from '../../server/kept-address.ts';
import { localPathOr } from '../../server/local-path.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { type Route, route } from '../../server/route.ts';
import { typedList } from '../../server/typed-list.ts';
import { staffPaths } from '../paths.ts';
import { wholeNumber } from '../sign-in/sign-in-routes.ts';

const discardPart = ({ id }: PendingForm, csrf: string): Html =>
  html`<form method="post" action="${staffPaths.discardKeptForm({ formId: String(id) })}">${csrfField(csrf)}
${button({ text: 'Throw it away', classes: 'govuk-button--secondary' })}</form>`;

/** One that still has its page is gone on with there. One that has not is sent as it is, and checked as if just typed. */
const goOn = (form: PendingForm, { hasPage, csrf }: { hasPage: boolean; csrf: string }): Html =>
  hasPage
    ? button({ text: 'Go back to the form', href: pageWithKept(form) })
    : html`<form method="post" action="${form.path}">${csrfField(csrf)}<input type="hidden" name="${KEPT_FIELD}" value="${form.id}">
${form.fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${button({ text: 'Send it now', preventDoubleClick: true })}</form>`;

const keptForm = (
  form: PendingForm,
  view: { readonly hasPage: boolean; readonly csrf: string },
): Html => html`<h2 class="govuk-heading-m">Kept on ${momentInWords(form.keptAt)}</h2>
${!view.hasPage && html`<p class="govuk-body">The page you typed it into does not show this form now: what it is about may have changed meanwhile, or the record may have to be opened again first. You can still send it as it is; it is checked as if you had just typed it.</p>`}
${typedList(form.fields)}
<div class="govuk-button-group">
${goOn(form, view)}
${discardPart(form, view.csrf)}
${!view.hasPage && html`<a class="govuk-link" href="${pageWithKept(form)}">Try its page again</a>`}
</div>`;

/** What somebody had typed when their session was over, offered back to them and nobody else. */
export const keptFormsRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.keptForms,
    action: 'signed-in',
    audit: 'nothing',
    handler: async ({ signedIn, query, csrf }, world) => {
      const forms = await listKeptForms(world, signedIn);
      const next = localPathOr(staffPaths.home(), query.get('next'));
      const withoutPage = wholeNumber(query.get('form'));
      const [only] = forms;
      if (only === undefined) return redirect(next);
      if (forms.length === 1 && only.id !== withoutPage) return redirect(pageWithKept(only));
      return page({
        title: 'What you typed has been kept',
        main: readingWidth(html`<h1 class="govuk-heading-l">What you typed has been kept</h1>
<p class="govuk-body">You had been signed out when you sent this, so nothing has been saved. It is kept for 18 hours.</p>
${forms.map((form) => keptForm(form, { hasPage: form.id !== withoutPage, csrf }))}
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
      const id = wholeNumber(params.formId);
      const form = (await listKeptForms(world, signedIn)).find((each) => each.id === id);
      await discardKeptForm(world, signedIn, id);
      return redirect(form?.page ?? staffPaths.home(), {
        notice: 'What you had typed has been thrown away.',
      });
    },
  }),
];
