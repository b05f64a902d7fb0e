/**
 * Published facts about children looked after in England that the invented authority is made to resemble.
 * Department for Education, "Children looked after in England including adoptions", reporting year 2025 and earlier
 * releases, and Office for National Statistics mid-year estimates: Open Government Licence v3.0. Counts of England
 * are published to the nearest 10.
 */

/** Looked after on 31 March, and starting and ceasing in the year to it. Source: national rows, 2010 to 2025. */
export const ENGLAND_BY_YEAR: readonly {
  readonly year: number;
  readonly lookedAfter: number;
  readonly started: number;
  readonly ceased: number;
  readonly adopted: number;
  readonly guardianship: number;
  readonly unaccompanied: number | null;
  readonly population: number | null;
}[] = [
  row(2010, 64_400, 27_800, 25_100, 3200, 0, null, 11_012_300),
  row(2011, 65_520, 27_310, 26_830, 3040, 1740, 2670, null),
  row(2012, 67_050, 28_220, 27_350, 3440, 2130, 2150, null),
  row(2013, 68_110, 28_830, 28_460, 3990, 2740, 1860, 11_403_970),
  row(2014, 68_840, 30_430, 30_430, 5050, 3330, 1970, 11_473_080),
  row(2015, 69_540, 31_070, 31_100, 5330, 3520, 2030, 11_535_489),
  row(2016, 70_440, 32_050, 31_710, 4690, 3830, 4210, 11_593_891),
  row(2017, 72_670, 32_810, 31_250, 4350, 3690, 4560, 11_671_521),
  row(2018, 75_360, 32_190, 30_050, 3850, 3470, null, 11_716_740),
  row(2019, 78_140, 31_780, 29_570, 3590, 3870, null, 11_755_593),
  row(2020, 80_000, 31_010, 29_710, 3480, 3720, 5080, 11_790_492),
  row(2021, 80_780, 28_470, 28_120, 2890, 3820, 4150, 11_787_794),
  row(2022, 82_090, 31_100, 30_230, 2950, 3870, 5680, 11_762_878),
  row(2023, 83_750, 33_090, 31_850, 3000, 3860, 7410, 11_901_267),
  row(2024, 83_530, 33_130, 33_780, 2980, 3860, 7440, 12_059_476),
  row(2025, 81_770, 32_270, 34_450, 3040, 4110, 6540, 12_183_016),
];

function row(
  year: number,
  lookedAfter: number,
  started: number,
  ceased: number,
  adopted: number,
  guardianship: number,
  unaccompanied: number | null,
  population: number | null,
) {
  return { year, lookedAfter, started, ceased, adopted, guardianship, unaccompanied, population };
}

/** On 31 March 2025 by age. Source: cla_31_march_by_age, national. */
export const ENGLAND_BY_AGE = {
  '0': 3630,
  '1-4': 10_030,
  '5-9': 15_110,
  '10-15': 30_930,
  '16+': 22_060,
} as const;

/** On 31 March 2025 by where they were placed. Source: cla_31_march_by_placement, national. */
export const ENGLAND_BY_PLACEMENT = {
  foster: 54_820,
  supported: 7520,
  other: 2050,
  otherResidential: 1170,
  adoption: 1660,
  parents: 4970,
  residentialSchool: 100,
  childrensHome: 9480,
} as const;

/** On 31 March 2025 by who provided the placement. Source: cla_31_march_by_provider, national. */
export const ENGLAND_BY_PROVIDER = {
  PR0: 4970,
  PR1: 35_050,
  PR2: 780,
  PR3: 230,
  PR4: 32_980,
  PR5: 5710,
  none: 2050,
} as const;

/** Starting in the year to 31 March 2025, by age. Source: starts_by_age_and_need_2021_2025, national. */
export const ENGLAND_STARTS_BY_AGE = {
  '0': 5140,
  '1-4': 4430,
  '5-9': 4920,
  '10-15': 8660,
  '16+': 9110,
} as const;

/** Of those, unaccompanied asylum-seeking children. Same source. */
export const ENGLAND_STARTS_UNACCOMPANIED = { 2021: 2800, 2025: 6950 } as const;

/**
 * Placements that ended in the year to 31 March 2024 by how long they had lasted, all placements: days from, days up
 * to, number. Source: national_placement_durations_2020_2024. The last band has no end; twelve years stands for it.
 */
export const ENGLAND_PLACEMENT_LENGTHS: readonly (readonly [from: number, to: number, number: number])[] = [
  [1, 7, 10_200],
  [8, 30, 12_660],
  [31, 91, 16_890],
  [92, 182, 17_040],
  [183, 365, 18_620],
  [366, 730, 13_420],
  [731, 1826, 7770],
  [1827, 4383, 2270],
];

/** Per 10,000 aged 0 to 17 at 31 March 2025. Source: cla_timeseries_2010_2025, national. */
export const ENGLAND_RATE_PER_10_000 = 67.1;

/**
 * Under 16 and looked after for two and a half years, how many had been two years in one placement: 19,750 of 29,000
 * on 31 March 2024. Source: the department's stability figures for 2024, as quoted in this project's measures notes.
 */
export const ENGLAND_TWO_YEARS_SAME_PLACEMENT_PER_CENT = 68;
