import { type Day, daysBetween, daysInWords, spanInWords } from '@rightplace/domain';

/**
 * Numbers as people read them. Days and moments in words are the domain's (`dayInWords`, `momentInWords`, …) and are
 * passed on by the kit.
 */

/** For a figure that is not known: not nought, and not an empty cell. */
export const NOT_KNOWN = 'not known';

const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+$)/g, ',');

/**
 * "1,234.5", to so many decimal places, halves away from nought. Written from the decimal text, because binary
 * fractions round 1.005 down, and a rate near a target must not change sides by that.
 */
export const number = (value: number, places = 0): string => {
  // Below a millionth JavaScript writes 1e-7, and nothing here is that small.
  const size = Math.abs(value) < 1e-6 ? 0 : Math.abs(value);
  const rounded = Math.round(Number(`${size}e${places}`)) / 10 ** places;
  const [whole = '0', fraction] = rounded.toFixed(places).split('.');
  const isNegative = value < 0 && rounded !== 0;
  return `${isNegative ? '−' : ''}${grouped(whole)}${fraction === undefined ? '' : `.${fraction}`}`;
};

/** "9.8%". The value is in percent already: 9.8, not 0.098. */
export const percent = (value: number, places = 1): string => `${number(value, places)}%`;

/** Words that begin a sentence or a cell. */
export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "1 child", "912 children". */
export const count = (value: number, one: string, many = `${one}s`): string =>
  `${number(value)} ${value === 1 ? one : many}`;

/** "14 more", "3 fewer", "no change". */
export const change = (now: number, before: number): string => {
  const difference = now - before;
  return difference === 0
    ? 'no change'
    : `${number(Math.abs(difference))} ${difference > 0 ? 'more' : 'fewer'}`;
};

/** "+14", "−3", "0": for columns of differences. */
export const signed = (value: number, places = 0): string => {
  const text = number(value, places);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
};

/** "£1,234.50", and "£1,234" when there are no pence. From whole pence. */
export const money = (pence: number): string => {
  const pounds = number(Math.abs(pence) / 100, pence % 100 === 0 ? 0 : 2);
  return `${pence < 0 ? '−' : ''}£${pounds}`;
};

/** "£4,500 a week". */
export const moneyAWeek = (pence: number): string => `${money(pence)} a week`;

/** "today", "tomorrow", "in 11 days", "yesterday", "11 days ago". */
export const daysFromNow = (when: Day, today: Day): string => {
  const days = daysBetween(today, when);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${daysInWords(days)}` : `${daysInWords(-days)} ago`;
};

/** "11 days overdue", "due today", "due in 3 days". */
export const dueInWords = (due: Day, today: Day): string =>
  due < today ? `${daysInWords(daysBetween(due, today))} overdue` : `due ${daysFromNow(due, today)}`;

/** "2 years and 3 months", for a time that may still be going on. */
export const lasted = (starts: Day, ends: Day | null, today: Day): string =>
  spanInWords(starts, ends ?? (today < starts ? starts : today));
