import type { ProviderLine, ProvidersFound } from '@rightplace/app';
import {
  type Day,
  frameworksOn,
  isHousehold,
  isSector,
  PLACEMENT_KINDS,
  SECTORS,
  SETTING_KINDS,
  standingOn,
} from '@rightplace/domain';
import { button, count, dataTable, heading, html, summaryList } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { portalPeoplePaths } from '../portal-people/portal-people-paths.ts';
import { registerTabs } from './homes-page.ts';
import { daysWords, homeLink, providerHref, standingTag, tierTag, vacancyCell } from './register-words.ts';

const sectorWords = (sector: string): string => (isSector(sector) ? SECTORS[sector] : sector);

/** Every provider, with the frameworks it is on today. */
export const providersPage = (found: ProvidersFound, { mayKeep }: { readonly mayKeep: boolean }): Page =>
  page({
    title: 'Providers',
    section: 'homes',
    width: 'wide',
    main: html`${heading(1, 'Providers')}
${registerTabs('providers')}
${mayKeep && html`<div class="govuk-button-group app-no-print">${button({ text: 'Add a provider', href: staffPaths.addProvider() })}</div>`}
${dataTable({
  caption: count(found.lines.length, 'provider'),
  stacks: true,
  dense: true,
  empty: 'No provider is in the register yet.',
  rows: found.lines,
  columns: [
    {
      key: 'name',
      header: 'Provider',
      cell: ({ provider }) =>
        html`<a class="govuk-link" href="${providerHref(provider.id)}">${provider.name}</a>`,
    },
    { key: 'sector', header: 'Sector', cell: ({ provider }) => sectorWords(provider.sector) },
    {
      key: 'frameworks',
      header: 'On frameworks today',
      cell: ({ provider }) =>
        frameworksOn(provider, found.today)
          .map(({ name }) => name)
          .join('; ') || html`<span class="app-quiet">None</span>`,
    },
    {
      key: 'homes',
      header: 'Homes and households',
      numeric: true,
      cell: ({ settings }) => String(settings.length),
    },
    { key: 'vacant', header: 'Vacant places', numeric: true, cell: ({ vacant }) => String(vacant) },
  ],
})}`,
  });

/** One provider: its frameworks and its homes. */
export const providerPage = (
  { provider, settings, vacant }: ProviderLine,
  {
    today,
    mayKeep,
    mayInvite,
  }: { readonly today: Day; readonly mayKeep: boolean; readonly mayInvite: boolean },
): Page => {
  const providerId = String(provider.id);
  const households = settings.filter(({ setting }) => isHousehold(setting.kind));
  const theirVacant = households.reduce((sum, { vacancies }) => sum + vacancies.vacant, 0);
  const listed = staffPaths.homes({ q: provider.name, kind: 'foster-household' });
  return page({
    title: provider.name,
    section: 'homes',
    breadcrumbs: [{ text: 'Providers', href: staffPaths.providers() }, { text: provider.name }],
    main: html`${heading(1, provider.name, { caption: sectorWords(provider.sector) })}
${
  mayKeep &&
  html`<div class="govuk-button-group app-no-print">${!provider.inHouse && button({ text: 'Record a framework', href: staffPaths.framework({ providerId }) })}
<a class="govuk-link" href="${staffPaths.changeProvider({ providerId })}">Correct its name or sector</a></div>`
}
${mayInvite && !provider.inHouse && html`<p class="govuk-body app-no-print"><a class="govuk-link" href="${portalPeoplePaths.portalPeople({ providerId })}">Who answers for it by the portal</a></p>`}
${summaryList({
  rows: [
    { key: { text: 'Return’s code' }, value: { text: provider.sector } },
    { key: { text: 'Homes and households' }, value: { text: String(settings.length) } },
    { key: { text: 'Vacant places today' }, value: { text: String(vacant) } },
  ],
})}
${dataTable({
  caption: 'Frameworks and contracts',
  captionSize: 'm',
  empty: provider.inHouse
    ? 'The authority’s own homes need none.'
    : 'It is on none: its places are bought spot by spot.',
  stacks: true,
  rows: provider.frameworks.toReversed(),
  columns: [
    { key: 'name', header: 'Framework', cell: ({ name }) => name },
    { key: 'kind', header: 'For', cell: ({ kind }) => PLACEMENT_KINDS[kind] },
    { key: 'days', header: 'Days', cell: daysWords },
  ],
})}
${households.length > 0 && html`<p class="govuk-body"><a class="govuk-link" href="${listed}">${count(households.length, 'household of its carers', 'households of its carers')}</a>, with ${count(theirVacant, 'vacant place')} today.</p>`}
${dataTable({
  caption: 'Homes',
  captionSize: 'm',
  empty: 'None of its homes is in the register, or none that you see.',
  stacks: true,
  rows: settings.filter(({ setting }) => !isHousehold(setting.kind)),
  columns: [
    { key: 'name', header: 'Home', cell: homeLink },
    { key: 'kind', header: 'Kind', cell: ({ setting }) => SETTING_KINDS[setting.kind] },
    { key: 'tier', header: 'Tier', nowrap: true, cell: ({ tier }) => tierTag(tier) },
    {
      key: 'standing',
      header: 'Standing',
      cell: ({ setting }) => standingTag(standingOn(setting, today), setting),
    },
    {
      key: 'vacant',
      header: 'Vacant',
      cell: vacancyCell,
    },
  ],
})}`,
  });
};
