import type { Step, Workflow } from '../workflow/workflow.ts';
import { DENIAL, OWN, PLACED, REFUSAL, WORD } from './emergency-asks.ts';
import { EMERGENCY_EVIDENCE } from './emergency-evidence.ts';
import { PALAC } from './palac.ts';

export type EmergencyState =
  | 'raised'
  | 'with-duty-director'
  | 'searching'
  | 'placed'
  | 'authorised'
  | 'not-authorised'
  | 'exit-planned'
  | 'refused'
  | 'withdrawn'
  | 'denied'
  | 'denied-placed'
  | 'denied-authorised';

/** On duty: whoever holds the part tonight, their own or, dated, for a colleague. */
const DUTY_MANAGER = ['team-manager', 'group-manager'] as const;
const DUTY_DIRECTOR = ['director'] as const;
const WRITERS = ['social-worker', ...DUTY_MANAGER] as const;

const OVER = ['not-authorised', 'exit-planned', 'refused', 'withdrawn'] as const;
const DENIED = ['denied', 'denied-placed', 'denied-authorised'] as const;

/** Whoever a word was written down for says that it is not theirs. Where nothing is left to stop, the case stays where it is. */
const denies = (
  id: string,
  from: readonly EmergencyState[],
  to?: EmergencyState,
): Step<EmergencyState, never> => ({
  id,
  kind: 'deny',
  from,
  ...(to === undefined ? {} : { to }),
  who: [...DUTY_MANAGER, ...DUTY_DIRECTOR],
  button: 'Say that you did not approve',
  told: 'said that the approval written down was not theirs',
  asks: DENIAL,
});

/** The full request, that decides after the event. */
const FULL_REQUEST = {
  workflow: PALAC.id,
  button: 'Write the full request',
  who: ['social-worker'],
  watchedBy: ['director'],
} as const;
const REJECTED = {
  when: 'rejected',
  to: 'not-authorised',
  told: 'rejected the full request, so that the child is to leave care again',
} as const;

const DUE = { setting: 'retrospective-palac', workingDays: 1, since: 'placed' } as const;

/**
 * Into care when there is no time to ask first. Two people approve by word of mouth, a home is looked for the same night,
 * and the full request follows by the next working day: until it is authorised nobody has decided on complete evidence,
 * and it is shown in red. A word that somebody denies stops it, or, once the child is placed, is put before the director.
 */
