import { randomUUID } from 'node:crypto';
import type { ProfileView, ShownFinding } from '@rightplace/app';
import { isLaterStage, momentInWords, PROFILE_STAGES } from '@rightplace/domain';
import {
  button,
  checkboxes,
  dataTable,
  form,
  type Html,
  heading,
  html,
  insetText,
  subNavigation,
  tag,
  textarea,
  warningText,
} from '../../kit/index.ts';
import { staffPaths } from '../paths.ts';

export interface ProfileForm {
  readonly csrf: string;
  /** What was chosen and written when it was not taken, and why. */
  readonly given?: { readonly findings: readonly string[]; readonly why: string };
  readonly fault?: { readonly field: 'findings' | 'why'; readonly sentence: string };
}

/** Where each thing is done with the profile of a stage. */
export const addressesOf = ({ caseId: id, stage }: Pick<ProfileView, 'caseId' | 'stage'>) => {
  const caseId = String(id);
  return isLaterStage(stage)
    ? {
        page: staffPaths.profileStage({ caseId, stage }),
        words: staffPaths.profileStageWords({ caseId, stage }),
        approve: staffPaths.profileStageApprove({ caseId, stage }),
        file: staffPaths.profileStageFile({ caseId, stage }),
      }
    : {
        page: staffPaths.profile({ caseId }),
        words: staffPaths.profileWords({ caseId }),
        approve: staffPaths.profileApprove({ caseId }),
        file: staffPaths.profileFile({ caseId }),
      };
};

/** From one stage to the others. */
export const stagesPart = ({ caseId, stage }: ProfileView): Html =>
  html`<div class="app-no-print">${subNavigation({
    label: 'Stages of the profile',
    items: (['profile', 'shortlist', 'match'] as const).map((one) => ({
      text: PROFILE_STAGES[one].title,
      href: addressesOf({ caseId, stage: one }).page,
      active: one === stage,
    })),
  })}</div>`;

type Standing = Pick<
  ProfileView,
  'approved' | 'isCurrent' | 'isInTheWay' | 'changed' | 'caseId' | 'stage' | 'notNow'
>;

const standingTag = ({ isCurrent, isInTheWay }: Standing): Html => {
  if (isCurrent === undefined) return tag({ text: 'Not approved', classes: 'govuk-tag--yellow' });
  if (isCurrent && isInTheWay)
    return tag({ text: 'Approved, and not to be sent as it is', classes: 'govuk-tag--red' });
  return isCurrent
    ? tag({ text: 'Approved', classes: 'govuk-tag--green' })
    : tag({ text: 'Changed since it was approved', classes: 'govuk-tag--red' });
};

/** It was approved, and is kept here all the same. */
const isKept = ({ isCurrent, isInTheWay }: Standing): boolean => isCurrent === true && isInTheWay;

export const standingPart = (view: Standing): Html => {
  const [last] = view.approved;
  return html`<p class="govuk-body">${standingTag(view)}</p>
${last !== undefined && html`<p class="govuk-body">Version ${last.version} was approved by ${last.by} on ${momentInWords(last.at)}.${isKept(view) ? '' : ' Exactly what was approved is what goes out.'}</p>`}
${
  isKept(view) &&
  warningText({
    text: 'Words were found in it since that may tell who the child is. Nothing is sent until they are looked at below.',
    iconFallbackText: 'Warning',
  })
}
${
  view.isCurrent === false &&
  warningText({
    text: `Nothing goes out until it is approved again. Changed: ${view.changed.join('; ')}.`,
    iconFallbackText: 'Warning',
  })
}
${view.isCurrent === true && !view.isInTheWay && html`<p class="govuk-body app-no-print"><a class="govuk-link" href="${addressesOf(view).file}">Download what was approved as a Word document</a>. It can also be printed from this page.</p>`}
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
    action: addressesOf(view).words,
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

export const findingsPart = (view: ProfileView, shown: ProfileForm): Html => {
  const of = (weight: ShownFinding['weight']) =>
    view.findings.filter((one) => one.answer === undefined && one.weight === weight);
  const [never, reason, look] = [of('never'), of('reason'), of('look')];
  const open = [...reason, ...look];
  const mayAnswer = view.mayApprove && view.notNow === undefined && open.length > 0;
  return html`<section class="app-no-print" id="words">${heading(2, view.stage === 'match' ? 'What may tell of others' : 'What may tell who the child is')}
${!view.isInTheWay && html`<p class="govuk-body">Nothing is in the way: ${view.findings.length === 0 ? 'no name, address, number or date was found in what was written' : 'all that was found has been looked at'}. Read it all the same. No search knows every nickname.</p>`}
${
  never.length > 0 &&
  html`${heading(3, 'Has to be taken out', { size: 's' })}
<p class="govuk-body">These never go out, whatever the reason.</p>${list(never)}`
}
${reason.length > 0 && html`${heading(3, 'Take it out, or say why it can stay', { size: 's' })}${list(reason)}`}
${look.length > 0 && html`${heading(3, 'Please look: it may be an ordinary word', { size: 's' })}${list(look)}`}
${view.isInTheWay && view.notNow === undefined && html`<p class="govuk-body">The words are changed in the request itself: return it to the social worker from <a class="govuk-link" href="${staffPaths.case({ caseId: String(view.caseId) })}">its page</a>.${view.stage !== 'profile' && ' What was written for this stage is changed here.'}</p>`}
${mayAnswer && answerForm(view, open, shown)}
${answeredList(view.findings.filter(({ answer }) => answer !== undefined))}</section>`;
};

export const approvePart = (view: ProfileView, csrf: string): Html | false => {
  if (
    !view.mayApprove ||
    view.notNow !== undefined ||
    view.isCurrent === true ||
    view.isInTheWay ||
    view.added.missing.length > 0
  )
    return false;
  return html`<div class="app-no-print">${heading(2, 'Approve it')}
<p class="govuk-body">You have read it as ${PROFILE_STAGES[view.stage].to} will. Its text is kept as it is now, with your name and the time.</p>
${form({
  action: addressesOf(view).approve,
  csrfToken: csrf,
  main: html`<input type="hidden" name="_key" value="${randomUUID()}"><input type="hidden" name="revision" value="${String(view.revision)}"><input type="hidden" name="added" value="${String(view.added.revision)}">
${button({ text: 'Approve this profile', preventDoubleClick: true })}`,
})}</div>`;
};

export const leftOutPart = ({ leftOut }: ProfileView): Html =>
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
  stacks: true,
})}</section>`;

export const earlierPart = ({ approved }: ProfileView): Html | false =>
  approved.length > 1 &&
  html`<section class="app-no-print">${heading(2, 'Versions that were approved')}
<ul class="govuk-list">${approved.map(({ version, by, at }) => html`<li>Version ${version}: ${by}, ${momentInWords(at)}</li>`)}</ul></section>`;
