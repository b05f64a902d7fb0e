import { collectionYearOf, londonDayOf } from '@rightplace/domain';
import {
  appendAudit,
  asTenant,
  decideAnswer,
  type HeldFinding,
  listFindings,
  loadLedger,
  saveAnswer,
  type Tx,
} from '@rightplace/store';
import { loadAccessFacts } from '../child/load-children.ts';
import { caseHoldingOn } from '../child/scope.ts';
import type { World } from '../world.ts';

/** What is said of the first finding of a rule that somebody can answer. */
const ANSWERS = [
  {
    rule: '102',
    reason: 'Found without papers, so no date of birth is known. An assessment of age is under way.',
    isAgreed: true,
  },
  {
    rule: '442',
    reason: 'Between schools. The new one has asked for the number and expects it within the month.',
    isAgreed: false,
  },
] as const;

/** Answers of social workers for the children of their own, one agreed by their team manager and one that waits. */
export const answerSome = (world: Pick<World, 'db' | 'now'>, authorityId: string): Promise<void> =>
  asTenant(world.db, { authorityId }, async (tx) => {
    const on = londonDayOf(world.now());
    const findings = await listFindings(tx, collectionYearOf(on));
    const { children } = await loadLedger(tx);
    const { staff } = await loadAccessFacts(tx);
    const handsOf = (child: string) => {
      const record = children.find(({ id }) => id.toUpperCase() === child);
      const { workers = [], team } = record === undefined ? {} : caseHoldingOn(record, staff, on);
      const manager = [...staff.members.values()].find(({ roles }) =>
        roles.some(({ role, teamId }) => role === 'team-manager' && teamId === team?.id),
      );
      return { worker: workers[0]?.id, manager: manager?.id };
    };
    for (const { rule, reason, isAgreed } of ANSWERS) {
      for (const held of findings.filter((each) => each.rule === rule)) {
        const { worker, manager } = handsOf(held.child);
        if (worker === undefined || manager === undefined) continue;
        await answer(tx, world, { held, reason, by: worker, agreedBy: isAgreed ? manager : undefined });
        break;
      }
    }
  });

const answer = async (
  tx: Tx,
  { now }: Pick<World, 'now'>,
  {
    held,
    reason,
    by,
    agreedBy,
  }: {
    readonly held: HeldFinding;
    readonly reason: string;
    readonly by: number;
    readonly agreedBy: number | undefined;
  },
): Promise<void> => {
  const at = now();
  const { id: finding, rule, cells } = held;
  const id = await saveAnswer(tx, { finding, kind: 'accepted', reason, cells, by, at });
  if (id === undefined) return;
  const subject = { kind: 'child', id: held.child } as const;
  await appendAudit(tx, {
    at,
    actor: String(by),
    action: 'finding-answer-proposed',
    subject,
    why: reason,
    detail: { finding, answer: id, kind: 'accepted', rule },
  });
  if (agreedBy === undefined) return;
  await decideAnswer(tx, id, { how: 'agreed', by: agreedBy, at, note: '' });
  await appendAudit(tx, {
    at,
    actor: String(agreedBy),
    action: 'finding-answer-agreed',
    subject,
    detail: { finding, answer: id, rule },
  });
};
