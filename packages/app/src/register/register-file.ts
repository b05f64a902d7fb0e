import {
  type AttemptRefusal,
  type Day,
  dayInWords,
  feeOn,
  formatMoney,
  judgementOn,
  SETTING_JUDGEMENTS,
  SETTING_KINDS,
  STANDINGS,
  standingOn,
  TIERS,
  termsOn,
} from '@rightplace/domain';
import { neutraliseFormula } from '@rightplace/ssda903';
import { appendAudit, asTenant } from '@rightplace/store';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { listSettings, type SettingsAsked } from './list-settings.ts';
import type { SettingOnDay } from './register-on.ts';
import { isRefused, sightOf } from './sight.ts';

export const REGISTER_DOWNLOADED = 'register-downloaded';

type Column = readonly [title: string, of: (line: SettingOnDay, on: Day) => string | number | undefined];

const COLUMNS: readonly Column[] = [
  ['Name', ({ setting }) => setting.name],
  ['Kind', ({ setting }) => SETTING_KINDS[setting.kind]],
  ['Placement code', ({ setting }) => setting.type],
  ['URN', ({ setting }) => setting.urn ?? undefined],
  ['Postcode', ({ setting }) => setting.postcode ?? undefined],
  ['Provider', ({ provider }) => provider?.name],
  ['Provider code', ({ provider }) => provider?.sector],
  ['Tier', ({ tier }) => TIERS[tier]],
  ['Standing', ({ setting }, on) => standsOn(setting, on)],
  ['Youngest age', ({ setting }, on) => termsOn(setting, on)?.agesFrom],
  ['Oldest age', ({ setting }, on) => termsOn(setting, on)?.agesTo],
  ['Sexes', ({ setting }, on) => termsOn(setting, on)?.sexes],
  ['Ofsted judgement', ({ setting }, on) => judgedOn(setting, on)],
  ['Judgement published', ({ setting }, on) => judgementOn(setting, on)?.starts],
  ['Places', ({ vacancies }) => vacancies.places],
  ['Children there', ({ vacancies }) => vacancies.children],
  ['Held', ({ vacancies }) => vacancies.held],
  ['Moves planned', ({ vacancies }) => vacancies.planned],
  ['Blocked', ({ vacancies }) => vacancies.blocked],
  ['Vacant', ({ vacancies }) => vacancies.vacant],
];
const FEE: Column = [
  'Weekly fee',
  ({ setting }, on) => {
    const fee = feeOn(setting, on);
    return fee === undefined ? undefined : formatMoney(fee.weekly);
  },
];

const standsOn = (setting: SettingOnDay['setting'], on: Day): string | undefined => {
  const standing = standingOn(setting, on);
  return standing === undefined ? undefined : STANDINGS[standing.state];
};
const judgedOn = (setting: SettingOnDay['setting'], on: Day): string | undefined => {
  const judgement = judgementOn(setting, on);
  return judgement === undefined ? undefined : SETTING_JUDGEMENTS[judgement.outcome];
};

/** As it stands in a file that a spreadsheet opens: nothing in it is run. */
const cell = (value: string | number | undefined): string => {
  const text = typeof value === 'number' ? String(value) : neutraliseFormula(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export interface RegisterFile {
  readonly kind: 'file';
  readonly name: string;
  readonly text: string;
}

/** The homes of a list as a CSV file: what whoever takes it out sees of them, and no more. */
export const downloadRegister = async (
  world: World,
  signedIn: SignedIn,
  asked: SettingsAsked,
): Promise<RegisterFile | AttemptRefusal> => {
  const found = await listSettings(world, signedIn, asked);
  if (found.kind === 'refused') return found;
  const sight = sightOf(signedIn, found.today);
  if (isRefused(sight)) return sight;
  const columns = sight.fees ? [...COLUMNS, FEE] : COLUMNS;
  const rows = found.lines.map((line) => columns.map(([, of]) => cell(of(line, found.on))));
  await asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, (tx) =>
    appendAudit(tx, {
      at: world.now(),
      actor: String(signedIn.person.id),
      action: REGISTER_DOWNLOADED,
      subject: { kind: 'authority', id: signedIn.authority.id },
      detail: { homes: rows.length, on: found.on },
    }),
  );
  return {
    kind: 'file',
    name: `Homes and vacancies ${dayInWords(found.on)}.csv`,
    text: `\uFEFF${[columns.map(([title]) => title), ...rows].map((cells) => `${cells.join(',')}\r\n`).join('')}`,
  };
};
