import {
  type AttemptRefusal,
  type ChildInText,
  childrenInText,
  type Day,
  findMeasure,
  londonDayOf,
  type Measure,
  mayAttempt,
  type Refusal,
  refused,
} from '@rightplace/domain';
import {
  addCommentary,
  appendAudit,
  asTenant,
  asTenantReading,
  listCommentary,
  type Tx,
} from '@rightplace/store';
import { measuresFor } from '../measure/figure-book.ts';
import { WHOLE_AUTHORITY_ONLY } from '../measure/measure-page.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import type { World } from '../world.ts';
import {
  type CommentaryPart,
  type CommentaryVersion,
  commentaryOn,
  mayReplace,
  partOf,
} from './read-commentary.ts';

export const COMMENTARY_WRITTEN = 'commentary-written';
/** Somebody wrote what names a child and was told so: what they learned from that is on record. */
export const COMMENTARY_HELD_BACK = 'commentary-held-back';

export const LONGEST_COMMENTARY = 4000;
const LONGEST_DOING = 1000;
const LONGEST_OWNER = 200;
const LONGEST_NAMES_ARE = 500;

export interface CommentaryToWrite {
  readonly measureId: string;
  /** The version it takes the place of. */
  readonly replaces: number | undefined;
  readonly aboutDay: Day | undefined;
  readonly said: string;
  readonly doing: string;
  readonly owner: string;
  readonly due: Day | undefined;
  readonly doneOn: Day | undefined;
  readonly forMembers: boolean;
  /** Why words in it that are a child's name or number are not meant so. */
  readonly namesAre: string;
}

export type CommentaryWritten =
  | { readonly kind: 'commentary-written'; readonly measure: Measure }
  | { readonly kind: 'not-found' }
  | Refusal<
      | 'words-needed'
      | 'action-needed'
      | 'owner-too-long'
      | 'day-to-come'
      | 'names-a-child'
      | 'members-see-the-whole'
      | 'whole-authority-only'
      | 'written-meanwhile'
    >;

const NOT_FOUND = { kind: 'not-found' } as const;

/** Writes a commentary, or the next version of one. Nothing that was written before is changed. */
export const writeCommentary = async (
  world: Pick<World, 'db' | 'now' | 'ledgers'>,
  { actor, authority, person }: SignedIn,
  given: CommentaryToWrite,
): Promise<CommentaryWritten | AttemptRefusal> => {
  const now = world.now();
  const today = londonDayOf(now);
  const permission = mayAttempt({ actor, action: 'write-commentary', on: today });
  const part = partOf(actor, today);
  if (permission.kind === 'refused') return permission;
  const measure = findMeasure(given.measureId);
  if (measure === undefined || part === undefined) return NOT_FOUND;
  if (!mayBeAbout(measure, part)) return WHOLE_AUTHORITY_ONLY;
  const asked = tidy(given);
  return asTenant(world.db, { authorityId: authority.id, personId: person.id }, async (tx) => {
    const whose = asked.replaces === undefined ? part : await partOfReplaced(tx, asked, part);
    if (whose === undefined) return NOT_FOUND;
    const fault = faultIn(asked, whose, today);
    if (fault !== undefined) return fault;
    const { ledger } = await world.ledgers.load(tx, authority.id);
    const text = `${asked.said}\n${asked.doing}\n${asked.owner}`;
    const named = childrenInText(text, ledger.children);
    const subject = { kind: 'measure', id: measure.id } as const;
    const children = named.map(({ id }) => id);
    if (named.length > 0 && asked.namesAre === '') {
      const detail = { children };
      await appendAudit(tx, {
        at: now,
        actor: String(person.id),
        action: COMMENTARY_HELD_BACK,
        subject,
        detail,
      });
      return namesAChild(named);
    }
    const namesAre = named.length > 0 ? asked.namesAre : null;
    const id = await addCommentary(tx, {
      measure: measure.id,
      replaces: asked.replaces ?? null,
      aboutDay: asked.aboutDay ?? null,
      teamId: whose.teamId ?? null,
      service: whose.service ?? null,
      said: asked.said,
      doing: asked.doing,
      owner: asked.owner,
      due: asked.due ?? null,
      doneOn: asked.doneOn ?? null,
      forMembers: asked.forMembers,
      namesAre,
      writtenBy: person.id,
      writtenAt: now,
    });
    if (id === undefined)
      return refused(
        'written-meanwhile',
        'Somebody else has changed this commentary since you opened it. Look at what it says now, then write yours again.',
      );
    const detail = {
      id,
      replaces: asked.replaces ?? null,
      forMembers: asked.forMembers,
      ...(namesAre === null ? {} : { namesAre, children }),
    };
    await appendAudit(tx, { at: now, actor: String(person.id), action: COMMENTARY_WRITTEN, subject, detail });
    return { kind: 'commentary-written', measure };
  });
};

