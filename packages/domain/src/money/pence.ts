/**
 * Money is whole pence, in whole numbers that JavaScript holds exactly (up to £90 trillion). No fraction of a penny
 * and no floating-point pounds exist anywhere: they are refused where they would come in.
 */
export type Pence = number & { readonly __pence: never };

export const pence = (amount: number): Pence => {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Money is whole pence: ${amount}`);
  return (amount === 0 ? 0 : amount) as Pence;
};

export const NO_MONEY: Pence = pence(0);

export const addPence = (a: Pence, b: Pence): Pence => pence(a + b);
export const subtractPence = (a: Pence, b: Pence): Pence => pence(a - b);
export const sumPence = (amounts: Iterable<Pence>): Pence => {
  let total = NO_MONEY;
  for (const amount of amounts) total = addPence(total, amount);
  return total;
};

/** So many times an amount: whole weeks, whole placements. For part of a week see `costOverPeriod`. */
export const timesPence = (amount: Pence, times: number): Pence => {
  if (!Number.isSafeInteger(times)) throw new RangeError(`Money is multiplied by a whole number: ${times}`);
  return pence(amount * times);
};
