import { collectionYearLabel } from '@rightplace/domain';
import { appendAudit, asTenant } from '@rightplace/store';
import { findBehind } from './behind.ts';
import { chooseFindings, isOfState } from './choose-findings.ts';
import { countByRule, countByTable, countByTeam, countByWho } from './count-findings.ts';
import { describeFinding } from './describe-finding.ts';
import { loadFindings } from './load-findings.ts';
import { narrowedTo } from './narrowed-to.ts';
import type { ListFindings } from './use-cases.ts';
import type { FindingsAsked } from './views.ts';

export const FINDINGS_A_PAGE = 50;

/** The work list: findings in somebody's reach, by who can put them right, then by rule. Who was shown is recorded. */
export const listFindings: ListFindings = (world, signedIn, asked) => {
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  return asTenant(world.db, tenant, async (tx) => {
    const loaded = await loadFindings(tx, world, signedIn, asked.collectionYear);
    if (loaded.kind === 'refused') return loaded;
    const { words, reach } = loaded;
    const { ofState, chosen } = chooseFindings(loaded, asked);
    const pages = Math.max(1, Math.ceil(chosen.length / FINDINGS_A_PAGE));
    const page = Math.min(Math.max(1, asked.page), pages);
    const findings = chosen
      .slice((page - 1) * FINDINGS_A_PAGE, page * FINDINGS_A_PAGE)
      .map((held) => describeFinding(held, words));
    await appendAudit(tx, {
      at: world.now(),
      actor: String(signedIn.person.id),
      action: 'findings-listed',
      subject: { kind: 'return', id: collectionYearLabel(asked.collectionYear) },
      detail: {
        children: [...new Set(findings.map(({ child }) => child))],
        count: chosen.length,
        asked: JSON.stringify(asked),
      },
    });
    return {
      kind: 'findings',
      asked,
      narrowedTo: narrowedTo(asked, words),
      lastCheck: loaded.lastCheck?.at,
      behind: loaded.lastCheck && (await findBehind(tx, loaded.lastCheck, reach.loaded.today)),
      reach: reach.grants[0].scope,
      findings,
      page,
      pages,
      total: chosen.length,
      byWho: countByWho(chosen, words),
      clearedSinceLastNight: chooseFindings(loaded, { ...asked, state: 'cleared' }).chosen.length,
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
