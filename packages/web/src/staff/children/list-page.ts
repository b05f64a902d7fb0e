import {
  type ChildrenList,
  type District,
  districtKey,
  type ListAsked,
  writeListAsked,
} from '@rightplace/app';
import { AGE_BANDS, LEGAL_STATUSES, PLACEMENT_TYPES } from '@rightplace/domain';
import {
  button,
  type Content,
  capitalised,
  checkboxes,
  count,
  dataTable,
  type Html,
  html,
  input,
  noHtml,
  pagesNearby,
  pagination,
  select,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { type AskedMoment, asKnownForm, askedMomentErrors, momentOf } from '../as-known.ts';
import { staffPaths } from '../paths.ts';
import { districtInWords } from './child-words.ts';
import { childrenTabs } from './children-tabs.ts';
import { AGE_WORDS, downloadHref, type ListRow, type ListView, listView, SEX_WORDS } from './list-view.ts';

export interface ListPageParts {
  readonly list: ChildrenList;
  readonly looking: AskedMoment;
  readonly mayDownload: boolean;
  readonly mayLeave: boolean;
  /** Where a return is brought in, for somebody who may. */
  readonly importsHref: string | undefined;
}

export const listPage = (parts: ListPageParts): Page => {
  const { list, looking } = parts;
  const view = listView(list, looking.query);
  return page({
    title: 'Children',
    section: 'children',
    width: 'wide',
    knownAt: momentOf(looking),
    main: html`${askedMomentErrors(looking)}<h1 class="govuk-heading-l">Children</h1>
${childrenTabs('list', looking.query, parts.mayLeave)}
${list.inScope === 0 ? nobodyYet(parts) : html`${filterForm(list, looking)}${results(parts, view)}`}
${asKnownForm(looking, { action: staffPaths.children(), keep: writeListAsked(list.asked) })}`,
  });
};

/** Nothing to look in: why, and what would change it. */
const nobodyYet = ({ list, importsHref }: ListPageParts): Html =>
  list.reach === 'authority'
    ? html`<h2 class="govuk-heading-m">No children yet</h2>
<p class="govuk-body">When a return has been taken into the record, the children in it are listed here.</p>
${importsHref !== undefined && button({ text: 'Bring in a return', href: importsHref })}`
    : html`<h2 class="govuk-heading-m">No children to show you</h2>
<p class="govuk-body">${
        list.reach === 'own-cases'
          ? 'The record does not have you as any child’s social worker today.'
          : 'The record has no child whose social worker is in your team or service today.'
      } This comes from the social workers’ file of the return, so a change there takes until the next import to show here.</p>`;

const STANDING_ITEMS: readonly { readonly value: ListAsked['standing']; readonly text: string }[] = [
  { value: 'in-care', text: 'In care' },
  { value: 'left', text: 'Left care' },
  { value: 'short-breaks', text: 'Short breaks' },
  { value: 'never', text: 'No time in care recorded' },
  { value: 'all', text: 'Everyone' },
];

/** One form, sent with GET: what was asked is in the address, to be kept, shared and gone back to. */
const filterForm = ({ asked, choices }: ChildrenList, { query }: AskedMoment): Html =>
  html`<form method="get" action="${staffPaths.children()}" class="app-list-form" role="search">
${Object.entries(query).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${asked.sort !== 'name' && html`<input type="hidden" name="sort" value="${asked.sort}"><input type="hidden" name="direction" value="${asked.direction}">`}
<div class="app-search">
${input({
  id: 'search',
  name: 'search',
  type: 'search',
  label: { text: 'Name, number or date of birth' },
  value: asked.search,
  classes: 'govuk-input--width-20',
  spellcheck: false,
})}
${select({ id: 'standing', name: 'standing', label: { text: 'Show' }, items: STANDING_ITEMS, value: asked.standing })}
${button({ text: 'Search' })}
</div>
<details class="govuk-details app-filters"${isOpen(asked) && html` open`}>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">Filters</span></summary>
<div class="app-filters__fields">
${boxes('legal-status', 'Legal status', Object.entries(LEGAL_STATUSES.groups), asked.legalStatus)}
${boxes('home', 'Home', Object.entries(PLACEMENT_TYPES.groups), asked.home)}
${boxes(
  'age',
  'Age',
  [...AGE_BANDS, 'unknown'].map((key) => [key, AGE_WORDS[key] ?? key]),
  asked.age,
)}
<div>
${boxes('sex', 'Sex', Object.entries(SEX_WORDS), asked.sex)}
${choose('uasc', 'Unaccompanied asylum-seeking', asked.uasc, [
  ['yes', 'Yes'],
  ['no', 'No'],
])}
</div>
<div>
${choose('district', 'Living in', asked.district, choices.districts.map(districtItem))}
${choose('team', 'Team', asked.team, [...choices.teams.map(({ id, name }): Item => [String(id), name]), ['none', 'No team']])}
${choose('worker', 'Social worker', asked.worker, [
  ...choices.workers.map(({ number, name }): Item => [number, name ?? number]),
  ['none', 'No social worker'],
])}
${button({ text: 'Use these filters', classes: 'govuk-button--secondary' })}
</div>
</div>
</details>
</form>`;

type Item = readonly [value: string, text: string];

const isOpen = (asked: ListAsked): boolean =>
  asked.legalStatus.size + asked.home.size + asked.age.size + asked.sex.size > 0 ||
  [asked.uasc, asked.district, asked.team, asked.worker].some((value) => value !== undefined);

const districtItem = (district: District): Item => {
  const words = districtInWords(district);
  return [districtKey(district), capitalised(words)];
};

const boxes = (name: string, title: string, items: readonly Item[], chosen: ReadonlySet<string>): Html =>
  checkboxes({
    name,
    idPrefix: name,
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: title, classes: 'govuk-fieldset__legend--s' } },
    items: items.map(([value, text]) => ({ value, text, checked: chosen.has(value) })),
  });

