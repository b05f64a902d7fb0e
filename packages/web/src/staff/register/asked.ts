import { ANY_SETTING, type SettingsAsked } from '@rightplace/app';
import { SETTING_KINDS, type SettingKind, type Sex, TIERS, type Tier } from '@rightplace/domain';
import { dayTyped } from '../day-fields.ts';

const isTier = (text: string): text is Tier => Object.hasOwn(TIERS, text);
const isKind = (text: string): text is SettingKind => Object.hasOwn(SETTING_KINDS, text);
const isSex = (text: string): text is Sex => text === 'F' || text === 'M';

/** What is asked for in an address. What makes no sense is as if it were not asked, and the form shows it again. */
export const askedFrom = (query: URLSearchParams): SettingsAsked => {
  const text = (name: string): string => (query.get(name) ?? '').trim();
  const [tier, kind, sex, age] = [text('tier'), text('kind'), text('sex'), text('age')];
  return {
    ...ANY_SETTING,
    on: dayTyped(query, 'on'),
    text: text('q'),
    tier: isTier(tier) ? tier : undefined,
    kind: isKind(kind) ? kind : undefined,
    area: text('area'),
    vacant: text('vacant') === 'yes',
    age: /^\d{1,2}$/.test(age) ? Number(age) : undefined,
    sex: isSex(sex) ? sex : undefined,
    closed: text('closed') === 'yes',
  };
};

const NAMES = [
  'q',
  'tier',
  'kind',
  'area',
  'vacant',
  'age',
  'sex',
  'closed',
  'on-day',
  'on-month',
  'on-year',
];

/** The same asking, to be carried on to another page of the list or to its file. */
export const askedQuery = (query: URLSearchParams, page?: number): Record<string, string> => ({
  ...Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = query.get(name) ?? '';
      return value === '' ? [] : [[name, value] as const];
    }),
  ),
  ...(page === undefined || page === 1 ? {} : { page: String(page) }),
});

/** What in the address could not be understood, beside its field. */
export const askedProblems = (query: URLSearchParams): readonly { field: string; text: string }[] => {
  const typedDay = ['on-day', 'on-month', 'on-year'].some((name) => (query.get(name) ?? '').trim() !== '');
  const age = (query.get('age') ?? '').trim();
  return [
    ...(typedDay && dayTyped(query, 'on') === undefined
      ? [{ field: 'on-day', text: 'Enter a real day, or leave all three empty for today' }]
      : []),
    ...(age !== '' && !/^\d{1,2}$/.test(age)
      ? [{ field: 'age', text: 'Enter an age in whole years, such as 12' }]
      : []),
  ];
};
