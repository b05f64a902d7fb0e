import { ageOn } from '../../calendar/age.ts';
import { containsDay } from '../../calendar/period.ts';
import type { ChildOnDay } from '../../child/care-history.ts';
import { childId } from '../../child/record.ts';
import { plainPostcode } from '../../placement/postcode.ts';
import { eventsWithin } from '../authority-on-day.ts';
import { caseOf } from '../case-of.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { Case, CaseMeasure, Verdict } from '../measure.ts';
import { asCountOfCases, asShareOfCases } from './kinds.ts';

/** Homes are the same where URN or postcode are; undefined where neither is recorded for both. */
const sameHome = (a: ChildOnDay, b: ChildOnDay): boolean | undefined => {
  const [one, other] = [a.usual, b.usual];
  if (one.postcode !== null && other.postcode !== null)
    return plainPostcode(one.postcode) === plainPostcode(other.postcode);
  if (one.urn === null || other.urn === null) return undefined;
  // One agency's number stands for all its carers, so that only different numbers tell anything.
  return one.urn === other.urn ? undefined : false;
};

const together = ([first, ...others]: readonly ChildOnDay[]): Verdict => {
  if (first === undefined) return 'not-recorded';
  const answers = others.map((other) => sameHome(first, other));
  if (answers.includes(false)) return 'does-not-count';
  return answers.includes(undefined) ? 'not-recorded' : 'counts';
};

export const siblingsTogether: CaseMeasure = {
  ...asShareOfCases,
  id: 'cla-siblings-together',
  title: 'Brothers and sisters placed together',
  question: 'where',
  definition:
    'Of groups of brothers and sisters with two or more looked after at the end of the day, the share all living at one ' +
    'address. Where care plans are recorded, only groups whose plan is to be placed together are asked about.',
  source: 'Ofsted inspection lists (Annex A) and the sector’s analysis of them',
  certainty: {
    mark: 'local',
    says: 'Groups are counted, not children. The same postcode is taken as the same home; a group whose postcodes are not recorded stays in the whole and is told apart.',
  },
  polarity: 'higher is better',
  over: 'day',
  fields: ['sibling group', 'PL_POST', 'URN'],
  numerator: 'Groups placed together',
  denominator: 'Groups of brothers and sisters looked after',
  breakdowns: [],
  hangsOn: 'siblings',
  looksAt: ['siblingPlans'],
  cases: ({ inCare, asOf }, { records }) => {
    const lookedAfter = inCare.filter(({ shortBreaks }) => !shortBreaks);
    const groups = Map.groupBy(lookedAfter, ({ history }) => history.siblingGroup);
    const planned = records?.siblingPlans?.filter((plan) => plan.together && containsDay(plan, asOf));
    const asked = planned && new Set(planned.map(({ group }) => group));
    return [...groups].flatMap(([group, children]): readonly Case[] => {
      if (group === undefined || children.length < 2 || asked?.has(group) === false) return [];
      return [{ id: childId(group), on: asOf, verdict: together(children) }];
    });
  },
  remarks: (_, __, { records }) =>
    records?.siblingPlans === undefined
      ? [
          'No plan to place brothers and sisters together or apart is kept here yet: every group is asked about.',
        ]
      : [],
};

export const dualProtection: CaseMeasure = {
  ...asCountOfCases,
  id: 'cla-dual-cp',
  title: 'Looked after and on a protection plan',
  question: 'safe',
  definition:
    'Children looked after at the end of the day who also have an open child protection plan, each counted once. There ' +
    'should be almost none: each is a prompt to end one or the other.',
  source: 'Ofsted inspection lists (Annex A) and the sector’s analysis of them',
  certainty: { mark: 'established practice', says: 'Both must be open at the end of the day.' },
  polarity: 'lower is better',
  over: 'day',
  fields: ['DECOM', 'DEC', 'LS', 'protection plan dates'],
  numerator: 'Looked after and on a plan',
  breakdowns: ALL_DIMENSIONS,
  needs: ['protectionPlans'],
  cases: ({ inCare, asOf }, { records }) => {
    const onPlan = new Set(
      records?.protectionPlans?.filter((plan) => containsDay(plan, asOf)).map(({ child }) => child),
    );
    return inCare
      .filter(({ id }) => onPlan.has(id))
      .map((child) => ({
        id: child.id,
        on: asOf,
        verdict: child.shortBreaks ? 'short-breaks' : 'counts',
        child,
      }));
  },
};

/** Endings of section 20 care to which a self-discharge can be put down. */
const SELF_DISCHARGE_ENDS: readonly (string | null)[] = ['E5', 'E6', 'E8', 'E4B'];

export const selfDischarge: CaseMeasure = {
  ...asShareOfCases,
  id: 'self-discharge-1617',
  title: 'Self-discharges that were authorised',
  question: 'safe',
  definition:
    'Of 16 and 17 year olds who discharged themselves from section 20 care (V2, ended by E5, E6, E8 or E4B, and recorded ' +
    'as a self-discharge) in the time shown, the share that the director of children’s services had authorised by the day ' +
    'it ended. All should be.',
  source: 'Worcestershire Children First, placements paper 2023',
  certainty: {
    mark: 'stated',
    says: 'The return has no code for a self-discharge: what is recorded as one counts.',
  },
  polarity: 'higher is better',
  fields: ['DEC', 'REC', 'LS', 'DOB', 'self-discharge flag', 'day of authorisation'],
  numerator: 'Authorised by the end',
  denominator: 'Self-discharges at 16 or 17',
  needs: ['selfDischarges'],
  cases: (authority, { records }) => {
    const recorded = new Map(records?.selfDischarges?.map((each) => [`${each.child} ${each.on}`, each]));
    return eventsWithin(authority.ledger.ends, authority.window).flatMap((event): readonly Case[] => {
      const { episode, history, on } = event;
      const discharge = recorded.get(`${event.id} ${on}`);
      if (discharge === undefined || episode.ls !== 'V2' || !SELF_DISCHARGE_ENDS.includes(episode.rec))
        return [];
      if (history.dateOfBirth === undefined) return [caseOf(event, 'no-date-of-birth')];
      const age = ageOn(history.dateOfBirth, on);
      if (age < 16 || age > 17) return [];
      const { authorisedOn } = discharge;
      if (authorisedOn === null || authorisedOn > authority.asOf) return [caseOf(event, 'not-recorded')];
      return [caseOf(event, authorisedOn <= on ? 'counts' : 'does-not-count')];
    });
  },
};

export const ALONGSIDE: readonly CaseMeasure[] = [siblingsTogether, dualProtection, selfDischarge];
