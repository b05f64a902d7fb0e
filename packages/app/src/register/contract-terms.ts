import {
  type AttemptRefusal,
  CONTRACT_TERMS_QUESTIONS,
  type ContractKey,
  type ContractTerms,
  type Day,
  day,
  type Fault,
  frameworksOn,
  londonDayOf,
  mayAttempt,
  PLACEMENT_KINDS,
  type PlacementKind,
  type ProviderInRegister,
  type Refusal,
  readAnswers,
  refused,
  SPOT,
  sameAnswers,
  termsInForce,
  termsOf,
  textSaid,
} from '@rightplace/domain';
import {
  addContractTerms,
  appendAudit,
  findContractTermsByKey,
  listContractTerms,
  readRegister,
  type Tx,
} from '@rightplace/store';
import { sentBefore } from '../cases/sent-before.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { type Doing, writing } from './hold-place.ts';
import { isRefused, reading, sightOf } from './sight.ts';

export const CONTRACT_TERMS_TOLD = 'contract-terms-told';

/** A framework for one kind of placement, or what is bought of that kind with none. */
export interface Contract extends ContractKey {
  /** Providers that are on it today; undefined where it is none. */
  readonly providers: readonly ProviderInRegister[] | undefined;
  readonly inForce: ContractTerms | undefined;
  /** All that was ever told of it, the latest first. */
  readonly told: readonly ContractTerms[];
}

export interface ContractsFound {
  readonly kind: 'contracts';
  readonly today: Day;
  readonly contracts: readonly Contract[];
}

const KINDS = Object.keys(PLACEMENT_KINDS) as readonly PlacementKind[];

/** Every framework that a provider is or was on, and buying with none, of each kind of placement. */
export const contractsIn = async (tx: Tx, today: Day): Promise<readonly Contract[]> => {
  const all = await listContractTerms(tx);
  const providers = [...(await readRegister(tx)).providers.values()];
  const named = providers.flatMap(({ frameworks }) => frameworks);
  return KINDS.flatMap((placements) => {
    const names = new Map(
      named.flatMap(({ kind, name }) => (kind === placements ? [[name.toLowerCase(), name] as const] : [])),
    );
    return [...[...names.values()].toSorted((a, b) => a.localeCompare(b, 'en-GB')), SPOT].map(
      (framework): Contract => {
        const of = { placements, framework };
        const isOn = ({ kind, name }: { readonly kind: string; readonly name: string }): boolean =>
          kind === placements && name.toLowerCase() === framework.toLowerCase();
        return {
          ...of,
          providers:
            framework === SPOT
              ? undefined
              : providers.filter((provider) => frameworksOn(provider, today).some(isOn)),
          inForce: termsInForce(all, of, today),
          told: termsOf(all, of),
        };
      },
    );
  });
};

/** Under which terms placements are bought, for whoever sees the register. */
export const listContracts = async (
  world: World,
  signedIn: SignedIn,
): Promise<ContractsFound | AttemptRefusal> => {
  const today = londonDayOf(world.now());
  const sight = sightOf(signedIn, today);
  if (isRefused(sight)) return sight;
  return reading(world, signedIn, async (tx) => ({
    kind: 'contracts',
    today,
    contracts: await contractsIn(tx, today),
  }));
};

export type ContractRefusal =
  | AttemptRefusal
  | Refusal<'no-such-contract' | 'no-key' | 'said-otherwise'>
  | (Refusal<'terms-wrong'> & { readonly faults: readonly Fault[] });

const audited = (tx: Tx, { world, signedIn }: Doing, of: ContractKey, starts: Day) =>
  appendAudit(tx, {
    at: world.now(),
    actor: String(signedIn.person.id),
    action: CONTRACT_TERMS_TOLD,
    subject: { kind: 'authority', id: signedIn.authority.id },
    detail: { placements: of.placements, framework: of.framework, starts },
  });

type Told = Pick<ContractTerms, 'placements' | 'framework' | 'starts' | 'said' | 'by'>;
const isToldAs = (before: Told, now: Told): boolean =>
  before.placements === now.placements &&
  before.framework === now.framework &&
  before.starts === now.starts &&
  before.by === now.by &&
  sameAnswers(before.said, now.said);

/** Tells the terms of a contract from a day on. What was told before stays on record, and agreements keep what they were made with. */
export const tellContractTerms = (
  world: World,
  signedIn: SignedIn,
  {
    of,
    key,
    typed,
  }: {
    readonly of: ContractKey;
    readonly key: string;
    readonly typed: Readonly<Record<string, unknown>>;
  },
): Promise<{ readonly kind: 'terms-told' } | ContractRefusal> => {
  const doing = { world, signedIn };
  return writing(doing, async (tx) => {
    const today = londonDayOf(world.now());
    const permission = mayAttempt({ actor: signedIn.actor, action: 'keep-register', on: today });
    if (permission.kind === 'refused') return permission;
    const contract = (await contractsIn(tx, today)).find(
      ({ placements, framework }) => placements === of.placements && framework === of.framework,
    );
    if (contract === undefined)
      return refused('no-such-contract', 'There is no such framework or contract in the register.');
    const { answers, faults } = readAnswers(CONTRACT_TERMS_QUESTIONS, typed, today);
    if (faults.length > 0)
      return { ...refused('terms-wrong', 'Something that was typed is missing or wrong.'), faults };
    if (key === '') return refused('no-key', 'Open the form again: it was sent without its number.');
    const { starts, ...said } = answers;
    const from = day(textSaid(starts));
    const told = { ...of, starts: from, said, at: world.now(), by: signedIn.person.id, key };
    if (await addContractTerms(tx, told)) {
      await audited(tx, doing, of, from);
      return { kind: 'terms-told' };
    }
    const before = await findContractTermsByKey(tx, key);
    return before === undefined || isToldAs(before, told)
      ? { kind: 'terms-told' }
      : sentBefore(
          before.at,
          'Send it now, and it is recorded as other terms: of the same first day those hold that were recorded last.',
        );
  });
};
