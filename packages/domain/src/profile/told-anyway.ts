import { BEGINS_SENTENCE } from './detectors/begins-sentence.ts';
import { isNoName } from './detectors/names.ts';
import { joined, type Place, placesOf, type ReadText, readText, type Token } from './detectors/text.ts';

/** What whoever reads words is sent or knows besides. */
export interface ToldAnyway {
  /** How they, their home and the authority are called. */
  readonly called: readonly string[];
  /** What they are sent to read: the approved profile, each answer for itself. */
  readonly sent: readonly string[];
  /** Under which the authority itself is reached on the internet: what stands after the @. */
  readonly hosts: readonly string[];
  /** Ordinary words in what they are sent, of which it was said when it was approved that they tell nobody who the child is. */
  readonly ordinary?: readonly string[];
}

export const NOTHING_TOLD: ToldAnyway = { called: [], sent: [], hosts: [] };

/** Where anybody has an address, or whoever works in health, for the police, the courts or a school: not the authority alone. */
const OF_ANYBODY =
  /^(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|icloud|me|mac|aol|proton|protonmail|pm|tuta|tutanota|hushmail|fastmail|zoho|yandex|gmx|sky|btinternet|btopenworld|virginmedia|virgin|ntlworld|blueyonder|talktalk|tiscali|plus|mail|email|inbox)\.|(?:^|\.)(?:nhs|cjsm|sch|police|ac)\.(?:net|uk)$/iu;

/** The host of somebody’s e-mail address at work; undefined of one such as anybody has. */
export const hostAtWork = (email: string | undefined): string | undefined => {
  const host = email?.split('@').at(1)?.trim().toLowerCase();
  return host === undefined || !/^[a-z\d-]+(?:\.[a-z\d-]+)+$/u.test(host) || OF_ANYBODY.test(host)
    ? undefined
    : host;
};

const OF_A_COMPANY = /\s+(?:Ltd|Limited|LLP|PLC|CIC)\.?$/iu;
const OF_A_COUNCIL = /(?:\s+(?:County|City|Borough|District|Metropolitan))*\s+Council$/iu;

const OF_A_PAIR = /^(Mr|Mrs|Ms|Miss|Mx|Dr) and (Mr|Mrs|Ms|Miss|Mx|Dr) (.+)$/u;

/** A name, the same without what only says that it is a company’s or a council’s, the same without “The”, and each of two carers. */
const alsoCalled = (name: string): readonly string[] => {
  const whole = name.trim().replaceAll(/\s+/gu, ' ');
  const [, one, other, family] = OF_A_PAIR.exec(whole) ?? [];
  const each = family === undefined ? [] : [`${one} ${family}`, `${other} ${family}`];
  const shorter = [whole, whole.replace(OF_A_COMPANY, ''), whole.replace(OF_A_COUNCIL, '')];
  return [...new Set([...shorter, ...each, ...shorter.map((called) => called.replace(/^The /u, ''))])].filter(
    (called) => called !== '',
  );
};

const isCapital = ({ raw }: ReadText, { from }: Token): boolean => /^\p{Lu}/u.test(raw.slice(from));
const JOINS_NAMES = /^(?:[^\S\n]{1,3}|['’-])$/u;

/** Greets, or asks, before a name: “Dear Samphire Lodge”. */
const GREETS: ReadonlySet<string> = new Set(
  'dear hello hi thanks could would can may has have had'.split(' '),
);
const saysNothing = (text: ReadText, { word, from, to }: Token): boolean =>
  isNoName(word) || GREETS.has(word) || BEGINS_SENTENCE.test(text.raw.slice(from, to));

const withoutEdges = (text: ReadText, run: readonly Token[]): readonly Token[] => {
  const first = run.findIndex((token) => !saysNothing(text, token));
  const last = run.findLastIndex(({ word }) => !isNoName(word));
  return first === -1 ? [] : run.slice(first, last + 1);
};

/** Names as they stand: words with a capital one after the other, as far as they are not only the beginning of a sentence. */
const namesIn = (text: ReadText): readonly Place[] => {
  const runs: Token[][] = [];
  for (const token of text.tokens) {
    if (!isCapital(text, token)) continue;
    const last = runs.at(-1);
    const joins = last !== undefined && JOINS_NAMES.test(text.raw.slice(last.at(-1)?.to, token.from));
    if (joins) last.push(token);
    else runs.push([token]);
  }
  return runs.flatMap((run) => {
    const [first, ...rest] = withoutEdges(text, run);
    return first === undefined ? [] : [{ from: first.from, to: (rest.at(-1) ?? first).to }];
  });
};

const wordsAt = ({ raw }: ReadText, { from, to }: Place): string =>
  raw.slice(from, to).replaceAll(/\s+/gu, ' ');
const isWithin = (inner: Place, outer: Place): boolean => outer.from <= inner.from && inner.to <= outer.to;

/** Whether names in some words are told to their reader anyway: whole, and letter by letter. */
export interface ToldNames {
  /** Every word with a capital in a place is of a name that they are called by, or that they are sent. */
  readonly isTold: (place: Place) => boolean;
  /** The whole place is of a name that they are called by. */
  readonly isCalled: (place: Place) => boolean;
}

export const toldNames = ({ called, sent }: ToldAnyway, text: ReadText): ToldNames => {
  const own = called.flatMap(alsoCalled);
  const names = new Set([
    ...own,
    ...sent.map(readText).flatMap((one) => namesIn(one).map((place) => wordsAt(one, place))),
  ]);
  // A name of more than one word is itself whatever stands beside it; one of one word may be part of another’s.
  const ownPlaces = own
    .filter((name) => name.includes(' '))
    .flatMap((name) => placesOf(text, joined(name)).filter((place) => wordsAt(text, place) === name));
  const places = [...ownPlaces, ...namesIn(text).filter((place) => names.has(wordsAt(text, place)))];
  return {
    isTold: (place) => {
      const capitals = text.tokens.filter((token) => isWithin(token, place) && isCapital(text, token));
      return capitals.length > 0 && capitals.every((token) => places.some((name) => isWithin(token, name)));
    },
    isCalled: (place) => ownPlaces.some((name) => isWithin(place, name)),
  };
};
