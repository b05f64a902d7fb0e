import type { DimensionId } from '../dimensions.ts';
import type { Certainty, Measure, MeasureText, Question } from '../measure.ts';
import { section20Number } from './entries.ts';
import { claNumber } from './numbers.ts';
import { newResidential } from './residential.ts';
import { sdqScored } from './wellbeing.ts';

/** A figure cut one way, under an id of its own because people ask for it by that name. */
export interface BreakdownMeasure extends MeasureText {
  readonly kind: 'breakdown';
  readonly unit: 'children' | 'events';
  readonly of: Measure;
  readonly by: DimensionId;
}

interface Said {
  /** What is cut: the children looked after unless another figure is said. */
  readonly of?: Measure;
  readonly unit?: 'children' | 'events';
  readonly question?: Question;
  readonly source?: string;
  readonly by: DimensionId;
  readonly title: string;
  readonly definition: string;
  readonly fields: readonly string[];
  readonly certainty?: Certainty;
}

const CONFIRMED: Certainty = { mark: 'confirmed', says: 'The parts add up to the children looked after.' };

const breakdown = (id: string, { certainty = CONFIRMED, ...said }: Said): BreakdownMeasure => ({
  id,
  version: 1,
  kind: 'breakdown',
  unit: 'children',
  question: 'where',
  source: 'Department for Education, children looked after in England',
  polarity: 'context',
  disclosure: 'suppress-small',
  of: claNumber,
  certainty,
  ...said,
});

const OF = 'Children looked after at the end of the day, by';

export const BREAKDOWNS: readonly BreakdownMeasure[] = [
  breakdown('cla-by-age', {
    by: 'age',
    title: 'Children looked after by age',
    definition: `${OF} completed years of age that day. Those whose date of birth is not recorded are shown apart.`,
    fields: ['DOB'],
  }),
  breakdown('cla-by-sex', {
    by: 'sex',
    title: 'Children looked after by sex',
    definition: `${OF} sex as recorded.`,
    fields: ['SEX'],
  }),
  breakdown('cla-by-ethnicity', {
    by: 'ethnicity',
    title: 'Children looked after by ethnicity',
    definition: `${OF} ethnicity as recorded.`,
    fields: ['ETHNIC'],
  }),
  breakdown('cla-by-legal-status', {
    by: 'legal-status',
    title: 'Children looked after by legal status',
    definition: `${OF} legal status that day. A child under both a care order and a placement order is shown under the placement order.`,
    fields: ['LS'],
  }),
  breakdown('cla-by-need', {
    by: 'need',
    title: 'Children looked after by category of need',
    definition: `${OF} the category of need first recorded for the period of care. Later ones do not replace it.`,
    fields: ['CIN'],
  }),
  breakdown('cla-by-placement-type', {
    by: 'placement-type',
    title: 'Children looked after by placement',
    definition: `${OF} type of placement. A child away on a temporary stay is counted where they usually live.`,
    fields: ['PLACE'],
  }),
  breakdown('cla-by-provider', {
    by: 'provider',
    title: 'Children looked after by provider',
    definition: `${OF} who provides the usual placement.`,
    fields: ['PLACE_PROVIDER'],
    certainty: {
      mark: 'confirmed',
      says: 'The return asks for no provider of "other" placements. Relatives approved by the authority count as in-house.',
    },
  }),
  breakdown('new-residential-by-origin', {
    of: newResidential,
    unit: 'events',
    by: 'origin',
    title: 'New placements in children’s homes, by where the child came from',
    definition:
      'Placements in a children’s home (K2) that began in the time shown, by where the child lived just before: at home (a ' +
      'start of care, or with parents), in foster care, residential with secure homes, hospital, supported or elsewhere.',
    source: newResidential.source,
    fields: newResidential.fields,
    certainty: newResidential.certainty,
  }),
  breakdown('new-residential-by-age', {
    of: newResidential,
    unit: 'events',
    by: 'residential-age',
    title: 'New placements in children’s homes, by age',
    definition:
      'Placements in a children’s home (K2) that began in the time shown, by age on the day they began: 10 and under, 11 to ' +
      '13, 14 to 15, 16 and over.',
    source: newResidential.source,
    fields: newResidential.fields,
    certainty: {
      mark: 'stated',
      says: 'The paper’s “over 16” only fits beside its other bands as 16 and over.',
    },
  }),
  breakdown('s20-duration', {
    of: section20Number,
    by: 'time-accommodated',
    title: 'Time accommodated by agreement',
    definition:
      'Children looked after under section 20 (V2) at the end of the day, by the whole calendar months since that began ' +
      'without a break in care or in legal status: under 3, 3 to 6, 6 to 12, and 12 or more.',
    source: 'West Sussex, measure of number 2021: monthly tracking of voluntary care',
    fields: ['DECOM', 'DEC', 'LS'],
    certainty: {
      mark: 'stated',
      says: 'Three months to the day are in the band of 3 to 6. A move of placement does not start the time again.',
    },
  }),
  breakdown('sdq-bands', {
    of: sdqScored,
    by: 'sdq-band',
    question: 'chances',
    title: 'Strengths and difficulties scores by band',
    definition:
      'Children looked after all the year to the last 31 March who have a score of the strengths and difficulties ' +
      'questionnaire, by its band: normal (0 to 13), borderline (14 to 16), cause for concern (17 to 40).',
    source: sdqScored.source,
    fields: sdqScored.fields,
    certainty: {
      mark: 'established practice',
      says: 'The bands are those of the questionnaire that carers answer. Those of whom no score is recorded are left out.',
    },
  }),
];