const choose = (name: string, title: string, value: string | undefined, items: readonly Item[]): Html =>
  select({
    id: name,
    name,
    label: { text: title, classes: 'govuk-label--s' },
    value: value ?? '',
    items: [{ value: '', text: 'Any' }, ...items.map(([its, text]) => ({ value: its, text }))],
  });

const results = ({ list, looking, mayDownload }: ListPageParts, view: ListView): Html =>
  html`${view.chips.length > 0 && chips(view)}
<div class="app-list-head">
<h2 class="govuk-heading-m" id="results">${view.heading}</h2>
${view.showing !== '' && html`<p class="govuk-body-s">${view.showing}</p>`}
${mayDownload && list.total > 0 && html`<p class="govuk-body-s app-no-print"><a class="govuk-link" href="${downloadHref(list.asked, looking.query)}">Download this list</a></p>`}
</div>
${closedRecords(list, looking)}
${list.total === 0 ? list.closedMatch === undefined && nothingMatches(view) : table(view)}
${list.pages > 1 && pagination(pagesNearby(list.page, list.pages, view.pageHref))}`;

const chips = ({ chips: each, clearHref }: ListView): Html =>
  html`<ul class="app-chips app-no-print" aria-label="This list is narrowed by">
${each.map(({ text, href }) => html`<li><a class="app-chip" href="${href}"><span class="govuk-visually-hidden">Take away </span>${text} <span aria-hidden="true">×</span></a></li>`)}
<li><a class="govuk-link govuk-link--no-visited-state" href="${clearHref}">Clear all</a></li>
</ul>`;

const nothingMatches = ({ clearHref, everyoneHref, chips: each }: ListView): Html =>
  html`<p class="govuk-body">No child is like that${each.length > 1 ? ' in every way asked for' : ''}.</p>
${everyoneHref !== undefined && html`<p class="govuk-body"><a class="govuk-link" href="${everyoneHref}">Look among everyone in the record</a></p>`}
${each.length > 0 && html`<p class="govuk-body"><a class="govuk-link" href="${clearHref}">Clear the search and filters</a></p>`}`;

/** Restricted records make a list add up to its figure without being told apart in it. */
const closedRecords = ({ closed, closedMatch }: ChildrenList, { query }: AskedMoment): Html => {
  if (closedMatch !== undefined)
    return html`<p class="govuk-body"><a class="govuk-link" href="${staffPaths.child({ childId: closedMatch }, query)}">${closedMatch}</a> has a restricted record. It is opened by itself, with a reason.</p>`;
  if (closed === undefined || closed === 0) return noHtml;
  const who =
    closed === 1
      ? 'One more child is counted in figures and is not listed, because the record is'
      : `${count(closed, 'child', 'children').replace(' ', ' more ')} are counted in figures and are not listed, because their records are`;
  return html`<p class="govuk-body-s">${who} restricted or closed to you. To open a restricted record, search for the child’s whole number.</p>`;
};

const table = (view: ListView): Html =>
  dataTable<ListRow>({
    caption: view.heading,
    captionSize: 'hidden',
    dense: true,
    rows: view.rows,
    columns: [
      { key: 'name', header: 'Child', sort: view.sortOf('name'), cell: child },
      { key: 'age', header: 'Age', numeric: true, sort: view.sortOf('age') },
      {
        key: 'since',
        header: 'In care since',
        nowrap: true,
        sort: view.sortOf('in-care-since'),
        cell: ({ since, sinceNote }) => two(since, sinceNote),
      },
      { key: 'legalStatus', header: 'Legal status' },
      { key: 'home', header: 'Home', cell: ({ home, homeKind }) => two(home, homeKind) },
      {
        key: 'homeSince',
        header: html`Living<br>there since`,
        nowrap: true,
        sort: view.sortOf('home-since'),
      },
      { key: 'homes', header: html`Homes in<br>the year`, numeric: true, sort: view.sortOf('homes') },
      { key: 'miles', header: html`Miles<br>from home`, numeric: true, sort: view.sortOf('miles') },
      { key: 'worker', header: 'Social worker', cell: ({ worker, team }) => two(worker, team) },
    ],
  });

const child = ({ href, name, id, isNamed }: ListRow): Content =>
  html`<a class="govuk-link govuk-link--no-visited-state" href="${href}">${name}</a>${isNamed && html`<span class="app-quiet">${id}</span>`}`;

/** A second line for what matters less. */
const two = (first: string, second: string): Content =>
  second === '' ? first : html`${first}<span class="app-quiet">${second}</span>`;
