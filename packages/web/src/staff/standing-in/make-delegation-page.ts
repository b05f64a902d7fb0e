import type { DelegationForm, InRole } from '@rightplace/app';
import { ALL_DELEGATION_REASONS, DELEGATION_REASONS, roleTitle } from '@rightplace/domain';
import { button, form, formErrors, type Html, html, input, radios, select } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { dayFields, type TypedForm } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';

export interface MakeDelegationView extends TypedForm {
  readonly choices: DelegationForm;
  readonly section: string;
  readonly csrf: string;
}

/** A person in a role, as a choice is sent. */
export const inRoleSent = ({ person, role }: InRole): string => `${person}:${role}`;

const inRoleInWords = ({ name, role }: InRole): string => `${name}, ${roleTitle(role).toLowerCase()}`;

/** Of several roles of one person the choice is the person: each is there once, in the first of them. */
const onePerPerson = (people: readonly InRole[]): readonly InRole[] =>
  [...Map.groupBy(people, ({ person }) => person).values()].flatMap(([first]) => first ?? []);

const chooser = (
  view: MakeDelegationView,
  {
    name,
    label,
    hint,
    items,
  }: { name: string; label: string; hint: string; items: readonly { value: string; text: string }[] },
): Html =>
  select({
    id: name,
    name,
    label: { text: label, classes: 'govuk-label--s' },
    hint: { text: hint },
    value: view.typed?.get(name) ?? (items.length === 1 ? items[0]?.value : undefined),
    errorMessage: formErrors(view.problems ?? []).of(name),
    items: [{ value: '', text: 'Choose' }, ...items],
  });

const timeField = (view: MakeDelegationView, name: string, label: string): Html =>
  input({
    id: name,
    name,
    label: { text: label, classes: 'govuk-label--s' },
    hint: { text: 'For example 08:00 or 17:30' },
    classes: 'govuk-input--width-5',
    value: view.typed?.get(name) ?? undefined,
    errorMessage: formErrors(view.problems ?? []).of(name),
  });

const fields = (view: MakeDelegationView): Html => html`${chooser(view, {
  name: 'stood-in-for',
  label: 'Who is stood in for?',
  hint: 'In a role in which they decide on requests for care',
  items: view.choices.stoodInFor.map((one) => ({ value: inRoleSent(one), text: inRoleInWords(one) })),
})}
${chooser(view, {
  name: 'stands-in',
  label: 'Who stands in?',
  hint: 'Of the same rank, above it, or one step below. You cannot appoint yourself.',
  items: onePerPerson(view.choices.standIns).map((one) => ({ value: one.person, text: inRoleInWords(one) })),
})}
${radios({
  idPrefix: 'reason',
  name: 'reason',
  fieldset: { legend: { text: 'Why?', classes: 'govuk-fieldset__legend--s' } },
  errorMessage: formErrors(view.problems ?? []).of('reason'),
  items: ALL_DELEGATION_REASONS.map((value) => {
    const { title, hint, most } = DELEGATION_REASONS[value];
    return {
      value,
      text: title,
      hint: { text: `${hint} For ${most} at most.` },
      checked: view.typed?.get('reason') === value,
    };
  }),
})}
${dayFields(view, { prefix: 'from', legend: 'From which day?', hint: 'Leave the day and the time empty to begin now' })}
${timeField(view, 'from-time', 'From what time?')}
${dayFields(view, { prefix: 'until', legend: 'Until which day?', hint: 'For example 23 11 2026' })}
${timeField(view, 'until-time', 'Until what time on that day?')}`;

/** Asks who stands in for whom, why, and from when until when. */
export const makeDelegationPage = (view: MakeDelegationView): Page => {
  const errors = formErrors(view.problems ?? []);
  return page({
    title: 'Say who stands in',
    section: view.section,
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    backLink: { href: staffPaths.standingIn(), text: 'Who stands in for whom' },
    main: readingWidth(html`${errors.summary}
<h1 class="govuk-heading-l">Say who stands in</h1>
${form({
  action: staffPaths.makeDelegation(),
  csrfToken: view.csrf,
  main: html`${fields(view)}
${button({ text: 'Record who stands in', preventDoubleClick: true })}`,
})}`),
  });
};
