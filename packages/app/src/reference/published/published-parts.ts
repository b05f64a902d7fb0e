import type { SeriesId } from '@rightplace/domain';

/** The words of published tables, and which part of ours each is. What is not here is read past: totals, sexes, needs. */

export const AGE_PARTS: Readonly<Record<string, string>> = {
  'Under 1 year': '0',
  '1 to 4 years': '1-4',
  '5 to 9 years': '5-9',
  '10 to 15 years': '10-15',
  '16 years and over': '16+',
};

export const UASC_PARTS: Readonly<Record<string, string>> = {
  'Unaccompanied asylum-seeking children': 'uasc',
  'Children excluding unaccompanied asylum-seeking children': 'other',
};

export const PLACEMENT_SERIES: Readonly<Record<string, SeriesId>> = {
  'Foster placements': 'cla-number/placement/foster',
  'Placed for adoption': 'cla-number/placement/adoption',
  'Placed with parents': 'cla-number/placement/parents',
  'Placed with parents or other person with parental responsibility': 'cla-number/placement/parents',
  "Secure homes and children's homes": 'cla-number/placement/secure-and-homes',
  'Independent and semi-independent living arrangements/supported accommodation':
    'cla-number/placement/supported',
  'Secure units, childrens homes and semi-independent (2011-2017 grouping)':
    'cla-number/placement/secure-homes-and-semi-independent',
  'Residential schools': 'cla-number/placement/residential-school',
  'Other residential settings': 'cla-number/placement/residential-other',
  'Other placements in the community': 'cla-number/placement/community',
  'Missing from placement': 'cla-number/placement/missing',
};

/** "Other placements" of the two groupings are not the same children. */
export const otherPlacements = (year: number): SeriesId =>
  year <= 2017 ? 'cla-number/placement/other-to-2017' : 'cla-number/placement/other';
export const OTHER_PLACEMENTS = 'Other placements';

export const PROVIDER_SERIES: Readonly<Record<string, SeriesId>> = {
  'Own provision (by the LA)': 'cla-number/provider/PR1',
  'own LA': 'cla-number/provider/PR1',
  'Other LA provision': 'cla-number/provider/PR2',
  'other LA': 'cla-number/provider/PR2',
  'Other public provision (e.g. by a PCT etc)': 'cla-number/provider/PR3',
  'other public': 'cla-number/provider/PR3',
  'Parents or other person with parental responsibility': 'cla-number/provider/PR0',
  parents: 'cla-number/provider/PR0',
  'Private provision': 'cla-number/provider/PR4',
  private: 'cla-number/provider/PR4',
  'Voluntary/third sector provision': 'cla-number/provider/PR5',
  voluntary: 'cla-number/provider/PR5',
  'Placement provider not reported': 'cla-number/provider/none',
  'not reported': 'cla-number/provider/none',
};

export const REASON_SERIES: Readonly<Record<string, SeriesId>> = {
  Adopted: 'cla-ceased/reason/adopted',
  'Special guardianship orders': 'cla-ceased/reason/special-guardianship',
};
