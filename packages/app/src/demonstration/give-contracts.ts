import { addDays, addMinutes, day, londonDayOf, type PlacementKind, SPOT } from '@rightplace/domain';
import {
  addContractTerms,
  appendAudit,
  asTenant,
  asTenantReading,
  holdRecord,
  listAuthorities,
  listContractTerms,
  type Tx,
} from '@rightplace/store';
import { loadAccessFacts } from '../child/load-children.ts';
import { contractsIn } from '../register/contract-terms.ts';
import type { World } from '../world.ts';
import { colleaguesIn } from './give-requests.ts';

const COVERS: Readonly<Record<PlacementKind, string>> = {
  fostering:
    'The carers’ allowance, their supervision and training, and fourteen nights of rest a year. School transport beyond three miles is paid by the authority.',
  residential:
    'Board and care by the staff on the rota, a key worker, clothing, pocket money and activities. More staff than the rota has is agreed apart, with a last night.',
  supported:
    'Rent, heating, and the hours of support that are agreed. Food and travel are paid from the young person’s allowance.',
};

const LONG_TOLD_DAYS = 700;

/** Gives a demonstration that has none terms of its frameworks, and of what is bought with none. No real authority is given any. */
export const giveContracts = async ({ db, now }: Pick<World, 'db' | 'now'>): Promise<void> => {
  for (const { code: authorityId, demonstration } of await listAuthorities(db)) {
    if (!demonstration || !(await asTenantReading(db, { authorityId }, hasNone))) continue;
    await asTenant(db, { authorityId }, async (tx) => {
      // Whoever starts at the same moment waits, and then finds them there.
      await holdRecord(tx);
      if (await hasNone(tx)) await give(tx, now);
    });
  }
};

const hasNone = async (tx: Tx): Promise<boolean> => (await listContractTerms(tx)).length === 0;

const give = async (tx: Tx, now: World['now']): Promise<void> => {
  const today = londonDayOf(now());
  const { staff } = await loadAccessFacts(tx);
  const officer = colleaguesIn(staff, today).find(({ role }) => role === 'placements-officer');
  if (officer === undefined) return;
  const contracts = await contractsIn(tx, today);
  for (const { placements, framework } of contracts)
    await addContractTerms(tx, {
      placements,
      framework,
      starts: day(`${addDays(today, -LONG_TOLD_DAYS).slice(0, 4)}-04-01`),
      said: {
        covers: COVERS[placements],
        notice:
          framework === SPOT ? '14 days, in writing, by either side' : '28 days, in writing, by either side',
        away: 'The whole fee for fourteen nights, then as agreed for each absence.',
        ...(framework === SPOT
          ? {}
          : { fees: 'Once a year in April, by the vote of the authorities that buy under it.' }),
      },
      at: addMinutes(now(), -LONG_TOLD_DAYS * 24 * 60),
      by: Number(officer.id),
      key: `demonstration ${placements} ${framework}`,
    });
  await appendAudit(tx, {
    at: now(),
    actor: 'command line',
    action: 'demonstration-contracts-given',
    detail: { contracts: contracts.length },
  });
};
