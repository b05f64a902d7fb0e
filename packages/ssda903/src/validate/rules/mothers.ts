import { isUnreadable } from '../cells.ts';
import type { ChildReturn } from '../child-return.ts';
import { addYears } from '../collection.ts';
import { isInYear, isShortBreaks } from '../continuously-looked-after.ts';
import { isOc3Given } from '../given.ts';
import type { HeaderRow } from '../rows.ts';
import { eachChild, eachRow, LAST_DAY, type Rule } from '../rule.ts';

/** The codes of boy and girl, which changed with the return of 2024-25: each rule that asks has a version of either. */
interface SexCodes {
  readonly years: { readonly to: 2024 } | { readonly from: 2025 };
  readonly boy: string;
  readonly girl: string;
}

const SEX_CODES: readonly SexCodes[] = [
  { years: { to: 2024 }, boy: '1', girl: '2' },
  { years: { from: 2025 }, boy: 'M', girl: 'F' },
];

const isCared = ({ episodes }: ChildReturn): boolean => episodes.some((one) => !isShortBreaks(one));

/** In the return as a care leaver only: there are details of them, and no episode in the year. */
const isCareLeaverOnly = ({ rows }: ChildReturn): boolean =>
  rows.Episodes.length === 0 && rows.OC3.some(isOc3Given);

const motherhood = ({ years, boy, girl }: SexCodes): Rule =>
  eachChild(['Header', 'OC3'], {
    code: '165',
    ...years,
    title: 'Mother or not: not as the child’s sex and care require',
    fields: ['MOTHER', 'SEX', 'ACTIV', 'ACCOM', 'IN_TOUCH', 'DECOM'],
    needsAll: false,
    needs: ['Header', 'Episodes'],
    wrong:
      'MOTHER is not 0 or 1, or is given for a boy, or is blank for a girl looked after in the year, or is given for a girl who was only a care leaver in it.',
    todo: 'Enter 0 or 1 for each girl looked after in the year, and leave it blank for everyone else.',
    departs:
      'Others look for the codes of sex that were used until 2023-24, so that since then they find only values that are no code. We look for the codes of the year. They also run it only with an OC3 file, which most of it does not use; we run it without.',
    fails: (child, flag, year) => {
      if (!isCared(child)) return;
      const inYear = child.episodes.some((one) => !isShortBreaks(one) && isInYear(one, year));
      const leavers = child.rows.OC3;
      for (const header of child.rows.Header) {
        const { SEX, MOTHER } = header;
        const isNoCode = MOTHER !== '' && !year.isCode('MOTHER', MOTHER);
        if (isNoCode || (SEX === boy && MOTHER !== '') || (SEX === girl && MOTHER === '' && inYear))
          flag(header, ...leavers);
        else if (SEX === girl && MOTHER !== '' && !inYear && leavers.some(isOc3Given))
          flag(header, ...leavers.filter(isOc3Given));
      }
    },
  });

const boyWithChild = ({ years, boy }: SexCodes): Rule =>
  eachRow('Header', {
    code: '174',
    ...years,
    title: 'A boy with a mother’s child',
    fields: ['SEX', 'MC_DOB'],
    wrong: 'There is a date of birth of a mother’s child (MC_DOB) for a boy.',
    todo: 'Take the date out, or correct SEX.',
    fails: ({ SEX, rawMC_DOB }) => SEX === boy && rawMC_DOB !== '',
  });

const girlNotSaid = ({ years, girl }: SexCodes): Rule =>
  eachChild(['Header'], {
    code: '393',
    ...years,
    title: 'Mother or not missing for a girl looked after',
    fields: ['MOTHER'],
    needs: ['Episodes'],
    wrong: 'MOTHER is blank for a girl who was looked after other than for short breaks.',
    todo: 'Enter 1 if she is a mother, 0 if not.',
    fails: (child, flag) => {
      for (const header of child.rows.Header)
        if (header.SEX === girl && header.MOTHER === '' && isCared(child)) flag(header);
    },
  });

