import {
  addBankHoliday,
  addBankHolidayYear,
  changeSetting,
  removeBankHoliday,
  showSettings,
  type World,
} from '@rightplace/app';
import { type BankHoliday, dayInWords, parseDay } from '@rightplace/domain';
import type { FieldError } from '../../kit/index.ts';
import { type Answer, notFound, redirect } from '../../server/answer.ts';
import { type Route, route } from '../../server/route.ts';
import type { Visit } from '../../server/visit.ts';
import { dayOfParts, dayTyped } from '../day-fields.ts';
import { staffPaths } from '../paths.ts';
import { fieldsOf, settingPage } from './setting-page.ts';
import { settingsPage } from './settings-page.ts';

interface Again {
  readonly key: string;
  readonly typed?: URLSearchParams;
  readonly problems?: readonly FieldError[];
}

/** The page of one setting, again where something was wrong with what was typed. */
const show = async (
  { signedIn, csrf, today }: Pick<Visit, 'signedIn' | 'csrf' | 'today'>,
  world: World,
  { key, ...again }: Again,
): Promise<Answer> => {
  const found = await showSettings(world, signedIn);
  if (found.kind === 'refused') return found;
  const shown = found.settings.find(({ setting }) => setting.key === key);
  return shown === undefined ? notFound : settingPage({ ...again, csrf, today }, shown);
};

const change = async (visit: Visit<{ readonly key: string }>, world: World): Promise<Answer> => {
  const { form, params, signedIn } = visit;
  const prefix = fieldsOf(params.key);
  const again = (field: string, text: string): Promise<Answer> =>
    show(visit, world, { key: params.key, typed: form, problems: [{ field: `${prefix}-${field}`, text }] });
  const from = dayTyped(form, `${prefix}-from`);
  if (from === undefined) return again('from-day', 'Enter a real day, such as 1 4 2027.');
  const value = form.get(`${prefix}-value`) ?? '';
  const answer = await changeSetting(world, signedIn, { key: params.key, value, from });
  if (answer.kind === 'setting-changed')
    return redirect(staffPaths.setting({ key: params.key }), {
      notice: `Saved: ${typeof answer.value === 'string' ? answer.value : answer.value ? 'yes' : 'no'} from ${dayInWords(answer.from)}.`,
    });
  if (answer.name === 'no-such-setting') return notFound;
  if (answer.name === 'day-passed') return again('from-day', answer.sentence);
  if (answer.name === 'value-needed' || answer.name === 'nothing-changes')
    return again('value', answer.sentence);
  return answer;
};

const ADDED = 'bank-holidays.added';
const BANK_HOLIDAYS = fieldsOf(ADDED);

const addHoliday = async (visit: Visit, world: World): Promise<Answer> => {
  const { form, signedIn } = visit;
  const again = (field: string, text: string): Promise<Answer> =>
    show(visit, world, { key: ADDED, typed: form, problems: [{ field: `${BANK_HOLIDAYS}-${field}`, text }] });
  const day = dayTyped(form, BANK_HOLIDAYS);
  if (day === undefined) return again('day', 'Enter a real day, such as 8 5 2028.');
  const answer = await addBankHoliday(world, signedIn, {
    day,
    name: form.get(`${BANK_HOLIDAYS}-name`) ?? '',
  });
  if (answer.kind === 'bank-holiday-added')
    return redirect(staffPaths.setting({ key: ADDED }), {
      notice: `${dayInWords(day)} is now a bank holiday.`,
    });
  if (answer.name === 'name-needed') return again('name', answer.sentence);
  if (answer.name === 'year-not-held' || answer.name === 'is-one-already')
    return again('day', answer.sentence);
  return answer;
};

const removeHoliday = async (visit: Visit, world: World): Promise<Answer> => {
  const day = parseDay(visit.form.get('day') ?? '');
  const answer = await removeBankHoliday(world, visit.signedIn, { day });
  if (answer.kind === 'bank-holiday-removed')
    return redirect(staffPaths.setting({ key: ADDED }), {
      notice: `${dayInWords(answer.day)} is no longer a bank holiday.`,
    });
  // Somebody else has taken it away meanwhile, or the day was never in the list.
  return answer.name === 'not-added'
    ? redirect(staffPaths.setting({ key: ADDED }), { notice: answer.sentence })
    : answer;
};

/** A holiday on a line, as `1/1/2031 New Year’s Day`. */
const holidayTyped = (line: string): BankHoliday | undefined => {
  const [, dayOfMonth = '', month = '', year = '', name = ''] =
    /^\s*(\d{1,2})[/ .-](\d{1,2})[/ .-](\d{4})(?:\s+(.*))?$/.exec(line) ?? [];
  const day = dayOfParts([year, month, dayOfMonth]);
  return day === undefined ? undefined : { day, name };
};

const YEARS = 'bank-holidays.years';
const YEARS_FIELD = `${fieldsOf(YEARS)}-days`;

const addYear = async (visit: Visit, world: World): Promise<Answer> => {
  const again = (text: string): Promise<Answer> =>
    show(visit, world, { key: YEARS, typed: visit.form, problems: [{ field: YEARS_FIELD, text }] });
  const lines = (visit.form.get(YEARS_FIELD) ?? '').split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  const holidays = lines.map(holidayTyped);
  const wrong = lines[holidays.indexOf(undefined)];
  if (wrong !== undefined)
    return again(`This line does not begin with a real day: ${wrong.trim().slice(0, 60)}`);
  const answer = await addBankHolidayYear(world, visit.signedIn, {
    holidays: holidays.filter((each) => each !== undefined),
  });
  if (answer.kind === 'bank-holiday-year-added')
    return redirect(staffPaths.setting({ key: YEARS }), {
      notice: `The bank holidays of ${answer.year} are added.`,
    });
  if (answer.name === 'not-a-whole-year' || answer.name === 'not-the-next-year')
    return again(answer.sentence);
  return answer;
};

/** What the authority decides for itself: for administrators. */
export const settingsRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: staffPaths.settings,
    action: 'manage-settings',
    audit: 'nothing',
    handler: async ({ signedIn }, world) => {
      const found = await showSettings(world, signedIn);
      return found.kind === 'refused' ? found : settingsPage(found);
    },
  }),
  route({
    method: 'GET',
    path: staffPaths.setting,
    action: 'manage-settings',
    audit: 'nothing',
    example: { key: 'placements.same-carer-move-counts' },
    handler: (visit: Visit<{ readonly key: string }>, world) => show(visit, world, visit.params),
  }),
  route({
    method: 'POST',
    path: staffPaths.addBankHoliday,
    action: 'manage-settings',
    audit: 'bank-holiday-added',
    handler: addHoliday,
  }),
  route({
    method: 'POST',
    path: staffPaths.removeBankHoliday,
    action: 'manage-settings',
    audit: 'bank-holiday-removed',
    handler: removeHoliday,
  }),
  route({
    method: 'POST',
    path: staffPaths.addBankHolidayYear,
    action: 'manage-settings',
    audit: 'bank-holiday-year-added',
    handler: addYear,
  }),
  route({
    method: 'POST',
    path: staffPaths.changeSetting,
    action: 'manage-settings',
    audit: 'setting-changed',
    example: { key: 'placements.same-carer-move-counts' },
    handler: change,
  }),
];
