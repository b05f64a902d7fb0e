/** No authority has this code: English counties are E10000002 to E10000034. */
export const NORTHMARSH = {
  code: 'E10000999',
  name: 'Northmarsh County Council',
  /** For the header: a dark fen green, 9.6 to one against white. */
  colour: '#1d4d3f',
} as const;
