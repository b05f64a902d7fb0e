import { addDays, type Day, parseDay } from '../calendar/day.ts';
import { dayInWords } from '../calendar/words.ts';
import { codeTitle } from '../child/code-list.ts';
import type { Episode } from '../child/episode.ts';
import { episodesFromTimelines } from '../child/episodes-from-timelines.ts';
import { REASONS_CEASED } from '../child/reason-ceased.ts';
import type { ChildRecord } from '../child/record.ts';
import { timelinesFromEpisodes } from '../child/timelines-from-episodes.ts';
import type { Answer, FormQuestion } from '../form/form.ts';
import type { Fault } from '../form/read-answers.ts';
import { tooYoungFor } from '../placement/youngest.ts';
import type { RecordWriter } from '../workflow/record-writer.ts';
import { careGoesOn, withCareGoingOn } from './care-goes-on.ts';
import { ANOTHER_KIND, BY_PARENTS, FIRST_HOME, providerSaid } from './first-home.ts';

export const PLACED_ON = 'placed-on';
/** Said wherever the day is asked for. */
export const SAME_DAY_HINT =
  'If the record has care ending on that same day, it is taken to have gone on: a return has no ending and beginning on one day.';

/** Of a child who comes into care after a decision. */
export const CARE_BEGINS: readonly FormQuestion[] = [
  {
    kind: 'day',
    name: PLACED_ON,
    label: 'On which day did the child come into care?',
    hint: SAME_DAY_HINT,
    notAfterToday: true,
  },
  { kind: 'line', name: 'home', label: 'With whom, or in which home?' },
  ...FIRST_HOME,
];

const wordOf = (answer: Answer | undefined): string | null => (typeof answer === 'string' ? answer : null);

/** Section 20: the return's rule 378 has nobody with parents under it. */
const BY_AGREEMENT = 'V2';

/** They died, or were found to be 18 or over. */
const NOT_AGAIN: readonly string[] = ['E2', 'E15'];

/** Why care cannot have begun that day by what the record says; undefined when it can. */
const findFault = ({ periodsOfCare, details: { dateOfBirth } }: ChildRecord, on: Day): string | undefined => {
  if (dateOfBirth !== undefined && on < dateOfBirth)
    return `Enter ${dayInWords(dateOfBirth)} or a day after it: the child was born then`;
  const last = periodsOfCare.at(-1);
  if (last === undefined) return undefined;
  if (last.ends === null)
    return `The record has this child in care since ${dayInWords(last.starts)}. Enter that day, or have the record put right first`;
  if (on < last.ends)
    return `The record has this child in care until ${dayInWords(last.ends)}. Enter a day after it`;
  return last.endReason !== null && NOT_AGAIN.includes(last.endReason)
    ? `By the record care ended on ${dayInWords(last.ends)}: ${codeTitle(REASONS_CEASED, last.endReason)}. Check whom this is about, or have the record put right first`
    : undefined;
};

/** What to do where no return could tell of a beginning on that day. */
const endedThatDay = (reason: string | null, on: Day): string =>
  `By the record care ended on ${dayInWords(on)}${reason === null ? '' : `: ${codeTitle(REASONS_CEASED, reason)}`}. Enter ${dayInWords(addDays(on, 1))} or a later day; if care never ended, have that ending taken out of the record first`;

const cannotBe = (question: string, sentence: string) =>
  ({ kind: 'cannot-be', faults: [{ question, sentence }] as const satisfies readonly Fault[] }) as const;

/**
 * The record of a child who came into care on a day: a period of care, the home, the legal status and the need, as the return has
 * them (RNE S). Where the record has care beginning that very day already, from a return loaded meanwhile, it stays as it is;
 * where it has care ending that very day, care went on.
 */
export const writeStartOfCare: RecordWriter = ({ child, said, evidence }) => {
  const on = parseDay(wordOf(said[PLACED_ON]) ?? '');
  const place = wordOf(said['home-type']);
  const ls = wordOf(said['began-under']) ?? wordOf(evidence['legal-basis']);
  if (on === undefined) return cannotBe(PLACED_ON, 'Enter the day on which the child came into care');
  if (child.periodsOfCare.some(({ starts, ends }) => starts === on && ends === null))
    return { kind: 'written', child };
  const fault = findFault(child, on);
  if (fault !== undefined) return cannotBe(PLACED_ON, fault);
  if (place === null) return cannotBe('home-type', 'Choose what kind of home it is');
  if (place === ANOTHER_KIND)
    return cannotBe(
      'home-type',
      'The return calls a home of another kind one of four things that only its guidance tells apart. Whoever prepares the return enters the child’s first episode; then record it here, with the same day',
    );
  const tooYoung = tooYoungFor(place, child.details.dateOfBirth, on);
  if (tooYoung !== undefined) return cannotBe('home-type', tooYoung);
  if (ls === null)
    return cannotBe('began-under', 'Choose the legal basis on which care began: the request does not say it');
  if (place === BY_PARENTS && ls === BY_AGREEMENT)
    return cannotBe(
      'home-type',
      'A child who lives with parents by agreement is not in care under section 20. Choose another home, or the order under which the child is placed with them',
    );
  const first: Episode = {
    decom: on,
    rne: 'S',
    ls,
    cin: wordOf(said.need),
    place,
    provider: providerSaid(said, place),
    dec: null,
    rec: null,
    reasonPlaceChange: null,
    homePostcode: wordOf(said['from-postcode']),
    postcode: wordOf(said['home-postcode']),
    urn: wordOf(said['home-urn']),
  };
  const episodes = episodesFromTimelines(child);
  const last = episodes.at(-1);
  const isSameDay = last?.dec === on;
  if (isSameDay && !careGoesOn(last, on, ls)) return cannotBe(PLACED_ON, endedThatDay(last.rec, on));
  const after = isSameDay
    ? [...episodes.slice(0, -1), ...withCareGoingOn(last, first)]
    : [...episodes, first];
  return { kind: 'written', child: { ...child, ...timelinesFromEpisodes(after) } };
};
