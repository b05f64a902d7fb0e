import { CARE_BEGINS } from '../entry-to-care/start-of-care.ts';
import type { FormQuestion } from '../form/form.ts';
import { HOME_CHANGES } from './change-of-home.ts';
import { INADEQUATE } from './choice-steps.ts';
import { BEFORE_MOVE, BEFORE_THE_SEARCH, LOGGED_STATES } from './states.ts';
import type { PlacementRequestStep } from './step.ts';

const OFFICER = ['placements-officer'] as const;
const WHO_SEES_THE_MOVE = ['placements-officer', 'social-worker'] as const;
const WHY: FormQuestion = { kind: 'text', name: 'reason', label: 'Why' };

/** Asked where the day of a move is: needed where that lies before the approval of the home. Each case says of which day that is. */
export const MOVED_BEFORE_WHY = 'moved-before-why';

const BEFORE_APPROVAL: FormQuestion = {
  kind: 'text',
  name: MOVED_BEFORE_WHY,
  label: 'If the child moved before the home was approved, say why',
  optional: true,
};

/** After the first question, which is for the day of the move. */
const withWhyBefore = ([on, ...others]: readonly FormQuestion[]): readonly FormQuestion[] =>
  on === undefined ? [] : [on, BEFORE_APPROVAL, ...others];

/** Needed where the home is full by the record, and the place is neither held for another search nor planned for one. */
export const PLACE_ALL_THE_SAME = 'place-all-the-same';

/**
 * Kept with a planned move, and asked of nobody: the first day on which by the record there was no place, where it was said which the child
 * has. `yes` was kept before: from the day of the move on.
 */
export const PLANNED_BEYOND_RECORD = 'planned-beyond-record';

const FULL_BY_RECORD: FormQuestion = {
  kind: 'text',
  name: PLACE_ALL_THE_SAME,
  label: 'If the home is full by the record, say which place the child has',
  hint: 'For example: who leaves it by then, and who told you.',
  optional: true,
};

const MOVE: readonly FormQuestion[] = [
  { kind: 'day', name: 'moves-on', label: 'On which day does the child move?' },
  FULL_BY_RECORD,
  BEFORE_APPROVAL,
  { kind: 'text', name: 'moves-how', label: 'Who goes with the child, and what is ready for them there' },
];
const YES_OR_NO = { yes: 'Yes', no: 'No' };

/** As after the request for care, but that the legal basis is asked: the request for a home does not say it. */
const CARE_BEGINS_HERE: readonly FormQuestion[] = CARE_BEGINS.map(({ optional, ...question }) =>
  question.name === 'began-under'
    ? { ...question, label: 'On what legal basis did care begin?' }
    : { ...question, ...(optional === true ? { optional } : {}) },
);

/** By this a director decides on what stands, where whoever was said to have approved the home denies it after the move. */
export const APPROVED_AFTER_MOVE = 'approve-after-move';

/** By this they say that the child is not to stay there. It moves nothing on: another home is looked for in a search of its own. */
export const REFUSED_AFTER_MOVE = 'refuse-after-move';

