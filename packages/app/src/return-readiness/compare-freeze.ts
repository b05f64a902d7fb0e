import { londonDayOf, mayAttempt, refused } from '@rightplace/domain';
import { asTenantReading, findFreeze, listFreezes } from '@rightplace/store';
import { loadAccessFacts } from '../child/load-children.ts';
import { compareTables } from './compare-tables.ts';
import { freezeLine } from './freeze-line.ts';
import { tablesOfFreeze } from './frozen-tables.ts';
import type { CompareFreeze } from './use-cases.ts';

/** What came to be otherwise from one frozen return of a year to another: unless one is named, the one before. */
export const compareFreeze: CompareFreeze = (world, signedIn, { id, with: other }) => {
  const tenant = { authorityId: signedIn.authority.id, personId: signedIn.person.id };
  return asTenantReading(world.db, tenant, async (tx) => {
    const on = londonDayOf(world.now());
    const permission = mayAttempt({ actor: signedIn.actor, action: 'freeze-return', on });
    if (permission.kind === 'refused') return permission;
    const asked = await findFreeze(tx, id);
    if (asked === undefined) return NO_SUCH_FREEZE;
    const { collectionYear } = asked;
    const others = [
      ...(await listFreezes(tx, collectionYear)),
      ...(await listFreezes(tx, collectionYear, 'rehearsal')),
    ]
      .filter((each) => each.id !== id)
      .toSorted((a, b) => b.id - a.id);
    const compared =
      other === undefined
        ? (others.find((each) => each.id < id) ?? others.at(-1))
        : others.find((each) => each.id === other);
    if (compared === undefined) return NO_SUCH_FREEZE;
    const [before, after] = asked.id < compared.id ? [asked, compared] : [compared, asked];
    const { staff } = await loadAccessFacts(tx);
    const tablesOf = async (freeze: number) => (await tablesOfFreeze(tx, freeze))?.tables ?? [];
    const isIn = (children: readonly string[]): ((child: string) => boolean) => {
      const all = new Set(children);
      return (child) => all.has(child);
    };
    const [wasIn, nowIn] = [isIn(before.children), isIn(after.children)];
    return {
      kind: 'comparison',
      collectionYear,
      before: freezeLine(before, staff),
      after: freezeLine(after, staff),
      joined: after.children.filter((child) => !wasIn(child)).length,
      left: before.children.filter((child) => !nowIn(child)).length,
      tables: compareTables(await tablesOf(before.id), await tablesOf(after.id), collectionYear),
      others: others.filter((each) => each.id !== compared.id).map((each) => freezeLine(each, staff)),
    };
  });
};

const NO_SUCH_FREEZE = refused('no-such-freeze', 'There is no such frozen return to compare.');
