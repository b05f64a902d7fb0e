import { randomUUID } from 'node:crypto';
import type { Contract, ContractsFound } from '@rightplace/app';
import {
  answersInWords,
  CONTRACT_TERMS_QUESTIONS,
  type ContractTerms,
  type Day,
  dayInWords,
  type Fault,
  PLACEMENT_KINDS,
  SPOT,
} from '@rightplace/domain';
import { button, count, dataTable, form, type Html, heading, html, link } from '../../kit/index.ts';
import { errorsOf, questionFields } from '../../parts/question-fields.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { saidInWords } from '../cases/case-page.ts';
import { staffPaths } from '../paths.ts';
import { registerTabs } from './homes-page.ts';
import { providerHref } from './register-words.ts';

export const contractName = ({ framework }: Pick<Contract, 'framework'>): string =>
  framework === SPOT ? 'Spot purchase, with no framework' : framework;

export const contractHref = ({ placements, framework }: Pick<Contract, 'placements' | 'framework'>): string =>
  staffPaths.contract({ placements }, { framework });

const SAID = CONTRACT_TERMS_QUESTIONS.filter(({ name }) => name !== 'starts');

const sinceWords = ({ inForce, told }: Contract, today: Day): string => {
  const next = told.findLast(({ starts }) => starts > today);
  const now = inForce === undefined ? 'None told' : `Since ${dayInWords(inForce.starts)}`;
  return next === undefined ? now : `${now}; others from ${dayInWords(next.starts)}`;
};

/** Every framework, and buying with none, with whether its terms are told. */
export const contractsPage = ({ contracts, today }: ContractsFound): Page =>
  page({
    title: 'Terms of frameworks and contracts',
    section: 'homes',
    width: 'wide',
    main: html`${heading(1, 'Terms of frameworks and contracts')}
${registerTabs('contracts')}
<p class="govuk-body">A placement agreement begins with the terms that its home is bought under. A framework is listed here once a provider is on it.</p>
${dataTable<Contract>({
  caption: 'Frameworks and contracts',
  captionSize: 'hidden',
  stacks: true,
  rows: contracts,
  columns: [
    {
      key: 'name',
      header: 'Framework or contract',
      cell: (contract) =>
        link(
          contractHref(contract),
          html`${contractName(contract)}<span class="govuk-visually-hidden">: ${PLACEMENT_KINDS[contract.placements].toLowerCase()}</span>`,
        ),
    },
    { key: 'kind', header: 'For', cell: ({ placements }) => PLACEMENT_KINDS[placements] },
    {
      key: 'providers',
      header: 'Providers on it today',
      numeric: true,
      cell: ({ providers }) => (providers === undefined ? '' : String(providers.length)),
    },
    { key: 'terms', header: 'Terms', cell: (contract) => sinceWords(contract, today) },
  ],
})}`,
  });

const termsPart = (
  terms: ContractTerms,
): Html => html`<section class="app-evidence">${heading(3, `From ${dayInWords(terms.starts)}`, { size: 's' })}
${saidInWords(answersInWords(SAID, terms.said))}</section>`;

export interface ContractForm {
  readonly csrf: string;
  readonly given?: Readonly<Record<string, unknown>>;
  readonly faults?: readonly Fault[];
  readonly key?: string | undefined;
}

const formPart = (contract: Contract, { csrf, faults = [], given, key }: ContractForm): Html =>
  form({
    action: contractHref(contract),
    csrfToken: csrf,
    main: html`<input type="hidden" name="_key" value="${key ?? randomUUID()}">
${heading(2, contract.told.length === 0 ? 'Record the terms' : 'Record new terms')}
${questionFields(CONTRACT_TERMS_QUESTIONS, { given: given ?? contract.inForce?.said ?? {}, faults })}
${button({ text: 'Record the terms', preventDoubleClick: true })}`,
  });

/** The terms of one framework or contract, and where others are recorded. */
export const contractPage = (
  contract: Contract,
  { today, filling }: { readonly today: Day; readonly filling: ContractForm | undefined },
): Page => {
  const errors = errorsOf(filling?.faults ?? [], CONTRACT_TERMS_QUESTIONS);
  const name = contractName(contract);
  const { inForce, told, providers } = contract;
  const toCome = told.filter(({ starts }) => starts > today);
  const before = told.filter((terms) => terms !== inForce && !toCome.includes(terms));
  return page({
    title: `Terms: ${name}, ${PLACEMENT_KINDS[contract.placements].toLowerCase()}`,
    section: 'homes',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    breadcrumbs: [
      { text: 'Terms of frameworks and contracts', href: staffPaths.contracts() },
      { text: name },
    ],
    main: readingWidth(html`${errors.summary}
${heading(1, name, { caption: `Terms for ${PLACEMENT_KINDS[contract.placements].toLowerCase()}` })}
${
  providers !== undefined &&
  (providers.length === 0
    ? html`<p class="govuk-body">No provider is on it today.</p>`
    : html`<p class="govuk-body">${count(providers.length, 'provider')} on it today:</p>
<ul class="govuk-list govuk-list--bullet">${providers.map((provider) => html`<li>${link(providerHref(provider.id), provider.name)}</li>`)}</ul>`)
}
${heading(2, 'In force')}
${inForce === undefined ? html`<p class="govuk-body">No terms are told yet, so an agreement begins with none.</p>` : termsPart(inForce)}
${toCome.length > 0 && html`${heading(2, 'To come')}${toCome.map(termsPart)}`}
${filling !== undefined && html`<div class="app-no-print">${formPart(contract, filling)}</div>`}
${before.length > 0 && html`${heading(2, 'Before')}${before.map(termsPart)}`}`),
  });
};