/** From the director’s approval to the outcome, and what ends a search before that. */
export const MOVE_STEPS: readonly PlacementRequestStep[] = [
  {
    id: 'notify',
    kind: 'record',
    from: ['approved'],
    to: 'notified',
    who: OFFICER,
    button: 'Record that they were told',
    told: 'told the social worker and the provider',
    asks: [
      {
        kind: 'line',
        name: 'provider-told',
        label: 'Who was told at the provider, and when',
        hint: 'A provider that was asked by the portal reads there from now on that its offer was chosen and approved.',
      },
      { kind: 'line', name: 'worker-told', label: 'Who was told of the social work team, and when' },
      {
        kind: 'line',
        name: 'others-told',
        label: 'Which offers were declined, and who was told',
        optional: true,
      },
    ],
  },
  {
    id: 'send-contract',
    kind: 'record',
    from: ['notified'],
    to: 'contract',
    who: OFFICER,
    button: 'Record that the contract was sent',
    told: 'sent the contract',
    asks: [
      { kind: 'day', name: 'contract-sent', label: 'On which day was it sent?', notAfterToday: true },
      { kind: 'line', name: 'contract-to', label: 'To whom' },
    ],
  },
  {
    id: 'confirm-move',
    kind: 'record',
    from: ['contract'],
    to: 'move-date-confirmed',
    who: OFFICER,
    button: 'Confirm the date of the move',
    told: 'confirmed the date of the move',
    asks: [
      {
        kind: 'one-of',
        name: 'contract-signed',
        label: 'Is the contract signed by both?',
        options: YES_OR_NO,
      },
      {
        kind: 'text',
        name: 'not-signed-why',
        label: 'Why does the child move before it is, and by when is it signed?',
        when: { question: 'contract-signed', is: ['no'] },
      },
      ...MOVE,
    ],
  },
  {
    id: 'move-first',
    kind: 'record',
    from: ['notified'],
    to: 'move-date-confirmed',
    who: OFFICER,
    button: 'Confirm the move, the contract to follow',
    told: 'confirmed the date of the move, with the contract to follow',
    asks: [{ kind: 'text', name: 'reason', label: 'Why can the move not wait for the contract?' }, ...MOVE],
  },
  {
    id: 'moved-in',
    kind: 'record',
    from: ['move-date-confirmed'],
    to: 'moved',
    who: WHO_SEES_THE_MOVE,
    button: 'Record that the child has moved in',
    told: 'recorded that the child has moved in',
    asks: withWhyBefore(CARE_BEGINS_HERE),
    needs: ['not-in-care'],
    writes: 'care-begins',
  },
  {
    id: 'moved-home',
    kind: 'record',
    from: ['move-date-confirmed'],
    to: 'moved',
    who: WHO_SEES_THE_MOVE,
    button: 'Record that the child has moved',
    told: 'recorded that the child has moved to the new home',
    asks: withWhyBefore(HOME_CHANGES),
    needs: ['in-care'],
    writes: 'home-changes',
  },
  {
    id: 'put-again',
    kind: 'submit',
    from: BEFORE_MOVE,
    to: 'with-director',
    who: OFFICER,
    besides: true,
    button: 'Put it before the director again',
    told: 'put the home before the director again',
    asks: [
      {
        kind: 'text',
        name: 'changed-since',
        label: 'What has changed since it was approved?',
        hint: 'For example: an inspection, a condition of the order, whom the carers may have. The approval counts no more, and the place stays held.',
      },
    ],
  },
  {
    id: 'fell-through',
    kind: 'record',
    from: BEFORE_MOVE,
    to: 'searching',
    who: OFFICER,
    button: 'It came to nothing: look on',
    told: 'recorded that the home came to nothing',
    asks: [WHY],
  },
  {
    id: APPROVED_AFTER_MOVE,
    kind: 'authorise',
    from: ['moved'],
    who: ['director'],
    besides: true,
    button: 'Approve the home where the child lives',
    told: 'approved, after the child had moved in, the home where they live',
    asks: [
      {
        kind: 'text',
        name: 'reason',
        label: 'Why does the child stay in a home that nobody had approved?',
      },
      INADEQUATE,
      { kind: 'text', name: 'conditions', label: 'Conditions', optional: true },
    ],
    needs: ['gates-open'],
  },
  {
    id: REFUSED_AFTER_MOVE,
    kind: 'return',
    from: ['moved'],
    who: ['director'],
    besides: true,
    button: 'Do not approve it: have another home found',
    told: 'did not approve, after the child had moved in, the home where they live, and had another found',
    asks: [
      {
        kind: 'text',
        name: 'reason',
        label: 'Why does the child not stay there, and how are they kept safe until another home is found?',
      },
    ],
  },
  {
    id: 'close',
    kind: 'record',
    from: ['moved'],
    to: 'closed',
    who: OFFICER,
    button: 'Write the outcome and close the search',
    told: 'wrote the outcome and closed the search',
    asks: [
      { kind: 'one-of', name: 'where-wanted', label: 'Is it where it was wanted?', options: YES_OR_NO },
      {
        kind: 'one-of',
        name: 'same-school',
        label: 'Does the child stay at the same school?',
        options: { ...YES_OR_NO, none: 'There was none' },
      },
      {
        kind: 'one-of',
        name: 'siblings-together',
        label: 'Do brothers and sisters who were to live together do so?',
        options: { ...YES_OR_NO, none: 'There are none to live with' },
      },
      {
        kind: 'text',
        name: 'learned',
        label: 'What this search showed that others should know',
        optional: true,
      },
    ],
    needs: ['registered-or-left', 'home-decided'],
  },
  {
    id: 'cancel',
    kind: 'withdraw',
    from: [...BEFORE_THE_SEARCH, ...LOGGED_STATES],
    to: 'cancelled',
    who: ['social-worker'],
    button: 'Cancel the request',
    told: 'cancelled the request',
    asks: [WHY],
  },
];