const girlWhoLeft = ({ years, girl }: SexCodes): Rule =>
  eachChild(['Episodes', 'Header'], {
    code: '607',
    ...years,
    title: 'Mother or not missing for a girl who left care',
    fields: ['DEC', 'REC', 'MOTHER', 'LS', 'SEX'],
    wrong: 'MOTHER is blank for a girl who left care in the year.',
    todo: 'Enter 1 if she was a mother when she left, 0 if not.',
    fails: ({ rows }, flag, { START, END }) => {
      const girls = rows.Header.filter(({ SEX, MOTHER }) => SEX === girl && MOTHER === '');
      const ended = girls.length === 0 ? [] : rows.Episodes;
      for (const episode of ended) {
        const { REC, DEC } = episode;
        if (REC !== '' && REC !== 'X1' && DEC >= START && DEC <= END && !isShortBreaks(episode))
          flag(episode, ...girls);
      }
    },
  });

const notAMother = ({ years, girl }: SexCodes): Rule =>
  eachRow('Header', {
    code: '612',
    ...years,
    title: 'A mother’s child but no mother',
    fields: ['SEX', 'MOTHER', 'MC_DOB'],
    wrong: 'There is a date of birth of her child (MC_DOB), but MOTHER does not say that she is a mother.',
    todo: 'Enter 1 in MOTHER if she is one, or take the date out.',
    fails: ({ SEX, MOTHER, rawMC_DOB }) =>
      SEX === girl && (MOTHER === '' || MOTHER === '0') && rawMC_DOB !== '',
  });

const isMother = ({ MOTHER }: HeaderRow): boolean => Number(MOTHER) === 1;
const isNoMother = ({ MOTHER }: HeaderRow): boolean => MOTHER !== '' && Number(MOTHER) === 0;

