import type { YearlyRow } from '../../child/yearly-row.ts';
import { type OutcomeChild, outcomeChildren } from '../../health/oc2.ts';
import type { AuthorityOnDay } from '../authority-on-day.ts';
import { ALL_DIMENSIONS } from '../dimensions.ts';
import type { Case, Certainty, Verdict } from '../measure.ts';
import { oncePerYear, yearRemark } from '../year-end.ts';

/** A child whom OC2 asks about. */
export type Asked = Pick<OutcomeChild, 'child' | 'row'>;

/** What a case says of a child: a verdict, one with more to it, or undefined for one who is not asked about at all. */
type Said = Verdict | Pick<Case, 'verdict' | 'amount' | 'keys'> | undefined;

/** The cases of everyone in care on the last 31 March, of whom those not looked after all the year are left out. */
export const outcomeCases = (
  judge: (asked: Asked) => Said,
): ((authority: AuthorityOnDay) => readonly Case[]) =>
  oncePerYear((yearEnd) =>
    outcomeChildren(yearEnd).flatMap((each): readonly Case[] => {
      const said = each.notAsked ?? judge(each);
      if (said === undefined) return [];
      const { child } = each;
      return [
        { id: child.id, on: child.on, child, ...(typeof said === 'string' ? { verdict: said } : said) },
      ];
    }),
  );

/** A yes or no of the return: 1, 0, or nothing said. */
export const saysYes = (row: YearlyRow['fields'] | undefined, column: string): Verdict => {
  const said = row?.[column];
  return said === '1' ? 'counts' : said === '0' ? 'does-not-count' : 'not-recorded';
};

const noRowsRemark = (authority: AuthorityOnDay): readonly string[] =>
  outcomeChildren(authority).some(({ row }) => row !== undefined)
    ? []
    : ['No outcomes (OC2) of that year are recorded of anybody.'];

export const OC2_POPULATION =
  'children looked after on 31 March, and without a break for the twelve months to it, short breaks being a break';

export const OC2_CERTAINTY: Certainty = {
  mark: 'confirmed',
  says:
    'Who was looked after all year is worked out from the episodes. A child of whom the return says nothing is in the ' +
    'number it is out of, and told apart. Having started on 1 April counts as the whole year.',
};

/** What all measures of OC2 have in common. */
export const ofOutcomes = {
  kind: 'cases',
  version: 1,
  question: 'chances',
  disclosure: 'suppress-small',
  over: 'year',
  nothingRecordedIsNotKnown: true,
  certainty: OC2_CERTAINTY,
  breakdowns: ALL_DIMENSIONS,
  remarks: (_: unknown, authority: AuthorityOnDay): readonly string[] => [
    yearRemark(authority),
    ...noRowsRemark(authority),
  ],
} as const;

/** The columns of the episodes that say who was looked after all year. */
export const ALL_YEAR_FIELDS = ['DECOM', 'DEC', 'RNE', 'REC', 'LS'] as const;
