import type { Behind, FindingsList } from '@rightplace/app';
import { momentInWords } from '@rightplace/domain';
import {
  button,
  count,
  type Html,
  heading,
  html,
  input,
  number,
  pagesNearby,
  pagination,
  select,
  subNavigation,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { partBar } from '../measures/figure-parts.ts';
import { staffPaths } from '../paths.ts';
import { findingGroups } from './finding-groups.ts';
import { isNarrowed, STATES, writeFindingsAsked } from './findings-asked.ts';
import { behindInWords, reachInWords, stateInWords, yearInWords } from './readiness-words.ts';

export interface FindingsView {
  readonly list: FindingsList;
  readonly mayCorrect: boolean;
  readonly mayDownload: boolean;
}

/** A work list: what to put right, by whom, each line leading to the very field. */
export const findingsPage = ({ list, mayCorrect, mayDownload }: FindingsView): Page => {
  const { asked, reach } = list;
  return page({
    title: TITLES[asked.state],
    section: 'return',
    width: 'wide',
    scripts: ['narrow-list.js'],
    breadcrumbs: [
      { text: 'Return', href: staffPaths.returnReadiness({ year: asked.collectionYear }) },
      { text: 'Findings' },
    ],
    main: html`${heading(1, TITLES[asked.state], {
      caption: [yearInWords(asked.collectionYear), reachInWords(reach)].filter(Boolean).join(', '),
    })}
${statesPart(list)}
${(list.total > 0 || isNarrowed(asked)) && filterForm(list)}
<div id="findings">
${clearedPart(list)}
${list.behind !== undefined && behindPart(list.behind)}
<div class="app-list-head">
<h2 class="govuk-heading-m" id="results">${resultsHeading(list)}</h2>
${list.pages > 1 && html`<p class="govuk-body-s">Page ${number(list.page)} of ${number(list.pages)}</p>`}
${mayDownload && list.total > 0 && html`<p class="govuk-body-s app-no-print"><a class="govuk-link" href="${staffPaths.downloadFindings(writeFindingsAsked(asked, { page: 1 }))}">Download this list</a> (CSV or workbook)</p>`}
</div>
${ofWhatPart(list)}
${list.total === 0 ? nothingHere(list) : findingGroups(list, mayCorrect)}
${closedPart(list)}
${list.pages > 1 && pagination(pagesNearby(list.page, list.pages, (to) => staffPaths.findings(writeFindingsAsked(asked, { page: to }))))}
</div>`,
  });
};

const TITLES: Readonly<Record<FindingsList['asked']['state'], string>> = {
  open: 'Findings to put right',
  waiting: 'Answers waiting for a second person',
  answered: 'Findings that are answered',
  cleared: 'Put right since last night',
};

const statesPart = ({ asked, clearedSinceLastNight }: FindingsList): Html =>
  subNavigation({
    label: 'Findings by what has become of them',
    items: STATES.map((state) => ({
      text:
        state === 'cleared'
          ? `Put right since last night (${number(clearedSinceLastNight)})`
          : stateInWords(state),
      href: staffPaths.findings(writeFindingsAsked(asked, { show: state, page: 1 })),
      active: state === asked.state,
    })),
  });

/** One form, sent with GET: what was asked is in the address, to be kept, shared and gone back to. */
const filterForm = ({ asked, choices }: FindingsList): Html =>
  html`<form method="get" action="${staffPaths.findings()}" class="app-list-form app-findings-form" role="search" id="narrow" data-narrows="#findings">
<input type="hidden" name="year" value="${asked.collectionYear}">
${asked.state !== 'open' && html`<input type="hidden" name="show" value="${asked.state}">`}
<div class="app-search">
${input({
  id: 'words',
  name: 'words',
  type: 'search',
  label: { text: 'Child, rule or words' },
  value: asked.text,
  classes: 'govuk-input--width-20',
  spellcheck: false,
})}
${choose('who', 'Who can put it right', asked.who, choices.who)}
${choose(
  'rule',
  'Rule',
  asked.rule,
  choices.rules.map((rule) => ({ ...rule, title: `${rule.key} ${rule.title}` })),
)}
${choose('table', 'Table', asked.table, choices.tables)}
${choices.teams.length > 1 && choose('team', 'Team', asked.team, choices.teams)}
${button({ text: 'Show' })}
${isNarrowed(asked) && html`<p class="govuk-body-s app-findings-form__clear"><a class="govuk-link govuk-link--no-visited-state" href="${staffPaths.findings({ year: asked.collectionYear, show: asked.state === 'open' ? undefined : asked.state })}">Clear</a></p>`}
</div>
</form>`;

interface Choice {
  readonly key: string;
  readonly title: string;
}

/** What was asked stays in the list though nothing is of it any more, so that it can be seen and taken away. */
const choose = (name: string, title: string, value: string | undefined, choices: readonly Choice[]): Html =>
  select({
    id: name,
    name,
    label: { text: title },
    value: value ?? '',
    items: [
      { value: '', text: 'Any' },
      ...choices.map((each) => ({ value: each.key, text: each.title })),
      ...(value === undefined || choices.some(({ key }) => key === value) ? [] : [{ value, text: value }]),
    ],
  });

/** The count that goes up as the list goes down. */
const clearedPart = ({ clearedSinceLastNight: cleared, asked, total }: FindingsList): Html | false => {
  if (cleared === 0 || asked.state !== 'open') return false;
  return html`<div class="app-cleared" data-cleared="${cleared}">
<p class="app-cleared__words"><strong class="app-cleared__number">${number(cleared)}</strong> put right since last night${
    total === 0 ? html`. <strong>That was the last of them.</strong>` : `, ${number(total)} to go`
  }</p>
${partBar(cleared, cleared + total)}
</div>`;
};

/** What the list is of and when that was found, so that it says so on paper too. */
const ofWhatPart = ({ narrowedTo, lastCheck, total }: FindingsList): Html | false =>
  lastCheck !== undefined &&
  total > 0 &&
  html`<p class="govuk-body-s">${narrowedTo.map(({ title, value }) => html`${title}: <strong>${value}</strong>. `)}Checked on ${momentInWords(lastCheck)}.</p>`;

const behindPart = (behind: Behind): Html =>
  html`<p class="govuk-body" data-behind>${behindInWords(behind)} ${
    behind === 'day'
      ? 'The return is checked again in the night.'
      : 'It is being checked again, and what was put right leaves the list then.'
  }</p>`;

const resultsHeading = ({ asked, total }: FindingsList): string => {
  if (total === 0) return isNarrowed(asked) ? 'No finding is like that' : 'No findings';
  return count(total, 'finding');
};

const nothingHere = ({ asked, lastCheck, reach, closed }: FindingsList): Html => {
  if (lastCheck === undefined)
    return html`<p class="govuk-body">The return has not been checked yet. It is checked every night, and <a class="govuk-link" href="${staffPaths.returnReadiness({ year: asked.collectionYear })}">whoever may can have it checked now</a>.</p>`;
  if (isNarrowed(asked))
    return html`<p class="govuk-body"><a class="govuk-link" href="${staffPaths.findings({ year: asked.collectionYear, show: asked.state })}">Clear the words and filters</a> to see the others.</p>`;
  const whose = reachInWords(reach);
  const says: Readonly<Record<typeof asked.state, string>> = {
    open:
      (closed ?? 0) > 0
        ? 'Nothing that can be listed is left to put right.'
        : `Nothing is left to put right${whose === undefined ? '' : ` for ${whose}`}. Checked on ${momentInWords(lastCheck)}.`,
    waiting: 'No answer waits for a second person.',
    answered: 'No finding is answered: none has been explained or accepted and agreed.',
    cleared: 'Nothing has been put right since last night yet.',
  };
  return html`<p class="govuk-body">${says[asked.state]}</p>`;
};

const closedPart = ({ closed }: FindingsList): Html | false =>
  closed !== undefined &&
  closed > 0 &&
  html`<p class="govuk-body-s">${count(closed, 'more finding is', 'more findings are')} of a record that is restricted or closed to you, and not listed. It is opened from the child’s own page, with a reason.</p>`;
