import type { Cells } from './rule-case.ts';

export const KENT = 'E10000016';

/** A home in Kent, the reporting authority of these examples. */
export const HOME: Cells = {
  URN: '1234567',
  PLACE_CODES: 'K2,R3',
  PROVIDER_CODES: 'PR1,PR4',
  REG_END: '',
  POSTCODE: 'ZZ1 1AA',
  LA_CODE_INFERRED: KENT,
};

export const listed = (...lines: readonly Cells[]) => ({
  providers: lines.map((line) => ({ ...HOME, ...line })),
});

export const at = (cells: Cells): Cells => ({
  URN: '1234567',
  LS: 'C2',
  PLACE: 'K2',
  PLACE_PROVIDER: 'PR1',
  ...cells,
});
