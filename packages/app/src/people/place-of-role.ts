import { POLICY, type Role } from '@rightplace/domain';

/** Where a role reaches: one team, one service, or (neither) wherever the role itself does. */
export type PlaceOfRole = { readonly teamId: number | null; readonly service: string | null };

/**
 * A role that sees a service is given for the service its team belongs to; one that sees a team, for the team. The
 * others are for no team, unless one is chosen to narrow them.
 */
export const placeOfRole = (
  role: Role,
  team: { readonly id: number; readonly service: string } | undefined,
): PlaceOfRole => {
  const scopes = new Set(Object.values(POLICY[role]));
  if (team === undefined) return { teamId: null, service: null };
  if (scopes.has('service')) return { teamId: null, service: team.service };
  return { teamId: team.id, service: null };
};

/** Whether the role gives nothing until a team, or a service, is named. */
export const needsPlace = (role: Role): boolean => {
  const scopes = new Set(Object.values(POLICY[role]));
  return scopes.has('team') || scopes.has('service');
};
