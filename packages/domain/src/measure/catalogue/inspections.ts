import type { ChildOnDay } from '../../child/care-history.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { Case, CaseMeasure, MeasureContext, Verdict } from '../measure.ts';
import { onceFor } from '../once-for.ts';
import { latestBy, recordsByChild, yesOrNo } from '../record-cases.ts';
import type { Inspection } from '../records/inspections.ts';
import { asCountOfCases, asShareOfCases } from './kinds.ts';

const byUrn = onceFor((all: readonly Inspection[]) => Map.groupBy(all, ({ urn }) => urn));

/** What Ofsted says that day of the setting where a child usually lives. */
const judgementOf = (
  { usual: { urn }, on }: ChildOnDay,
  { records }: MeasureContext,
): Inspection | undefined =>
  urn === null ? undefined : latestBy(byUrn(records?.inspections ?? []).get(urn) ?? [], on);

const ofChildren =
  (
    verdictOf: (child: ChildOnDay, judged: Inspection | undefined, context: MeasureContext) => Verdict | null,
  ) =>
  ({ inCare, asOf }: AuthorityOnDay, context: MeasureContext): readonly Case[] =>
    inCare.flatMap((child): readonly Case[] => {
      const judged = judgementOf(child, context);
      const verdict = verdictOf(child, judged, context);
      if (verdict === null) return [];
      const keys = judged === undefined ? {} : { keys: { judgement: judged.outcome } };
      return [
        { id: child.id, on: asOf, verdict: child.shortBreaks ? 'short-breaks' : verdict, child, ...keys },
      ];
    });

const OF_JUDGEMENTS = {
  question: 'safe',
  source: 'Worcestershire Children First, placements paper 2023; Ofsted',
  over: 'day',
  fields: ['DECOM', 'DEC', 'LS', 'URN', 'outcome of the inspection', 'day it was published'],
  needs: ['inspections'],
  breakdowns: ALL_DIMENSIONS,
} as const;

export const inadequateProvider: CaseMeasure = {
  ...asCountOfCases,
  ...OF_JUDGEMENTS,
  id: 'inadequate-provider',
  title: 'In settings judged inadequate',
  definition:
    'Children looked after at the end of the day who usually live in a setting that Ofsted’s last published judgement calls ' +
    'inadequate.',
  certainty: {
    mark: 'stated',
    says: 'A judgement counts from the day it is published until the next one. An agency’s carers are judged as the agency is.',
  },
  polarity: 'lower is better',
  numerator: 'In a setting judged inadequate',
  cases: ofChildren((_, judged) => (judged?.outcome === 'inadequate' ? 'counts' : null)),
};

export const inadequateReviewed: CaseMeasure = {
  ...asShareOfCases,
  ...OF_JUDGEMENTS,
  id: 'inadequate-provider-reviewed',
  title: 'In settings judged inadequate and looked at by the panel',
  definition:
    'Of children looked after at the end of the day who usually live in a setting then judged inadequate, the share listed at a ' +
    'placement panel on or after the day the judgement was published. All should be.',
  certainty: { mark: 'stated', says: 'Being listed for the meeting counts, whatever came of it.' },
  polarity: 'higher is better',
  fields: [...OF_JUDGEMENTS.fields, 'panel meeting', 'child listed'],
  needs: ['inspections', 'panelListings'],
  numerator: 'Looked at by the panel',
  denominator: 'In a setting judged inadequate',
  cases: ofChildren(({ id, on }, judged, { records }) => {
    if (judged?.outcome !== 'inadequate') return null;
    const listings = recordsByChild(records?.panelListings ?? []).get(id) ?? [];
    return yesOrNo(listings.some(({ meetingOn }) => meetingOn >= judged.on && meetingOn <= on));
  }),
};

export const goodOrBetter: CaseMeasure = {
  ...asShareOfCases,
  ...OF_JUDGEMENTS,
  id: 'provider-good-or-better',
  title: 'In settings judged good or outstanding',
  definition:
    'Of children looked after at the end of the day, the share who usually live in a setting that Ofsted’s last published ' +
    'judgement calls good or outstanding. Children in settings without a judgement are in the whole, and told apart.',
  certainty: {
    mark: 'established practice',
    says: 'Many placements have none to be judged, such as with parents or with carers of this authority.',
  },
  polarity: 'higher is better',
  numerator: 'Good or outstanding',
  denominator: 'Looked after',
  breakdowns: ['judgement', ...ALL_DIMENSIONS],
  cases: ofChildren((_, judged) =>
    judged === undefined
      ? 'not-recorded'
      : yesOrNo(judged.outcome === 'good' || judged.outcome === 'outstanding'),
  ),
};

export const INSPECTIONS: readonly CaseMeasure[] = [inadequateProvider, inadequateReviewed, goodOrBetter];
