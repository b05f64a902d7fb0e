import { findBirthdays } from './detectors/birthdays.ts';
import {
  FINDING_KINDS,
  type FindingKind,
  type Found,
  type Identifying,
  SIBLING_NAMED,
  type Weight,
} from './detectors/finding.ts';
import { findFullName } from './detectors/full-name.ts';
import { findHouses, findSmallHouses } from './detectors/houses.ts';
import { findAddresses, findKnownStreets, findTowns } from './detectors/known-addresses.ts';
import {
  findCarers,
  findFamily,
  findInitials,
  findKnownSchools,
  findMaybeNames,
  findNames,
  findStaff,
  findTitled,
} from './detectors/names.ts';
import { findDates, findEmails, findHandles, findLinks, findNumbers } from './detectors/numbers.ts';
import { findPhones } from './detectors/phones.ts';
import {
  findLettersOfSchools,
  findLoosePostcodes,
  findNumberedStreets,
  findPartsOfPostcodes,
  findPostcodes,
  findSchools,
  findSmallStreets,
  findStreets,
} from './detectors/places.ts';
import { findListedNames, findRelations } from './detectors/relations.ts';
import { seenIn } from './detectors/seen-text.ts';
import { findShortNames, findSmallNames, findUsualNames } from './detectors/short-names.ts';
import { joined, type ReadText } from './detectors/text.ts';
import type { ToldAnswer } from './profile.ts';

export type Detector = (text: ReadText, known: Identifying) => readonly Found[];

/** All that looks through a text. A test turns each off once and sees that something is missed. */
export const DETECTORS = {
  'full-name': findFullName,
  names: findNames,
  'short-names': findShortNames,
  'usual-names': findUsualNames,
  'small-names': findSmallNames,
  initials: findInitials,
  family: findFamily,
  staff: findStaff,
  carers: findCarers,
  titled: findTitled,
  relations: findRelations,
  'listed-names': findListedNames,
  'may-be-names': findMaybeNames,
  'known-schools': findKnownSchools,
  schools: findSchools,
  'letters-of-schools': findLettersOfSchools,
  addresses: findAddresses,
  'numbered-streets': findNumberedStreets,
  houses: findHouses,
  'small-houses': findSmallHouses,
  towns: findTowns,
  streets: findStreets,
  'known-streets': findKnownStreets,
  'small-streets': findSmallStreets,
  postcodes: findPostcodes,
  'loose-postcodes': findLoosePostcodes,
  'parts-of-postcodes': findPartsOfPostcodes,
  phones: findPhones,
  emails: findEmails,
  'names-on-the-internet': findHandles,
  links: findLinks,
  dates: findDates,
  birthdays: findBirthdays,
  numbers: findNumbers,
} as const satisfies Readonly<Record<string, Detector>>;

/** Words in one answer that may tell who the child is. The same words twice in an answer are one finding. */
export interface Finding {
  readonly question: string;
  readonly label: string;
  readonly kind: FindingKind;
  readonly weight: Weight;
  readonly title: string;
  /** The words themselves, and what stands around the first of them. */
  readonly words: string;
  readonly before: string;
  readonly after: string;
  readonly times: number;
  readonly instead: string;
  /** The whole answer that they stand in: what was said of them was said of these words here. */
  readonly text: string;
}

const WEIGHTS: readonly Weight[] = ['never', 'reason', 'look'];
const AROUND = 40;

const byWeightThenLength = (a: Found, b: Found): number =>
  WEIGHTS.indexOf(a.weight) - WEIGHTS.indexOf(b.weight) || b.to - b.from - (a.to - a.from) || a.from - b.from;

/** Of findings that overlap the heaviest stays, and of those as heavy the longest. */
const withoutOverlaps = (found: readonly Found[]): readonly Found[] => {
  const kept: Found[] = [];
  for (const one of found.toSorted(byWeightThenLength))
    if (!kept.some(({ from, to }) => one.from < to && from < one.to)) kept.push(one);
  return kept.toSorted((a, b) => a.from - b.from);
};

/** A carer may be called as a brother or sister is: who the words say it is counts. */
const asTheWordsSay = (found: readonly Found[]): readonly Found[] => {
  const siblings = found.filter(({ ofSibling }) => ofSibling === true);
  return found.filter(
    ({ kind, from, to }) =>
      kind !== 'carer' || !siblings.some((sibling) => sibling.from <= from && to <= sibling.to),
  );
};

/** What one of the searches found, as it counts for whoever reads it; undefined where it is nothing to them. */
export type Weigh = (found: Found, by: string, text: ReadText) => Found | undefined;
const asFound: Weigh = (found) => found;

const findIn = (
  { question, label, paragraphs }: Pick<ToldAnswer, 'question' | 'label' | 'paragraphs'>,
  known: Identifying,
  { detectors, weigh }: { readonly detectors: Readonly<Record<string, Detector>>; readonly weigh: Weigh },
): readonly Finding[] => {
  const raw = paragraphs.join('\n');
  const found = withoutOverlaps(
    asTheWordsSay(
      seenIn(raw).flatMap(({ text, writtenAt }) =>
        Object.entries(detectors).flatMap(([by, detect]) =>
          detect(text, known)
            .flatMap((one) => weigh(one, by, text) ?? [])
            .map((one) => ({ ...one, ...writtenAt(one) })),
        ),
      ),
    ),
  );
  const same = Map.groupBy(found, ({ kind, from, to }) => `${kind} ${joined(raw.slice(from, to))}`);
  return [...same.values()].flatMap((places) => {
    const [first] = places;
    if (first === undefined) return [];
    const { kind, weight, from, to, ofSibling } = first;
    const { title, instead } = FINDING_KINDS[kind];
    return {
      question,
      label,
      kind,
      weight,
      title: ofSibling === true ? SIBLING_NAMED : title,
      instead,
      words: raw.slice(from, to),
      before: raw.slice(Math.max(0, from - AROUND), from),
      after: raw.slice(to, to + AROUND),
      times: places.length,
      text: raw,
    };
  });
};

/** What in some answers may tell who a child is, in the order of the answers. */
export const findIdentifying = (
  answers: readonly Pick<ToldAnswer, 'question' | 'label' | 'paragraphs'>[],
  known: Identifying,
  detectors: Readonly<Record<string, Detector>> = DETECTORS,
  weigh: Weigh = asFound,
): readonly Finding[] => answers.flatMap((answer) => findIn(answer, known, { detectors, weigh }));
