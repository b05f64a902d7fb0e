import { randomUUID } from 'node:crypto';
import { type ProfileView, profileBlocks, type ShownFinding } from '@rightplace/app';
import { momentInWords, PROFILE_STAGES } from '@rightplace/domain';
import {
  button,
  checkboxes,
  dataTable,
  form,
  formErrors,
  type Html,
  heading,
  html,
  insetText,
  tag,
  textarea,
  warningText,
} from '../../kit/index.ts';
import { documentOnPage } from '../../parts/document-blocks.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { childInWords } from '../cases/case-page.ts';
import { staffPaths } from '../paths.ts';
import { qualityPart, suggestionsPart } from './quality-part.ts';

const TITLE = 'The profile for providers';

export interface ProfileForm {
  readonly csrf: string;
  /** What was chosen and written when it was not taken, and why. */
  readonly given?: { readonly findings: readonly string[]; readonly why: string };
  readonly fault?: { readonly field: 'findings' | 'why'; readonly sentence: string };
}

const standingTag = ({ isCurrent }: ProfileView): Html => {
  if (isCurrent === undefined) return tag({ text: 'Not approved', classes: 'govuk-tag--yellow' });
  return isCurrent
    ? tag({ text: 'Approved', classes: 'govuk-tag--green' })
    : tag({ text: 'Changed since it was approved', classes: 'govuk-tag--red' });
};

const standingPart = (view: ProfileView): Html => {
  const [last] = view.approved;
  return html`<p class="govuk-body">${standingTag(view)}</p>
${last !== undefined && html`<p class="govuk-body">Version ${last.version} was approved by ${last.by} on ${momentInWords(last.at)}. Exactly what was approved is what goes out.</p>`}
${
  view.isCurrent === false &&
  warningText({
    text: `Nothing goes out until it is approved again. Changed: ${view.changed.join('; ')}.`,
    iconFallbackText: 'Warning',
  })
}
${view.isCurrent === true && html`<p class="govuk-body app-no-print"><a class="govuk-link" href="${staffPaths.profileFile({ caseId: String(view.caseId) })}">Download what was approved as a Word document</a>. It can also be printed from this page.</p>`}
${view.notNow !== undefined && insetText({ text: view.notNow })}`;
};

const around = ({ before, words, after, times }: ShownFinding): Html =>
  html`… ${before}<mark>${words}</mark>${after} …${times > 1 && ` (${times} times)`}`;

const findingItem = (
  finding: ShownFinding,
): Html => html`<li><strong>${finding.title}: “${finding.words}”</strong> in “${finding.label}”<br>
${around(finding)}<br>Write instead: ${finding.instead}.</li>`;

