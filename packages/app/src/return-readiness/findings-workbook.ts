import { type CollectionYear, collectionYearLabel, type Moment, momentInWords } from '@rightplace/domain';
import type { SheetToWrite } from '@rightplace/spreadsheet';
import { neutraliseFormula } from '@rightplace/ssda903';
import { NO_TEAM_TITLE } from './counts-of-check.ts';
import { findingsListSheet, STATES } from './findings-list-file.ts';
import type { FindingInList, FindingState, Narrowing } from './views.ts';

/** A list of findings with all that it says of itself, wherever it is carried. */
export interface ListToTakeAway {
  readonly findings: readonly FindingInList[];
  readonly collectionYear: CollectionYear;
  readonly state: FindingState;
  readonly narrowedTo: readonly Narrowing[];
  readonly checkedAt: Moment | undefined;
  readonly authority: string;
  readonly takenAt: Moment;
  readonly takenBy: string;
  readonly purpose: string;
}

/** First what it is, then all findings, then those of each team by themselves, to be handed on. */
export const findingsWorkbook = (list: ListToTakeAway): readonly SheetToWrite[] => {
  const teams = [...Map.groupBy(list.findings, ({ team }) => team ?? NO_TEAM_TITLE)].toSorted(([a], [b]) =>
    a === NO_TEAM_TITLE ? 1 : b === NO_TEAM_TITLE ? -1 : a < b ? -1 : 1,
  );
  const nameOf = namesOfSheets(['About', 'Findings']);
  return [
    aboutSheet(list, teams),
    findingsListSheet(list.findings),
    ...(teams.length > 1 ? teams.map(([team, own]) => findingsListSheet(own, nameOf(team))) : []),
  ];
};

const aboutSheet = (
  list: ListToTakeAway,
  teams: readonly (readonly [string, readonly FindingInList[]])[],
): SheetToWrite => {
  const { findings, collectionYear, state, narrowedTo, checkedAt, authority, takenAt, takenBy, purpose } =
    list;
  const children = new Set(findings.map(({ child }) => child)).size;
  const rows: readonly (readonly [string, string | number])[] = [
    ['What it is', `Findings of the return of ${collectionYearLabel(collectionYear)}`],
    ['Authority', authority],
    ['State', STATES[state]],
    ...(narrowedTo.length === 0
      ? [['Narrowed to', 'Nothing: all that may be taken away'] as const]
      : narrowedTo.map(({ title, value }) => [`Narrowed to: ${title}`, value] as const)),
    ['Checked', checkedAt === undefined ? 'Not yet' : momentInWords(checkedAt)],
    ['Findings', findings.length],
    ['Children', children],
    ...(teams.length > 1 ? teams.map(([team, own]) => [`Findings of ${team}`, own.length] as const) : []),
    ['Taken away', `${momentInWords(takenAt)}, by ${takenBy}`],
    ['What for', purpose],
    ['Keep it', 'Where only those who need it can open it. Delete it when its purpose is done.'],
  ];
  return {
    name: 'About',
    columns: [
      { title: 'About this workbook', width: 34 },
      { title: '', width: 80 },
    ],
    rows: rows.map((cells) =>
      cells.map((cell) => (typeof cell === 'string' ? neutraliseFormula(cell) : cell)),
    ),
  };
};

const LONGEST_NAME = 31;

/** As Excel takes them: short, without its own signs, and no two the same but for capitals. */
const namesOfSheets = (taken: readonly string[]): ((title: string) => string) => {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return (title) => {
    const plain = title.replaceAll(/[[\]:*?/\\]|\p{C}|^'|'$/gu, ' ').trim() || 'Team';
    for (let nth = 1; ; nth++) {
      const ending = nth === 1 ? '' : ` (${nth})`;
      const name = plain.slice(0, LONGEST_NAME - ending.length) + ending;
      if (used.has(name.toLowerCase())) continue;
      used.add(name.toLowerCase());
      return name;
    }
  };
};
