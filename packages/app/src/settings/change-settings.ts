import {
  type Action,
  type AttemptRefusal,
  type Day,
  dayInWords,
  londonDayOf,
  type Moment,
  mayAttempt,
  type Refusal,
  refused,
} from '@rightplace/domain';
import { appendAudit, asTenant, holdSetting, listSettings, setSetting, type Tx } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { HOURS, LOCAL_SETTINGS } from './catalogue.ts';
import { SETTING_CHANGED } from './show-settings.ts';

export interface Changing {
  readonly world: Pick<World, 'now'>;
  readonly tx: Tx;
  readonly now: Moment;
  readonly today: Day;
  readonly key: string;
  readonly personId: number;
}

/** One change of one setting by whoever may: allowed, decided, made and recorded in one transaction. */
export const changing = async <Result>(
  world: Pick<World, 'db' | 'now'>,
  { actor, authority, person }: SignedIn,
  {
    key,
    change,
    action = 'manage-settings',
  }: {
    readonly key: string;
    readonly change: (asked: Changing) => Promise<Result>;
    readonly action?: Action;
  },
): Promise<Result | AttemptRefusal> => {
  const now = world.now();
  const today = londonDayOf(now);
  const permission = mayAttempt({ actor, action, on: today });
  if (permission.kind === 'refused') return permission;
  return asTenant(world.db, { authorityId: authority.id, personId: person.id }, async (tx) => {
    await holdSetting(tx, key);
    return change({ world, tx, now, today, key, personId: person.id });
  });
};

/** Keeps the value, and in the audit who set it. */
export const set = async (
  { world, tx, now, key, personId }: Changing,
  { value, starts }: { readonly value: unknown; readonly starts: Day },
  audited: { readonly action: string; readonly detail: unknown },
): Promise<void> => {
  await setSetting(tx, { key, value, starts, clock: world.now, byPerson: personId });
  await appendAudit(tx, {
    at: now,
    actor: String(personId),
    ...audited,
    subject: { kind: 'setting', id: key },
  });
};

export type SettingChanged =
  | { readonly kind: 'setting-changed'; readonly value: boolean | string; readonly from: Day }
  | Refusal<'no-such-setting' | 'value-needed' | 'day-passed' | 'nothing-changes'>;

/** What was chosen of a setting; undefined when it is not one of its choices. */
const chosenOf = (kind: string, value: string): boolean | string | undefined =>
  kind === 'hour' ? HOURS.find((hour) => hour === value) : { yes: true, no: false }[value];

/** Sets a yes or no, or an hour, from a day on. Whatever was planned for later days gives way. */
export const changeSetting = (
  world: Pick<World, 'db' | 'now'>,
  signedIn: SignedIn,
  asked: { readonly key: string; readonly value: string; readonly from: Day },
): Promise<SettingChanged | AttemptRefusal> =>
  changing(world, signedIn, {
    key: asked.key,
    change: async (held): Promise<SettingChanged> => {
      const { key, from } = asked;
      const setting = LOCAL_SETTINGS.find(
        (each) => each.key === key && (each.kind === 'yes-no' || each.kind === 'hour'),
      );
      if (setting === undefined) return refused('no-such-setting', 'There is no such setting.');
      const value = chosenOf(setting.kind, asked.value);
      if (value === undefined)
        return refused('value-needed', setting.kind === 'hour' ? 'Choose an hour.' : 'Choose yes or no.');
      if (from < held.today)
        return refused(
          'day-passed',
          `A setting changes today, ${dayInWords(held.today)}, or on a later day.`,
        );
      const said = (await listSettings(held.tx)).filter((each) => each.key === key);
      const then = said.find(({ starts, ends }) => starts <= from && (ends === null || ends > from));
      const valueThen = then === undefined ? setting.standard : setting.parse(then.value);
      if (valueThen === value && !said.some(({ starts }) => starts > from))
        return refused('nothing-changes', `It is ${asked.value} on that day already.`);
      await set(held, { value, starts: from }, { action: SETTING_CHANGED, detail: { value, starts: from } });
      return { kind: 'setting-changed', value, from };
    },
  });
