import {
  type Approach,
  ageOn,
  byFitAndDistance,
  fitOfHome,
  type HomeFit,
  isAgency,
  isAskedForPlaces,
  type PlaceSought,
  parseDay,
  tierOf,
  tiersOpened,
} from '@rightplace/domain';
import type { FoundCase } from '../cases/find-case.ts';
import type { RegisterNow, SettingOnDay } from '../register/register-on.ts';
import { type Sight, seen } from '../register/sight.ts';
import { type Distances, distancesOf } from './distances.ts';
import type { SearchFacts } from './search-facts.ts';

/** A home of the register that a search may ask. */
export interface HomeToAsk extends SettingOnDay {
  readonly fit: HomeFit;
  readonly distances: Distances;
  /** Approaches of this search to this home, and those to its provider for no home in particular. */
  readonly asked: readonly Approach[];
}

/** For whom and from when a place is sought: from the day on which it is needed, or today where that is past. */
export const soughtIn = ({ child, evidence, loaded: { today } }: FoundCase): PlaceSought => {
  const { dateOfBirth, sex } = child.details;
  const needed = evidence?.answers['needed-from'];
  const from = typeof needed === 'string' ? parseDay(needed) : undefined;
  const on = from !== undefined && from > today ? from : today;
  return { on, age: dateOfBirth === undefined ? undefined : ageOn(dateOfBirth, on), sex };
};

/** The homes of the tiers that were opened in a search, as somebody sees them: the fittest and nearest first. */
export const homesForSearch = (
  found: FoundCase,
  { standing: { search } }: SearchFacts,
  { register, sight }: { readonly register: RegisterNow; readonly sight: Sight },
): readonly HomeToAsk[] => {
  const sought = soughtIn(found);
  const opened = tiersOpened(found.now);
  const request = found.evidence?.answers ?? {};
  const distances = distancesOf(found.child, request);
  return [...register.register.settings.values()]
    .filter((setting) => {
      const provider = register.register.providers.get(setting.providerId ?? 0);
      return opened.has(tierOf(setting, provider, sought.on)) && isAskedForPlaces(setting, sought.on);
    })
    .flatMap((setting): readonly HomeToAsk[] => {
      const line = seen(register.settingOn(setting, sought.on), sight);
      if (line === undefined) return [];
      return [
        {
          ...line,
          fit: fitOfHome(setting, request, sought),
          distances: distances(setting.postcode ?? undefined),
          asked: search.approaches.filter(({ providerId, settingId }) =>
            settingId === undefined
              ? providerId !== undefined && providerId === setting.providerId
              : settingId === setting.id,
          ),
        },
      ];
    })
    .map((home) => ({
      home,
      name: home.setting.name,
      tier: home.tier,
      fit: home.fit,
      vacant: isAgency(home.setting.kind) ? undefined : home.vacancies.vacant,
      miles: home.distances.fromFamilyHome ?? home.distances.fromHomeNow,
    }))
    .toSorted(byFitAndDistance)
    .map(({ home }) => home);
};
