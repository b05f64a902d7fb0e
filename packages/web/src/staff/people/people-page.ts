import type { Directory } from '@rightplace/app';
import { containsDay, type Day, isRole, roleTitle } from '@rightplace/domain';
import { button, count, dataTable, type FieldError, form, formErrors, html, input } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { staffPaths } from '../paths.ts';
import { SOCIAL_WORK_NUMBER, socialWorkNumberInput } from './social-work-number-input.ts';

type Listed = Directory['people'][number];

const rolesToday = (person: Listed, today: Day): string =>
  person.roles
    .filter((held) => containsDay(held, today))
    .map(({ role, teamName, service }) => {
      const place = teamName ?? service;
      const title = isRole(role) ? roleTitle(role) : role;
      return place === null ? title : `${title} (${place})`;
    })
    .join(', ') || 'none';

/** Everybody who may come in, or once could. */
export const peoplePage = (people: readonly Listed[], today: Day): Page =>
  page({
    title: 'People',
    section: 'people',
    main: html`<h1 class="govuk-heading-l">People</h1>
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.teams()}">Teams and their services</a></p>
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.standingIn()}">Who stands in for whom</a></p>
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.conflicts()}">Conflicts of interest in force</a></p>
${button({ text: 'Add a person', href: staffPaths.addPerson() })}
${dataTable({
  caption: count(people.length, 'person', 'people'),
  columns: [
    {
      header: 'Name',
      key: 'name',
      cell: ({ id, name }) =>
        html`<a class="govuk-link" href="${staffPaths.person({ personId: String(id) })}">${name}</a>`,
    },
    { header: 'Email address', key: 'email', cell: ({ email }) => email ?? 'not recorded' },
    { header: 'Roles today', key: 'roles', cell: (person) => rolesToday(person, today) },
    { header: 'Access', key: 'active', cell: ({ active }) => (active ? 'yes' : 'ended') },
  ],
  rows: people,
  empty: 'Nobody has been added yet.',
})}`,
  });

export type AddPersonView = {
  readonly csrf: string;
  readonly typed?: { readonly name: string; readonly email: string; readonly socialWorkNumber: string };
  readonly problem?: FieldError;
};

export const addPersonPage = ({ csrf, typed, problem }: AddPersonView): Page => {
  const errors = formErrors(problem === undefined ? [] : [problem]);
  return page({
    title: 'Add a person',
    section: 'people',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    backLink: { href: staffPaths.people() },
    main: readingWidth(html`${errors.summary}
<h1 class="govuk-heading-l">Add a person</h1>
<p class="govuk-body">Once added, give them a role and a way to sign in.</p>
${form({
  action: staffPaths.addPerson(),
  csrfToken: csrf,
  main: html`${input({
    id: 'name',
    name: 'name',
    label: { text: 'Name' },
    value: typed?.name,
    spellcheck: false,
    errorMessage: errors.of('name'),
  })}
${input({
  id: 'email',
  name: 'email',
  type: 'email',
  label: { text: 'Work email address' },
  hint: { text: 'They sign in with it, here or through your organisation.' },
  value: typed?.email,
  spellcheck: false,
  errorMessage: errors.of('email'),
})}
${socialWorkNumberInput({
  label: 'Social Work England number (optional)',
  value: typed?.socialWorkNumber,
  errorMessage: errors.of(SOCIAL_WORK_NUMBER),
})}
${button({ text: 'Add the person', preventDoubleClick: true })}`,
})}`),
  });
};
