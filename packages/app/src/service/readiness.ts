import { listAuthorities } from '@rightplace/store';
import type { World } from '../world.ts';

/** The authorities that use this service, by name: for choosing one before signing in. */
export const listAuthorityNames = async ({
  db,
}: Pick<World, 'db'>): Promise<readonly { readonly id: string; readonly name: string }[]> =>
  (await listAuthorities(db)).map(({ code, name }) => ({ id: code, name }));

/** Whether pages can be served at all: the record answers. */
export const isReady = async (world: Pick<World, 'db'>): Promise<boolean> => {
  try {
    await listAuthorityNames(world);
    return true;
  } catch {
    return false;
  }
};
