import {
  addDays,
  isAgency,
  londonDayOf,
  officerOf,
  PLACEMENT_REQUEST,
  TIER_STATES,
} from '@rightplace/domain';
import { asTenantReading, listAuthorities, listCasesOfProcess, listPlacesTaken } from '@rightplace/store';
import { loadAccessFacts } from '../child/load-children.ts';
import { rolesIn } from '../delegation/acting.ts';
import { blockPlace } from '../register/block-place.ts';
import { holdPlace } from '../register/hold-place.ts';
import { approachHomes } from '../search/approach-homes.ts';
import type { HomeToAsk } from '../search/homes-for-search.ts';
import { SEARCH_ENDED } from '../search/officers.ts';
import { openHomesToAsk } from '../search/open-homes-to-ask.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';

/** How many homes each search of the demonstration calls, and in how many of its searches a place is held. */
const CALLED = 3;
const HELD = 2;

interface SearchToApproach {
  readonly id: number;
  readonly officer: SignedIn;
}

type Authority = Awaited<ReturnType<typeof listAuthorities>>[number];

/** The searches in which tiers are open, each with its officer; none where a place was held for any search already. */
const searchesIn = (world: World, authority: Authority): Promise<readonly SearchToApproach[]> =>
  asTenantReading(world.db, { authorityId: authority.code }, async (tx) => {
    if ((await listPlacesTaken(tx, {})).some(({ kind }) => kind === 'hold')) return [];
    const live = await listCasesOfProcess(tx, PLACEMENT_REQUEST.id, { ended: SEARCH_ENDED, isOver: false });
    const { staff } = await loadAccessFacts(tx);
    return live.flatMap((search) => {
      const officer = officerOf(search);
      const state = search.events.at(-1)?.to;
      return officer !== undefined && TIER_STATES.some((tier) => tier === state)
        ? [{ id: search.id, officer: asOfficer(world, authority, { staff, officer }) }]
        : [];
    });
  });

/** An invented officer at work, by the roles that they hold. */
const asOfficer = (
  world: World,
  authority: Authority,
  {
    staff,
    officer,
  }: { readonly staff: Awaited<ReturnType<typeof loadAccessFacts>>['staff']; readonly officer: string },
): SignedIn => ({
  authority: { id: authority.code, name: authority.name, demonstration: true, colour: undefined },
  person: { id: Number(officer), name: staff.members.get(Number(officer))?.name ?? '', email: undefined },
  actor: { id: officer, assignments: rolesIn(staff)(officer) },
  method: 'demonstration',
  startedAt: world.now(),
  endsAt: world.now(),
  unread: 0,
  directorsStoodInFor: [],
  sessionKey: 'invented',
});

/** Calls the authority’s own carers and homes that have a place: nothing is sent for that. */
const callInHouse = async (
  world: World,
  { id, officer }: SearchToApproach,
  homes: readonly HomeToAsk[],
): Promise<void> => {
  const settings = homes
    .filter(({ tier }) => tier === 'in-house')
    .slice(0, CALLED)
    .map(({ setting }) => setting.id);
  const call = { id, key: `invented call ${id}`, settings, channel: 'phone', words: '' } as const;
  if (settings.length > 0) await approachHomes(world, officer, call);
};

/**
 * Gives a demonstration calls to its own homes, places that are held and one that is blocked, each as if an officer had done it: by
 * the same use cases, of which none is passed by. No real authority is given any.
 */
export const giveHolds = async (world: World): Promise<void> => {
  for (const authority of await listAuthorities(world.db)) {
    if (!authority.demonstration) continue;
    const today = londonDayOf(world.now());
    let held = 0;
    for (const search of await searchesIn(world, authority)) {
      const { id, officer } = search;
      const view = await openHomesToAsk(world, officer, id);
      if (view.kind === 'refused') continue;
      const could = view.homes.filter(({ fit }) => fit.inTheWay.length === 0 && fit.kind !== 'not');
      const free = could.filter(({ setting, vacancies }) => isAgency(setting.kind) || vacancies.vacant > 0);
      await callInHouse(world, search, free);
      const bed = free.find(({ vacancies }) => vacancies.vacant > 0)?.setting;
      if (bed === undefined || held >= HELD) continue;
      const until = addDays(today, 5 + 2 * held);
      const hold = { caseId: id, settingId: bed.id, until, key: `invented hold ${id}` };
      if ((await holdPlace(world, officer, hold)).kind === 'place-held') held += 1;
      if (held !== 1) continue;
      const other = free.find(({ setting, vacancies }) => setting.id !== bed.id && vacancies.vacant > 0);
      if (other !== undefined)
        await blockPlace(world, officer, {
          settingId: other.setting.id,
          reason: 'repair',
          note: 'The ceiling leaks; the builder comes on Monday.',
          from: today,
          lastDay: addDays(today, 9),
          key: `invented block ${id}`,
        });
    }
  }
};
