import { type BankHoliday, DEFAULT_PLACEMENT_COUNTING, parseDay, USUAL_MAIL_HOURS } from '@rightplace/domain';
import { PANEL_SETTINGS } from './panel-settings.ts';

/** Something an authority decides for itself. Statute is not here: nobody can set it. */
export interface LocalSetting<Value> {
  readonly key: string;
  readonly title: string;
  readonly meaning: string;
  readonly kind: 'yes-no' | 'hour' | 'bank-holidays' | 'bank-holiday-years';
  /** What holds until the authority says otherwise. */
  readonly standard: Value;
  /** From what is kept. What cannot be read is as if nothing had been set. */
  readonly parse: (kept: unknown) => Value;
}

export const SAME_CARER_MOVE_COUNTS: LocalSetting<boolean> = {
  key: 'placements.same-carer-move-counts',
  title: 'A move with the same carer counts as another placement',
  meaning:
    'A child whose carer moves house stays with the same people (reason for new episode T or U). The Department does not ' +
    'count that as another placement in the stability measures. Say yes if your authority does.',
  kind: 'yes-no',
  standard: DEFAULT_PLACEMENT_COUNTING.sameCarerMoveCounts,
  parse: (kept) => (typeof kept === 'boolean' ? kept : DEFAULT_PLACEMENT_COUNTING.sameCarerMoveCounts),
};

const bankHolidayOf = (kept: unknown): readonly BankHoliday[] => {
  if (typeof kept !== 'object' || kept === null || !('day' in kept) || !('name' in kept)) return [];
  const on = typeof kept.day === 'string' ? parseDay(kept.day) : undefined;
  return on === undefined || typeof kept.name !== 'string' ? [] : [{ day: on, name: kept.name }];
};

export const BANK_HOLIDAYS_ADDED: LocalSetting<readonly BankHoliday[]> = {
  key: 'bank-holidays.added',
  title: 'Bank holidays proclaimed since',
  meaning:
    'Working days are counted by the bank holidays of England. A holiday that is proclaimed once, for a coronation or a ' +
    'jubilee, is added here, and can be taken away again.',
  kind: 'bank-holidays',
  standard: [],
  parse: (kept) => (Array.isArray(kept) ? kept.flatMap(bankHolidayOf) : []),
};

export const BANK_HOLIDAY_YEARS: LocalSetting<readonly BankHoliday[]> = {
  key: 'bank-holidays.years',
  title: 'Bank holidays of further years',
  meaning:
    'The bank holidays of England come with Rightplace to 2030. Working days in a later year can be counted once all of that ' +
    'year’s bank holidays are added here, one year after another.',
  kind: 'bank-holiday-years',
  standard: [],
  parse: BANK_HOLIDAYS_ADDED.parse,
};

export const CLOCKS_KEPT: LocalSetting<boolean> = {
  key: 'clocks.kept',
  title: 'What is due for each child is kept here',
  meaning:
    'The law and practice give so many days for a care plan, a placement plan and much else. Say yes if people record here ' +
    'that these were done. They are measured for what begins from that day on, and for nothing that began before: nobody ' +
    'could have recorded it.',
  kind: 'yes-no',
  standard: false,
  parse: (kept) => kept === true,
};

export const VISITS_KEPT: LocalSetting<boolean> = {
  key: 'clocks.visits',
  title: 'Visits to children and reviews of their cases are kept with what is due',
  meaning:
    'Say yes if people record here that a child was visited and that a case was reviewed. They are measured for placements and care ' +
    'that begin from that day on, and only while what is due is kept here at all.',
  kind: 'yes-no',
  standard: false,
  parse: (kept) => kept === true,
};

/** "07:00". */
export const HOURS: readonly string[] = Array.from(
  { length: 24 },
  (_, hour) => `${String(hour).padStart(2, '0')}:00`,
);

const hour = (said: Pick<LocalSetting<string>, 'key' | 'title' | 'meaning' | 'standard'>) => ({
  ...said,
  kind: 'hour' as const,
  parse: (kept: unknown): string => (typeof kept === 'string' && HOURS.includes(kept) ? kept : said.standard),
});

export const MAIL_FROM = hour({
  key: 'mail.from',
  title: 'E-mail leaves from',
  meaning:
    'What is not urgent goes by e-mail from this hour of the day, and until the hour below: what comes up in between waits. ' +
    'Urgent e-mail leaves at any hour.',
  standard: USUAL_MAIL_HOURS.from,
});

export const MAIL_UNTIL = hour({
  key: 'mail.until',
  title: 'E-mail leaves until',
  meaning:
    'The hour of the day from which e-mail that is not urgent waits for the next day. The same hour as above: none waits.',
  standard: USUAL_MAIL_HOURS.until,
});

export const MAIL_DIGEST_AT = hour({
  key: 'mail.digest-at',
  title: 'The day’s e-mail leaves at',
  meaning: 'Those who want one e-mail a day get it at this hour, when there is something they have not read.',
  standard: USUAL_MAIL_HOURS.digestAt,
});

export const MAIL_WORKING_DAYS: LocalSetting<boolean> = {
  key: 'mail.working-days',
  title: 'E-mail that is not urgent leaves on working days only',
  meaning:
    'Say yes if what is not urgent is to wait at weekends and on bank holidays until the next working day, the day’s e-mail ' +
    'with it. Urgent e-mail leaves on any day.',
  kind: 'yes-no',
  standard: false,
  parse: (kept) => kept === true,
};

export const LOCAL_SETTINGS: readonly LocalSetting<boolean | string | readonly BankHoliday[]>[] = [
  SAME_CARER_MOVE_COUNTS,
  CLOCKS_KEPT,
  VISITS_KEPT,
  ...Object.values(PANEL_SETTINGS),
  MAIL_FROM,
  MAIL_UNTIL,
  MAIL_DIGEST_AT,
  MAIL_WORKING_DAYS,
  BANK_HOLIDAYS_ADDED,
  BANK_HOLIDAY_YEARS,
];
