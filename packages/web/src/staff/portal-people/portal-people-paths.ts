import { path } from '../../server/path.ts';

/** Where the people of a provider are, who answer by the portal. */
export const portalPeoplePaths = {
  portalPeople: path('/homes/providers/:providerId/people'),
  inviteAgain: path('/homes/providers/:providerId/people/:personId/invite'),
  withdrawInvitation: path('/homes/providers/:providerId/people/:personId/withdraw'),
  endPortalAccess: path('/homes/providers/:providerId/people/:personId/end'),
} as const;
