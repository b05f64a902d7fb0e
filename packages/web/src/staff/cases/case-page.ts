import type { CaseSection, CaseStep, CaseView } from '@rightplace/app';
import { type ChronologyLine, dayInWords, daysInWords, roleTitle, type Said } from '@rightplace/domain';
import {
  button,
  type Html,
  heading,
  html,
  insetText,
  summaryList,
  taskList,
  timeline,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';

/** Who a case is about, as its heading says it. */
export const childInWords = ({ child }: Pick<CaseView, 'child'>): string =>
  `${child.name ?? child.id}${child.age === undefined ? '' : `, ${child.age}`}`;

/** Whose turn it is, since when, and by when. */
export const waitingText = ({ waiting, lapsesAfter }: Pick<CaseView, 'waiting' | 'lapsesAfter'>): string => {
  if (waiting === undefined) return '';
  const who = waiting.roles.map((role) => roleTitle(role).toLowerCase()).join(' or ');
  const whose = waiting.for === 'me' ? 'Waiting for you' : `Waiting for the ${who}`;
  const long =
    waiting.workingDays === 0
      ? 'since today'
      : `for ${daysInWords(waiting.workingDays).replace('day', 'working day')}`;
  const due =
    waiting.due === undefined
      ? ''
      : waiting.overdue
        ? `. It was due on ${dayInWords(waiting.due)}`
        : `, due by ${dayInWords(waiting.due)}`;
  const lapses = lapsesAfter === undefined ? '' : `. It lapses after ${dayInWords(lapsesAfter)}`;
  return `${whose} ${long}${due}${lapses}.`;
};

const linesOf = (paragraphs: readonly string[]): readonly string[] =>
  paragraphs.flatMap((text) => text.split('\n')).filter((text) => text.trim() !== '');

/** Answers as they are read: brief ones beside their questions in one list, the others under theirs. */
export const saidInWords = (said: readonly Said[]): Html => {
  const runs: Said[][] = [];
  for (const one of said) {
    const last = runs.at(-1);
    if (one.isBrief && last?.[0]?.isBrief === true) last.push(one);
    else runs.push([one]);
  }
  return html`${runs.map((run) =>
    run[0]?.isBrief === true
      ? summaryList({
          classes: 'app-brief',
          rows: run.map(({ label, paragraphs }) => ({
            key: { text: label },
            value: { text: paragraphs.join(' ') },
          })),
        })
      : run.map(
          ({
            label,
            paragraphs,
          }) => html`<p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">${label}</p>
${linesOf(paragraphs).map((text) => html`<p class="govuk-body">${text}</p>`)}`,
        ),
  )}`;
};

const sectionStatus = ({ missing, isBegun }: CaseSection) =>
  missing.length === 0
    ? { text: 'Complete' }
    : {
        tag: {
          text: isBegun ? 'Not complete' : 'Not begun',
          classes: isBegun ? 'govuk-tag--yellow' : 'govuk-tag--grey',
        },
      };

const evidencePart = (view: CaseView): Html =>
  view.mayWrite
    ? html`${heading(2, 'The request')}
${taskList({
  idPrefix: 'request',
  items: view.sections.map((section) => ({
    title: { text: section.title },
    href: staffPaths.caseSection({ caseId: String(view.id), sectionId: section.id }),
    status: sectionStatus(section),
  })),
})}`
    : html`${heading(2, 'The request')}
${view.sections.map(
  ({ title, said }) => html`<section class="app-evidence">${heading(3, title, { size: 'm' })}
${said.length === 0 ? html`<p class="govuk-body app-empty">Nothing was written here.</p>` : saidInWords(said)}</section>`,
)}`;

/** Decisions first as they are what the page is for; taking it back last and quiet. */
const stepsPart = (view: CaseView): Html | false => {
  if (view.steps.length === 0) return false;
  const link = ({ id, button: text, kind }: CaseStep): Html =>
    button({
      text,
      href: staffPaths.caseStep({ caseId: String(view.id), stepId: id }),
      classes:
        kind === 'submit' || kind === 'support' || kind === 'authorise' || kind === 'record'
          ? ''
          : 'govuk-button--secondary',
    });
  const open = view.steps.filter(({ refusal }) => refusal === undefined);
  const closed = new Map(
    view.steps.flatMap(({ refusal }) =>
      refusal === undefined ? [] : [[refusal.sentence, refusal] as const],
    ),
  );
  return html`<div class="app-decision">${heading(2, 'What you can do')}
${[...closed.keys()].map((sentence) => insetText({ text: sentence }))}
${open.length > 0 && html`<div class="govuk-button-group">${open.map(link)}</div>`}</div>`;
};

const chronologyPart = (lines: readonly ChronologyLine[]): Html =>
  html`${heading(2, 'What has happened')}
${timeline({
  headingLevel: 3,
  items: lines.map(({ sentence, said, at }) => ({
    label: { text: sentence },
    datetime: { timestamp: at, type: 'datetime' },
    html: saidInWords(said),
  })),
})}`;

/** One case: where it stands, whose turn it is, what it holds, what can be done, and what has happened. */
export const casePage = (view: CaseView): Page =>
  page({
    title: `${view.title}: ${childInWords(view)}`,
    section: 'my-work',
    childrenNamed: [view.child.id],
    breadcrumbs: [{ text: 'Your work', href: staffPaths.myWork() }, { text: view.title }],
    main: html`${heading(1, childInWords(view), { caption: view.title })}
${summaryList({
  rows: [
    { key: { text: 'Where it is' }, value: { text: view.stateTitle } },
    ...(view.waiting === undefined
      ? []
      : [{ key: { text: 'Whose turn it is' }, value: { text: waitingText(view) } }]),
    ...(view.child.dateOfBirth === undefined
      ? []
      : [{ key: { text: 'Born' }, value: { text: dayInWords(view.child.dateOfBirth) } }]),
    { key: { text: 'Number' }, value: { text: view.child.id } },
  ],
})}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${stepsPart(view)}
${evidencePart(view)}
</div><div class="govuk-grid-column-one-third">
${chronologyPart(view.chronology)}
</div></div>`,
  });
