import type { FormQuestion } from '../form/form.ts';
import type { Step, Workflow } from '../workflow/workflow.ts';
import {
  CONDITIONS_QUESTION,
  MEETING,
  MEETING_QUESTION,
  REASON_QUESTION,
  SUPPORT_QUESTION,
} from './hearing.ts';
import { CHAIRS, KEEPERS, KEPT_BY, PANEL_NEEDS, type PanelNeed, REFERRERS, THE_CHAIR } from './panels.ts';
import { RESOURCES_PANEL_EVIDENCE } from './resources-panel-evidence.ts';

export type ResourcesPanelState =
  | 'draft'
  | 'referred'
  | 'listed'
  | 'support-agreed'
  | 'move-agreed'
  | 'return-planned'
  | 'refused'
  | 'followed-up'
  | 'closed'
  | 'withdrawn';

/** The commissioning hub hears of notice first. */
const REFER = [...REFERRERS, 'placements-officer'] as const;
const HEARD = ['support-agreed', 'move-agreed', 'return-planned', 'refused'] as const;

/** Four weeks. A child who was refused is asked after like any other. */
const FOLLOW_UP = { setting: 'resources-panel-follow-up', workingDays: 20 } as const;

const SUPPORT_BESIDES: FormQuestion = { ...SUPPORT_QUESTION, optional: true };

/** What a hearing came to. */
const outcome = (
  id: string,
  to: (typeof HEARD)[number],
  said: Pick<Step, 'button' | 'told' | 'asks'> & { readonly kind?: Step['kind'] },
): Step<ResourcesPanelState, PanelNeed> => ({
  id,
  kind: 'authorise',
  from: ['listed'],
  to,
  who: CHAIRS,
  only: THE_CHAIR,
  needs: ['meeting-held'],
  ...said,
});

/**
 * The Access to Resources Panel: whether more, or something new, would let a child stay where they are, or go home (West
 * Sussex, strategies of 2021). What is agreed has a cost, an owner and an end, and is asked after.
 */
export const RESOURCES_PANEL: Workflow<ResourcesPanelState, PanelNeed> = {
  id: 'access-to-resources-panel',
  title: 'Access to Resources Panel',
  version: 1,
  source:
    'West Sussex County Council, strategies on the number of children looked after and on placements, 2021: an Access to Resources Panel on trial',
  access: { see: 'see-panel-case', take: 'take-panel-step', begin: 'refer-to-panel' },
  begins: { in: 'draft', who: REFER, told: 'began the referral' },
  evidence: RESOURCES_PANEL_EVIDENCE,
  writing: { in: ['draft'], who: REFER },
  givenTo: KEPT_BY,
  needs: PANEL_NEEDS,
  states: {
    draft: { title: 'Referral being written' },
    referred: { title: 'Waiting to be listed', target: { setting: 'panel-listing', workingDays: 2 } },
    listed: { title: 'Listed for a meeting', dueAsSaid: MEETING },
    'support-agreed': { title: 'Heard: support agreed, to be followed up', target: FOLLOW_UP },
    'move-agreed': { title: 'Heard: a move agreed, to be followed up', target: FOLLOW_UP },
    'return-planned': { title: 'Heard: going home is planned, to be followed up', target: FOLLOW_UP },
    refused: { title: 'Heard: refused, to be followed up', target: FOLLOW_UP },
    'followed-up': {
      title: 'Followed up, to be closed',
      target: { setting: 'resources-panel-closing', workingDays: 5 },
    },
    closed: { title: 'Closed', ended: true },
    withdrawn: { title: 'Withdrawn', ended: true },
  },
  steps: [
    {
      id: 'refer',
      kind: 'submit',
      from: ['draft'],
      to: 'referred',
      who: REFER,
      button: 'Refer to the panel',
      told: 'referred the child to the panel',
      asks: [],
      needs: ['evidence'],
    },
    {
      id: 'list',
      kind: 'record',
      from: ['referred', 'listed'],
      to: 'listed',
      who: KEEPERS,
      button: 'List for a meeting',
      told: 'listed it for a meeting',
      asks: [MEETING_QUESTION],
      needs: ['meeting-arranged'],
    },
    outcome('agree-support', 'support-agreed', {
      button: 'Agree support',
      told: 'recorded that the panel agreed support',
      asks: [REASON_QUESTION, SUPPORT_QUESTION, CONDITIONS_QUESTION],
    }),
    outcome('agree-move', 'move-agreed', {
      button: 'Agree a move',
      told: 'recorded that the panel agreed a move',
      asks: [
        REASON_QUESTION,
        { kind: 'text', name: 'home-needed', label: 'Which home is looked for, and by when?' },
        SUPPORT_BESIDES,
        CONDITIONS_QUESTION,
      ],
    }),
    outcome('plan-return', 'return-planned', {
      button: 'Plan that the child goes home',
      told: 'recorded that the panel planned for the child to go home',
      asks: [
        REASON_QUESTION,
        { kind: 'text', name: 'way-home', label: 'How the child goes home, and what keeps them safe there' },
        { kind: 'day', name: 'home-by', label: 'By which day?', notBeforeToday: true },
        SUPPORT_BESIDES,
        CONDITIONS_QUESTION,
      ],
    }),
    outcome('refuse', 'refused', {
      kind: 'reject',
      button: 'Refuse what is asked for',
      told: 'recorded that the panel refused it',
      asks: [
        REASON_QUESTION,
        { kind: 'text', name: 'instead', label: 'What is done instead' },
        { kind: 'line', name: 'who-tells', label: 'Who tells the child, the family and the carers' },
      ],
    }),
    {
      id: 'follow-up',
      kind: 'record',
      from: HEARD,
      to: 'followed-up',
      who: ['social-worker', 'team-manager', 'placements-officer'],
      button: 'Follow it up',
      told: 'told what came of it',
      asks: [
        {
          kind: 'one-of',
          name: 'lives-now',
          label: 'Where does the child live now?',
          options: { same: 'In the same home', moved: 'In another home', family: 'With the family' },
        },
        { kind: 'text', name: 'came-of', label: 'How is the child now, and what came of the decision?' },
      ],
    },
    {
      id: 'close',
      kind: 'record',
      from: ['followed-up'],
      to: 'closed',
      who: KEEPERS,
      button: 'Close it',
      told: 'closed it',
      asks: [{ kind: 'text', name: 'learnt', label: 'What the panel learns from it', optional: true }],
    },
    {
      id: 'put-again',
      kind: 'submit',
      from: ['followed-up'],
      to: 'referred',
      who: REFER,
      button: 'Put it before the panel again',
      told: 'put it before the panel again',
      asks: [{ kind: 'text', name: 'again', label: 'What has changed, and what do you ask now?' }],
    },
    {
      id: 'withdraw',
      kind: 'withdraw',
      from: ['draft', 'referred', 'listed'],
      to: 'withdrawn',
      who: REFER,
      button: 'Withdraw the referral',
      told: 'withdrew the referral',
      asks: [{ kind: 'text', name: 'reason', label: 'Why it is no longer wanted' }],
    },
  ],
};
