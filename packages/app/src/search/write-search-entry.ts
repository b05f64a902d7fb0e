import {
  type Answers,
  type Approach,
  approachAsks,
  asksOfEntry,
  type ChildRefusal,
  type EntryKind,
  type EntryOfRegister,
  type EntryRefusal,
  entryMeaning,
  type Fault,
  findEntryFault,
  findLateFault,
  findOfferedTwice,
  findReasonFaults,
  findSaidOtherwise,
  findSharedAgainFault,
  findWaiverFaults,
  findWhenDoneFault,
  findWrittenAlready,
  homeOffered,
  LATE_WHY,
  type LookedAt,
  londonDayOf,
  NOT_LOOKED_AT,
  type Offer,
  type OpeningRefusal,
  OUTSIDE_TIERS_WHY,
  PASSED_OVER_WHY,
  type Part,
  READ_BY_PROVIDERS,
  type Refusal,
  readAnswers,
  refused,
  type Search,
  type SearchEntry,
  type SearchStanding,
  TELLS_NOBODY,
  type TellsWho,
  textSaid,
  type WithFaults,
  type WrittenAlready,
  type WrittenOtherwise,
  whyClosed,
} from '@rightplace/domain';
import {
  addSearchEntry,
  appendAudit,
  asTenant,
  findSearchEntryBy,
  holdSearchLog,
  readRegister,
  type Tx,
} from '@rightplace/store';
import { type FoundCase, findCaseFor } from '../cases/find-case.ts';
import { firstBegun } from '../cases/first-begun.ts';
import { tellProvider } from '../portal/tell-providers.ts';
import { auditLookedAt, findMayGo } from '../profile/words-to-provider.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { giveUpWithdrawn } from './holds-follow.ts';
import { partToOpenBy } from './part-to-open.ts';

export const SEARCH_ENTRY_WRITTEN = 'search-entry-written';

export interface EntryToWrite {
  readonly id: number;
  readonly kind: EntryKind;
  /** The entry that it says something of; null for an approach. */
  readonly about: number | null;
  /** Of the form, so that the same one sent twice is one entry. */
  readonly key: string;
  readonly typed: Readonly<Record<string, unknown>>;
  /** Words in it that may tell who the child is, and that whoever writes has looked at: said why in `TELLS_NOBODY`. */
  readonly lookedAt?: Omit<LookedAt, 'why'>;
}

export interface EntryWritten {
  readonly kind: 'entry-written';
  readonly number: number;
}

type WriteRefusal =
  | ChildRefusal
  | EntryRefusal
  | OpeningRefusal
  | TellsWho
  | WrittenAlready
  | WrittenOtherwise
  | Refusal<'not-your-entry'>
  | WithFaults<Refusal<'not-said'>>;

/** The part in which somebody may write entries of a kind here, their own before those they stand in for; undefined where none. */
export const partToWrite = ({ isReached, partsIn }: FoundCase, kind: EntryKind): Part | undefined =>
  isReached
    ? partsIn('write-search-log').find(({ role }) => entryMeaning(kind).who.includes(role))
    : undefined;

/** Of two parts that may write an entry, the one that may decide on what it opens; or why nobody may in any part of theirs. */
const partFor = (
  found: FoundCase,
  { kind, about, typed }: Pick<EntryToWrite, 'kind' | 'about' | 'typed'>,
  by: string,
): Part | OpeningRefusal | undefined =>
  partToOpenBy(found, { kind, about, gate: typed['gate'] }, by) ?? partToWrite(found, kind);

/** Adds an entry with what is recorded of its being written, for whoever holds the log and has found nothing wrong with it. */
export const addEntry = async (
  tx: Tx,
  { id, child }: Pick<FoundCase, 'id' | 'child'>,
  entry: Omit<SearchEntry, 'number'> & { readonly key: string },
): Promise<number> => {
  const number = await addSearchEntry(tx, id, entry);
  const { at, by, kind, register } = entry;
  const { actingFor } = by.part;
  await appendAudit(tx, {
    at,
    actor: by.person,
    action: SEARCH_ENTRY_WRITTEN,
    subject: { kind: 'child', id: child.id },
    detail: {
      case: id,
      number,
      entry: kind,
      ...(register === undefined ? {} : register),
      ...(actingFor === undefined ? {} : { actingFor }),
    },
  });
  return number;
};

/** Whose home is offered, and which, as the register knows it. */
const ofRegister = async (
  tx: Tx,
  approach: Approach | undefined,
  said: Answers,
): Promise<EntryOfRegister | undefined> => {
  if (approach?.providerId === undefined && approach?.settingId === undefined) return undefined;
  const { home } = homeOffered((await readRegister(tx)).settings, approach, said);
  return { providerId: approach.providerId ?? null, settingId: home?.id ?? null, profileVersion: null };
};

const approachBehind = ({ approaches }: Search, about: number | null): Approach | undefined =>
  approaches.find(
    ({ number, questions }) => number === about || questions.some((question) => question.number === about),
  );

