import {
  type Answers,
  type CHANNELS,
  type ChildRefusal,
  type EntryRefusal,
  findEntryFault,
  findSentToday,
  findTooLong,
  findWrittenAlready,
  LONGEST_MESSAGE,
  type LookedAt,
  londonDayOf,
  londonTimeOf,
  NOT_LOOKED_AT,
  REPLY_BY_TO_COME,
  type Refusal,
  readAnswers,
  refused,
  type SearchEntry,
  sameAnswers,
  TELLS_NOBODY,
  type TellsWho,
  type WithFaults,
  type WrittenAlready,
} from '@rightplace/domain';
import { asTenant, findSearchEntryBy, holdCase, holdSearchLog, type Tx } from '@rightplace/store';
import { type FoundCase, findCaseFor } from '../cases/find-case.ts';
import { tellProvider } from '../portal/tell-providers.ts';
import { loadProfile, mayWithProfile } from '../profile/profile-of-case.ts';
import { sendableProfile } from '../profile/send-profile.ts';
import { approvedOf } from '../profile/show-profile.ts';
import { whyNotNow } from '../profile/stage-of-case.ts';
import { auditLookedAt, findMayGo } from '../profile/words-to-provider.ts';
import { loadRegisterNow } from '../register/register-on.ts';
import { isRefused, sightOf } from '../register/sight.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { approachedBefore, keyOfHome } from './approached-before.ts';
import { type HomeToAsk, homesForSearch } from './homes-for-search.ts';
import { addEntry, partToWrite } from './write-search-entry.ts';

export interface HomesToApproach {
  /** The search. */
  readonly id: number;
  /** Of the form, so that the same one sent twice approaches each home once. */
  readonly key: string;
  /** Homes of the register. */
  readonly settings: readonly number[];
  readonly channel: keyof typeof CHANNELS;
  readonly words: string;
  /** By when they are asked to answer, as it was typed; said of what is sent. */
  readonly replyBy?: Readonly<Record<string, unknown>>;
  /** Words that may tell who the child is, and that whoever writes has looked at, with why they tell nobody. */
  readonly lookedAt?: LookedAt;
}

export interface HomesApproached {
  readonly kind: 'homes-approached';
  /** Of the entries, one for each home. */
  readonly numbers: readonly number[];
}

export type ApproachRefusal =
  | ChildRefusal
  | EntryRefusal
  | TellsWho
  | WrittenAlready
  | WithFaults<Refusal<'not-said'>>
  | Refusal<
      | 'not-your-entry'
      | 'nobody-chosen'
      | 'not-to-be-asked'
      | 'not-by-portal'
      | 'not-approved'
      | 'stale'
      | 'in-the-way'
      | 'not-now'
      | 'too-long'
      | 'written-otherwise'
    >;

/** As many as one form lists. */
export const MOST_AT_ONCE = 60;

/** The version of the profile that goes out now, or why none does. */
export const versionToSend = async (
  tx: Tx,
  signedIn: SignedIn,
  found: FoundCase,
): Promise<number | Extract<ApproachRefusal, { kind: 'refused' }>> => {
  const may = await mayWithProfile(tx, signedIn, found, 'see-profile');
  if (may.kind === 'refused') return may;
  const notNow = whyNotNow(found);
  if (notNow !== undefined) return refused('not-now', notNow);
  const sendable = sendableProfile(approvedOf(found, await loadProfile(tx, signedIn, found)));
  return 'kind' in sendable ? sendable : sendable.version;
};

/** Whoever is asked for tonight is not told tomorrow. */
const isNeededToday = ({ evidence }: Pick<FoundCase, 'evidence'>): boolean =>
  evidence?.answers['how-soon'] === 'today';

const entryFor = (
  { setting, provider, tier }: HomeToAsk,
  { at, by }: Pick<SearchEntry, 'at' | 'by'>,
  {
    channel,
    words,
    replyBy,
    why,
  }: Pick<HomesToApproach, 'channel' | 'words'> & {
    readonly replyBy: Answers;
    readonly why: string | undefined;
  },
  version: number | null,
): Omit<SearchEntry, 'number'> => ({
  at,
  by,
  kind: 'approach',
  about: null,
  said: {
    tier,
    provider: provider?.name ?? setting.name,
    ...(provider === undefined || provider.name === setting.name ? {} : { 'about-home': setting.name }),
    channel,
    'sent-on': londonDayOf(at),
    'sent-at': londonTimeOf(at),
    ...replyBy,
    ...(words === '' ? {} : { words }),
    ...(why === undefined ? {} : { [TELLS_NOBODY]: why }),
  },
  register: { providerId: setting.providerId, settingId: setting.id, profileVersion: version },
});

/** When it is sent, and how its words were looked at, is not said by the form. */
const NOT_OF_FORM: ReadonlySet<string> = new Set(['sent-on', 'sent-at', TELLS_NOBODY]);

const ofForm = (said: Answers): Answers =>
  Object.fromEntries(Object.entries(said).filter(([name]) => !NOT_OF_FORM.has(name)));

const isSentAs = (before: Answers, now: Answers): boolean => sameAnswers(ofForm(before), ofForm(now));

