import { type DistrictCount, districtBoundaries, type WhereChildrenLive } from '@rightplace/app';
import { districtMap } from '../../charts/index.ts';
import { type Content, capitalised, count, dataTable, html, number, percent } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { type AskedMoment, asKnownForm, askedMomentErrors, momentOf } from '../as-known.ts';
import { staffPaths } from '../paths.ts';
import { districtInWords } from './child-words.ts';
import { childrenTabs } from './children-tabs.ts';

export type MapShows = 'livingNow' | 'from';

const isOwn = ({ district }: DistrictCount, own: readonly string[]): boolean =>
  district.kind === 'district' && own.includes(district.name);

/** "593 of 912 children live in their authority’s own districts (65%)." */
export const findingOf = ({ rows, own, children }: WhereChildrenLive): string => {
  const inside = rows.filter((row) => isOwn(row, own)).reduce((sum, { living }) => sum + living, 0);
  return `${number(inside)} of ${count(children, 'child', 'children')} ${inside === 1 ? 'lives' : 'live'} in the authority’s own districts (${percent((inside / children) * 100, 0)})`;
};

export const wherePage = (
  where: WhereChildrenLive,
  {
    looking,
    shows,
    mayLeave,
  }: { readonly looking: AskedMoment; readonly shows: MapShows; readonly mayLeave: boolean },
): Page =>
  page({
    title: 'Where children live',
    section: 'children',
    width: 'wide',
    knownAt: momentOf(looking),
    main: html`${askedMomentErrors(looking)}<h1 class="govuk-heading-l">Where children live</h1>
${childrenTabs('where', looking.query, mayLeave)}
${where.children === 0 ? html`<p class="govuk-body">No child you can see is in care on this day.</p>` : picture(where, looking, shows)}
${asKnownForm(looking, { action: staffPaths.whereChildrenLive(), keep: shows === 'from' ? { show: 'from' } : {} })}`,
  });

const picture = (where: WhereChildrenLive, looking: AskedMoment, shows: MapShows): Content => {
  const other: MapShows = shows === 'from' ? 'livingNow' : 'from';
  const otherHref = staffPaths.whereChildrenLive({ ...looking.query, show: other === 'from' ? 'from' : '' });
  return html`${districtMap({
    id: 'where',
    headingLevel: 2,
    finding: findingOf(where),
    subtitle:
      shows === 'from'
        ? 'Children in care, by the district they are from'
        : 'Children in care, by the district they live in',
    districts: districtBoundaries(),
    ownDistricts: where.own,
    show: shows,
    format: number,
    counts: where.rows.flatMap(({ district, living, from }) =>
      district.kind === 'district' ? [{ district: district.name, livingNow: living, from }] : [],
    ),
    source: html`Districts are told by the middle of each postcode’s sector, so a home close to a boundary may be counted over it. Contains OS data © Crown copyright and database right 2025.`,
  })}
<p class="govuk-body app-no-print"><a class="govuk-link" href="${otherHref}">${other === 'from' ? 'Show where children are from' : 'Show where children live'}</a></p>
${table(where, looking)}
${notes(where)}`;
};

const total = (rows: readonly DistrictCount[], of: keyof Omit<DistrictCount, 'district'>): number =>
  rows.reduce((sum, row) => sum + row[of], 0);

/** Everybody, with those whose place is not a district: both columns add up to the children in care. */
const table = (where: WhereChildrenLive, { query }: AskedMoment): Content => {
  const rows = [
    ...where.rows.filter((row) => isOwn(row, where.own)),
    ...where.rows.filter((row) => !isOwn(row, where.own)),
  ];
  return dataTable<DistrictCount>({
    caption: 'Every child in care, by district',
    captionSize: 'm',
    dense: true,
    rows,
    columns: [
      {
        key: 'district',
        header: 'District',
        cell: ({ district, living }) => {
          const words = capitalised(districtInWords(district));
          if (living === 0) return words;
          const key = district.kind === 'district' ? district.name : district.kind;
          return html`<a class="govuk-link govuk-link--no-visited-state" href="${staffPaths.children({ district: key, ...query })}">${words}</a>`;
        },
      },
      { key: 'own', header: 'The authority’s own', cell: (row) => (isOwn(row, where.own) ? 'yes' : '') },
      { key: 'from', header: 'From there', numeric: true, cell: ({ from }) => number(from) },
      { key: 'living', header: 'Living there', numeric: true, cell: ({ living }) => number(living) },
      {
        key: 'stayed',
        header: 'From there and living there',
        numeric: true,
        cell: ({ stayed }) => number(stayed),
      },
    ],
    foot: [
      'All',
      '',
      number(total(rows, 'from')),
      number(total(rows, 'living')),
      number(total(rows, 'stayed')),
    ],
  });
};

const notes = ({ unaccompanied, shortBreaks }: WhereChildrenLive): Content => {
  const said = [
    unaccompanied > 0 &&
      `Of those not known to be from anywhere, ${count(unaccompanied, 'is an unaccompanied asylum-seeking child', 'are unaccompanied asylum-seeking children')}, who ${unaccompanied === 1 ? 'has' : 'have'} no home here to count from.`,
    shortBreaks > 0 &&
      `${count(shortBreaks, 'child', 'children')} on short breaks ${shortBreaks === 1 ? 'is' : 'are'} not counted.`,
  ];
  return said.map((sentence) => sentence && html`<p class="govuk-body-s">${sentence}</p>`);
};
