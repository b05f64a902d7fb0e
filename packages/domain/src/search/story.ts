import type { Moment } from '../calendar/moment.ts';
import type { FormQuestion } from '../form/form.ts';
import { answersInWords, type ChronologyLine, doerInWords, type Said } from '../workflow/chronology.ts';
import { GATES, isGate } from './gates.ts';
import { type EntryKind, entryMeaning, OUTSIDE_TIERS_WHY, type SearchEntry } from './log-entry.ts';
import type { LostChoice } from './lost-choice.ts';
import type { Search } from './search.ts';

/** One line of the placement chronology: a step of the case, or an entry of the log. */
export interface StoryLine {
  readonly at: Moment;
  readonly sentence: string;
  readonly said: readonly Said[];
  readonly of: 'step' | 'cost-avoided' | 'held-place' | EntryKind;
  readonly tier: string | undefined;
}

const whomOf = ({ approaches, offers }: Search, { kind, about, number }: SearchEntry) => {
  const [what] = [entryMeaning(kind).about];
  if (what === 'offer') {
    const offer = offers.find((one) => one.number === about);
    return offer && { words: `${offer.provider}: ${offer.home}`, tier: offer.tier };
  }
  const approach = approaches.find(
    (one) =>
      one.number === (what === undefined ? number : about) ||
      one.questions.some((question) => question.number === about),
  );
  return approach && { words: approach.provider, tier: approach.tier };
};

/** Which of the stages of the profile was opened, where it was one of the later ones. */
const STAGE_OPENED: FormQuestion = {
  kind: 'one-of',
  name: 'stage',
  label: 'What was opened',
  options: { shortlist: 'The shortlist profile', match: 'The match profile' },
};

const saidOf = ({ kind, said }: SearchEntry): readonly Said[] =>
  answersInWords(
    kind === 'opened' ? [STAGE_OPENED, ...entryMeaning(kind).asks] : entryMeaning(kind).asks,
    kind === 'gate' && typeof said.gate === 'string' && isGate(said.gate)
      ? { ...said, gate: GATES[said.gate].title }
      : said,
  );

/** ": Brackenhill, Saltings Homes", of a step by which it, or each of several, is chosen no more. */
const homesLost = (lost: readonly LostChoice[], { offers }: Search, step: number): string => {
  const found = new Set(lost.flatMap(({ event, offer }) => (event === step ? [offer] : [])));
  const homes = offers
    .filter(({ number }) => found.has(number))
    .map(({ home, provider }) => `${home}, ${provider}`);
  return homes.length === 0 ? '' : `: ${homes.join('; ')}`;
};

const toldOf = ({ kind, by }: SearchEntry): string => {
  const { told, toldByProvider } = entryMeaning(kind);
  return by.part.role === 'external-provider' ? (toldByProvider ?? told) : told;
};

/** Everything that happened in a search, steps, entries, held places and cost avoided together, newest first. Nothing of the log is left out. */
export const storyOf = (
  steps: readonly ChronologyLine[],
  {
    entries,
    search,
    lost = [],
    avoided = [],
    held = [],
  }: {
    readonly entries: readonly SearchEntry[];
    readonly search: Search;
    /** Choices that came to nothing: their steps say of which home. */
    readonly lost?: readonly LostChoice[];
    /** What became of cost avoided, newest first. */
    readonly avoided?: readonly Pick<StoryLine, 'at' | 'sentence' | 'said'>[];
    /** What became of the places that are or were held, newest first. */
    readonly held?: readonly Pick<StoryLine, 'at' | 'sentence' | 'said'>[];
  },
  nameOf: (person: string) => string,
): readonly StoryLine[] => {
  const ofSteps = steps.map(
    ({ number, at, sentence, said }): StoryLine => ({
      at,
      sentence: `${sentence}${homesLost(lost, search, number)}`,
      said,
      of: 'step',
      tier: undefined,
    }),
  );
  const ofLog = entries
    .toSorted((a, b) => b.number - a.number)
    .map((entry): StoryLine => {
      const whom = whomOf(search, entry);
      return {
        at: entry.at,
        sentence: `${doerInWords(entry.by, nameOf)}, ${toldOf(entry)} ${whom?.words ?? 'somebody'}${entry.said[OUTSIDE_TIERS_WHY] === undefined ? '' : ', outside the tiers that were opened'}`,
        said: saidOf(entry),
        of: entry.kind,
        tier: whom?.tier,
      };
    });
  // Both are newest first already: what happened at one moment stays as each has it.
  const ofAvoided = avoided.map((line): StoryLine => ({ ...line, of: 'cost-avoided', tier: undefined }));
  const ofHeld = held.map((line): StoryLine => ({ ...line, of: 'held-place', tier: undefined }));
  return [...ofAvoided, ...ofHeld, ...ofSteps, ...ofLog].toSorted((a, b) =>
    a.at < b.at ? 1 : a.at > b.at ? -1 : 0,
  );
};
