import {
  type Finding,
  findingsForAll,
  findTelling,
  hostAtWork,
  type LookedAt,
  lookedAtInWords,
  ordinaryWordsIn,
  type Profile,
  type TellsWho,
} from '@rightplace/domain';
import { appendAudit, listProfileAnswers, listProfileVersions, type Tx } from '@rightplace/store';
import type { FoundCase } from '../cases/find-case.ts';
import type { SignedIn } from '../sign-in/visitor.ts';
import { identifyingIn } from './profile-of-case.ts';

export interface WordsToProvider {
  readonly words: string;
  /** How each of those who read them is called, and the home of theirs that it is about: they may be written to by name. */
  readonly readers: readonly (readonly (string | undefined)[])[];
  readonly lookedAt: LookedAt;
}

export interface MayGo {
  readonly kind: 'may-go';
  readonly findings: readonly Finding[];
  /** Why words that were found tell nobody, as the log keeps it; undefined where none were. */
  readonly why: string | undefined;
}

/** Everything said in what was approved, each text for itself. */
const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/**
 * Whether words that a provider reads beside the profile may go out. They are searched as the profile is. What tells who the child
 * is never goes; what may tell goes once whoever writes has looked at it and says why it tells nobody.
 */
export const findMayGo = async (
  tx: Tx,
  { found, signedIn }: { readonly found: FoundCase; readonly signedIn: SignedIn },
  { words, readers, lookedAt }: WordsToProvider,
): Promise<MayGo | TellsWho> => {
  if (words.trim() === '') return { kind: 'may-go', findings: [], why: undefined };
  const [approved] = await listProfileVersions(tx, found.id, 'profile');
  const profile: Profile | undefined = approved === undefined ? undefined : JSON.parse(approved.content);
  const sent = textsIn(profile);
  const ordinary =
    profile === undefined ? [] : ordinaryWordsIn(profile, await listProfileAnswers(tx, found.id));
  const host = hostAtWork(signedIn.person.email);
  const told = readers.map((called) => ({
    called: [...called, signedIn.authority.name].flatMap((name) => name ?? []),
    sent,
    hosts: host === undefined ? [] : [host],
    ordinary,
  }));
  const findings = findingsForAll(words, await identifyingIn(tx, found), told);
  return (
    findTelling(findings, lookedAt) ?? {
      kind: 'may-go',
      findings,
      why: lookedAtInWords(findings, lookedAt),
    }
  );
};

/** Records that words went out although they were found, with who said so and why. */
export const auditLookedAt = async (
  tx: Tx,
  { found, signedIn }: { readonly found: FoundCase; readonly signedIn: SignedIn },
  { findings, why }: MayGo,
): Promise<void> => {
  if (why === undefined) return;
  await appendAudit(tx, {
    at: found.at,
    actor: String(signedIn.person.id),
    action: 'provider-words-answered',
    subject: { kind: 'child', id: found.child.id },
    detail: { case: found.id, words: findings.map(({ words }) => words), why },
  });
};
