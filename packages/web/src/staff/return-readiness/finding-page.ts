import type { CorrectPlace, FindingInList, FindingView } from '@rightplace/app';
import { type Day, daysBetween, daysInWords, londonDayOf, momentInWords } from '@rightplace/domain';
import {
  button,
  type FieldError,
  formErrors,
  type Html,
  heading,
  html,
  link,
  summaryList,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { answerPart, historyPart, type Typed } from './answer-part.ts';
import { rowsPart } from './finding-rows.ts';
import { listHref } from './findings-asked.ts';
import { correctHref, findingHref, findingsHref } from './readiness-links.ts';
import { childInList, severityTag, stateTag, whoInWords, yearInWords } from './readiness-words.ts';

export interface FindingPageParts {
  readonly view: FindingView;
  readonly csrf: string;
  readonly today: Day;
  /** The work list that it was opened from, to go back to. */
  readonly list?: string | undefined;
  readonly typed?: Typed;
  readonly problems?: readonly FieldError[];
}

/** One finding: what the rule says, the rows it says it of, and what to do. */
export const findingPage = (parts: FindingPageParts): Page => {
  const { view, csrf, today, list, typed = {}, problems = [] } = parts;
  const { finding, collectionYear } = view;
  const errors = formErrors(problems);
  return page({
    title: finding.title,
    section: 'return',
    width: 'wide',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    breadcrumbs: [
      { text: 'Return', href: staffPaths.returnReadiness({ year: collectionYear }) },
      {
        text: 'Findings',
        href: list === undefined ? findingsHref(collectionYear) : listHref(list, today),
      },
      { text: `Rule ${finding.rule}` },
    ],
    main: html`${errors.summary}
${heading(1, finding.title, { caption: `${childInList(finding)}, ${yearInWords(collectionYear)}` })}
<p class="govuk-body">${stateTag(finding.state)} ${severityTag(finding.severity)}</p>
${view.isBehind && html`<div class="govuk-inset-text">The rows have changed since this was found. The next check will tell whether it is put right.</div>`}
<div class="app-finding">
<div>
<p class="govuk-body-l">${finding.wrong}</p>
${finding.state !== 'cleared' && html`<p class="govuk-body"><strong>What to do:</strong> ${finding.todo}</p>`}
${correctButton(parts)}
</div>
${aboutPart(view, today)}
</div>
<section aria-labelledby="rows">
${heading(2, 'What the record says', { id: 'rows' })}
${rowsPart(view.tables, { child: finding.child, collectionYear, mayCorrect: view.may.correct, list })}
</section>
${answerPart({ view, csrf, typed, errors })}
${historyPart(view)}
${othersPart(parts)}`,
  });
};

const correctButton = ({ view, list }: FindingPageParts): Html | false => {
  const { correct, state } = view.finding;
  return (
    view.may.correct &&
    correct !== undefined &&
    state !== 'cleared' &&
    button({ text: correctInWords(correct), href: correctHref(correct, list) })
  );
};

const correctInWords = ({ rowKey, field }: CorrectPlace): string => {
  if (rowKey === undefined) return 'Open the child’s return';
  return field === undefined ? 'Correct the row' : `Correct ${field}`;
};

const ago = (finding: FindingInList, today: Day): string => {
  const days = daysBetween(londonDayOf(finding.firstSeen), today);
  return days > 0 ? `, ${daysInWords(days)} ago` : '';
};

const aboutPart = ({ finding, departs }: FindingView, today: Day): Html =>
  summaryList({
    classes: 'app-summary--dense',
    rows: [
      {
        key: { text: 'Child' },
        value: {
          html: html`${link(staffPaths.child({ childId: finding.child }), childInList(finding))}${finding.childName !== undefined && html` <span class="app-quiet">${finding.child}</span>`}`,
        },
      },
      {
        key: { text: 'Social worker' },
        value: { text: [finding.worker ?? 'nobody recorded', finding.team].filter(Boolean).join(', ') },
      },
      { key: { text: 'Who can put it right' }, value: { text: whoInWords(finding) } },
      {
        key: { text: 'Known since' },
        value: { text: `${momentInWords(finding.firstSeen)}${ago(finding, today)}` },
      },
      finding.clearedAt !== undefined && {
        key: { text: 'Put right' },
        value: { text: momentInWords(finding.clearedAt) },
      },
      { key: { text: 'Rule' }, value: { text: `${finding.rule}, in ${finding.tableTitle}` } },
      departs !== undefined && { key: { text: 'Other validators' }, value: { text: departs } },
    ].filter((row) => row !== false),
  });

const othersPart = ({ view: { others }, list }: FindingPageParts): Html | false =>
  others.length > 0 &&
  html`<section aria-labelledby="others">
${heading(2, 'Also found of this child', { id: 'others' })}
<ul class="govuk-list govuk-list--bullet">${others.map(
    (other) =>
      html`<li><a class="govuk-link" href="${findingHref(other.id, list)}">${other.title}</a> <span class="app-aside">(${other.rule}, ${other.tableTitle})</span></li>`,
  )}</ul>
</section>`;
