import { type Day, parseDay } from '../calendar/day.ts';
import { dayInWords } from '../calendar/words.ts';
import type { Episode } from '../child/episode.ts';
import { episodesFromTimelines } from '../child/episodes-from-timelines.ts';
import { timelinesFromEpisodes } from '../child/timelines-from-episodes.ts';
import { ANOTHER_KIND, BY_PARENTS, FIRST_HOME, providerSaid } from '../entry-to-care/first-home.ts';
import type { Answer, FormQuestion } from '../form/form.ts';
import { REASONS_PLACEMENT_ENDED } from '../placement/reason-placement-ended.ts';
import { tooYoungFor } from '../placement/youngest.ts';
import type { RecordWriter, Writing } from '../workflow/record-writer.ts';

export const MOVED_ON = 'moved-on';
export const OLD_HOME_ENDED = 'old-home-ended';

/** Of care as it began: a move changes none of it. */
const OF_THE_START = new Set(['from-postcode', 'need', 'began-under']);

/** Not the one of the same carer: they move to somebody else. */
export const WHY_ENDED = Object.fromEntries(
  Object.entries(REASONS_PLACEMENT_ENDED.codes).flatMap(([code, { title }]) =>
    code === 'PLACE' ? [] : [[code, title]],
  ),
);

/** Of a child in care who moves from one home to another. */
export const HOME_CHANGES: readonly FormQuestion[] = [
  { kind: 'day', name: MOVED_ON, label: 'On which day did the child move?', notAfterToday: true },
  {
    kind: 'one-of',
    name: OLD_HOME_ENDED,
    label: 'Why did living at the home before it end?',
    options: WHY_ENDED,
  },
  { kind: 'line', name: 'home', label: 'With whom, or in which home?' },
  ...FIRST_HOME.filter(({ name }) => !OF_THE_START.has(name)),
];

const wordOf = (answer: Answer | undefined): string | null => (typeof answer === 'string' ? answer : null);

const cannotBe = (question: string, sentence: string): Writing => ({
  kind: 'cannot-be',
  faults: [{ question, sentence }],
});

/** What the record has on that day already, so that no move can be written: said to whoever writes it. */
const findFault = ({ decom }: Episode, on: Day): string | undefined => {
  if (on < decom)
    return `By the record the child’s home or legal status last changed on ${dayInWords(decom)}. Enter a later day, or have the record put right first`;
  return on === decom
    ? `By the record something changed on ${dayInWords(on)} already. Enter a later day, or have the record put right first`
    : undefined;
};

/**
 * The record of a child in care who moved: the episode that was running ends with why (REC X1), and the next has the new home under
 * the same legal status (RNE P). Where the record has that move already, from a return loaded meanwhile, it stays as it is.
 */
export const writeChangeOfHome: RecordWriter = ({ child, said }) => {
  const on = parseDay(wordOf(said[MOVED_ON]) ?? '');
  const place = wordOf(said['home-type']);
  if (on === undefined) return cannotBe(MOVED_ON, 'Enter the day on which the child moved');
  if (place === null) return cannotBe('home-type', 'Choose what kind of home it is');
  if (place === ANOTHER_KIND)
    return cannotBe(
      'home-type',
      'The return calls a home of another kind one of four things that only its guidance tells apart. Whoever prepares the return enters this move; then record it here, with the same day',
    );
  const episodes = episodesFromTimelines(child);
  const last = episodes.at(-1);
  if (last === undefined || last.dec !== null)
    return cannotBe(MOVED_ON, 'The record does not have the child in care');
  const provider = providerSaid(said, place);
  const isThere = last.decom === on && (last.rne === 'P' || last.rne === 'B');
  if (isThere && last.place === place && last.provider === provider) return { kind: 'written', child };
  const fault = findFault(last, on);
  if (fault !== undefined) return cannotBe(MOVED_ON, fault);
  const tooYoung = tooYoungFor(place, child.details.dateOfBirth, on);
  if (tooYoung !== undefined) return cannotBe('home-type', tooYoung);
  if (place === BY_PARENTS && last.ls === 'V2')
    return cannotBe(
      'home-type',
      'A child who lives with parents by agreement is not in care under section 20. Record that care ended instead',
    );
  const before = { ...last, dec: on, rec: 'X1', reasonPlaceChange: wordOf(said[OLD_HOME_ENDED]) };
  const after: Episode = {
    ...last,
    decom: on,
    rne: 'P',
    place,
    provider,
    postcode: wordOf(said['home-postcode']),
    urn: wordOf(said['home-urn']),
  };
  const timelines = timelinesFromEpisodes([...episodes.slice(0, -1), before, after]);
  return { kind: 'written', child: { ...child, ...timelines } };
};
