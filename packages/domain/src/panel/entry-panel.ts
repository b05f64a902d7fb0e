import { LEGAL_BASES } from '../entry-to-care/evidence.ts';
import type { FormQuestion } from '../form/form.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { ENTRY_PANEL_EVIDENCE } from './entry-panel-evidence.ts';
import {
  CONDITIONS_QUESTION,
  MEETING,
  MEETING_QUESTION,
  REASON_QUESTION,
  REVIEW,
  REVIEW_QUESTION,
  SUPPORT_QUESTION,
} from './hearing.ts';
import { CHAIRS, KEEPERS, KEPT_BY, PANEL_NEEDS, type PanelNeed, REFERRERS, THE_CHAIR } from './panels.ts';

export type EntryPanelState =
  | 'draft'
  | 'referred'
  | 'listed'
  | 'more-information'
  | 'care-agreed'
  | 'diverted'
  | 'legal-gateway'
  | 'reviewed'
  | 'withdrawn';

/** Where the panel has said what it thinks. */
const HEARD = ['care-agreed', 'diverted', 'legal-gateway'] as const satisfies readonly EntryPanelState[];

/** Agreement is not the only way: the panel is there so that fewer children come into care by it. */
const BASIS: readonly FormQuestion[] = [
  { kind: 'one-of', name: 'basis', label: 'On what legal basis?', options: LEGAL_BASES },
  {
    kind: 'text',
    name: 'instead-considered',
    label: 'What did the panel consider instead of section 20?',
    when: { question: 'basis', is: ['V2'] },
  },
];

/**
 * The Entry to Care Panel: more than one pair of eyes on whether a child comes into care, and into which home (West Sussex,
 * strategy on the number of children looked after, 2021). It gives its view; the director decides on the request with it.
 */
export const ENTRY_PANEL: Workflow<EntryPanelState, PanelNeed> = {
  id: 'entry-to-care-panel',
  title: 'Entry to Care Panel',
  version: 1,
  source:
    'West Sussex County Council, strategies on the number of children looked after and on placements, 2021: a panel for scrutiny of decisions that children come into care',
  access: { see: 'see-panel-case', take: 'take-panel-step', begin: 'refer-to-panel' },
  begins: { in: 'draft', who: REFERRERS, told: 'began the referral' },
  evidence: ENTRY_PANEL_EVIDENCE,
  writing: { in: ['draft', 'more-information'], who: REFERRERS },
  givenTo: KEPT_BY,
  needs: PANEL_NEEDS,
  states: {
    draft: { title: 'Referral being written' },
    referred: { title: 'Waiting to be listed', target: { setting: 'panel-listing', workingDays: 2 } },
    listed: { title: 'Listed for a meeting', dueAsSaid: MEETING },
    'more-information': {
      title: 'Heard, and more information asked for',
      target: { setting: 'panel-more-information', workingDays: 5 },
    },
    'care-agreed': { title: 'Heard: care agreed', dueAsSaid: REVIEW, rests: true },
    diverted: { title: 'Heard: support instead of care', dueAsSaid: REVIEW, rests: true },
    'legal-gateway': { title: 'Heard: referred to the legal gateway', dueAsSaid: REVIEW, rests: true },
    reviewed: { title: 'Heard, and looked at again', ended: true },
    withdrawn: { title: 'Withdrawn', ended: true },
  },
  refers: [
    {
      workflow: 'pre-proceedings',
      button: 'Write the papers for the legal gateway',
      from: ['legal-gateway', 'reviewed'],
      who: ['social-worker'],
    },
  ],
  steps: [
    {
      id: 'refer',
      kind: 'submit',
      from: ['draft', 'more-information'],
      to: 'referred',
      who: REFERRERS,
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
    {
      id: 'agree-care',
      kind: 'authorise',
      from: ['listed'],
      to: 'care-agreed',
      who: CHAIRS,
      only: THE_CHAIR,
      button: 'The panel agrees that the child comes into care',
      told: 'recorded that the panel agrees to care',
      asks: [...BASIS, REASON_QUESTION, CONDITIONS_QUESTION, REVIEW_QUESTION],
      needs: ['meeting-held'],
    },
    {
      id: 'divert',
      kind: 'authorise',
      from: ['listed'],
      to: 'diverted',
      who: CHAIRS,
      only: THE_CHAIR,
      button: 'Support instead of care',
      told: 'recorded that the panel sees support, and not care, as right',
      asks: [REASON_QUESTION, SUPPORT_QUESTION, CONDITIONS_QUESTION, REVIEW_QUESTION],
      needs: ['meeting-held'],
    },
    {
      id: 'to-legal-gateway',
      kind: 'authorise',
      from: ['listed'],
      to: 'legal-gateway',
      who: CHAIRS,
      only: THE_CHAIR,
      button: 'Refer to the legal gateway',
      told: 'recorded that the panel refers the child to the legal gateway',
      asks: [
        REASON_QUESTION,
        { kind: 'text', name: 'until-then', label: 'What keeps the child safe until it meets?' },
        CONDITIONS_QUESTION,
        REVIEW_QUESTION,
      ],
      needs: ['meeting-held'],
    },
    {
      id: 'ask-more',
      kind: 'return',
      from: ['listed'],
      to: 'more-information',
      who: CHAIRS,
      only: THE_CHAIR,
      button: 'Ask for more information',
      told: 'recorded that the panel asks for more information',
      asks: [
        {
          kind: 'list',
          name: 'changes',
          label: 'What the panel has to know first',
          entry: 'Question',
          of: [{ kind: 'text', name: 'change', label: 'What is needed, and from whom' }],
        },
      ],
      needs: ['meeting-held'],
    },
    {
      id: 'review',
      kind: 'record',
      from: HEARD,
      to: 'reviewed',
      who: KEEPERS,
      button: 'Record that it was looked at again',
      told: 'recorded what came of it',
      asks: [
        { kind: 'text', name: 'came-of', label: 'How is the child now, and what came of the decision?' },
      ],
    },
    {
      id: 'withdraw',
      kind: 'withdraw',
      from: ['draft', 'referred', 'listed', 'more-information'],
      to: 'withdrawn',
      who: REFERRERS,
      button: 'Withdraw the referral',
      told: 'withdrew the referral',
      asks: [{ kind: 'text', name: 'reason', label: 'Why it is no longer wanted' }],
    },
  ],
};
