/** Why information about children is taken out of the service. Chosen when it is, and kept in the audit. */
export const PURPOSES = {
  'care-planning': 'Planning or reviewing children’s care',
  oversight: 'Management oversight of the service',
  'data-quality': 'Checking or correcting the record',
  'statutory-return': 'A statutory return',
  inspection: 'An inspection or audit',
  court: 'Court proceedings or legal advice',
  'subject-access': 'A request by the child, or on their behalf',
  'paying-providers': 'Paying providers, or checking what was paid',
} as const;

export type Purpose = keyof typeof PURPOSES;

export const isPurpose = (text: string): text is Purpose => Object.hasOwn(PURPOSES, text);
