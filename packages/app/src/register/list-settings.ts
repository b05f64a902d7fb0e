import {
  ALL_TIERS,
  type AttemptRefusal,
  type Day,
  londonDayOf,
  plainPostcode,
  type SettingKind,
  type Sex,
  type Tier,
  whatStandsInTheWay,
} from '@rightplace/domain';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { loadRegisterNow, type RegisterNow, type SettingOnDay } from './register-on.ts';
import { isRefused, reading, type Sight, seen, sightOf } from './sight.ts';

/** Which settings somebody looks for. */
export interface SettingsAsked {
  /** Today where none is said. */
  readonly on: Day | undefined;
  /** Of a setting's, its provider's name, or its URN. */
  readonly text: string;
  readonly tier: Tier | undefined;
  /** Relatives and friends, who are approved for the children they know, are listed where they are asked for. */
  readonly kind: SettingKind | undefined;
  /** How its postcode begins: PE21, or LE. */
  readonly area: string;
  /** Only those with a vacancy that day. */
  readonly vacant: boolean;
  /** For a child of this age and sex: only those whose terms cover them. */
  readonly age: number | undefined;
  readonly sex: Sex | undefined;
  /** Those that are closed as well. */
  readonly closed: boolean;
}

export const ANY_SETTING: SettingsAsked = {
  on: undefined,
  text: '',
  tier: undefined,
  kind: undefined,
  area: '',
  vacant: false,
  age: undefined,
  sex: undefined,
  closed: false,
};

export interface SettingsFound {
  readonly kind: 'settings';
  readonly on: Day;
  readonly today: Day;
  /** In the order of tiers, and by name. */
  readonly lines: readonly SettingOnDay[];
  /** How many places they have vacant together. */
  readonly vacant: number;
}

const TERMS_ONLY: ReadonlySet<string> = new Set(['too-young', 'too-old', 'other-sex', 'no-terms']);

const isAskedFor = (line: SettingOnDay, asked: SettingsAsked, on: Day): boolean => {
  const { setting, provider, tier, vacancies } = line;
  const { text, area, kind, age, sex } = asked;
  const says = [setting.name, provider?.name ?? '', setting.urn ?? ''].join(' ').toLowerCase();
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const isOver = setting.standings.some(
    ({ state, starts, ends }) => state === 'closed' && starts <= on && (ends === null || on < ends),
  );
  return (
    words.every((word) => says.includes(word)) &&
    (asked.tier === undefined || tier === asked.tier) &&
    (kind === undefined ? setting.kind !== 'kinship-household' || words.length > 0 : setting.kind === kind) &&
    plainPostcode(setting.postcode ?? '').startsWith(plainPostcode(area)) &&
    (!asked.vacant || vacancies.vacant > 0) &&
    (asked.closed || !isOver) &&
    ((age === undefined && sex === undefined) ||
      !whatStandsInTheWay(setting, { on, age, sex }).some(({ name }) => TERMS_ONLY.has(name)))
  );
};

/** Made once: comparing by a language's name makes one for each two names. */
const BY_NAME = new Intl.Collator('en');

const inOrder = (a: SettingOnDay, b: SettingOnDay): number =>
  ALL_TIERS.indexOf(a.tier) - ALL_TIERS.indexOf(b.tier) ||
  BY_NAME.compare(a.setting.name, b.setting.name) ||
  a.setting.id - b.setting.id;

/** The settings that are asked for, as somebody sees them, in the transaction of whoever goes on with them. */
export const settingsFor = (
  { register, today, settingOn }: RegisterNow,
  asked: SettingsAsked,
  sight: Sight,
): SettingsFound => {
  const on = asked.on ?? today;
  const lines = [...register.settings.values()]
    .flatMap((setting) => seen(settingOn(setting, on), sight) ?? [])
    .filter((line) => isAskedFor(line, asked, on))
    .toSorted(inOrder);
  return {
    kind: 'settings',
    on,
    today,
    lines,
    vacant: lines.reduce((sum, { vacancies }) => sum + vacancies.vacant, 0),
  };
};

/** Homes, households and units with their vacancies on a day. */
export const listSettings = async (
  world: World,
  signedIn: SignedIn,
  asked: SettingsAsked = ANY_SETTING,
): Promise<SettingsFound | AttemptRefusal> => {
  const sight = sightOf(signedIn, londonDayOf(world.now()));
  if (isRefused(sight)) return sight;
  return reading(world, signedIn, async (tx) =>
    settingsFor(await loadRegisterNow(tx, { world, signedIn }), asked, sight),
  );
};
