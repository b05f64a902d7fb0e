import type { Teams } from '@rightplace/app';
import {
  button,
  count,
  dataTable,
  type FieldError,
  form,
  formErrors,
  type Html,
  html,
  input,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { staffPaths } from '../paths.ts';

type Team = Teams['teams'][number];

/** The authority's teams, each with the service it belongs to. */
export const teamsPage = (teams: readonly Team[]): Page =>
  page({
    title: 'Teams',
    section: 'people',
    backLink: { href: staffPaths.people(), text: 'All people' },
    main: readingWidth(html`<h1 class="govuk-heading-l">Teams</h1>
<p class="govuk-body">Roles are given for a team, or for the service a team belongs to. A child is in the team of their social worker.</p>
${button({ text: 'Add a team', href: staffPaths.addTeam() })}
${dataTable({
  caption: count(teams.length, 'team', 'teams'),
  columns: [
    { header: 'Team', key: 'name' },
    { header: 'Service', key: 'service' },
    {
      header: html`<span class="govuk-visually-hidden">Change</span>`,
      key: 'id',
      cell: ({ id, name }) =>
        html`<a class="govuk-link" href="${staffPaths.team({ teamId: String(id) })}">Change<span class="govuk-visually-hidden"> ${name}</span></a>`,
    },
  ],
  rows: teams,
  scroll: true,
  empty: 'There are no teams yet, so roles of a team or a service cannot be given.',
})}`),
  });

/** A service already there is suggested as it is written, so that one service does not become two. */
const serviceInput = (
  teams: readonly Team[],
  { value, problem }: { readonly value: string | undefined; readonly problem: FieldError | undefined },
): Html => {
  const services = [...new Set(teams.map(({ service }) => service))].toSorted((a, b) =>
    a.localeCompare(b, 'en'),
  );
  return input({
    id: 'service',
    name: 'service',
    label: { text: 'Service' },
    hint: {
      text:
        services.length === 0
          ? 'For example, Children looked after'
          : `Services so far: ${services.join('; ')}. You can write a new one.`,
    },
    value,
    autocomplete: 'off',
    errorMessage: formErrors(problem === undefined ? [] : [problem]).of('service'),
  });
};

type FormView = {
  readonly csrf: string;
  readonly teams: readonly Team[];
  readonly problem?: FieldError | undefined;
};

export const addTeamPage = (
  view: FormView & { readonly typed?: { readonly name: string; readonly service: string } },
): Page => {
  const errors = formErrors(view.problem === undefined ? [] : [view.problem]);
  return page({
    title: 'Add a team',
    section: 'people',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    backLink: { href: staffPaths.teams(), text: 'All teams' },
    main: readingWidth(html`${errors.summary}
<h1 class="govuk-heading-l">Add a team</h1>
${form({
  action: staffPaths.addTeam(),
  csrfToken: view.csrf,
  main: html`${nameInput(view.typed?.name, errors)}
${serviceInput(view.teams, { value: view.typed?.service, problem: view.problem })}
${button({ text: 'Add the team', preventDoubleClick: true })}`,
})}`),
  });
};

const nameInput = (value: string | undefined, errors: ReturnType<typeof formErrors>): Html =>
  input({
    id: 'name',
    name: 'name',
    label: { text: 'Name of the team' },
    value,
    autocomplete: 'off',
    errorMessage: errors.of('name'),
  });

/** What was typed in one of a team's two forms. */
export type TypedOfTeam = { readonly name?: string; readonly service?: string };

export const teamPage = (
  view: FormView & { readonly team: Team; readonly typed?: TypedOfTeam | undefined },
): Page => {
  const { team } = view;
  const errors = formErrors(view.problem === undefined ? [] : [view.problem]);
  return page({
    title: team.name,
    section: 'people',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    backLink: { href: staffPaths.teams(), text: 'All teams' },
    main: readingWidth(html`${errors.summary}
<h1 class="govuk-heading-l">${team.name}</h1>
${form({
  action: staffPaths.renameTeam({ teamId: String(team.id) }),
  csrfToken: view.csrf,
  main: html`${nameInput(view.typed?.name ?? team.name, errors)}
${button({ text: 'Save the name', preventDoubleClick: true })}`,
})}
<h2 class="govuk-heading-m">Its service</h2>
<p class="govuk-body">When it changes, the team’s children move with it: people with a role for its new service can then see them, and those with one for ${team.service} no longer can. Nobody’s own role changes.</p>
${form({
  action: staffPaths.team({ teamId: String(team.id) }),
  csrfToken: view.csrf,
  main: html`${serviceInput(view.teams, { value: view.typed?.service ?? team.service, problem: view.problem })}
${button({ text: 'Save the service', preventDoubleClick: true })}`,
})}`),
  });
};
