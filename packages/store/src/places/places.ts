import { sql } from 'kysely';
import type { Tx } from '../connection/database.ts';

export interface Provider {
  readonly id: number;
  readonly name: string;
  /** The return's PLACE_PROVIDER. */
  readonly kind: string;
  readonly inHouse: boolean;
}

/** A home, a carer's household or a unit that a placement can be in. */
export interface CareSetting {
  readonly id: number;
  readonly urn: string | undefined;
  readonly name: string;
  /** The return's PLACE. */
  readonly type: string;
  readonly postcode: string | undefined;
  readonly providerId: number | undefined;
  readonly inHouse: boolean;
}

/** Adds a provider, or brings the one of that name up to date. */
export const saveProvider = async (tx: Tx, provider: Omit<Provider, 'id'>): Promise<Provider> => {
  const told = { kind: provider.kind, in_house: provider.inHouse };
  const { id } = await tx
    .insertInto('provider')
    .values({ name: provider.name, ...told })
    .onConflict((conflict) => conflict.columns(['authority_id', 'name']).doUpdateSet(told))
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, ...provider };
};

export const listProviders = async (tx: Tx): Promise<readonly Provider[]> => {
  const rows = await tx
    .selectFrom('provider')
    .select(['id', 'name', 'kind', 'in_house'])
    .orderBy('name')
    .execute();
  return rows.map(({ in_house, ...provider }) => ({ ...provider, inHouse: in_house }));
};

const rowOf = (setting: Omit<CareSetting, 'id'>) => ({
  urn: setting.urn ?? null,
  name: setting.name,
  type: setting.type,
  postcode: setting.postcode ?? null,
  provider_id: setting.providerId ?? null,
  in_house: setting.inHouse,
});

/** Adds a setting, or brings the one of that URN up to date. */
export const saveCareSetting = async (tx: Tx, setting: Omit<CareSetting, 'id'>): Promise<CareSetting> => {
  const row = rowOf(setting);
  const { id } = await tx
    .insertInto('care_setting')
    .values(row)
    .onConflict((conflict) => conflict.columns(['authority_id', 'urn']).doUpdateSet(row))
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, ...setting };
};

/** Settings that a placement could be in by its URN or its postcode; postcodes in capitals and without spaces. */
export interface SettingsSought {
  readonly urns: readonly string[];
  readonly postcodes: readonly string[];
}

/** All settings, or those that are sought: an authority has hundreds, and a page names a few. */
export const listCareSettings = async (tx: Tx, sought?: SettingsSought): Promise<readonly CareSetting[]> => {
  let found = tx.selectFrom('care_setting').selectAll();
  if (sought !== undefined)
    found = found.where(
      sql<boolean>`(urn = any(${sought.urns}::text[])
        or upper(regexp_replace(postcode, '\\s+', '', 'g')) = any(${sought.postcodes}::text[]))`,
    );
  const rows = await found.orderBy('name').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    urn: row.urn ?? undefined,
    name: row.name,
    type: row.type,
    postcode: row.postcode ?? undefined,
    providerId: row.provider_id ?? undefined,
    inHouse: row.in_house,
  }));
};

/** Changes what a setting is called and how it is told from others; what it was is in the audit. False when there is none. */
export const changeCareSetting = async (tx: Tx, { id, ...setting }: CareSetting): Promise<boolean> => {
  const changed = await tx
    .updateTable('care_setting')
    .set(rowOf(setting))
    .where('authority_id', '=', sql<string>`(select current_authority())`)
    .where('id', '=', id)
    .returning('id')
    .execute();
  return changed.length === 1;
};

/** Changes a provider's name or sector. False when there is none. */
export const changeProvider = async (tx: Tx, { id, name, kind, inHouse }: Provider): Promise<boolean> => {
  const changed = await tx
    .updateTable('provider')
    .set({ name, kind, in_house: inHouse })
    .where('authority_id', '=', sql<string>`(select current_authority())`)
    .where('id', '=', id)
    .returning('id')
    .execute();
  return changed.length === 1;
};
