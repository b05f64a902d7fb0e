import {
  type AssessmentFactor,
  type ChildInNeed,
  childId,
  type Day,
  EDGE_OF_CARE_OUTCOMES,
  type EdgeOfCareClosure,
  type InitialConference,
  type ProtectionPlan,
  type RecordKind,
  type Records,
  type Section47Enquiry,
} from '@rightplace/domain';
import type { UpstreamKind } from '@rightplace/ssda903';
import type { HeldUpstream, UpstreamTold } from '@rightplace/store';

/** Which kind of fact makes which records of measures. */
const RECORDS_OF = {
  childrenInNeed: 'in-need',
  section47Enquiries: 'section-47',
  initialConferences: 'section-47',
  protectionPlans: 'protection-plan',
  assessmentFactors: 'factor',
  edgeOfCareClosures: 'edge-of-care',
} as const satisfies Partial<Record<RecordKind, UpstreamKind>>;

type Upstream = Pick<Records, keyof typeof RECORDS_OF>;

/**
 * What loads have told, in the shape that measures take. A kind that no load told of is left out: it is not kept, which is not
 * the same as nought. Where both sources tell of the same thing of a child on a day, it is counted once, and the one
 * known later says when it ended.
 */
export const upstreamRecords = (facts: readonly HeldUpstream[], told: readonly UpstreamTold[]): Upstream => {
  const latest = new Map<string, HeldUpstream>();
  for (const fact of facts) latest.set(JSON.stringify([fact.kind, fact.child, fact.starts, fact.key]), fact);
  const ofKind = Map.groupBy(latest.values(), ({ kind }) => kind);
  const begun = (kind: UpstreamKind): readonly Begun[] =>
    (ofKind.get(kind) ?? []).filter((fact): fact is Begun => fact.starts !== null);
  const all: Required<Upstream> = {
    childrenInNeed: begun('in-need').map(asStretch) satisfies readonly ChildInNeed[],
    protectionPlans: begun('protection-plan').map(asStretch) satisfies readonly ProtectionPlan[],
    section47Enquiries: begun('section-47').map(asEnquiry),
    initialConferences: begun('section-47').flatMap(asConference),
    assessmentFactors: begun('factor').map(
      ({ child, starts, key }): AssessmentFactor => ({ child: childId(child), on: starts, factor: key }),
    ),
    edgeOfCareClosures: begun('edge-of-care').map(asClosure),
  };
  const kinds = new Set(told.flatMap((load) => load.kinds));
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => kinds.has(RECORDS_OF[name as keyof typeof RECORDS_OF])),
  );
};

type Begun = HeldUpstream & { readonly starts: Day };

const asStretch = ({ child, starts, ends }: Begun) => ({ child: childId(child), starts, ends });

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
    outcome: outcome in EDGE_OF_CARE_OUTCOMES ? (outcome as EdgeOfCareClosure['outcome']) : 'other',
  };
};

/** Whether some load told of a kind on a day: outside that, nothing found is no nought. */
export const isTold = (told: readonly UpstreamTold[], kind: UpstreamKind, on: Day): boolean =>
  told.some((load) => load.kinds.includes(kind) && load.firstDay <= on && on <= load.lastDay);

/** How often something happened in each month ("2026-04"), each child and day once whichever source tells of it. */
export type ByMonth = ReadonlyMap<string, number>;

/** Contacts and referrals at the front door: no measure is worked out from them, and the charts of demand begin with them. */
export interface FrontDoor {
  readonly contact: ByMonth;
  readonly referral: ByMonth;
}

export const frontDoorOf = (facts: readonly HeldUpstream[]): FrontDoor => {
  const byMonth = (kind: UpstreamKind): ByMonth => {
    const seen = new Set<string>();
    const counts = new Map<string, number>();
    for (const { kind: of, child, starts, key } of facts) {
      const identity = JSON.stringify([child, starts, key]);
      if (of !== kind || starts === null || seen.has(identity)) continue;
      seen.add(identity);
      const month = starts.slice(0, 7);
      counts.set(month, (counts.get(month) ?? 0) + 1);
    }
    return counts;
  };
  return { contact: byMonth('contact'), referral: byMonth('referral') };
};
