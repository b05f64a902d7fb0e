import { randomUUID } from 'node:crypto';
import type { CaseSection, CaseStep, CaseView, Offered } from '@rightplace/app';
import {
  type ChronologyLine,
  dayInWords,
  daysInWords,
  momentInWords,
  PLACEMENT_REQUEST,
  roleTitle,
  type Said,
} from '@rightplace/domain';
import {
  button,
  form,
  type Html,
  heading,
  html,
  insetText,
  summaryList,
  taskList,
  timeline,
} from '../../kit/index.ts';
import { saidOfEntries } from '../../parts/said-of-entries.ts';
import { type Page, page } from '../../server/answer.ts';
import { documentsPart } from '../attachments/documents-part.ts';
import { ageInWords } from '../children/child-words.ts';
import { staffPaths } from '../paths.ts';
import { noOfficerPart } from '../reviewing/no-officer-part.ts';
import { isQuiet } from '../search/aside-steps.ts';
import type { CameFrom } from '../search/came-from.ts';
import { alarmsPart } from './alarms-part.ts';
import { conditionsPart } from './conditions-part.ts';
import { writtenOverPart } from './written-over-part.ts';

/** Who a case is about, as its heading says it. */
export const childInWords = ({ child }: Pick<CaseView, 'child'>): string =>
  `${child.name ?? child.id}${child.age === undefined ? '' : `, ${ageInWords(child.age)}`}`;

/** Whose turn it is, since when, and by when. */
export const waitingText = ({ waiting, lapsesAfter }: Pick<CaseView, 'waiting' | 'lapsesAfter'>): string => {
  if (waiting === undefined) return '';
  const who = waiting.roles.map((role) => roleTitle(role).toLowerCase()).join(' or ');
  if (waiting.roles.length === 0) return 'Over, but for an approval that is not confirmed.';
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
            entries,
          }) => html`<p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1 app-asked">${label}</p>
${entries === undefined ? linesOf(paragraphs).map((text) => html`<p class="govuk-body">${text}</p>`) : saidOfEntries(entries)}`,
        ),
  )}`;
};

const sectionStatus = ({ missing, isBegun }: CaseSection) =>
  missing.length === 0
    ? { text: isBegun ? 'Complete' : 'Nothing written yet' }
    : {
        tag: {
          text: isBegun ? 'Not complete' : 'Not begun',
          classes: isBegun ? 'govuk-tag--yellow' : 'govuk-tag--grey',
        },
      };

const writtenPart = ({ sections }: CaseView): Html =>
  html`${sections.map(
    ({ title, said }) => html`<section class="app-evidence">${heading(3, title, { size: 'm' })}
${said.length === 0 ? html`<p class="govuk-body app-empty">Nothing was written here.</p>` : saidInWords(said)}</section>`,
  )}`;

/** Parts to fill in, for whoever writes it now; what was written, for everybody else, and for everybody on paper. */
const evidencePart = (view: CaseView): Html =>
  view.mayWrite
    ? html`${heading(2, 'The request')}
<div class="app-no-print">${taskList({
        idPrefix: 'request',
        items: view.sections.map((section) => ({
          title: { text: section.title },
          href: staffPaths.caseSection({ caseId: String(view.id), sectionId: section.id }),
          status: sectionStatus(section),
        })),
      })}</div>
<div class="app-print-only">${writtenPart(view)}</div>`
    : html`${heading(2, 'The request')}
${writtenPart(view)}`;

const LEADS_ON: ReadonlySet<CaseStep['kind']> = new Set(['submit', 'support', 'authorise', 'record']);

/** Whether it takes the case on its usual way. */
const leadsOn = ({ id, kind, isBesides }: CaseStep): boolean =>
  !isBesides && !isQuiet(id) && LEADS_ON.has(kind);

/** Decisions first as they are what the page is for; taking it back last and quiet. */
const stepsPart = (view: CaseView): Html | false => {
  if (view.steps.length === 0) return false;
  const link = (step: CaseStep): Html =>
    button({
      text: step.button,
      href: staffPaths.caseStep({ caseId: String(view.id), stepId: step.id }),
      classes: leadsOn(step) ? '' : 'govuk-button--secondary',
    });
  const may = view.steps.filter(({ refusal }) => refusal === undefined);
  const open = [...may.filter(leadsOn), ...may.filter((step) => !leadsOn(step))];
  const closed = new Map(
    view.steps.flatMap(({ refusal }) =>
      refusal === undefined ? [] : [[refusal.sentence, refusal] as const],
    ),
  );
  return html`<div class="app-decision">${heading(2, 'What you can do')}
${[...closed.keys()].map((sentence) => insetText({ text: sentence }))}
${open.length > 0 && html`<div class="govuk-button-group">${open.map(link)}</div>`}</div>`;
};

const confirmedPart = ({ words }: CaseView): Html | false => {
  const confirmed = words.filter(({ answer }) => answer === 'confirm');
  return (
    confirmed.length > 0 &&
    html`${heading(2, 'Approvals by word of mouth')}
