import {
  type Action,
  type CollectionYear,
  collectionYearLabel,
  collectionYearOf,
  mayAttempt,
} from '@rightplace/domain';
import { findRule, lacksIn, type Severity } from '@rightplace/ssda903';
import {
  appendAudit,
  asTenant,
  type HeldFinding,
  listFindingLives,
  listFreezes,
  listImports,
  type ReturnCheck,
  type Tx,
} from '@rightplace/store';
import type { ImportCounts } from '../import/kept-report.ts';
import { type Behind, findBehind } from './behind.ts';
import { countByRule, countByTable, countByTeam, countByWho } from './count-findings.ts';
import { describeFinding, severityOf, stateOf } from './describe-finding.ts';
import { freezeLine } from './freeze-line.ts';
import { type LoadedFindings, loadFindings } from './load-findings.ts';
import { yearsToChoose } from './reach.ts';
import { trendOf } from './trend.ts';
import type { ReturnReadiness } from './use-cases.ts';
import type { CheckTold, Readiness, ReadyShare, SinceLastNight, SkippedRules } from './views.ts';

/** How ready the year's return is, of the children in somebody's reach. */
export const returnReadiness: ReturnReadiness = (world, signedIn, { collectionYear }) => {
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  return asTenant(world.db, tenant, async (tx) => {
    const loaded = await loadFindings(tx, world, signedIn, collectionYear);
    if (loaded.kind === 'refused') return loaded;
    const { reach, words, lastCheck, checks } = loaded;
    const { today, access } = reach.loaded;
    const may = (action: Action): boolean =>
      mayAttempt({ actor: signedIn.actor, action, on: today }).kind === 'may';
    // By less than the whole, a closed record's findings are not counted: beside the list, that would tell its rules.
    const listed = stillThere(loaded.open);
    const lives = (await listFindingLives(tx, collectionYear)).filter(
      ({ child }) => reach.standing(child) !== 'out',
    );
    const [freeze] = await listFreezes(tx, collectionYear);
    const sinceLastNight = changesSince(loaded);
    const named = [...(sinceLastNight?.newest ?? []), ...(sinceLastNight?.clearedLately ?? [])];
    const readiness: Readiness = {
      kind: 'readiness',
      collectionYear,
      years: yearsToChoose(today),
      reach: reach.grants[0].scope,
      lastCheck:
        lastCheck === undefined ? undefined : checkTold(lastCheck, await findBehind(tx, lastCheck, today)),
      counts: countsOf(loaded),
      ready: readyShare(loaded),
      byWho: countByWho(listed, words),
      byRule: countByRule(listed, words),
      byTable: countByTable(listed, words),
      byTeam: countByTeam(listed, words),
      sinceLastNight,
      trend: trendOf(lives, checks, collectionYear),
      freeze: freeze && freezeLine(freeze, access.staff),
      setAside: may('view-imports') ? await setAsideOf(tx, collectionYear) : undefined,
      may: {
        check: may('check-return') && collectionYear <= collectionYearOf(today),
        freeze: may('freeze-return'),
        answer: may('answer-finding'),
        agree: may('agree-answer'),
      },
    };
    await appendAudit(tx, {
      at: world.now(),
      actor: String(signedIn.person.id),
      action: 'return-readiness-viewed',
      subject: { kind: 'return', id: collectionYearLabel(collectionYear) },
      ...(named.length === 0 ? {} : { detail: { children: [...new Set(named.map(({ child }) => child))] } }),
    });
    return readiness;
  });
};

/** No rule looks at a row that was not taken in, so a return without it can seem ready. */
const setAsideOf = async (tx: Tx, year: CollectionYear): Promise<Readiness['setAside']> => {
  const newest = (await listImports(tx)).find(
    ({ status, collectionYears }) => status === 'applied' && collectionYears.includes(year),
  );
  const rows = (newest?.summary as ImportCounts | undefined)?.rejected ?? 0;
  if (newest?.decidedAt === undefined || rows === 0) return undefined;
  return { importId: newest.id, rows, loadedAt: newest.decidedAt };
};

const stillThere = (findings: readonly HeldFinding[]): readonly HeldFinding[] =>
  findings.filter(({ clearedCheck }) => clearedCheck === undefined);

