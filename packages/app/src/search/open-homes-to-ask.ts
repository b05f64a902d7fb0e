import {
  type ChildRefusal,
  type EntryRefusal,
  mayAttempt,
  type PlaceSought,
  refused,
  type Search,
  type SearchTier,
  tiersOpened,
  usualReplyBy,
  whyNotWrittenIn,
} from '@rightplace/domain';
import { asTenantReading, listPlacesTaken } from '@rightplace/store';
import { type CaseChild, caseChild, findCaseFor } from '../cases/find-case.ts';
import { loadRegisterNow } from '../register/register-on.ts';
import { isRefused, type Sight, sightOf } from '../register/sight.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { versionToSend } from './approach-homes.ts';
import { type HomeToAsk, homesForSearch, soughtIn } from './homes-for-search.ts';
import { partToWrite } from './write-search-entry.ts';

/** Whom a search may approach: the homes of its tiers, and whether the profile is ready to be sent. */
export interface HomesToAskView {
  readonly kind: 'homes-to-ask';
  readonly id: number;
  readonly child: CaseChild;
  readonly sought: PlaceSought;
  readonly opened: ReadonlySet<SearchTier>;
  readonly homes: readonly HomeToAsk[];
  /** What was offered, to tell what came of an approach. */
  readonly search: Search;
  /** Homes in which a place is held for this search. */
  readonly held: ReadonlySet<number>;
  readonly profile: { readonly version: number } | { readonly notYet: string };
  /** By when they are to answer, if nobody says otherwise, as a form begins with it. */
  readonly usualReplyBy: Readonly<Record<string, string>>;
  readonly sight: Sight;
  readonly mayHold: boolean;
}

/** For whoever approaches homes: others see what was approached on the search’s own page. */
export const openHomesToAsk = (
  world: World,
  signedIn: SignedIn,
  id: number,
): Promise<HomesToAskView | ChildRefusal | EntryRefusal> =>
  asTenantReading(
    world.db,
    { authorityId: signedIn.authority.id, personId: signedIn.person.id },
    async (tx) => {
      const found = await findCaseFor(tx, { world, signedIn }, { id, to: 'see' });
      if (found.kind === 'refused') return found;
      const { search, loaded, child } = found;
      const sight = sightOf(signedIn, loaded.today);
      if (search === undefined || partToWrite(found, 'approach') === undefined || isRefused(sight))
        return refused('out-of-reach', 'There is no such search among those in which you approach homes.');
      const closed = whyNotWrittenIn(found.now.state, 'approach');
      if (closed !== undefined) return closed;
      const register = await loadRegisterNow(tx, { world, signedIn });
      const taken = await listPlacesTaken(tx, { caseId: id, endsAfter: register.now });
      const version = await versionToSend(tx, signedIn, found);
      const hold = mayAttempt({ actor: signedIn.actor, action: 'hold-place', on: loaded.today });
      return {
        kind: 'homes-to-ask',
        id,
        child: caseChild(child, loaded.today),
        sought: soughtIn(found),
        opened: tiersOpened(found.now),
        homes: homesForSearch(found, search, { register, sight }),
        search: search.standing.search,
        held: new Set(taken.map(({ settingId }) => settingId)),
        profile: typeof version === 'number' ? { version } : { notYet: version.sentence },
        usualReplyBy: usualReplyBy(found.evidence?.answers['how-soon'], found.at),
        sight,
        mayHold: hold.kind === 'may' && found.parts.length > 0,
      };
    },
  );
