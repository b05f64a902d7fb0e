import { findSdqReason, findSdqScore, notAskedForSdq, sdqBand } from '../../health/sdq.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { CaseMeasure, Certainty, Verdict } from '../measure.ts';
import {
  ALL_YEAR_FIELDS,
  type Asked,
  OC2_POPULATION,
  ofOutcomes,
  outcomeCases,
  saysYes,
} from './outcome-cases.ts';

const SDQ = 'strengths and difficulties questionnaire';
const SDQ_FIELDS = ['SDQ_SCORE', 'SDQ_REASON', 'DOB', ...ALL_YEAR_FIELDS] as const;
const DFE_SDQ =
  'Department for Education, children looked after in England: emotional and behavioural health (OC2)';
const SDQ_AGES =
  'aged 4 to 16 when last assessed. The return does not say when that was: those aged 4 to 16 on 31 March are taken, without ' +
  'a child of 4 of whom it says that they were too young, and with those of 17 of whom it says that they were asked';

const SDQ_CERTAINTY: Certainty = {
  mark: 'established practice',
  says:
    'Read to the letter it is by the age on the day of the last assessment, of which the return has no day. So the age on ' +
    '31 March stands for it, save where the row says otherwise: by reason SDQ1 a child was of another age when it was due, ' +
    'and a child of 17 with a score or another reason is taken to have been 16.',
};

const scoreGiven = ({ child, row }: Asked): Verdict => {
  const leftOut = notAskedForSdq(child, row);
  if (leftOut !== undefined) return leftOut;
  if (findSdqScore(row) !== undefined) return 'counts';
  return findSdqReason(row) === undefined ? 'not-recorded' : 'does-not-count';
};

export const sdqCoverage: CaseMeasure = {
  ...ofOutcomes,
  id: 'sdq-coverage',
  title: 'Strengths and difficulties questionnaires completed',
  definition: `Of ${OC2_POPULATION}, and ${SDQ_AGES}: the share with a score of the ${SDQ}.`,
  source: `${DFE_SDQ}; West Sussex, Child Looked After strategy 2018–2021`,
  certainty: SDQ_CERTAINTY,
  unit: 'percent',
  takes: 'share',
  polarity: 'higher is better',
  fields: SDQ_FIELDS,
  numerator: 'With a score',
  denominator: 'Aged 4 to 16 and looked after all year',
  cases: outcomeCases(scoreGiven),
};

export const sdqMean: CaseMeasure = {
  ...ofOutcomes,
  id: 'sdq-mean',
  title: 'Average strengths and difficulties score',
  definition:
    `The mean score (0 to 40; the higher, the more difficulties) of the ${SDQ}, of ${OC2_POPULATION}, who have a score and ` +
    `were ${SDQ_AGES}.`,
  source: `${DFE_SDQ}; West Sussex, Child Looked After strategy 2018–2021`,
  certainty: SDQ_CERTAINTY,
  unit: 'score',
  takes: 'mean',
  polarity: 'lower is better',
  fields: SDQ_FIELDS,
  numerator: 'With a score',
  denominator: null,
  cases: outcomeCases((asked) => ({ verdict: scoreGiven(asked), amount: findSdqScore(asked.row) ?? 0 })),
};

/** What `sdq-bands` cuts. */
export const sdqScored: CaseMeasure = {
  ...sdqCoverage,
  id: 'sdq-scored',
  title: 'Children with a strengths and difficulties score',
  definition: `Children of whom a score of the ${SDQ} is recorded, of ${OC2_POPULATION}, and ${SDQ_AGES}.`,
  unit: 'children',
  takes: 'count',
  polarity: 'context',
  denominator: null,
  breakdowns: [...ALL_DIMENSIONS, 'sdq-band'],
  cases: outcomeCases((asked) => {
    const score = findSdqScore(asked.row);
    return {
      verdict: scoreGiven(asked),
      ...(score === undefined ? {} : { keys: { 'sdq-band': sdqBand(score) } }),
    };
  }),
};

const DFE_SUBSTANCES = 'Department for Education, children looked after in England: substance misuse (OC2)';

export const substanceMisuse: CaseMeasure = {
  ...ofOutcomes,
  id: 'substance-misuse',
  title: 'Substance misuse identified',
  definition: `Of ${OC2_POPULATION}, the share of whom a problem of substance misuse was identified in the year.`,
  source: DFE_SUBSTANCES,
  unit: 'percent',
  takes: 'share',
  polarity: 'lower is better',
  fields: ['SUBSTANCE_MISUSE', ...ALL_YEAR_FIELDS],
  numerator: 'Substance misuse identified',
  denominator: 'Looked after all year',
  cases: outcomeCases(({ row }) => saysYes(row, 'SUBSTANCE_MISUSE')),
};

const isIdentified = ({ row }: Asked): boolean => saysYes(row, 'SUBSTANCE_MISUSE') === 'counts';

export const substanceIntervention: CaseMeasure = {
  ...substanceMisuse,
  id: 'substance-intervention',
  title: 'Help received with substance misuse',
  definition:
    'Of children looked after all year of whom a problem of substance misuse was identified, the share who received an ' +
    'intervention for it in the year.',
  polarity: 'higher is better',
  fields: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', ...ALL_YEAR_FIELDS],
  numerator: 'Received an intervention',
  denominator: 'Substance misuse identified',
  cases: outcomeCases((asked) =>
    isIdentified(asked) ? saysYes(asked.row, 'INTERVENTION_RECEIVED') : undefined,
  ),
};

export const substanceInterventionRefused: CaseMeasure = {
  ...substanceIntervention,
  id: 'substance-intervention-refused',
  title: 'Help with substance misuse offered and refused',
  definition:
    'Of children looked after all year of whom a problem of substance misuse was identified, the share who were offered an ' +
    'intervention for it and refused. Of those who received one the return does not ask this: they did not refuse.',
  polarity: 'lower is better',
  fields: ['SUBSTANCE_MISUSE', 'INTERVENTION_RECEIVED', 'INTERVENTION_OFFERED', ...ALL_YEAR_FIELDS],
  numerator: 'Offered one and refused it',
  cases: outcomeCases((asked) => {
    if (!isIdentified(asked)) return undefined;
    const refused = saysYes(asked.row, 'INTERVENTION_OFFERED');
    const isReceived = saysYes(asked.row, 'INTERVENTION_RECEIVED') === 'counts';
    return refused === 'not-recorded' && isReceived ? 'does-not-count' : refused;
  }),
};

export const convicted: CaseMeasure = {
  ...ofOutcomes,
  id: 'convicted',
  title: 'Convicted or cautioned in the year',
  definition:
    `Of ${OC2_POPULATION}, and aged 10 to 17 that day: the share who were convicted, or given a youth caution, in the year. ` +
    'Children whose date of birth is not recorded are left out.',
  source: 'Department for Education, children looked after in England: offending (OC2)',
  unit: 'percent',
  takes: 'share',
  polarity: 'lower is better',
  fields: ['CONVICTED', 'DOB', ...ALL_YEAR_FIELDS],
  numerator: 'Convicted or given a youth caution',
  denominator: 'Aged 10 to 17 and looked after all year',
  cases: outcomeCases(({ child: { age }, row }) => {
    if (age === undefined) return 'no-date-of-birth';
    return age < 10 || age > 17 ? 'not-aged-10-to-17' : saysYes(row, 'CONVICTED');
  }),
};

export const WELLBEING: readonly CaseMeasure[] = [
  sdqCoverage,
  sdqScored,
  sdqMean,
  substanceMisuse,
  substanceIntervention,
  substanceInterventionRefused,
  convicted,
];
