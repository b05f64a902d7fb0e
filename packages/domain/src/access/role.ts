/**
 * The parts people play, one for each row of the access table, and the administrator, who looks after people and
 * settings and sees no child. What each may do is in `policy.ts`. A new role goes here, then there: the compiler
 * and the policy's test both ask for it.
 */
export const ROLES = {
  'social-worker': { title: 'Social worker', group: 'social-work' },
  'team-manager': { title: 'Team manager', group: 'social-work' },
  'group-manager': { title: 'Group manager', group: 'social-work' },
  director: { title: 'Director of children’s services', group: 'leadership' },
  'placements-officer': { title: 'Placements officer', group: 'finding-homes' },
  'fostering-adoption': { title: 'Fostering or adoption worker', group: 'finding-homes' },
  'reviewing-officer': { title: 'Independent reviewing officer', group: 'specialists' },
  'virtual-school': { title: 'Virtual school', group: 'specialists' },
  health: { title: 'Nurse or doctor for children looked after', group: 'specialists' },
  performance: { title: 'Performance and data analyst', group: 'running-the-service' },
  finance: { title: 'Finance officer', group: 'running-the-service' },
  administrator: { title: 'Administrator', group: 'running-the-service' },
  'external-provider': { title: 'External provider', group: 'providers-and-carers' },
  'foster-carer': { title: 'Foster carer', group: 'providers-and-carers' },
  'young-person': { title: 'Child or young person', group: 'young-people' },
  advocate: { title: 'Advocate or independent visitor', group: 'young-people' },
  'elected-member': { title: 'Elected member or scrutiny', group: 'holding-to-account' },
  'corporate-parenting-panel': {
    title: 'Corporate Parenting Panel or Children in Care Council',
    group: 'holding-to-account',
  },
  'improvement-partner': { title: 'Improvement group partner', group: 'holding-to-account' },
  'regional-team': { title: 'Regional care co-operative team', group: 'holding-to-account' },
  inspector: { title: 'Inspector or auditor', group: 'holding-to-account' },
} as const satisfies Readonly<Record<string, { title: string; group: RoleGroup }>>;

export type Role = keyof typeof ROLES;

/** Every role, in the order in which they are listed to people. */
export const ALL_ROLES = Object.keys(ROLES) as readonly Role[];

/** Roles as they are listed to people: to sign in in the demonstration, or to give someone a part. */
export const ROLE_GROUPS = {
  'social-work': 'Social work',
  leadership: 'Leadership',
  'finding-homes': 'Finding homes',
  specialists: 'Reviewing, education and health',
  'running-the-service': 'Running the service',
  'providers-and-carers': 'Providers and carers',
  'young-people': 'Young people and those who speak for them',
  'holding-to-account': 'Those who hold the service to account',
} as const;

export type RoleGroup = keyof typeof ROLE_GROUPS;

export interface RolesOfGroup {
  readonly group: RoleGroup;
  readonly title: string;
  readonly roles: readonly Role[];
}

/** Every group with its roles, in order. */
export const rolesByGroup = (): readonly RolesOfGroup[] =>
  (Object.keys(ROLE_GROUPS) as readonly RoleGroup[]).map((group) => ({
    group,
    title: ROLE_GROUPS[group],
    roles: ALL_ROLES.filter((role) => ROLES[role].group === group),
  }));

export const roleTitle = (role: Role): string => ROLES[role].title;

/** Whether text, from the database or a form, names a role. */
export const isRole = (text: string): text is Role => Object.hasOwn(ROLES, text);
