import {
  type ApprovedHome,
  ageOn,
  askedOfSearch,
  BEFORE_MOVE,
  type CaseNow,
  type ChildRecord,
  hasLeftHome,
  mayHaveMoved,
  PLACEMENT_REQUEST,
  type Search,
  type SearchEntry,
  type SearchStanding,
  type SettingInRegister,
  type Signing,
  searchFrom,
  searchStandingOf,
  signingOf,
  type WhereMoved,
  type Workflow,
  whatShutsOn,
} from '@rightplace/domain';
import {
  type Evidence,
  holdSearchLog,
  listAgreementMarks,
  listAgreements,
  listSearchEntries,
  type Tx,
} from '@rightplace/store';
import type { LoadedChildren } from '../child/load-children.ts';
import { beside } from '../ledger/recall.ts';
import { withHomes } from './chosen-home.ts';
import { whereMoved } from './moved-into.ts';
import { officersWithLoad } from './officers.ts';

/** What a case that is a search stands on besides its own events. */
export interface SearchFacts {
  readonly entries: readonly SearchEntry[];
  readonly standing: SearchStanding;
  /** By the number of its offer each home that the register knows. */
  readonly homes: ReadonlyMap<number, SettingInRegister>;
  /** The process as it asks of this search. */
  readonly workflow: Workflow;
  /** The home that is chosen, with whom it is for; undefined while none is. */
  readonly approved: ApprovedHome | undefined;
  /** How far the agreement for it is sent and signed, where that is asked next; undefined elsewhere, and where there is none. */
  readonly signing: Signing | undefined;
  /** Of an approved home: what stands in the way today, whatever was so when it was approved. */
  readonly shutSince: readonly string[];
  /** Of an approved home: checks that held when it was approved and do not today. */
  readonly lapsedSince: readonly string[];
  /** Where the record has the child since the move, seen from the home that was chosen; undefined before one. */
  readonly moved: WhereMoved | undefined;
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

/** By what was written in it, which is the very list of last time while nothing is added. */
const searches = new WeakMap<readonly SearchEntry[], Search>();

/** Where the next step asks whether the contract was sent, or signed by both. */
const ASKS_OF_CONTRACT: ReadonlySet<string> = new Set(['notified', 'contract']);

/** Of the agreement that was made last for what is chosen: one for a choice that came to nothing says nothing of it. */
const signingOfCase = async (
  tx: Tx,
  id: number,
  chosen: string | undefined,
): Promise<Signing | undefined> => {
  const agreement = (await listAgreements(tx, { case: id })).findLast(
    ({ offer }) => chosen === undefined || offer === chosen,
  );
  return agreement && signingOf(await listAgreementMarks(tx, { agreement: agreement.id }));
};

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
  const { search, homes, home } = await withHomes(
    tx,
    now,
    beside(searches, entries, () => searchFrom(entries)),
  );
  const request = evidence?.answers ?? {};
  const standing = searchStandingOf(now, search, {
    request,
    age: dateOfBirth === undefined ? undefined : ageOn(dateOfBirth, today),
    homes,
    today,
    hasLeft: hasLeftHome(now.events, child.placements, today),
  });
  const { chosen } = standing;
  const approved = chosen && { events: now.events, chosen, home, request, dateOfBirth };
  const isBeforeMove = BEFORE_MOVE.some((state) => state === now.state);
  const officers = now.state === 'to-allocate' ? await officersWithLoad(tx, loaded) : [];
  const isInCare = child.periodsOfCare.some(
    ({ starts, ends }) => starts <= today && (ends === null || ends > today),
  );
  return {
    entries,
    standing,
    homes,
    approved,
    signing: ASKS_OF_CONTRACT.has(now.state) ? await signingOfCase(tx, id, chosen?.key) : undefined,
    shutSince: approved !== undefined && isBeforeMove ? whatShutsOn(approved, today) : [],
    lapsedSince: isBeforeMove ? standing.checkFaults : [],
    moved: mayHaveMoved(now.state) ? await whereMoved(tx, { now, search, child }) : undefined,
    workflow: askedOfSearch(workflow, now, { standing, officers, entries, isInCare }),
  };
};
