import { DENIAL, WORD } from '../entry-to-care/emergency-asks.ts';
import type { FormQuestion, Options } from '../form/form.ts';
import { BEFORE_MOVE, SEARCH_STATES } from './states.ts';
import type { PlacementRequestStep } from './step.ts';
import { TERMS_STEPS } from './terms-steps.ts';

const OFFICER = ['placements-officer'] as const;
const DIRECTOR = ['director'] as const;
const MANAGER = ['team-manager'] as const;
const WHY: FormQuestion = { kind: 'text', name: 'reason', label: 'Why' };

/** Which offer was chosen: each case says which there are. */
export const OFFER_CHOSEN = 'offer';

/** Which offers were on the page of whoever chose none of them: one that came meanwhile is not declined unseen. */
export const OFFERS_ON_PAGE = 'offers-on-page';
export const NO_OFFER_ON_PAGE = 'none';

/** Of an Inadequate home the director says why all the same; asked only where it is one. */
export const INADEQUATE_WHY = 'inadequate-why';

export const INADEQUATE: FormQuestion = {
  kind: 'text',
  name: INADEQUATE_WHY,
  label: 'Ofsted judges this home Inadequate. Why does the child live there all the same?',
};

/** What stands between any home and the director’s approval, however it is given. */
const TO_APPROVE = ['offer-stands', 'checks-done', 'gates-open'] as const;

const APPROVED_HERE = 'approve';
const APPROVED_BY_WORD = 'approve-by-word';
export const DENIED_APPROVAL = 'deny-approval';

/** Of a home of another type than the request prefers it is said why; asked only where it is one. */
export const OTHER_TYPE_BECAUSE = 'other-type-because';
export const OTHER_TYPE_WORDS = 'other-type-words';

/** Why the type that was wanted was not achieved, as it is counted. */
export const OTHER_TYPE_REASONS = {
  availability: 'None of the type that was wanted was available',
  needs: 'The child’s needs call for this type after all',
  choice: 'The child or the family chose this one',
} as const;

/** Why a home does not fit, as the social worker says it: of one offer, or of all of them. */
export const NOT_WANTED_BECAUSE: Options = {
  needs: 'It does not meet the child’s needs',
  distance: 'It is too far from home, school or family',
  school: 'The school would have to change',
  siblings: 'Brothers and sisters would be parted',
  matching: 'It does not go with the others who live there',
  safety: 'It would not be safe',
  culture: 'It does not fit the child’s religion, culture or language',
  quality: 'What is known of the home’s quality',
  child: 'The child does not want it',
  later: 'It is not there in time',
  other: 'Another reason',
};

