import type { AnswerKind, AnswerTold, FindingView } from '@rightplace/app';
import { momentInWords } from '@rightplace/domain';
import {
  button,
  form,
  type formErrors,
  type Html,
  heading,
  html,
  radios,
  status,
  textarea,
} from '../../kit/index.ts';
import { staffPaths } from '../paths.ts';

export const KINDS: Readonly<Record<AnswerKind, { readonly text: string; readonly hint: string }>> = {
  explained: { text: 'The data are right', hint: 'Unusual but true: say how it came to be so.' },
  accepted: {
    text: 'It cannot be put right now',
    hint: 'Wrong or missing: say why it stays so, and until when.',
  },
};

/** What was typed, when a form comes back. */
export interface Typed {
  readonly answer?: string | undefined;
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
  /** Why an answer is withdrawn. */
  readonly withdrawal?: string | undefined;
}

interface AnswerParts {
  readonly view: FindingView;
  readonly csrf: string;
  readonly typed: Typed;
  readonly errors: ReturnType<typeof formErrors>;
}

/** The answer that stands, agreed or waiting, if one does. */
const standingAnswer = ({ answers }: FindingView): AnswerTold | undefined =>
  answers.find(
    ({ decided, lapsedAt, withdrawn }) =>
      decided?.how !== 'refused' && lapsedAt === undefined && withdrawn === undefined,
  );

/** What can be said of a finding that is not put right, by whoever may; for the others, why they may not. */
export const answerPart = (parts: AnswerParts): Html => {
  const { view } = parts;
  if (view.finding.state === 'cleared') return html``;
  const standing = standingAnswer(view);
  if (standing !== undefined)
    return html`${standing.decided === undefined && decisionPart(standing, parts)}
${withdrawalPart(standing, parts)}`;
  const { answer } = view.may;
  // Not part of their work at all is not worth a heading.
  if (answer?.name === 'not-your-role') return html``;
  return html`<section class="app-decision" aria-labelledby="answer">
${heading(2, 'If it stands as it is', { id: 'answer' })}
${answer === undefined ? answerForm(parts) : html`<p class="govuk-body">${answer.sentence}</p>`}
</section>`;
};

const answerForm = ({ view: { finding }, csrf, typed, errors }: AnswerParts): Html =>
  form({
    action: staffPaths.answerFinding({ findingId: String(finding.id) }),
    csrfToken: csrf,
    main: html`${radios({
      name: 'answer',
      idPrefix: 'answer-kind',
      fieldset: { legend: { text: 'Why does it stand?', classes: 'govuk-fieldset__legend--s' } },
      errorMessage: errors.of('answer-kind'),
      items: Object.entries(KINDS).map(([value, { text, hint }]) => ({
        value,
        text,
        hint: { text: hint },
        checked: typed.answer === value,
      })),
    })}
${textarea({
  id: 'reason',
  name: 'reason',
  label: { text: 'In plain words', classes: 'govuk-label--s' },
  hint: { text: 'For whoever agrees to it, and for whoever is asked about it in a year.' },
  rows: '3',
  value: typed.reason,
  errorMessage: errors.of('reason'),
})}
${button({ text: 'Give this answer', preventDoubleClick: true })}
<p class="govuk-body-s">It counts once a second person has agreed, and for as long as these rows do not change.</p>`,
  });

const decisionPart = (answer: AnswerTold, { view, csrf, typed, errors }: AnswerParts): Html => {
  const params = { findingId: String(view.finding.id), answerId: String(answer.id) };
  const { agree } = view.may;
  return html`<section class="app-decision" aria-labelledby="decision">
${heading(2, 'An answer waits for a second person', { id: 'decision' })}
${answerWords(answer)}
${
  agree !== undefined
    ? agree.name !== 'not-your-role' && html`<p class="govuk-body">${agree.sentence}</p>`
    : form({
        action: staffPaths.agreeAnswer(params),
        csrfToken: csrf,
        main: html`${textarea({
          id: 'note',
          name: 'note',
          label: { text: 'Note', classes: 'govuk-label--s' },
          hint: { text: 'Needed to refuse: what is missing, or what is to be put right instead.' },
          rows: '2',
          value: typed.note,
          errorMessage: errors.of('note'),
        })}
<div class="govuk-button-group">
${button({ text: 'Agree', preventDoubleClick: true })}
${button({
  text: 'Refuse',
  classes: 'govuk-button--secondary',
  preventDoubleClick: true,
  attributes: { formaction: staffPaths.refuseAnswer(params) },
})}
</div>`,
      })
}
</section>`;
};

/** For whoever gave it, and once it is agreed for those who may agree: what was true may turn out not to be. */
const withdrawalPart = (answer: AnswerTold, { view, csrf, typed, errors }: AnswerParts): Html | false => {
  const params = { findingId: String(view.finding.id), answerId: String(answer.id) };
  return (
    view.may.withdraw === undefined &&
    html`<section class="app-decision" aria-labelledby="withdraw">
${heading(2, 'If the answer no longer holds', { id: 'withdraw' })}
${form({
  action: staffPaths.withdrawAnswer(params),
  csrfToken: csrf,
  main: html`${textarea({
    id: 'withdrawal',
    name: 'withdrawal',
    label: { text: 'Why it is withdrawn', classes: 'govuk-label--s' },
    hint: { text: 'The finding is open again. What was said of it, and this, are kept.' },
    rows: '2',
    value: typed.withdrawal,
    errorMessage: errors.of('withdrawal'),
  })}
${button({ text: 'Withdraw the answer', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
})}
</section>`
  );
};

/** What was said, by whom and when. */
const answerWords = ({ kind, reason, by, at }: AnswerTold): Html =>
  html`<blockquote class="app-answer"><p class="govuk-body"><strong>${KINDS[kind].text}.</strong> ${reason}</p>
<p class="govuk-body-s">${by}, ${momentInWords(at)}</p></blockquote>`;

/** Every answer there has been, newest first: refused, lapsed and withdrawn ones too. */
export const historyPart = ({ answers }: FindingView): Html => {
  const past = answers.filter(
    ({ decided, lapsedAt, withdrawn }) => (decided ?? lapsedAt ?? withdrawn) !== undefined,
  );
  if (past.length === 0) return html``;
  return html`<section aria-labelledby="answers">
${heading(2, 'Answers', { id: 'answers' })}
${past.map(
  (answer) => html`<article class="app-answered">${outcome(answer)}
${answerWords(answer)}
${decisionWords(answer)}
${answer.lapsedAt !== undefined && html`<p class="govuk-body-s">The rows changed, so it no longer counts: found on ${momentInWords(answer.lapsedAt)}.</p>`}
${answer.withdrawn !== undefined && html`<p class="govuk-body-s">Withdrawn by ${answer.withdrawn.by}, ${momentInWords(answer.withdrawn.at)}: ${answer.withdrawn.why}</p>`}</article>`,
)}
</section>`;
};

const outcome = ({ decided, lapsedAt, withdrawn }: AnswerTold): Html => {
  if (withdrawn !== undefined) return status('Withdrawn', 'grey');
  if (lapsedAt !== undefined) return status('Lapsed', 'grey');
  return decided?.how === 'agreed' ? status('Agreed', 'green') : status('Refused', 'red');
};

const decisionWords = ({ decided }: AnswerTold): Html | false =>
  decided !== undefined &&
  html`<p class="govuk-body-s">${decided.how === 'agreed' ? 'Agreed' : 'Refused'} by ${decided.by}, ${momentInWords(decided.at)}${decided.note !== undefined && html`: ${decided.note}`}</p>`;
