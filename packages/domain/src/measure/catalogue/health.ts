import type { CaseMeasure } from '../measure.ts';
import { ALL_YEAR_FIELDS, OC2_POPULATION, ofOutcomes, outcomeCases, saysYes } from './outcome-cases.ts';

const ofHealth = {
  ...ofOutcomes,
  unit: 'percent',
  takes: 'share',
  polarity: 'higher is better',
  denominator: 'Looked after all year',
} as const;

const OF = `Of ${OC2_POPULATION}, the share`;

const DFE_HEALTH = 'Department for Education, children looked after in England: health outcomes (OC2)';

export const healthAssessments: CaseMeasure = {
  ...ofHealth,
  id: 'rha-uptodate',
  title: 'Health assessments up to date',
  definition:
    `${OF} whose health assessments of the year are up to date: two for a child under 5, who is seen every six months, ` +
    'and one for the others.',
  source: `${DFE_HEALTH}; West Sussex, Child Looked After strategy 2018–2021`,
  fields: ['HEALTH_ASSESSMENT', ...ALL_YEAR_FIELDS],
  numerator: 'Health assessments up to date',
  cases: outcomeCases(({ row }) => saysYes(row, 'HEALTH_ASSESSMENT')),
};

export const dentalChecks: CaseMeasure = {
  ...ofHealth,
  id: 'dental-uptodate',
  title: 'Teeth checked by a dentist',
  definition: `${OF} whose teeth were checked by a dentist in the year.`,
  source: DFE_HEALTH,
  fields: ['TEETH_CHECK', ...ALL_YEAR_FIELDS],
  numerator: 'Teeth checked',
  cases: outcomeCases(({ row }) => saysYes(row, 'TEETH_CHECK')),
};

export const immunisations: CaseMeasure = {
  ...ofHealth,
  id: 'imms-uptodate',
  title: 'Immunisations up to date',
  definition: `${OF} who have had the immunisations that a child of their age should have had.`,
  source: DFE_HEALTH,
  fields: ['IMMUNISATIONS', ...ALL_YEAR_FIELDS],
  numerator: 'Immunisations up to date',
  cases: outcomeCases(({ row }) => saysYes(row, 'IMMUNISATIONS')),
};

export const developmentChecks: CaseMeasure = {
  ...ofHealth,
  id: 'dev-checks-under5',
  title: 'Development checks of under-fives up to date',
  definition:
    `${OF} of those under 5 that day whose checks of health and development are up to date. Children whose date of birth ` +
    'is not recorded are left out.',
  source: `${DFE_HEALTH}; West Sussex, Child Looked After strategy 2018–2021`,
  fields: ['HEALTH_CHECK', 'DOB', ...ALL_YEAR_FIELDS],
  numerator: 'Checks up to date',
  denominator: 'Under 5 and looked after all year',
  cases: outcomeCases(({ child: { age }, row }) => {
    if (age === undefined) return 'no-date-of-birth';
    return age >= 5 ? 'aged-5-or-over' : saysYes(row, 'HEALTH_CHECK');
  }),
};

export const HEALTH: readonly CaseMeasure[] = [
  healthAssessments,
  dentalChecks,
  immunisations,
  developmentChecks,
];