/** From the offers to the director’s approval of one of them. */
export const CHOICE_STEPS: readonly PlacementRequestStep[] = [
  {
    id: 'share-offers',
    kind: 'record',
    from: SEARCH_STATES.filter((state) => state !== 'on-hold'),
    to: 'offers-shared',
    who: OFFICER,
    button: 'Put the shared offers to the social worker',
    told: 'put offers to the social worker',
    asks: [{ kind: 'text', name: 'words', label: 'What the social worker should know', optional: true }],
    needs: ['offer-shared'],
  },
  {
    id: 'choose',
    kind: 'submit',
    from: ['offers-shared'],
    to: 'social-work-decision',
    who: ['social-worker'],
    button: 'Choose an offer',
    told: 'chose an offer',
    asks: [
      { kind: 'one-of', name: OFFER_CHOSEN, label: 'Which offer?', options: {} },
      { kind: 'text', name: 'why-this', label: 'Why this one' },
      { kind: 'text', name: 'child-view', label: 'What the child says of it' },
    ],
  },
  {
    id: 'decline-all',
    kind: 'record',
    from: ['offers-shared'],
    to: 'searching',
    who: ['social-worker'],
    button: 'None of these: look on',
    told: 'chose none of the offers',
    asks: [
      { kind: 'any-of', name: 'reasons', label: 'Why none of them?', options: NOT_WANTED_BECAUSE },
      { kind: 'text', name: 'words', label: 'In your own words, offer by offer' },
      {
        kind: 'any-of',
        name: OFFERS_ON_PAGE,
        label: 'Which offers this is of',
        options: { [NO_OFFER_ON_PAGE]: 'None' },
        optional: true,
        carried: true,
      },
    ],
  },
  {
    id: 'agree-choice',
    kind: 'support',
    from: ['social-work-decision'],
    to: 'negotiation',
    who: MANAGER,
    button: 'Agree to this choice',
    told: 'agreed to the choice',
    asks: [{ kind: 'text', name: 'words', label: 'What else has to be so', optional: true }],
    needs: ['offer-stands'],
  },
  {
    id: 'return-choice',
    kind: 'return',
    from: ['social-work-decision'],
    to: 'offers-shared',
    who: MANAGER,
    button: 'Give the choice back',
    told: 'gave the choice back to the social worker',
    asks: [WHY],
  },
  ...TERMS_STEPS,
  {
    id: 'checks-failed',
    kind: 'record',
    from: ['checks'],
    to: 'offers-shared',
    who: OFFICER,
    button: 'A check failed: choose again',
    told: 'recorded that a check failed',
    asks: [WHY],
  },
  {
    id: 'propose',
    kind: 'submit',
    from: ['checks'],
    to: 'with-director',
    who: OFFICER,
    button: 'Put this home to the director',
    told: 'put a home to the director',
    asks: [
      { kind: 'text', name: 'considered', label: 'What else was considered?' },
      { kind: 'text', name: 'why-this', label: 'Why this one?' },
      { kind: 'text', name: 'social-worker-view', label: 'What the social worker and the child say of it' },
      {
        kind: 'one-of',
        name: OTHER_TYPE_BECAUSE,
        label: 'It is of another type than the request prefers. Why?',
        options: OTHER_TYPE_REASONS,
      },
      {
        kind: 'text',
        name: OTHER_TYPE_WORDS,
        label: 'What was tried to find the type that was wanted, and what was in the way',
      },
    ],
    needs: ['offer-stands', 'checks-done'],
  },
  {
    id: APPROVED_HERE,
    kind: 'authorise',
    from: ['with-director'],
    to: 'approved',
    who: DIRECTOR,
    button: 'Approve this home',
    told: 'approved the home',
    asks: [INADEQUATE, { kind: 'text', name: 'conditions', label: 'Conditions', optional: true }],
    needs: TO_APPROVE,
  },
  {
    id: APPROVED_BY_WORD,
    kind: 'write-down',
    from: ['with-director'],
    to: 'approved',
    who: OFFICER,
    besides: true,
    button: 'Emergency: write down the director’s approval by word of mouth',
    told: 'wrote down, in an emergency, the approval of this home by',
    asks: [
      ...WORD,
      {
        kind: 'text',
        name: 'emergency-why',
        label: 'Why can the child not wait until the director has signed in?',
      },
      INADEQUATE,
    ],
    needs: TO_APPROVE,
    word: DIRECTOR,
  },
  {
    id: DENIED_APPROVAL,
    kind: 'deny',
    from: BEFORE_MOVE,
    to: 'with-director',
    who: DIRECTOR,
    button: 'Say that the approval of this home is not yours',
    told: 'said that the approval written down was not theirs, so that the home is before the director again',
    asks: DENIAL,
  },
  {
    id: 'give-back',
    kind: 'return',
    from: ['with-director'],
    to: 'checks',
    who: DIRECTOR,
    button: 'Return it to the placements team',
    told: 'returned the proposal to the placements team',
    asks: [{ kind: 'text', name: 'reason', label: 'What has to be done or known first' }],
  },
  {
    id: 'look-on',
    kind: 'return',
    from: ['with-director'],
    to: 'searching',
    who: DIRECTOR,
    button: 'Do not approve: have another home looked for',
    told: 'did not approve the home and had another looked for',
    asks: [WHY],
  },
];
