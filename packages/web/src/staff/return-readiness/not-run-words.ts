import type { SkippedRules } from '@rightplace/app';
import { capitalised, type Html, html } from '../../kit/index.ts';
import { staffPaths } from '../paths.ts';

/** Lists that are the same for every authority are loaded once by command, by whoever runs the service. */
const PROVIDERS = html`Ofsted’s lists of providers, which are not loaded. Whoever runs the service loads the workbooks as Ofsted publishes them: <code>rightplace providers FILE…</code>`;
const POSTCODES = html`A postcode directory, which is not loaded: it tells where placements are and how far from home. Whoever runs the service loads the ONSPD or the NSPL as the Office for National Statistics publishes it: <code>rightplace postcodes FILE</code>`;
const XML = html`A return in XML. They are run on one when it is loaded; the record itself is looked at as CSV.`;

const tablesPart = (tables: string | undefined, mayLoad: boolean): Html =>
  html`${tables === undefined ? 'Rows of other tables' : html`Rows of ${tables}`}, of which the record has none. They are run once ${
    mayLoad
      ? html`a <a class="govuk-link" href="${staffPaths.loadReturn()}">return that has that file is loaded</a>`
      : 'an analyst has loaded a return that has that file'
  }, or the first row is added on a child’s page. Outcomes and care leavers’ activity are asked for when the year is over.`;

/** In a few words, to tell one kind of lack from another. */
export const lackInShort = ({ lacks, tables }: SkippedRules): string => {
  const short = lacks.map((lack) => {
    switch (lack) {
      case 'providers':
        return 'Ofsted’s lists of providers are not loaded';
      case 'postcodes':
        return 'no postcode directory is loaded';
      case 'xml':
        return 'asked only of a return in XML';
      case 'tables':
        return tables === undefined ? 'other tables have no rows' : `no rows of ${tables}`;
    }
  });
  const text = short.join(' and ');
  return capitalised(text);
};

/** What rules that were not run would need, and who can see to it. */
export const notRunInWords = ({ lacks, tables }: SkippedRules, mayLoad: boolean): Html => {
  const needs = lacks.map((lack) => {
    switch (lack) {
      case 'providers':
        return PROVIDERS;
      case 'postcodes':
        return POSTCODES;
      case 'xml':
        return XML;
      case 'tables':
        return tablesPart(tables, mayLoad);
    }
  });
  return html`${needs.map((each, i) => html`${i > 0 && html`<br>`}${each}`)}`;
};
