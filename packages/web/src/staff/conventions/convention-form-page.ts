import { LONGEST_WHY, type ShownConvention } from '@rightplace/app';
import { conventionInWords, type Day, dayInWords } from '@rightplace/domain';
import {
  bulletList,
  button,
  details,
  form,
  formErrors,
  type Html,
  heading,
  html,
  input,
  textarea,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { dayAsTyped, dayFields, type TypedForm } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import { conventionText, heldText } from './convention-words.ts';

export interface ConventionForm extends TypedForm {
  readonly csrf: string;
  readonly today: Day;
}

/** One convention: what it is, who set it, and a form to set it from a day. */
export const conventionFormPage = (found: ShownConvention, view: ConventionForm): Page => {
  const errors = formErrors(view.problems ?? []);
  const { name, text, standard, now, held, measures, history } = found;
  return page({
    title: text.title,
    section: 'measures',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    breadcrumbs: [
      { text: 'Measures', href: staffPaths.measures() },
      { text: 'Local conventions', href: staffPaths.conventions() },
      { text: text.title },
    ],
    main: readingWidth(html`${errors.summary}
${heading(1, text.title)}
${held.length === 0 ? html`<p class="govuk-body">${conventionText(now)}.</p>` : bulletList(held.map((each) => `${heldText(each, view.today)}. ${each.why}`))}
<p class="govuk-body">Where nothing was set it is ${conventionInWords(name, standard)}. It alters ${text.alters}${measures.map(({ id: measureId, title }, i) => html`${i > 0 && ', '}<a class="govuk-link" href="${staffPaths.measure({ measureId })}">${title}</a>`)}.</p>
${
  history.length > 0 &&
  details({
    summaryText: 'Who has set it, and why',
    html: bulletList(
      history.map(
        ({ on, by, set, from }) =>
          `${dayInWords(on)}: ${by} set ${conventionInWords(name, set.value)} from ${dayInWords(from)}. ${set.why}`,
      ),
    ),
  })
}
${heading(2, 'Set it')}
${setForm(found, view)}`),
  });
};

const UNITS: Readonly<Record<ShownConvention['text']['unit'], string>> = {
  count: 'A number of children.',
  'working-days': 'In working days.',
  days: 'In days.',
  weeks: 'In weeks.',
  'hours-a-week': 'In hours a week.',
  'pence-a-week': 'In pounds a week. A price of exactly this is not above it.',
};

const setForm = ({ text }: ShownConvention, view: ConventionForm): Html => {
  const errors = formErrors(view.problems ?? []);
  return form({
    action: staffPaths.setConvention({ conventionId: text.id }),
    csrfToken: view.csrf,
    main: html`${input({
      id: 'value',
      name: 'value',
      classes: 'govuk-input--width-5',
      inputmode: 'decimal',
      label: { text: 'From that day it is', classes: 'govuk-label--s' },
      hint: { text: UNITS[text.unit] },
      value: view.typed?.get('value') ?? undefined,
      errorMessage: errors.of('value'),
    })}
${textarea({
  id: 'why',
  name: 'why',
  rows: '3',
  label: { text: 'Who agreed it, and why', classes: 'govuk-label--s' },
  hint: { text: `In up to ${LONGEST_WHY} characters. Everyone who sees figures sees this.` },
  value: view.typed?.get('why') ?? undefined,
  errorMessage: errors.of('why'),
})}
${dayFields(view, {
  prefix: 'from',
  legend: 'From which day',
  hint: `Figures of that day and later are counted by it, for example ${dayAsTyped(view.today)}. It may be a day gone by. What was to hold from later days is dropped.`,
})}
${button({ text: 'Set this convention', preventDoubleClick: true })}`,
  });
};
