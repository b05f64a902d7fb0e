import type { CaseView } from '@rightplace/app';
import { PLACEMENT_REQUEST } from '@rightplace/domain';
import { staffPaths } from '../paths.ts';

/** A page of a search that leads to a page which others lead to as well. */
export interface CameFrom {
  /** As an address says it: "search", "compare", "offers/12". */
  readonly from: string;
  readonly href: string;
  readonly text: string;
}

const BACK_TO: Readonly<Record<string, string>> = {
  search: 'Back to the search',
  approval: 'Back to the home for approval',
  compare: 'Back to the comparison',
  homes: 'Back to whom to approach',
  offers: 'Back to the offer',
  approaches: 'Back to the approach',
};

const A_PAGE = /^(?:search|approval|compare|homes|(?:offers|approaches)\/[1-9][0-9]{0,8})$/;

/** Where somebody came from, as the address of the page says it; undefined where it says nothing that is a page of a search. */
export const cameFrom = (caseId: string | number, query: URLSearchParams): CameFrom | undefined => {
  const from = query.get('from') ?? '';
  if (!A_PAGE.test(from)) return undefined;
  const search = staffPaths.search({ caseId: String(caseId) });
  const [page = ''] = from.split('/');
  return { from, href: from === 'search' ? search : `${search}/${from}`, text: BACK_TO[page] ?? '' };
};

/** A case is reached from a search where it is the request for that home. */
export const cameTo = (
  { id, form, isSealed }: Pick<CaseView, 'id' | 'form' | 'isSealed'>,
  query: URLSearchParams,
): CameFrom | undefined =>
  form.id === PLACEMENT_REQUEST.evidence.id && !isSealed ? cameFrom(id, query) : undefined;

/** Of an address that somebody came from: what the next one says of it. */
export const fromOf = (came: CameFrom | undefined): Readonly<Record<string, string>> =>
  came === undefined ? {} : { from: came.from };
