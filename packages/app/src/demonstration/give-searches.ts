import { londonDayOf, PLACEMENT_REQUEST, type SearchEntry } from '@rightplace/domain';
import {
  addSearchEntry,
  appendAudit,
  asTenant,
  asTenantReading,
  holdRecord,
  listAuthorities,
  listCasesOfProcess,
  loadLedger,
  type Tx,
} from '@rightplace/store';
import { loadAccessFacts } from '../child/load-children.ts';
import type { World } from '../world.ts';
import { colleaguesIn, type InventedRequest, type InventRequests, keepCase } from './give-requests.ts';

/** A search with its log: what the demonstration package makes. */
interface InventedSearch extends InventedRequest {
  readonly log: readonly (SearchEntry & { readonly key: string })[];
}

type InventSearches = (asked: Parameters<InventRequests>[0]) => readonly InventedSearch[];

/** Gives a demonstration that has none searches for homes, in every place a search can be. No real authority is given any. */
export const giveSearches = async (
  { db, now }: Pick<World, 'db' | 'now'>,
  invent: InventSearches,
): Promise<void> => {
  for (const { code: authorityId, demonstration } of await listAuthorities(db)) {
    if (!demonstration || !(await asTenantReading(db, { authorityId }, hasNone))) continue;
    await asTenant(db, { authorityId }, async (tx) => {
      // Whoever starts at the same moment waits, and then finds them there.
      await holdRecord(tx);
      if (await hasNone(tx)) await give(tx, now, invent);
    });
  }
};

const hasNone = async (tx: Tx): Promise<boolean> => {
  const live = await listCasesOfProcess(tx, PLACEMENT_REQUEST.id, { ended: [], isOver: false });
  return live.length === 0;
};

const give = async (tx: Tx, now: World['now'], invent: InventSearches): Promise<void> => {
  const { staff } = await loadAccessFacts(tx);
  const { children } = await loadLedger(tx);
  const asOf = londonDayOf(now());
  const teams = [...staff.teams.values()];
  const services = new Map(teams.map(({ name, service }) => [name, service ?? '']));
  const searches = invent({ staff: colleaguesIn(staff, asOf), services, children, asOf });
  if (searches.length === 0) return;
  for (const search of searches) {
    const id = await keepCase(tx, search, teams.find(({ name }) => name === search.team)?.id ?? null);
    for (const { number: _, ...entry } of search.log) await addSearchEntry(tx, id, entry);
  }
  await appendAudit(tx, {
    at: now(),
    actor: 'command line',
    action: 'demonstration-searches-given',
    detail: { searches: searches.length },
  });
};
