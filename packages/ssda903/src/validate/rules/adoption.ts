import { ADOPTION_DETAILS, isAd1Complete } from '../adoption-details.ts';
import { isUnreadable } from '../cells.ts';
import { ADOPTED, ADOPTION_PLACEMENT } from '../code-groups.ts';
import type { Collection } from '../collection.ts';
import { isAd1Given } from '../given.ts';
import { latest } from '../in-order.ts';
import type { EpisodeRow } from '../rows.ts';
import { eachChild, eachRow, type Rule } from '../rule.ts';

const isAdoptedInYear = ({ REC, DEC }: EpisodeRow, { START, END }: Collection): boolean =>
  ADOPTED.has(REC) && DEC >= START && DEC <= END;

/** REC as it was before it told whether an application was opposed; PLACE as it was before placement orders. */
const ADOPTED_EVER = new Set([...ADOPTED, 'E1']);
const WITH_FOSTER_CARERS = new Set(['A2', 'A3', 'A5']);
const NOT_WITH_FOSTER_CARERS = new Set(['A1', 'A4', 'A6']);

/** What a return says of adoption. */
export const ADOPTION_RULES: readonly Rule[] = [
  eachRow('AD1', {
    code: '112',
    title: 'Day adoption was found best not a day',
    fields: ['DATE_INT'],
    wrong: 'DATE_INT, the day it was decided that adoption is best for the child, is not a real day.',
    todo: 'Enter it as DD/MM/YYYY.',
    fails: ({ rawDATE_INT, DATE_INT }) => isUnreadable(rawDATE_INT, DATE_INT),
  }),
  eachRow('AD1', {
    code: '113',
    title: 'Day of the match not a day',
    fields: ['DATE_MATCH'],
    wrong: 'DATE_MATCH, the day the child was matched with the adopters, is not a real day.',
    todo: 'Enter it as DD/MM/YYYY.',
    fails: ({ rawDATE_MATCH, DATE_MATCH }) => isUnreadable(rawDATE_MATCH, DATE_MATCH),
  }),
  eachRow('AD1', {
    code: '114',
    title: 'Adopted by the foster carer not a code',
    fields: ['FOSTER_CARE'],
    wrong: 'FOSTER_CARE, whether the adopter had been the child’s foster carer, is neither 0 nor 1.',
    todo: 'Enter 1 if the child was adopted by their foster carer, 0 if not.',
    fails: ({ FOSTER_CARE }, _, { isCode }) => FOSTER_CARE !== '' && !isCode('FOSTER_CARE', FOSTER_CARE),
  }),
  eachRow('AD1', {
    code: '151',
    title: 'Adoption details given in part',
    fields: ADOPTION_DETAILS,
    wrong: 'Some of the details of the adoption are given and others are blank.',
    todo: 'Complete the six details, or clear them all if the child was not adopted.',
    departs:
      'It marks a column that does not exist in place of NB_ADOPTR. We mark NB_ADOPTR, so that its cell can be found.',
    fails: (row) => isAd1Given(row) && !isAd1Complete(row),
  }),
  eachChild(['AD1', 'Episodes'], {
    code: '331',
    title: 'Matched after the episode that ended in adoption began',
    fields: ['DATE_MATCH', 'DECOM', 'REC'],
    wrong: 'DATE_MATCH is later than the start of the episode that ended in the child’s adoption.',
    todo: 'Correct the day of the match, or the start of the placement with the adopters.',
    fails: ({ rows }, flag) => {
      for (const episode of rows.Episodes)
        if (ADOPTED.has(episode.REC))
          for (const row of rows.AD1) if (row.DATE_MATCH > episode.DECOM) flag(row, episode);
    },
  }),
  eachRow('AD1', {
    code: '333',
    title: 'Matched before adoption was found best',
    fields: ['DATE_INT'],
    wrong: 'There is a day of matching, but DATE_INT is missing or is later than it.',
    todo: 'Enter the day it was decided that adoption is best for the child, on or before the match.',
    fails: ({ DATE_INT, DATE_MATCH }) => !Number.isNaN(DATE_MATCH) && !(DATE_INT <= DATE_MATCH),
  }),
  eachChild(['Episodes', 'AD1'], {
    code: '334',
    title: 'Adoption found best before care started',
    fields: ['DATE_INT', 'DECOM', 'RNE'],
    wrong: 'DATE_INT is before the day the child last started to be looked after.',
    todo: 'Correct the day it was decided that adoption is best, or the day care started.',
    fails: ({ rows }, flag) => {
      if (rows.AD1.length === 0) return;
      const starts = rows.Episodes.filter(({ RNE }) => RNE === 'S');
      const start = latest(starts, ({ DECOM }) => DECOM);
      if (start === undefined) return;
      for (const row of rows.AD1) if (row.DATE_INT < start.DECOM) flag(start, row);
    },
  }),
  eachChild(['Episodes', 'AD1'], {
    code: '335',
    title: 'Adopted by the foster carer, and placed otherwise',
    fields: ['PLACE', 'FOSTER_CARE'],
    wrong:
      'The placement and FOSTER_CARE disagree on whether the child was adopted by the carers who fostered them.',
    todo: 'Correct PLACE (A3 and A5 are with former foster carers, A4 and A6 are not) or FOSTER_CARE.',
    fails: ({ rows }, flag) => {
      for (const episode of rows.Episodes) {
        if (!ADOPTED_EVER.has(episode.REC)) continue;
        for (const row of rows.AD1)
          if (
            (row.FOSTER_CARE === '0' && WITH_FOSTER_CARERS.has(episode.PLACE)) ||
            (row.FOSTER_CARE === '1' && NOT_WITH_FOSTER_CARERS.has(episode.PLACE))
          )
            flag(episode, row);
      }
    },
  }),
  eachChild(['Episodes', 'AD1'], {
    code: '521',
    title: 'Placed before adoption was found best',
    fields: ['PLACE', 'DECOM', 'DATE_INT'],
    wrong: 'The child was placed for adoption before DATE_INT, the day adoption was decided to be best.',
    todo: 'Correct the day of that decision, or the placement and the day it began.',
    fails: ({ rows }, flag) => {
      if (rows.AD1.length === 0) return;
      const placed = rows.Episodes.filter(({ PLACE }) => ADOPTION_PLACEMENT.has(PLACE));
      for (const row of rows.AD1)
        for (const episode of placed) if (row.DATE_INT > episode.DECOM) flag(episode, row);
    },
  }),
  eachChild(['Episodes'], {
    code: '582',
    title: 'Matched on the day of the adoption',
    severity: 'query',
    fields: ['DEC', 'DATE_MATCH'],
    needs: ['AD1'],
    wrong: 'The child was adopted on the very day they were matched with the adopters, which is unusual.',
    todo: 'Check both days, and correct the one that is wrong.',
    departs:
      'It compares the two dates as they are written. We compare the days, so 1/5/2026 and 01/05/2026 are the same.',
    fails: ({ rows }, flag) => {
      for (const episode of rows.Episodes)
        if (ADOPTED.has(episode.REC) && rows.AD1.some(({ DATE_MATCH }) => DATE_MATCH === episode.DEC))
          flag(episode);
    },
  }),
  eachChild(['Episodes', 'AD1'], {
    code: '601',
    title: 'Adopted, and adoption details missing',
    fields: ['REC', ...ADOPTION_DETAILS],
    wrong: 'The child was adopted in the year, but details of the adoption are missing.',
    todo: 'Complete the six details of the adoption, or correct why the episode ended.',
    departs:
      'It lets an adopted child pass who has no row of adoption details at all. We find the episode at fault, as that is the plainest case of details missing.',
    fails: ({ rows }, flag, collection) => {
      for (const episode of rows.Episodes) {
        if (!isAdoptedInYear(episode, collection)) continue;
        if (rows.AD1.length === 0) flag(episode);
        for (const row of rows.AD1) if (!isAd1Complete(row)) flag(episode, row);
      }
    },
  }),
  eachChild(['AD1'], {
    code: '602',
    title: 'Adoption details, and no adoption in the year',
    fields: ['CHILD'],
    needs: ['Episodes'],
    wrong: 'There are details of an adoption, but no episode of the child ended in adoption in the year.',
    todo: 'Clear the details, or correct why and when the last episode ended.',
    fails: ({ rows }, flag, collection) => {
      if (rows.Episodes.some((episode) => isAdoptedInYear(episode, collection))) return;
      for (const row of rows.AD1) if (isAd1Given(row)) flag(row);
    },
  }),
];
