import {
  type Dated,
  type Day,
  type FosteringExemption,
  type FrameworkPlace,
  type Judgement,
  type Moment,
  type ProviderInRegister,
  type SettingInRegister,
  type SettingStanding,
  settingKindOf,
  type Terms,
  type WeeklyFee,
} from '@rightplace/domain';
import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';
import { readOnce, readsFrom } from '../connection/read-once.ts';
import { listCareSettings, listProviders } from '../places/places.ts';

/** Every provider and setting with all that was told of them. */
export interface Register {
  readonly providers: ReadonlyMap<number, ProviderInRegister>;
  readonly settings: ReadonlyMap<number, SettingInRegister>;
}

interface Told {
  readonly provider_id: number | null;
  readonly setting_id: number | null;
  readonly kind: string;
  readonly value: object;
  readonly starts: Day;
  readonly ends: Day | null;
}

const dated = ({ value, starts, ends }: Told): Dated<object> => ({ ...value, starts, ends });

const readTold = async (tx: Tx, knownAt: Moment | undefined): Promise<readonly Told[]> => {
  const { rows } = await sql<Told>`
    select provider_id, setting_id, kind, value, starts, ends from register_fact
    where authority_id = (select current_authority())
      and ${knownAt === undefined ? sql`upper_inf(recorded)` : sql`recorded @> ${knownAt}::timestamptz`}
    order by starts, id`.execute(tx);
  return rows;
};

const loadRegister = async (tx: Tx, knownAt: Moment | undefined): Promise<Register> => {
  const told = await readTold(tx, knownAt);
  const ofProviders = Map.groupBy(told, ({ provider_id }) => provider_id);
  const ofSettings = Map.groupBy(told, ({ setting_id }) => setting_id);
  const providers = (await listProviders(tx)).map(
    ({ id, name, kind, inHouse }): readonly [number, ProviderInRegister] => [
      id,
      {
        id,
        name,
        sector: kind,
        inHouse,
        frameworks: (ofProviders.get(id) ?? []).map((row) => dated(row) as Dated<FrameworkPlace>),
      },
    ],
  );
  const settings = (await listCareSettings(tx)).map((row): readonly [number, SettingInRegister] => {
    const facts = Map.groupBy(ofSettings.get(row.id) ?? [], ({ kind }) => kind);
    // The writer of each kind is typed, so what is read back is what was written.
    const of = <T extends object>(kind: string): readonly Dated<T>[] =>
      (facts.get(kind) ?? []).map((one) => dated(one) as Dated<T>);
    const urn = row.urn ?? null;
    return [
      row.id,
      {
        id: row.id,
        providerId: row.providerId ?? null,
        name: row.name,
        type: row.type,
        kind: settingKindOf(row.type, urn),
        urn,
        postcode: row.postcode ?? null,
        inHouse: row.inHouse,
        standings: of<SettingStanding>('standing'),
        terms: of<Terms>('terms'),
        judgements: of<Judgement>('judgement'),
        exemptions: of<FosteringExemption>('exemption'),
        fees: of<WeeklyFee>('fee'),
      },
    ];
  });
  return { providers: new Map(providers), settings: new Map(settings) };
};

/** The registers read last, each under its version, which stands for what is in one authority's and for nothing else. */
const kept = new Map<string, Register>();
const MOST_KEPT = 8;

const versionOf = async (tx: Tx): Promise<string | undefined> => {
  const { rows } = await sql<{ version: string }>`
    select version from register_known where authority_id = (select current_authority())`.execute(tx);
  return rows[0]?.version;
};

const keep = (version: string, register: Register): Register => {
  kept.delete(version);
  kept.set(version, register);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  return register;
};

/** As it is now. Where nothing was told since, the very object of last time, so that what was worked out from it can be kept. */
const readNow = async (tx: Tx): Promise<Register> => {
  const version = readsFrom(tx) === undefined ? undefined : await versionOf(tx);
  if (version === undefined) return loadRegister(tx, undefined);
  return keep(version, kept.get(version) ?? (await loadRegister(tx, undefined)));
};

/** The register as believed now, or as it was known at a moment. Names and addresses are always today's. */
export const readRegister = (tx: Tx, knownAt?: Moment): Promise<Register> =>
  readOnce(tx, `register ${knownAt ?? ''}`, () =>
    knownAt === undefined ? readNow(tx) : loadRegister(tx, knownAt),
  );
