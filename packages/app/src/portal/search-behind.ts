import {
  type Approach,
  type CaseNow,
  type ChildId,
  caseFrom,
  chosenOffer,
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
  listOffersIn,
  listSearchEntries,
  listSearchesOffered,
  listStatesOfCases,
  listWriters,
  loadChild,
  loadSome,
  type ReferralEntry,
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

/**
 * Read as the service. Events and offers only of searches in which somebody may have been told that theirs was chosen, and the record
 * only of children whose home was one of these referrals: the list is as long as a provider has worked with the authority.
 */
export const searchesBehind = async (
  tx: Tx,
  entries: readonly Pick<ReferralEntry, 'caseId' | 'referral'>[],
): Promise<SearchesBehind> => {
  const cases = [...new Set(entries.map(({ caseId }) => caseId))];
  const states = await listStatesOfCases(tx, cases);
  const stateOf = (id: number): string => states.get(id) ?? '';
  const offered = await listSearchesOffered(
    tx,
    entries.filter(({ caseId }) => mayHaveBeenTold(stateOf(caseId))),
  );
  const perhapsTold = [...offered];
  const logs = await listOffersIn(tx, perhapsTold);
  const stored = new Map((await listCasesNumbered(tx, perhapsTold)).map((one) => [one.id, one]));
  const searches = new Map(perhapsTold.map((id) => [id, searchFrom(logs.get(id) ?? [])]));
  const isTheirs = new Set(entries.map(({ caseId, referral }) => `${caseId} ${referral}`));
  const chosen = [...stored.values()].flatMap((one) => {
    const search = searches.get(one.id);
    if (search === undefined || !mayHaveMoved(stateOf(one.id))) return [];
    const now = caseFrom(one.events, [], one.openedFrom !== null);
    return isTheirs.has(`${one.id} ${chosenOffer(now, search)?.approach}`) ? [{ one, now, search }] : [];
  });
  const children = new Map(
    (await loadSome(tx, [...new Set(chosen.map(({ one }) => one.child))])).map((child) => [child.id, child]),
  );
  const moved = new Map<number, WhereMoved>();
  for (const { one, now, search } of chosen) {
    const child = children.get(one.child);
    if (child !== undefined) moved.set(one.id, await whereMoved(tx, { now, search, child }));
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
