import type { Odds } from '../random/draw.ts';

/** Which names a person may be given. A rough pairing of the return's ethnic codes with where names come from. */
export type Heritage =
  | 'british'
  | 'eastern-european'
  | 'caribbean'
  | 'west-african'
  | 'south-asian'
  | 'east-asian'
  | 'afghan'
  | 'horn-of-africa'
  | 'sudanese'
  | 'kurdish-or-arab'
  | 'vietnamese'
  | 'albanian';

/** Children of the area. Codes of the return's ETHNIC set. */
export const ETHNICITY_OF_AREA: Odds<readonly [ethnicity: string, heritage: Heritage]> = [
  [['WBRI', 'british'], 700],
  [['WIRI', 'british'], 4],
  [['WIRT', 'british'], 6],
  [['WROM', 'eastern-european'], 10],
  [['WOTH', 'eastern-european'], 60],
  [['MWBC', 'caribbean'], 38],
  [['MWBA', 'west-african'], 16],
  [['MWAS', 'south-asian'], 16],
  [['MOTH', 'british'], 28],
  [['AIND', 'south-asian'], 6],
  [['APKN', 'south-asian'], 14],
  [['ABAN', 'south-asian'], 8],
  [['AOTH', 'south-asian'], 10],
  [['BCRB', 'caribbean'], 16],
  [['BAFR', 'west-african'], 30],
  [['BOTH', 'caribbean'], 12],
  [['CHNE', 'east-asian'], 3],
  [['OOTH', 'kurdish-or-arab'], 15],
  [['NOBT', 'british'], 5],
  [['REFU', 'british'], 3],
];

/** Unaccompanied children, by the countries from which most have come in recent years. */
export const ETHNICITY_OF_UNACCOMPANIED: Odds<readonly [ethnicity: string, heritage: Heritage]> = [
  [['AOTH', 'afghan'], 30],
  [['BAFR', 'sudanese'], 24],
  [['BAFR', 'horn-of-africa'], 16],
  [['OOTH', 'kurdish-or-arab'], 16],
  [['AOTH', 'vietnamese'], 7],
  [['WOTH', 'albanian'], 7],
];
