import type { AreasCompared } from '@rightplace/app';
import {
  type ComparedArea,
  type ComparedAreas,
  MARKS,
  type Mark,
  type MissingYears,
  missingYears,
  valueInUnit,
  yearsInWords,
  yearsLeftOut,
} from '@rightplace/domain';
import { bulletList, dataTable, type Html, heading, html } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { type AskedMoment, askedMomentErrors } from '../as-known.ts';
import { partBar } from '../measures/figure-parts.ts';
import { staffPaths } from '../paths.ts';

/** A measure as published of this authority, its neighbours, its region and England, over the years. */
export const comparedPage = (
  { measure, compared, neighboursBy }: AreasCompared,
  asked: AskedMoment,
): Page => {
  const measureId = measure.id;
  const title =
    compared === undefined ? `${measure.title}: nothing published` : titleOf(compared, measure.title);
  return page({
    title,
    section: 'measures',
    width: 'wide',
    breadcrumbs: [
      { text: 'Measures', href: staffPaths.measures(asked.query) },
      { text: measure.title, href: staffPaths.measure({ measureId }, asked.query) },
      { text: 'Compared' },
    ],
    main: html`${askedMomentErrors(asked)}
${heading(1, title, { caption: measure.title })}
${
  compared === undefined
    ? html`<p class="govuk-body app-empty">No published figure counts this as the measure does, or none for a day by then.</p>`
    : tables(compared)
}
<p class="govuk-body">${neighboursBy === undefined ? 'No statistical neighbours have been chosen.' : `Neighbours: ${neighboursBy}`}</p>
${compared !== undefined && html`<p class="govuk-body app-no-print"><a class="govuk-link" href="${staffPaths.comparedFile({ measureId }, asked.query)}" download>Download this table (CSV)</a></p>`}`,
  });
};

const titleOf = ({ areas, years }: ComparedAreas, title: string): string => {
  const known = areas.filter(
    ({ is, values }) => is !== 'region' && is !== 'england' && values.at(-1)?.kind === 'value',
  );
  const place = known.findIndex(({ is }) => is === 'own') + 1;
  return place === 0 || known.length < 2
    ? `${title}: compared in ${years.at(-1)}`
    : `${title}: number ${place} of ${known.length} from the highest in ${years.at(-1)}`;
};

const cellOf = (value: ComparedArea['values'][number] | undefined, { unit }: ComparedAreas): string => {
  if (value?.kind === 'value') return valueInUnit(Math.round(value.value * 10) / 10, unit);
  return value?.mark ?? '–';
};

const nameOf = ({ name, is }: ComparedArea): Html =>
  is === 'own'
    ? html`<strong>${name}</strong>`
    : html`${name}${is === 'neighbour' && html` <span class="app-comparison__quiet">neighbour</span>`}`;

const UNITS: Readonly<Record<ComparedAreas['unit'], string>> = {
  children: 'children',
  percent: 'percentage',
  'per-10000': 'of every 10,000 children',
};

const tables = (compared: ComparedAreas): Html => {
  const { areas, years, of, unit, notes } = compared;
  const latest = years.at(-1);
  const values = areas.map((area) => area.values.at(-1));
  const most = Math.max(1, ...values.map((value) => (value?.kind === 'value' ? value.value : 0)));
  const sources = new Set(
    areas.flatMap((area) => area.values.flatMap((each) => (each.kind === 'value' ? [each.release] : []))),
  );
  const marks = new Set(
    areas.flatMap((area) => area.values.flatMap((each) => (each.kind === 'value' ? [] : [each.mark]))),
  );
  const when = of === 'day' ? `31 March ${latest}` : `the year to 31 March ${latest}`;
  return html`${dataTable({
    caption: `On ${when}, ${UNITS[unit]}`,
    dense: true,
    scroll: false,
    rows: areas,
    columns: [
      {
        key: 'area',
        header: 'Area',
        classes: 'app-part',
        cell: (area) => {
          const value = area.values.at(-1);
          return html`${nameOf(area)}${partBar(value?.kind === 'value' ? value.value : 0, most)}`;
        },
      },
      { key: 'value', header: 'Figure', numeric: true, cell: (area) => cellOf(area.values.at(-1), compared) },
    ],
  })}
${dataTable({
  caption: 'Over the published years',
  dense: true,
  rows: areas,
  columns: [
    { key: 'area', header: 'Area', cell: nameOf },
    ...years.map((year, i) => ({
      key: `y${year}`,
      header: String(year),
      numeric: true,
      cell: (area: ComparedArea) => cellOf(area.values[i], compared),
    })),
  ],
})}
<p class="govuk-body-s">${[...marks].some((mark) => mark === undefined) && '–: not held. '}${(Object.keys(MARKS) as readonly Mark[]).filter((mark) => marks.has(mark)).map((mark) => `${mark}: ${MARKS[mark]}. `)}${notes.join(' ')} All of it as published; nothing here is of the record.</p>
${missingPart(compared)}
${heading(2, 'From where', { size: 's' })}
${bulletList([...sources])}`;
};

/** Every blank has a reason, which is said; none is filled in. */
const missingPart = (compared: ComparedAreas): Html => {
  const missing = missingYears(compared);
  const leftOut = yearsLeftOut(compared);
  return html`${heading(2, 'Why figures are missing', { size: 's' })}
${bulletList([
  ...missing.map(missingText),
  ...(leftOut.length === 0
    ? []
    : [`Everybody, ${yearsInWords(leftOut)}: no release that is held has this figure`]),
  `Everybody, after ${compared.years.at(-1)}: not published yet, or the newer release is not loaded`,
])}`;
};

const missingText = ({ area, gaps, isWhole }: MissingYears): string => {
  const [only] = gaps;
  if (isWhole && gaps.length === 1 && only !== undefined) return `${area.name}, every year: ${only.reason}`;
  return `${area.name}: ${gaps.map(({ reason, years }) => `${reason} (${yearsInWords(years)})`).join('; ')}`;
};
