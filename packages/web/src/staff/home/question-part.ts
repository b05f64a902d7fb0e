import { QUESTIONS, type Question as QuestionId } from '@rightplace/domain';
import { type Content, type Html, html } from '../../kit/index.ts';

/** One of the five questions with its answer beside it. */
export interface Question {
  readonly id: QuestionId;
  readonly more: readonly { readonly text: string; readonly href: string }[];
  readonly answer: Content;
}

export const questionPart = ({ id, more, answer }: Question): Html =>
  html`<section class="app-question" aria-labelledby="question-${id}">
<div><h2 class="app-question__heading" id="question-${id}">${QUESTIONS[id]}</h2>
${more.map(({ text, href }) => html`<p class="app-question__more"><a class="govuk-link govuk-link--no-visited-state" href="${href}">${text}</a></p>`)}</div>
<div>${answer}</div>
</section>`;
