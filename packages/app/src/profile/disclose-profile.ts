import {
  type ChildRefusal,
  type EntryRefusal,
  findEntryFault,
  type LaterStage,
  type Part,
  type Refusal,
  refused,
  type SearchEntry,
} from '@rightplace/domain';
import { asTenant, findSearchEntryBy, holdCase, holdSearchLog } from '@rightplace/store';
import { tellProvider } from '../portal/tell-providers.ts';
import { addEntry, partToWrite } from '../search/write-search-entry.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import { auditOfProfile } from './approve-profile.ts';
import { sendableProfile } from './send-profile.ts';
import { approvedOf, findProfileFor, type ProfileRefusal } from './show-profile.ts';
import { recipientsOf, whyNotNow } from './stage-of-case.ts';

export interface ProfileToDisclose {
  readonly id: number;
  readonly stage: LaterStage;
  /** Of the form, so that the same one sent twice is sent once to each. */
  readonly key: string;
  /** Approaches of those who are to have it. */
  readonly approaches: readonly number[];
}

export type DiscloseRefusal =
  | ProfileRefusal
  | ChildRefusal
  | EntryRefusal
  | Refusal<
      | 'not-your-entry'
      | 'nobody-chosen'
      | 'not-approved'
      | 'stale'
      | 'not-now'
      | 'in-the-way'
      | 'sent-already'
    >;

const entryOf = (
  {
    stage,
    channel,
    version,
  }: { readonly stage: LaterStage; readonly channel: string; readonly version: number },
  { at, by, about }: Pick<SearchEntry, 'at' | 'by' | 'about'>,
): Omit<SearchEntry, 'number'> => ({
  at,
  by,
  kind: 'disclosed',
  about,
  said: { stage, channel },
  register: { providerId: null, settingId: null, profileVersion: version },
});

/**
 * Sends what was approved of a later stage: to one or more of those on the shortlist, or to the one whose offer the director
 * approved. Each sending is an entry of the search's log. By the portal it can be read at once.
 */
export const discloseProfile = (
  world: World,
  signedIn: SignedIn,
  { id, stage, key, approaches }: ProfileToDisclose,
): Promise<{ readonly kind: 'profile-disclosed'; readonly to: readonly string[] } | DiscloseRefusal> =>
  asTenant(world.db, { authorityId: signedIn.authority.id, personId: signedIn.person.id }, async (tx) => {
    // Neither the approval of a home nor the offers change between looking and sending.
    await holdCase(tx, id);
    await holdSearchLog(tx, id);
    const profile = await findProfileFor(tx, world, signedIn, { id, stage });
    if (profile.kind === 'refused') return profile;
    const { found, made } = profile;
    const part: Part | undefined = partToWrite(found, 'disclosed');
    if (part === undefined || found.search === undefined)
      return refused('not-your-entry', 'Sending more of a profile is for placements officers.');
    const chosen = [...new Set(approaches)];
    if (chosen.length === 0) return refused('nobody-chosen', 'Choose to whom it is sent');
    const { search } = found.search.standing;
    const person = signedIn.person.id;
    const to: string[] = [];
    const fresh: number[] = [];
    for (const about of chosen)
      if ((await findSearchEntryBy(tx, { caseId: id, person, key: `${key} ${about}` })) === undefined)
        fresh.push(about);
    if (fresh.length === 0) return { kind: 'profile-disclosed', to };
    const notNow = whyNotNow(found, stage);
    if (notNow !== undefined) return refused('not-now', notNow);
    const sendable = sendableProfile(approvedOf(found, made));
    if ('kind' in sendable) return sendable;
    const { version } = sendable;
    const recipients = recipientsOf(found, stage);
    const by = { person: String(person), part };
    const entries = fresh.map((about) => {
      const recipient = recipients.find(({ approach }) => approach === about);
      const entry = entryOf(
        { stage, channel: recipient?.channel ?? 'email', version },
        { at: found.at, by, about },
      );
      return { about, recipient, entry, fault: findEntryFault(found.now, search, entry) };
    });
    const faulty = entries.find(({ fault }) => fault !== undefined)?.fault;
    if (faulty !== undefined) return faulty;
    const again = entries.find(({ recipient }) => recipient?.sent?.version === version)?.recipient;
    if (again !== undefined)
      return refused('sent-already', `${again.provider} has been sent exactly this already.`);
    for (const { about, recipient, entry } of entries) {
      const number = await addEntry(tx, found, { ...entry, key: `${key} ${about}` });
      await auditOfProfile({ tx, found, made }, signedIn, {
        action: 'profile-disclosed',
        detail: { approach: about, version, entry: number, channel: recipient?.channel ?? 'email' },
      });
      const providerId = search.approaches.find((one) => one.number === about)?.providerId;
      if (recipient?.channel === 'portal' && providerId !== undefined)
        await tellProvider(
          tx,
          { providerId, kind: 'news', urgent: false, caseId: id, entry: number },
          found.at,
        );
      if (recipient !== undefined) to.push(recipient.provider);
    }
    return { kind: 'profile-disclosed', to };
  });
