import type { Action } from './action.ts';
import type { Role } from './role.ts';
import type { Scope } from './scope.ts';

/** What a role may do, and how far. What is not written here is refused. */
export type Policy = Readonly<Record<Role, Readonly<Partial<Record<Action, Scope>>>>>;

const everyone = { 'see-home': 'self', 'sign-in-account': 'self' } as const;

/** Those who may open a record may open it from any list that shows it, and may see what is due and who else has looked. */
const recordsIn = <S extends Scope>(scope: S) =>
  ({
    'list-children': scope,
    'view-child': scope,
    'see-what-is-due': scope,
    'view-child-audit': scope,
    'view-measure-children': scope,
    'see-known-at-changes': scope,
  }) as const;

/** Whoever works here and opens records says of a child that they know them outside work. A visitor says so to whoever let them in. */
const worksOnRecordsIn = <S extends Scope>(scope: S) =>
  ({ ...recordsIn(scope), 'declare-own-conflict': scope }) as const;

/** Those who answer for others record and end others’ conflicts of interest, and see which are in force. */
const keepsConflictsIn = <S extends Scope>(scope: S) =>
  ({ 'keep-conflicts': scope, 'see-conflicts': 'self' }) as const;

/** Those who see true figures see what they are made of: part by part, and from one day to another. */
const figuresIn = <S extends Scope>(scope: S) =>
  ({ 'view-measure': scope, 'take-figures-apart': scope }) as const;

/** Those who see findings of the return open them. Whoever keeps what a row says corrects it, or says why it stands. */
const findingsIn = <S extends Scope>(scope: S) =>
  ({ 'see-return-readiness': scope, 'view-finding': scope }) as const;
const rowsIn = <S extends Scope>(scope: S) =>
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
const READS_CASES = { 'open-cases': 'self' } as const;
const ACTS_ON_CASES = { ...READS_CASES, 'act-on-cases': 'self', 'list-my-work': 'self' } as const;

/** Those who take steps of requests for care see them, and have a list of what waits for them. */
const casesIn = <S extends Scope>(scope: S) =>
  ({ ...ACTS_ON_CASES, 'see-entry-to-care': scope, 'take-entry-step': scope }) as const;

/**
 * Proceedings, what comes before them, and agreements under section 20. There is no role of legal services: they advise, and
 * whoever decides says so; what they need of the list a manager takes out for them, for a purpose that is recorded.
 */
const readsProceedingsIn = <S extends Scope>(scope: S) =>
  ({ 'see-proceedings': scope, 'list-proceedings': scope }) as const;
const proceedingsIn = <S extends Scope>(scope: S) =>
  ({ ...readsProceedingsIn(scope), 'take-proceedings-step': scope }) as const;

/** Those who see a panel's cases see the agendas that these are on. Whoever refers, lists, chairs or follows up acts on them. */
const readsPanelsIn = <S extends Scope>(scope: S) =>
  ({ 'see-panel-case': scope, 'see-panels': scope }) as const;
const panelsIn = <S extends Scope>(scope: S) =>
  ({ ...readsPanelsIn(scope), 'take-panel-step': scope }) as const;

/** Those who see how children are to leave care see who is to, and who came back. */
const readsLeavingIn = <S extends Scope>(scope: S) =>
  ({ 'see-leaving-care': scope, 'list-leaving-care': scope }) as const;
const leavingIn = <S extends Scope>(scope: S) =>
  ({ ...readsLeavingIn(scope), 'take-leaving-step': scope }) as const;

/**
 * A home is asked for by the child's social worker, whose manager agrees to which, and looked for by the placements team; those who
 * lead see how far it is. Whoever writes in its log writes what is theirs to say: each kind of entry has its roles.
 */
const readsHomesIn = <S extends Scope>(scope: S) => ({ 'see-placement-request': scope }) as const;
const homesIn = <S extends Scope>(scope: S) =>
  ({ ...readsHomesIn(scope), 'take-placement-step': scope }) as const;
