import { ageOn } from '../../calendar/age.ts';
import { childInStage } from '../../child/care-history.ts';
import type { CareLeaver } from '../../leaving-care/care-leavers.ts';
import { livesIn } from '../../leaving-care/codes.ts';
import { isFosterCare } from '../../placement/placement-type.ts';
import type { CaseMeasure, Verdict } from '../measure.ts';
import { casesOfLeavers, ofLeavers } from './care-leavers.ts';

/** REC: aged 18, and stayed with the carers. */
const STAYED = 'E17';
const AGES = [18, 19, 20];

/** Undefined for those who did not leave foster care at 18. */
const stayedPut = ({ history, age, left, row }: CareLeaver): Verdict | undefined => {
  if (age === undefined || history.dateOfBirth === undefined) return 'no-date-of-birth';
  if (!AGES.includes(age)) return undefined;
  if (left === undefined) return 'last-placement-not-known';
  const { on, stage } = left;
  if (ageOn(history.dateOfBirth, on) < 18) return undefined;
  if (!isFosterCare(childInStage(history, stage, on).usual.place)) return undefined;
  return age === 18 && stage.episode.rec === STAYED ? 'counts' : livesIn('Z')(row['ACCOM']);
};

export const stayingPut: CaseMeasure = {
  ...ofLeavers,
  id: 'cl-staying-put',
  title: 'Care leavers who stayed put with their foster carers',
  definition:
    'Of young people of 18, 19 or 20 on 31 March who left foster care at 18, and of whom the return of the year tells as care ' +
    'leavers: the share who were living with their former foster carers (accommodation code Z), or at 18 had left care to ' +
    'stay with them (REC E17). Those who died, went home for six months or more, or whose care another authority took over ' +
    'are left out.',
  source: `${ofLeavers.source}; West Sussex, 2021`,
  certainty: {
    mark: 'local',
    says:
      'Whether they left from foster care is read from the last placement the record holds. Those of whom it holds no time ' +
      'in care are left out.',
  },
  fields: ['ACCOM', 'IN_TOUCH', 'REC', 'DEC', 'PLACE', 'DOB'],
  numerator: 'Stayed with their foster carers',
  denominator: 'Left foster care at 18',
  cases: casesOfLeavers(stayedPut),
};
