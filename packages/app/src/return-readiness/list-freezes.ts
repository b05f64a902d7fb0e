import { londonDayOf, mayAttempt } from '@rightplace/domain';
import { findRule } from '@rightplace/ssda903';
import {
  asTenantReading,
  findLastCheck,
  lastChangeAt,
  listFindings,
  listFreezes as listHeldFreezes,
  listStandingAnswers,
} from '@rightplace/store';
import { loadAccessFacts } from '../child/load-children.ts';
import { findBehind } from './behind.ts';
import { countAnswers } from './count-answers.ts';
import { severityOf } from './describe-finding.ts';
import { freezeView } from './freeze-line.ts';
import { findYearRefusal, yearsToChoose } from './reach.ts';
import type { ListFreezes } from './use-cases.ts';

/** The submitted returns of a year, and what would be submitted now. It names no child. */
export const listFreezes: ListFreezes = (world, signedIn, { collectionYear }) => {
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  return asTenantReading(world.db, tenant, async (tx) => {
    const today = londonDayOf(world.now());
    const { actor } = signedIn;
    const permission = mayAttempt({ actor, action: 'freeze-return', on: today });
    if (permission.kind === 'refused') return permission;
    const refusal = findYearRefusal(collectionYear, today);
    if (refusal !== undefined) return refusal;
    const { staff } = await loadAccessFacts(tx);
    const freezes = await listHeldFreezes(tx, collectionYear);
    const rehearsals = await listHeldFreezes(tx, collectionYear, 'rehearsal');
    const check = await findLastCheck(tx, collectionYear);
    const findings = await listFindings(tx, collectionYear);
    const answers = await listStandingAnswers(tx, collectionYear);
    const agreed = new Set(
      answers.filter(({ decision }) => decision?.how === 'agreed').map(({ finding }) => finding),
    );
    const open = findings.filter(({ id }) => !agreed.has(id));
    const isError = (code: string): boolean => severityOf(findRule(code, collectionYear)) === 'error';
    return {
      kind: 'freezes',
      collectionYear,
      years: yearsToChoose(today),
      freezes: freezes.map((freeze) => freezeView(freeze, staff)),
      rehearsals: rehearsals.map((freeze) => freezeView(freeze, staff)),
      now: {
        knownAt: await lastChangeAt(tx),
        children: check?.children.length ?? 0,
        open: open.length,
        errors: open.filter(({ rule }) => isError(rule)).length,
        waiting: countAnswers(findings, answers).waiting,
        answered: findings.length - open.length,
        checkedAt: check?.at,
        behind: check && (await findBehind(tx, check, today)),
      },
      may: {
        freeze: true,
        download: mayAttempt({ actor, action: 'export-return', on: today }).kind === 'may',
      },
    };
  });
};
