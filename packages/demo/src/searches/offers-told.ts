import { ALL_CHECKS } from '@rightplace/domain';
import { type Told, type ToldEntry, written } from './told-search.ts';

/** A foster family of an agency on the framework, in the area. */
export const FAMILY: Told = ({ day }) => ({
  'home-kind': 'agency-carer',
  registered: 'yes',
  urn: 'SC999201',
  judgement: 'good',
  'inspected-on': day(160),
  'children-there': '2',
  terms: 'within',
  address: '4 Fen Staithe, Wharfby',
  postcode: 'PE21 0ZZ',
  area: 'inside',
  'starts-on': day(-6),
  'core-weekly': '972.00',
  'price-basis': 'framework',
  vacancies: 'One room. A girl of fourteen lives there, since two years.',
  education: 'The carers drive to school.',
  'fits-school': 'met',
  'fits-family-time': 'met',
  'fits-lives-with': 'met',
  'fits-health': 'met',
});

/** A carer of the authority’s own, with little said yet. */
export const OWN_FAMILY: Told = ({ day }) => ({
  'home-kind': 'own-carer',
  judgement: 'none',
  'children-there': '1',
  terms: 'within',
  area: 'inside',
  'starts-on': day(-10),
  'core-weekly': '468.50',
  'price-basis': 'in-house',
  'fits-school': 'partly',
  'fits-family-time': 'met',
});

/** A children’s home with extra staff for the first weeks. */
export const WITH_EXTRAS: Told = ({ day }) => ({
  'home-kind': 'childrens-home',
  registered: 'yes',
  urn: 'SC999310',
  judgement: 'good',
  'inspected-on': day(90),
  address: 'Furze Lane, Skelthorpe',
  postcode: 'PE11 1ZZ',
  area: 'inside',
  'starts-on': day(-3),
  'core-weekly': '5230.00',
  additions: [
    {
      what: 'Two staff to one child',
      weekly: '2100.00',
      starts: day(-3),
      ends: day(-23),
      why: 'To settle, for the first month',
    },
    { what: 'Travel to school', weekly: '145.00', starts: day(-3), why: 'Twelve miles each way' },
  ],
  'price-basis': 'framework',
  conditions: 'A review of staffing after four weeks',
  vacancies: 'One of four rooms. Three boys of the same age.',
  staff: 'Two on every shift, one awake at night. The manager has been there for six years.',
  education: 'Stays at the unit',
  therapies: 'A psychologist for the staff, a day a month',
  impact: 'The three who live there were asked, and two know the unit.',
  'fits-school': 'met',
  'fits-family-time': 'partly',
  'fits-safety': 'met',
  'fits-lives-with': 'met',
  'fits-where': 'met',
});

/** A home at a distance, with a spot price. */
export const FAR_AWAY: Told = ({ day }) => ({
  'home-kind': 'childrens-home',
  registered: 'yes',
  urn: 'SC999322',
  judgement: 'outstanding',
  'inspected-on': day(40),
  address: 'Dyke End, Old Wold Road, Maltwick',
  postcode: 'LE13 0ZZ',
  area: 'distance',
  'starts-on': day(-2),
  'core-weekly': '6480.00',
  'price-basis': 'spot',
  staff: 'A teacher on the staff',
  education: 'A school of its own',
  'fits-school': 'not',
  'fits-safety': 'met',
  'fits-lives-with': 'partly',
  'fits-where': 'not',
});

/** A flat with staff in the house. */
export const OWN_DOOR: Told = ({ day }) => ({
  'home-kind': 'supported',
  registered: 'yes',
  urn: 'SC999405',
  judgement: 'none',
  address: 'Flat 3, Quay Court, Wharfby',
  postcode: 'PE21 0ZZ',
  area: 'inside',
  'starts-on': day(-9),
  'core-weekly': '1150.00',
  'price-basis': 'framework',
  vacancies: 'One flat of five',
  staff: 'Somebody in the house day and night',
  'fits-where': 'met',
  'fits-school': 'met',
});

/** Every check of a home in order, but for those that are left. */
export const checked = (ago: number, home: string, but: readonly string[] = []): readonly ToldEntry[] =>
  ALL_CHECKS.filter((check) => !but.includes(check)).map((check) =>
    written(ago, 'check', home, ({ day }) => ({
      check,
      result: 'passed',
      evidence: 'Seen, and kept with the provider’s file',
      ...(check === 'insurance' ? { until: day(-90) } : {}),
    })),
  );
