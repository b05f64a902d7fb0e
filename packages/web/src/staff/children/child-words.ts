import type { District, JourneyHome, NamedSetting, Situation } from '@rightplace/app';
import {
  codeTitle,
  type Day,
  dayInWords,
  LEGAL_STATUSES,
  PLACEMENT_TYPES,
  REASONS_CEASED,
  spanInWords,
} from '@rightplace/domain';
import { number } from '../../kit/index.ts';

/** How a child and their home are spoken of, on every page in the same words. */

export interface Named {
  readonly id: string;
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
  /** For a child not yet born. */
  readonly expectedOn?: Day | undefined;
}

/** A child not yet born has a family and no name. */
const givenNameOf = ({ givenName, familyName, expectedOn }: Named): string | undefined =>
  givenName ?? (expectedOn !== undefined && familyName !== undefined ? 'Baby' : undefined);

/** "Kofi Aldenfen"; the authority's number for a child whose name is not recorded. */
export const childName = (child: Named): string =>
  [givenNameOf(child), child.familyName].filter(Boolean).join(' ') || child.id;

/** "Aldenfen, Kofi": as a list by family name is read. */
export const listName = ({ id, givenName, familyName }: Named): string =>
  [familyName, givenName].filter(Boolean).join(', ') || id;

/** "Kofi", for sentences; the number where that is all there is. */
export const firstName = (child: Named): string => {
  const given = givenNameOf(child);
  return given === 'Baby' ? childName(child) : (given ?? child.familyName ?? child.id);
};

export const ageInWords = (age: number | undefined): string =>
  age === undefined ? 'age not known' : age < 0 ? 'not yet born' : age === 0 ? 'under 1' : String(age);

/** "aged 12", "expected on 30 January 2027". */
export const agedInWords = (child: {
  readonly age: number | undefined;
  readonly expectedOn?: Day | undefined;
}): string =>
  child.age !== undefined
    ? `aged ${ageInWords(child.age)}`
    : child.expectedOn !== undefined
      ? `expected on ${dayInWords(child.expectedOn)}`
      : 'date of birth not recorded';

/** Why there is no unique pupil number, where that is what is recorded. */
const NO_PUPIL_NUMBER: Readonly<Record<string, string>> = {
  UN1: 'none yet, below school age',
  UN2: 'none, never at a maintained school in England',
  UN3: 'none, educated outside England',
  UN4: 'not known yet, new to care',
  UN5: 'not known, sources differ',
};

export const pupilNumberInWords = (upn: string | undefined): string =>
  upn === undefined ? NOT_RECORDED : (NO_PUPIL_NUMBER[upn] ?? upn);

export const NOT_RECORDED = 'not recorded';

export const orNotRecorded = (text: string | null | undefined): string =>
  text === null || text === undefined || text === '' ? NOT_RECORDED : text;

export const dayOrNotRecorded = (day: Day | null | undefined): string =>
  day === null || day === undefined ? NOT_RECORDED : dayInWords(day);

export const legalStatusInWords = (code: string): string => codeTitle(LEGAL_STATUSES, code);

/** "interim care order", to stand in a sentence; a name that begins with initials keeps them. */
export const inSentence = (title: string): string =>
  /^[A-Z][a-z’]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;

export const homeTypeInWords = (code: string): string => codeTitle(PLACEMENT_TYPES, code);

export const homeGroupInWords = (group: string | undefined, code: string): string =>
  (group === undefined ? undefined : (PLACEMENT_TYPES.groups as Readonly<Record<string, string>>)[group]) ??
  homeTypeInWords(code);

/** Under a home's name in a list, where there is little room. */
const KINDS_IN_SHORT: Readonly<Record<string, string>> = {
  'foster-relative': 'relative or friend',
  'foster-other': 'foster carer',
  adoption: 'adopter',
  secure: 'secure home',
  supported: 'supported living',
};

