/**
 * What people do, as the access table counts it. Each page and command names one. A new action goes here with what it
 * touches, then in `policy.ts` for each role that may, then in the grid of the policy's test.
 *
 * `touches` says what the rules must look at:
 * - `child`: one child's record, opened by itself. Reach, conflict of interest and restriction are asked of the child.
 * - `children`: several at once. The same is asked of each, and a restricted record is never opened in passing.
 * - `figures`: counts with no child told apart.
 * - `authority`: the authority's data, people or settings as a whole, whoever the children in them are.
 * - `self`: the person's own affairs.
 *
 * `delegable` is what whoever stands in for a colleague may do in the colleague's role: what a decision on a case takes, and is
 * recorded with whom they act for. All else they do in their own roles.
 */
export const ACTIONS = {
  'see-home': { touches: 'self', title: 'see the home page' },
  'sign-in-account': { touches: 'self', title: 'look after your own account' },
  'list-children': { touches: 'children', title: 'list children' },
  'view-child': { touches: 'child', title: 'open a child’s record', delegable: true },
  'allocate-reviewing-officer': { touches: 'child', title: 'say whose reviewing officer somebody is' },
  'declare-own-conflict': { touches: 'child', title: 'say that you know a child outside work' },
  'keep-conflicts': { touches: 'child', title: 'record or end a colleague’s conflict of interest' },
  'see-conflicts': { touches: 'self', title: 'see whose conflicts of interest are in force' },
  'view-child-audit': { touches: 'child', title: 'see who has looked at a child’s record' },
  'view-measure': { touches: 'figures', title: 'see figures' },
  'take-figures-apart': { touches: 'figures', title: 'see what a figure is made of' },
  'view-measure-children': { touches: 'children', title: 'see the children behind a figure' },
  'see-known-at-changes': { touches: 'children', title: 'see which children changed a figure' },
  'download-children': { touches: 'children', title: 'download a list of children', needsPurpose: true },
  'preview-import': { touches: 'authority', title: 'try a return before it is taken in' },
  'apply-import': { touches: 'authority', title: 'take a return into the record' },
  'view-imports': { touches: 'authority', title: 'see the history of imports' },
  'export-return': { touches: 'authority', title: 'write the return' },
  'see-return-readiness': { touches: 'children', title: 'see what the rules of the return find' },
  'view-finding': { touches: 'child', title: 'open a finding of the return' },
  'correct-row': { touches: 'child', title: 'correct a row of the return' },
  'answer-finding': { touches: 'child', title: 'answer a finding of the return' },
  'agree-answer': { touches: 'child', title: 'agree or refuse somebody’s answer to a finding' },
  'withdraw-answer': { touches: 'child', title: 'withdraw an answer to a finding' },
  'check-return': { touches: 'authority', title: 'have the return checked' },
  'freeze-return': { touches: 'authority', title: 'freeze the return that is submitted' },
  'open-cases': { touches: 'self', title: 'open a case', delegable: true },
  'act-on-cases': { touches: 'self', title: 'take a step of a case', delegable: true },
  'begin-entry-to-care': { touches: 'self', title: 'ask for a child to come into care' },
  'see-entry-to-care': { touches: 'child', title: 'see a request for care', delegable: true },
  'take-entry-step': { touches: 'child', title: 'take a step of a request for care', delegable: true },
  'begin-proceedings': { touches: 'self', title: 'begin pre-proceedings or record a section 20 agreement' },
  'see-proceedings': {
    touches: 'child',
    title: 'see proceedings, pre-proceedings and section 20 agreements',
    delegable: true,
  },
  'take-proceedings-step': { touches: 'child', title: 'take a step of proceedings', delegable: true },
  'list-proceedings': { touches: 'children', title: 'list proceedings and hearings' },
  'download-proceedings': {
    touches: 'children',
    title: 'download a list of proceedings',
    needsPurpose: true,
  },
  'refer-to-panel': { touches: 'self', title: 'put a child before a panel' },
  'see-panel-case': { touches: 'child', title: 'see what was put before a panel', delegable: true },
  'take-panel-step': { touches: 'child', title: 'take a step of a panel’s case', delegable: true },
  'see-panels': { touches: 'children', title: 'see panels and their agendas' },
  'arrange-panels': { touches: 'self', title: 'arrange meetings of panels' },
  'begin-leaving-care': { touches: 'self', title: 'plan for a child to leave care' },
  'see-leaving-care': { touches: 'child', title: 'see how a child is to leave care', delegable: true },
  'take-leaving-step': { touches: 'child', title: 'take a step of leaving care', delegable: true },
  'list-leaving-care': { touches: 'children', title: 'list who is to leave care, and who came back' },
  'begin-placement-request': { touches: 'self', title: 'ask for a home for a child' },
  'record-home-notice': { touches: 'child', title: 'record that the home of a child is to end' },
  'see-placement-request': { touches: 'child', title: 'see a request for a home', delegable: true },
  'see-profile': { touches: 'child', title: 'see the profile that providers are sent', delegable: true },
  'approve-profile': { touches: 'child', title: 'approve the profile that providers are sent' },
  'take-placement-step': { touches: 'child', title: 'take a step of a request for a home', delegable: true },
  'see-register': { touches: 'self', title: 'see providers and homes' },
  'see-carers': { touches: 'self', title: 'see foster carers’ households' },
  'see-fees': { touches: 'self', title: 'see what homes cost' },
  'keep-register': { touches: 'self', title: 'keep the register of providers and homes' },
  'keep-carers': { touches: 'self', title: 'keep foster carers’ terms of approval' },
  'hold-place': { touches: 'self', title: 'hold a place for a search' },
  'keep-portal-people': { touches: 'self', title: 'invite people of providers to the portal' },
  'list-searches': { touches: 'children', title: 'list searches for homes' },
  'write-search-log': { touches: 'child', title: 'write in the log of a search for a home', delegable: true },
  'see-agreement': { touches: 'child', title: 'see what was agreed for a placement, and its price' },
  'make-agreement': { touches: 'child', title: 'make and change agreements of placements' },
  'list-commitments': { touches: 'children', title: 'see what placements cost' },
  'see-payments': { touches: 'children', title: 'see what was paid beside what is payable' },
  'download-payments': { touches: 'children', title: 'download payments', needsPurpose: true },
  'set-up-payments': { touches: 'child', title: 'record that payments of a placement are set up' },
  'see-cost-avoidance': { touches: 'children', title: 'see what cost was avoided' },
  'draft-cost-avoidance': { touches: 'child', title: 'draft lines of cost avoided' },
  'verify-cost-avoidance': { touches: 'child', title: 'verify lines of cost avoided' },
  'download-cost-avoidance': {
    touches: 'children',
    title: 'download lines of cost avoided',
    needsPurpose: true,
  },
  'load-payments': { touches: 'authority', title: 'load what was paid' },
  'see-what-is-due': { touches: 'child', title: 'see what is due for a child', delegable: true },
  'say-of-what-is-due': { touches: 'child', title: 'record what was done for a child' },
  'allow-to-be-late': { touches: 'child', title: 'allow what is due for a child to be later' },
  'see-team-queue': { touches: 'children', title: 'see every open case of your team or service' },
  'see-decision-times': { touches: 'figures', title: 'see how long decisions take' },
  'list-my-work': { touches: 'self', title: 'see what waits for you' },
  'see-delegations': { touches: 'self', title: 'see who stands in for whom' },
  'make-delegation': { touches: 'self', title: 'say who stands in for somebody' },
  'end-delegation': { touches: 'self', title: 'end somebody’s standing in' },
  'view-audit': { touches: 'authority', title: 'see the audit' },
  'manage-people': { touches: 'authority', title: 'look after people and their roles' },
  'set-times': { touches: 'authority', title: 'set how long things may take' },
  'manage-settings': { touches: 'authority', title: 'change settings' },
  'see-api-clients': { touches: 'authority', title: 'see which other systems read figures' },
  'make-api-client': { touches: 'authority', title: 'let another system read figures' },
  'agree-api-client': { touches: 'authority', title: 'agree to what another system may read' },
  'revoke-api-client': { touches: 'authority', title: 'take a token away from another system' },
  'write-commentary': { touches: 'figures', title: 'write commentary on a figure' },
  'make-boards': { touches: 'authority', title: 'make boards of measures' },
  'set-targets': { touches: 'authority', title: 'set targets' },
  'set-conventions': { touches: 'authority', title: 'set local conventions' },
  'choose-neighbours': { touches: 'authority', title: 'choose statistical neighbours' },
  'view-figure-sets': { touches: 'authority', title: 'see sets of figures of the whole authority' },
  'publish-figures': { touches: 'authority', title: 'publish figures' },
} as const satisfies Readonly<Record<string, ActionMeaning>>;

interface ActionMeaning {
  readonly touches: 'child' | 'children' | 'figures' | 'authority' | 'self';
  /** Completes "may …" and "You may not …". */
  readonly title: string;
  /** Why it is done has to be said, and is recorded. */
  readonly needsPurpose?: true;
  readonly delegable?: true;
}

export type Action = keyof typeof ACTIONS;

type Touching<What> = { [A in Action]: (typeof ACTIONS)[A]['touches'] extends What ? A : never }[Action];

/** Actions on identified children, one or several: each child has to be asked about with `mayDoTo`. */
export type ChildAction = Touching<'child' | 'children'>;

export const ALL_ACTIONS = Object.keys(ACTIONS) as readonly Action[];

export const actionMeaning = (action: Action): ActionMeaning => ACTIONS[action];

export const isChildAction = (action: Action): action is ChildAction =>
  ACTIONS[action].touches === 'child' || ACTIONS[action].touches === 'children';
