import { type Refusal, refused } from '../refusal/refusal.ts';
import { NO_MONEY, type Pence, pence } from './pence.ts';

export type MoneyRefusal = Refusal<
  | 'money-missing'
  | 'money-not-an-amount'
  | 'money-badly-separated'
  | 'money-below-a-penny'
  | 'money-too-large'
>;

export interface Money {
  readonly kind: 'money';
  readonly pence: Pence;
}

/** An optional minus (typed or typographic), an optional pound sign, digits and commas, and what follows a point. */
const AMOUNT = /^([-−])?\s*£?\s*([\d,]*)(?:\.(\d*))?$/;
const SEPARATED = /^\d{1,3}(,\d{3})*$/;
const MOST_POUNDS_DIGITS = 12;

/**
 * Reads an amount in pounds as people type it: "£1,234.50", "1234.5", "-£20". Digits are read one side of the point
 * at a time and never as a fraction. What could be meant two ways is refused, not guessed.
 */
export const parseMoney = (text: string): Money | MoneyRefusal => {
  const typed = text.trim();
  if (typed === '') return refused('money-missing', 'Enter an amount in pounds, like 1,234.50');
  const match = AMOUNT.exec(typed);
  const [, minus, pounds = '', subunits = ''] = match ?? [];
  if (match === null || (pounds === '' && subunits === ''))
    return refused('money-not-an-amount', `“${typed}” is not an amount in pounds. Enter it like 1,234.50`);
  if (pounds.includes(',') && !SEPARATED.test(pounds))
    return refused(
      'money-badly-separated',
      `Check the commas in “${typed}”: they go before every three digits`,
    );
  if (subunits.length > 2)
    return refused(
      'money-below-a-penny',
      `“${typed}” has parts of a penny. Enter at most two digits after the point`,
    );
  const whole = pounds.replaceAll(',', '').replace(/^0+/, '');
  if (whole.length > MOST_POUNDS_DIGITS)
    return refused('money-too-large', `“${typed}” is more than can be held. Check the amount`);
  const amount = pence(Number(whole) * 100 + Number(subunits.padEnd(2, '0')));
  return { kind: 'money', pence: minus === undefined ? amount : pence(NO_MONEY - amount) };
};