export const homeKindInShort = (group: string | undefined, code: string): string =>
  KINDS_IN_SHORT[group ?? ''] ?? inSentence(homeGroupInWords(group, code));

/** The home by its name, or else by what kind it is. */
export const homeName = ({ setting, code, group }: HomeToName): string =>
  setting?.name ?? homeGroupInWords(group, code);

interface HomeToName {
  readonly setting: NamedSetting | undefined;
  readonly code: string;
  readonly group: string | undefined;
}

export const districtInWords = (district: District): string =>
  district.kind === 'district'
    ? district.name
    : district.kind === 'outside-england'
      ? 'outside England'
      : 'not known';

/** "12 miles", "under a mile". Whole miles: the distance is between middles of postcode sectors. */
export const milesInWords = (miles: number): string =>
  miles < 1 ? 'under a mile' : miles < 1.5 ? '1 mile' : `${number(miles)} miles`;

export const reasonLeftInWords = (reason: string | null): string =>
  reason === null ? 'the reason is not recorded' : inSentence(codeTitle(REASONS_CEASED, reason));

/** What is said of a home without a name, by its group. */
const UNNAMED: Readonly<Record<string, string>> = {
  adoption: 'is placed for adoption',
  secure: 'lives in a secure children’s home',
  'childrens-home': 'lives in a children’s home',
  'residential-school': 'lives at a residential school',
  parents: 'lives with parents or others with parental responsibility',
};

const FAMILY_GROUPS: ReadonlySet<string> = new Set(['foster-relative', 'foster-other', 'adoption']);

const livingWhere = ({ setting, group = '', code }: JourneyHome): string => {
  const kind = inSentence(homeTypeInWords(code).replace(/^Temporary: /, ''));
  if (setting === undefined) return UNNAMED[group] ?? `is in ${kind}`;
  return `lives ${FAMILY_GROUPS.has(group) ? 'with' : 'at'} ${setting.name} (${kind})`;
};

/** "with Mr and Mrs Lowe", "in a children’s home": after the child's name and a comma. */
export const livingInShort = ({ setting, group = '', code }: JourneyHome): string =>
  setting !== undefined
    ? `${FAMILY_GROUPS.has(group) ? 'with' : 'at'} ${setting.name}`
    : inSentence(homeGroupInWords(group, code));

const since = (day: Day, asOf: Day): string => `since ${dayInWords(day)} (${spanInWords(day, asOf)})`;

/** Where the child is now, told as a person would. One sentence or two. */
export const situationInWords = (
  situation: Situation,
  { name, asOf }: { readonly name: string; readonly asOf: Day },
): readonly string[] => {
  switch (situation.kind) {
    case 'never':
      return [`No time in care is recorded for ${name}.`];
    case 'left': {
      const { ends, endReason } = situation.period;
      return [
        ends === null
          ? `${name} is not in care.`
          : `${name} left care on ${dayInWords(ends)}: ${reasonLeftInWords(endReason === 'X1' ? null : endReason)}.`,
      ];
    }
    case 'in-care': {
      const { period, home, away } = situation;
      const legal = period.legalStatuses.findLast(({ starts }) => starts <= asOf);
      const under =
        legal === undefined
          ? ''
          : ` Legal status: ${inSentence(legalStatusInWords(legal.code))}, ${since(legal.starts, asOf)}.`;
      if (home === undefined) return [`${name} is in care, and where ${name} lives is not recorded.${under}`];
      const miles = home.miles === undefined ? '' : `, ${milesInWords(home.miles)} from home`;
      return [
        `${name} ${livingWhere(home)}${miles}, ${since(home.since, asOf)}.${under}`,
        ...(away === undefined
          ? []
          : [
              `Away just now: ${inSentence(homeTypeInWords(away.code).replace(/^Temporary: /, ''))}, ${since(away.starts, asOf)}.`,
            ]),
      ];
    }
  }
};
