import {
  type CaseNow,
  type ChildId,
  caseFrom,
  type HomesOfChild,
  needsIn,
  PLACEMENT_REQUEST,
  type Search,
  searchFrom,
  stateMeaning,
  takesAnswers,
} from '@rightplace/domain';
import {
  findCase,
  findEvidence,
  listSearchEntries,
  listStatesOfCases,
  listWriters,
  loadChild,
  type StoredCase,
  type Tx,
} from '@rightplace/store';

/** The search that a referral belongs to, as the service knows it. Nothing of it is handed to a provider but what is named here. */
export interface SearchBehind {
  readonly stored: StoredCase;
  readonly child: ChildId;
  readonly now: CaseNow;
  readonly search: Search;
  readonly isOver: boolean;
  /** Where the child has lived: what was sent is read no longer than they live where the search came to. */
  readonly homes: HomesOfChild;
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
  return {
    stored,
    child: stored.child,
    now,
    search: searchFrom(await listSearchEntries(tx, caseId)),
    isOver: isEnded(now.state),
    homes: (await loadChild(tx, stored.child))?.placements ?? [],
    needs: needsIn(evidence?.answers ?? {}).map(({ id }) => id),
  };
};

/** Which of these searches take what providers say. */
export const openAmong = async (tx: Tx, cases: readonly number[]): Promise<ReadonlySet<number>> =>
  new Set(
    [...(await listStatesOfCases(tx, cases))].flatMap(([id, state]) => (takesAnswers(state) ? [id] : [])),
  );