/** How whoever reads an entry was asked, and is called; undefined where no provider reads it. By telephone nothing is read. */
const readerOf = (
  kind: EntryKind,
  said: Answers,
  approach: Approach | undefined,
): Pick<Approach, 'channel' | 'provider' | 'home'> | undefined => {
  if (!READ_BY_PROVIDERS.has(kind)) return undefined;
  const reader =
    kind === 'approach'
      ? {
          channel: textSaid(said['channel']),
          provider: textSaid(said['provider']),
          home: textSaid(said['about-home']),
        }
      : approach;
  return reader?.channel === 'phone' ? undefined : reader;
};

/** How providers and homes are called, and what staff say to one another. */
const NOT_TO_READ: ReadonlySet<string> = new Set([
  'provider',
  'about-home',
  OUTSIDE_TIERS_WHY,
  PASSED_OVER_WHY,
  LATE_WHY,
  TELLS_NOBODY,
]);

/** What is wrong with what is said of an offer, by what it is and what became of it before. */
const findOfferFaults = (
  kind: EntryKind,
  said: Answers,
  { offer, standing }: { readonly offer: Offer | undefined; readonly standing: SearchStanding },
): readonly Fault[] => {
  if (offer === undefined) return [];
  if (kind === 'shared') return findSharedAgainFault(offer, said, standing);
  return kind === 'check' ? findWaiverFaults(said, offer) : [];
};

/** Everything in an entry that was written freely, whatever it was asked by. */
const freeTextIn = (kind: EntryKind, said: Answers): string =>
  entryMeaning(kind)
    .asks.flatMap((question) =>
      (question.kind === 'text' || question.kind === 'line') && !NOT_TO_READ.has(question.name)
        ? [textSaid(said[question.name])]
        : [],
    )
    .join('\n\n');

/** Writes in the log of a search, or says why not. Two who write at once both do: the second comes after the first. */
export const writeSearchEntry = (
  world: World,
  signedIn: SignedIn,
  { id, kind, about, key, typed, lookedAt = NOT_LOOKED_AT }: EntryToWrite,
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
    const sentBefore = search.entries.find(({ number }) => number === before);
    if (sentBefore !== undefined)
      return (
        findSaidOtherwise(
          sentBefore,
          { kind, about, typed },
          { today: londonDayOf(at), approaches: search.standing.search.approaches },
        ) ?? {
          kind: 'entry-written',
          number: sentBefore.number,
        }
      );
    const part = partFor(found, { kind, about, typed }, signedIn.actor.id);
    if (part === undefined)
      return refused('not-your-entry', `This is not yours to write: ${entryMeaning(kind).button}.`);
    if ('kind' in part) return part;
    const closed = whyClosed(now, kind);
    if (closed !== undefined) return closed;
    const asks = asksOfEntry(kind, approachAsks(now, search.standing.search.approaches));
    const { answers: read, faults: unread } = readAnswers(asks, typed, londonDayOf(at));
    const approach = search.standing.search.approaches.find((one) => one.number === about);
    const begun = now.events[0].at;
    const followsFrom = await firstBegun(tx, found.stored);
    const { standing } = search;
    const offer = standing.search.offers.find((one) => one.number === about);
    const faults = [
      ...unread,
      ...findWhenDoneFault(kind, read, { now: at, begun, followsFrom, approach }),
      ...findReasonFaults(kind, read),
      ...findLateFault(kind, read, now),
      ...findOfferedTwice(kind, read),
      ...findOfferFaults(kind, read, { offer, standing }),
    ];
    if (faults.length > 0)
      return { ...refused('not-said', 'Something that you are asked here is missing.'), faults };
    const { [TELLS_NOBODY]: why, ...plain } = read;
    const behind = approachBehind(search.standing.search, about);
    const reader = readerOf(kind, read, behind);
    const mayGo = await findMayGo(
      tx,
      { found, signedIn },
      {
        words: reader === undefined ? '' : freeTextIn(kind, plain),
        readers: [[reader?.provider, reader?.home]],
        lookedAt: { ...lookedAt, why: textSaid(why) },
      },
    );
    if (mayGo.kind === 'refused') return mayGo;
    const said = mayGo.why === undefined ? plain : { ...plain, [TELLS_NOBODY]: mayGo.why };
    const by = { person: String(person), part };
    const fault = findEntryFault(now, search.standing.search, { kind, about, said, by });
    if (fault !== undefined) return fault;
    const again = findWrittenAlready(search.standing.search.approaches, kind, said);
    if (again !== undefined) return again;
    const register = kind === 'offer' ? await ofRegister(tx, approach, said) : undefined;
    const entry = { at, by, kind, about, said, key };
    const number = await addEntry(tx, found, register === undefined ? entry : { ...entry, register });
    await auditLookedAt(tx, { found, signedIn }, mayGo);
    const told = READ_BY_PROVIDERS.has(kind) && behind?.channel === 'portal' ? behind.providerId : undefined;
    if (told !== undefined)
      await tellProvider(
        tx,
        { providerId: told, kind: 'news', urgent: false, caseId: id, entry: number },
        at,
      );
    if (kind === 'withdrawn') {
      await giveUpWithdrawn(tx, { world, signedIn }, { caseId: id, settingId: offer?.settingId });
    }
    return { kind: 'entry-written', number };
  });
