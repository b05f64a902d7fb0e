import type { Answers, EntryKind, Role } from '@rightplace/domain';
import type { When } from '../requests/told-request.ts';

export type Told = Answers | ((when: When) => Answers);

/** A step of the case: how many working days ago, and what was said. */
export interface ToldDoing {
  readonly ago: number;
  readonly step: string;
  readonly said?: Told;
  readonly wordOf?: Role;
}

/** An entry of the log. What it is about is named by the name that the entry before it was given. */
export interface ToldEntry {
  readonly ago: number;
  readonly write: EntryKind;
  readonly said?: Told;
  readonly about?: string;
  readonly as?: string;
  readonly by?: Role;
}

/** For which child a search is: of an age, and in which sort of home it is wanted. */
export type Sought = 'family' | 'home' | 'own-place';

export interface ToldSearch {
  readonly sought: Sought;
  readonly begun: number;
  /** Instead of what any request of the sort says. */
  readonly answers?: Told;
  readonly happened: readonly (ToldDoing | ToldEntry)[];
}

const step = (ago: number, name: string, said?: Told, wordOf?: Role): ToldDoing => ({
  ago,
  step: name,
  ...(said === undefined ? {} : { said }),
  ...(wordOf === undefined ? {} : { wordOf }),
});

/** From the draft to the first tier, on so many days. */
export const begunOn = (ago: number): readonly ToldDoing[] => [
  step(ago, 'submit'),
  step(ago, 'permit', { permission: 'Agreed by the group manager at the care planning meeting' }),
  step(ago, 'take-on'),
  step(ago, 'ready', { 'at-their-best': '4', 'made-better': 'What the child likes doing comes first now.' }),
];

export { step };

/** An approach, with the name by which what follows is about it. */
export const approach = (ago: number, tier: string, provider: string, channel = 'email'): ToldEntry => ({
  ago,
  write: 'approach',
  as: provider,
  said: ({ day }) => ({ tier, provider, channel, 'sent-on': day(ago) }),
});

export const declined = (ago: number, provider: string, reason: string, words: string): ToldEntry => ({
  ago,
  write: 'declined',
  about: provider,
  said: { reason, words },
});

/** Something of an approach or an offer, by the name of the provider or the home. */
export const written = (
  ago: number,
  write: ToldEntry['write'],
  about: string,
  said: Told = {},
): ToldEntry => ({
  ago,
  write,
  about,
  said,
});

/** An offer, named by its home. */
export const offer = (ago: number, provider: string, home: string, said: Told): ToldEntry => ({
  ago,
  write: 'offer',
  about: provider,
  as: home,
  said: (when) => ({ ...(typeof said === 'function' ? said(when) : said), home }),
});
