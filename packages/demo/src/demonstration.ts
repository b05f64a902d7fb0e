import { type ChildRecord, childId, type Day } from '@rightplace/domain';
import {
  type DemoNeighbours,
  type DemoTarget,
  inventNeighbours,
  inventTargets,
} from './authority/comparison.ts';
import type { DemoHousehold } from './authority/households.ts';
import { NORTHMARSH } from './authority/northmarsh.ts';
import { inventPopulation, type PopulationFigure } from './authority/population-figures.ts';
import { type DemoProvider, OWN_PROVIDER, PROVIDERS } from './authority/providers.ts';
import type { DemoSetting } from './authority/settings.ts';
import type { DemoPerson } from './authority/staff.ts';
import { CASE_TEAMS, type DemoTeam, SUPPORT_TEAMS } from './authority/teams.ts';
import { addMonthsTo, dayText } from './calendar/days.ts';
import type { Life } from './care/life.ts';
import { DEFAULT_CHILDREN, type DemoOptions, invent } from './invented.ts';
import { type DemoMoment, inventKnowledge } from './knowledge/moments.ts';
import { NORTHMARSH_DISTRICTS } from './places/geography.ts';
import { type DemoRegisterFact, inventRegister } from './register/invent-register.ts';
import { type Story, storiesOf } from './stories/stories.ts';

/** The invented authority: plain values, ready to be put in a database. */
export interface DemoAuthority {
  readonly code: string;
  readonly name: string;
  readonly colour: string;
  readonly asOf: Day;
  /** Real districts that stand in for it on a map. */
  readonly districts: readonly string[];
  readonly population: readonly PopulationFigure[];
  readonly neighbours: DemoNeighbours;
  readonly targets: readonly DemoTarget[];
  readonly teams: readonly DemoTeam[];
  readonly staff: readonly DemoPerson[];
  readonly providers: readonly DemoProvider[];
  readonly settings: readonly DemoSetting[];
  readonly households: readonly DemoHousehold[];
  /** What is told of them all: frameworks, terms, judgements. */
  readonly register: readonly DemoRegisterFact[];
  /** Everyone, as known on the as-of day. */
  readonly children: readonly ChildRecord[];
  readonly moments: readonly DemoMoment[];
  readonly stories: readonly Story[];
}

const withoutSite = <T extends { readonly sector: unknown }>(sited: T): Omit<T, 'sector'> => {
  const { sector: _, ...plain } = sited;
  return plain;
};

/** Households of relatives and friends, found where children live with them. */
const kinHouseholds = (lives: readonly Life[]): readonly DemoHousehold[] => {
  const found = new Map<string, DemoHousehold>();
  for (const { spells, homeSector } of lives) {
    for (const { kinCarer, postcode, urn } of spells.flatMap((spell) => spell.stays)) {
      if (kinCarer === undefined || postcode === null || urn === null) continue;
      found.set(postcode, {
        name: kinCarer,
        agencyUrn: urn,
        providerId: OWN_PROVIDER,
        providerCode: 'PR1',
        inHouse: true,
        kinship: true,
        postcode,
        district: homeSector.district,
        approvedFor: 1,
      });
    }
  }
  return [...found.values()];
};

/** How many children live now at each place, by its URN and postcode. */
const livingAt = (children: readonly ChildRecord[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { placements } of children) {
    const last = placements[placements.length - 1];
    if (last === undefined || last.ends !== null) continue;
    const place = `${last.urn} ${last.postcode}`;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
};

/** A home is registered for at least as many as live there: children choose homes without asking one another. */
const withRoom = (
  settings: readonly DemoSetting[],
  children: readonly ChildRecord[],
): readonly DemoSetting[] => {
  const living = livingAt(children);
  return settings.map((setting) => {
    const { places } = setting;
    if (places === null) return setting;
    return { ...setting, places: Math.max(places, living.get(`${setting.urn} ${setting.postcode}`) ?? 0) };
  });
};

const EXPECTED: Story = {
  id: 'NM900017',
  title: 'Baby Hollowell: not yet born',
  about:
    'Expected in ten weeks; the brother and sisters are in care, and no one has decided yet what should happen.',
};

const expectedChild = (asOf: number): ChildRecord => ({
  id: childId(EXPECTED.id),
  details: {
    familyName: 'Hollowell',
    expectedOn: dayText(addMonthsTo(asOf, 2) + 9),
    homeAddress: '31 Samphire Close, Gullholme',
    siblingGroup: 'Hollowell (NM900002)',
  },
  periodsOfCare: [],
  needs: [],
  legalStatuses: [],
  placements: [],
  facts: [],
});

/** Invents the authority with everyone in it. About a second for 900 children looked after. */
export const demonstration = (options: DemoOptions): DemoAuthority => {
  const invented = invent(options);
  const { asOf, teller } = invented;
  const tellings = [...invented.tellings()];
  const expected = teller === undefined ? [] : [expectedChild(asOf)];
  const { moments, children } = inventKnowledge(tellings, asOf, String(options.seed));
  const settings = withRoom(invented.settings.map(withoutSite), children);
  const kin = kinHouseholds(tellings.map(({ life }) => life));
  const households = [...invented.households.map(withoutSite), ...kin];
  const living = livingAt(children);
  return {
    ...NORTHMARSH,
    asOf: options.asOf,
    districts: NORTHMARSH_DISTRICTS,
    population: inventPopulation(options.children ?? DEFAULT_CHILDREN, asOf),
    neighbours: inventNeighbours(),
    targets: inventTargets(options.asOf),
    teams: [...CASE_TEAMS.map(({ name, service }) => ({ name, service })), ...SUPPORT_TEAMS],
    staff: invented.staff,
    providers: PROVIDERS,
    settings,
    households,
    register: inventRegister({
      asOf,
      providers: PROVIDERS,
      settings,
      households,
      living: (urn, postcode) => living.get(`${urn} ${postcode}`) ?? 0,
    }),
    children: [...children, ...expected],
    moments: moments.map((m, i) => (i === 0 ? { ...m, children: [...m.children, ...expected] } : m)),
    stories: teller === undefined ? [] : [...storiesOf(teller), EXPECTED],
  };
};
