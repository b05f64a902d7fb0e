import { type DistrictShapes, districtMap } from '../../charts/index.ts';
import { heading, html, number } from '../index.ts';
import { frame } from './frame.ts';

export const mapPage = (districts: DistrictShapes): string => {
  const counts: readonly (readonly [string, number, number])[] = [
    ['Lincoln', 96, 120],
    ['Boston', 61, 70],
    ['South Holland', 40, 38],
    ['North Kesteven', 55, 41],
    ['South Kesteven', 72, 88],
    ['West Lindsey', 30, 35],
    ['East Lindsey', 83, 99],
    ['Newark and Sherwood', 12, 0],
    ['Peterborough', 21, 0],
    ['Rutland', 3, 0],
    ['Kingston upon Hull, City of', 9, 0],
    ['North East Lincolnshire', 17, 0],
    ['King’s Lynn and West Norfolk', 4, 0],
    ['Leeds', 6, 0],
    ['Plymouth', 2, 0],
  ];
  const options = {
    id: 'map',
    headingLevel: 2 as const,
    finding: 'One child in six lives outside the county',
    subtitle: 'Children looked after by district, 21 November 2026',
    districts,
    ownDistricts: [
      'Lincoln',
      'Boston',
      'South Holland',
      'North Kesteven',
      'South Kesteven',
      'West Lindsey',
      'East Lindsey',
    ],
    counts: counts.map(([district, livingNow, from]) => ({ district, livingNow, from })),
    format: (value: number) => number(value),
  };
  return frame({
    title: 'Where children live',
    section: 'measures',
    main: html`${heading(1, 'Where children live')}${districtMap(options)}${districtMap({
      ...options,
      id: 'manchester',
      finding: 'A small district among many',
      ownDistricts: ['Bolton'],
      counts: [
        { district: 'Bolton', livingNow: 300, from: 410 },
        { district: 'Bury', livingNow: 31, from: 2 },
        { district: 'Wigan', livingNow: 44, from: 1 },
        { district: 'Salford', livingNow: 9, from: 0 },
      ],
    })}`,
  });
};
