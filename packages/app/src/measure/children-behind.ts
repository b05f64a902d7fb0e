import {
  type ChildAction,
  type ChildRecord,
  kindsOf,
  type Measure,
  type RecordKind,
} from '@rightplace/domain';
import { type ChildrenInScope, childrenInScope, type ScopeQuestion } from '../child/scope.ts';

/** Of records that cases tell of, by which line of the policy somebody sees the cases. */
const SEEN_BY: Partial<Record<RecordKind, ChildAction>> = {
  palacRequests: 'see-entry-to-care',
  emergencyStarts: 'see-entry-to-care',
  panelHearings: 'see-panel-case',
  entryDecisions: 'see-panel-case',
  panelSupport: 'see-panel-case',
  careProceedings: 'see-proceedings',
  preProceedings: 'see-proceedings',
  selfDischarges: 'see-leaving-care',
  moveOnPlans: 'see-leaving-care',
  returnHomePlans: 'see-leaving-care',
  placementSearches: 'see-placement-request',
  homesUnderNotice: 'see-placement-request',
  placementPrices: 'see-agreement',
  placementContracts: 'see-agreement',
  paymentsSetUp: 'see-agreement',
  costAvoidance: 'see-cost-avoidance',
};

const kindsIn = (measure: Measure): readonly RecordKind[] =>
  measure.kind === 'cases' ? kindsOf(measure) : [];

/** What somebody has to be let see of a child besides, to be told that a figure is of them: a list of its children tells of their cases. */
export const casesBehind = (measure: Measure): readonly ChildAction[] => [
  ...new Set(kindsIn(measure).flatMap((kind) => SEEN_BY[kind] ?? [])),
];

/** Those of the children behind a figure of whom somebody may be told that they are. */
export const childrenBehind = (
  measure: Measure,
  children: readonly ChildRecord[],
  question: ScopeQuestion,
): ChildrenInScope => {
  const within = childrenInScope(children, question);
  const open = casesBehind(measure).reduce(
    (left, action) => childrenInScope(left, { ...question, action }).open,
    within.open,
  );
  return { open, closed: within.closed };
};
