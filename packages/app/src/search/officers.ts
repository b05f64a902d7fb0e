import { type OfficerToChoose, officerOf, PLACEMENT_REQUEST } from '@rightplace/domain';
import { listCasesOfProcess, type Tx } from '@rightplace/store';
import type { LoadedChildren } from '../child/load-children.ts';

/** The states in which a search is over. */
export const SEARCH_ENDED: readonly string[] = Object.entries(PLACEMENT_REQUEST.states).flatMap(
  ([state, { ended }]) => (ended === true ? [state] : []),
);

/** How many live searches each officer has, by their number. */
const liveByOfficer = async (tx: Tx): Promise<ReadonlyMap<string, number>> => {
  const live = await listCasesOfProcess(tx, PLACEMENT_REQUEST.id, { ended: SEARCH_ENDED, isOver: false });
  const counts = new Map<string, number>();
  for (const search of live) {
    const officer = officerOf(search);
    if (officer !== undefined) counts.set(officer, (counts.get(officer) ?? 0) + 1);
  }
  return counts;
};

/** Whoever is a placements officer today, with how many searches they have: the fewest first. */
export const officersWithLoad = async (
  tx: Tx,
  { access, today }: LoadedChildren,
): Promise<readonly OfficerToChoose[]> => {
  const live = await liveByOfficer(tx);
  const officers = [...access.staff.members.values()].filter(({ roles }) =>
    roles.some(
      ({ role, starts, ends }) =>
        role === 'placements-officer' && starts <= today && (ends === null || ends > today),
    ),
  );
  const loads = officers.map(({ id, name }) => ({ id: String(id), name, load: live.get(String(id)) ?? 0 }));
  return loads
    .toSorted((a, b) => a.load - b.load || a.name.localeCompare(b.name, 'en-GB'))
    .map(({ id, name, load }) => ({
      id,
      words: `${name}, ${load} live ${load === 1 ? 'search' : 'searches'}`,
    }));
};
