/**
 * The authority responsible for children in a district: its county where there are two tiers, the unitary authority
 * that has taken its place since, or itself. Districts by ONS's numbers (E07000008 is 8), first and last of a run.
 */
const COUNTIES: readonly (readonly [
  authority: string,
  ...districts: (number | readonly [number, number])[],
])[] = [
  ['E10000003', [8, 12]],
  ['E10000007', [32, 39]],
  ['E10000008', [40, 47]],
  ['E10000011', [61, 65]],
  ['E10000012', [66, 77]],
  ['E10000013', [78, 83]],
  ['E10000014', [84, 94]],
  ['E10000015', [95, 104], [240, 243]],
  ['E10000016', [105, 116]],
  ['E10000017', [117, 128]],
  ['E10000018', [129, 135]],
  ['E10000019', [136, 142]],
  ['E10000020', [143, 149]],
  ['E10000024', [170, 176]],
  ['E10000025', [177, 181]],
  ['E10000028', [192, 199]],
  ['E10000029', [200, 206], 244, 245],
  ['E10000030', [207, 217]],
  ['E10000031', [218, 222]],
  ['E10000032', [223, 229]],
  ['E10000034', [234, 239]],
  // Unitary since 2019: Bournemouth, Christchurch and Poole; Dorset.
  ['E06000058', 48],
  ['E06000059', [49, 53]],
  // Since 2020: Buckinghamshire.
  ['E06000060', [4, 7]],
  // Since 2021: North and West Northamptonshire.
  ['E06000061', 150, 152, 153, 156],
  ['E06000062', 151, 154, 155],
  // Since 2023: Cumberland; Westmorland and Furness; North Yorkshire; Somerset.
  ['E06000063', 26, 28, 29],
  ['E06000064', 27, 30, 31],
  ['E06000065', [163, 169]],
  ['E06000066', [187, 191], 246],
];

/** Codes that were given anew when a boundary moved. */
const CODED_AGAIN: Readonly<Record<string, string>> = {
  E06000028: 'E06000058',
  E06000029: 'E06000058',
  E06000048: 'E06000057',
  E08000016: 'E08000038',
  E08000019: 'E08000039',
  E08000020: 'E08000037',
};

const districtCode = (n: number): string => `E07${String(n).padStart(6, '0')}`;

const BY_DISTRICT: ReadonlyMap<string, string> = new Map([
  ...Object.entries(CODED_AGAIN),
  ...COUNTIES.flatMap(([authority, ...runs]) =>
    runs.flatMap((run) => {
      const [first, last] = typeof run === 'number' ? [run, run] : run;
      return Array.from({ length: last - first + 1 }, (_, i): [string, string] => [
        districtCode(first + i),
        authority,
      ]);
    }),
  ),
]);

/** Nine characters in, nine out. One that is no part of a county is its own. */
export const upperTierOf = (district: string): string => BY_DISTRICT.get(district) ?? district;
