/** RNE in words: why a new episode began. */
export const REASONS_FOR_NEW_EPISODE = {
  S: 'Started to be looked after',
  L: 'Legal status changed',
  P: 'Moved to another placement and carer',
  T: 'Placement changed, with the same carer',
  B: 'Legal status changed, and moved to another placement and carer',
  U: 'Legal status and placement changed, with the same carer',
} as const satisfies Readonly<Record<string, string>>;
