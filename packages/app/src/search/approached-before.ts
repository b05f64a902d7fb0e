import {
  type Answers,
  londonDayOf,
  REPLY_BY_TO_COME,
  readAnswers,
  type SearchEntry,
  sameAnswers,
} from '@rightplace/domain';
import { findSearchEntryBy, type Tx } from '@rightplace/store';
import type { HomesToApproach } from './approach-homes.ts';

/** What the form says of every home that is chosen in it; the rest of an entry is of the register. */
const OF_EVERY_HOME: ReadonlySet<string> = new Set([
  'channel',
  'words',
  ...REPLY_BY_TO_COME.map(({ name }) => name),
]);

const ofEveryHome = (said: Answers): Answers =>
  Object.fromEntries(Object.entries(said).filter(([name]) => OF_EVERY_HOME.has(name)));

const saysTheSame = ({ said, at }: SearchEntry, { channel, words, replyBy }: HomesToApproach): boolean => {
  const text = words.trim();
  const read = readAnswers(REPLY_BY_TO_COME, channel === 'phone' ? {} : (replyBy ?? {}), londonDayOf(at));
  const now = { channel, ...read.answers, ...(text === '' ? {} : { words: text }) };
  return read.faults.length === 0 && sameAnswers(ofEveryHome(said), now);
};

export const keyOfHome = (key: string, setting: number): string => `${key} ${setting}`;

/** The entries of a form that was sent before and says the same now of each of its homes; undefined where it was not, or does not. */
export const approachedBefore = async (
  tx: Tx,
  entries: readonly SearchEntry[],
  { by, asked }: { readonly by: number; readonly asked: HomesToApproach },
): Promise<readonly number[] | undefined> => {
  const written = await Promise.all(
    [...new Set(asked.settings)].map((setting) =>
      findSearchEntryBy(tx, { caseId: asked.id, person: by, key: keyOfHome(asked.key, setting) }),
    ),
  );
  const before = written.flatMap((number) => entries.filter((entry) => entry.number === number));
  return before.length > 0 &&
    before.length === written.length &&
    before.every((entry) => saysTheSame(entry, asked))
    ? before.map(({ number }) => number).toSorted((a, b) => a - b)
    : undefined;
};
