import { randomUUID } from 'node:crypto';
import type { HomesToAskView, HomeToAsk } from '@rightplace/app';
import {
  CHANNELS,
  dayInWords,
  type Fault,
  feeOn,
  formatMoney,
  isAgency,
  isHousehold,
  isSearchTier,
  judgementOn,
  REPLY_BY_TO_COME,
  SEARCH_TIERS,
  SETTING_KINDS,
  TELLS_NOBODY,
  termsOn,
} from '@rightplace/domain';
import {
  button,
  checkboxes,
  count,
  dataTable,
  type FieldError,
  form,
  formErrors,
  type Html,
  heading,
  html,
  input,
  insetText,
  link,
  pagesNearby,
  pagination,
  radios,
  select,
  textarea,
} from '../../kit/index.ts';
import { fieldErrors, questionFields, typedAnswers } from '../../parts/question-fields.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { staffPaths } from '../paths.ts';
import { homeLink, judgementWords, termsWords, vacancyCell } from '../register/register-words.ts';
import { asksWhy, type LookAt, lookAtFields } from './look-at.ts';
import { replyInWords } from './reply-words.ts';
import { searchPaths } from './search-paths.ts';
import { childName, searchAddress, writeAddress } from './search-words.ts';

/** As many as somebody looks through at a time, and fewer than one form sends. */
const ON_A_PAGE = 30;

export interface HomesToAskForm {
  readonly csrf: string;
  /** What the list is narrowed to. */
  readonly query: URLSearchParams;
  readonly typed?: URLSearchParams | undefined;
  readonly problems?: readonly FieldError[];
  readonly faults?: readonly Fault[];
  /** Words that may tell who the child is, which whoever writes is asked to look at. */
  readonly lookAt?: LookAt;
}

