import { type ChildRecord, type Day, isRole, type Moment, type Target } from '@rightplace/domain';
import {
  addPerson,
  addRegisterFacts,
  appendAudit,
  assignRole,
  asTenant,
  type Connections,
  createAuthority,
  type FactToTell,
  populationOf,
  replacePopulation,
  type Store,
  saveCareSetting,
  saveChildren,
  saveProvider,
  saveTeam,
  setSetting,
  type Tx,
} from '@rightplace/store';
import { type ChosenNeighbours, NEIGHBOURS_KEY, targetKey } from '../comparison/kept-values.ts';
import { needsPlace } from '../people/place-of-role.ts';
import { addReadyBoards, addReadyCommentary } from './ready-boards.ts';

/** An invented authority as plain values: what the demonstration package makes. */
export interface InventedAuthority {
  readonly code: string;
  readonly name: string;
  readonly colour: string;
  readonly population: readonly { readonly midYear: number; readonly population: number }[];
  readonly teams: readonly { readonly name: string; readonly service: string }[];
  readonly staff: readonly {
    readonly name: string;
    readonly email: string;
    readonly role: string;
    readonly team: string | null;
    readonly service: string | null;
    readonly socialWorkNumber: string | null;
    readonly starts: Day;
    readonly ends: Day | null;
  }[];
  readonly providers: readonly { readonly id: string; readonly name: string; readonly code: string }[];
  readonly settings: readonly {
    readonly urn: string;
    readonly name: string;
    readonly placeCodes: readonly string[];
    readonly providerId: string;
    readonly inHouse: boolean;
    readonly postcode: string;
  }[];
  readonly households: readonly {
    readonly name: string;
    readonly providerId: string;
    readonly inHouse: boolean;
    readonly kinship: boolean;
    readonly postcode: string;
  }[];
  /** What is told of providers by their id, of settings by their URN, of households by their place in the list. */
  readonly register?: readonly {
    readonly provider?: string;
    readonly setting?: string;
    readonly household?: number;
    readonly kind: FactToTell['kind'];
    readonly key: string;
    readonly value: object;
    readonly starts: Day;
    readonly ends: Day | null;
  }[];
  /** Whom it is held against, and its targets, with the days they hold from. */
  readonly neighbours?: ChosenNeighbours & { readonly from: Day };
  readonly targets?: readonly (Target & { readonly measureId: string; readonly from: Day })[];
  /** What it learns on the day it is loaded. */
  readonly today: readonly ChildRecord[];
  /** What the record learned before, and when, oldest first. */
  readonly moments: readonly { readonly at: Moment; readonly children: readonly ChildRecord[] }[];
}

/** The provider that is the authority itself. */
const OWN = 'PR1';
/** Foster care with a relative or friend, and with anyone else. */
const [WITH_KIN, WITH_CARERS] = ['U3', 'U6'];

const addPlaces = async (tx: Tx, invented: InventedAuthority, at: Moment): Promise<void> => {
  const { providers, settings, households, register = [] } = invented;
  const ids = new Map<string, number>();
  for (const { id, name, code } of providers) {
    const saved = await saveProvider(tx, { name, kind: code, inHouse: code === OWN });
    ids.set(id, saved.id);
  }
  const byUrn = new Map<string, number>();
  for (const { urn, name, placeCodes, providerId, inHouse, postcode } of settings) {
    const saved = await saveCareSetting(tx, {
      urn,
      name,
      type: placeCodes[0] ?? '',
      postcode,
      providerId: ids.get(providerId),
      inHouse,
    });
    byUrn.set(urn, saved.id);
  }
  const inOrder: number[] = [];
  // A household has no URN of its own: a return gives its agency's.
  for (const { name, providerId, inHouse, kinship, postcode } of households) {
    const type = kinship ? WITH_KIN : WITH_CARERS;
    const saved = await saveCareSetting(tx, {
      urn: undefined,
      name,
      type,
      postcode,
      providerId: ids.get(providerId),
      inHouse,
    });
    inOrder.push(saved.id);
  }
  const facts = register.flatMap(({ provider, setting, household, ...told }): readonly FactToTell[] => {
    const providerId = provider === undefined ? undefined : ids.get(provider);
    if (providerId !== undefined) return [{ of: { providerId }, ...told }];
    const settingId = setting === undefined ? inOrder[household ?? -1] : byUrn.get(setting);
    return settingId === undefined ? [] : [{ of: { settingId }, ...told }];
  });
  await addRegisterFacts(tx, facts, at);
};

