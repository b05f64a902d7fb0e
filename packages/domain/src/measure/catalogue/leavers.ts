import { childInStage } from '../../child/care-history.ts';
import { isShortBreaks } from '../../child/legal-status.ts';
import { type LeftFor, leftFor } from '../../child/reason-ceased.ts';
import type { CareEvent } from '../authority-on-day.ts';
import { type AuthorityOnDay, eventsWithin } from '../authority-on-day.ts';
import { caseOf } from '../case-of.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { Case, CaseMeasure, Verdict } from '../measure.ts';
import { onceFor } from '../once-for.ts';
import { recordsByChild, standsOn, yesOrNo } from '../record-cases.ts';
import { asShareOfCases } from './kinds.ts';

/** Children who ceased to be looked after in the time shown, each by their latest ending that was no short break. */
export const leavers = onceFor((authority: AuthorityOnDay): readonly CareEvent[] => {
  const latest = new Map<string, CareEvent>();
  for (const event of eventsWithin(authority.ledger.ends, authority.window)) {
    const held = latest.get(event.id);
    if (held === undefined || !isShortBreaks(event.episode.ls) || isShortBreaks(held.episode.ls))
      latest.set(event.id, event);
  }
  return [...latest.values()];
});

const shareOfLeavers =
  (judge: (event: CareEvent) => Verdict) =>
  (authority: AuthorityOnDay): readonly Case[] =>
    leavers(authority).map((event) => {
      if (isShortBreaks(event.episode.ls)) return caseOf(event, 'short-breaks');
      return caseOf(event, event.episode.rec === null ? 'not-recorded' : judge(event));
    });

const leftAs = (group: LeftFor) =>
  shareOfLeavers(({ episode }) => (leftFor(episode.rec) === group ? 'counts' : 'does-not-count'));

const LEAVERS = {
  ...asShareOfCases,
  question: 'chances',
  denominator: 'Ceased to be looked after',
  fields: ['DEC', 'REC', 'LS'],
  breakdowns: ['reason-ceased', 'time-in-care', ...ALL_DIMENSIONS],
} as const;

const ONCE =
  'Each child is counted once, by the latest ending. An ending without a reason stays in the whole.';

export const returnedHome: CaseMeasure = {
  ...LEAVERS,
  id: 'returned-home',
  title: 'Went home on leaving care',
  definition:
    'Of children who ceased to be looked after in the time shown, the share who went to parents or relatives, planned ' +
    '(E4A) or not (E4B), or to someone without parental responsibility (E13). Children at home under a care order (P1) ' +
    'are still looked after, and are not among them.',
  source: 'Worcestershire Children First, placements paper 2023; Kent County Council, 2016',
  certainty: { mark: 'stated', says: ONCE },
  polarity: 'context',
  numerator: 'Went home',
  cases: leftAs('returned-home'),
};

export const returnedHomeByPlan: CaseMeasure = {
  ...LEAVERS,
  id: 'returned-home-planned',
  title: 'Went home by a plan agreed before',
  definition:
    'Of children who ceased to be looked after in the time shown and went home (E4A, E4B or E13), the share whose going home, ' +
    'with the help that they get there, had been agreed by the day, in the same time in care.',
  source:
    'Worcestershire Children First, placements paper 2023: returning home; Care Planning Regulations 2010, regulation 39',
  certainty: {
    mark: 'local',
    says: `No paper names this share. What counts is a case of going home that a group manager agreed to. ${ONCE}`,
  },
  polarity: 'higher is better',
  numerator: 'By a plan agreed before',
  denominator: 'Went home',
  fields: ['DEC', 'REC', 'LS', 'day the plan was agreed'],
  needs: ['returnHomePlans'],
  cases: (authority, { records }) =>
    leavers(authority)
      .filter(({ episode }) => leftFor(episode.rec) === 'returned-home' && !isShortBreaks(episode.ls))
      .map((event) => {
        const plans = recordsByChild(records?.returnHomePlans ?? []).get(event.id) ?? [];
        const { inCareSince } = childInStage(event.history, event.stage, event.on);
        const isPlanned = plans.some((plan) => plan.agreedOn >= inCareSince && standsOn(plan, event.on));
        return caseOf(event, yesOrNo(isPlanned));
      }),
};

export const sgoExits: CaseMeasure = {
  ...LEAVERS,
  id: 'sgo-exits',
  title: 'Left care by special guardianship',
  definition:
    'Of children who ceased to be looked after in the time shown, the share for whom a special guardianship order was ' +
    'made (E45 to E48, and the older E43 and E44). The number is the first of its two counts.',
  source: 'Kent County Council, 2016; West Sussex strategy 2018–2021; Department for Education',
  certainty: { mark: 'stated', says: ONCE },
  polarity: 'context',
  numerator: 'Left by special guardianship',
  cases: leftAs('special-guardianship'),
};

/** Guardians who had fostered the child, related or not; E43 is the code of before 2016. */
const FORMER_CARER: readonly (string | null)[] = ['E43', 'E45', 'E46'];

export const sgoToFormerCarers: CaseMeasure = {
  ...LEAVERS,
  id: 'sgo-exits-former-carer',
  title: 'Special guardians who had fostered the child',
  definition:
    'Of children who left care by special guardianship in the time shown, the share whose guardian had been their foster ' +
    'carer, a relative or friend (E45) or another (E46).',
  source: 'Department for Education, children looked after in England: children who ceased',
  certainty: { mark: 'stated', says: ONCE },
  polarity: 'context',
  numerator: 'To a former foster carer',
  denominator: 'Left by special guardianship',
  cases: (authority) =>
    leavers(authority)
      .filter(({ episode }) => leftFor(episode.rec) === 'special-guardianship')
      .filter(({ episode }) => !isShortBreaks(episode.ls))
      .map((event) => caseOf(event, FORMER_CARER.includes(event.episode.rec) ? 'counts' : 'does-not-count')),
};

export const caoExits: CaseMeasure = {
  ...LEAVERS,
  id: 'cao-exits',
  title: 'Left care by a child arrangements order',
  definition:
    'Of children who ceased to be looked after in the time shown, the share for whom a child arrangements order (before ' +
    'that, a residence order) was made (E41). The number is the first of its two counts.',
  source: 'Kent County Council, 2016; West Sussex strategy 2018–2021; Department for Education',
  certainty: { mark: 'stated', says: ONCE },
  polarity: 'context',
  numerator: 'Left by a child arrangements order',
  cases: leftAs('child-arrangements'),
};

export const adoptionShareOfLeavers: CaseMeasure = {
  ...LEAVERS,
  id: 'adoption-share-leavers',
  title: 'Left care by adoption',
  definition:
    'Of children who ceased to be looked after in the time shown, the share who were adopted (E11 or E12, and the older E1).',
  source: 'West Sussex strategy 2018–2021; Department for Education, children looked after in England',
  certainty: { mark: 'stated', says: ONCE },
  polarity: 'context',
  numerator: 'Adopted',
  cases: leftAs('adopted'),
};

export const LEAVERS_SHARES: readonly CaseMeasure[] = [
  returnedHome,
  returnedHomeByPlan,
  sgoExits,
  sgoToFormerCarers,
  caoExits,
  adoptionShareOfLeavers,
];
