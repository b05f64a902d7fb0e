import type { Form } from '../form/form.ts';

/** Why a child is put before the panel. */
export const REFERRAL_KINDS = {
  risk: 'Their home is at risk of not lasting',
  notice: 'Notice has been given',
  entry: 'They may come into care',
  resource: 'More is needed where they are',
} as const;

const AT_RISK = ['risk', 'notice'] as const;

/** What the panel reads before it agrees to anything: the child, what is asked for, and the way home beside it. */
export const RESOURCES_PANEL_EVIDENCE: Form = {
  id: 'access-to-resources-panel',
  sections: [
    {
      id: 'asked',
      title: 'What the panel is asked',
      questions: [
        {
          kind: 'one-of',
          name: 'referral-kind',
          label: 'Why is the child put before the panel?',
          options: REFERRAL_KINDS,
        },
        {
          kind: 'day',
          name: 'notice-ends',
          label: 'On which day does the notice end?',
          when: { question: 'referral-kind', is: ['notice'] },
        },
        {
          kind: 'text',
          name: 'what-goes-wrong',
          label: 'What makes the home unsure, and since when?',
          when: { question: 'referral-kind', is: AT_RISK },
        },
        {
          kind: 'text',
          name: 'carers-view',
          label: 'What do those who care for the child say they need?',
          when: { question: 'referral-kind', is: [...AT_RISK, 'resource'] },
        },
        {
          kind: 'text',
          name: 'ask',
          label: 'What do you ask the panel for, and what would be different then?',
        },
        {
          kind: 'money',
          name: 'weekly-now',
          label: 'What does it cost a week now?',
          hint: 'Home and support together. Leave it empty if the child is not in care.',
          optional: true,
        },
      ],
    },
    {
      id: 'child',
      title: 'The child',
      questions: [
        {
          kind: 'text',
          name: 'at-their-best',
          label: 'What is the child like at their best?',
          hint: 'Strengths, interests, who matters to them. Write so that they could read it.',
        },
        { kind: 'text', name: 'child-view', label: 'What does the child say they want?' },
        { kind: 'text', name: 'parents-view', label: 'What do the parents say?' },
      ],
    },
    {
      id: 'tried',
      title: 'What was tried',
      questions: [
        { kind: 'text', name: 'tried', label: 'What was tried, and what did each come to?' },
        { kind: 'text', name: 'creative', label: 'What has nobody tried yet that might work?' },
      ],
    },
    {
      id: 'home',
      title: 'The way home',
      questions: [
        {
          kind: 'one-of',
          name: 'could-return',
          label: 'Could the child live at home, or go back there?',
          options: { yes: 'Yes', 'in-time': 'Not now, but in time', no: 'No' },
        },
        {
          kind: 'text',
          name: 'parallel-plan',
          label: 'What is planned at the same time so that they can?',
          hint: 'Both plans go on beside each other: who works on the way home, and by when.',
          when: { question: 'could-return', is: ['yes', 'in-time'] },
        },
        {
          kind: 'text',
          name: 'why-not-home',
          label: 'Why not, and who decided so?',
          when: { question: 'could-return', is: ['no'] },
        },
      ],
    },
  ],
};