const addStaff = async (tx: Tx, { teams, staff }: InventedAuthority): Promise<void> => {
  const teamIds = new Map<string, number>();
  for (const team of teams) teamIds.set(team.name, (await saveTeam(tx, team)).id);
  for (const { name, email, role, team, service, socialWorkNumber, starts, ends } of staff) {
    const person = await addPerson(tx, {
      name,
      email,
      ...(socialWorkNumber === null ? {} : { socialWorkNumber }),
    });
    // A team narrows a role that sees the whole authority: an analyst of the team of analysts would see no child.
    const isPlaced = isRole(role) && needsPlace(role);
    const teamId = team === null || !isPlaced ? undefined : teamIds.get(team);
    await assignRole(tx, {
      personId: person.id,
      role,
      starts,
      ...(teamId === undefined ? {} : { teamId }),
      ...(isPlaced && teamId === undefined && service !== null ? { service } : {}),
      ...(ends === null ? {} : { ends }),
    });
  }
};

const addPopulation = async (
  owner: Connections,
  { code, name, population }: InventedAuthority,
): Promise<void> => {
  if ((await populationOf(owner, code)).length > 0) return;
  const rows = population.map(({ midYear, population: children }) => ({
    authorityCode: code,
    name,
    midYear,
    children,
  }));
  await replacePopulation(owner, rows, { source: 'invented with the demonstration authority' });
};

/** As if they had been set before anything was recorded: an earlier moment of knowledge knows them too. */
const addComparison = async (
  tx: Tx,
  { neighbours, targets = [], moments }: InventedAuthority,
  now: Moment,
): Promise<void> => {
  const clock = (): Moment => moments[0]?.at ?? now;
  if (neighbours !== undefined) {
    const { from, codes, source } = neighbours;
    await setSetting(tx, { key: NEIGHBOURS_KEY, value: { codes, source }, starts: from, clock });
  }
  for (const { measureId, from, value, tolerance, direction, why } of targets) {
    const target: Target = { value, tolerance, direction, why };
    await setSetting(tx, { key: targetKey(measureId), value: target, starts: from, clock });
  }
};

/** Puts an invented authority in the database, in one transaction: all of it is there, or none. */
export const loadDemonstration = async (
  store: Store,
  invented: InventedAuthority,
  now: Moment,
): Promise<void> => {
  await addPopulation(store.owner, invented);
  await asTenant(store.app, { authorityId: invented.code }, async (tx) => {
    await createAuthority(tx, { name: invented.name, demonstration: true, colour: invented.colour });
    await addStaff(tx, invented);
    await addPlaces(tx, invented, invented.moments[0]?.at ?? now);
    await addComparison(tx, invented, now);
    await addReadyBoards(tx, now);
    await addReadyCommentary(tx, now);
    for (const [index, { at, children }] of invented.moments.entries()) {
      const why = index === 0 ? 'Brought across from the old system' : 'Recorded by the teams';
      await saveChildren(tx, { clock: () => at, why, event: 'demonstration', children });
    }
    await saveChildren(tx, {
      clock: () => now,
      why: 'Recorded by the teams',
      event: 'demonstration',
      children: invented.today,
    });
    await appendAudit(tx, { at: now, actor: 'command line', action: 'demonstration-loaded' });
  });
};
