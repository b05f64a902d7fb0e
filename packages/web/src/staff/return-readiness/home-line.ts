import type { ReadinessLine } from '@rightplace/app';
import { momentInWords } from '@rightplace/domain';
import { count, type Html, html, number } from '../../kit/index.ts';
import { staffPaths } from '../paths.ts';
import { findingHref, findingsHref } from './readiness-links.ts';
import { readyInWords } from './readiness-words.ts';

/** How ready the return is, for the first page: "99.1% of children are ready to return: 14 findings to put right". */
export const readinessPart = ({ ready, open, mostWith, checkedAt, collectionYear }: ReadinessLine): Html => {
  const year = { year: collectionYear };
  const findings =
    open > 0 &&
    html`: <a class="govuk-link govuk-link--no-visited-state" href="${findingsHref(collectionYear)}">${count(open, 'finding')}</a> to put right`;
  const most = open > 0 && mostWith !== undefined && `, ${number(mostWith.open)} with ${mostWith.team}`;
  return html`<p class="app-question__sentence"><a class="govuk-link govuk-link--no-visited-state" href="${staffPaths.returnReadiness(year)}">${ready.children === 0 ? 'No child is in the return yet' : readyInWords(ready)}</a>${findings}${most}.</p>
<p class="govuk-body-s">The return was last checked on ${momentInWords(checkedAt)}.</p>`;
};

/** Answers to findings that this person may agree or refuse; the one there is, or the list of them. */
export const answersWaiting = ({
  toDecide,
  collectionYear,
}: ReadinessLine): readonly { readonly href: string; readonly text: string }[] => {
  const [first] = toDecide;
  if (first === undefined) return [];
  return toDecide.length === 1
    ? [{ href: findingHref(first), text: 'An answer to a finding needs you to agree or refuse it' }]
    : [
        {
          href: findingsHref(collectionYear, { show: 'waiting' }),
          text: `${number(toDecide.length)} answers to findings need you to agree or refuse them`,
        },
      ];
};
