import { sql } from 'kysely';
import type { Connections } from './database.ts';

interface TableWall {
  readonly name: string;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly held: boolean;
  readonly loose: string | null;
}

/** Tables that belong to no authority. Each must say why in the migration that makes it. */
const WITHOUT_TENANT = new Set(['kysely_migration', 'kysely_migration_lock']);

/** Policies, besides the tenant's, that were thought about: `table.policy`. */
const ALLOWED_BESIDES = new Set(['authority.operator_lists']);

/**
 * Every hole in the walls between authorities, in words: a table without row-level security, or with it not forced on
 * the owner, or with a policy that lets more through than the transaction's own authority. Empty when they hold.
 */
export const findHolesInWalls = async (
  owner: Connections,
  {
    withoutTenant = [],
    policies = [],
  }: { withoutTenant?: readonly string[]; policies?: readonly string[] } = {},
): Promise<readonly string[]> => {
  const { rows } = await sql<TableWall>`
    select relname as name, relrowsecurity as enabled, relforcerowsecurity as forced,
      exists (select from pg_policy where polrelid = c.oid and polname = 'tenant' and polpermissive and polcmd = '*'
        and polroles = '{0}' and pg_get_expr(polqual, polrelid) = wall and pg_get_expr(polwithcheck, polrelid) = wall) as held,
      (select string_agg(relname || '.' || polname, ',') from pg_policy
        where polrelid = c.oid and polname <> 'tenant' and polpermissive) as loose
    from pg_class c, (select '(authority_id = ( SELECT current_authority() AS current_authority))' as wall) w
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname`.execute(owner);
  const exempt = new Set([...WITHOUT_TENANT, ...withoutTenant]);
  const allowed = new Set([...ALLOWED_BESIDES, ...policies]);
  return rows
    .filter(({ name }) => !exempt.has(name))
    .flatMap(({ name, enabled, forced, held, loose }) => [
      ...(enabled ? [] : [`${name}: row-level security is off`]),
      ...(forced ? [] : [`${name}: row-level security does not hold its owner`]),
      ...(held ? [] : [`${name}: no policy keeps it to the transaction's authority`]),
      ...(loose ?? '')
        .split(',')
        .filter((policy) => policy !== '' && !allowed.has(policy))
        .map((policy) => `${policy}: lets in more than the authority's own rows`),
    ]);
};
