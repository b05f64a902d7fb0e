import type { Pence } from './pence.ts';

const withSeparators = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** Sign, pounds with separators, and the two digits of pence. */
const parts = (amount: Pence): { readonly pounds: string; readonly subunits: string } => {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const sign = amount < 0 ? '−' : '';
  return { pounds: `${sign}£${withSeparators(digits.slice(0, -2))}`, subunits: digits.slice(-2) };
};

/** "£1,234.50"; whole pounds as "£1,234", as government writes them in sentences. */
export const formatMoney = (amount: Pence): string => {
  const { pounds, subunits } = parts(amount);
  return subunits === '00' ? pounds : `${pounds}.${subunits}`;
};

/** "£1,234.00": always with pence, for columns that must line up and forms that are typed over. */
export const formatMoneyInFull = (amount: Pence): string => {
  const { pounds, subunits } = parts(amount);
  return `${pounds}.${subunits}`;
};
