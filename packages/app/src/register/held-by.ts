import {
  addDays,
  type Day,
  dayInWords,
  isTakenAt,
  londonDayOf,
  officerOf,
  type PlaceHold,
  type PlaceTaken,
} from '@rightplace/domain';
import type { Tx } from '@rightplace/store';
import { findCaseFor, namesIn } from '../cases/find-case.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';

/** A place that is held, as somebody may know of it: of a search that they do not see, no more than until when. */
export interface HeldBy {
  readonly caseId: number | undefined;
  readonly officer: string | undefined;
  readonly lastDay: Day;
}

/** The last day of a hold. */
export const lastDayOf = ({ until }: Pick<PlaceHold, 'until'>): Day => addDays(londonDayOf(until), -1);

/** Who has places held now that somebody wants. */
export const heldBy = async (
  tx: Tx,
  { world, signedIn }: { readonly world: World; readonly signedIn: SignedIn },
  taken: readonly PlaceTaken[],
): Promise<readonly HeldBy[]> => {
  const now = world.now();
  const holds = taken.flatMap((one) => (one.kind === 'hold' && isTakenAt(one, now) ? [one] : []));
  const found: HeldBy[] = [];
  for (const hold of holds) {
    const search = await findCaseFor(tx, { world, signedIn }, { id: hold.caseId, to: 'see' });
    const lastDay = lastDayOf(hold);
    if (search.kind === 'refused') found.push({ caseId: undefined, officer: undefined, lastDay });
    else {
      const officer = officerOf(search.now);
      const name = officer === undefined ? undefined : namesIn(search.loaded)(officer);
      found.push({ caseId: hold.caseId, officer: name, lastDay });
    }
  }
  return found;
};

/** "A place is held for search 12 (Daisy Tansley-Wray) until the end of 24 November 2026." */
export const heldByInWords = (held: readonly HeldBy[]): string =>
  held
    .map(({ caseId, officer, lastDay }) => {
      const search = caseId === undefined ? 'another search' : `search ${caseId}`;
      const whose = officer === undefined ? '' : ` (${officer})`;
      return `A place is held for ${search}${whose} until the end of ${dayInWords(lastDay)}.`;
    })
    .join(' ');
