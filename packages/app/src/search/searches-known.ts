import { type Answers, PLACEMENT_REQUEST, type SearchCounts } from '@rightplace/domain';
import {
  countSearches,
  type KeptAt,
  listSaidInForms,
  listVersionsOfCases,
  listWritersOf,
  type ReadsFrom,
  readByVersion,
  readCases,
  readsFrom,
  type StoredCase,
  type Tx,
  type Versioned,
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

/** Of each database, by authority and case: as many as a large authority has going on, and as take some tens of megabytes. */
const remembered = new WeakMap<object, Map<string, KeptAt<KnownSearch>>>();
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

const numbersOf = (versions: readonly Versioned[]): readonly number[] => versions.map(({ id }) => id);

const listVersions = (tx: Tx, isOver: boolean): Promise<readonly Versioned[]> =>
  listVersionsOfCases(tx, PLACEMENT_REQUEST.id, { ended: SEARCH_ENDED, isOver });

/** How far each was written is asked of all in one question; only those that were added to since are read anew. */
const readSearchesAnew = async (
  tx: Tx,
  { db, authorityId }: ReadsFrom,
  over: boolean,
): Promise<readonly KnownSearch[]> => {
  const versions = await listVersions(tx, over);
  const found = await readByVersion(
    beside(remembered, db, () => new Map<string, KeptAt<KnownSearch>>()),
    versions,
    {
      keyOf: (id) => `${authorityId} ${id}`,
      most: MOST_REMEMBERED,
      read: async (ids) => new Map((await readThese(tx, ids)).map((one) => [one.stored.id, one])),
    },
  );
  return versions.flatMap(({ id }) => found.get(id) ?? []);
};
