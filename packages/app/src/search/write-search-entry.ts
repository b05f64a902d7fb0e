import {
  type ChildRefusal,
  type EntryKind,
  type EntryRefusal,
  entryMeaning,
  findEntryFault,
  londonDayOf,
  type Part,
  type Refusal,
  readAnswers,
  refused,
  type WithFaults,
} from '@rightplace/domain';
import { addSearchEntry, appendAudit, asTenant, findSearchEntryBy, holdSearchLog } from '@rightplace/store';
import { type FoundCase, findCaseFor } from '../cases/find-case.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';

export const SEARCH_ENTRY_WRITTEN = 'search-entry-written';

export interface EntryToWrite {
  readonly id: number;
  readonly kind: EntryKind;
  /** The entry that it says something of; null for an approach. */
  readonly about: number | null;
  /** Of the form, so that the same one sent twice is one entry. */
  readonly key: string;
  readonly typed: Readonly<Record<string, unknown>>;
}

export interface EntryWritten {
  readonly kind: 'entry-written';
  readonly number: number;
}

type WriteRefusal = ChildRefusal | EntryRefusal | Refusal<'not-your-entry'> | WithFaults<Refusal<'not-said'>>;

/** The part in which somebody may write entries of a kind here, their own before those they stand in for; undefined where none. */
export const partToWrite = ({ isReached, partsIn }: FoundCase, kind: EntryKind): Part | undefined =>
  isReached
    ? partsIn('write-search-log').find(({ role }) => entryMeaning(kind).who.includes(role))
    : undefined;

/** Writes in the log of a search, or says why not. Two who write at once both do: the second comes after the first. */
export const writeSearchEntry = (
  world: World,
  signedIn: SignedIn,
  { id, kind, about, key, typed }: EntryToWrite,
): Promise<EntryWritten | WriteRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    await holdSearchLog(tx, id);
    const found = await findCaseFor(tx, { world, signedIn }, { id, to: 'see' });
    if (found.kind === 'refused') return found;
    const { search, now, at } = found;
    if (search === undefined || !found.isReached)
      return refused('out-of-reach', 'There is no such search among those you work with.');
    const person = signedIn.person.id;
    const before = await findSearchEntryBy(tx, { caseId: id, person, key });
    if (before !== undefined) return { kind: 'entry-written', number: before };
    const part = partToWrite(found, kind);
    if (part === undefined)
      return refused('not-your-entry', `This is not yours to write: ${entryMeaning(kind).button}.`);
    const { answers: said, faults } = readAnswers(entryMeaning(kind).asks, typed, londonDayOf(at));
    if (faults.length > 0)
      return { ...refused('not-said', 'Something that you are asked here is missing.'), faults };
    const by = { person: String(person), part };
    const fault = findEntryFault(now, search.standing.search, { kind, about, said, by });
    if (fault !== undefined) return fault;
    const number = await addSearchEntry(tx, id, { at, by, kind, about, said, key });
    await appendAudit(tx, {
      at,
      actor: String(person),
      action: SEARCH_ENTRY_WRITTEN,
      subject: { kind: 'child', id: found.child.id },
      detail: {
        case: id,
        number,
        entry: kind,
        ...(part.actingFor === undefined ? {} : { actingFor: part.actingFor }),
      },
    });
    return { kind: 'entry-written', number };
  });
