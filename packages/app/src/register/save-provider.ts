import {
  addDays,
  type Day,
  isOwnProvision,
  isSector,
  londonDayOf,
  mayAttempt,
  PLACEMENT_KINDS,
  type PlacementKind,
} from '@rightplace/domain';
import {
  appendAudit,
  changeProvider,
  readRegister,
  saveProvider as storeProvider,
  type Tx,
  tellOfRegister,
} from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import {
  LONGEST_NAME,
  NO_PROVIDER,
  type RegisterFault,
  type RegisterRefusal,
  tidied,
  wrong,
} from './faults.ts';
import { type Doing, writing } from './hold-place.ts';
import { faultsOfDays, nextAfter } from './tell-of-setting.ts';

export const PROVIDER_SAVED = 'provider-saved';
export const FRAMEWORK_TOLD = 'framework-told';

/** What a provider is called and whose it is, as typed. */
export interface ProviderToSave {
  readonly id: number | undefined;
  readonly name: string;
  /** A code of PLACE_PROVIDER. */
  readonly sector: string;
}

export interface ProviderSaved {
  readonly kind: 'provider-saved';
  readonly id: number;
}

const audited = (
  tx: Tx,
  { world, signedIn }: Doing,
  { id, action, detail }: { readonly id: number; readonly action: string; readonly detail: object },
) =>
  appendAudit(tx, {
    at: world.now(),
    actor: String(signedIn.person.id),
    action,
    subject: { kind: 'provider', id: String(id) },
    detail,
  });

/** Adds a provider, or puts right its name or sector. */
export const saveProvider = (
  world: World,
  signedIn: SignedIn,
  typed: ProviderToSave,
): Promise<ProviderSaved | RegisterRefusal> => {
  const doing = { world, signedIn };
  return writing(doing, async (tx) => {
    const on = londonDayOf(world.now());
    const permission = mayAttempt({ actor: signedIn.actor, action: 'keep-register', on });
    if (permission.kind === 'refused') return permission;
    const { providers } = await readRegister(tx);
    const before = typed.id === undefined ? undefined : providers.get(typed.id);
    if (typed.id !== undefined && before === undefined) return NO_PROVIDER;
    const name = tidied(typed.name);
    const namesake = [...providers.values()].some(
      (other) => other.id !== typed.id && other.name.toLowerCase() === name.toLowerCase(),
    );
    const faults: RegisterFault[] = [];
    if (name === '' || name.length > LONGEST_NAME)
      faults.push({ field: 'name', sentence: `Enter its name, in up to ${LONGEST_NAME} characters` });
    if (namesake)
      faults.push({ field: 'name', sentence: 'A provider of this name is in the register already' });
    if (!isSector(typed.sector)) faults.push({ field: 'sector', sentence: 'Choose whose provision it is' });
    if (faults.length > 0) return wrong(faults);
    const told = { name, kind: typed.sector, inHouse: isOwnProvision(typed) };
    const id = typed.id ?? (await storeProvider(tx, told)).id;
    if (typed.id !== undefined) await changeProvider(tx, { id, ...told });
    await audited(tx, doing, {
      id,
      action: PROVIDER_SAVED,
      detail: { ...told, before: before === undefined ? null : { name: before.name, kind: before.sector } },
    });
    return { kind: 'provider-saved', id };
  });
};

/** That a provider is on a framework, as typed. */
export interface FrameworkTyped {
  readonly providerId: number;
  readonly name: string;
  readonly placements: string;
  readonly from: Day | undefined;
  readonly lastDay: Day | undefined;
  readonly lastDayWrong?: boolean;
}

const isPlacementKind = (text: string): text is PlacementKind => Object.hasOwn(PLACEMENT_KINDS, text);

/** Says from when a provider is on a framework or contract, and until when; said again, it is put right. */
export const tellOfFramework = (
  world: World,
  signedIn: SignedIn,
  typed: FrameworkTyped,
): Promise<ProviderSaved | RegisterRefusal> => {
  const doing = { world, signedIn };
  return writing(doing, async (tx) => {
    const on = londonDayOf(world.now());
    const permission = mayAttempt({ actor: signedIn.actor, action: 'keep-register', on });
    if (permission.kind === 'refused') return permission;
    const provider = (await readRegister(tx)).providers.get(typed.providerId);
    if (provider === undefined) return NO_PROVIDER;
    const name = tidied(typed.name);
    const { placements: kind, from, lastDay } = typed;
    const faults: RegisterFault[] = [];
    if (name === '' || name.length > LONGEST_NAME)
      faults.push({
        field: 'name',
        sentence: `Enter the framework’s name, in up to ${LONGEST_NAME} characters`,
      });
    if (!isPlacementKind(kind)) faults.push({ field: 'placements', sentence: 'Choose what it is for' });
    faults.push(...faultsOfDays(typed, { today: on, pastOnly: false }));
    if (faults.length > 0 || from === undefined) return wrong(faults);
    const same = provider.frameworks.filter((one) => one.kind === kind && one.name === name);
    const ends = lastDay === undefined ? nextAfter(from, same) : addDays(lastDay, 1);
    const of = { providerId: provider.id };
    const told = { of, kind: 'framework', key: `${kind} ${name}` } as const;
    const by = { clock: world.now, byPerson: signedIn.person.id };
    await tellOfRegister(tx, { ...told, value: { name, kind }, starts: from, ends }, by);
    await audited(tx, doing, { id: provider.id, action: FRAMEWORK_TOLD, detail: { name, kind, from, ends } });
    return { kind: 'provider-saved', id: provider.id };
  });
};
