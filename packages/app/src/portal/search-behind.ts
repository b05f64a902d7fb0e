import {
  type Approach,
  type CaseNow,
  type ChildId,
  type ChildRecord,
  caseFrom,
  type HomesOfChild,
  mayHaveBeenTold,
  needsIn,
  PLACEMENT_REQUEST,
  type Search,
  searchFrom,
  stateMeaning,
  type ToldByStanding,
  takesAnswers,
  toldByStanding,
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
import { withChosenHome } from '../search/chosen-home.ts';
import { moveConfirmed, movedInto } from '../search/moved-into.ts';

/** The search that a referral belongs to, as the service knows it. Nothing of it is handed to a provider but what is named here. */
export interface SearchBehind {
  readonly stored: StoredCase;
  readonly child: ChildId;
  readonly now: CaseNow;
  readonly search: Search;
  readonly isOver: boolean;
  /** Where the child has lived: what was sent is read no longer than they live where the search came to. */
  readonly homes: HomesOfChild;
  /** Whether the record has the child in another home than the one that was chosen. */
  readonly movedElsewhere: boolean;
  /** What the request says a home should be, by the names of the needs alone. */
  readonly needs: readonly string[];
}

const isEnded = (state: string): boolean => stateMeaning(PLACEMENT_REQUEST, state).ended === true;

/** The home that was chosen is told by the register; of one that it does not know nothing is said against it. */
const hasMovedElsewhere = async (
  tx: Tx,
  { now, search, child }: Pick<SearchBehind, 'now' | 'search'> & { readonly child: ChildRecord | undefined },
): Promise<boolean> => {
  const moved = moveConfirmed(now);
  const into = moved && child && (await movedInto(tx, child, moved));
  const { home } = into === undefined ? {} : await withChosenHome(tx, now, search);
  return home !== undefined && home.id !== into;
};

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
    movedElsewhere: await hasMovedElsewhere(tx, { now, search, child }),
    needs: needsIn(evidence?.answers ?? {}).map(({ id }) => id),
  };
};

/** Where the child may live in the home that was chosen. */
const HAS_MOVED: ReadonlySet<string> = new Set(['moved', 'closed']);

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
  const elsewhere = new Set<number>();
  for (const [id, one] of stored) {
    const search = searches.get(id);
    if (search === undefined || !HAS_MOVED.has(stateOf(id))) continue;
    const now = caseFrom(one.events, [], one.openedFrom !== null);
    if (await hasMovedElsewhere(tx, { now, search, child: await loadChild(tx, one.child) }))
      elsewhere.add(id);
  }
  return {
    isOpen: (id) => takesAnswers(stateOf(id)),
    told: (id, approach) =>
      toldByStanding({ state: stateOf(id), events: stored.get(id)?.events ?? [] }, approach, {
        offers: searches.get(id)?.offers ?? [],
        movedElsewhere: elsewhere.has(id),
      }),
  };
};
