import { isUnreadable } from '../cells.ts';
import type { ChildReturn } from '../child-return.ts';
import { addYears, type Collection } from '../collection.ts';
import { eachChild, eachRow, type Flag, type Rule } from '../rule.ts';

/** In XML a child who is not unaccompanied may have a row too, so that the Header must say who is. */
const BOTH_YEARS = {
  needsAll: false,
  needs: ['UASC', 'UASC_last'],
  needsInXml: ['Header', 'Header_last'],
} as const;

/** Nothing is said of a child whom the Header leaves out: that the child is missing there is found by INT09. */
const isSaid = ({ rows }: ChildReturn, { isGiven }: Collection): boolean =>
  rows.Header.length > 0 || !isGiven('Header');

const flagWherever = ({ rows }: ChildReturn, flag: Flag): void => {
  const [first, ...others] = [...rows.UASC, ...rows.Header];
  if (first !== undefined) flag(first, ...others);
};

/** What a return says of children who came alone and seek asylum. */
export const UNACCOMPANIED_RULES: readonly Rule[] = [
  eachRow('UASC', {
    code: '104',
    title: 'End of asylum-seeking not a day, or before the year',
    fields: ['DUC'],
    wrong:
      'The date on which the child ceased to be an unaccompanied asylum-seeking child (DUC) is not a real day, or is before the year.',
    todo: 'Enter it as DD/MM/YYYY. If it was before the year, take the child out of the UASC file.',
    fails: ({ DUC, rawDUC }, _, { START }) => isUnreadable(rawDUC, DUC) || DUC < START,
  }),
  eachChild(['UASC', 'Header'], {
    code: '205A',
    ...BOTH_YEARS,
    title: 'No longer an unaccompanied asylum-seeking child, and no end last year',
    fields: ['CHILD', 'UASC'],
    wrong:
      'The child was an unaccompanied asylum-seeking child last year and is not now, but last year’s return gave no end within that year, or this year’s gives one.',
    todo: 'If the child still was one for part of this year, put them in the UASC file; if not, correct the date.',
    departs:
      'Others look only at children in this year’s UASC file, whom they take to be asylum-seeking, so that from CSV files they find nobody. We look at all children in the Header, and so find those who were dropped from the UASC file.',
    fails: (child, flag, collection) => {
      const { rows, last, unaccompanied, unaccompaniedLastYear } = child;
      if (unaccompanied === 'yes' || unaccompaniedLastYear !== 'yes' || !isSaid(child, collection)) return;
      const [from, to] = [addYears(collection.START, -1), addYears(collection.END, -1)];
      const hasCeased = last.UASC.length > 0 && last.UASC.every(({ DUC }) => DUC >= from && DUC <= to);
      if (!hasCeased || rows.UASC.some(({ rawDUC }) => rawDUC !== '')) flagWherever(child, flag);
    },
  }),
  eachChild(['UASC', 'Header'], {
    code: '205B',
    ...BOTH_YEARS,
    title: 'End of asylum-seeking not as last year’s return foresaw',
    fields: ['DUC', 'UASC'],
    wrong:
      'For an unaccompanied asylum-seeking child of both years, DUC should have been the 18th birthday last year, and should now be that same day or a day of this year.',
    todo: 'Enter the 18th birthday, or the day in this year on which the child ceased to be one. If last year’s was wrong, tell the Department.',
    fails: (child, flag, { START, END }) => {
      if (child.unaccompanied !== 'yes' || child.unaccompaniedLastYear !== 'yes') return;
      const { rows, last } = child;
      const [then] = last.UASC;
      const foresawAdulthood =
        then !== undefined && last.UASC.every(({ DUC, DOB }) => DUC === addYears(DOB, 18));
      for (const row of rows.UASC) {
        const { DUC } = row;
        const isThisYear = DUC >= START && DUC <= END;
        if (!foresawAdulthood || !(isThisYear || DUC === then.DUC)) flag(row, ...rows.Header);
      }
    },
  }),
  eachChild(['UASC', 'Header'], {
    code: '205C',
    ...BOTH_YEARS,
    title: 'End of asylum-seeking of a child who never sought it',
    fields: ['DUC', 'UASC'],
    wrong:
      'DUC is given this year or last for a child who is an unaccompanied asylum-seeking child in neither year.',
    todo: 'Take the date out, or put right what the Header says of the child.',
    fails: (child, flag, collection) => {
      const { rows, last, unaccompanied, unaccompaniedLastYear } = child;
      if (unaccompanied === 'yes' || unaccompaniedLastYear === 'yes' || !isSaid(child, collection)) return;
      if ([...rows.UASC, ...last.UASC].some(({ DUC }) => !Number.isNaN(DUC))) flagWherever(child, flag);
    },
  }),
  eachChild(['Header', 'UASC'], {
    code: '205D',
    title: 'An unaccompanied asylum-seeking child, but not last year',
    fields: ['UASC', 'CHILD'],
    needsAll: false,
    needsOneOf: [
      ['Header', 'UASC'],
      ['Header_last', 'UASC_last'],
    ],
    reference: ['unaccompanied this year', 'unaccompanied last year'],
    wrong:
      'The child was in last year’s return and was not an unaccompanied asylum-seeking child there, but is one now.',
    todo: 'Check which of the two is right, and correct it or tell the Department that last year’s was wrong.',
    fails: (child, flag, { isGiven }) => {
      const { rows, last, unaccompanied, unaccompaniedLastYear } = child;
      const before = isGiven('Header_last') ? last.Header : last.UASC;
      if (before.length === 0 || unaccompanied !== 'yes' || unaccompaniedLastYear === 'yes') return;
      for (const row of isGiven('Header') ? rows.Header : rows.UASC) flag(row);
    },
  }),
  eachChild(['UASC', 'Header'], {
    code: '303',
    title: 'End of asylum-seeking of a child who does not seek it',
    fields: ['DUC', 'UASC'],
    wrong:
      'DUC is given, but the Header does not say that the child is an unaccompanied asylum-seeking child.',
    todo: 'Take the date out, or correct UASC.',
    // Of CSV files the Header says so of everyone in the UASC file, unless it has a column UASC of its own. There the rule
    // is still asked and finds nothing: a child whom only that file takes for unaccompanied cannot be told from another.
    fails: ({ rows }, flag) => {
      for (const header of rows.Header)
        if (header.UASC !== '1') for (const row of rows.UASC) if (row.rawDUC !== '') flag(row, header);
    },
  }),
  eachRow('UASC', {
    code: '304',
    title: 'Asylum-seeking child after turning 18',
    fields: ['DUC'],
    wrong: 'DUC is after the child’s 18th birthday.',
    todo: 'Enter the 18th birthday, or the earlier day on which the child ceased to be unaccompanied or to seek asylum.',
    fails: ({ DUC, DOB }) => DUC > addYears(DOB, 18),
  }),
];