const SEARCHES_ALL = { 'list-searches': 'authority', 'write-search-log': 'authority' } as const;

/**
 * The register of providers and homes. Carers are people at home, and prices are between the authority and a provider: each is
 * for those whose work needs it.
 */
const READS_REGISTER = { 'see-register': 'self' } as const;
const READS_FEES = { ...READS_REGISTER, 'see-fees': 'self' } as const;
const READS_WHOLE_REGISTER = { ...READS_FEES, 'see-carers': 'self' } as const;
const KEEPS_REGISTER = {
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
const readsCostsIn = <S extends Scope>(scope: S) =>
  ({ 'see-agreement': scope, 'list-commitments': scope, 'see-cost-avoidance': scope }) as const;
const PAYS = {
  ...readsCostsIn('authority'),
  'download-cost-avoidance': 'authority',
  'see-payments': 'authority',
  'download-payments': 'authority',
} as const;

/** The profile is made and approved by the placements team. Whoever writes the request, leads or reviews sees what goes out. */
const readsProfilesIn = <S extends Scope>(scope: S) => ({ 'see-profile': scope }) as const;

/** Those who decide are stood in for, and those a step below may stand in: they see who does, and may lay it down again. */
const STANDS_IN = { 'see-delegations': 'self', 'end-delegation': 'self' } as const;
const IS_STOOD_IN_FOR = { ...STANDS_IN, 'make-delegation': 'self' } as const;
/** Those who say it of anybody. */
const APPOINTS = {
  'see-delegations': 'authority',
  'make-delegation': 'authority',
  'end-delegation': 'authority',
} as const;

/** Those who answer for what others do see all of it that is open, and how long it takes. */
const leadsIn = <S extends Scope>(scope: S) =>
  ({ 'see-team-queue': scope, 'see-decision-times': scope }) as const;

/** Those who do what is due for a child, or see that it is done, say so. Managers allow it to be later. */
const dutiesIn = <S extends Scope>(scope: S) => ({ 'say-of-what-is-due': scope }) as const;
const managedDutiesIn = <S extends Scope>(scope: S) =>
  ({ ...dutiesIn(scope), 'allow-to-be-late': scope }) as const;

/**
 * Who may do what: the one table. It holds what has a page today. Some roles are due part of a record (its education,
 * its health, its price, a profile without a name) or their own: that is not the whole record, so it is not
 * `view-child`. It comes as an action of its own with the page that shows that part, and until then there is nothing.
 */
export const POLICY: Policy = {
  'social-worker': {
    ...everyone,
    ...readsProfilesIn('own-cases'),
    'see-agreement': 'own-cases',
    ...READS_REGISTER,
    ...homesIn('own-cases'),
    'write-search-log': 'own-cases',
    'begin-placement-request': 'self',
    'record-home-notice': 'own-cases',
    ...leavingIn('own-cases'),
    'begin-leaving-care': 'self',
    ...worksOnRecordsIn('own-cases'),
    ...dutiesIn('own-cases'),
    ...rowsIn('own-cases'),
    ...figuresIn('team'),
    ...casesIn('own-cases'),
    ...proceedingsIn('own-cases'),
    'begin-proceedings': 'self',
    ...panelsIn('own-cases'),
    'refer-to-panel': 'self',
    ...STANDS_IN,
    'begin-entry-to-care': 'self',
  },
  'team-manager': {
    ...everyone,
    ...keepsConflictsIn('team'),
    ...readsProfilesIn('team'),
    ...readsCostsIn('team'),
    ...READS_FEES,
    ...homesIn('team'),
    'list-searches': 'team',
    ...leadsIn('team'),
    ...leavingIn('team'),
    ...worksOnRecordsIn('team'),
    ...managedDutiesIn('team'),
    ...rowsIn('team'),
    ...casesIn('team'),
    ...panelsIn('team'),
    'refer-to-panel': 'self',
    ...proceedingsIn('team'),
    'download-proceedings': 'team',
    ...IS_STOOD_IN_FOR,
    'agree-answer': 'team',
    ...figuresIn('team'),
    'write-commentary': 'team',
    'download-children': 'team',
  },
  'group-manager': {
    ...everyone,
    ...keepsConflictsIn('service'),
    ...readsProfilesIn('service'),
    ...readsCostsIn('service'),
    ...READS_WHOLE_REGISTER,
    ...readsHomesIn('service'),
    'list-searches': 'service',
    'write-search-log': 'service',
    ...leadsIn('service'),
    ...leavingIn('service'),
    ...worksOnRecordsIn('service'),
    ...managedDutiesIn('service'),
    'allocate-reviewing-officer': 'service',
    ...rowsIn('service'),
    ...casesIn('service'),
    ...panelsIn('service'),
    'refer-to-panel': 'self',
    'arrange-panels': 'self',
    ...proceedingsIn('service'),
    'download-proceedings': 'service',
    ...IS_STOOD_IN_FOR,
    'agree-answer': 'service',
    ...figuresIn('service'),
    'write-commentary': 'service',
    'download-children': 'service',
  },
  director: {
    ...everyone,
    ...keepsConflictsIn('authority'),
    ...readsProfilesIn('authority'),
    ...PAYS,
    ...READS_WHOLE_REGISTER,
    ...homesIn('authority'),
    ...SEARCHES_ALL,
    ...leadsIn('authority'),
    'set-times': 'authority',
    ...leavingIn('authority'),
    'allocate-reviewing-officer': 'authority',
    ...worksOnRecordsIn('authority'),
    ...managedDutiesIn('authority'),
    ...findingsIn('authority'),
    ...casesIn('authority'),
    ...readsProceedingsIn('authority'),
    'download-proceedings': 'authority',
    ...panelsIn('authority'),
    'arrange-panels': 'self',
    ...APPOINTS,
    'agree-answer': 'authority',
    'withdraw-answer': 'authority',
    'check-return': 'authority',
    'freeze-return': 'authority',
    ...figuresIn('authority'),
    'write-commentary': 'authority',
    'make-boards': 'authority',
    'download-children': 'authority',
    'view-imports': 'authority',
    'view-audit': 'authority',
    'set-targets': 'authority',
    'set-conventions': 'authority',
    'view-figure-sets': 'authority',
    'publish-figures': 'authority',
    // Whoever answers for the children says what leaves the service about them.
    'see-api-clients': 'authority',
    'agree-api-client': 'authority',
    'revoke-api-client': 'authority',
  },
  'placements-officer': {
    ...everyone,
    ...readsProfilesIn('authority'),
    'approve-profile': 'authority',
    ...PAYS,
    'make-agreement': 'authority',
    'draft-cost-avoidance': 'authority',
    ...KEEPS_REGISTER,
    ...homesIn('authority'),
    'record-home-notice': 'authority',
    ...SEARCHES_ALL,
    ...readsLeavingIn('authority'),
    ...worksOnRecordsIn('authority'),
    ...dutiesIn('authority'),
    ...rowsIn('authority'),
    ...casesIn('authority'),
    ...panelsIn('authority'),
    'refer-to-panel': 'self',
    'arrange-panels': 'self',
    'see-delegations': 'self',
    ...figuresIn('authority'),
    'view-figure-sets': 'authority',
  },
  // The children they are matched with or supervise the carers of.
  'fostering-adoption': {
    ...everyone,
    ...READS_REGISTER,
    'see-carers': 'self',
    'keep-carers': 'self',
    ...worksOnRecordsIn('own-cases'),
    ...dutiesIn('own-cases'),
    ...rowsIn('own-cases'),
    ...figuresIn('service'),
  },
  // Own cases are the children whose reviewing officer they are, and before a panel those of the meetings that they chair.
  'reviewing-officer': {
    ...everyone,
    ...readsProfilesIn('own-cases'),
    ...READS_REGISTER,
    ...readsHomesIn('own-cases'),
    ...leavingIn('own-cases'),
    ...worksOnRecordsIn('own-cases'),
    ...dutiesIn('own-cases'),
    ...rowsIn('own-cases'),
    ...ACTS_ON_CASES,
    ...panelsIn('own-cases'),
    'arrange-panels': 'self',
    'see-entry-to-care': 'own-cases',
    ...readsProceedingsIn('own-cases'),
    ...IS_STOOD_IN_FOR,
    ...figuresIn('authority'),
    'view-figure-sets': 'authority',
  },
  // Due: the education part of a record.
  'virtual-school': { ...everyone, 'view-measure': 'figures-only' },
  // Due: the health part of a record, and health measures.
  health: { ...everyone },
  performance: {
    ...everyone,
    ...READS_FEES,
    ...readsHomesIn('authority'),
    'list-searches': 'authority',
    'see-decision-times': 'authority',
    ...readsLeavingIn('authority'),
    'allocate-reviewing-officer': 'authority',
    ...worksOnRecordsIn('authority'),
    ...rowsIn('authority'),
    ...READS_CASES,
    ...readsPanelsIn('authority'),
    'see-entry-to-care': 'authority',
    ...readsProceedingsIn('authority'),
    'download-proceedings': 'authority',
    'agree-answer': 'authority',
    'check-return': 'authority',
    'freeze-return': 'authority',
    ...figuresIn('authority'),
    'write-commentary': 'authority',
    'make-boards': 'authority',
    'download-children': 'authority',
    'preview-import': 'authority',
    'apply-import': 'authority',
    'view-imports': 'authority',
    'export-return': 'authority',
    'set-targets': 'authority',
    'set-conventions': 'authority',
    'choose-neighbours': 'authority',
    'view-figure-sets': 'authority',
    'publish-figures': 'authority',
  },
  // Due: the cost measures.
  finance: {
    ...everyone,
    ...READS_FEES,
    ...PAYS,
    'load-payments': 'authority',
    'set-up-payments': 'authority',
    'verify-cost-avoidance': 'authority',
  },
  // Sees no child, so neither imports nor the audit, which name children.
  administrator: {
    ...everyone,
    // Whose they are and since when, and nothing of the child.
    'see-conflicts': 'self',
    'manage-people': 'authority',
    'manage-settings': 'authority',
    'set-times': 'authority',
    ...APPOINTS,
    'choose-neighbours': 'authority',
    'see-api-clients': 'authority',
    'make-api-client': 'authority',
    'revoke-api-client': 'authority',
  },
  // What they are asked and what they answer is behind a door of its own: the portal, where no line of this table reaches.
  'external-provider': { ...everyone },
  // Due: the plan, health and contacts of a child living with them.
  'foster-carer': { ...everyone },
  // Due: their own record, in a page made with them.
  'young-person': { ...everyone },
  // Due: what a child consents to.
  advocate: { ...everyone },
  'elected-member': { ...everyone, 'view-measure': 'figures-only' },
  'corporate-parenting-panel': { ...everyone, 'view-measure': 'figures-only' },
  'improvement-partner': { ...everyone, 'view-measure': 'figures-only' },
  // Due: searches and rates shared across the region.
  'regional-team': { ...everyone, 'view-measure': 'region' },
  // Reads for as long as the visit lasts, and changes and takes away nothing.
  inspector: {
    ...everyone,
    ...readsProfilesIn('authority'),
    ...readsCostsIn('authority'),
    ...READS_WHOLE_REGISTER,
    ...readsHomesIn('authority'),
    'list-searches': 'authority',
    ...readsLeavingIn('authority'),
    ...recordsIn('authority'),
    ...findingsIn('authority'),
    ...figuresIn('authority'),
    ...READS_CASES,
    ...readsPanelsIn('authority'),
    'see-entry-to-care': 'authority',
    ...readsProceedingsIn('authority'),
    'view-figure-sets': 'authority',
    'view-audit': 'authority',
  },
};

/** Roles that are only ever given for a time. */
export const TIME_LIMITED_ROLES: ReadonlySet<Role> = new Set<Role>(['inspector']);
