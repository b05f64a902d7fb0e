import { LONGEST_SOURCE, MOST_NEIGHBOURS, type NeighboursHeld, type NeighboursShown } from '@rightplace/app';
import { type Day, dayInWords } from '@rightplace/domain';
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
  summaryList,
  textarea,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { dayAsTyped, dayFields, type TypedForm } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';

const TITLE = 'Statistical neighbours';

/** The authorities that this one is compared with, since when and by whose choice; and a form to change them. */
export const neighboursPage = (
  shown: NeighboursShown,
  { csrf, ...again }: TypedForm & { readonly csrf: string },
): Page => {
  const errors = formErrors(again.problems ?? []);
  return page({
    title: TITLE,
    section: 'settings',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    main: readingWidth(html`${errors.summary}
${heading(1, TITLE)}
<p class="govuk-body">Authorities like yours, whose published figures yours are held against. A figure uses those that held on its day, and shows the mean of those whose figure is published and not suppressed.</p>
${heldPart(shown)}
${details({
  summaryText: 'Who has changed them',
  html:
    shown.history.length === 0
      ? html`<p class="govuk-body">Nobody yet.</p>`
      : bulletList(shown.history.map(({ on, by, what }) => `${dayInWords(on)}: ${by} ${what}`)),
})}
${heading(2, 'Change them')}
${changeForm(shown, csrf, again)}`),
  });
};

const heldPart = ({ held, today }: NeighboursShown): Html => {
  if (held.length === 0)
    return html`<p class="govuk-body app-empty">None have been chosen, so no figure is compared with neighbours.</p>`;
  return summaryList({
    rows: held.map((each) => ({ key: { text: daysOf(each, today) }, value: { html: namesOf(each) } })),
  });
};

const daysOf = ({ from, until }: NeighboursHeld, today: Day): string => {
  const ends = until === undefined ? '' : ` until ${dayInWords(until)}`;
  return `${from > today ? 'From' : 'Since'} ${dayInWords(from)}${ends}`;
};

const namesOf = ({ areas, source }: NeighboursHeld): Html =>
  html`${bulletList(areas.map(({ name, code }) => `${name} (${code})`))}<p class="govuk-body">${source}</p>`;

const changeForm = ({ authorities, today }: NeighboursShown, csrf: string, again: TypedForm): Html => {
  const errors = formErrors(again.problems ?? []);
  return form({
    action: staffPaths.chooseNeighbours(),
    csrfToken: csrf,
    main: html`${textarea({
      id: 'authorities',
      name: 'authorities',
      rows: '10',
      label: { text: 'Authorities', classes: 'govuk-label--s' },
      hint: {
        text: `One a line, by name or nine-character code, up to ${MOST_NEIGHBOURS}. For example, Kent or E10000016.`,
      },
      value: again.typed?.get('authorities') ?? undefined,
      errorMessage: errors.of('authorities'),
    })}
${details({
  summaryText: 'Names and codes',
  html: bulletList(authorities.map(({ name, code }) => `${name}: ${code}`)),
})}
${input({
  id: 'source',
  name: 'source',
  label: { text: 'How they were chosen', classes: 'govuk-label--s' },
  hint: {
    text: `It is shown with every comparison, in up to ${LONGEST_SOURCE} characters. For example, the name and year of the model.`,
  },
  value: again.typed?.get('source') ?? undefined,
  errorMessage: errors.of('source'),
})}
${dayFields(again, {
  prefix: 'from',
  legend: 'From which day',
  hint: `Figures of that day and later use them, for example ${dayAsTyped(today)}. It may be a day gone by. What was chosen for later days is dropped.`,
})}
${button({ text: 'Change the neighbours', preventDoubleClick: true })}`,
  });
};