const countsOf = ({ open, closed, words }: LoadedFindings): Readiness['counts'] => {
  const bySeverity: Record<Severity, number> = { error: 0, query: 0, warning: 0 };
  const counts = { open: 0, waiting: 0, answered: 0 };
  for (const held of stillThere([...open, ...closed])) {
    const state = stateOf(held, words.standing);
    if (state === 'answered') {
      counts.answered++;
      continue;
    }
    counts.open++;
    if (state === 'waiting') counts.waiting++;
    bySeverity[severityOf(findRule(held.rule, words.collectionYear))]++;
  }
  return { ...counts, bySeverity, closed: stillThere(closed).length };
};

/**
 * Of the children in reach of whom the return tells, how many have no open finding that is an error. A finding about last
 * year's rows counts for its child too. One that waits for a second person is still open.
 */
export const readyShare = ({ open, closed, words, reach, lastCheck }: LoadedFindings): ReadyShare => {
  const children = (lastCheck?.children ?? []).filter(
    (child) => reach.standing(child.toUpperCase()) !== 'out',
  );
  const wrong = new Set(
    stillThere([...open, ...closed])
      .filter(
        (held) =>
          stateOf(held, words.standing) !== 'answered' &&
          severityOf(findRule(held.rule, words.collectionYear)) === 'error',
      )
      .map(({ child }) => child),
  );
  const ready = children.filter((child) => !wrong.has(child.toUpperCase())).length;
  return {
    ready,
    children: children.length,
    share: children.length === 0 ? undefined : ready / children.length,
  };
};

const checkTold = (
  check: NonNullable<LoadedFindings['lastCheck']>,
  behind: Behind | undefined,
): CheckTold => ({
  at: check.at,
  cause: check.cause,
  recordOf: check.recordAt,
  behind,
  children: check.children.length,
  rulesRun: check.rulesRun,
  skipped: skippedTold(check),
  failed: check.failed,
  lastYear: check.lastYear,
});

/** By what they lack; those that lack only tables by which. */
const skippedTold = ({ skipped, collectionYear }: ReturnCheck): readonly SkippedRules[] => {
  const lacking = skipped.map(({ rule, why }) => {
    const lacks = lacksIn(why);
    return { rule, lacks, tables: lacks[0] === 'tables' ? tablesIn(why) : undefined };
  });
  return [...Map.groupBy(lacking, ({ lacks, tables }) => `${lacks.join()} ${tables ?? ''}`).values()]
    .map((alike) => ({
      lacks: alike[0]?.lacks ?? [],
      tables: alike[0]?.tables,
      rules: alike.map(({ rule }) => ({ code: rule, title: findRule(rule, collectionYear)?.title ?? rule })),
    }))
    .toSorted((a, b) => b.rules.length - a.rules.length);
};

/** "It needs Reviews, not given." */
const tablesIn = (why: string): string => why.replace(/^It needs /, '').replace(/, not given\.$/, '');

const A_FEW = 5;

const changesSince = ({ open, closed, words, base }: LoadedFindings): SinceLastNight | undefined => {
  if (base === undefined) return undefined;
  const isNew = ({ firstCheck, clearedCheck }: HeldFinding): boolean =>
    firstCheck > base.id && clearedCheck === undefined;
  const isCleared = ({ clearedCheck }: HeldFinding): boolean => clearedCheck !== undefined;
  const all = [...open, ...closed];
  const latest = (findings: readonly HeldFinding[]) =>
    findings
      .slice(-A_FEW)
      .toReversed()
      .map((held) => describeFinding(held, words));
  return {
    since: base.at,
    found: all.filter(isNew).length,
    cleared: all.filter(isCleared).length,
    answered: stillThere(all).filter(({ id }) => {
      const decision = words.standing.get(id)?.decision;
      return decision?.how === 'agreed' && decision.at > base.at;
    }).length,
    newest: latest(open.filter(isNew)),
    clearedLately: latest(
      open.filter(isCleared).toSorted((a, b) => (a.clearedCheck ?? 0) - (b.clearedCheck ?? 0)),
    ),
  };
};