const list = (findings: readonly ShownFinding[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet govuk-list--spaced">${findings.map(findingItem)}</ul>`;

const answerForm = (view: ProfileView, open: readonly ShownFinding[], shown: ProfileForm): Html => {
  const { given, fault } = shown;
  const errorOf = (field: 'findings' | 'why') =>
    fault?.field === field ? { errorMessage: { text: fault.sentence } } : {};
  const needsReason = open.some(({ weight }) => weight === 'reason');
  return form({
    action: staffPaths.profileWords({ caseId: String(view.caseId) }),
    csrfToken: shown.csrf,
    main: html`<input type="hidden" name="_key" value="${randomUUID()}">
${checkboxes({
  name: 'findings',
  idPrefix: 'findings',
  classes: 'govuk-checkboxes--small',
  fieldset: {
    legend: { text: 'Which of these tell nobody who the child is?', classes: 'govuk-fieldset__legend--s' },
  },
  hint: { text: 'Choose only what can stay. Whatever you leave has to be taken out of the request.' },
  ...errorOf('findings'),
  items: open.map(({ key, words, title, label, weight }) => ({
    value: key,
    text: `“${words}” in “${label}”`,
    hint: { text: weight === 'look' ? `${title}. No reason is needed for an ordinary word.` : title },
    checked: given?.findings.includes(key) === true,
  })),
})}
${textarea({
  id: 'why',
  name: 'why',
  rows: '3',
  label: { text: needsReason ? 'Why they tell nobody apart' : 'Why (optional)', classes: 'govuk-label--s' },
  hint: { text: 'For example: the footballer he admires. Your name, the time and the reason are recorded.' },
  value: given?.why ?? '',
  ...errorOf('why'),
})}
${button({ text: 'Record that they can stay', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  });
};

const answeredList = (answered: readonly ShownFinding[]): Html | false =>
  answered.length > 0 &&
  html`${heading(3, 'Looked at, and can stay', { size: 's' })}
<ul class="govuk-list govuk-list--bullet">${answered.map(
    ({ words, label, answer }) =>
      html`<li>“${words}” in “${label}”: ${answer?.by}, ${answer === undefined ? '' : momentInWords(answer.at)}${answer !== undefined && answer.why !== '' && `. “${answer.why}”`}</li>`,
  )}</ul>`;

const findingsPart = (view: ProfileView, shown: ProfileForm): Html => {
  const of = (weight: ShownFinding['weight']) =>
    view.findings.filter((one) => one.answer === undefined && one.weight === weight);
  const [never, reason, look] = [of('never'), of('reason'), of('look')];
  const open = [...reason, ...look];
  const mayAnswer = view.mayApprove && view.notNow === undefined && open.length > 0;
  return html`<section class="app-no-print" id="words">${heading(2, 'What may tell who the child is')}
${!view.isInTheWay && html`<p class="govuk-body">Nothing is in the way: ${view.findings.length === 0 ? 'no name, address, number or date was found in what was written' : 'all that was found has been looked at'}. Read it all the same. No search knows every nickname.</p>`}
${
  never.length > 0 &&
  html`${heading(3, 'Has to be taken out', { size: 's' })}
<p class="govuk-body">These never go out, whatever the reason.</p>${list(never)}`
}
${reason.length > 0 && html`${heading(3, 'Take it out, or say why it can stay', { size: 's' })}${list(reason)}`}
${look.length > 0 && html`${heading(3, 'Please look: it may be an ordinary word', { size: 's' })}${list(look)}`}
${view.isInTheWay && view.notNow === undefined && html`<p class="govuk-body">The words are changed in the request itself: return it to the social worker from <a class="govuk-link" href="${staffPaths.case({ caseId: String(view.caseId) })}">its page</a>.</p>`}
${mayAnswer && answerForm(view, open, shown)}
${answeredList(view.findings.filter(({ answer }) => answer !== undefined))}</section>`;
};

const approvePart = (view: ProfileView, csrf: string): Html | false => {
  if (!view.mayApprove || view.notNow !== undefined || view.isCurrent === true || view.isInTheWay)
    return false;
  return html`<div class="app-no-print">${heading(2, 'Approve it')}
<p class="govuk-body">You have read it as ${PROFILE_STAGES.profile.to} will. Its text is kept as it is now, with your name and the time.</p>
${form({
  action: staffPaths.profileApprove({ caseId: String(view.caseId) }),
  csrfToken: csrf,
  main: html`<input type="hidden" name="_key" value="${randomUUID()}"><input type="hidden" name="revision" value="${String(view.revision)}">
${button({ text: 'Approve this profile', preventDoubleClick: true })}`,
})}</div>`;
};

const leftOutPart = ({ leftOut }: ProfileView): Html =>
  html`<section class="app-no-print">${heading(2, 'What is left out, and why')}
${dataTable({
  caption: 'What providers are not told yet',
  columns: [
    { key: 'title', header: 'What', cell: ({ title }: ProfileView['leftOut'][number]) => title },
    {
      key: 'from',
      header: 'Told',
      cell: ({ from }: ProfileView['leftOut'][number]) =>
        from === undefined
          ? 'Never with a profile'
          : `From the ${PROFILE_STAGES[from].title.toLowerCase()} on, to ${PROFILE_STAGES[from].to}`,
    },
    { key: 'why', header: 'Why', cell: ({ why }: ProfileView['leftOut'][number]) => why },
  ],
  rows: leftOut,
  scroll: true,
})}</section>`;

const earlierPart = ({ approved }: ProfileView): Html | false =>
  approved.length > 1 &&
  html`<section class="app-no-print">${heading(2, 'Versions that were approved')}
<ul class="govuk-list">${approved.map(({ version, by, at }) => html`<li>Version ${version}: ${by}, ${momentInWords(at)}</li>`)}</ul></section>`;

/** The profile as providers read it, with what keeps it from going out, what is left out, and what would make it better. */
export const profilePage = (view: ProfileView, shown: ProfileForm): Page => {
  const { fault } = shown;
  const errors = formErrors(fault === undefined ? [] : [{ field: fault.field, text: fault.sentence }]);
  return page({
    // Browsers print it at the top of the paper.
    title: `${TITLE}: ${view.profile.reference}`,
    section: 'my-work',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    childrenNamed: [view.child.id],
    breadcrumbs: [
      { text: 'Your work', href: staffPaths.myWork() },
      {
        text: `${view.title}: ${childInWords(view)}`,
        href: staffPaths.case({ caseId: String(view.caseId) }),
      },
      { text: TITLE },
    ],
    main: readingWidth(html`${errors.summary}<div class="app-no-print">
${heading(1, TITLE, { caption: `${view.title}: ${childInWords(view)}` })}</div>
${standingPart(view)}
${findingsPart(view, shown)}
${approvePart(view, shown.csrf)}
<section class="app-profile" aria-label="The profile">${documentOnPage({ blocks: [{ kind: 'heading', level: 1, text: view.profile.reference }, ...profileBlocks(view.profile).slice(1)] })}</section>
${leftOutPart(view)}
<section class="app-no-print">${heading(2, 'How well the request shows the child')}
${qualityPart(view.quality)}</section>
<section class="app-no-print">${heading(2, 'Words you could say another way')}
${suggestionsPart(view.suggestions)}</section>
${earlierPart(view)}`),
  });
};
