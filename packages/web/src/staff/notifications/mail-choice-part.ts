import { MAIL_CHOICES, type MailChoice } from '@rightplace/domain';
import { button, form, formErrors, type Html, html, radios } from '../../kit/index.ts';
import { staffPaths } from '../paths.ts';

const NAME = 'by-mail';

export const mailChoiceErrors = (problem: string | undefined) =>
  formErrors(problem === undefined ? [] : [{ field: NAME, text: problem }]);

/** What a person is sent by e-mail, on the page of their account. */
export const mailChoicePart = ({
  byMail,
  csrf,
  email,
  problem,
}: {
  readonly byMail: MailChoice;
  readonly csrf: string;
  readonly email: string | undefined;
  readonly problem: string | undefined;
}): Html => html`<section id="e-mail">
<h2 class="govuk-heading-m">Notices by e-mail</h2>
<p class="govuk-body">An e-mail has no names and nothing of a case in it, only a link. Urgent ones come at once, at any hour. ${
  email === undefined
    ? 'No e-mail address of yours is recorded, so none can come: ask an administrator to add it.'
    : `They go to ${email}.`
} <a class="govuk-link" href="${staffPaths.outbox()}">E-mail written to you</a></p>
${form({
  action: staffPaths.chooseMail(),
  csrfToken: csrf,
  main: html`${radios({
    name: NAME,
    idPrefix: NAME,
    fieldset: { legend: { text: 'What is not urgent', classes: 'govuk-fieldset__legend--s' } },
    items: Object.entries(MAIL_CHOICES).map(([value, text]) => ({ value, text, checked: value === byMail })),
    errorMessage: mailChoiceErrors(problem).of(NAME),
  })}
${button({ text: 'Save how you are told', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
})}
</section>`;
