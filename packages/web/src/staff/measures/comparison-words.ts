import type { Comparison, ShownTarget } from '@rightplace/app';
import {
  type Comparator,
  type ComparatorValue,
  collectionYearOf,
  collectionYearPeriod,
  type Day,
  dayInWords,
  daysBetween,
  isMoney,
  type Measure,
  monthInWords,
  TARGET_DIRECTIONS,
  TARGET_STANDINGS,
  type TargetStanding,
  valueInUnit,
} from '@rightplace/domain';
import { number, percent } from '../../kit/index.ts';

type UnitOf = Pick<Measure, 'unit'>;

/** A target or another's figure in few words: "9%", not "9.0%". */
export const briefText = (value: number, { unit }: UnitOf): string =>
  unit === 'percent' ? percent(value, Number.isInteger(value) ? 0 : 1) : valueInUnit(value, unit);

/** "at least 75%". */
export const targetText = (
  { value, direction }: Pick<ShownTarget, 'value' | 'direction'>,
  measure: UnitOf,
): string => `${TARGET_DIRECTIONS[direction]} ${briefText(value, measure)}`;

export const standingText = (standing: ShownTarget['standing']): string =>
  typeof standing === 'string' ? TARGET_STANDINGS[standing] : standing.notJudged;

/** A comparator that can stand beside the figure unexplained: counted as it is, and of a day, not of a whole year. */
export const sameUnit = (
  { comparators }: Pick<Comparison, 'comparators'>,
  id: Comparator['id'],
  { unit }: UnitOf,
): ComparatorValue | undefined =>
  comparators.find(
    (each): each is ComparatorValue =>
      each.kind === 'value' && each.id === id && each.unit === unit && each.of === 'day',
  );

const BRIEFLY: Readonly<Record<TargetStanding, (target: string) => string>> = {
  green: (target) => `target ${target} met`,
  amber: (target) => `close to target ${target}`,
  red: (target) => `target ${target} missed`,
};

/** "target 9% missed, England 10%", for beside a figure; undefined where there is neither. */
export const againstText = (comparison: Comparison, measure: UnitOf): string | undefined => {
  const { target } = comparison;
  const england = sameUnit(comparison, 'england', measure);
  const said = [
    target === undefined ? undefined : targetBriefly(target, measure),
    england === undefined ? undefined : `England ${roundText(england.value, measure)}`,
  ].filter((each) => each !== undefined);
  return said.length === 0 ? undefined : said.join(', ');
};

const targetBriefly = (target: ShownTarget, measure: UnitOf): string => {
  const text = briefText(target.value, measure);
  return typeof target.standing === 'string' ? BRIEFLY[target.standing](text) : `target ${text}`;
};

/** Whole, as England's percentages are published. */
const roundText = (value: number, { unit }: UnitOf): string => {
  if (unit === 'percent') return percent(value, 0);
  return isMoney(unit) ? valueInUnit(value, unit) : number(value);
};

/** What a finding adds of its target and of England: ", above the target of 9% (England 10% in March 2025)". */
export const comparedFinding = (comparison: Comparison, measure: UnitOf): string => {
  const { target } = comparison;
  const england = sameUnit(comparison, 'england', measure);
  return [
    target !== undefined && typeof target.standing === 'string'
      ? `, ${standingFinding(target, target.standing)} the target of ${briefText(target.value, measure)}`
      : '',
    england === undefined
      ? ''
      : ` (England ${roundText(england.value, measure)} in ${monthInWords(england.asAt)})`,
  ].join('');
};

const standingFinding = ({ direction }: ShownTarget, standing: TargetStanding): string => {
  if (standing === 'green') return 'which meets';
  const side = direction === 'at-least' ? 'below' : 'above';
  return standing === 'amber' ? `a little ${side}` : side;
};

/** The day a figure is of, or the time it was counted over. */
export const whenText = (measure: Measure, on: Day): string =>
  measure.kind === 'flow'
    ? `${dayInWords(collectionYearPeriod(collectionYearOf(on)).starts)} to ${dayInWords(on)}`
    : dayInWords(on);

/** "31 March 2025" has grown old by the day looked at: "1 year 7 months before". */
export const olderText = (
  asAt: ComparatorValue['asAt'],
  asOf: ComparatorValue['asAt'],
): string | undefined => {
  const months = Math.floor(daysBetween(asAt, asOf) / 30.44);
  if (months < 1) return undefined;
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const parts = [
    years === 0 ? '' : `${years} ${years === 1 ? 'year' : 'years'}`,
    rest === 0 ? '' : `${rest} ${rest === 1 ? 'month' : 'months'}`,
  ].filter((part) => part !== '');
  return `${parts.join(' ')} earlier`;
};
