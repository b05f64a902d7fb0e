/** Searches for homes of invented children, and their pages as whoever has a role asks for them. */
import type { SignedIn } from '@rightplace/app';
import type { Role } from '@rightplace/domain';
import { anEntryWorld, type EntryWorld } from '../../app/test/entry-world.ts';
import { searching } from '../../app/test/search-world.ts';
import { aService, type Browser, type Service } from './service.ts';

export interface SearchPages {
  readonly world: EntryWorld;
  readonly service: Service;
  /** The social worker of every child here. */
  readonly ana: SignedIn;
  readonly acting: ReturnType<typeof searching>;
  readonly as: (role: Role) => Promise<Browser>;
}

export const searchPages = async (): Promise<SearchPages> => {
  const world = await anEntryWorld();
  const service = aService(world);
  const ana = (await world.signIn(world.ana)).signedIn;
  return {
    world,
    service,
    ana,
    acting: searching(world, ana),
    as: async (role) =>
      service.signedInAs(role === 'social-worker' ? world.ana : (await world.as(role)).person.id),
  };
};
