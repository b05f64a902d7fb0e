import type { Day } from '../calendar/day.ts';
import type { Sex } from '../child/record.ts';
import {
  exemptionOn,
  isHousehold,
  judgementOn,
  type SettingInRegister,
  standingOn,
  termsOn,
} from './setting.ts';
import {
  FOSTERING_KINDS,
  type FosteringKind,
  isLowestJudgement,
  isRegisteredWhen,
  SETTING_JUDGEMENTS,
  STANDINGS,
  USUAL_FOSTERING_LIMIT,
} from './setting-facts.ts';

/** For whom a place is wanted: as much as is known of them. */
export interface PlaceSought {
  readonly on: Day;
  readonly age?: number | undefined;
  readonly sex?: Sex | undefined;
  readonly fostering?: FosteringKind | undefined;
}

/** Something of a setting that stands in the way of a child's living there, for a page and for the gates of a search. */
export interface InTheWay {
  readonly name:
    | 'not-registered'
    | 'not-open'
    | 'lowest-judgement'
    | 'no-terms'
    | 'too-young'
    | 'too-old'
    | 'other-sex'
    | 'other-kind'
    | 'over-limit';
  readonly sentence: string;
}

const inTheWay = (name: InTheWay['name'], sentence: string): InTheWay => ({ name, sentence });

/** How many children may be fostered with a household on a day, whatever its approval says. Undefined for what is none. */
export const fosteringLimitOn = (setting: SettingInRegister, on: Day): number | undefined =>
  isHousehold(setting.kind) ? (exemptionOn(setting, on)?.most ?? USUAL_FOSTERING_LIMIT) : undefined;

/**
 * Whether so many children together are over the fostering limit. Brothers and sisters are not counted against it, however many
 * they are, where nobody else lives there (Children Act 1989, Schedule 7, paragraph 3).
 */
export const isOverFosteringLimit = (
  setting: SettingInRegister,
  {
    children,
    allSiblings,
    on,
  }: { readonly children: number; readonly allSiblings: boolean; readonly on: Day },
): boolean => {
  const limit = fosteringLimitOn(setting, on);
  return limit !== undefined && !allSiblings && children > limit;
};

/** How many it may have at once. Undefined while nobody has said. */
export const placesOn = (setting: SettingInRegister, on: Day): number | undefined =>
  termsOn(setting, on)?.places;

/** Relatives and friends, and carers approved for children by name: no search offers their places to another child. */
export const isForNamedChildren = (setting: SettingInRegister, on: Day): boolean => {
  const kinds = termsOn(setting, on)?.kinds ?? [];
  return setting.kind === 'kinship-household' || (kinds.length === 1 && kinds[0] === 'named-children');
};

const ofStanding = (setting: SettingInRegister, on: Day): readonly InTheWay[] => {
  const standing = standingOn(setting, on);
  if (standing === undefined)
    return [inTheWay('not-registered', 'Nobody has recorded whether it is registered or approved.')];
  const said = STANDINGS[standing.state].toLowerCase();
  if (!isRegisteredWhen(standing)) return [inTheWay('not-registered', `It takes no children: ${said}.`)];
  return standing.state === 'open' ? [] : [inTheWay('not-open', `It is not taking children: ${said}.`)];
};

const ofTerms = (
  setting: SettingInRegister,
  { on, age, sex, fostering }: PlaceSought,
): readonly InTheWay[] => {
  const terms = termsOn(setting, on);
  if (terms === undefined) return [inTheWay('no-terms', 'Nobody has recorded whom it may take.')];
  const { agesFrom, agesTo, sexes, kinds } = terms;
  const found: InTheWay[] = [];
  if (age !== undefined && age < agesFrom)
    found.push(inTheWay('too-young', `It takes children from the age of ${agesFrom}.`));
  if (age !== undefined && age > agesTo)
    found.push(inTheWay('too-old', `It takes children up to the age of ${agesTo}.`));
  if ((sex === 'F' || sex === 'M') && sexes !== 'any' && sexes !== sex)
    found.push(inTheWay('other-sex', sexes === 'F' ? 'It takes girls only.' : 'It takes boys only.'));
  if (fostering !== undefined && kinds.length > 0 && !kinds.includes(fostering))
    found.push(
      inTheWay('other-kind', `The carers are not approved for: ${FOSTERING_KINDS[fostering].toLowerCase()}.`),
    );
  return found;
};

/**
 * All that stands in the way of a child's living in a setting, as far as the register knows: an empty list means that it may be
 * asked, and not that it suits. A search reads its gates from this.
 */
export const whatStandsInTheWay = (setting: SettingInRegister, sought: PlaceSought): readonly InTheWay[] => {
  const judgement = judgementOn(setting, sought.on);
  return [
    ...ofStanding(setting, sought.on),
    ...(judgement !== undefined && isLowestJudgement(judgement)
      ? [
          inTheWay(
            'lowest-judgement',
            `Ofsted’s last judgement is the lowest there is: ${SETTING_JUDGEMENTS[judgement.outcome].toLowerCase()}.`,
          ),
        ]
      : []),
    ...ofTerms(setting, sought),
  ];
};
