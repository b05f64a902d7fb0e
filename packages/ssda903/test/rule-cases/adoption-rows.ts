/** A row of PlacedAdoption that says when placing the child for adoption was decided. */
export const decided = (DATE_PLACED: string) => ({ DATE_PLACED });

/** One that says as well when that was reversed, and why. */
export const reversed = (DATE_PLACED: string, DATE_PLACED_CEASED: string) => ({
  DATE_PLACED,
  DATE_PLACED_CEASED,
  REASON_PLACED_CEASED: 'RD1',
});
