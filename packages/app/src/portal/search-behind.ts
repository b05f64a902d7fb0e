import {
  type Approach,
  type CaseNow,
  type ChildId,
  caseFrom,
  type HomesOfChild,
  mayHaveBeenTold,
  mayHaveMoved,
  needsIn,
  PLACEMENT_REQUEST,
  type Search,
  searchFrom,
  stateMeaning,
  type ToldByStanding,
  takesAnswers,
  toldByStanding,
  type WhereMoved,
} from '@rightplace/domain';
import {
  findCase,
  findEvidence,
  listCasesNumbered,
  listSearchEntries,
  listSearchLogs,
  listStatesOfCases,
  listWriters,
  loadChild,
  type StoredCase,
  type Tx,
} from '@rightplace/store';
import { whereMoved } from '../search/moved-into.ts';

/** The search that a referral belongs to, as the service knows it. Nothing of it is handed to a provider but what is named here. */
export interface SearchBehind {
  readonly stored: StoredCase;
  readonly child: ChildId;
  readonly now: CaseNow;
  readonly search: Search;
  readonly isOver: boolean;
  /** Where the child has lived: what was sent is read no longer than they live where the search came to. */
  readonly homes: HomesOfChild;
  /** Where the record has the child since the move, seen from the home that was chosen; undefined where there is no move. */
  readonly moved: WhereMoved | undefined;
  /** What the request says a home should be, by the names of the needs alone. */
  readonly needs: readonly string[];
}

const isEnded = (state: string): boolean => stateMeaning(PLACEMENT_REQUEST, state).ended === true;

/** Read as the service, never as the provider. */
export const searchBehind = async (tx: Tx, caseId: number): Promise<SearchBehind> => {
  const stored = await findCase(tx, caseId);
  if (stored === undefined) throw new Error(`A referral is of case ${caseId}, which is not there`);
  const now = caseFrom(
    stored.events,
    (await listWriters(tx, caseId)).map(String),
    stored.openedFrom !== null,
  );
  const evidence = await findEvidence(tx, caseId);
  const child = await loadChild(tx, stored.child);
  const search = searchFrom(await listSearchEntries(tx, caseId));
  return {
    stored,
    child: stored.child,
    now,
    search,
    isOver: isEnded(now.state),
    homes: child?.placements ?? [],
    moved:
      child !== undefined && mayHaveMoved(now.state)
        ? await whereMoved(tx, { now, search, child })
        : undefined,
    needs: needsIn(evidence?.answers ?? {}).map(({ id }) => id),
  };
};

/** What the list of referrals needs to know of the searches that they are of. */
export interface SearchesBehind {
  readonly isOpen: (caseId: number) => boolean;
  readonly told: (caseId: number, approach: Approach) => ToldByStanding | undefined;
}

/** Read as the service. Events and offers only of those in which somebody may have been told that theirs was chosen. */
export const searchesBehind = async (tx: Tx, cases: readonly number[]): Promise<SearchesBehind> => {
  const states = await listStatesOfCases(tx, cases);
  const stateOf = (id: number): string => states.get(id) ?? '';
  const perhapsTold = cases.filter((id) => mayHaveBeenTold(stateOf(id)));
  const logs = await listSearchLogs(tx, perhapsTold);
  const stored = new Map((await listCasesNumbered(tx, perhapsTold)).map((one) => [one.id, one]));
  const searches = new Map(perhapsTold.map((id) => [id, searchFrom(logs.get(id) ?? [])]));
  const moved = new Map<number, WhereMoved>();
  for (const [id, one] of stored) {
    const search = searches.get(id);
    const child = mayHaveMoved(stateOf(id)) ? await loadChild(tx, one.child) : undefined;
    if (search === undefined || child === undefined) continue;
    const now = caseFrom(one.events, [], one.openedFrom !== null);
    moved.set(id, await whereMoved(tx, { now, search, child }));
  }
  return {
    isOpen: (id) => takesAnswers(stateOf(id)),
    told: (id, approach) =>
      toldByStanding({ state: stateOf(id), events: stored.get(id)?.events ?? [] }, approach, {
        offers: searches.get(id)?.offers ?? [],
        moved: moved.get(id),
      }),
  };
};