const SENT_OTHERWISE = refused(
  'written-otherwise',
  'By this form homes were approached before, otherwise than it says now. That is in the log; what it says now is not sent. Send it now, and they are approached again.',
);

/**
 * Approaches homes of the register in one step, an entry of the log for each. By the portal and by e-mail they are sent the approved
 * profile, and none of them is approached where none may go out; a telephone call is only written down.
 */
export const approachHomes = (
  world: World,
  signedIn: SignedIn,
  asked: HomesToApproach,
): Promise<HomesApproached | ApproachRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    const { id, key, channel } = asked;
    // Neither the request nor what was approved of it changes between looking and sending.
    await holdCase(tx, id);
    await holdSearchLog(tx, id);
    const found = await findCaseFor(tx, { world, signedIn }, { id, to: 'see' });
    if (found.kind === 'refused') return found;
    if (found.search === undefined || !found.isReached)
      return refused('out-of-reach', 'There is no such search among those you work with.');
    const person = signedIn.person.id;
    const sentBefore = await approachedBefore(tx, found.search.entries, { by: person, asked });
    if (sentBefore !== undefined) return { kind: 'homes-approached', numbers: sentBefore };
    const part = partToWrite(found, 'approach');
    if (part === undefined) return refused('not-your-entry', 'Approaching homes is not yours to do here.');
    const settings = new Set(asked.settings);
    if (settings.size === 0 || settings.size > MOST_AT_ONCE)
      return refused('nobody-chosen', `Select whom to approach: from one to ${MOST_AT_ONCE} homes.`);
    const words = asked.words.trim();
    const tooLong = findTooLong(words, LONGEST_MESSAGE);
    if (tooLong !== undefined) return refused('too-long', tooLong);
    const sight = sightOf(signedIn, found.loaded.today);
    if (isRefused(sight)) return refused('not-your-entry', sight.sentence);
    const register = await loadRegisterNow(tx, { world, signedIn });
    const homes = homesForSearch(found, found.search, { register, sight }).filter(({ setting }) =>
      settings.has(setting.id),
    );
    if (homes.length < settings.size)
      return refused(
        'not-to-be-asked',
        'One of these homes is not asked in this search: its tier is not opened, or it takes no children.',
      );
    if (channel === 'portal' && homes.some(({ setting }) => setting.inHouse))
      return refused(
        'not-by-portal',
        'The authority’s own carers and homes do not answer in the portal. Call or e-mail them.',
      );
    const version = channel === 'phone' ? null : await versionToSend(tx, signedIn, found);
    if (typeof version === 'object' && version !== null) return version;
    const mayGo = await findMayGo(
      tx,
      { found, signedIn },
      {
        words: channel === 'phone' ? '' : words,
        readers: homes.map(({ setting, provider }) => [setting.name, provider?.name]),
        lookedAt: asked.lookedAt ?? NOT_LOOKED_AT,
      },
    );
    if (mayGo.kind === 'refused') return mayGo;
    const { answers: replyBy, faults } = readAnswers(
      REPLY_BY_TO_COME,
      channel === 'phone' ? {} : (asked.replyBy ?? {}),
      found.loaded.today,
    );
    if (faults.length > 0)
      return { ...refused('not-said', 'Say by when they are to answer, or leave it out.'), faults };
    const by = { person: String(person), part };
    const { search } = found.search.standing;
    const entries = homes.map((home) => ({
      ...entryFor(home, { at: found.at, by }, { channel, words, replyBy, why: mayGo.why }, version),
      key: keyOfHome(key, home.setting.id),
    }));
    const fault = entries.map((entry) => findEntryFault(found.now, search, entry)).find(Boolean);
    if (fault !== undefined) return fault;
    const written = await Promise.all(
      entries.map(({ key: of }) => findSearchEntryBy(tx, { caseId: id, person, key: of })),
    );
    const otherwise = entries.filter((entry, place) => {
      const before = found.search?.entries.find(({ number }) => number === written[place]);
      return before !== undefined && !isSentAs(before.said, entry.said);
    });
    const again = entries
      .filter((entry, place) => written[place] === undefined || otherwise.includes(entry))
      .map(
        (entry) =>
          findSentToday(search.approaches, entry) ??
          findWrittenAlready(search.approaches, entry.kind, entry.said),
      )
      .find(Boolean);
    if (again !== undefined) return again;
    if (otherwise.length > 0) return SENT_OTHERWISE;
    const numbers: number[] = [];
    for (const [place, entry] of entries.entries()) {
      const before = written[place];
      const number = before ?? (await addEntry(tx, found, entry));
      numbers.push(number);
      const providerId = entry.register?.providerId ?? undefined;
      if (channel === 'portal' && before === undefined && providerId !== undefined)
        await tellProvider(
          tx,
          { providerId, kind: 'referral', urgent: isNeededToday(found), caseId: id, entry: number },
          found.at,
        );
    }
    if (written.includes(undefined)) await auditLookedAt(tx, { found, signedIn }, mayGo);
    return { kind: 'homes-approached', numbers };
  });