${confirmed.map(({ sentence }) => html`<p class="govuk-body">${sentence}</p>`)}`
  );
};

/** Of a request for a home: where it is looked for. */
const searchRow = ({ form: { id }, id: caseId, isSealed }: CaseView) =>
  id !== PLACEMENT_REQUEST.evidence.id || isSealed
    ? []
    : [
        {
          key: { text: 'The search' },
          value: {
            html: html`<a class="govuk-link" href="${staffPaths.search({ caseId: String(caseId) })}">Approaches, offers and chronology</a>`,
          },
        },
      ];

const linkedRows = ({ linked }: CaseView) =>
  linked.map(({ id, title, stateTitle, isBefore }) => ({
    key: { text: isBefore ? 'Opened from' : 'Opened from this' },
    value: {
      html: html`<a class="govuk-link" href="${staffPaths.case({ caseId: String(id) })}">${title}</a>: ${stateTitle}`,
    },
  }));

/** Opening the case that is to follow, and putting the child forward besides. */
const openingPart = (view: CaseView, csrfToken: string): Html | false => {
  const opening = ({ workflow, button: text }: Offered, classes: string): Html =>
    form({
      action: staffPaths.openFromCase({ caseId: String(view.id) }),
      csrfToken,
      main: html`<input type="hidden" name="_key" value="${randomUUID()}"><input type="hidden" name="to" value="${workflow}">
${button({ text, preventDoubleClick: true, classes })}`,
    });
  return html`${view.opens !== undefined && opening(view.opens, '')}
${view.refers.map((offer) => opening(offer, 'govuk-button--secondary'))}`;
};

/** What the panel thinks, for whoever decides, with its reasons and conditions. */
export const panelViewPart = ({ panelView }: Pick<CaseView, 'panelView'>): Html | false =>
  panelView !== undefined &&
  html`<section class="app-evidence">${heading(2, `The view of the ${panelView.panel}`)}
<p class="govuk-body"><strong>${panelView.title}.</strong> ${panelView.line.sentence}, for the meeting on ${dayInWords(panelView.on)}.</p>
${saidInWords(panelView.line.said)}
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.case({ caseId: String(panelView.caseId) })}">Open what the panel had before it</a></p></section>`;

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

/** That the child has left care meanwhile: whoever opens it ends it too, or says why it goes on. */
const leftSincePart = ({ leftSince }: CaseView): Html | false =>
  leftSince !== undefined &&
  insetText({
    text: `The record says that care ended on ${dayInWords(leftSince.on)}${leftSince.reason === undefined ? '' : ` (${leftSince.reason})`}, after this was begun. See whether it is still needed.`,
  });

/** That it was given back, by whom, and what has to change: before anything else for whoever puts it right. */
export const returnedPart = (
  { returned }: Pick<CaseView, 'returned'>,
  title = 'It was given back',
): Html | false =>
  returned !== undefined &&
  html`<section class="govuk-inset-text" aria-labelledby="returned">
${heading(2, title, { size: 'm', id: 'returned' })}
<p class="govuk-body">${returned.sentence} on ${momentInWords(returned.at)}.</p>
${saidInWords(returned.said)}</section>`;

/** Where the same was asked in the case that this one was opened from, the answers stand here already. */
const broughtOver = ({ linked, beganWithAnswers }: CaseView): Html | undefined => {
  const before = linked.find(({ isBefore }) => isBefore);
  if (before === undefined)
    return beganWithAnswers
      ? insetText({
          text: 'What the record and the last request say of the child is brought over. Read it again before you send this: much may have changed.',
        })
      : undefined;
  return insetText({
    text: `What was written in “${before.title}” is brought over where the same is asked. Read it again before you send this: more may be known now.`,
  });
};

/** One case: where it stands, whose turn it is, what it holds, what can be done, and what has happened. */
export const casePage = (view: CaseView, csrf: string, beside: Html | false = false, came?: CameFrom): Page =>
  page({
    title: `${view.title}: ${childInWords(view)}`,
    section: 'my-work',
    childrenNamed: [view.child.id],
    ...(came === undefined
      ? { breadcrumbs: [{ text: 'Your work', href: staffPaths.myWork() }, { text: view.title }] }
      : { backLink: came }),
    main: html`${heading(1, childInWords(view), { caption: view.title })}
${alarmsPart(view)}
${noOfficerPart(view)}
${returnedPart(view)}
${writtenOverPart(view)}
${leftSincePart(view)}
${summaryList({
  rows: [
    { key: { text: 'Where it is' }, value: { text: view.stateTitle } },
    ...(view.waiting === undefined
      ? []
      : [{ key: { text: 'Whose turn it is' }, value: { text: waitingText(view) } }]),
    ...(view.child.dateOfBirth === undefined
      ? []
      : [{ key: { text: 'Born' }, value: { text: dayInWords(view.child.dateOfBirth) } }]),
    ...(view.isSealed ? [] : [{ key: { text: 'Number' }, value: { text: view.child.id } }]),
    ...searchRow(view),
    ...linkedRows(view),
    ...(view.hasCertificate
      ? [
          {
            key: { text: 'Authorised' },
            value: {
              html: html`<a class="govuk-link" href="${staffPaths.certificate({ caseId: String(view.id) })}">Authorisation certificate</a>`,
            },
          },
        ]
      : []),
  ],
})}
<div class="govuk-grid-row app-case"><div class="govuk-grid-column-two-thirds">
${openingPart(view, csrf)}
${panelViewPart(view)}
${stepsPart(view)}
${view.mayWrite && broughtOver(view)}
${conditionsPart(view)}
${!view.isSealed && evidencePart(view)}
${beside}
${!view.isSealed && documentsPart(view)}
${confirmedPart(view)}
</div><div class="govuk-grid-column-one-third">
${chronologyPart(view.chronology)}
</div></div>`,
  });