/** Narrowed to a tier, to words, and to those that could take the child, unless all are asked for. */
const chosenFrom = ({ homes }: HomesToAskView, query: URLSearchParams): readonly HomeToAsk[] => {
  const tier = query.get('tier') ?? '';
  const words = (query.get('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const isAll = query.get('all') === 'yes';
  return homes.filter((home) => {
    const { setting, provider, vacancies, fit } = home;
    const says = `${setting.name} ${provider?.name ?? ''}`.toLowerCase();
    const could =
      fit.inTheWay.length === 0 &&
      fit.kind !== 'not' &&
      (isAgency(setting.kind) || vacancies.vacant > 0 || home.asked.length > 0);
    return (
      (tier === '' || home.tier === tier) && words.every((word) => says.includes(word)) && (isAll || could)
    );
  });
};

const filterForm = (view: HomesToAskView, query: URLSearchParams): Html => {
  const tiers = Object.entries(SEARCH_TIERS).filter(
    ([tier]) => isSearchTier(tier) && view.opened.has(tier) && tier !== 'direct',
  );
  return html`<form method="get" action="${searchPaths.homesToAsk({ caseId: String(view.id) })}" class="app-list-form app-no-print" role="search">
<div class="app-search">
${input({ id: 'q', name: 'q', label: { text: 'Name or provider' }, classes: 'govuk-input--width-20', value: query.get('q') ?? '' })}
${select({
  id: 'tier',
  name: 'tier',
  label: { text: 'Tier' },
  value: query.get('tier') ?? '',
  items: [{ value: '', text: 'All that are opened' }, ...tiers.map(([value, text]) => ({ value, text }))],
})}
</div>
${checkboxes({
  name: 'all',
  idPrefix: 'all',
  classes: 'govuk-checkboxes--small',
  items: [
    {
      value: 'yes',
      text: 'Also those that are full, or in whose way something stands',
      checked: query.get('all') === 'yes',
    },
  ],
})}
${button({ text: 'Show', classes: 'govuk-button--secondary' })}
</form>`;
};

const milesCell = ({ distances: { fromFamilyHome, fromHomeNow, fromSchool } }: HomeToAsk): Html => {
  const known = [
    ['Family', fromFamilyHome],
    ['School', fromSchool],
    ['Home now', fromHomeNow],
  ] as const;
  const told = known.filter(([, miles]) => miles !== undefined);
  return told.length === 0
    ? html`Not known`
    : html`${told.map(([from, miles], at) => html`${at > 0 && html`<br>`}<span class="app-nowrap">${from} ${miles}</span>`)}`;
};

const UNSUITABLE = 'The request finds this kind of home unsuitable.';
const ONLY_BY_ORDER =
  'A secure home takes a child by an order of a court alone, and the request tells of none.';

const fitCell = (view: HomesToAskView, { fit, asked, setting }: HomeToAsk): Html => {
  const ways = [
    ...(fit.kind === 'not' ? [setting.kind === 'secure-home' ? ONLY_BY_ORDER : UNSUITABLE] : []),
    ...fit.inTheWay.map(({ sentence }) => sentence),
  ];
  const kind = fit.kind === 'met' ? 'The kind that is wanted.' : '';
  return html`${ways.length === 0 ? html`${kind} Nothing known stands in the way.` : ways.join(' ')}${asked.map(
    (approach) =>
      html`<br><span class="app-quiet">${link(searchPaths.searchApproach({ caseId: String(view.id), entry: String(approach.number) }), 'Asked already')}: ${replyInWords(approach, view.search)}</span>`,
  )}`;
};

const holdCell = (view: HomesToAskView, { setting, vacancies }: HomeToAsk): Html | false => {
  if (view.held.has(setting.id)) return html`<br><strong>Held for this search</strong>`;
  return (
    view.mayHold &&
    vacancies.vacant > 0 &&
    html`<br><span class="app-no-print">${link(searchPaths.holdForSearch({ caseId: String(view.id), settingId: String(setting.id) }, { from: 'homes' }), html`Hold a place<span class="govuk-visually-hidden"> in ${setting.name}</span>`)}</span>`
  );
};

/** As the kit draws one, which for thirty at once would take longer than the rest of the page. */
const checkbox = (
  { id, name }: { readonly id: number; readonly name: string },
  chosen: ReadonlySet<string>,
): Html => html`<div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item">
<input class="govuk-checkboxes__input" id="home-${id}" name="home" type="checkbox" value="${id}"${chosen.has(String(id)) && html` checked`}>
<label class="govuk-label govuk-checkboxes__label" for="home-${id}"><span class="govuk-visually-hidden">Approach ${name}</span></label>
</div></div>`;

const homesTable = (view: HomesToAskView, homes: readonly HomeToAsk[], chosen: ReadonlySet<string>): Html => {
  const { on } = view.sought;
  return dataTable<HomeToAsk>({
    caption: 'Homes that could be approached, the fittest and nearest first',
    captionSize: 'hidden',
    dense: true,
    stacks: true,
    rows: homes,
    rowHeader: 'home',
    empty: 'There is none that fits what you asked for.',
    columns: [
      {
        key: 'select',
        header: 'Approach',
        cell: ({ setting: { id, name } }) => checkbox({ id, name }, chosen),
      },
      {
        key: 'home',
        header: 'Home',
        cell: (home) =>
          html`${homeLink(home)}<br><span class="app-quiet">${SETTING_KINDS[home.setting.kind]}, ${SEARCH_TIERS[home.tier].toLowerCase()}${home.provider !== undefined && `, ${home.provider.name}`}</span>`,
      },
      {
        key: 'vacant',
        header: `Vacant ${dayInWords(on)}`,
        cell: (home) => html`${vacancyCell(home)}${holdCell(view, home)}`,
      },
      {
        key: 'ages',
        header: 'Takes',
        cell: ({ setting }) => (isAgency(setting.kind) ? '' : termsWords(termsOn(setting, on))),
      },
      {
        key: 'judgement',
        header: 'Ofsted',
        cell: ({ setting }) => (isHousehold(setting.kind) ? '' : judgementWords(judgementOn(setting, on))),
      },
      view.sight.fees && {
        key: 'fee',
        header: 'Fee a week',
        numeric: true,
        cell: ({ setting }) => {
          const fee = feeOn(setting, on);
          return fee === undefined ? '' : formatMoney(fee.weekly);
        },
      },
      { key: 'miles', header: 'Miles from', cell: milesCell },
      { key: 'fit', header: 'What stands in the way', cell: (home) => fitCell(view, home) },
    ],
  });
};

const profilePart = ({ id, profile }: HomesToAskView): Html => {
  const to = link(staffPaths.profile({ caseId: String(id) }, { from: 'homes' }), 'Profile for providers');
  return 'version' in profile
    ? html`<p class="govuk-body">Version ${profile.version} of the profile is approved and is what they are sent. ${to}</p>`
    : insetText({ html: html`${profile.notYet} Until then only telephone calls can be logged. ${to}` });
};

const sendPart = (
  view: HomesToAskView,
  { typed, problems = [], faults = [], lookAt }: HomesToAskForm,
): Html => {
  const errors = formErrors(problems);
  const replyBy = typed === undefined ? view.usualReplyBy : typedAnswers(typed, REPLY_BY_TO_COME);
  const isReady = 'version' in view.profile;
  const why = typed?.get(TELLS_NOBODY) ?? '';
  return html`${radios({
    name: 'channel',
    idPrefix: 'channel',
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: 'How do you approach them?', classes: 'govuk-fieldset__legend--s' } },
    errorMessage: errors.of('channel'),
    value: typed?.get('channel') ?? '',
    items: Object.entries(CHANNELS).map(([value, text]) => ({
      value,
      text,
      disabled: value !== 'phone' && !isReady,
      ...(value === 'portal'
        ? { hint: { text: 'They are sent the approved profile and answer there.' } }
        : {}),
      ...(value === 'email'
        ? { hint: { text: 'You send the approved profile yourself; it is logged that you did.' } }
        : {}),
      ...(value === 'phone' ? { hint: { text: 'Nothing is sent. It is logged that you called.' } } : {}),
    })),
  })}
${isReady && questionFields(REPLY_BY_TO_COME, { given: replyBy, faults })}
${textarea({
  id: 'words',
  name: 'words',
  label: { text: 'What was said or sent besides, if anything', classes: 'govuk-label--s' },
  rows: '3',
  value: typed?.get('words') ?? '',
  errorMessage: errors.of('words'),
})}
${lookAtFields(lookAt)}
${
  asksWhy(lookAt, { [TELLS_NOBODY]: why }) &&
  textarea({
    id: TELLS_NOBODY,
    name: TELLS_NOBODY,
    label: {
      text: 'Why do the words that were found tell nobody who the child is?',
      classes: 'govuk-label--s',
    },
    hint: { text: 'It is kept in the log with your name. The provider does not read it.' },
    rows: '2',
    value: why,
  })
}
${button({ text: 'Approach the selected homes', preventDoubleClick: true })}`;
};

const askedFor = ({ sought: { on, age, sex } }: HomesToAskView): string => {
  const who = sex === 'F' ? 'girl' : sex === 'M' ? 'boy' : 'child';
  return `For a ${who}${age === undefined ? '' : ` of ${age}`} from ${dayInWords(on)}.`;
};

/** Whom to approach in the tiers that are opened, and the form that approaches several in one step. */
export const homesToAskPage = (view: HomesToAskView, shown: HomesToAskForm): Page => {
  const { query, problems = [], faults = [] } = shown;
  const errors = formErrors([...problems, ...fieldErrors(faults, REPLY_BY_TO_COME)]);
  const homes = chosenFrom(view, query);
  const last = Math.max(1, Math.ceil(homes.length / ON_A_PAGE));
  const at = Math.min(last, Math.max(1, Number(query.get('page') ?? 1) || 1));
  const here = homes.slice((at - 1) * ON_A_PAGE, at * ON_A_PAGE);
  const caseId = String(view.id);
  const asked = Object.fromEntries([...query].filter(([name]) => ['q', 'tier', 'all'].includes(name)));
  const chosen = new Set(shown.typed?.getAll('home') ?? []);
  return page({
    title: `Whom to approach: ${childName(view)}`,
    section: 'searches',
    width: 'wide',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    childrenNamed: [view.child.id],
    backLink: { href: searchAddress(view), text: 'Back to the search' },
    main: html`${errors.summary}
${heading(1, 'Whom to approach', { caption: childName(view) })}
${profilePart(view)}
${view.opened.size === 0 && insetText({ text: 'No tier of this search is opened yet, so nobody of the register is approached.' })}
${filterForm(view, query)}
<p class="govuk-body">${askedFor(view)} ${count(homes.length, 'home', 'homes')}${last > 1 && html`, page ${at} of ${last}`}. Miles are in a straight line, from the middle of each postcode’s area.</p>
${form({
  action: searchPaths.homesToAsk({ caseId }, { ...asked, page: String(at) }),
  csrfToken: shown.csrf,
  main: html`<input type="hidden" name="_key" value="${shown.typed?.get('_key') ?? randomUUID()}">
${homesTable(view, here, chosen)}
${here.length > 0 && readingWidth(sendPart(view, shown))}`,
})}
${last > 1 && pagination(pagesNearby(at, last, (to) => searchPaths.homesToAsk({ caseId }, { ...asked, page: String(to) })))}
<p class="govuk-body app-no-print">${link(writeAddress(view, 'approach', undefined, { from: 'homes' }), 'Log an approach to somebody who is not in the register')}</p>`,
  });
};
