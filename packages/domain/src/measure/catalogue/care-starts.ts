import type { Day } from '../../calendar/day.ts';
import { isShortBreaks } from '../../child/legal-status.ts';
import type { ChildId } from '../../child/record.ts';
import type { PreparedLedger } from '../authority-on-day.ts';
import { onceFor } from '../once-for.ts';

/** Days on which each child came into care, short breaks aside. */
export const careStartsOf = onceFor(
  ({ starts }: PreparedLedger): ReadonlyMap<ChildId, readonly Day[]> =>
    new Map(
      [
        ...Map.groupBy(
          starts.filter(({ episode }) => !isShortBreaks(episode.ls)),
          ({ id }) => id,
        ),
      ].map(([id, events]) => [id, events.map(({ on }) => on)]),
    ),
);
