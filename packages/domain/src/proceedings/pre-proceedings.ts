import type { Role } from '../access/role.ts';
import type { FormQuestion } from '../form/form.ts';
import type { Workflow } from '../workflow/workflow.ts';
import { GATEWAY_EVIDENCE } from './gateway-evidence.ts';
import { PRE_PROCEEDINGS_RECORDS } from './pre-proceedings-records.ts';
import { CHANGES, happenedOn, LEGAL_ADVICE } from './questions.ts';

export type PreProceedingsState =
  | 'draft'
  | 'at-gateway'
  | 'in-pre-proceedings'
  | 'outcome-proposed'
  | 'to-issue'
  | 'issued'
  | 'stepped-out'
  | 'ended-otherwise'
  | 'not-entered'
  | 'withdrawn';

const GATEWAY = ['team-manager', 'group-manager'] as const satisfies readonly Role[];

const AT_THE_GATEWAY: readonly FormQuestion[] = [
  happenedOn('decided-on', 'On which day was it decided?'),
  { kind: 'line', name: 'present', label: 'Who was at the legal gateway?' },
  { kind: 'text', name: 'threshold-view', label: 'Is the threshold met, and why?' },
  ...LEGAL_ADVICE,
];

const DECIDED: readonly FormQuestion[] = [
  happenedOn('decided-on', 'On which day was it decided?'),
  { kind: 'text', name: 'reason', label: 'Why' },
  ...LEGAL_ADVICE,
];

/** By when the application is to be issued: until then family group decision-making is to have been offered. */
const ISSUE_BY: FormQuestion = {
  kind: 'day',
  name: 'issue-by',
  label: 'By which day is the application to be issued?',
  hint: 'Family group decision-making is to be offered before it is.',
  notBefore: 'decided-on',
};

/**
 * The legal gateway, and what comes before an application to a court: a letter, meetings with parents and their solicitors,
 * assessments and the family’s own plan, reviewed every four to six weeks and ended within twelve to sixteen. Every
 * application comes from here, so that nobody issues one that nobody decided on.
 */
