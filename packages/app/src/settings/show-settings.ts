import {
  type AttemptRefusal,
  type BankHoliday,
  type Day,
  dayInWords,
  londonDayOf,
  mayAttempt,
} from '@rightplace/domain';
import {
  type AuditRecord,
  asTenantReading,
  type HeldSetting,
  listAudit,
  listDirectory,
  listSettings,
} from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { BANK_HOLIDAYS_ADDED, LOCAL_SETTINGS, type LocalSetting } from './catalogue.ts';

type Value = boolean | string | readonly BankHoliday[];

export interface ShownSetting {
  readonly setting: LocalSetting<Value>;
  readonly value: Value;
  /** The day it began to hold. Undefined: nobody set it, and it is as the product has it. */
  readonly since: Day | undefined;
  /** Values that are to hold from later days. */
  readonly toCome: readonly { readonly value: Value; readonly from: Day }[];
  /** Who changed what and when, newest first. */
  readonly history: readonly SettingChange[];
}

export interface SettingChange {
  readonly on: Day;
  readonly by: string;
  readonly what: string;
}

export type Settings = { readonly kind: 'settings'; readonly settings: readonly ShownSetting[] };

export const SETTING_CHANGED = 'setting-changed';
export const BANK_HOLIDAY_ADDED = 'bank-holiday-added';
export const BANK_HOLIDAY_REMOVED = 'bank-holiday-removed';
export const BANK_HOLIDAY_YEAR_ADDED = 'bank-holiday-year-added';

/** The local settings, with what they are, will be and were. For administrators. */
export const showSettings = async (
  world: Pick<World, 'db' | 'now'>,
  { actor, authority }: SignedIn,
): Promise<Settings | AttemptRefusal> => {
  const today = londonDayOf(world.now());
  const permission = mayAttempt({ actor, action: 'manage-settings', on: today });
  if (permission.kind === 'refused') return permission;
  return asTenantReading(world.db, { authorityId: authority.id }, async (tx) => {
    const held = await listSettings(tx);
    const names = new Map((await listDirectory(tx)).map(({ id, name }) => [String(id), name]));
    const settings: ShownSetting[] = [];
    for (const setting of LOCAL_SETTINGS) {
      const changes = await listAudit(tx, { subject: { kind: 'setting', id: setting.key } });
      settings.push({
        ...valuesOf(setting, held, today),
        history: changes.map((entry) => ({
          on: londonDayOf(entry.at),
          by: names.get(entry.actor) ?? entry.actor,
          what: changeInWords(entry),
        })),
      });
    }
    return { kind: 'settings', settings };
  });
};

const valuesOf = (setting: LocalSetting<Value>, held: readonly HeldSetting[], today: Day) => {
  const own = held.filter(({ key, ends }) => key === setting.key && (ends === null || ends > today));
  const current = own.find(({ starts }) => starts <= today);
  return {
    setting,
    value: current === undefined ? setting.standard : setting.parse(current.value),
    since: current?.starts,
    toCome: own
      .filter(({ starts }) => starts > today)
      .map(({ value, starts }) => ({ value: setting.parse(value), from: starts })),
  };
};

/** What an entry of the audit said was done. Days were written by the use cases beside this one. */
const changeInWords = ({ action, detail }: AuditRecord): string => {
  if (action === BANK_HOLIDAY_ADDED || action === BANK_HOLIDAY_REMOVED) {
    const did = action === BANK_HOLIDAY_ADDED ? 'added' : 'took away';
    const [one] = BANK_HOLIDAYS_ADDED.parse([detail]);
    return one === undefined ? `${did} a bank holiday` : `${did} ${dayInWords(one.day)}, ${one.name}`;
  }
  if (action === BANK_HOLIDAY_YEAR_ADDED)
    return `added the bank holidays of ${(detail as { readonly year: number }).year}`;
  const { value, starts } = detail as { readonly value: boolean | string; readonly starts: Day };
  return `set it to ${typeof value === 'string' ? value : value ? 'yes' : 'no'} from ${dayInWords(starts)}`;
};
