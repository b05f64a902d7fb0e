import type { CaseView } from '@rightplace/app';
import {
  type FormSection,
  findNotAgreed,
  PLACEMENT_REQUEST_EVIDENCE,
  qualityOf,
  type RequestQuality,
  suggestWords,
  typedAnswersOf,
  WORD_SOURCES,
  type WordSuggestion,
} from '@rightplace/domain';
import { type Html, heading, html, link } from '../../kit/index.ts';
import { staffPaths } from '../paths.ts';

const isRequestForHome = ({ form, isSealed }: Pick<CaseView, 'form' | 'isSealed'>): boolean =>
  form.id === PLACEMENT_REQUEST_EVIDENCE.id && !isSealed;

const suggestion = ({ words, times, better, why }: WordSuggestion): Html =>
  html`<strong>“${words}”</strong>${times > 1 && ` (${times} times)`}: perhaps <strong>${better}</strong>. ${why}`;

/** Kinder or plainer words for what a field of a part of the request holds, beside that field. */
export const wordNotes = (
  view: Pick<CaseView, 'form' | 'isSealed'>,
  { questions }: FormSection,
  given: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, Html> => {
  if (!isRequestForHome(view)) return new Map();
  const typed = questions.flatMap(({ kind, name, label }) => {
    const text = given[name];
    return (kind === 'text' || kind === 'line') && typeof text === 'string'
      ? [{ question: name, label, text }]
      : [];
  });
  return new Map(
    [...Map.groupBy(suggestWords(typed), ({ question }) => question)].map(([question, some]) => [
      question,
      html`<div class="govuk-inset-text govuk-!-margin-top-0 app-kinder" role="note"><p class="govuk-body govuk-!-font-weight-bold">You could say it another way</p>
<ul class="govuk-list govuk-list--bullet">${some.map((one) => html`<li>${suggestion(one)}</li>`)}</ul></div>`,
    ]),
  );
};

/** The score with its parts, and what would make each better. It is of the request, and of nobody who wrote it. */
export const qualityPart = ({
  points,
  parts,
}: RequestQuality): Html => html`<p class="govuk-body"><span class="govuk-heading-l govuk-!-margin-bottom-1">${points} of 100</span>
Worked out from what the form holds, so that the child is shown well. It says nothing about who wrote it.</p>
<ul class="govuk-list app-quality">${parts.map(
  ({ title, points: reached, of, better }) => html`<li><strong>${title}: ${reached} of ${of}</strong>
${better.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${better.map((text) => html`<li>${text}</li>`)}</ul>`}</li>`,
)}</ul>`;

/** What of the request cannot both be right. Nothing waits for it. */
export const notAgreedPart = (notAgreed: string | undefined): Html | false =>
  notAgreed !== undefined &&
  html`<div class="govuk-warning-text"><span class="govuk-warning-text__icon" aria-hidden="true">!</span>
<strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">Warning</span>${notAgreed}</strong></div>`;

const labelled = (label: string, href: string | undefined): Html | string =>
  href === undefined ? label : link(href, label);

/** Words that could be said otherwise, question by question, and who advises so. */
export const suggestionsPart = (
  suggestions: readonly WordSuggestion[],
  fieldOf: (question: string) => string | undefined = () => undefined,
): Html => {
  if (suggestions.length === 0)
    return html`<p class="govuk-body app-empty">There is no word here that we would say another way.</p>`;
  const sources = [...new Set(suggestions.map(({ source }) => source))];
  return html`<p class="govuk-body">These are suggestions. The child’s own words are always the best ones.</p>
${[...Map.groupBy(suggestions, ({ question }) => question)].map(
  ([question, some]) => html`${heading(3, labelled(some[0]?.label ?? '', fieldOf(question)), { size: 's' })}
<ul class="govuk-list govuk-list--bullet">${some.map((one) => html`<li>${suggestion(one)}</li>`)}</ul>`,
)}
<p class="govuk-hint">From: ${sources.map((source) => WORD_SOURCES[source]).join('; ')}.</p>`;
};

/** On the page of a request for a home: how good it is to read so far, and the way to its profile. */
export const profileLinkPart = (view: CaseView, maySee: boolean): Html | false => {
  if (!isRequestForHome(view) || !maySee || view.revision === 0) return false;
  const { points } = qualityOf(view.form, view.answers, view.today);
  return html`<section class="app-evidence">${heading(2, 'The profile for providers')}
<p class="govuk-body">The request is at <strong>${points} of 100</strong> for how well it shows the child. <a class="govuk-link" href="${staffPaths.profile({ caseId: String(view.id) })}">See the profile, what would make it better, and what must not go out</a>.</p>
${notAgreedPart(findNotAgreed(view.answers, view.today))}</section>`;
};

/** Before it is sent, and where it is made ready: the score with its parts. */
export const beforeStepPart = (view: CaseView, step: { readonly id: string }): Html | false => {
  if (!isRequestForHome(view) || (step.id !== 'submit' && view.state !== 'quality')) return false;
  return html`<section class="app-evidence">${heading(2, 'How well the request shows the child')}
${notAgreedPart(findNotAgreed(view.answers, view.today))}
${qualityPart(qualityOf(view.form, view.answers, view.today))}</section>
${kinderWordsPart(view)}`;
};

/** What of a request could be said in kinder or plainer words, where it is read before it is sent on. Nothing waits for it. */
export const kinderWordsPart = (view: CaseView): Html | false => {
  if (!isRequestForHome(view) || (!view.mayWrite && view.state !== 'quality')) return false;
  const suggestions = suggestWords(typedAnswersOf(view.form, view.answers));
  const sectionOf = new Map(
    view.form.sections.flatMap(({ id, questions }) => questions.map(({ name }) => [name, id] as const)),
  );
  const fieldOf = (question: string): string | undefined => {
    const sectionId = sectionOf.get(question);
    return view.mayWrite && sectionId !== undefined
      ? `${staffPaths.caseSection({ caseId: String(view.id), sectionId })}#${question}`
      : undefined;
  };
  return (
    suggestions.length > 0 &&
    html`<section class="app-evidence app-kinder-words app-no-print">${heading(2, 'Words you could say another way')}${suggestionsPart(suggestions, fieldOf)}</section>`
  );
};
