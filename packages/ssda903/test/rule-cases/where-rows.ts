import { type Cells, type Example, finds, passes } from './rule-case.ts';

export const MEDWAY = 'E06000035';

/** Ashford, in Kent; Medway; Cardiff. 3 and 4 are 350 miles apart, and 5 is a tenth further. */
export const POSTCODES: readonly Cells[] = [
  { pcd: 'ZZ1 1AA', oseast1m: 601_000, osnrth1m: 142_000, laua: 'E07000105' },
  { pcd: 'ZZ2 2BB', oseast1m: 575_000, osnrth1m: 168_000, laua: MEDWAY },
  { pcd: 'ZZ3 3CC', oseast1m: 400_000, osnrth1m: 0, laua: 'W06000015' },
  { pcd: 'ZZ4 4DD', oseast1m: 400_000, osnrth1m: 563_255, laua: 'S12000036' },
  { pcd: 'ZZ5 5EE', oseast1m: 400_000, osnrth1m: 563_416, laua: 'S12000036' },
];
export const postcodes = { postcodes: POSTCODES };

/** A child is not unaccompanied unless the Header says so. */
export const NOT_UNACCOMPANIED = { Header: [{ UASC: '0' }] };

/** Whoever says that a child is or was unaccompanied lets that child's episode go, and no one else's. */
export const letsUnaccompaniedGo = (cells: Cells, year = '2026-27'): readonly Example[] => [
  passes('a child who is unaccompanied', { Header: [{ UASC: '1' }], Episodes: [cells] }, { year }),
  passes(
    'one who was last year',
    { Header: [{ UASC: '0' }], Header_last: [{ UASC: '1' }], Episodes: [cells] },
    { year },
  ),
  passes(
    'one in the file of unaccompanied children, without a Header',
    { UASC: [{ SEX: 'M' }], Episodes: [cells] },
    { year },
  ),
  finds(
    'the other of two children',
    {
      Header: [
        { CHILD: 'A', UASC: '1' },
        { CHILD: 'B', UASC: '0' },
      ],
      Episodes: [
        { ...cells, CHILD: 'A' },
        { ...cells, CHILD: 'B' },
      ],
    },
    { Episodes: [1] },
    { year },
  ),
];
