import type { AvoidanceDecisionAsked, AvoidanceView } from '@rightplace/app';
import {
  AVOIDANCE_CATEGORIES,
  AVOIDANCE_FORUMS,
  addDays,
  dayInWords,
  momentInWords,
} from '@rightplace/domain';
import {
  asTyped,
  button,
  count,
  type FieldError,
  form,
  formErrors,
  type Html,
  heading,
  html,
  insetText,
  link,
  summaryList,
  textarea,
  warningText,
} from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { childWords, inFull } from '../agreements/agreement-words.ts';
import { staffPaths } from '../paths.ts';
import { avoidanceTag, claimedInWords, weeksInWords } from './avoidance-words.ts';

const BUTTONS: Readonly<Record<AvoidanceDecisionAsked, string>> = {
  verify: 'Verify it',
  'send-back': 'Send it back',
  'take-back': 'Take it back',
};
const WHY: Readonly<Record<AvoidanceDecisionAsked, string>> = {
  verify: 'What you checked',
  'send-back': 'What has to be put right, so that it can be verified',
  'take-back': 'Why it counts no more',
};
const TOLD = { verified: 'verified it', 'sent-back': 'sent it back', 'taken-back': 'took it back' } as const;

const facts = ({ line }: AvoidanceView): Html => {
  const row = (key: string, value: string | Html) => ({
    key: { text: key },
    value: typeof value === 'string' ? { text: value } : { html: value },
  });
  return summaryList({
    rows: [
      row('How it stands', avoidanceTag(line.standing)),
      row(
        'Placement',
        html`${link(staffPaths.agreement({ agreementId: String(line.agreement) }), `Agreement ${line.agreement}, ${line.home}`)}`,
      ),
      row('Forum', `${AVOIDANCE_FORUMS[line.forum]}, agreed on ${dayInWords(line.agreedOn)}`),
      row('What came down', `${line.of}: ${AVOIDANCE_CATEGORIES[line.category].toLowerCase()}`),
      row('First price a week', inFull(line.before as never)),
      row('Agreed price a week', inFull(line.after as never)),
      row('Less a week', inFull(line.aWeek as never)),
      row('Claimed for', `${weeksInWords(line.inFull)}: the nights ${claimedInWords(line)}`),
      row('Why these weeks', line.whyWeeks),
      row(
        'In the financial year',
        html`<strong>${inFull(line.inYear.amount)}</strong>, for ${weeksInWords(line.inYear)}`,
      ),
      row('In full', html`<strong>${inFull(line.inFull.amount)}</strong>, for ${weeksInWords(line.inFull)}`),
      row('Evidence', asTyped(line.evidence)),
      row('Drafted', `${line.draftedBy}, ${momentInWords(line.at)}`),
      ...line.decisions.map(({ what, by, at, reason }) =>
        row('Then', `${by} ${TOLD[what]}, ${momentInWords(at)}${reason === '' ? '' : `: ${reason}`}`),
      ),
    ],
  });
};

export interface LineParts {
  readonly csrf: string;
  /** Which decision was refused for want of a reason, and what was typed. */
  readonly problem?: { readonly decision: AvoidanceDecisionAsked; readonly sentence: string };
  readonly typed?: string;
}

const decisionForm = (
  { line, seen }: AvoidanceView,
  decision: AvoidanceDecisionAsked,
  { csrf, problem, typed }: LineParts,
): Html => {
  const wrong = problem?.decision === decision ? problem.sentence : undefined;
  return form({
    action: staffPaths.decideCostAvoided({ lineId: String(line.id), decision }),
    csrfToken: csrf,
    main: html`<input type="hidden" name="seen" value="${seen}">
${textarea({
  id: `reason-${decision}`,
  name: 'reason',
  label: { text: `${WHY[decision]}${decision === 'verify' ? ' (optional)' : ''}` },
  rows: '2',
  ...(wrong === undefined ? {} : { errorMessage: { text: wrong }, value: typed ?? '' }),
})}
${button({ text: BUTTONS[decision], classes: decision === 'verify' ? '' : 'govuk-button--secondary', preventDoubleClick: true })}`,
  });
};

const remarks = ({ line, placementStanding }: AvoidanceView): Html => html`${
  line.pricedOtherwise.length > 0 &&
  warningText({
    text: `The agreement has another price on nights that are claimed: ${line.pricedOtherwise
      .map(
        ({ starts, ends, weekly }) =>
          `${inFull(weekly as never)} a week from ${dayInWords(starts)} to ${dayInWords(addDays(ends, -1))}`,
      )
      .join(', ')}.`,
    iconFallbackText: 'Warning',
  })
}
${
  line.notLived > 0 &&
  warningText({
    text: `On ${count(line.notLived, 'night', 'nights')} of those claimed so far the child did not live there.`,
    iconFallbackText: 'Warning',
  })
}
${placementStanding === 'came-to-nothing' && warningText({ text: 'This placement came to nothing: nothing was avoided by it.', iconFallbackText: 'Warning' })}`;

/** One line of cost avoided: what came down, for which weeks and why, the evidence, and what became of it. */
export const linePage = (view: AvoidanceView, parts: LineParts): Page => {
  const { line, may, mayDraft, tookPart } = view;
  const problems: readonly FieldError[] =
    parts.problem === undefined
      ? []
      : [{ field: `reason-${parts.problem.decision}`, text: parts.problem.sentence }];
  const errors = formErrors(problems);
  const agreementId = String(line.agreement);
  return page({
    title: `Cost avoided: ${line.home}`,
    section: 'cost-avoided',
    status: errors.any ? 422 : 200,
    titlePrefixError: errors.any,
    childrenNamed: [line.child],
    breadcrumbs: [{ text: 'Cost avoided', href: staffPaths.costAvoided() }, { text: `Line ${line.id}` }],
    main: readingWidth(html`${errors.summary}
${heading(1, `Cost avoided: ${line.of}`, { caption: `Line ${line.id}, for ${childWords({ id: line.child, name: line.name })}` })}
${remarks(view)}
${facts(view)}
${tookPart !== undefined && insetText({ text: `You ${tookPart === 'drafted' ? 'drafted this line' : 'negotiated this price'}: somebody else of finance verifies it or sends it back.` })}
${may.length > 0 && html`<div class="app-no-print">${heading(2, 'What you can do')}${may.map((decision) => decisionForm(view, decision, parts))}</div>`}
${line.standing === 'sent-back' && mayDraft && html`<p class="govuk-body app-no-print">${link(staffPaths.draftCostAvoided({ agreementId }, { 'instead-of': String(line.id) }), 'Draft it anew')}</p>`}`),
  });
};
