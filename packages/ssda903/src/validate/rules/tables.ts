import type { CollectionYear } from '@rightplace/domain';
import { eachChild, eachRow, type Rule } from '../rule.ts';

type WithDob =
  | 'AD1'
  | 'PlacedAdoption'
  | 'Missing'
  | 'OC2'
  | 'OC3'
  | 'PrevPerm'
  | 'Reviews'
  | 'UASC'
  | OursToo;
type OncePerChild = 'AD1' | 'Header' | 'OC2' | 'OC3' | 'PrevPerm' | 'UASC';
/** Tables newer than the Department's rules on who is in which. */
type OursToo = 'SWEpisodes' | 'DoLo';

type More = { readonly from?: CollectionYear; readonly ours?: true };

/** As a sentence calls the files. */
const FILES: Readonly<Record<WithDob | OncePerChild | 'Episodes', string>> = {
  AD1: 'AD1',
  DoLo: 'deprivation of liberty',
  Episodes: 'episodes',
  Header: 'Header',
  Missing: 'missing',
  OC2: 'OC2',
  OC3: 'OC3',
  PlacedAdoption: 'placed for adoption',
  PrevPerm: 'previous permanence',
  Reviews: 'reviews',
  SWEpisodes: 'social workers',
  UASC: 'UASC',
};

const fileOf = (table: keyof typeof FILES): string => `the ${FILES[table]} file`;

const inHeader = (code: string, table: WithDob | 'Episodes', more: More = {}): Rule =>
  eachRow(table, {
    code,
    ...more,
    title: `In ${fileOf(table)} but not in the Header`,
    fields: ['CHILD'],
    needs: ['Header'],
    wrong: `The child is in ${fileOf(table)}, and no row of the Header has the same CHILD.`,
    todo: 'Add the child to the Header, or correct CHILD.',
    fails: (_, { rows }) => rows.Header.length === 0,
  });

const sameBirth = (code: string, table: WithDob, more: More = {}): Rule =>
  eachRow(table, {
    code,
    ...more,
    title: `Date of birth in ${fileOf(table)} not that of the Header`,
    fields: ['DOB'],
    needs: ['Header'],
    wrong: `The child’s date of birth in ${fileOf(table)} is not the one in the Header.`,
    todo: 'Check that CHILD is right, and enter the same date of birth in both.',
    // False where either is missing, as the days between are then no number.
    fails: ({ DOB }, { rows }) => rows.Header.some((header) => Math.abs(DOB - header.DOB) > 0),
  });

const once = (code: string, table: OncePerChild): Rule =>
  eachChild([table], {
    code,
    title: `More than once in ${fileOf(table)}`,
    fields: ['CHILD'],
    wrong: `The child has more than one row in ${fileOf(table)}, which has one for each child.`,
    todo: 'Keep the right row and take the others out, or correct CHILD if it is of two children.',
    fails: ({ rows }, flag) => {
      const [first, ...others] = rows[table];
      if (first !== undefined && others.length > 0) flag(first, ...others);
    },
  });

const NEEDING_EPISODES = ['PlacedAdoption', 'Missing', 'Reviews', 'AD1', 'PrevPerm', 'OC2'] as const;

/** What the tables of a return say of one another. */
export const TABLES_RULES: readonly Rule[] = [
  eachChild([...NEEDING_EPISODES, 'DoLo'], {
    code: '1012',
    title: 'Data of a child without an episode',
    fields: ['CHILD'],
    needsAll: false,
    needs: ['Episodes'],
    needsOneOf: [NEEDING_EPISODES],
    wrong: 'The row is about a child who has no episode in this year’s return.',
    todo: 'Add the child’s episodes, correct CHILD, or take the row out.',
    departs:
      'It does not look at deprivations of liberty. We do: all of this year’s are of children in care. Like it, we do not ask whether the child is a care leaver, as the row is wrong for any child. We too leave UASC to 1014, and social workers aside, who may have left last year with the child.',
    fails: ({ rows }, flag) => {
      if (rows.Episodes.length > 0) return;
      for (const table of NEEDING_EPISODES) for (const row of rows[table]) flag(row);
      for (const row of rows.DoLo) flag(row);
    },
  }),
  eachRow('Header', {
    code: 'EPI',
    severity: 'warning',
    title: 'Neither an episode nor care leaver’s data',
    fields: ['CHILD'],
    wrong: 'The child is in the Header, and in neither the episodes nor the OC3 file.',
    todo: 'Add what is missing, or take the child out of the Header.',
    fails: (_, { rows }) => rows.Episodes.length === 0 && rows.OC3.length === 0,
  }),
  eachRow('Episodes', {
    code: 'NoE',
    title: 'Began before the year, but no episode last year',
    fields: ['DECOM'],
    needs: ['Episodes_last'],
    wrong: 'The episode began before this year, and last year’s return has no episode of the child.',
    todo: 'Correct the start of the episode, or tell the Department what was left out last year.',
    fails: ({ DECOM }, { last }, { START }) => DECOM < START && last.Episodes.length === 0,
  }),
  inHeader('INT01', 'AD1'),
  inHeader('INT02', 'PlacedAdoption'),
  inHeader('INT03', 'Episodes'),
  inHeader('INT04', 'Missing'),
  inHeader('INT05', 'OC2'),
  inHeader('INT06', 'OC3'),
  inHeader('INT07', 'PrevPerm'),
  inHeader('INT08', 'Reviews'),
  inHeader('INT09', 'UASC'),
  inHeader('RP01', 'SWEpisodes', { ours: true, from: 2024 }),
  inHeader('RP02', 'DoLo', { ours: true, from: 2027 }),
  sameBirth('INT11', 'AD1'),
  sameBirth('INT12', 'PlacedAdoption'),
  sameBirth('INT13', 'Missing'),
  sameBirth('INT14', 'OC2'),
  sameBirth('INT15', 'OC3'),
  sameBirth('INT16', 'PrevPerm'),
  sameBirth('INT17', 'Reviews'),
  sameBirth('INT18', 'UASC'),
  sameBirth('RP11', 'SWEpisodes', { ours: true, from: 2024 }),
  sameBirth('RP12', 'DoLo', { ours: true, from: 2027 }),
  eachRow('UASC', {
    code: 'INT21',
    title: 'Sex in the UASC file not that of the Header',
    fields: ['SEX'],
    needs: ['Header'],
    wrong: 'The child’s sex in the UASC file is not the one in the Header.',
    todo: 'Check that CHILD is right, and enter the same SEX in both.',
    fails: ({ SEX }, { rows }) =>
      SEX !== '' && rows.Header.some((header) => header.SEX !== '' && header.SEX !== SEX),
  }),
  once('INT31', 'AD1'),
  once('INT32', 'Header'),
  once('INT33', 'OC2'),
  once('INT34', 'OC3'),
  once('INT35', 'PrevPerm'),
  once('INT36', 'UASC'),
];
