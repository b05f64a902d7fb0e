import type { CorrectPlaces, FactInWords, FactSection } from '@rightplace/app';
import { dayInWords, type FactKind, readReturnDay } from '@rightplace/domain';
import { dataTable, type Html, heading, html, noHtml } from '../../kit/index.ts';
import { staffPaths } from '../paths.ts';
import type { ChildPageParts } from './child-page.ts';

type Place = CorrectPlaces[number];

const TABLES: Readonly<Record<FactKind, Place['table']>> = {
  review: 'Reviews',
  uasc: 'UASC',
  oc2: 'OC2',
  oc3: 'OC3',
  ad1: 'AD1',
  'placed-for-adoption': 'PlacedAdoption',
  'previous-permanence': 'PrevPerm',
  missing: 'Missing',
  'social-worker': 'SWEpisodes',
  'deprivation-of-liberty': 'DoLo',
};

const linkTo = ({ collectionYear, table, rowKey }: Place, childId: string, what: string): Html =>
  html`<a class="govuk-link app-no-print" href="${staffPaths.returnRow({ childId, year: String(collectionYear), table, rowKey })}">Correct<span class="govuk-visually-hidden"> ${what}</span></a>`;

/** The way to correct one fact, for those who may: in the newest return that tells of it. */
export const correctFactLink = (
  { places, view }: ChildPageParts,
  { kind, title }: FactSection,
  { key, when }: FactInWords,
): Html | undefined => {
  const place = places?.find(({ table, rowKey }) => table === TABLES[kind] && rowKey === key);
  return place && linkTo(place, view.id, `${title} ${when ?? ''}`);
};

const dayOf = (cell: string | undefined): string => {
  const on = readReturnDay(cell ?? '');
  return on === undefined ? '–' : dayInWords(on);
};

/** What the picture is drawn from: each episode as the returns tell it, with the way to correct it. */
export const episodesToCorrect = ({ places, view }: ChildPageParts): Html => {
  const episodes = (places ?? [])
    .filter(({ table }) => table === 'Episodes')
    .toSorted((a, b) => (a.rowKey < b.rowKey ? 1 : -1));
  if (episodes.length === 0) return noHtml;
  return html`${heading(2, 'Episodes, as the returns tell them')}
${dataTable<Place>({
  caption: 'Each has one legal status in one placement',
  captionSize: 'hidden',
  dense: true,
  rows: episodes,
  columns: [
    { key: 'from', header: 'From', nowrap: true, cell: ({ cells }) => dayOf(cells['DECOM']) },
    { key: 'until', header: 'Until', nowrap: true, cell: ({ cells }) => dayOf(cells['DEC']) },
    { key: 'legal', header: 'Legal status', cell: ({ cells }) => cells['LS'] ?? '' },
    { key: 'place', header: 'Placement', cell: ({ cells }) => cells['PLACE'] ?? '' },
    {
      key: 'correct',
      header: 'Correct',
      cell: (place) => linkTo(place, view.id, `the episode from ${dayOf(place.cells['DECOM'])}`),
    },
  ],
})}`;
};
