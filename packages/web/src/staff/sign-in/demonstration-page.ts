import type { PeopleOfAuthority, PersonToTry } from '@rightplace/app';
import { type Role, rolesByGroup, roleTitle } from '@rightplace/domain';
import { button, csrfField, details, type Html, html, summaryList } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { type SignedOutBecause, signedOutNote } from './sign-in-page.ts';

export type DemonstrationView = {
  readonly csrf: string;
  readonly next: string | undefined;
  readonly why: SignedOutBecause | undefined;
  readonly authorities: readonly PeopleOfAuthority[];
};

/** More than these of one role, and the rest wait under a heading that opens. */
const SHOWN_AT_ONCE = 5;

/** Providers answer in the portal: to be one of their people there is a page of its own, and behind this door they have none. */
const HAS_ITS_OWN_DOOR: Role = 'external-provider';

const choice = (person: PersonToTry): Html =>
  html`<li><button class="app-link-button govuk-!-font-size-19" name="person" value="${person.id}">${person.name}</button>${
    person.place !== undefined && html` <span class="app-quiet">${person.place}</span>`
  }</li>`;

const choices = (people: readonly PersonToTry[]): Html =>
  html`<ul class="govuk-list">${people.map(choice)}</ul>`;

const roleRow = (role: string, people: readonly PersonToTry[]) => {
  const rest = people.slice(SHOWN_AT_ONCE);
  return {
    key: { text: role },
    value: {
      html: html`${choices(people.slice(0, SHOWN_AT_ONCE))}${
        rest.length > 0 && details({ summaryText: `${rest.length} more`, html: choices(rest) })
      }`,
    },
  };
};

const authorityPart = ({ authority, people }: PeopleOfAuthority, view: DemonstrationView): Html => {
  const groups = rolesByGroup()
    .map((group) => ({
      title: group.title,
      roles: group.roles
        .filter((role) => role !== HAS_ITS_OWN_DOOR)
        .map((role) => ({ role, people: people.filter((person) => person.role === role) }))
        .filter((listed) => listed.people.length > 0),
    }))
    .filter((group) => group.roles.length > 0);
  return html`<h2 class="govuk-heading-m">${authority.name}</h2>
<form method="post" action="${people.length > 0 ? staffPaths.signInAs() : staffPaths.addPeopleToTry()}">
${csrfField(view.csrf)}
<input type="hidden" name="authority" value="${authority.id}">
${view.next !== undefined && html`<input type="hidden" name="next" value="${view.next}">`}
${
  people.length > 0
    ? groups.map(
        (group) => html`<h3 class="govuk-heading-s">${group.title}</h3>
${summaryList({ rows: group.roles.map((listed) => roleRow(roleTitle(listed.role), listed.people)) })}`,
      )
    : html`<p class="govuk-body">Nobody has been added to ${authority.name}, so there is nobody to sign in as.</p>
${button({ text: 'Add one invented person for each role', preventDoubleClick: true })}`
}
</form>`;
};

/** In demonstration mode: choose whom to be. There is nothing to search and nothing to remember. */
export const demonstrationPage = (view: DemonstrationView): Page =>
  page({
    title: 'Choose whom to sign in as',
    main: html`<h1 class="govuk-heading-l">Choose whom to sign in as</h1>
${signedOutNote(view.why)}
<p class="govuk-body">This is a demonstration. Each person sees what their role lets them see. <a class="govuk-link" href="/provider/sign-in">People of providers</a>, all of them invented, have a door of their own.</p>
${
  view.authorities.length === 0
    ? html`<p class="govuk-body">There is no authority yet. Load one authority’s returns from the command line, then load this page again:</p>
<p class="govuk-body"><code>npm run rightplace -- import FOLDER --authority E10000016 --apply</code></p>`
    : view.authorities.map((part) => authorityPart(part, view))
}`,
  });
