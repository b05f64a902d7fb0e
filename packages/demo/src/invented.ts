import { type Day, type DayNumber, dayNumber } from '@rightplace/domain';
import { inventHouseholds, type SitedHousehold } from './authority/households.ts';
import { inventSettings, type SitedSetting } from './authority/settings.ts';
import { allocateCases, type DemoPerson, inventStaff } from './authority/staff.ts';
import { dayText, yearOf } from './calendar/days.ts';
import { episodesOf } from './care/episodes.ts';
import type { World } from './care/family.ts';
import type { Life } from './care/life.ts';
import { openMarket } from './care/market.ts';
import { population } from './care/population.ts';
import { happeningsOf } from './facts/happenings.ts';
import { englandGeography, northmarshGeography } from './places/geography.ts';
import type { Telling } from './record/child-record.ts';
import { storyLives } from './stories/stories.ts';
import type { Teller } from './stories/telling.ts';

/** What to invent. The same answers give the same authority, to the letter. */
export interface DemoOptions {
  readonly seed: string | number;
  readonly asOf: Day;
  /** Looked after on the as-of day, exactly. */
  readonly children?: number;
  /** How many whole collection years of leavers stand behind the current one. */
  readonly years?: number;
}

export const DEFAULT_CHILDREN = 900;
export const DEFAULT_YEARS = 10;

/** Above this, one county's homes could not hold them: children come from every district of an invented England. */
const MOST_OF_ONE_AUTHORITY = 5000;
/** Below this there is no room for the stories among them. */
const FEWEST_WITH_STORIES = 60;

export interface Invented {
  readonly asOf: DayNumber;
  /** The day before the as-of day: the last day on which anything happened. */
  readonly lastDay: Day;
  readonly years: number;
  readonly settings: readonly SitedSetting[];
  readonly households: readonly SitedHousehold[];
  readonly staff: readonly DemoPerson[];
  /** Undefined when there is no room for stories. */
  readonly teller: Teller | undefined;
  /** Child by child, stories first, each made when asked for. */
  readonly lives: () => Generator<Life>;
  /** The same, with all that can be told of each. */
  readonly tellings: () => Generator<Telling>;
}

const isLookedAfter = (life: Life, on: DayNumber): boolean =>
  life.spells.some((spell) => spell.starts <= on && spell.ends > on);

export const invent = (options: DemoOptions): Invented => {
  const children = options.children ?? DEFAULT_CHILDREN;
  const years = options.years ?? DEFAULT_YEARS;
  const asOf = dayNumber(options.asOf);
  const seed = `${options.seed}/${options.asOf}`;
  const oneAuthority = children <= MOST_OF_ONE_AUTHORITY;
  const geography = oneAuthority ? northmarshGeography() : englandGeography();
  const settings = inventSettings(seed, children, geography);
  const households = inventHouseholds(seed, children, geography, settings);
  const market = openMarket(settings, households);
  // The same people work here whatever the day: whoever wrote a name down finds it again tomorrow.
  const staff = inventStaff(String(options.seed), Math.min(children, MOST_OF_ONE_AUTHORITY), asOf);
  const world: World = { seed, geography, market, asOf };
  const teller = oneAuthority && children >= FEWEST_WITH_STORIES ? { asOf, market, geography } : undefined;

  function* lives(): Generator<Life> {
    const stories = teller === undefined ? [] : storyLives(teller);
    const inStories = stories.filter((life) => isLookedAfter(life, asOf)).length;
    yield* stories;
    yield* population(world, children - inStories, years, children);
  }

  function* tellings(): Generator<Telling> {
    const workers = allocateCases(staff, asOf);
    for (const life of lives()) {
      yield {
        life,
        episodes: episodesOf(life),
        happenings: happeningsOf(life, asOf - 1, workers),
        toldIn: yearOf(asOf - 1),
      };
    }
  }

  return { asOf, lastDay: dayText(asOf - 1), years, settings, households, staff, teller, lives, tellings };
};
