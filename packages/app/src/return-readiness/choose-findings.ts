import type { HeldFinding } from '@rightplace/store';
import { keysOf } from './count-findings.ts';
import { describeFinding, type FindingWords, stateOf } from './describe-finding.ts';
import type { LoadedFindings } from './load-findings.ts';
import type { FindingsAsked } from './views.ts';

export interface ChosenFindings {
  /** Of the state that was asked for, whatever else was. */
  readonly ofState: readonly HeldFinding[];
  /** In the order in which they are worked through: `describeFinding` tells each. */
  readonly chosen: readonly HeldFinding[];
}

/** Of the findings that may be shown, those asked for, in the order in which they are worked through. */
export const chooseFindings = (
  { open, words }: Pick<LoadedFindings, 'open' | 'words'>,
  asked: FindingsAsked,
): ChosenFindings => {
  const ofState = open.filter((held) => isOfState(held, asked, words));
  const chosen = ofState.filter((held) => isAskedFor(held, asked, words));
  return { ofState, chosen: inOrderOfWork(chosen, words) };
};

export const isOfState = (
  held: HeldFinding,
  { state }: FindingsAsked,
  { standing }: FindingWords,
): boolean => {
  const own = stateOf(held, standing);
  return own === state || (own === 'waiting' && state === 'open');
};

const isAskedFor = (held: HeldFinding, asked: FindingsAsked, words: FindingWords): boolean => {
  const keys = keysOf(held, words);
  return (
    (['who', 'rule', 'table', 'team'] as const).every((by) => !asked[by] || asked[by] === keys[by]) &&
    (!asked.text || isMeant(held, asked.text, words))
  );
};

/** Every word must be in the child's name or identifier, in what the rule says, in a column or a cell at fault. */
const isMeant = (held: HeldFinding, text: string, words: FindingWords): boolean => {
  const { child, childName, rule, title, severity, wrong, tableTitle, team, worker, cells } = describeFinding(
    held,
    words,
  );
  const within = [
    child,
    childName,
    rule,
    title,
    severity,
    wrong,
    tableTitle,
    team,
    worker,
    ...cells.flatMap(({ column, value }) => [column, value]),
  ]
    .join(' ')
    .toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => isWordIn(within, word));
};

const HAS_DIGIT = /\p{N}/u;
const GOES_ON = /[\p{L}\p{N}]$/u;

/** Words are meant from where they begin, as URN is not in “return”; of numbers, people type the end they remember. */
const isWordIn = (text: string, word: string): boolean => {
  if (HAS_DIGIT.test(word)) return text.includes(word);
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (!GOES_ON.test(text.slice(Math.max(0, at - 2), at))) return true;
  return false;
};

const mostFirst = <T>(groups: ReadonlyMap<string, readonly T[]>): readonly (readonly T[])[] =>
  [...groups].toSorted(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1)).map(([, own]) => own);

const byChild = (a: HeldFinding, b: HeldFinding): number =>
  a.child === b.child ? a.id - b.id : a.child < b.child ? -1 : 1;

/** Who has the most to put right comes first, and of theirs the rule with the most; then by child. */
const inOrderOfWork = (findings: readonly HeldFinding[], words: FindingWords): readonly HeldFinding[] =>
  mostFirst(Map.groupBy(findings, (held) => keysOf(held, words).who)).flatMap((ofWho) =>
    mostFirst(Map.groupBy(ofWho, ({ rule }) => rule)).flatMap((ofRule) => ofRule.toSorted(byChild)),
  );
