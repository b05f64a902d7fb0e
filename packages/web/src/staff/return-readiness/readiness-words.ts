import type {
  Behind,
  CheckCause,
  CheckTold,
  FindingInList,
  FindingState,
  FreezeLine,
  Readiness,
  ReadyShare,
} from '@rightplace/app';
import {
  type CollectionYear,
  collectionYearLabel,
  dayInShort,
  momentInWords,
  POLICY,
  parseDay,
  roleTitle,
  type Scope,
} from '@rightplace/domain';
import { count, type Html, number, percent, status, type TagColour } from '../../kit/index.ts';

/** "Version 2", "Rehearsal 1". */
export const freezeName = ({ kind, version }: Pick<FreezeLine, 'kind' | 'version'>): string =>
  `${kind === 'rehearsal' ? 'Rehearsal' : 'Version'} ${version}`;

export const yearInWords = (year: CollectionYear): string => `Return of ${collectionYearLabel(year)}`;

/** Below this many children a percentage says less than the two numbers. */
const FEW_CHILDREN = 50;

/** Never rounded up: while one child is not ready, it does not say 100%. */
const flooredPercent = (share: number): string => percent(Math.floor(share * 1000) / 10);

/** "99.1% of children are ready to return", "5 of 7 children are ready to return". */
export const readyInWords = ({ ready, children, share }: ReadyShare): string => {
  if (children === 1) return `The child is ${ready === 1 ? '' : 'not '}ready to return`;
  if (ready === children) return `All ${number(children)} children are ready to return`;
  if (children < FEW_CHILDREN || share === undefined)
    return `${number(ready)} of ${number(children)} children ${ready === 1 ? 'is' : 'are'} ready to return`;
  return `${flooredPercent(share)} of children are ready to return`;
};

export const readyFigure = ({ ready, children, share }: ReadyShare): string =>
  children < FEW_CHILDREN || share === undefined || ready === children
    ? number(ready)
    : flooredPercent(share);

/** The page's title says what was found. */
export const readinessFinding = ({ lastCheck, ready, counts, collectionYear, reach }: Readiness): string => {
  const year = collectionYearLabel(collectionYear);
  if (lastCheck === undefined) return `The return of ${year} has not been checked yet`;
  if (ready.children === 0 && counts.open === 0)
    return reach === 'authority'
      ? `No child is in the return of ${year} yet`
      : `No child you work with is in the return of ${year} yet`;
  const words = readyInWords(ready);
  if (counts.open === 0) return `${words}: nothing is left to put right`;
  // A query or a warning may be true as it stands.
  const todo = ready.ready === ready.children && counts.bySeverity.error === 0 ? 'look at' : 'put right';
  return `${words}: ${count(counts.open, 'finding')} to ${todo}`;
};

const REACHES: Partial<Record<Scope, string>> = {
  service: 'children of your service',
  team: 'children of your team',
  'own-cases': 'the children you work with',
};

/** Whose children are counted, where it is not everyone's. */
export const reachInWords = (reach: Scope): string | undefined => REACHES[reach];

type Severity = FindingInList['severity'];

const SEVERITIES: Readonly<Record<Severity, { readonly text: string; readonly colour: TagColour }>> = {
  error: { text: 'Error', colour: 'red' },
  query: { text: 'Query', colour: 'yellow' },
  warning: { text: 'Warning', colour: 'grey' },
};

export const severityTag = (severity: Severity): Html =>
  status(SEVERITIES[severity].text, SEVERITIES[severity].colour);

/** "9 errors, 4 queries and 1 warning". */
export const bySeverityInWords = (by: Readonly<Record<Severity, number>>): string => {
  const parts = [
    by.error > 0 && count(by.error, 'error'),
    by.query > 0 && count(by.query, 'query', 'queries'),
    by.warning > 0 && count(by.warning, 'warning'),
  ].filter((part) => part !== false);
  const last = parts.pop() ?? 'none';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
};

const STATES: Readonly<
  Record<FindingState, { readonly tag: string; readonly text: string; readonly colour: TagColour }>
> = {
  open: { tag: 'To put right', text: 'To put right', colour: 'blue' },
  waiting: { tag: 'Waiting', text: 'Waiting for a second person', colour: 'yellow' },
  answered: { tag: 'Answered', text: 'Answered', colour: 'green' },
  cleared: { tag: 'Put right', text: 'Put right', colour: 'green' },
};

/** Short: the official tag breaks its lines early. */
export const stateTag = (state: FindingState): Html => status(STATES[state].tag, STATES[state].colour);
export const stateInWords = (state: FindingState): string => STATES[state].text;

const CAUSES: Readonly<Record<CheckCause, string>> = {
  night: 'in the night',
  import: 'after a return was loaded',
  correction: 'after a correction',
  freeze: 'after last year’s return was frozen',
  asked: 'when somebody asked for it',
};

export const checkedInWords = ({ at, cause }: Pick<CheckTold, 'at' | 'cause'>): string =>
  `${momentInWords(at)}, ${CAUSES[cause]}`;

const BEHIND: Readonly<Record<Behind, string>> = {
  record: 'The record has changed since.',
  published: 'Postcodes or Ofsted’s lists have been loaded since.',
  'last-year': 'Last year’s return has been frozen since, and this one is compared with it.',
  day: 'That was on another day: children are older now, and more is due.',
};

/** Why a check no longer tells how things are. */
export const behindInWords = (behind: Behind): string => BEHIND[behind];

/** Who knows what is right; and where they have no form for it here, who enters what they say. */
export const whoInWords = ({ who, worker, team }: Pick<FindingInList, 'who' | 'worker' | 'team'>): string => {
  const title = roleTitle(who);
  if (POLICY[who]['correct-row'] !== undefined) return title;
  const theirs =
    worker === undefined && team === undefined
      ? 'the child’s social worker or their team manager'
      : [worker, team].filter((part) => part !== undefined).join(', ');
  return `${title} knows it and corrects nothing here: ask them, and ${theirs} or a performance analyst enters what they say`;
};

export const childInList = ({ child, childName }: Pick<FindingInList, 'child' | 'childName'>): string =>
  childName ?? child;

/** Of tables with one row a child, the key says nothing to a person. */
export const isDated = (rowKey: string): boolean => parseDay(rowKey.slice(0, 10)) !== undefined;

/** The key of a row as people say it: most begin with the day that tells the row from the child's others. */
export const rowInWords = (rowKey: string): string => {
  const on = parseDay(rowKey.slice(0, 10));
  if (on === undefined) return 'As recorded';
  const rest = rowKey.slice(10).trim();
  const nth = /^\+(\d+)$/.exec(rest)?.[1];
  return `${dayInShort(on)}${nth === undefined ? (rest === '' ? '' : ` ${rest}`) : ` (number ${nth} of that day)`}`;
};