const isWhole = ({ teamId, service }: CommentaryPart): boolean =>
  teamId === undefined && service === undefined;

const mayBeAbout = (measure: Measure, part: CommentaryPart): boolean =>
  isWhole(part) || measuresFor({ kind: 'part', places: [part] }).includes(measure);

const tidy = (asked: CommentaryToWrite): CommentaryToWrite => ({
  ...asked,
  said: asked.said.trim(),
  doing: asked.doing.trim(),
  owner: asked.owner.trim().replaceAll(/\s+/g, ' '),
  namesAre: asked.namesAre.trim().slice(0, LONGEST_NAMES_ARE),
});

/** A new version stays about the part that the first was about. */
const partOfReplaced = async (
  tx: Tx,
  { measureId, replaces }: CommentaryToWrite,
  part: CommentaryPart,
): Promise<CommentaryPart | undefined> => {
  const row = (await listCommentary(tx, { measures: [measureId] })).find(({ id }) => id === replaces);
  if (row === undefined || !mayReplace(part, row)) return undefined;
  return { teamId: row.teamId ?? undefined, service: row.service ?? undefined };
};

const faultIn = (
  { said, doing, owner, due, doneOn, aboutDay, forMembers }: CommentaryToWrite,
  whose: CommentaryPart,
  today: Day,
): Exclude<CommentaryWritten, { readonly kind: 'commentary-written' | 'not-found' }> | undefined => {
  if (said === '' || said.length > LONGEST_COMMENTARY)
    return refused(
      'words-needed',
      `Enter what you have to say of the figures, in up to ${LONGEST_COMMENTARY} characters.`,
    );
  const hasMore = owner !== '' || due !== undefined || doneOn !== undefined;
  if (doing.length > LONGEST_DOING || (doing === '' && hasMore))
    return refused('action-needed', `Enter what is being done, in up to ${LONGEST_DOING} characters.`);
  if (owner.length > LONGEST_OWNER)
    return refused('owner-too-long', `Enter who sees to it, in up to ${LONGEST_OWNER} characters.`);
  if ((aboutDay !== undefined && aboutDay > today) || (doneOn !== undefined && doneOn > today))
    return refused('day-to-come', 'Enter a day that has come: nothing is known of later days.');
  if (forMembers && !isWhole(whose))
    return refused(
      'members-see-the-whole',
      'Members see figures of the whole authority, so they cannot be shown what is said of a team or service.',
    );
  return undefined;
};

const namesAChild = (named: readonly ChildInText[]): Refusal<'names-a-child'> => {
  const words = [...new Set(named.map((each) => `“${each.words}”`))].slice(0, 5).join(', ');
  return refused(
    'names-a-child',
    `Take out ${words}, which may be the name or number of a child in the record, or say below why it is not meant so.`,
  );
};

/** What the form begins with. */
export interface CommentaryForm {
  readonly kind: 'commentary-form';
  readonly measure: Measure;
  /** The version to be put right; undefined for a new commentary. */
  readonly replaces: (CommentaryVersion & { readonly id: number }) | undefined;
  /** False for a part of the authority: its commentary is for those who see its figures. */
  readonly mayBeForMembers: boolean;
}

export const findCommentaryForm = async (
  world: Pick<World, 'db' | 'now'>,
  signedIn: SignedIn,
  asked: { readonly measureId: string; readonly replaces: number | undefined },
): Promise<
  CommentaryForm | { readonly kind: 'not-found' } | AttemptRefusal | typeof WHOLE_AUTHORITY_ONLY
> => {
  const { actor, authority } = signedIn;
  const today = londonDayOf(world.now());
  const permission = mayAttempt({ actor, action: 'write-commentary', on: today });
  const part = partOf(actor, today);
  if (permission.kind === 'refused') return permission;
  const measure = findMeasure(asked.measureId);
  if (measure === undefined || part === undefined) return NOT_FOUND;
  if (!mayBeAbout(measure, part)) return WHOLE_AUTHORITY_ONLY;
  const form = { kind: 'commentary-form', measure, mayBeForMembers: isWhole(part) } as const;
  if (asked.replaces === undefined) return { ...form, replaces: undefined };
  const all = await asTenantReading(world.db, { authorityId: authority.id }, (tx) =>
    commentaryOn(
      tx,
      { measures: [measure.id], asKnown: { asOf: today, knownAt: undefined } },
      { signedIn, reach: { kind: 'authority' }, today },
    ),
  );
  const replaces = all.get(measure.id)?.find(({ id }) => id === asked.replaces);
  if (replaces === undefined || !replaces.mayChange) return NOT_FOUND;
  return { ...form, replaces, mayBeForMembers: form.mayBeForMembers && replaces.whose === undefined };
};
