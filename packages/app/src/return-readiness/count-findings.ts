import { findRule, ruleWords, type SourceName } from '@rightplace/ssda903';
import type { HeldFinding } from '@rightplace/store';
import { NO_TEAM, NO_TEAM_TITLE } from './counts-of-check.ts';
import { type FindingWords, severityOf, sourceTitle, stateOf, whoFor, whoTitle } from './describe-finding.ts';
import type { FindingCount, RuleCount } from './views.ts';

/** What a finding counts as, in each way of counting. Filters ask for the same. */
export interface FindingKeys {
  readonly who: string;
  readonly rule: string;
  readonly table: string;
  readonly team: string;
}

export const keysOf = (
  { rule, source, child }: Pick<HeldFinding, 'rule' | 'source' | 'child'>,
  { collectionYear, reach }: Pick<FindingWords, 'collectionYear' | 'reach'>,
): FindingKeys => ({
  who: whoFor(findRule(rule, collectionYear)),
  rule,
  table: source,
  team: String(reach.holdingOf(child)?.team?.id ?? NO_TEAM),
});

/** Findings that are not cleared, counted in one of the ways; those with the most open first. */
const countBy = (
  findings: readonly HeldFinding[],
  words: FindingWords,
  { by, titleOf }: { readonly by: keyof FindingKeys; readonly titleOf: (key: string) => string },
): readonly FindingCount[] =>
  [...Map.groupBy(findings, (held) => keysOf(held, words)[by])]
    .map(([key, own]): FindingCount => {
      const open = own.filter((held) => stateOf(held, words.standing) !== 'answered');
      return {
        key,
        title: titleOf(key),
        open: open.length,
        answered: own.length - open.length,
        children: new Set(open.map(({ child }) => child)).size,
      };
    })
    .toSorted((a, b) => b.open - a.open || (a.title < b.title ? -1 : 1));

export const countByWho = (findings: readonly HeldFinding[], words: FindingWords) =>
  countBy(findings, words, { by: 'who', titleOf: whoTitle });

export const countByTable = (findings: readonly HeldFinding[], words: FindingWords) =>
  countBy(findings, words, { by: 'table', titleOf: (key) => sourceTitle(key as SourceName) });

export const countByTeam = (findings: readonly HeldFinding[], words: FindingWords) => {
  const { teams } = words.reach.loaded.access.staff;
  return countBy(findings, words, {
    by: 'team',
    titleOf: (key) => teams.get(Number(key))?.name ?? NO_TEAM_TITLE,
  });
};

export const countByRule = (findings: readonly HeldFinding[], words: FindingWords): readonly RuleCount[] => {
  const ruleOf = (code: string) => findRule(code, words.collectionYear);
  const titleOf = (code: string): string => {
    const rule = ruleOf(code);
    return rule === undefined ? code : ruleWords(rule, words.upTo).title;
  };
  return countBy(findings, words, { by: 'rule', titleOf }).map((count) => ({
    ...count,
    severity: severityOf(ruleOf(count.key)),
    who: whoFor(ruleOf(count.key)),
  }));
};
