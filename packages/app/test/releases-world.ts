import type { ChildRecord } from '@rightplace/domain';
import { aChild, aChildrenWorld, anEpisode, type ChildrenWorld } from './children-world.ts';

const NEEDS = ['N1', 'N8', 'N5', 'N4'] as const;
const STATUSES = ['C2', 'V2', 'V2', 'E1'] as const;
const REASONS = ['E4A', 'E11', 'E6', 'E45'] as const;

/** How many started each year by need: some are few, and no two of the large ones are alike. */
const STARTED: Readonly<Record<number, readonly number[]>> = {
  2021: [31, 17, 9, 2],
  2022: [37, 19, 11, 3],
  2023: [41, 23, 8, 1],
  2024: [43, 29, 7, 4],
  2025: [47, 26, 12, 2],
};

/** Children who come and go for six years, so that there are small counts and large ones in each. */
export const comingAndGoing = (): readonly ChildRecord[] =>
  Object.entries(STARTED).flatMap(([year, counts]) =>
    counts.flatMap((count, need) =>
      Array.from({ length: count }, (_, i) => {
        const stays = i % 3;
        return aChild(`RL${year}-${need}-${i}`, {
          details: { sex: i % 2 === 0 ? 'F' : 'M' },
          episodes: [
            anEpisode({
              decom: `${year}-0${5 + (i % 4)}-01`,
              cin: NEEDS[need] ?? 'N1',
              ls: STATUSES[(i + need) % 4] ?? 'C2',
              ...(stays === 0
                ? {}
                : {
                    dec: `${Number(year) + stays}-02-0${1 + (i % 9)}`,
                    rec: REASONS[(i + need) % 4] ?? 'E4A',
                  }),
            }),
          ],
        });
      }),
    ),
  );

/** Northmarsh with enough children for a release. */
export const aReleasesWorld = async (): Promise<ChildrenWorld> => {
  const world = await aChildrenWorld();
  await world.saveChildren(comingAndGoing(), '2026-11-20T09:00:00Z');
  return world;
};
