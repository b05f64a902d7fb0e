import { momentInWords } from '../calendar/london-time.ts';
import type { Answers } from '../form/form.ts';
import { type Refusal, refused } from '../refusal/refusal.ts';
import type { Approach } from './approach.ts';
import type { EntryKind, SearchEntry } from './log-entry.ts';
import { dayIn, wordIn } from './said-in-entry.ts';

export type WrittenAlready = Refusal<'written-already'> & {
  /** The number of the approach that is there. */
  readonly approach: number;
};

const plain = (text: string | undefined): string => (text ?? '').trim().toLowerCase();

const writtenAlready = ({ number, at }: Approach, more: string): WrittenAlready => ({
  ...refused('written-already', `This approach is written down already, on ${momentInWords(at)}. ${more}`),
  approach: number,
});

/** An approach of the same provider for the same home, in the same tier, by the same channel and of the same day and time. */
export const findWrittenAlready = (
  approaches: readonly Approach[],
  kind: EntryKind,
  said: Answers,
): WrittenAlready | undefined => {
  if (kind !== 'approach') return undefined;
  const same = approaches.find(
    ({ tier, provider, home, channel, sentOn, sentAt }) =>
      tier === said.tier &&
      plain(provider) === plain(wordIn(said.provider)) &&
      plain(home) === plain(wordIn(said['about-home'])) &&
      channel === said.channel &&
      sentOn === dayIn(said['sent-on']) &&
      plain(sentAt) === plain(wordIn(said['sent-at'])),
  );
  return same && writtenAlready(same, 'If they were asked again, say when.');
};

/** A home that was sent the same version of the profile today, and has not answered: sent again, it is asked the same twice. */
export const findSentToday = (
  approaches: readonly Approach[],
  { said, register }: Pick<SearchEntry, 'said' | 'register'>,
): WrittenAlready | undefined => {
  const same = approaches.find(
    ({ settingId, profileVersion, channel, sentOn, reply }) =>
      settingId !== undefined &&
      settingId === register?.settingId &&
      profileVersion !== undefined &&
      profileVersion === register.profileVersion &&
      channel === said.channel &&
      sentOn === dayIn(said['sent-on']) &&
      reply.kind === 'waiting',
  );
  return (
    same &&
    writtenAlready(
      same,
      `${same.home ?? same.provider} is not sent the same again that day while no answer has come.`,
    )
  );
};