export const EMERGENCY: Workflow<EmergencyState> = {
  id: 'emergency-entry',
  title: 'Coming into care in an emergency',
  urgent: true,
  version: 2,
  source:
    'The emergency route that “Placements for Looked After Children” (Worcestershire Children First, September 2023) implies; Children Act 1989, sections 20, 44 and 46',
  access: { see: 'see-entry-to-care', take: 'take-entry-step', begin: 'begin-entry-to-care' },
  begins: { in: 'raised', who: ['social-worker'], told: 'raised the emergency' },
  evidence: EMERGENCY_EVIDENCE,
  writing: { in: ['raised'], who: ['social-worker'] },
  needs: {},
  states: {
    raised: {
      title: 'Raised, and not approved by the duty manager',
      target: { setting: 'emergency-approval', workingDays: 0 },
    },
    'with-duty-director': {
      title: 'Approved by the duty manager, and not by the duty director',
      target: { setting: 'emergency-approval', workingDays: 0 },
    },
    searching: {
      title: 'Approved by word of mouth: a home is looked for',
      target: { setting: 'emergency-search', workingDays: 0 },
    },
    placed: {
      title: 'In care, and the full request is due',
      alarm: 'Not authorised yet',
      target: DUE,
      opens: {
        ...FULL_REQUEST,
        outcomes: [
          { when: 'authorised', to: 'authorised', told: 'authorised entry to care after the event' },
          REJECTED,
        ],
      },
    },
    authorised: { title: 'Authorised after the event', ended: true },
    'not-authorised': {
      title: 'Not authorised: how the child leaves care is to be planned today',
      alarm: 'Not authorised',
      target: { setting: 'emergency-exit-plan', workingDays: 0 },
    },
    'exit-planned': { title: 'Not authorised, and the child leaves care by plan', ended: true },
    refused: { title: 'Refused', ended: true },
    withdrawn: { title: 'Withdrawn', ended: true },
    denied: {
      title: 'Stopped: an approval was denied',
      alarm: 'An approval was denied',
      target: { setting: 'emergency-approval', workingDays: 0 },
    },
    'denied-placed': {
      title: 'In care, and an approval was denied',
      alarm: 'An approval was denied',
      target: DUE,
      opens: {
        ...FULL_REQUEST,
        outcomes: [
          {
            when: 'authorised',
            to: 'denied-authorised',
            told: 'authorised entry to care after the event, with an approval of the night denied',
          },
          REJECTED,
        ],
      },
    },
    'denied-authorised': {
      title: 'Authorised after the event, and an approval was denied',
      alarm: 'An approval was denied',
      target: { setting: 'emergency-denial', workingDays: 1 },
    },
  },
  refers: [
    {
      workflow: 'entry-to-care-panel',
      button: 'Put before the Entry to Care Panel',
      from: ['placed', 'denied-placed', 'authorised', 'denied-authorised', 'not-authorised', 'exit-planned'],
      who: ['social-worker', ...DUTY_MANAGER],
    },
  ],
  steps: [
    {
      id: 'manager-approve',
      kind: 'support',
      from: ['raised'],
      to: 'with-duty-director',
      who: DUTY_MANAGER,
      button: 'Approve as duty manager',
      told: 'approved the emergency as duty manager',
      asks: OWN,
      needs: ['evidence'],
    },
    {
      id: 'write-down-manager',
      kind: 'write-down',
      from: ['raised'],
      to: 'with-duty-director',
      who: ['social-worker'],
      button: 'Write down the duty manager’s approval',
      told: 'wrote down the approval of',
      asks: WORD,
      needs: ['evidence'],
      word: DUTY_MANAGER,
    },
    {
      id: 'manager-refuse',
      kind: 'reject',
      from: ['raised'],
      to: 'refused',
      who: DUTY_MANAGER,
      button: 'Refuse as duty manager',
      told: 'refused the emergency as duty manager',
      asks: REFUSAL,
    },
    {
      id: 'director-approve',
      kind: 'authorise',
      from: ['with-duty-director'],
      to: 'searching',
      who: DUTY_DIRECTOR,
      button: 'Approve as duty director',
      told: 'approved the emergency as duty director',
      asks: OWN,
    },
    {
      id: 'write-down-director',
      kind: 'write-down',
      from: ['with-duty-director'],
      to: 'searching',
      who: WRITERS,
      button: 'Write down the duty director’s approval',
      told: 'wrote down the approval of',
      asks: WORD,
      word: DUTY_DIRECTOR,
    },
    {
      id: 'director-refuse',
      kind: 'reject',
      from: ['with-duty-director'],
      to: 'refused',
      who: DUTY_DIRECTOR,
      button: 'Refuse as duty director',
      told: 'refused the emergency as duty director',
      asks: REFUSAL,
    },
    {
      id: 'placed',
      kind: 'record',
      from: ['searching'],
      to: 'placed',
      who: ['social-worker', 'placements-officer'],
      button: 'Record where the child is placed',
      told: 'recorded where the child was placed',
      asks: PLACED,
      writes: 'care-begins',
    },
    {
      id: 'exit-plan',
      kind: 'record',
      from: ['not-authorised'],
      to: 'exit-planned',
      who: WRITERS,
      button: 'Record how the child leaves care',
      told: 'recorded how the child leaves care',
      asks: [
        { kind: 'day', name: 'leaves-on', label: 'On which day does the child leave care?' },
        { kind: 'text', name: 'plan', label: 'Where does the child go, and what keeps them safe there?' },
        { kind: 'line', name: 'who-tells', label: 'Who tells the child and the family' },
      ],
    },
    {
      id: 'confirm',
      kind: 'confirm',
      from: ['with-duty-director', 'searching', 'placed', 'authorised', ...OVER, ...DENIED],
      who: [...DUTY_MANAGER, ...DUTY_DIRECTOR],
      button: 'Confirm that this approval is yours',
      told: 'confirmed that the approval written down was theirs',
      asks: [],
    },
    denies('deny', ['with-duty-director', 'searching'], 'denied'),
    denies('deny-placed', ['placed'], 'denied-placed'),
    denies('deny-authorised', ['authorised'], 'denied-authorised'),
    denies('deny-besides', [...OVER, ...DENIED]),
    {
      id: 'decide-denied',
      kind: 'authorise',
      from: ['denied'],
      to: 'searching',
      who: DUTY_DIRECTOR,
      button: 'Approve it yourself, now',
      told: 'approved the emergency after an approval was denied',
      asks: [{ kind: 'text', name: 'rationale', label: 'What you have asked, and why it goes on' }],
    },
    {
      id: 'stop-denied',
      kind: 'reject',
      from: ['denied'],
      to: 'refused',
      who: DUTY_DIRECTOR,
      button: 'Refuse it',
      told: 'refused the emergency after an approval was denied',
      asks: REFUSAL,
    },
    {
      id: 'keep-placed',
      kind: 'authorise',
      from: ['denied-placed'],
      to: 'placed',
      who: DUTY_DIRECTOR,
      button: 'Approve yourself that the child stays',
      told: 'approved that the child stays, after an approval was denied',
      asks: [{ kind: 'text', name: 'rationale', label: 'What you have asked, and why the child stays' }],
    },
    {
      id: 'end-placed',
      kind: 'reject',
      from: ['denied-placed'],
      to: 'not-authorised',
      who: DUTY_DIRECTOR,
      button: 'Decide that the child leaves care',
      told: 'decided that the child leaves care, after an approval was denied',
      asks: REFUSAL,
    },
    {
      id: 'looked-into',
      kind: 'record',
      from: ['denied-authorised'],
      to: 'authorised',
      who: DUTY_DIRECTOR,
      button: 'Record what came of the denial',
      told: 'recorded what came of the denial',
      asks: [{ kind: 'text', name: 'came-of-it', label: 'What you found, and what was done about it' }],
    },
    {
      id: 'withdraw',
      kind: 'withdraw',
      from: ['raised', 'with-duty-director', 'searching', 'denied'],
      to: 'withdrawn',
      who: ['social-worker'],
      button: 'Withdraw: the child does not come into care tonight',
      told: 'withdrew the emergency',
      asks: [
        { kind: 'text', name: 'reason', label: 'Why it is no longer needed' },
        { kind: 'text', name: 'instead', label: 'What keeps the child safe tonight instead' },
      ],
    },
  ],
};
