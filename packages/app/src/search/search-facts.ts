import {
  ageOn,
  askedOfSearch,
  type CaseNow,
  type ChildRecord,
  type Options,
  PLACEMENT_REQUEST,
  type SearchEntry,
  type SearchStanding,
  searchFrom,
  searchStandingOf,
  type Workflow,
} from '@rightplace/domain';
import { type Evidence, holdSearchLog, listSearchEntries, type Tx } from '@rightplace/store';
import type { LoadedChildren } from '../child/load-children.ts';
import { officersWithLoad } from './officers.ts';

/** What a case that is a search stands on besides its own events. */
export interface SearchFacts {
  readonly entries: readonly SearchEntry[];
  readonly standing: SearchStanding;
  /** The process as it asks of this search. */
  readonly workflow: Workflow;
}

interface SearchCase {
  readonly id: number;
  readonly workflow: Workflow;
  readonly now: CaseNow;
  readonly evidence: Evidence | undefined;
  readonly child: ChildRecord;
  readonly loaded: LoadedChildren;
  readonly to: 'see' | 'take';
}

/** Undefined for a case of another process. */
export const loadSearchFacts = async (
  tx: Tx,
  { id, workflow, now, evidence, child, loaded, to }: SearchCase,
): Promise<SearchFacts | undefined> => {
  if (workflow.id !== PLACEMENT_REQUEST.id) return undefined;
  // A decision stands on what is written: nothing is withdrawn between looking and deciding.
  if (to === 'take') await holdSearchLog(tx, id);
  const entries = await listSearchEntries(tx, id);
  const { today } = loaded;
  const { dateOfBirth } = child.details;
  const standing = searchStandingOf(now, searchFrom(entries), {
    request: evidence?.answers ?? {},
    age: dateOfBirth === undefined ? undefined : ageOn(dateOfBirth, today),
    today,
  });
  const officers: Options = now.state === 'to-allocate' ? await officersWithLoad(tx, loaded) : {};
  const isInCare = child.periodsOfCare.some(
    ({ starts, ends }) => starts <= today && (ends === null || ends > today),
  );
  return { entries, standing, workflow: askedOfSearch(workflow, now, { standing, officers, isInCare }) };
};
