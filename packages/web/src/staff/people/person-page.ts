import { needsPlace, type PersonFile } from '@rightplace/app';
import { addDays, type Day, dayInWords, isRole, rolesByGroup, roleTitle } from '@rightplace/domain';
import {
  button,
  dateInput,
  type FieldError,
  form,
  formErrors,
  type Html,
  html,
  insetText,
  select,
  summaryList,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { staffPaths } from '../paths.ts';
import { SOCIAL_WORK_NUMBER, socialWorkNumberInput } from './social-work-number-input.ts';

export type PersonView = PersonFile & {
  readonly csrf: string;
  readonly today: Day;
  /** Live: people have passwords, and links to choose one can be made. */
  readonly hasPasswords: boolean;
  readonly isSelf: boolean;
  readonly typed?: Readonly<Record<'role' | 'team' | 'ends-day' | 'ends-month' | 'ends-year', string>>;
  /** What was typed as their number, when it could not be taken. */
  readonly typedNumber?: string;
  readonly problems?: readonly FieldError[];
  /** A link just made: shown this once. */
  readonly link?: string;
};

type Held = PersonFile['person']['roles'][number];

const whenHeld = ({ starts, ends }: Held): string =>
  ends === null ? `since ${dayInWords(starts)}` : `${dayInWords(starts)} to ${dayInWords(addDays(ends, -1))}`;

const heldRole = (held: Held, { person, csrf, today }: PersonView) => {
  const title = isRole(held.role) ? roleTitle(held.role) : held.role;
  const place = held.teamName ?? held.service;
  const isOver = held.ends !== null && held.ends <= today;
  return {
    key: { text: place === null ? title : `${title}, ${place}` },
    value: {
      html: html`${held.ends === held.starts ? 'ended before it began' : whenHeld(held)}${
        !isOver &&
        form({
          action: staffPaths.endRole({ personId: String(person.id), assignmentId: String(held.id) }),
          csrfToken: csrf,
          main: html`<button class="app-link-button">End this role today<span class="govuk-visually-hidden">: ${title}</span></button>`,
        })
      }`,
    },
  };
};

/** Listed by group, with those that need a team saying so. */
const roleChoices = (view: PersonView): Html =>
  select({
    id: 'role',
    name: 'role',
    label: { text: 'Role' },
    value: view.typed?.role,
    errorMessage: formErrors(view.problems ?? []).of('role'),
    items: [
      { value: '', text: 'Choose a role' },
      ...rolesByGroup().flatMap(({ roles }) =>
        roles.map((role) => ({
          value: role,
          text: needsPlace(role) ? `${roleTitle(role)} (of a team)` : roleTitle(role),
        })),
      ),
    ],
  });

const giveRoleForm = (view: PersonView): Html => {
  const errors = formErrors(view.problems ?? []);
  const { typed, teams } = view;
  return form({
    action: staffPaths.giveRole({ personId: String(view.person.id) }),
    csrfToken: view.csrf,
    main: html`${roleChoices(view)}
${select({
  id: 'team',
  name: 'team',
  label: { text: 'Team' },
  hint: {
    html: html`For roles of a team. A role that reaches a whole service takes the service of the team. <a class="govuk-link" href="${staffPaths.teams()}">See or add teams</a>`,
  },
  value: typed?.team,
  errorMessage: errors.of('team'),
  items: [
    { value: '', text: 'No team' },
    ...teams.map(({ id, name, service }) => ({ value: String(id), text: `${name} (${service})` })),
  ],
})}
${dateInput({
  id: 'ends',
  namePrefix: 'ends',
  fieldset: { legend: { text: 'Last day (optional)' } },
  hint: { text: 'An inspector’s access always ends. For example, 31 3 2027' },
  errorMessage: errors.of('ends-day'),
  items: (['day', 'month', 'year'] as const).map((name) => ({
    name,
    classes: name === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
    value: typed?.[`ends-${name}`],
  })),
})}
${button({ text: 'Give this role', preventDoubleClick: true })}`,
  });
};

const numberForm = (view: PersonView): Html =>
  form({
    action: staffPaths.socialWorkNumber({ personId: String(view.person.id) }),
    csrfToken: view.csrf,
    main: html`${socialWorkNumberInput({
      label: 'Number',
      value: view.typedNumber ?? view.person.socialWorkNumber ?? undefined,
      errorMessage: formErrors(view.problems ?? []).of(SOCIAL_WORK_NUMBER),
    })}
${button({ text: 'Save the number', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  });

const newLink = (link: string, name: string): Html =>
  insetText({
    html: html`<h2 class="govuk-heading-m">A link for ${name}</h2>
<p class="govuk-body">Hand it to them yourself. It lets whoever has it choose their password, once, within a day. It is shown only here and only now.</p>
<p class="govuk-body"><code class="app-break">${link}</code></p>`,
  });

const signingIn = (view: PersonView): Html => {
  const { person, csrf } = view;
  const personId = String(person.id);
  return html`<h2 class="govuk-heading-m">Signing in</h2>
${
  view.hasPasswords &&
  person.active &&
  html`<p class="govuk-body">${
    person.hasPassword ? 'They have a password.' : 'They have no password yet.'
  } ${person.hasSingleSignOn && 'They have signed in through your organisation.'}</p>
${form({
  action: staffPaths.passwordLink({ personId }),
  csrfToken: csrf,
  main: button({
    text: 'Make a link to choose a password',
    classes: 'govuk-button--secondary',
    preventDoubleClick: true,
  }),
})}`
}
${
  !view.isSelf &&
  form({
    action: staffPaths.setAccess({ personId }),
    csrfToken: csrf,
    main: html`<input type="hidden" name="active" value="${person.active ? 'no' : 'yes'}">
${button(
  person.active
    ? { text: 'End their access', classes: 'govuk-button--warning', preventDoubleClick: true }
    : { text: 'Restore their access', preventDoubleClick: true },
)}`,
  })
}`;
};

export const personPage = (view: PersonView): Page => {
  const { person, link } = view;
  const errors = formErrors(view.problems ?? []);
  return page({
    title: person.name,
    section: 'people',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    backLink: { href: staffPaths.people(), text: 'All people' },
    main: readingWidth(html`${errors.summary}
<h1 class="govuk-heading-l">${person.name}</h1>
${link !== undefined && newLink(link, person.name)}
${summaryList({
  rows: [
    { key: { text: 'Email address' }, value: { text: person.email ?? 'not recorded' } },
    {
      key: { text: 'Social Work England number' },
      value: { text: person.socialWorkNumber ?? 'not recorded' },
    },
    { key: { text: 'Access' }, value: { text: person.active ? 'yes' : 'ended' } },
  ],
})}
<h2 class="govuk-heading-m">Roles</h2>
${
  person.roles.length === 0
    ? html`<p class="govuk-body">They hold no role, so they can see nothing yet.</p>`
    : summaryList({ rows: person.roles.map((held) => heldRole(held, view)) })
}
${
  view.isSelf
    ? html`<p class="govuk-body">This is you. Another administrator can give you a role or change your number.</p>`
    : html`<h2 class="govuk-heading-m">Give a role</h2>${giveRoleForm(view)}
<h2 class="govuk-heading-m">Social Work England number</h2>${numberForm(view)}`
}
${signingIn(view)}`),
  });
};
