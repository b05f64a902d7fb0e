import {
  type ChildId,
  type Day,
  isAgency,
  londonDayOf,
  type Moment,
  momentOfDay,
  type PlaceTaken,
  type PlannedMove,
  type ProviderInRegister,
  type SettingInRegister,
  standingOn,
  type Tier,
  tierOf,
  usualPlacementOn,
  type Vacancies,
  vacanciesOf,
  whoLivesAt,
} from '@rightplace/domain';
import { listFilled, listPlacesTaken, type Register, readRegister, type Tx } from '@rightplace/store';
import { settingFinder } from '../child/named-setting.ts';
import type { HeldLedger } from '../ledger/ledgers.ts';
import { beside, recall } from '../ledger/recall.ts';
import { plannedMoves } from '../search/planned-moves.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';

/** A setting as a search sees it on a day. */
export interface SettingOnDay {
  readonly setting: SettingInRegister;
  readonly provider: ProviderInRegister | undefined;
  readonly tier: Tier;
  readonly vacancies: Vacancies;
  /** What keeps its places from others at the time asked about. */
  readonly taken: readonly PlaceTaken[];
}

/** The register with what the record says of who lives where, to be asked of any day. */
export interface RegisterNow {
  readonly register: Register;
  readonly today: Day;
  readonly now: Moment;
  /** With `besides`, as it is for that search: the move that it plans itself is not in its way. */
  readonly settingOn: (setting: SettingInRegister, on: Day, besides?: number) => SettingOnDay;
  /** The children who live in a setting on a day, or are about to. */
  readonly livesIn: (setting: SettingInRegister, on: Day) => ReadonlySet<string>;
  /** Moves that other searches than one plan into a setting. */
  readonly plannedInto: (settingId: number, besides?: number) => readonly PlannedMove[];
}

/** The children of each setting on a day, by its number. A placement whose setting cannot be told is in none. */
const livingOn = (
  { ledger }: HeldLedger,
  find: (placement: Parameters<ReturnType<typeof settingFinder>>[0]) => SettingInRegister | undefined,
  on: Day,
): ReadonlyMap<number, readonly ChildId[]> => {
  const living = new Map<number, ChildId[]>();
  for (const { id, placements } of ledger.children) {
    const home = usualPlacementOn(placements, on);
    const setting = home && find(home);
    if (setting !== undefined) living.set(setting.id, [...(living.get(setting.id) ?? []), id]);
  }
  return living;
};

/** What follows from a register and a ledger of each day, for as long as both are as they were. */
const livingKept = new WeakMap<Register, WeakMap<HeldLedger, Map<Day, ReturnType<typeof livingOn>>>>();
const MOST_DAYS = 40;

const livingIn = (register: Register, held: HeldLedger, on: Day): ReturnType<typeof livingOn> => {
  const ofRegister = beside(livingKept, register, () => new WeakMap());
  return recall(
    beside(ofRegister, held, () => new Map()),
    on,
    MOST_DAYS,
    () => {
      // No child lives at an agency's address: placements through it are with its carers.
      const homes = [...register.settings.values()].filter(
        (home) => !isAgency(home.kind) && standingOn(home, on)?.state !== 'closed',
      );
      return livingOn(held, settingFinder(homes), on);
    },
  );
};

/**
 * Everything about places, read once, in the transaction of whoever decides on it: what takes places is read before the record,
 * so that a child who moves in meanwhile is counted twice rather than not at all.
 */
export const loadRegisterNow = async (
  tx: Tx,
  { world, signedIn }: { readonly world: Pick<World, 'now' | 'ledgers'>; readonly signedIn: SignedIn },
  settingId?: number,
): Promise<RegisterNow> => {
  const now = world.now();
  const today = londonDayOf(now);
  const register = await readRegister(tx);
  const taken = await listPlacesTaken(tx, {
    endsAfter: now,
    ...(settingId === undefined ? {} : { settingId }),
  });
  const filled = await listFilled(tx);
  const planned = await plannedMoves(tx);
  const plannedInto: RegisterNow['plannedInto'] = (id, besides) =>
    (planned.get(id) ?? []).filter(({ caseId }) => caseId !== besides);
  const held = await world.ledgers.load(tx, signedIn.authority.id);
  const placedSince = (child: string, from: Day): boolean =>
    held.childById.get(child as ChildId)?.placements.some(({ starts }) => starts >= from) === true;
  const takenIn = Map.groupBy(taken, (one) => one.settingId);
  const livesIn: RegisterNow['livesIn'] = (setting, on) => {
    const recorded = livingIn(register, held, on).get(setting.id) ?? [];
    return whoLivesAt(setting.id, { recorded, filled, on, placedSince });
  };
  return {
    register,
    today,
    now,
    plannedInto,
    livesIn,
    settingOn: (setting, on, besides) => {
      const provider = setting.providerId === null ? undefined : register.providers.get(setting.providerId);
      const at = momentOfDay(on, { today, now });
      const here = takenIn.get(setting.id) ?? [];
      const children = livesIn(setting, on).size;
      return {
        setting,
        provider,
        tier: tierOf(setting, provider, on),
        vacancies: vacanciesOf(setting, {
          on,
          at,
          children,
          taken: here,
          planned: plannedInto(setting.id, besides),
        }),
        taken: here,
      };
    },
  };
};
