import {
  type AttemptRefusal,
  type Day,
  dayInWords,
  londonDayOf,
  mayAttempt,
  type Refusal,
  refused,
} from '@rightplace/domain';
import { asTenantReading, type HeldSetting, listAudit, listDirectory, listSettings } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { changing, set } from './change-settings.ts';
import type { SettingChange } from './show-settings.ts';
import { countKept, findTimeSetting, TIME_SETTINGS, type TimeSetting, timeInWords } from './time-settings.ts';

export const TIME_SET = 'time-set';

export interface ShownTime {
  readonly setting: TimeSetting;
  readonly count: number;
  /** The day from which it holds; undefined while nobody has set it. */
  readonly since: Day | undefined;
  readonly toCome: readonly { readonly count: number; readonly from: Day }[];
}

export interface Times {
  readonly kind: 'times';
  readonly groups: readonly { readonly title: string; readonly times: readonly ShownTime[] }[];
}

export interface OneTime {
  readonly kind: 'time';
  readonly time: ShownTime;
  /** Who set it to what and when, newest first. */
  readonly history: readonly SettingChange[];
  readonly today: Day;
}

const shownOf = (setting: TimeSetting, held: readonly HeldSetting[], today: Day): ShownTime => {
  const own = held.filter(({ key, ends }) => key === setting.key && (ends === null || ends > today));
  const now = own.find(({ starts }) => starts <= today);
  const countOf = (value: unknown): number => countKept(setting, value) ?? setting.standard;
  return {
    setting,
    count: countOf(now?.value),
    since: now?.starts,
    toCome: own
      .filter(({ starts }) => starts > today)
      .map(({ value, starts }) => ({ count: countOf(value), from: starts })),
  };
};

type Reach = Pick<World, 'db' | 'now'>;

/** How long each step may take, process by process, and what is due for children: as it is, and as it will be. */
export const showTimes = async (
  world: Reach,
  { actor, authority }: SignedIn,
): Promise<Times | AttemptRefusal> => {
  const today = londonDayOf(world.now());
  const permission = mayAttempt({ actor, action: 'set-times', on: today });
  if (permission.kind === 'refused') return permission;
  return asTenantReading(world.db, { authorityId: authority.id }, async (tx) => {
    const held = await listSettings(tx);
    return {
      kind: 'times',
      groups: TIME_SETTINGS.map(({ title, settings }) => ({
        title,
        times: settings.map((setting) => shownOf(setting, held, today)),
      })),
    };
  });
};

const NO_SUCH = refused('no-such-setting', 'There is no such setting.');

/** One of them, with who has changed it. */
export const showTime = async (
  world: Reach,
  { actor, authority }: SignedIn,
  key: string,
): Promise<OneTime | AttemptRefusal | Refusal<'no-such-setting'>> => {
  const today = londonDayOf(world.now());
  const permission = mayAttempt({ actor, action: 'set-times', on: today });
  if (permission.kind === 'refused') return permission;
  const setting = findTimeSetting(key);
  if (setting === undefined) return NO_SUCH;
  return asTenantReading(world.db, { authorityId: authority.id }, async (tx) => {
    const names = new Map((await listDirectory(tx)).map(({ id, name }) => [String(id), name]));
    const changes = await listAudit(tx, { subject: { kind: 'setting', id: key } });
    return {
      kind: 'time',
      time: shownOf(setting, await listSettings(tx), today),
      history: changes.map(({ at, actor: by, detail }) => {
        const { value, starts } = detail as { readonly value: number; readonly starts: Day };
        const count = timeInWords({ unit: setting.unit, count: value });
        return {
          on: londonDayOf(at),
          by: names.get(by) ?? by,
          what: `set it to ${count} from ${dayInWords(starts)}`,
        };
      }),
      today,
    };
  });
};

export type TimeChanged =
  | { readonly kind: 'time-set'; readonly setting: TimeSetting; readonly count: number; readonly from: Day }
  | Refusal<'no-such-setting' | 'value-needed' | 'day-passed' | 'nothing-changes'>;

/** Sets how long something may take from a day on. Whatever was planned for later days gives way. */
export const changeTime = (
  world: Reach,
  signedIn: SignedIn,
  { key, typed, from }: { readonly key: string; readonly typed: string; readonly from: Day },
): Promise<TimeChanged | AttemptRefusal> =>
  changing(world, signedIn, {
    key,
    action: 'set-times',
    change: async (held): Promise<TimeChanged> => {
      const setting = findTimeSetting(key);
      if (setting === undefined) return NO_SUCH;
      const count = /^\d{1,4}$/.test(typed.trim()) ? Number(typed.trim()) : Number.NaN;
      const fault = setting.findFault(count);
      if (fault !== undefined) return refused('value-needed', fault.sentence);
      if (from < held.today)
        return refused(
          'day-passed',
          `A setting changes today, ${dayInWords(held.today)}, or on a later day.`,
        );
      const said = (await listSettings(held.tx)).filter((each) => each.key === key);
      const then = said.find(({ starts, ends }) => starts <= from && (ends === null || ends > from));
      const countThen = countKept(setting, then?.value) ?? setting.standard;
      if (countThen === count && !said.some(({ starts }) => starts > from))
        return refused(
          'nothing-changes',
          `It is ${timeInWords({ unit: setting.unit, count })} on that day already.`,
        );
      await set(
        held,
        { value: count, starts: from },
        { action: TIME_SET, detail: { value: count, starts: from } },
      );
      return { kind: 'time-set', setting, count, from };
    },
  });
