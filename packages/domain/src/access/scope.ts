/**
 * How far a role reaches with an action. Having no scope is having no access: nothing stands for "none", and nothing
 * for "all" beyond one authority.
 */
export const SCOPES = {
  /** Every child of the authority. */
  authority: 'all children of the authority',
  /** Children whose case is held in one service. */
  service: 'children of the service',
  /** Children whose case is held in one team. */
  team: 'children of the team',
  /** Children whose worker or reviewing officer the person is, or with whose carers they work. */
  'own-cases': 'the person’s own cases',
  /** Children living with one provider. */
  'own-provider': 'children living with the provider',
  /** A region of several authorities: figures and pseudonyms, never a child of this authority by name. */
  region: 'the region’s figures',
  /** Added up and with small numbers hidden; never the children behind a figure. */
  'figures-only': 'figures with small numbers hidden',
  /** Only the person themselves. */
  self: 'the person’s own',
} as const;

export type Scope = keyof typeof SCOPES;
