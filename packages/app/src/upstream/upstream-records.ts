import { setImmediate as letRequestsIn } from 'node:timers/promises';
import {
  type Assessment,
  type AssessmentFactor,
  type ChildInNeed,
  type Contact,
  childId,
  closedPeriod,
  type Day,
  type DaysTold,
  EDGE_OF_CARE_OUTCOMES,
  type EdgeOfCareClosure,
  type InitialConference,
  joinedTimes,
  type ProtectionPlan,
  type RecordKind,
  type Records,
  type Referral,
  type Section47Enquiry,
} from '@rightplace/domain';
import type { UpstreamKind } from '@rightplace/ssda903';
import type { HeldUpstream, UpstreamTold } from '@rightplace/store';

/** Which kind of fact makes which records of measures. */
const RECORDS_OF = {
  contacts: 'contact',
  referrals: 'referral',
  assessments: 'assessment',
  assessmentFactors: 'factor',
  childrenInNeed: 'in-need',
  section47Enquiries: 'section-47',
  initialConferences: 'section-47',
  protectionPlans: 'protection-plan',
  edgeOfCareClosures: 'edge-of-care',
} as const satisfies Partial<Record<RecordKind, UpstreamKind>>;

type Name = keyof typeof RECORDS_OF;
export type UpstreamRecords = Pick<Records, Name>;

const NAMES = Object.keys(RECORDS_OF) as readonly Name[];

/** What is believed of one kind. */
export type FactsOfKind = (kind: UpstreamKind) => Promise<readonly HeldUpstream[]>;

/**
 * What loads have told, in the shape that measures take. A kind that no load told of is left out: it is not kept, which is not
 * the same as nought. Where both sources tell of the same thing of a child on a day, it is counted once, and the one
 * known later says when it ended. A kind at a time, and whoever asks for a page meanwhile goes first: there may be
 * hundreds of thousands.
 */
export const upstreamRecords = async (
  factsOf: FactsOfKind,
  told: readonly UpstreamTold[],
): Promise<UpstreamRecords> => {
  const begun = async (kind: UpstreamKind): Promise<readonly Begun[]> => {
    if (!told.some(({ kinds }) => kinds.includes(kind))) return [];
    const facts = toldOnce(await factsOf(kind), told);
    await letRequestsIn();
    return facts.filter((fact): fact is Begun => fact.starts !== null);
  };
  const enquiries = await begun('section-47');
  const all: Required<UpstreamRecords> = {
    contacts: (await begun('contact')).map(asContact),
    referrals: (await begun('referral')).map(asReferral),
    assessments: (await begun('assessment')).map(asAssessment),
    assessmentFactors: (await begun('factor')).map(
      ({ child, starts, key }): AssessmentFactor => ({ child: childId(child), on: starts, factor: key }),
    ),
    childrenInNeed: (await begun('in-need')).map(asStretch) satisfies readonly ChildInNeed[],
    protectionPlans: (await begun('protection-plan')).map(asPlan),
    section47Enquiries: enquiries.map(asEnquiry),
    initialConferences: enquiries.flatMap(asConference),
    edgeOfCareClosures: (await begun('edge-of-care')).map(asClosure),
  };
  const kinds = new Set(told.flatMap((load) => load.kinds));
  return Object.fromEntries(
    NAMES.filter((name) => kinds.has(RECORDS_OF[name])).map((name) => [name, all[name]]),
  );
};

/** Of one kind, each thing once, as the source that is known later tells it. */
const toldOnce = (facts: readonly HeldUpstream[], told: readonly UpstreamTold[]): readonly HeldUpstream[] => {
  if (new Set(told.map(({ source }) => source)).size < 2) return facts;
  const latest = new Map<string, HeldUpstream>();
  for (const fact of facts) {
    const identity = `${fact.starts}\n${fact.child}\n${fact.key}`;
    const other = latest.get(identity);
    if (other === undefined || isLater(fact, other)) latest.set(identity, fact);
  }
  return [...latest.values()];
};

const isLater = (a: HeldUpstream, b: HeldUpstream): boolean =>
  a.knownFrom === b.knownFrom ? a.source > b.source : a.knownFrom > b.knownFrom;

/** Of which days loads tell, kind by kind. */
export const daysToldBy = (told: readonly UpstreamTold[]): DaysTold =>
  Object.fromEntries(
    NAMES.flatMap((name) => {
      const loads = told.filter(({ kinds }) => kinds.includes(RECORDS_OF[name]));
      const times = loads.map(({ firstDay, lastDay }) => closedPeriod(firstDay, lastDay));
      return loads.length === 0 ? [] : [[name, joinedTimes(times)] as const];
    }),
  );

type Begun = HeldUpstream & { readonly starts: Day };

const asStretch = ({ child, starts, ends }: Begun) => ({ child: childId(child), starts, ends });

/** Several factors are written in one cell, with semicolons or new lines between them. */
const asContact = ({ child, starts, key, detail }: Begun): Contact => ({
  child: childId(child),
  on: starts,
  source: key,
  outcome: detail['outcome'] ?? '',
  factors:
    detail['factors'] === undefined
      ? []
      : [...new Set(detail['factors'].split(/[;\n]/).map((each) => each.trim()))].filter(
          (each) => each !== '',
        ),
});

/** "a) Yes", "1", "true"; nothing else is taken for an answer. */
const YES = /^(?:[a-z]\)\s*)?(?:y|yes|1|true)$/i;
const NO = /^(?:[a-z]\)\s*)?(?:n|no|0|false)$/i;

const asReferral = ({ child, starts, key, detail }: Begun): Referral => {
  const said = detail['noFurtherAction'] ?? '';
  const noFurtherAction = YES.test(said) ? true : NO.test(said) ? false : null;
  return { child: childId(child), on: starts, source: key, noFurtherAction };
};

const asAssessment = ({ child, starts, ends }: Begun): Assessment => ({
  child: childId(child),
  startedOn: starts,
  authorisedOn: ends,
});

const asPlan = (fact: Begun): ProtectionPlan => {
  const said = fact.detail['previousPlans'] ?? '';
  return { ...asStretch(fact), previousPlans: /^\d{1,2}$/.test(said) ? Number(said) : null };
};

/** A day kept among the details was read as a day before it was kept. */
const conferenceOf = ({ detail }: HeldUpstream): Day | null =>
  (detail['conferenceOn'] as Day | undefined) ?? null;

const asEnquiry = (fact: Begun): Section47Enquiry => ({
  child: childId(fact.child),
  on: fact.starts,
  conferenceOn: conferenceOf(fact),
});

/** The enquiry begins with its strategy discussion, from which the fifteen working days run. */
const asConference = (fact: Begun): readonly InitialConference[] => {
  const on = conferenceOf(fact);
  return on === null ? [] : [{ child: childId(fact.child), strategyOn: fact.starts, on }];
};

const asClosure = ({ child, starts, detail }: Begun): EdgeOfCareClosure => {
  const outcome = detail['outcome'] ?? '';
  return {
    child: childId(child),
    on: starts,
    outcome: Object.hasOwn(EDGE_OF_CARE_OUTCOMES, outcome)
      ? (outcome as EdgeOfCareClosure['outcome'])
      : 'other',
  };
};
