import { type Html, html } from '../../kit/index.ts';
import { staffPaths } from '../paths.ts';

/** A case that stands in the way of beginning another. */
export interface CaseBegun {
  readonly id: number;
  /** Whether this form began it, when it was sent before; else it is one of the child's that is open. */
  readonly byThisForm: boolean;
}

/** The case that a refusal to begin another names, where there is one. */
export const caseBegunIn = (answer: {
  readonly name: string;
  readonly id?: number;
}): CaseBegun | undefined =>
  answer.id === undefined ? undefined : { id: answer.id, byThisForm: answer.name === 'said-otherwise' };

/** The link to it: whether somebody may open it is decided there. */
export const begunLink = (begun: CaseBegun | undefined, open: string): Html | false =>
  begun !== undefined &&
  html`<p class="govuk-body"><a class="govuk-link" href="${staffPaths.case({ caseId: String(begun.id) })}">${begun.byThisForm ? 'Open what this form began before' : open}</a></p>`;