export const PRE_PROCEEDINGS: Workflow<PreProceedingsState> = {
  id: 'pre-proceedings',
  title: 'Legal gateway and pre-proceedings',
  version: 2,
  source:
    'Public Law Outline (Practice Direction 12A); Children Act 1989 Guidance, volume 1; West Sussex, measure of number 2021: monthly tracking of pre-proceedings',
  access: { see: 'see-proceedings', take: 'take-proceedings-step', begin: 'begin-proceedings' },
  begins: { in: 'draft', who: ['social-worker'], told: 'began the papers for the legal gateway' },
  evidence: GATEWAY_EVIDENCE,
  writing: { in: ['draft'], who: ['social-worker'] },
  needs: {},
  states: {
    draft: { title: 'Being written for the legal gateway' },
    'at-gateway': { title: 'At the legal gateway', target: { setting: 'legal-gateway', workingDays: 5 } },
    'in-pre-proceedings': { title: 'In pre-proceedings' },
    'outcome-proposed': {
      title: 'In pre-proceedings, with an outcome to be decided',
      target: { setting: 'pre-proceedings-outcome', workingDays: 5 },
    },
    'to-issue': {
      title: 'Decided: an application is to be issued',
      target: { setting: 'proceedings-to-issue', workingDays: 5 },
      opens: {
        workflow: 'care-proceedings',
        button: 'Open the care proceedings',
        who: ['social-worker'],
        watchedBy: [],
        outcomes: [
          { when: 'before-court', to: 'issued', told: 'recorded that the application was issued' },
          {
            when: 'not-issued',
            to: 'ended-otherwise',
            told: 'recorded that no application is made after all',
          },
        ],
      },
    },
    issued: { title: 'Ended: an application was issued', ended: true },
    'stepped-out': { title: 'Ended: support at home, and out of pre-proceedings', ended: true },
    'ended-otherwise': { title: 'Ended in another way', ended: true },
    'not-entered': { title: 'Not entered: the gateway decided against it', ended: true },
    withdrawn: { title: 'Withdrawn', ended: true },
  },
  steps: [
    {
      id: 'submit',
      kind: 'submit',
      from: ['draft'],
      to: 'at-gateway',
      who: ['social-worker'],
      button: 'Put before the legal gateway',
      told: 'put the papers before the legal gateway',
      asks: [],
      needs: ['evidence'],
    },
    {
      id: 'enter',
      kind: 'authorise',
      from: ['at-gateway'],
      to: 'in-pre-proceedings',
      who: GATEWAY,
      button: 'Decide to enter pre-proceedings',
      told: 'decided to enter pre-proceedings',
      asks: AT_THE_GATEWAY,
    },
    {
      id: 'issue-at-once',
      kind: 'authorise',
      from: ['at-gateway'],
      to: 'to-issue',
      who: GATEWAY,
      button: 'Decide to apply to a court at once',
      told: 'decided to apply to a court at once',
      asks: [
        ...AT_THE_GATEWAY,
        ISSUE_BY,
        { kind: 'text', name: 'cannot-wait', label: 'Why can it not wait for pre-proceedings?' },
      ],
    },
    {
      id: 'not-enter',
      kind: 'reject',
      from: ['at-gateway'],
      to: 'not-entered',
      who: GATEWAY,
      button: 'Decide against pre-proceedings',
      told: 'decided against pre-proceedings',
      asks: [
        ...DECIDED,
        { kind: 'text', name: 'instead', label: 'What is done instead to keep the child safe' },
      ],
    },
    {
      id: 'return',
      kind: 'return',
      from: ['at-gateway'],
      to: 'draft',
      who: GATEWAY,
      button: 'Return to the social worker',
      told: 'returned the papers to the social worker',
      asks: [CHANGES],
    },
    ...PRE_PROCEEDINGS_RECORDS,
    {
      id: 'propose-outcome',
      kind: 'submit',
      from: ['in-pre-proceedings'],
      to: 'outcome-proposed',
      who: ['social-worker'],
      button: 'Propose how pre-proceedings end',
      told: 'proposed how pre-proceedings end',
      asks: [
        {
          kind: 'one-of',
          name: 'proposed',
          label: 'What do you propose?',
          options: {
            'step-out': 'Support at home, and out of pre-proceedings',
            issue: 'An application to a court',
            other: 'Another end',
          },
        },
        { kind: 'text', name: 'progress', label: 'What has changed for the child since the letter?' },
        { kind: 'text', name: 'why', label: 'Why this outcome?' },
      ],
    },
    {
      id: 'step-out',
      kind: 'authorise',
      from: ['outcome-proposed'],
      to: 'stepped-out',
      who: GATEWAY,
      button: 'Decide: support at home, and out of pre-proceedings',
      told: 'decided on support at home and ended pre-proceedings',
      asks: [...DECIDED, { kind: 'text', name: 'support', label: 'What support goes on, and until when?' }],
    },
    {
      id: 'decide-to-issue',
      kind: 'authorise',
      from: ['outcome-proposed'],
      to: 'to-issue',
      who: GATEWAY,
      button: 'Decide: apply to a court',
      told: 'decided to apply to a court',
      asks: [...DECIDED, ISSUE_BY],
    },
    {
      id: 'end-otherwise',
      kind: 'authorise',
      from: ['outcome-proposed'],
      to: 'ended-otherwise',
      who: GATEWAY,
      button: 'Decide: end pre-proceedings in another way',
      told: 'ended pre-proceedings in another way',
      asks: DECIDED,
    },
    {
      id: 'go-on',
      kind: 'return',
      from: ['outcome-proposed'],
      to: 'in-pre-proceedings',
      who: GATEWAY,
      button: 'Decide: pre-proceedings go on',
      told: 'decided that pre-proceedings go on',
      asks: [CHANGES],
    },
    {
      id: 'withdraw',
      kind: 'withdraw',
      from: ['draft', 'at-gateway'],
      to: 'withdrawn',
      who: ['social-worker'],
      button: 'Withdraw the papers',
      told: 'withdrew the papers',
      asks: [{ kind: 'text', name: 'reason', label: 'Why they are no longer wanted' }],
    },
  ],
};
