import type { World } from '@rightplace/app';
import type { Route } from '../server/route.ts';
import { referralRoutes } from './referral-routes.ts';
import { portalSignInRoutes } from './sign-in-routes.ts';

/** Every page of the provider portal. */
export const providerRoutes = (world: World): readonly Route[] => [
  ...portalSignInRoutes(world),
  ...referralRoutes,
];
