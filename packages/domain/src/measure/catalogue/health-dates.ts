import { ageOn } from '../../calendar/age.ts';
import { isShortBreaks } from '../../child/legal-status.ts';
import { ceasedCare } from '../../child/reason-ceased.ts';
import type { CareEvent } from '../authority-on-day.ts';
import { eventsWithin } from '../authority-on-day.ts';
import { caseOf } from '../case-of.ts';
import type { CaseMeasure, MeasureContext, Verdict } from '../measure.ts';
import { doneBy, findWorkingDayAfter, hasHappened, recordsByChild } from '../record-cases.ts';
import { asShareOfCases } from './kinds.ts';

const IHA_WORKING_DAYS = 20;

/** The day the care that began with an event ended; undefined while it goes on. */
const careEndedOn = ({ history, stage }: CareEvent): string | undefined => {
  const rest = history.stages.slice(history.stages.indexOf(stage));
  return (
    rest.find(({ episode }) => episode.dec !== null && ceasedCare(episode.rec))?.episode.dec ?? undefined
  );
};

export const initialHealthAssessment: CaseMeasure = {
  ...asShareOfCases,
  id: 'iha-20wd',
  title: 'First health assessment within 20 working days',
  question: 'chances',
  definition:
    'Of children who started to be looked after in the time shown and were still looked after 20 working days later, the ' +
    'share whose initial health assessment was held within those 20 working days. Starts whose 20 working days are not over ' +
    'are left out, and so are series of short breaks.',
  source:
    'West Sussex strategy 2018–2021, theme a; statutory guidance on the health of looked-after children',
  certainty: {
    mark: 'established practice',
    says: 'The day of the assessment is what counts, not the day its report came. A child who comes back into care needs another.',
  },
  polarity: 'higher is better',
  fields: ['DECOM', 'RNE', 'LS', 'day of the initial health assessment'],
  numerator: 'Held in time',
  denominator: 'Started, and in care 20 working days later',
  needs: ['healthAssessments'],
  cases: (authority, context) => {
    const ofChild = recordsByChild(context.records?.healthAssessments ?? []);
    return eventsWithin(authority.ledger.starts, authority.window).map((event) => {
      if (isShortBreaks(event.episode.ls)) return caseOf(event, 'short-breaks');
      const due = findWorkingDayAfter(event.on, IHA_WORKING_DAYS, context);
      if (due !== undefined && due > authority.asOf) return caseOf(event, 'not-due-yet');
      const ended = careEndedOn(event);
      if (due !== undefined && ended !== undefined && ended <= due) return caseOf(event, 'in-care-too-short');
      const held = ofChild
        .get(event.id)
        ?.filter(({ kind, on }) => kind === 'initial' && on >= event.on)
        .toSorted((a, b) => (a.on < b.on ? -1 : 1))[0];
      return caseOf(event, doneBy(due, held?.on ?? null, authority));
    });
  },
};

const LEAVING_AGE = 16;

const passportOf = (event: CareEvent, { records }: MeasureContext): Verdict => {
  const { history, on } = event;
  if (history.dateOfBirth === undefined) return 'no-date-of-birth';
  const passports = recordsByChild(records?.healthPassports ?? []).get(event.id) ?? [];
  return passports.some(({ issuedOn }) => hasHappened(issuedOn, { asOf: on })) ? 'counts' : 'does-not-count';
};

export const healthPassport: CaseMeasure = {
  ...asShareOfCases,
  id: 'health-passport',
  title: 'Left care with a health passport',
  question: 'chances',
  definition:
    'Of young people who ceased to be looked after at 16 or over in the time shown, the share to whom a health passport had ' +
    'been issued on or before that day.',
  source: 'West Sussex strategy 2018–2021, theme f',
  certainty: { mark: 'stated', says: 'Each ending counts; all should have one.' },
  polarity: 'higher is better',
  fields: ['DEC', 'REC', 'LS', 'DOB', 'day the passport was issued'],
  numerator: 'With a health passport',
  denominator: 'Left care at 16 or over',
  needs: ['healthPassports'],
  cases: (authority, context) =>
    eventsWithin(authority.ledger.ends, authority.window)
      .filter(({ episode }) => !isShortBreaks(episode.ls))
      .filter(
        ({ history: { dateOfBirth }, on }) =>
          dateOfBirth === undefined || ageOn(dateOfBirth, on) >= LEAVING_AGE,
      )
      .map((event) => caseOf(event, passportOf(event, context))),
};

export const HEALTH_DATES: readonly CaseMeasure[] = [initialHealthAssessment, healthPassport];
