import { type AttemptRefusal, type Day, isHousehold, mayAttempt } from '@rightplace/domain';
import { asTenantReading, type Tx } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import type { SettingOnDay } from './register-on.ts';

/** What of the register somebody sees: not everyone sees carers, or prices. */
export interface Sight {
  readonly carers: boolean;
  readonly fees: boolean;
}

export const sightOf = ({ actor }: Pick<SignedIn, 'actor'>, on: Day): Sight | AttemptRefusal => {
  const permission = mayAttempt({ actor, action: 'see-register', on });
  if (permission.kind === 'refused') return permission;
  return {
    carers: mayAttempt({ actor, action: 'see-carers', on }).kind === 'may',
    fees: mayAttempt({ actor, action: 'see-fees', on }).kind === 'may',
  };
};

export const isRefused = (sight: Sight | AttemptRefusal): sight is AttemptRefusal => 'kind' in sight;

/** A setting as somebody sees it; undefined where they do not see it at all. */
export const seen = (line: SettingOnDay, { carers, fees }: Sight): SettingOnDay | undefined => {
  if (isHousehold(line.setting.kind) && !carers) return undefined;
  return fees ? line : { ...line, setting: { ...line.setting, fees: [] } };
};

export const reading = <T>(world: World, signedIn: SignedIn, work: (tx: Tx) => Promise<T>): Promise<T> =>
  asTenantReading(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, work);
