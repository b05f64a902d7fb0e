import assert from 'node:assert/strict';
import { approveProfile } from '../src/profile/approve-profile.ts';
import { showProfile } from '../src/profile/show-profile.ts';
import type { SignedIn } from '../src/sign-in/visitor.ts';
import type { World } from '../src/world.ts';
import { nameOf } from './name-of.ts';

/** Approves the profile of a search as it reads now. */
export const profileApproved = async (world: World, who: SignedIn, id: number): Promise<void> => {
  const view = await showProfile(world, who, id);
  assert.ok(view.kind === 'profile', nameOf(view));
  const { revision: basedOn } = view;
  const approved = await approveProfile(world, who, { id, key: `approve ${id} at ${basedOn}`, basedOn });
  assert.equal(nameOf(approved), 'profile-approved');
};
