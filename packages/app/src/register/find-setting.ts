import {
  type AttemptRefusal,
  addDays,
  type Day,
  londonDayOf,
  type Refusal,
  type Vacancies,
  whatStandsInTheWay,
} from '@rightplace/domain';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { NO_SETTING } from './faults.ts';
import { loadRegisterNow, type SettingOnDay } from './register-on.ts';
import { isRefused, reading, type Sight, seen, sightOf } from './sight.ts';

/** How far ahead a home's vacancies are told. */
const DAYS_AHEAD = 14;

export interface SettingFound extends SettingOnDay {
  readonly kind: 'setting';
  readonly on: Day;
  readonly today: Day;
  readonly sight: Sight;
  /** Vacancies on the day asked about and those after it. */
  readonly ahead: readonly { readonly on: Day; readonly vacancies: Vacancies }[];
  /** What would stand in the way of any child's living there on the day. */
  readonly inTheWay: ReturnType<typeof whatStandsInTheWay>;
}

/** One home, household or unit, with its places. What somebody may not see is as if it were not there. */
export const findSetting = async (
  world: World,
  signedIn: SignedIn,
  { id, on: asked }: { readonly id: number; readonly on?: Day | undefined },
): Promise<SettingFound | AttemptRefusal | Refusal<'no-such-setting'>> => {
  const sight = sightOf(signedIn, londonDayOf(world.now()));
  if (isRefused(sight)) return sight;
  return reading(world, signedIn, async (tx) => {
    const register = await loadRegisterNow(tx, { world, signedIn }, id);
    const setting = register.register.settings.get(id);
    const on = asked ?? register.today;
    const line = setting && seen(register.settingOn(setting, on), sight);
    if (line === undefined) return NO_SETTING;
    const days = Array.from({ length: DAYS_AHEAD }, (_, ahead) => addDays(on, ahead));
    return {
      ...line,
      kind: 'setting',
      on,
      today: register.today,
      sight,
      ahead: days.map((day) => ({
        on: day,
        vacancies: register.settingOn(line.setting, day).vacancies,
      })),
      inTheWay: whatStandsInTheWay(line.setting, { on }),
    };
  });
};
