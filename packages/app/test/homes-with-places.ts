import { TERMS } from './register-world.ts';
import { TO_DIRECTOR, TO_THE_MOVE } from './search-world.ts';
import { searchesOfRegister } from './searches-of-register.ts';

/** A home of so many places, with what a search says of it. */
export interface HomeWithPlaces {
  readonly id: number;
  readonly said: { readonly name: string; readonly urn: string; readonly postcode: string };
}

/** Searches of the register, and homes of a name and a number that children are to move into. */
export const homesWithPlaces = async (name: string) => {
  const of = await searchesOfRegister();
  const { world, acting, offerOf } = of;
  let homes = 0;
  const aHome = async (places = 1): Promise<HomeWithPlaces> => {
    homes += 1;
    const said = { name: `${name} ${homes}`, urn: `SC98${1000 + homes}`, postcode: `PE${homes} 3AB` };
    const id = await world.add(said);
    await world.openHome(id, places);
    await world.tellOf(id, 'terms', { ...TERMS, places: [String(places)] }, '2026-11-01');
    return { id, said };
  };
  const approvedIn = async (id: number, { id: setting, said }: HomeWithPlaces): Promise<number> => {
    await acting.takeAll(id, [['placements-officer', 'open-spot']]);
    await offerOf(id, { setting, name: said.name }, { home: said.name, urn: '' });
    await acting.takeAll(id, [...TO_DIRECTOR, ...TO_THE_MOVE.slice(0, 3)]);
    return id;
  };
  /** A search in which a home is approved, up to the day of the move. */
  const approved = async (child: string, home: HomeWithPlaces): Promise<number> =>
    approvedIn(await acting.aSearch(child), home);
  return { ...of, aHome, approvedIn, approved };
};

export type HomesWithPlaces = Awaited<ReturnType<typeof homesWithPlaces>>;
