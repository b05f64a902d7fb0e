/** What goes together in the table of who may do what: whoever may do one of these may do the others, as far. */
import type { Scope } from './scope.ts';

export const everyone = { 'see-home': 'self', 'sign-in-account': 'self' } as const;

/** Those who may open a record may open it from any list that shows it, and may see what is due and who else has looked. */
export const recordsIn = <S extends Scope>(scope: S) =>
  ({
    'list-children': scope,
    'view-child': scope,
    'see-what-is-due': scope,
    'view-child-audit': scope,
    'view-measure-children': scope,
    'see-known-at-changes': scope,
  }) as const;

/** Whoever works here and opens records says of a child that they know them outside work. A visitor says so to whoever let them in. */
export const worksOnRecordsIn = <S extends Scope>(scope: S) =>
  ({ ...recordsIn(scope), 'declare-own-conflict': scope }) as const;

/** Those who answer for others record and end others’ conflicts of interest, and see which are in force. */
export const keepsConflictsIn = <S extends Scope>(scope: S) =>
  ({ 'keep-conflicts': scope, 'see-conflicts': 'self' }) as const;

/** Those who see true figures see what they are made of: part by part, and from one day to another. */
export const figuresIn = <S extends Scope>(scope: S) =>
  ({ 'view-measure': scope, 'take-figures-apart': scope }) as const;

/** Those who see findings of the return open them. Whoever keeps what a row says corrects it, or says why it stands. */
export const findingsIn = <S extends Scope>(scope: S) =>
  ({ 'see-return-readiness': scope, 'view-finding': scope }) as const;
export const rowsIn = <S extends Scope>(scope: S) =>
  ({
    ...findingsIn(scope),
    'correct-row': scope,
    'answer-finding': scope,
    'withdraw-answer': scope,
  }) as const;

/**
 * The doors to the pages that every case has, whatever its process. Which cases somebody sees behind them, and takes steps of, is
 * said of each process by itself: a line that lets somebody see or act is no use without these.
 */
export const READS_CASES = { 'open-cases': 'self' } as const;
export const ACTS_ON_CASES = { ...READS_CASES, 'act-on-cases': 'self', 'list-my-work': 'self' } as const;

/** Those who take steps of requests for care see them, and have a list of what waits for them. */
export const casesIn = <S extends Scope>(scope: S) =>
  ({ ...ACTS_ON_CASES, 'see-entry-to-care': scope, 'take-entry-step': scope }) as const;

/**
 * Proceedings, what comes before them, and agreements under section 20. There is no role of legal services: they advise, and
 * whoever decides says so; what they need of the list a manager takes out for them, for a purpose that is recorded.
 */
export const readsProceedingsIn = <S extends Scope>(scope: S) =>
  ({ 'see-proceedings': scope, 'list-proceedings': scope }) as const;
export const proceedingsIn = <S extends Scope>(scope: S) =>
  ({ ...readsProceedingsIn(scope), 'take-proceedings-step': scope }) as const;

/** Those who see a panel's cases see the agendas that these are on. Whoever refers, lists, chairs or follows up acts on them. */
export const readsPanelsIn = <S extends Scope>(scope: S) =>
  ({ 'see-panel-case': scope, 'see-panels': scope }) as const;
export const panelsIn = <S extends Scope>(scope: S) =>
  ({ ...readsPanelsIn(scope), 'take-panel-step': scope }) as const;

/** Those who see how children are to leave care see who is to, and who came back. */
export const readsLeavingIn = <S extends Scope>(scope: S) =>
  ({ 'see-leaving-care': scope, 'list-leaving-care': scope }) as const;
export const leavingIn = <S extends Scope>(scope: S) =>
  ({ ...readsLeavingIn(scope), 'take-leaving-step': scope }) as const;

/**
 * A home is asked for by the child's social worker, whose manager agrees to which, and looked for by the placements team; those who
 * lead see how far it is. Whoever writes in its log writes what is theirs to say: each kind of entry has its roles.
 */
export const readsHomesIn = <S extends Scope>(scope: S) => ({ 'see-placement-request': scope }) as const;
export const homesIn = <S extends Scope>(scope: S) =>
  ({ ...readsHomesIn(scope), 'take-placement-step': scope }) as const;
export const SEARCHES_ALL = { 'list-searches': 'authority', 'write-search-log': 'authority' } as const;

/**
 * The register of providers and homes. Carers are people at home, and prices are between the authority and a provider: each is
 * for those whose work needs it.
 */
export const READS_REGISTER = { 'see-register': 'self' } as const;
export const READS_FEES = { ...READS_REGISTER, 'see-fees': 'self' } as const;
export const READS_WHOLE_REGISTER = { ...READS_FEES, 'see-carers': 'self' } as const;
export const KEEPS_REGISTER = {
  ...READS_WHOLE_REGISTER,
  'keep-register': 'self',
  'keep-carers': 'self',
  'hold-place': 'self',
  'keep-portal-people': 'self',
} as const;

/**
 * What placements cost, and what cost was avoided, is seen by those who answer for it; the placements team agrees it, and finance pays
 * and verifies it.
 */
export const readsCostsIn = <S extends Scope>(scope: S) =>
  ({ 'see-agreement': scope, 'list-commitments': scope, 'see-cost-avoidance': scope }) as const;
export const PAYS = {
  ...readsCostsIn('authority'),
  'download-cost-avoidance': 'authority',
  'see-payments': 'authority',
  'download-payments': 'authority',
} as const;

/** The profile is made and approved by the placements team. Whoever writes the request, leads or reviews sees what goes out. */
export const readsProfilesIn = <S extends Scope>(scope: S) => ({ 'see-profile': scope }) as const;

/** Those who decide are stood in for, and those a step below may stand in: they see who does, and may lay it down again. */
export const STANDS_IN = { 'see-delegations': 'self', 'end-delegation': 'self' } as const;
export const IS_STOOD_IN_FOR = { ...STANDS_IN, 'make-delegation': 'self' } as const;
/** Those who say it of anybody. */
export const APPOINTS = {
  'see-delegations': 'authority',
  'make-delegation': 'authority',
  'end-delegation': 'authority',
} as const;

/** Those who answer for what others do see all of it that is open, and how long it takes. */
export const leadsIn = <S extends Scope>(scope: S) =>
  ({ 'see-team-queue': scope, 'see-decision-times': scope }) as const;

/** Those who do what is due for a child, or see that it is done, say so. Managers allow it to be later. */
export const dutiesIn = <S extends Scope>(scope: S) => ({ 'say-of-what-is-due': scope }) as const;
export const managedDutiesIn = <S extends Scope>(scope: S) =>
  ({ ...dutiesIn(scope), 'allow-to-be-late': scope }) as const;
