import { randomUUID } from 'node:crypto';
import type { ChildLeaving, ChildView, LeavingWay } from '@rightplace/app';
import { dayInWords } from '@rightplace/domain';
import { button, form, type Html, heading, html, insetText } from '../../kit/index.ts';
import { type Page, page } from '../../server/answer.ts';
import { readingWidth } from '../../server/reading-width.ts';
import { childIdentity, childParts, glassNotice } from '../children/child-frame.ts';
import { identityFacts, named } from '../children/child-page.ts';
import { childName } from '../children/child-words.ts';
import { staffPaths } from '../paths.ts';
import { correctionPaths } from '../return-correction/correction-paths.ts';

export interface ChildLeavingParts {
  readonly child: ChildView;
  readonly leaving: ChildLeaving;
  readonly csrf: string;
  readonly mayAudit: boolean;
  readonly mayCorrect: boolean;
  /** What could not be begun, and why. */
  readonly problem?: string;
}

/** What each way is for, in a sentence, and what its button says. */
const WORDS: Readonly<Record<string, { readonly says: string; readonly begin: string }>> = {
  'exit-plan': {
    says: 'Every way out of care: planned with the child, agreed at the review, decided by the manager, and recorded when it comes to it.',
    begin: 'Plan for leaving care',
  },
  'return-home': {
    says: 'What has changed at home, who helps and for how long. The group manager decides, and visits go on after the return.',
    begin: 'Plan the return home',
  },
  'self-discharge': {
    says: 'A young person of 16 or 17 asks to leave care, or is to leave without an order. Only the director of children’s services authorises it.',
    begin: 'Write down that they ask to leave care',
  },
  'staying-put': {
    says: 'With their former foster carers from 18, looked at again while it goes on, at most to 21.',
    begin: 'Arrange staying put',
  },
};

/** That care has ended is said once for all of them, and what is open has its link. */
const isSaidAbove = ({ name }: { readonly name: string }, { left }: ChildLeaving): boolean =>
  name === 'begun-already' || (name === 'not-in-care' && left !== undefined);

const wayPart = (way: LeavingWay, { leaving, csrf, child }: ChildLeavingParts): Html => {
  const { workflow, cases, refusal } = way;
  const words = WORDS[workflow.id];
  return html`${heading(2, workflow.title, { size: 'm' })}
<p class="govuk-body">${words?.says}</p>
${
  cases.length > 0 &&
  html`<ul class="govuk-list">${cases.map(
    ({ id, stateTitle, isOver, since }) =>
      html`<li><a class="govuk-link" href="${staffPaths.case({ caseId: String(id) })}">${stateTitle}</a>, ${isOver ? 'recorded on' : 'since'} ${dayInWords(since)}</li>`,
  )}</ul>`
}
${
  leaving.mayBegin &&
  refusal === undefined &&
  form({
    action: staffPaths.beginLeaving({ childId: child.id }),
    csrfToken: csrf,
    main: html`<input type="hidden" name="_key" value="${randomUUID()}"><input type="hidden" name="process" value="${workflow.id}">
${button({ text: words?.begin ?? workflow.title, classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  })
}
${leaving.mayBegin && refusal !== undefined && !isSaidAbove(refusal, leaving) && html`<p class="govuk-body govuk-hint">${refusal.sentence}</p>`}`;
};

/** How care ended, and what the return asks of an adoption that nobody has entered yet. */
const leftPart = ({ leaving: { left }, child, mayCorrect }: ChildLeavingParts): Html | false =>
  left !== undefined &&
  html`${insetText({ text: `Care ended on ${dayInWords(left.on)}${left.reason === undefined ? '' : `: ${left.reason}`}.` })}
${
  left.adoptionToTell !== undefined &&
  html`<p class="govuk-body">The return of that year asks for six details of an adoption, and none is entered. ${
    mayCorrect
      ? html`<a class="govuk-link" href="${correctionPaths.addReturnRow({ childId: child.id, year: String(left.adoptionToTell), table: 'AD1' })}">Add the adoption</a>`
      : 'Whoever prepares the return adds them.'
  }</p>`
}`;

const watchedPart = ({ leaving: { watched } }: ChildLeavingParts): Html | false => {
  if (watched === undefined) return false;
  const left = `${watched.why}, on ${dayInWords(watched.left)}.`;
  return watched.back === undefined
    ? insetText({
        text: `${left} Whether they come back is watched until ${dayInWords(watched.until.last)}.`,
      })
    : insetText({
        text: `${left} Back in care on ${dayInWords(watched.back)}, within ${watched.within} months.`,
      });
};

/** How a child may leave care, and what was begun of it. */
export const childLeavingPage = (parts: ChildLeavingParts): Page => {
  const { child, leaving, mayAudit, mayCorrect, problem } = parts;
  return page({
    title: `Leaving care – ${childName(named(child))}`,
    section: 'children',
    status: problem === undefined ? 200 : 409,
    childrenNamed: [child.id],
    identity: childIdentity(named(child), {
      facts: identityFacts(child),
      parts: childParts(child.id, { here: 'overview', carried: {}, mayAudit, mayCorrect }),
    }),
    main: readingWidth(html`${glassNotice(child.glass)}
${heading(1, 'Leaving care', { caption: childName(named(child)) })}
${problem !== undefined && insetText({ text: problem })}
${watchedPart(parts) || leftPart(parts)}
${leaving.ways.map((way) => wayPart(way, parts))}
<p class="govuk-body"><a class="govuk-link" href="${staffPaths.child({ childId: child.id })}">Back to the overview</a></p>`),
  });
};
