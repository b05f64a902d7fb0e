import {
  ageOn,
  type ChildId,
  type ChildRecord,
  type Day,
  DEFAULT_PLACEMENT_COUNTING,
  plainPostcode,
  recordAsOf,
} from '@rightplace/domain';
import { type JourneyHome, journeyOf, type Situation, situationOn } from './journey.ts';
import type { LoadedChildren } from './load-children.ts';
import type { FindSetting } from './named-setting.ts';
import { childrenInScope, type ScopeQuestion } from './scope.ts';

/** A brother or sister whose record this person may open. */
export interface Sibling {
  readonly id: ChildId;
  readonly givenName: string | undefined;
  readonly familyName: string | undefined;
  readonly age: number | undefined;
  readonly expectedOn: Day | undefined;
  readonly situation: Situation;
  /** Lives in the same home as the child now. */
  readonly together: boolean;
}

export interface Siblings {
  readonly open: readonly Sibling[];
  /** How many more there are, whose records are not this person's to open. */
  readonly others: number;
}

const NONE: Siblings = { open: [], others: 0 };

const homeOf = (situation: Situation): JourneyHome | undefined =>
  situation.kind === 'in-care' ? situation.home : undefined;

/** The same postcode, and the same registration where both have one: as near as the return can tell one home. */
const isSameHome = (a: JourneyHome | undefined, b: JourneyHome | undefined): boolean =>
  typeof a?.postcode === 'string' &&
  typeof b?.postcode === 'string' &&
  plainPostcode(a.postcode) === plainPostcode(b.postcode) &&
  (a.urn === b.urn || a.urn === null || b.urn === null);

export const siblingsOf = (
  child: ChildRecord,
  { held, present }: LoadedChildren,
  {
    question,
    asOf,
    findSetting,
  }: { readonly question: ScopeQuestion; readonly asOf: Day; readonly findSetting: FindSetting },
): Siblings => {
  const group = child.details.siblingGroup;
  if (group === undefined) return NONE;
  const ids = held.ledger.children.flatMap(({ id, details }) =>
    id !== child.id && details.siblingGroup === group ? [id] : [],
  );
  const scope = childrenInScope(
    ids.flatMap((id) => present.childById.get(id) ?? []),
    question,
  );
  const situationOf = (sibling: ChildRecord): Situation =>
    situationOn(
      journeyOf(recordAsOf(sibling, asOf), {
        context: held.context,
        findSetting,
        counting: DEFAULT_PLACEMENT_COUNTING,
      }),
      asOf,
    );
  const home = homeOf(situationOf(child));
  const open = scope.open.flatMap(({ id }): readonly Sibling[] => {
    const sibling = held.childById.get(id);
    if (sibling === undefined) return [];
    const { givenName, familyName, dateOfBirth, expectedOn } = sibling.details;
    const situation = situationOf(sibling);
    return [
      {
        id,
        givenName,
        familyName,
        expectedOn,
        age: dateOfBirth === undefined ? undefined : ageOn(dateOfBirth, asOf),
        situation,
        together: isSameHome(home, homeOf(situation)),
      },
    ];
  });
  return {
    open: open.toSorted((a, b) => (b.age ?? -1) - (a.age ?? -1)),
    others: ids.length - open.length,
  };
};
