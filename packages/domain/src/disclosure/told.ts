import { type Board, followsItsCounts } from './board.ts';
import type { Disclosed, ToDisclose } from './disclose.ts';
import type { Hidden } from './hide.ts';
import type { Printed } from './printed.ts';
import type { DisclosureProfile } from './profile.ts';
import type { PublishedRelease } from './published.ts';
import { stepsOfRatio } from './reader.ts';
import type { Release } from './release.ts';

interface Outcome {
  readonly profile: DisclosureProfile;
  readonly board: Board;
  readonly hidden: Hidden;
  readonly alreadyTold: readonly string[];
}

/** Puts what was decided into what is printed, what is registered and what is said of it. */
export const told = (
  { release, profile: profileId, publishedAt }: ToDisclose,
  { profile, board, hidden, alreadyTold }: Outcome,
): Disclosed => {
  const printed = new Map<string, Printed>();
  for (const [i, statement] of board.statements.entries()) {
    const isHidden = hidden.statements.has(i) && !(statement.printed.kind === 'few' && hidden.tellsFew);
    printed.set(statement.key, isHidden ? { kind: 'hidden' } : statement.printed);
  }
  for (const ratio of release.ratios) {
    const counts = [ratio.numerator, ratio.denominator].filter((key) => typeof key === 'string');
    if (followsItsCounts(ratio, release, profile) && counts.some((key) => isWithheld(printed.get(key))))
      printed.set(ratio.key, { kind: 'hidden' });
  }
  for (const { key, count, printed: asTold } of release.averages ?? [])
    printed.set(key, isWithheld(printed.get(count)) ? { kind: 'hidden' } : asTold);
  const small = board.statements.filter((one) => one.small);
  const further = board.statements.filter((one) => !one.small && isWithheld(printed.get(one.key)));
  const kept = further.filter(({ keep }) => keep);
  return {
    kind: 'disclosed',
    profile,
    printed,
    small: small.map(({ key }) => key),
    further: further.map(({ key }) => key),
    hiddenThoughKept: kept.map(({ key }) => key),
    alreadyTold,
    says: sentences({
      small: small.length,
      further: further.length,
      kept: kept.map(({ title }) => title),
      alreadyTold,
      upTo: profile.hidesUpTo,
    }),
    toRegister: register(release, { profileId, publishedAt, printed }),
  };
};

/** Within the care record nothing is hidden, rounded or registered. */
export const toldAsItIs = (release: Release, profile: DisclosureProfile): Disclosed => {
  const printed = new Map<string, Printed>(
    release.counts.flatMap(({ key, value, printed: isPrinted }) =>
      isPrinted ? [[key, { kind: 'exact', value }] as const] : [],
    ),
  );
  const values = new Map(release.counts.map(({ key, value }) => [key, value]));
  for (const ratio of release.ratios) {
    const steps = stepsOfRatio(ratio, (key) => values.get(key) ?? 0);
    printed.set(
      ratio.key,
      steps === undefined
        ? { kind: 'not-applicable' }
        : { kind: 'exact', value: steps / 10 ** ratio.decimals },
    );
  }
  const nothing = { small: [], further: [], hiddenThoughKept: [], alreadyTold: [], says: [] };
  return { kind: 'disclosed', profile, printed, ...nothing, toRegister: null };
};

const isWithheld = (printed: Printed | undefined): boolean =>
  printed?.kind === 'hidden' || printed?.kind === 'few';

const numberOf = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const sentences = ({
  small,
  further,
  kept,
  alreadyTold,
  upTo,
}: {
  readonly upTo: number | null;
  readonly small: number;
  readonly further: number;
  readonly kept: readonly string[];
  readonly alreadyTold: readonly string[];
}): readonly string[] => [
  small === 0
    ? 'Nothing in it is small enough to be hidden.'
    : `${numberOf(small, 'figure is', 'figures are')} hidden for telling of 1 to ${upTo} children.`,
  ...(further === 0
    ? []
    : [`${numberOf(further, 'more is', 'more are')} hidden so that those cannot be worked out.`]),
  ...(kept.length === 0 ? [] : [`There was no way to keep ${kept.join(', ')}.`]),
  ...(alreadyTold.length === 0
    ? []
    : [
        `${numberOf(alreadyTold.length, 'small count', 'small counts')} of earlier releases can be worked out from those alone.`,
      ]),
];

const register = (
  release: Release,
  {
    profileId,
    publishedAt,
    printed,
  }: {
    readonly profileId: string;
    readonly publishedAt: string;
    readonly printed: ReadonlyMap<string, Printed>;
  },
): PublishedRelease => ({
  format: 1,
  id: release.id,
  title: release.title,
  publishedAt,
  profile: profileId,
  area: release.area,
  ...(release.revises === undefined ? {} : { revises: release.revises }),
  counts: release.counts.map(({ key, title, value }) => ({
    key,
    title,
    value,
    printed: printed.get(key) ?? null,
  })),
  relations: release.relations,
  ratios: release.ratios.map((ratio) => ({
    ...ratio,
    printed: printed.get(ratio.key) ?? { kind: 'hidden' },
  })),
  ...(release.averages === undefined
    ? {}
    : {
        averages: release.averages.map((average) => ({
          ...average,
          printed: isWithheld(printed.get(average.key)) ? { kind: 'hidden' as const } : average.printed,
        })),
      }),
});
