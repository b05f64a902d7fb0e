import type {
  CheckTold,
  FindingCount,
  FindingInList,
  Readiness,
  SinceLastNight,
  TrendPoint,
} from '@rightplace/app';
import {
  type CollectionYear,
  collectionYearLabel,
  dayInShort,
  momentInWords,
  roleTitle,
} from '@rightplace/domain';
import { lineChart } from '../../charts/index.ts';
import {
  type Content,
  count,
  dataTable,
  details,
  type Html,
  heading,
  html,
  number,
} from '../../kit/index.ts';
import { partBar } from '../measures/figure-parts.ts';
import { staffPaths } from '../paths.ts';
import { lackInShort, notRunInWords } from './not-run-words.ts';
import { type FindingsQuery, findingHref, findingsHref } from './readiness-links.ts';
import { childInList, severityTag } from './readiness-words.ts';

const counted = (href: string, value: number, of: string): Html =>
  html`<a class="govuk-link" href="${href}">${number(value)}<span class="govuk-visually-hidden"> ${of}</span></a>`;

interface CountsTable<Count extends FindingCount> {
  readonly id: string;
  readonly caption: string;
  readonly rowHeader: string;
  readonly counts: readonly Count[];
  readonly year: CollectionYear;
  readonly asked: (key: string) => FindingsQuery;
  /** Before or after the title. */
  readonly title?: (each: Count) => Content;
}

/** Findings of each sort with a bar; every number opens the list of them. */
const countsTable = <Count extends FindingCount>(options: CountsTable<Count>): Html => {
  const { counts, year, asked } = options;
  const most = Math.max(1, ...counts.map(({ open }) => open));
  return dataTable<Count>({
    id: options.id,
    caption: options.caption,
    rows: counts,
    dense: true,
    scroll: false,
    columns: [
      {
        key: 'title',
        header: options.rowHeader,
        classes: 'app-part',
        cell: (each) => html`${options.title?.(each) ?? each.title}${partBar(each.open, most)}`,
      },
      {
        key: 'open',
        header: 'To put right',
        numeric: true,
        cell: ({ key, title, open }) =>
          open === 0 ? '0' : counted(findingsHref(year, asked(key)), open, `of ${title}`),
      },
      { key: 'children', header: 'Children', numeric: true, cell: ({ children }) => number(children) },
      {
        key: 'answered',
        header: 'Answered',
        numeric: true,
        cell: ({ key, title, answered }) =>
          answered === 0
            ? '0'
            : counted(
                findingsHref(year, { ...asked(key), show: 'answered' }),
                answered,
                `answered of ${title}`,
              ),
      },
    ],
  });
};

const FEW_RULES = 8;

/** Who can put them right, which rules found them, in which table, of which team. */
export const countsPart = (readiness: Readiness): Html => {
  const { byWho, byRule, byTable, byTeam, collectionYear: year } = readiness;
  if (byWho.length + byRule.length === 0) return html``;
  const rules = (counts: Readiness['byRule'], id: string, caption: string): Html =>
    countsTable({
      id,
      caption,
      rowHeader: 'Rule',
      counts,
      year,
      asked: (rule) => ({ rule }),
      title: ({ key, title, severity, who }) =>
        html`<strong>${key}</strong> ${title} ${severity !== 'error' && severityTag(severity)}<span class="app-quiet">${roleTitle(who)}</span>`,
    });
  return html`<section>
${heading(2, 'Where they are')}
<div class="app-mixes app-where">
<div>
${byWho.length > 1 && countsTable({ id: 'by-who', caption: 'By who can put them right', rowHeader: 'Who', counts: byWho, year, asked: (who) => ({ who }) })}
${byTeam.length > 1 && countsTable({ id: 'by-team', caption: 'By team', rowHeader: 'Team', counts: byTeam, year, asked: (team) => ({ team }) })}
${byTable.length > 1 && countsTable({ id: 'by-table', caption: 'By table', rowHeader: 'Table', counts: byTable, year, asked: (table) => ({ table }) })}
</div>
<div>
${rules(byRule.slice(0, FEW_RULES), 'by-rule', 'By rule')}
${
  byRule.length > FEW_RULES &&
  details({
    summaryText: count(byRule.length - FEW_RULES, 'more rule'),
    html: rules(byRule.slice(FEW_RULES), 'by-rule-more', 'The other rules'),
  })
}
</div>
</div>
</section>`;
};

