/**
 * Halves away from nought, from the decimal text as pages write figures: 1.005 is 1.01, whatever its binary fraction. A
 * figure judged and a figure shown must not part ways by that.
 */
export const roundHalfUp = (value: number, decimals: number): number => {
  const size = Math.abs(value) < 1e-6 ? 0 : Math.abs(value);
  const rounded = Math.round(Number(`${size}e${decimals}`)) / 10 ** decimals;
  return value < 0 ? -rounded : rounded;
};
