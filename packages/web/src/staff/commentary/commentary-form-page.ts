import { type CommentaryForm, LONGEST_COMMENTARY } from '@rightplace/app';
import { type Day, dayInWords } from '@rightplace/domain';
import {
  button,
  checkboxes,
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

export interface CommentaryFormView extends TypedForm {
  readonly csrf: string;
  readonly today: Day;
  /** The day whose figures were looked at when it was opened. */
  readonly about: Day | undefined;
}

/** The form for a commentary, or for the next version of one. */
export const commentaryFormPage = (found: CommentaryForm, view: CommentaryFormView): Page => {
  const errors = formErrors(view.problems ?? []);
  const { measure, replaces } = found;
  const title = replaces === undefined ? 'Write commentary' : 'Change this commentary';
  return page({
    title: `${title}: ${measure.title}`,
    section: 'measures',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    breadcrumbs: [
      { text: 'Measures', href: staffPaths.measures() },
      { text: measure.title, href: staffPaths.measure({ measureId: measure.id }) },
      { text: title },
    ],
    main: readingWidth(html`${errors.summary}
${heading(1, title, { caption: measure.title })}
${replaces !== undefined && html`<p class="govuk-body">What it says now is kept, with your name beside what you change.</p>`}
${fields(found, { ...view, typed: view.typed ?? beginWith(found, view) })}`),
  });
};

const beginWith = ({ replaces }: CommentaryForm, { about }: CommentaryFormView): URLSearchParams => {
  const typed = new URLSearchParams();
  const putDay = (prefix: string, on: Day | undefined): void => {
    const [year = '', month = '', dayOfMonth = ''] = (on ?? '').split('-');
    const parts = { day: dayOfMonth, month, year };
    for (const [name, text] of Object.entries(parts))
      typed.set(`${prefix}-${name}`, text === '' ? '' : String(Number(text)));
  };
  putDay('about', replaces === undefined ? about : replaces.aboutDay);
  if (replaces === undefined) return typed;
  typed.set('said', replaces.said);
  typed.set('doing', replaces.doing);
  typed.set('owner', replaces.owner);
  typed.set('names-are', replaces.namesAre ?? '');
  if (replaces.forMembers) typed.set('for-members', 'yes');
  putDay('due', replaces.due);
  putDay('done', replaces.doneOn);
  return typed;
};

const fields = (found: CommentaryForm, view: CommentaryFormView): Html => {
  const { measure, replaces, mayBeForMembers } = found;
  const errors = formErrors(view.problems ?? []);
  const typed = (name: string): string | undefined => view.typed?.get(name) ?? undefined;
  const isHeldBack = errors.of('names-are') !== undefined || (typed('names-are') ?? '') !== '';
  const label = (text: string) => ({ text, classes: 'govuk-label--s' });
  return form({
    action: staffPaths.writeCommentary({ measureId: measure.id }),
    csrfToken: view.csrf,
    main: html`${(replaces !== undefined || typed('replaces') !== undefined) && html`<input type="hidden" name="replaces" value="${typed('replaces') ?? String(replaces?.id)}">`}
${textarea({
  id: 'said',
  name: 'said',
  rows: '6',
  label: label('What you say of the figures'),
  hint: {
    text: `In plain words, in up to ${LONGEST_COMMENTARY} characters. Do not name or describe a child.`,
  },
  value: typed('said'),
  errorMessage: errors.of('said'),
})}
${
  isHeldBack &&
  input({
    id: 'names-are',
    name: 'names-are',
    label: label('Why these words are no child’s name or number'),
    hint: {
      text: 'For example “912 is how many children there are”. Fill it in only if that is so; it is kept with your name.',
    },
    value: typed('names-are'),
    errorMessage: errors.of('names-are'),
  })
}
${dayFields(view, {
  prefix: 'about',
  legend: 'Of which day’s figures',
  hint: `For example ${dayAsTyped(view.today)}. Leave it empty if it is about the measure whatever the day.`,
})}
${textarea({
  id: 'doing',
  name: 'doing',
  rows: '3',
  label: label('What is being done about it (optional)'),
  value: typed('doing'),
  errorMessage: errors.of('doing'),
})}
${input({
  id: 'owner',
  name: 'owner',
  classes: 'govuk-input--width-20',
  label: label('Who sees to it (optional)'),
  value: typed('owner'),
  errorMessage: errors.of('owner'),
})}
${dayFields(view, { prefix: 'due', legend: 'By when (optional)', hint: `For example ${dayAsTyped(view.today)}.` })}
${dayFields(view, { prefix: 'done', legend: 'When it was done, if it is', hint: 'Leave it empty until it is done.' })}
${
  mayBeForMembers &&
  checkboxes({
    name: 'for-members',
    idPrefix: 'for-members',
    fieldset: { legend: { text: 'Who sees it', classes: 'govuk-fieldset__legend--s' } },
    hint: {
      text: 'Those who see true figures see all commentary. Members, panels and partners see rounded figures, and only commentary that you mark for them.',
    },
    items: [
      {
        value: 'yes',
        text: 'Show it to members, panels and partners too',
        hint: {
          text: 'Only if it gives no number of children from 1 to 4, and describes no child so that somebody could tell who is meant.',
        },
        checked: typed('for-members') === 'yes',
      },
    ],
    errorMessage: errors.of('for-members'),
  })
}
${button({ text: replaces === undefined ? 'Save commentary' : 'Save the change', preventDoubleClick: true })}
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.measure({ measureId: measure.id })}#commentary">Leave without saving</a></p>`,
  });
};

/** Said once it is kept. */
export const savedNotice = (title: string, today: Day): string =>
  `Commentary saved: ${title}, ${dayInWords(today)}.`;
