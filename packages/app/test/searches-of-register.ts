import assert from 'node:assert/strict';
import { ALL_CHECKS } from '@rightplace/domain';
import { AN_OFFER } from '../../domain/test/search-cases.ts';
import { approachHomes } from '../src/search/approach-homes.ts';
import type { SignedIn } from '../src/sign-in/visitor.ts';
import { aRegisterWorld, type RegisterWorld } from './register-world.ts';
import { searching } from './search-world.ts';

/** What an offer says in which nothing shuts a gate, and which the register does not say better. */
const { 'children-there': _, terms: __, ...OFFER } = AN_OFFER as Record<string, string>;

export interface SearchesOfRegister {
  readonly world: RegisterWorld;
  /** A social worker. */
  readonly ana: SignedIn;
  /** A placements officer, who keeps the register. */
  readonly hub: SignedIn;
  readonly acting: ReturnType<typeof searching>;
  /** A children’s home of the register is asked by telephone and offers: shared, with every check passed. Gives the offer’s number. */
  readonly offerOf: (
    id: number,
    home: { readonly setting: number; readonly name: string },
    said?: Readonly<Record<string, string>>,
  ) => Promise<number>;
}

/** Searches in a world with a register of homes. */
export const searchesOfRegister = async (): Promise<SearchesOfRegister> => {
  const world = await aRegisterWorld();
  const ana = (await world.signIn(world.ana)).signedIn;
  const hub = await world.hub();
  const acting = searching(world, ana);
  const offerOf: SearchesOfRegister['offerOf'] = async (id, { setting, name }, said = {}) => {
    const asked = { id, key: `call ${id}`, settings: [setting], channel: 'phone', words: '' } as const;
    const approached = await approachHomes(world, hub, asked);
    assert.ok(approached.kind === 'homes-approached', JSON.stringify(approached));
    const offered = { ...OFFER, home: name, 'home-kind': 'childrens-home', registered: 'yes', ...said };
    const offer = await acting.written(id, 'offer', approached.numbers[0], offered);
    await acting.written(id, 'shared', offer);
    for (const check of ALL_CHECKS)
      await acting.written(id, 'check', offer, { check, result: 'passed', evidence: 'Seen in the file' });
    return offer;
  };
  return { world, ana, hub, acting, offerOf };
};
