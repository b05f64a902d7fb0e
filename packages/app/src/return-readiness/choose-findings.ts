import type { HeldFinding } from '@rightplace/store';
import { keysOf } from './count-findings.ts';
import { describeFinding, type FindingWords, stateOf } from './describe-finding.ts';
import type { LoadedFindings } from './load-findings.ts';
import type { FindingInList, FindingsAsked } from './views.ts';

export interface ChosenFindings {
  /** Of the state that was asked for, whatever else was. */
  readonly ofState: readonly HeldFinding[];
  readonly chosen: readonly HeldFinding[];
  /** Those chosen, as the list has them. */
  readonly ordered: readonly FindingInList[];
}

/** Of the findings that may be shown, those asked for, in the order in which they are worked through. */
export const chooseFindings = (
  { open, words }: Pick<LoadedFindings, 'open' | 'words'>,
  asked: FindingsAsked,
): ChosenFindings => {
  const ofState = open.filter((held) => isOfState(held, asked, words));
  const chosen = ofState.filter((held) => isAskedFor(held, asked, words));
  return { ofState, chosen, ordered: inOrderOfWork(chosen.map((held) => describeFinding(held, words))) };
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

/** Every word must be in the child's name or identifier, in what the rule says, or in a cell at fault. */
const isMeant = (held: HeldFinding, text: string, words: FindingWords): boolean => {
  const { child, childName, rule, title, wrong, tableTitle, team, worker, cells } = describeFinding(
    held,
    words,
  );
  const within = [
    child,
    childName,
    rule,
    title,
    wrong,
    tableTitle,
    team,
    worker,
    ...cells.map(({ value }) => value),
  ]
    .join(' ')
    .toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => within.includes(word));
};

/** Who has the most to put right comes first, and of theirs the rule with the most; then by child. */
const inOrderOfWork = (findings: readonly FindingInList[]): readonly FindingInList[] => {
  const count = (keyOf: (finding: FindingInList) => string): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
    return counts;
  };
  const ruleOf = ({ who, rule }: FindingInList): string => `${who} ${rule}`;
  const [byWho, byRule] = [count(({ who }) => who), count(ruleOf)];
  const text = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
  return findings.toSorted(
    (a, b) =>
      (byWho.get(b.who) ?? 0) - (byWho.get(a.who) ?? 0) ||
      text(a.who, b.who) ||
      (byRule.get(ruleOf(b)) ?? 0) - (byRule.get(ruleOf(a)) ?? 0) ||
      text(a.rule, b.rule) ||
      text(a.child, b.child) ||
      a.id - b.id,
  );
};
