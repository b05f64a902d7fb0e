import type { CaseCount, CostsWaiting } from '@rightplace/app';
import { collectionYearLabel } from '@rightplace/domain';
import { count, type Html, heading, html } from '../../kit/index.ts';
import { staffPaths } from '../paths.ts';

/** Something that waits for whoever looks, and the way to it. */
export interface Waiting {
  readonly href: string;
  readonly text: string;
}

/** What waits for this person, with nothing when nothing does. */
export const waitingList = (lines: readonly Waiting[]): Html | false =>
  lines.length > 0 &&
  html`<section aria-labelledby="waiting">
${heading(2, 'Waiting for you', { id: 'waiting', size: 'm' })}
<ul class="app-known-facts">${lines.map(({ href, text }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul>
</section>`;

const overdueOf = ({ waiting, overdue }: CaseCount): string => {
  if (overdue === 0) return '';
  return overdue === waiting ? ', overdue' : `, ${overdue} of them overdue`;
};

const toSetUp = (toSetUp: CaseCount): readonly Waiting[] =>
  toSetUp.waiting === 0
    ? []
    : [
        {
          href:
            toSetUp.only === undefined
              ? staffPaths.agreementsToSign()
              : staffPaths.agreement({ agreementId: String(toSetUp.only) }),
          text: `${count(toSetUp.waiting, 'agreement')} whose payments are to be set up${overdueOf(toSetUp)}`,
        },
      ];

const toVerify = ({ year, waiting, only }: CostsWaiting['toVerify'][number]): Waiting => ({
  href:
    only === undefined
      ? staffPaths.costAvoided({ year: String(year) })
      : staffPaths.costAvoidedLine({ lineId: String(only) }),
  text: `${count(waiting, 'line')} of cost avoided to verify, agreed in ${collectionYearLabel(year)}`,
});

/** What waits for whoever pays for placements. */
export const costsWaiting = (costs: CostsWaiting | undefined): readonly Waiting[] =>
  costs === undefined
    ? []
    : [
        ...toSetUp(costs.toSetUp),
        ...costs.toVerify.map(toVerify),
        ...(costs.differences === 0
          ? []
          : [
              {
                href: staffPaths.payments(),
                text: `${count(costs.differences, 'difference')} between what was paid and what is payable this financial year`,
              },
            ]),
      ];
