/** Beside a question for a price: how what costs nothing is told apart from what nobody has said. */
export const FREE_IS_0 = 'Enter 0 if nothing is paid.';