/** What a return says of young mothers and their children. */
export const MOTHERS_RULES: readonly Rule[] = [
  ...SEX_CODES.flatMap((sex) =>
    [motherhood, boyWithChild, girlNotSaid, girlWhoLeft, notAMother].map((make) => make(sex)),
  ),
  eachRow('Header', {
    code: '171',
    title: 'Date of birth of a mother’s child not a day',
    fields: ['MC_DOB'],
    wrong: 'The date of birth of her child (MC_DOB) is not a real day.',
    todo: 'Enter it as DD/MM/YYYY.',
    fails: ({ MC_DOB, rawMC_DOB }) => isUnreadable(rawMC_DOB, MC_DOB),
  }),
  eachChild(['Header'], {
    code: '207',
    title: 'A mother last year and not now',
    fields: ['MOTHER'],
    needs: ['Episodes', 'Header_last'],
    wrong: 'Last year’s return said that she is a mother, and MOTHER no longer does.',
    todo: 'Enter 1 in MOTHER, or tell the Department that last year’s was wrong.',
    fails: ({ rows, last, episodes }, flag) => {
      if (episodes.length === 0 || !last.Header.some(({ MOTHER }) => MOTHER === '1')) return;
      for (const header of rows.Header) if (header.MOTHER !== '1') flag(header);
    },
  }),
  eachChild(['Episodes', 'Header', 'Reviews'], {
    code: '399',
    title: 'Motherhood or reviews of a child with short breaks only',
    fields: ['MOTHER', 'LS', 'REVIEW', 'REVIEW_CODE'],
    wrong: 'MOTHER or a review is given for a child whose every episode is a short break (V3 or V4).',
    todo: 'Take out what is not asked for of short breaks, or correct the legal status.',
    fails: ({ rows }, flag) => {
      const [first, ...others] = rows.Episodes;
      if (first === undefined || !rows.Episodes.every(isShortBreaks)) return;
      const mothers = rows.Header.filter(({ MOTHER }) => MOTHER !== '');
      const reviews = rows.Reviews.filter(
        ({ rawREVIEW, REVIEW_CODE }) => rawREVIEW !== '' || REVIEW_CODE !== '',
      );
      if (mothers.length === 0 && reviews.length === 0) return;
      flag(
        first,
        ...others,
        ...(reviews.length > 0 ? rows.Header : mothers),
        ...(mothers.length > 0 ? rows.Reviews : reviews),
      );
    },
  }),
  eachRow('Header', {
    code: '611',
    title: 'A mother’s child without a date of birth',
    fields: ['MOTHER', 'MC_DOB'],
    wrong: 'MOTHER says that she is a mother, and the date of birth of her child (MC_DOB) is blank.',
    todo: 'Enter the day on which her child was born.',
    fails: ({ MOTHER, rawMC_DOB }) => MOTHER === '1' && rawMC_DOB === '',
  }),
  eachRow('Header', {
    code: '620',
    title: 'A mother younger than 11',
    fields: ['DOB', 'MOTHER'],
    wrong: 'MOTHER says that she is a mother, and she was not yet 11 when the year began.',
    todo: 'Correct MOTHER or her date of birth.',
    fails: ({ MOTHER, DOB }, _, { START }) => MOTHER === '1' && addYears(DOB, 11) > START,
  }),
  eachRow('Header', {
    code: '621',
    title: 'A mother no older than her child',
    fields: ['DOB', 'MC_DOB'],
    wrong: 'Her child’s date of birth (MC_DOB) is not after her own.',
    todo: 'Correct whichever of the two dates is wrong.',
    departs:
      'Others also report a row without her own date of birth. We leave that to 102, as there is nothing to compare.',
    fails: ({ DOB, MC_DOB }) => MC_DOB <= DOB,
  }),
  eachChild(['Header'], {
    code: '624',
    title: 'Date of birth of a mother’s child differs from last year’s return',
    fields: ['MC_DOB'],
    needs: ['Header_last'],
    wrong: 'The date of birth of her child (MC_DOB) is not the one that last year’s return gave.',
    todo: 'Check which is right, and correct it or tell the Department that last year’s was wrong.',
    departs:
      'Others compare the dates as they are written. We compare the days. Others also report a blank for a mother who left care before the year; we do not, as 628 and 612 will not have her date given.',
    fails: (child, flag, { isGiven }) => {
      const isAsked = !(isGiven('Episodes') && isCareLeaverOnly(child));
      for (const now of child.rows.Header) {
        if (now.rawMC_DOB === '' && !isAsked) continue;
        const differs = child.last.Header.some(
          ({ MC_DOB }) => !Number.isNaN(MC_DOB) && MC_DOB !== now.MC_DOB,
        );
        if (differs) flag(now);
      }
    },
  }),
  eachChild(['Header', 'Episodes'], {
    code: '625',
    title: 'A mother’s child born after the year or after she left care',
    fields: ['MC_DOB', 'DEC'],
    wrong: 'Her child’s date of birth (MC_DOB) is after the end of the year, or after she left care.',
    todo: 'Correct the date, or take it out: a child born later belongs to a later return, if to any.',
    soFar: {
      title: 'A mother’s child born on a day to come or after she left care',
      wrong: `Her child’s date of birth (MC_DOB) is after ${LAST_DAY}, up to which the year is looked at, or after she left care.`,
      todo: 'Correct the date, or take it out until the child is born.',
    },
    departs:
      'Others go by the latest end of any episode, and so report a girl who is still looked after in an open one; and they do not check a girl without an ended episode against the year. We go by her last episode, and check the end of the year for every girl.',
    fails: ({ rows, latest }, flag, { END }) => {
      const left = latest !== undefined && !Number.isNaN(latest.DEC) ? [latest] : [];
      for (const header of rows.Header)
        if (header.MC_DOB > END || left.some(({ DEC }) => header.MC_DOB > DEC)) flag(header, ...left);
    },
  }),
  eachChild(['Header'], {
    code: '626',
    title: 'A new mother of a child born before the year',
    fields: ['MOTHER', 'MC_DOB'],
    needs: ['Header_last'],
    wrong:
      'Last year’s return said that she was not a mother, but her child was born before this year began.',
    todo: 'Correct the date of birth of her child, or tell the Department that last year’s was wrong.',
    fails: ({ rows, last }, flag, { START }) => {
      for (const now of rows.Header)
        if (isMother(now) && now.MC_DOB < START && last.Header.some(isNoMother)) flag(now);
    },
  }),
  eachChild(['Header'], {
    code: '628',
    title: 'Mother or not given for a care leaver',
    fields: ['MOTHER'],
    needs: ['Episodes', 'OC3'],
    wrong: 'MOTHER is given for a care leaver who had no episode in the year.',
    todo: 'Leave MOTHER blank: it is asked of those looked after in the year only.',
    fails: (child, flag) => {
      if (!isCareLeaverOnly(child)) return;
      for (const header of child.rows.Header) if (header.MOTHER !== '') flag(header);
    },
  }),
];
