import { type AttemptRefusal, type Day, londonDayOf, type ProviderInRegister } from '@rightplace/domain';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { ANY_SETTING, settingsFor } from './list-settings.ts';
import { loadRegisterNow, type SettingOnDay } from './register-on.ts';
import { isRefused, reading, sightOf } from './sight.ts';

/** A provider with those of its settings that somebody sees and that are not closed. */
export interface ProviderLine {
  readonly provider: ProviderInRegister;
  readonly settings: readonly SettingOnDay[];
  readonly vacant: number;
}

export interface ProvidersFound {
  readonly kind: 'providers';
  readonly today: Day;
  readonly lines: readonly ProviderLine[];
}

/** Every provider, by name. */
export const listProviders = async (
  world: World,
  signedIn: SignedIn,
): Promise<ProvidersFound | AttemptRefusal> => {
  const sight = sightOf(signedIn, londonDayOf(world.now()));
  if (isRefused(sight)) return sight;
  return reading(world, signedIn, async (tx) => {
    const now = await loadRegisterNow(tx, { world, signedIn });
    const { lines } = settingsFor(now, ANY_SETTING, sight);
    const ofProvider = Map.groupBy(lines, ({ provider }) => provider?.id);
    return {
      kind: 'providers',
      today: now.today,
      lines: [...now.register.providers.values()].map((provider) => {
        const settings = ofProvider.get(provider.id) ?? [];
        return {
          provider,
          settings,
          vacant: settings.reduce((sum, { vacancies }) => sum + vacancies.vacant, 0),
        };
      }),
    };
  });
};
