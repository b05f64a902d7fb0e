import { type Answers, PLACEMENT_REQUEST, type SearchCounts } from '@rightplace/domain';
import {
  type CaseVersion,
  countSearches,
  listSaidInForms,
  listVersionsOfCases,
  listWritersOf,
  type ReadsFrom,
  readCases,
  readsFrom,
  type StoredCase,
  type Tx,
} from '@rightplace/store';
import { whileUnwritten } from '../cases/while-unwritten.ts';
import { beside } from '../ledger/recall.ts';
import { SEARCH_ENDED } from './officers.ts';

/** What a desk reads of a search: nothing of who may see it. */
export interface KnownSearch {
  readonly stored: StoredCase;
  readonly writers: readonly number[];
  readonly counts: SearchCounts;
  /** What its form says last of what is asked of it for a list. */
  readonly request: Answers;
}

/** The kinds of home that a request finds suitable are asked for by these names, and are told in their order. */
export const KINDS_WANTED = ['foster', 'residential', 'supported'] as const;
/** The rest of what a request says is not read for a list: it is long. */
const ASKED_OF_FORMS = [...KINDS_WANTED.map((kind) => `suits-${kind}`), 'how-soon', 'needed-from'];

const NONE: SearchCounts = { approached: 0, replied: 0, offered: 0, shared: 0 };

interface Remembered {
  readonly version: string;
  readonly known: KnownSearch;
}

/** Of each database, by authority and case: as many as a large authority has going on, and as take some tens of megabytes. */
const remembered = new WeakMap<object, Map<string, Remembered>>();
const MOST_REMEMBERED = 2000;

const readThese = async (tx: Tx, ids: readonly number[]): Promise<readonly KnownSearch[]> => {
  if (ids.length === 0) return [];
  const stored = await readCases(tx, ids);
  const counts = await countSearches(tx, ids);
  const forms = await listSaidInForms(tx, ids, ASKED_OF_FORMS);
  const writers = await listWritersOf(tx, ids);
  return stored.map((one) => ({
    stored: one,
    writers: writers.get(one.id) ?? [],
    counts: counts.get(one.id) ?? NONE,
    request: forms.get(one.id) ?? {},
  }));
};

/**
 * Every search that is over, or every one that goes on. While nothing is written in any case it is the very list of last time, and
 * each that was not added to the very object, so that what was worked out from it can be kept beside it. In a transaction that may write
 * all are read.
 */
export const readSearches = async (
  tx: Tx,
  { over }: { readonly over: boolean },
): Promise<readonly KnownSearch[]> => {
  const from = readsFrom(tx);
  if (from === undefined) return readThese(tx, numbersOf(await listVersions(tx, over)));
  const name = over ? 'searches that are over' : 'searches that go on';
  return whileUnwritten(tx, name, () => readSearchesAnew(tx, from, over));
};

const numbersOf = (versions: readonly CaseVersion[]): readonly number[] => versions.map(({ id }) => id);

const listVersions = (tx: Tx, isOver: boolean): Promise<readonly CaseVersion[]> =>
  listVersionsOfCases(tx, PLACEMENT_REQUEST.id, { ended: SEARCH_ENDED, isOver });

/** How far each was written is asked of all in one question; only those that were added to since are read anew. */
const readSearchesAnew = async (
  tx: Tx,
  { db, authorityId }: ReadsFrom,
  over: boolean,
): Promise<readonly KnownSearch[]> => {
  const versions = await listVersions(tx, over);
  const kept = beside(remembered, db, () => new Map<string, Remembered>());
  const keyOf = (id: number): string => `${authorityId} ${id}`;
  const found = new Map<number, KnownSearch>();
  for (const { id, version } of versions) {
    const before = kept.get(keyOf(id));
    if (before?.version === version) found.set(id, before.known);
  }
  const changed = versions.filter(({ id }) => !found.has(id));
  for (const known of await readThese(tx, numbersOf(changed))) found.set(known.stored.id, known);
  for (const { id, version } of versions) {
    const known = found.get(id);
    if (known === undefined) continue;
    kept.delete(keyOf(id));
    kept.set(keyOf(id), { version, known });
  }
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_REMEMBERED) break;
    kept.delete(oldest);
  }
  return versions.flatMap(({ id }) => found.get(id) ?? []);
};
