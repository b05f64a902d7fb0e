import { type DisclosureProfile, FEW } from './profile.ts';
import { ANY_COUNT, ANYTHING, only, type Range } from './range.ts';
import { rangeRoundedTo } from './rounding.ts';

/** What a reader gets in a cell. */
export type Printed =
  | { readonly kind: 'exact'; readonly value: number }
  | { readonly kind: 'rounded'; readonly value: number; readonly to: number }
  /** One to four. Only where nothing else in the release is hidden: otherwise it would tell which are the small ones. */
  | { readonly kind: 'few'; readonly wider?: true }
  /** One or more; small itself, or hidden so that a small one cannot be worked out. */
  | { readonly kind: 'hidden' }
  /** A share of nobody. */
  | { readonly kind: 'not-applicable' }
  /** Nobody counted it. */
  | { readonly kind: 'not-available' };

const asNumber = (value: number, decimals = 0): string => {
  const [whole = '', part] = value.toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
};

/** As it is printed: a number, or a symbol of the profile. */
export const printedText = (printed: Printed, { symbols }: DisclosureProfile, decimals = 0): string => {
  switch (printed.kind) {
    case 'exact':
    case 'rounded':
      return asNumber(printed.value, decimals);
    case 'few':
      return printed.wider === true ? symbols.fewWider : symbols.few;
    case 'hidden':
      return symbols.hidden;
    case 'not-applicable':
      return 'z';
    case 'not-available':
      return 'x';
  }
};

/**
 * What a printed count tells. Nought is always shown where it is true, so whatever is hidden is one or more, and so is a
 * rounded one.
 */
export const rangeTold = (printed: Printed): Range => {
  switch (printed.kind) {
    case 'exact':
      return only(printed.value);
    case 'rounded': {
      const { lower, upper } = rangeRoundedTo(printed.value, printed.to);
      // A rounded count stands for more than a few: those have a symbol of their own.
      return { lower: Math.max(lower, FEW + 1), upper };
    }
    case 'few':
      return { lower: 1, upper: FEW };
    case 'hidden':
      return { lower: 1, upper: Number.POSITIVE_INFINITY };
    case 'not-applicable':
      return ANYTHING;
    case 'not-available':
      return ANY_COUNT;
  }
};
