import {
  addDays,
  type Day,
  isHousehold,
  londonDayOf,
  mayAttempt,
  type Period,
  type SettingInRegister,
} from '@rightplace/domain';
import { appendAudit, type Register, readRegister, type Tx, tellOfRegister } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { NO_SETTING, type RegisterFault, type RegisterRefusal, wrong } from './faults.ts';
import { writing } from './hold-place.ts';
import { readFact, type Said, type SettingFactKind } from './read-fact.ts';

export const SETTING_TOLD = 'setting-told';

/** What was typed of a setting, and for which days. */
export interface ToldOfSetting {
  readonly settingId: number;
  readonly fact: SettingFactKind;
  readonly said: Said;
  readonly from: Day | undefined;
  /** The last day for which it holds; until further notice where none is said. */
  readonly lastDay: Day | undefined;
  /** Whether a last day was typed that is none. */
  readonly lastDayWrong?: boolean;
}

/** Carers' households are kept by those who work with carers; all else by the placements team. */
export const mayKeep = (
  { actor }: Pick<SignedIn, 'actor'>,
  { kind }: Pick<SettingInRegister, 'kind'>,
  on: Day,
) => mayAttempt({ actor, action: isHousehold(kind) ? 'keep-carers' : 'keep-register', on });

/** A setting that somebody may keep. One that they do not see is as if it were not there. */
export const settingToKeep = async (
  tx: Tx,
  { world, signedIn }: { readonly world: World; readonly signedIn: SignedIn },
  id: number,
): Promise<
  | {
      readonly kind: 'keeps';
      readonly setting: SettingInRegister;
      readonly register: Register;
      readonly today: Day;
    }
  | RegisterRefusal
> => {
  const today = londonDayOf(world.now());
  const register = await readRegister(tx);
  const setting = register.settings.get(id);
  const sees = mayAttempt({ actor: signedIn.actor, action: 'see-carers', on: today }).kind === 'may';
  if (setting === undefined || (isHousehold(setting.kind) && !sees)) return NO_SETTING;
  const permission = mayKeep(signedIn, setting, today);
  return permission.kind === 'refused' ? permission : { kind: 'keeps', setting, register, today };
};

/** What was published or decided is past; terms and fees may be agreed before they begin. */
const PAST_ONLY: ReadonlySet<SettingFactKind> = new Set(['judgement']);

export const faultsOfDays = (
  { from, lastDay, lastDayWrong }: Pick<ToldOfSetting, 'from' | 'lastDay' | 'lastDayWrong'>,
  { today, pastOnly }: { readonly today: Day; readonly pastOnly: boolean },
): readonly RegisterFault[] => [
  ...(from === undefined
    ? [{ field: 'from-day', sentence: 'Enter the first day for which it holds' }]
    : pastOnly && from > today
      ? [{ field: 'from-day', sentence: 'Enter the day on which it was published: today or before' }]
      : []),
  ...(lastDayWrong === true
    ? [{ field: 'last-day', sentence: 'Enter a real last day, or leave it empty' }]
    : from !== undefined && lastDay !== undefined && lastDay < from
      ? [{ field: 'last-day', sentence: 'The last day must not be before the first' }]
      : []),
];

const historyOf = (setting: SettingInRegister, fact: SettingFactKind): readonly Period[] =>
  ({
    standing: setting.standings,
    terms: setting.terms,
    judgement: setting.judgements,
    exemption: setting.exemptions,
    fee: setting.fees,
  })[fact];

/** What has no last day holds until the next that was told, so that an older judgement typed late leaves the newer alone. */
export const nextAfter = (from: Day, history: readonly Period[]): Day | null =>
  history
    .map(({ starts }) => starts)
    .toSorted()
    .find((starts) => starts > from) ?? null;

/** Records something of a setting for its days. What was believed of those days before is kept, and can be looked up. */
export const tellOfSetting = (
  world: World,
  signedIn: SignedIn,
  told: ToldOfSetting,
): Promise<{ readonly kind: 'setting-told'; readonly setting: SettingInRegister } | RegisterRefusal> => {
  const doing = { world, signedIn };
  return writing(doing, async (tx) => {
    const found = await settingToKeep(tx, doing, told.settingId);
    if (found.kind === 'refused') return found;
    const { setting, today } = found;
    const read = readFact(told.fact, told.said, setting.kind);
    const faults = [
      ...('faults' in read ? read.faults : []),
      ...faultsOfDays(told, { today, pastOnly: PAST_ONLY.has(told.fact) }),
    ];
    if (faults.length > 0 || 'faults' in read || told.from === undefined) return wrong(faults);
    const ends =
      told.lastDay === undefined
        ? nextAfter(told.from, historyOf(setting, told.fact))
        : addDays(told.lastDay, 1);
    await tellOfRegister(
      tx,
      { of: { settingId: setting.id }, kind: told.fact, value: read.value, starts: told.from, ends },
      { clock: world.now, byPerson: signedIn.person.id },
    );
    await appendAudit(tx, {
      at: world.now(),
      actor: String(signedIn.person.id),
      action: SETTING_TOLD,
      subject: { kind: 'setting', id: String(setting.id) },
      detail: { fact: told.fact, value: read.value, from: told.from, ends },
    });
    return { kind: 'setting-told', setting };
  });
};
