import {
  type Day,
  isHousehold,
  londonDayOf,
  PLACEMENT_TYPES,
  plainPostcode,
  type SettingInRegister,
  settingKindOf,
} from '@rightplace/domain';
import {
  appendAudit,
  changeCareSetting,
  type Register,
  readRegister,
  saveCareSetting,
} from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import {
  LONGEST_NAME,
  NO_SETTING,
  type RegisterFault,
  type RegisterRefusal,
  tidied,
  wrong,
} from './faults.ts';
import { writing } from './hold-place.ts';
import { mayKeep, settingToKeep } from './tell-of-setting.ts';

export const SETTING_SAVED = 'setting-saved';

/** What a setting is called and how it is told from others, as typed. */
export interface SettingToSave {
  /** Undefined for one that is new. */
  readonly id: number | undefined;
  readonly name: string;
  /** A code of PLACE. */
  readonly type: string;
  readonly urn: string;
  readonly postcode: string;
  readonly providerId: string;
}

/** The kinds of placement a new setting can be of: those that a home, a household or an agency is registered or approved for. */
export const SETTING_TYPES = ['U6', 'U3', 'K2', 'K1', 'K3', 'S1', 'R3', 'R1', 'A4', 'Z1'] as const;

const URN = /^[A-Z0-9]{4,12}$/;
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/;

interface SettingRead {
  readonly name: string;
  readonly type: string;
  readonly urn: string | null;
  readonly postcode: string | null;
  readonly providerId: number;
}

/** Reads what was typed, or says what is wrong: also for lines of a file. */
export const readSetting = (
  typed: SettingToSave,
  { providers, settings }: Register,
): SettingRead | readonly RegisterFault[] => {
  const [name, postcode] = [tidied(typed.name), tidied(typed.postcode).toUpperCase()];
  const urn = tidied(typed.urn).toUpperCase();
  const provider = providers.get(Number(typed.providerId));
  const others = [...settings.values()].filter(({ id }) => id !== typed.id);
  const kind = settingKindOf(typed.type, urn === '' ? null : urn);
  const faults: RegisterFault[] = [];
  if (name === '' || name.length > LONGEST_NAME)
    faults.push({ field: 'name', sentence: `Enter its name, in up to ${LONGEST_NAME} characters` });
  if (!Object.hasOwn(PLACEMENT_TYPES.codes, typed.type))
    faults.push({ field: 'type', sentence: 'Choose what kind of placement it is' });
  if (urn !== '' && !URN.test(urn))
    faults.push({ field: 'urn', sentence: 'Enter Ofsted’s number, such as SC012345 or 1234567' });
  const same = others.find((other) => urn !== '' && other.urn === urn);
  if (same !== undefined)
    faults.push({ field: 'urn', sentence: `${same.name} has this number in the register already` });
  if (postcode !== '' && !POSTCODE.test(postcode))
    faults.push({ field: 'postcode', sentence: 'Enter a full postcode, such as PE21 0AB' });
  if (isHousehold(kind) && postcode === '')
    faults.push({
      field: 'postcode',
      sentence: 'Enter the household’s postcode: their children are known by it',
    });
  const namesake = others.some(
    (other) =>
      other.urn === null &&
      urn === '' &&
      other.name.toLowerCase() === name.toLowerCase() &&
      plainPostcode(other.postcode ?? '') === plainPostcode(postcode),
  );
  if (namesake)
    faults.push({ field: 'name', sentence: 'It is in the register already, at the same postcode' });
  if (provider === undefined) faults.push({ field: 'provider', sentence: 'Choose whose it is' });
  return faults.length > 0 || provider === undefined
    ? faults
    : {
        name,
        type: typed.type,
        urn: urn === '' ? null : urn,
        postcode: postcode === '' ? null : postcode,
        providerId: provider.id,
      };
};

const isFaults = (read: SettingRead | readonly RegisterFault[]): read is readonly RegisterFault[] =>
  Array.isArray(read);

const HOUSEHOLDS_ONLY: RegisterFault = {
  field: 'type',
  sentence: 'Your role keeps foster carers’ households: choose foster care, and leave Ofsted’s number empty',
};

export interface SettingSaved {
  readonly kind: 'setting-saved';
  readonly id: number;
}

/** Adds a setting, or puts right what it is called and how it is known. Whether it is in-house follows from whose it is. */
export const saveSetting = (
  world: World,
  signedIn: SignedIn,
  typed: SettingToSave,
): Promise<SettingSaved | RegisterRefusal> => {
  const doing = { world, signedIn };
  return writing(doing, async (tx) => {
    const today: Day = londonDayOf(world.now());
    const before = typed.id === undefined ? undefined : await settingToKeep(tx, doing, typed.id);
    if (before?.kind === 'refused') return before;
    const register = await readRegister(tx);
    const type = tidied(typed.type);
    // Whoever keeps homes keeps households too.
    const permission = mayKeep(signedIn, { kind: 'foster-household' }, today);
    if (permission.kind === 'refused') return permission;
    const read = readSetting({ ...typed, type }, register);
    const kind = settingKindOf(type, tidied(typed.urn) === '' ? null : tidied(typed.urn));
    const isTheirs = mayKeep(signedIn, { kind }, today).kind === 'may';
    const faults = isFaults(read) ? read : isTheirs ? [] : [HOUSEHOLDS_ONLY];
    if (isFaults(read) || faults.length > 0) return wrong(faults);
    const row = {
      ...read,
      urn: read.urn ?? undefined,
      postcode: read.postcode ?? undefined,
      inHouse: register.providers.get(read.providerId)?.inHouse === true,
    };
    const id = typed.id ?? (await saveCareSetting(tx, row)).id;
    if (typed.id !== undefined && !(await changeCareSetting(tx, { id, ...row }))) return NO_SETTING;
    await appendAudit(tx, {
      at: world.now(),
      actor: String(signedIn.person.id),
      action: SETTING_SAVED,
      subject: { kind: 'setting', id: String(id) },
      detail: { ...row, before: before === undefined ? null : namesOf(before.setting) },
    });
    return { kind: 'setting-saved', id };
  });
};

const namesOf = ({ name, type, urn, postcode, providerId }: SettingInRegister) => ({
  name,
  type,
  urn,
  postcode,
  providerId,
});
