import type { SettingOnDay, SettingsFound } from '@rightplace/app';
import {
  dayInWords,
  isHousehold,
  judgementOn,
  SETTING_KINDS,
  standingOn,
  TIERS,
  termsOn,
} from '@rightplace/domain';
import {
  button,
  checkboxes,
  count,
  dataTable,
  formErrors,
  type Html,
  heading,
  html,
  input,
  pagesNearby,
  pagination,
  select,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { dayFields } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import { askedProblems, askedQuery } from './asked.ts';
import {
  homeLink,
  judgementWords,
  providerHref,
  standingTag,
  termsWords,
  tierTag,
  vacancyCell,
} from './register-words.ts';

export interface HomesParts {
  readonly found: SettingsFound;
  readonly query: URLSearchParams;
  readonly mayAdd: boolean;
  readonly seesCarers: boolean;
}

const ON_A_PAGE = 50;

const choose = (
  query: URLSearchParams,
  name: string,
  text: string,
  items: readonly (readonly [string, string])[],
): Html =>
  select({
    id: name,
    name,
    label: { text },
    value: query.get(name) ?? '',
    items: [['', 'Any'] as const, ...items].map(([value, words]) => ({ value, text: words })),
  });

const line = (
  query: URLSearchParams,
  name: string,
  text: string,
  classes: string,
  error?: { readonly text: string },
) =>
  input({
    id: name,
    name,
    label: { text },
    classes,
    value: query.get(name) ?? '',
    errorMessage: error,
  });

/** One form, sent with GET: what was asked is in the address, to be kept and gone back to. */
const filterForm = ({ query, seesCarers }: HomesParts): Html => {
  const problems = askedProblems(query);
  const errors = formErrors(problems);
  const kinds = Object.entries(SETTING_KINDS).filter(
    ([kind]) => seesCarers || !isHousehold(kind as keyof typeof SETTING_KINDS),
  );
  return html`<form method="get" action="${staffPaths.homes()}" class="app-list-form app-no-print" role="search">
<div class="app-search">
${line(query, 'q', 'Name, provider or Ofsted’s number', 'govuk-input--width-20')}
${choose(query, 'tier', 'Tier', Object.entries(TIERS))}
${choose(query, 'kind', 'Kind', kinds)}
${line(query, 'area', 'Postcode begins', 'govuk-input--width-5')}
${line(query, 'age', 'For a child aged', 'govuk-input--width-3', errors.of('age'))}
${choose(query, 'sex', 'Who is', [
  ['F', 'a girl'],
  ['M', 'a boy'],
])}
</div>
${dayFields({ typed: query, problems }, { prefix: 'on', legend: 'On which day?', hint: 'Leave it empty for today.' })}
${checkboxes({
  name: 'vacant',
  idPrefix: 'vacant',
  classes: 'govuk-checkboxes--small',
  items: [{ value: 'yes', text: 'Only those with a vacancy', checked: query.get('vacant') === 'yes' }],
})}
${checkboxes({
  name: 'closed',
  idPrefix: 'closed',
  classes: 'govuk-checkboxes--small',
  items: [{ value: 'yes', text: 'Those that are closed as well', checked: query.get('closed') === 'yes' }],
})}
${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</form>`;
};

const table = (lines: readonly SettingOnDay[], on: SettingsFound['on'], caption: string): Html =>
  dataTable({
    caption,
    captionSize: 'hidden',
    dense: true,
    stacks: true,
    empty: 'There is none that fits what you asked for.',
    rows: lines,
    columns: [
      {
        key: 'name',
        header: 'Home',
        cell: (one) =>
          html`${homeLink(one)}<br><span class="app-quiet">${SETTING_KINDS[one.setting.kind]}</span>`,
      },
      { key: 'tier', header: 'Tier', nowrap: true, cell: ({ tier }) => tierTag(tier) },
      {
        key: 'provider',
        header: 'Provider',
        cell: ({ provider }) =>
          provider === undefined
            ? html`<span class="app-quiet">Not recorded</span>`
            : html`<a class="govuk-link" href="${providerHref(provider.id)}">${provider.name}</a>`,
      },
      { key: 'postcode', header: 'Postcode', nowrap: true, cell: ({ setting }) => setting.postcode ?? '' },
      { key: 'ages', header: 'Ages', cell: ({ setting }) => termsWords(termsOn(setting, on)) },
      {
        key: 'standing',
        header: 'Standing',
        cell: ({ setting }) => standingTag(standingOn(setting, on), setting),
      },
      {
        key: 'judgement',
        header: 'Ofsted',
        cell: ({ setting }) => (isHousehold(setting.kind) ? '' : judgementWords(judgementOn(setting, on))),
      },
      {
        key: 'vacant',
        header: 'Vacant',
        cell: vacancyCell,
      },
    ],
  });

/** The links between the two lists of the register. */
const REGISTER_PARTS = {
  homes: { href: () => staffPaths.homes(), text: 'Homes and vacancies' },
  providers: { href: () => staffPaths.providers(), text: 'Providers and their frameworks' },
  contracts: { href: () => staffPaths.contracts(), text: 'Terms of frameworks and contracts' },
} as const;
type RegisterPart = keyof typeof REGISTER_PARTS;

/** The parts of the register besides the one that is looked at. */
export const registerTabs = (here: RegisterPart): Html => {
  const others = Object.entries(REGISTER_PARTS).filter(([part]) => part !== here);
  return html`<ul class="govuk-list app-no-print">${others.map(([, { href, text }]) => html`<li><a class="govuk-link" href="${href()}">${text}</a></li>`)}</ul>`;
};

/** Homes, households and units, with what is vacant on a day. */
export const homesPage = (parts: HomesParts): Page => {
  const { found, query, mayAdd } = parts;
  const errors = formErrors(askedProblems(query));
  const last = Math.max(1, Math.ceil(found.lines.length / ON_A_PAGE));
  const at = Math.min(last, Math.max(1, Number(query.get('page') ?? 1) || 1));
  const shown = found.lines.slice((at - 1) * ON_A_PAGE, at * ON_A_PAGE);
  const caption = 'Homes with their vacancies';
  return page({
    title: 'Homes and vacancies',
    section: 'homes',
    width: 'wide',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    main: html`${errors.summary}${heading(1, 'Homes and vacancies')}
${registerTabs('homes')}
${mayAdd && html`<div class="govuk-button-group app-no-print">${button({ text: 'Add a home', href: staffPaths.addHome() })}</div>`}
${filterForm(parts)}
<p class="govuk-body">${count(found.lines.length, 'home, household or unit', 'homes, households and units')} with ${count(found.vacant, 'vacant place')} on ${dayInWords(found.on)}${last > 1 && html`. Page ${at} of ${last}`}.</p>
${table(shown, found.on, caption)}
${last > 1 && pagination(pagesNearby(at, last, (to) => staffPaths.homes(askedQuery(query, to))))}
${found.lines.length > 0 && html`<p class="govuk-body app-no-print"><a class="govuk-link" href="${staffPaths.homesFile(askedQuery(query))}">Download this list as a CSV file</a></p>`}`,
  });
};
