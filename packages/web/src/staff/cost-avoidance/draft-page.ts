import type { AvoidanceToDraft } from '@rightplace/app';
import { avoidanceQuestions } from '@rightplace/domain';
import { type Html, html } from '../../kit/index.ts';
import type { Page } from '../../server/answer.ts';
import { askingPage, type FormAgain } from '../agreements/agreement-form-page.ts';
import { childWords } from '../agreements/agreement-words.ts';
import { staffPaths } from '../paths.ts';

const hiddenPart = ({ insteadOf }: AvoidanceToDraft): Html =>
  html`${insteadOf !== undefined && html`<input type="hidden" name="instead-of" value="${insteadOf}">`}`;

/** Where a line of cost avoided is drafted, begun with what the log of the search says. */
export const draftPage = (to: AvoidanceToDraft, again: FormAgain & { readonly csrf: string }): Page => {
  const agreementId = String(to.agreement);
  return askingPage(
    {
      title: 'Draft a line of cost avoided',
      caption: `${to.home}, for ${childWords(to.child)}`,
      action: staffPaths.draftCostAvoided({ agreementId }),
      questions: avoidanceQuestions(to.lines),
      given: to.given,
      childId: to.child.id,
      breadcrumbs: [
        { text: 'What placements cost', href: staffPaths.commitments() },
        { text: `${to.home}: ${childWords(to.child)}`, href: staffPaths.agreement({ agreementId }) },
      ],
      hidden: hiddenPart(to),
      intro: html`<p class="govuk-body">What the search’s log says is filled in. Finance verifies the line or sends it back; until it is verified it is in no figure.</p>
${to.neverFell.map((why) => html`<p class="govuk-body">${why}</p>`)}`,
    },
    again,
  );
};