const lines = (findings: readonly FindingInList[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${findings.map(
    (finding) =>
      html`<li><a class="govuk-link" href="${findingHref(finding.id)}">${childInList(finding)}</a>: ${finding.title} <span class="app-aside">(${finding.rule})</span></li>`,
  )}</ul>`;

/** One direction of change: how many, the first few, and the way to the rest. */
const changed = (
  title: string,
  findings: readonly FindingInList[],
  { total, none, more }: { readonly total: number; readonly none: string; readonly more: string | undefined },
): Html => html`<div>
${heading(3, title)}
${findings.length === 0 && html`<p class="govuk-body">${none}</p>`}
${findings.length > 0 && lines(findings)}
${
  total > findings.length &&
  findings.length > 0 &&
  (more === undefined
    ? html`<p class="govuk-body-s">${count(total - findings.length, 'more is', 'more are')} in the list of what is to put right.</p>`
    : html`<p class="govuk-body-s"><a class="govuk-link" href="${more}">See all ${number(total)}</a></p>`)
}
</div>`;

/** What a person who looks every morning wants to know first. */
export const sincePart = (since: SinceLastNight, year: CollectionYear): Html => {
  if (since.found + since.cleared + since.answered === 0)
    return html`<section aria-labelledby="since">
${heading(2, 'What has changed', { id: 'since' })}
<p class="govuk-body">Nothing since ${momentInWords(since.since)}: no new finding, and none put right.</p>
</section>`;
  const answered = since.answered > 0 && `, ${number(since.answered)} answered`;
  return html`<section aria-labelledby="since">
${heading(2, 'What has changed', { id: 'since' })}
<p class="govuk-body">Since ${momentInWords(since.since)}: ${number(since.found)} new, ${number(since.cleared)} put right${answered}.</p>
<div class="app-mixes">
${changed(`New: ${number(since.found)}`, since.newest, {
  total: since.found,
  none: since.found === 0 ? 'Nothing new was found.' : 'They are of records that are closed to you.',
  more: undefined,
})}
${changed(`Put right: ${number(since.cleared)}`, since.clearedLately, {
  total: since.cleared,
  none: since.cleared === 0 ? 'Nothing was put right yet.' : 'They are of records that are closed to you.',
  more: findingsHref(year, { show: 'cleared' }),
})}
</div>
</section>`;
};

const trendFinding = (points: readonly TrendPoint[]): string => {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return 'Nothing has been checked yet';
  const since = `since ${dayInShort(first.on)}`;
  if (first.open === last.open)
    return `${count(last.open, 'finding')} to put right, as on ${dayInShort(first.on)}`;
  return `${last.open < first.open ? 'Down' : 'Up'} from ${number(first.open)} to ${number(last.open)} ${since}`;
};

/** How the work has gone through the year: one line for what is left, one for what keeps children from being ready. */
export const trendPart = ({ trend }: Pick<Readiness, 'trend'>): Html => {
  if (trend.length < 2) return html``;
  return html`<section>
${heading(2, 'Through the year')}
${lineChart({
  id: 'trend',
  headingLevel: 3,
  finding: trendFinding(trend),
  subtitle: 'Findings at the last check of each day, or of each week of a long year',
  dayHeader: 'Day',
  formatDay: dayInShort,
  format: (value) => number(value),
  shape: 'step',
  series: [
    { label: 'To put right', points: trend.map(({ on, open }) => ({ on, value: open })) },
    { label: 'Errors among them', points: trend.map(({ on, errors }) => ({ on, value: errors })) },
    { label: 'Answered', points: trend.map(({ on, answered }) => ({ on, value: answered })) },
  ],
})}
</section>`;
};

/** A rule that was not run has passed nothing: said, with what it would need. */
export const notRunPart = (
  { lastCheck, collectionYear, may }: Pick<Readiness, 'lastCheck' | 'collectionYear' | 'may'>,
  mayLoad: boolean,
): Html => {
  if (lastCheck === undefined) return html``;
  const { skipped, failed, rulesRun } = lastCheck;
  const left = skipped.reduce((sum, { rules }) => sum + rules.length, 0);
  return html`<section aria-labelledby="rules">
${heading(2, 'What was checked', { id: 'rules' })}
<p class="govuk-body">${count(rulesRun, 'rule was', 'rules were')} run${left === 0 && failed.length === 0 ? ', which is all of them.' : '.'}</p>
${comparedPart(lastCheck, collectionYear - 1, may.freeze)}
${failed.length > 0 && html`<div class="govuk-inset-text">${count(failed.length, 'rule')} broke on some child, by a fault of Rightplace’s own: ${failed.join(', ')}. What ${failed.length === 1 ? 'it' : 'they'} would find there is not counted. Tell those who look after the service.</div>`}
${left > 0 && notRun(lastCheck, left, mayLoad)}
</section>`;
};

/** The record's idea of last year moves with it, so that what changed since it was submitted is found only once it is frozen. */
const comparedPart = ({ lastYear }: CheckTold, year: CollectionYear, mayFreeze: boolean): Html | false => {
  if (lastYear === 'nothing') return false;
  const label = collectionYearLabel(year);
  if (lastYear === 'frozen')
    return html`<p class="govuk-body">Comparisons with last year are with the return of ${label} as it was frozen.</p>`;
  return html`<p class="govuk-body">Comparisons with last year are with ${label} as the record has it now. A date of birth, say, that has been told otherwise since then is the same in both, and no rule finds it. ${
    mayFreeze
      ? html`<a class="govuk-link" href="${staffPaths.freezeReturn({ year })}">Freeze the return of ${label}</a> as it was submitted, best before the next is loaded, to be compared with that.`
      : 'Once that return is frozen, it is compared with as it was submitted.'
  }</p>`;
};

/** Folded by what is missing: most of them are nothing to do about today. */
const notRun = ({ skipped }: CheckTold, left: number, mayLoad: boolean): Html =>
  html`<p class="govuk-body">${count(left, 'rule was', 'rules were')} not run, so ${left === 1 ? 'it has' : 'they have'} found nothing:</p>
<div class="app-not-run">${skipped.map((each) =>
    details({
      summaryText: `${lackInShort(each)}: ${count(each.rules.length, 'rule')}`,
      html: html`<p class="govuk-body-s app-measured">${notRunInWords(each, mayLoad)}</p>
<ul class="govuk-list app-not-run__rules">${each.rules.map(({ code, title }) => html`<li>${code} <span class="app-aside">${title}</span></li>`)}</ul>`,
    }),
  )}</div>`;
