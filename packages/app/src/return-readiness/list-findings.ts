import { collectionYearLabel } from '@rightplace/domain';
import { appendAudit, asTenant, type HeldFinding } from '@rightplace/store';
import { countByRule, countByTable, countByTeam, countByWho, keysOf } from './count-findings.ts';
import { describeFinding, type FindingWords, stateOf } from './describe-finding.ts';
import { loadFindings } from './load-findings.ts';
import type { FindingInList, FindingsAsked, ListFindings } from './views.ts';

export const FINDINGS_A_PAGE = 50;

/** The work list: findings in somebody's reach, by who can put them right, then by rule. Who was shown is recorded. */
export const listFindings: ListFindings = (world, signedIn, asked) => {
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  return asTenant(world.db, tenant, async (tx) => {
    const loaded = await loadFindings(tx, world, signedIn, asked.collectionYear);
    if (loaded.kind === 'refused') return loaded;
    const { words, reach } = loaded;
    const ofState = loaded.open.filter((held) => isOfState(held, asked, words));
    const chosen = ofState.filter((held) => isAskedFor(held, asked, words));
    const ordered = inOrderOfWork(chosen.map((held) => describeFinding(held, words)));
    const pages = Math.max(1, Math.ceil(ordered.length / FINDINGS_A_PAGE));
    const page = Math.min(Math.max(1, asked.page), pages);
    const findings = ordered.slice((page - 1) * FINDINGS_A_PAGE, page * FINDINGS_A_PAGE);
    await appendAudit(tx, {
      at: world.now(),
      actor: String(signedIn.person.id),
      action: 'findings-listed',
      subject: { kind: 'return', id: collectionYearLabel(asked.collectionYear) },
      detail: {
        children: [...new Set(findings.map(({ child }) => child))],
        count: ordered.length,
        asked: JSON.stringify(asked),
      },
    });
    return {
      kind: 'findings',
      asked,
      lastCheck: loaded.lastCheck?.at,
      reach: reach.grants[0].scope,
      findings,
      page,
      pages,
      total: ordered.length,
      byWho: countByWho(chosen, words),
      clearedSinceLastNight: loaded.open.filter(({ clearedCheck }) => clearedCheck !== undefined).length,
      closed: isNarrowed(asked)
        ? undefined
        : loaded.closed.filter((held) => isOfState(held, asked, words)).length,
      choices: {
        who: countByWho(ofState, words),
        rules: countByRule(ofState, words),
        tables: countByTable(ofState, words),
        teams: countByTeam(ofState, words),
      },
    };
  });
};

const isNarrowed = ({ who, rule, table, team, text }: FindingsAsked): boolean =>
  [who, rule, table, team, text].some((each) => each !== undefined && each !== '');

const isOfState = (held: HeldFinding, { state }: FindingsAsked, { standing }: FindingWords): boolean => {
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
