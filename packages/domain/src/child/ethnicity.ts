import type { CodeList } from './code-list.ts';

/** ETHNIC, in the groups of the Department for Education's published tables. */
export const ETHNICITIES = {
  groups: {
    white: 'White',
    mixed: 'Mixed',
    asian: 'Asian or Asian British',
    black: 'Black or Black British',
    other: 'Other ethnic group',
    'not-known': 'Refused or not yet known',
  },
  codes: {
    WBRI: { title: 'White British', group: 'white' },
    WIRI: { title: 'White Irish', group: 'white' },
    WOTH: { title: 'Any other White background', group: 'white' },
    WIRT: { title: 'Traveller of Irish heritage', group: 'white' },
    WROM: { title: 'Gypsy or Roma', group: 'white' },
    MWBC: { title: 'White and Black Caribbean', group: 'mixed' },
    MWBA: { title: 'White and Black African', group: 'mixed' },
    MWAS: { title: 'White and Asian', group: 'mixed' },
    MOTH: { title: 'Any other mixed background', group: 'mixed' },
    AIND: { title: 'Indian', group: 'asian' },
    APKN: { title: 'Pakistani', group: 'asian' },
    ABAN: { title: 'Bangladeshi', group: 'asian' },
    AOTH: { title: 'Any other Asian background', group: 'asian' },
    BCRB: { title: 'Black Caribbean', group: 'black' },
    BAFR: { title: 'Black African', group: 'black' },
    BOTH: { title: 'Any other Black background', group: 'black' },
    CHNE: { title: 'Chinese', group: 'other' },
    OOTH: { title: 'Any other ethnic group', group: 'other' },
    REFU: { title: 'Refused to say', group: 'not-known' },
    NOBT: { title: 'Not yet obtained', group: 'not-known' },
  },
} as const satisfies CodeList;
