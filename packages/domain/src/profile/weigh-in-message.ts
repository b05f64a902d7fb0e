import type { FindingKind, Found, Identifying } from './detectors/finding.ts';
import { SAYS_LIVES } from './detectors/houses.ts';
import { SAYS_BORN } from './detectors/numbers.ts';
import { joined, type Place, placesOf, type ReadText, readText } from './detectors/text.ts';
import type { Weigh } from './find-identifying.ts';
import { type ToldAnyway, toldNames } from './told-anyway.ts';
import { isOfRelation, isOfTeam } from './whose-contact.ts';

/** As much as is read of what stands around something that was found. */
const AROUND = 80;
/** A stop inside an address or a number ends no sentence. */
const ENDS_SENTENCE = /[.;!?](?=\s|$)|\n/u;
const sentenceBefore = ({ raw }: ReadText, { from }: Found): string =>
  raw
    .slice(Math.max(0, from - AROUND), from)
    .split(ENDS_SENTENCE)
    .at(-1) ?? '';
const sentenceAfter = ({ raw }: ReadText, { to }: Found): string =>
  raw.slice(to, to + AROUND).split(ENDS_SENTENCE)[0] ?? '';

/** The searches that only guess: a capital, a number before a name. What they find is nothing where it is a name that is told anyway. */
const GUESSES: ReadonlySet<string> = new Set([
  'may-be-names',
  'usual-names',
  'houses',
  'numbered-streets',
  'streets',
]);
/** A number before a name: places in a home, unless somebody is said to live there. */
const NUMBERED: ReadonlySet<string> = new Set(['houses', 'numbered-streets']);
const OF_A_HOME =
  /\b(?:homes?|houses?|places?|providers?|services?|units?|one)(?:['’]s)?\s+(?:called|named|name is)\s+$/iu;

/** Whether a name is of where the child lives now, or of a part of how that is called. */
const isOfHomeNow = ({ from, to }: Found, { raw }: ReadText, homeNow: readonly string[]): boolean => {
  const words = joined(raw.slice(from, to).replace(/['’]s?$/u, ''));
  return homeNow.some((home) => placesOf(readText(home), words).length > 0);
};

/** Not the child’s, the family’s or a carer’s own names; of a name that nobody knows only the whole counts, which `toldNames` says. */
const MAY_BE_ORDINARY: ReadonlySet<FindingKind> = new Set(['address', 'staff', 'school']);
/** Beside these a town is where somebody is, whatever it was in the profile. */
const SAYS_WHERE =
  /\b(?:(?:liv|stay|resid|mov)(?:es?|s|ed|ing)|(?:is|are|was|were|comes?|came|grew up) (?:from|in|of)|address|family home|home is|goes to|attends)\b/iu;

/** An ordinary word of the approved profile, letter by letter, of which somebody said that it tells nobody who the child is. */
const isOrdinary = (found: Found, text: ReadText, ordinary: readonly string[]): boolean =>
  found.weight === 'look' &&
  MAY_BE_ORDINARY.has(found.kind) &&
  ordinary.includes(text.raw.slice(found.from, found.to).replace(/['’]s?$/u, '')) &&
  !SAYS_WHERE.test(sentenceBefore(text, found));

/** Somebody’s name is theirs though a home is called the same, unless it is the home that is said to be called so. */
const isOfReader = (
  found: Found,
  {
    by,
    text,
    names,
    homeNow,
  }: {
    readonly by: string;
    readonly text: ReadText;
    readonly names: ReturnType<typeof toldNames>;
    readonly homeNow: readonly string[];
  },
): boolean => {
  if (NUMBERED.has(by) && SAYS_LIVES.test(sentenceBefore(text, found))) return false;
  if (GUESSES.has(by)) return names.isTold(found);
  if (by === 'titled') return names.isCalled(found);
  if (by === 'carers') return names.isCalled(found) && !isOfHomeNow(found, text, homeNow);
  return by === 'relations' && OF_A_HOME.test(sentenceBefore(text, found)) && names.isCalled(found);
};

const ASKS = String.raw`(?:answers?|reply|replies|respond|responses?|let (?:us|me) know|hear from you|tell us|back to us|deadline)`;
const HOW_ASKED =
  '(?: (?:to|us|me|back|here|with|this|in|writing|by e-?mail|by phone|please|for|your|answers?|replies))';
const WHEN = String.raw`(?: (?:noon|midday|the end of|\d{1,2}(?::\d\d)? ?(?:am|pm)|close of business))?(?: on)?(?: \p{Lu}\p{Ll}{2,5}day,?)?(?: the)? ?$`;
/** The day stands right behind the asking: “reply to us by Sunday 3 May”. */
const ASKS_TO_ANSWER = new RegExp(
  String.raw`\b(?:${ASKS}${HOW_ASKED}{0,4},? (?:by|before|until)|deadline${HOW_ASKED}{0,3}(?: is|:))${WHEN}`,
  'iu',
);
const BY = new RegExp(String.raw`\b(?:by|before)${WHEN}`, 'iu');
const ANSWERED_AFTER = new RegExp(
  String.raw`^,?(?: (?:please|could|can|would|will|you|we)){0,4} ${ASKS}\b`,
  'iu',
);
const OF_A_BIRTH =
  /\b(?:born|birth|birthday|d\.?o\.?b|turns?|turned|turning|will be|becomes?|aged?|years? old|\d+(?:st|nd|rd|th)? on|(?:is|are) \d+ (?:that|the same|this) day|special day|(?:her|his|their) (?:big |own )?day|(?:gets?|getting|year) older)\b/iu;
/** What may speak of a birth in what stands around, beyond the sentence too. */
const NEAR_A_BIRTH =
  /\b(?:born|birth|birthday|turns?|will be|(?:is|are|be) \d+|that day|special|older|present|party|cake|celebrat\p{Ll}+|anniversary|every year|each year)\b/iu;

const asksToAnswer = (before: string, after: string): boolean =>
  ASKS_TO_ANSWER.test(before) || (BY.test(before) && ANSWERED_AFTER.test(after));

/** A day of the year on which the child was born, said of something else: by when to answer, when somebody comes. */
const weighDay = (found: Found, text: ReadText): Found | undefined => {
  if (found.withoutYear !== true) return found;
  const [before, after] = [sentenceBefore(text, found), sentenceAfter(text, found)];
  if (SAYS_BORN.test(text.raw.slice(Math.max(0, found.from - AROUND), found.from))) return found;
  if (OF_A_BIRTH.test(before) || OF_A_BIRTH.test(after)) return found;
  const { raw } = text;
  const around = `${raw.slice(Math.max(0, found.from - AROUND), found.from)}… ${raw.slice(found.to, found.to + AROUND)}`;
  return asksToAnswer(before, after) && !NEAR_A_BIRTH.test(around)
    ? undefined
    : { ...found, weight: 'reason' };
};

/** By which whoever writes is reached, as the words before it say. */
const weighContact = (found: Found, text: ReadText): Found =>
  found.weight === 'never' && isOfTeam(sentenceBefore(text, found)) ? { ...found, weight: 'reason' } : found;

const OF_A_SCHOOL = /[@./](?:[a-z\d-]*school[a-z\d-]*|sch)\.[^/]*(?:\/|$)/iu;
/** The authority’s own addresses in a text, of e-mail and of pages, and nothing of an address that stands behind one. */
const ownAddresses = ({ raw }: ReadText, hosts: readonly string[]): readonly Place[] =>
  hosts.flatMap((host) =>
    [
      ...raw.matchAll(
        new RegExp(
          String.raw`(?<![^\s<(,;:])(?:[\p{L}\d._+-]{1,64}@|https?://)?(?:[a-z\d-]{1,63}\.){0,4}${host.replaceAll('.', String.raw`\.`)}(?![\p{L}\d-]|\.[\p{L}\d])(?:/[^\s@%,;()<>]*)?`,
          'giu',
        ),
      ),
    ]
      .filter(([words]) => !OF_A_SCHOOL.test(words))
      .map((match) => ({ from: match.index, to: match.index + match[0].length })),
  );
/** In an address of the authority the name of who works there is theirs; the child’s or the family’s is not. */
const OF_AN_ADDRESS: ReadonlySet<FindingKind> = new Set(['email', 'link', 'staff', 'may-be-name']);

/** What something that was found is to whoever reads a message, rather than a profile. */
export const weighInMessage = (told: ToldAnyway, { homeNow }: Pick<Identifying, 'homeNow'>): Weigh => {
  const read = new Map<
    ReadText,
    { readonly names: ReturnType<typeof toldNames>; readonly own: readonly Place[] }
  >();
  const toldIn = (text: ReadText) => {
    const known = read.get(text) ?? { names: toldNames(told, text), own: ownAddresses(text, told.hosts) };
    read.set(text, known);
    return known;
  };
  return (found, by, text) => {
    const { names, own } = toldIn(text);
    if (found.kind === 'date') return undefined;
    if (found.kind === 'born') return weighDay(found, text);
    if (OF_AN_ADDRESS.has(found.kind) && own.some(({ from, to }) => from <= found.from && found.to <= to))
      return isOfRelation(sentenceBefore(text, found)) ? { ...found, weight: 'reason' } : undefined;
    if (found.kind === 'phone' || found.kind === 'email') return weighContact(found, text);
    if (isOrdinary(found, text, told.ordinary ?? [])) return undefined;
    return isOfReader(found, { by, text, names, homeNow }) ? undefined : found;
  };
};
