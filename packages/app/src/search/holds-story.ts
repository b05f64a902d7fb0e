import { dayInWords, type Moment, type PlaceHold, parseDay, type Said } from '@rightplace/domain';
import { type HoldTold, listHoldsTold, type Tx } from '@rightplace/store';
import { lastDayOf } from '../register/held-by.ts';

/** Something about a held place, as the chronology of its search tells it. */
interface ToldOfHold {
  readonly at: Moment;
  readonly sentence: string;
  readonly said: readonly Said[];
}

interface HeldAt {
  readonly hold: PlaceHold;
  readonly home: string;
}

const untilInWords = (until: Moment): string => `until the end of ${dayInWords(lastDayOf({ until }))}`;

const toldOf = ({ action, until, on }: HoldTold, home: string): string => {
  const longer = until === null ? '' : `, ${untilInWords(until)}`;
  if (action === 'place-held') return `held a place in ${home}${longer}`;
  if (action === 'hold-lengthened') return `held the place in ${home} for longer${longer}`;
  if (action === 'hold-released') return `gave up the place that was held in ${home}`;
  const first = parseDay(on ?? '');
  return `filled the place that was held in ${home}${first === undefined ? '' : `: the child moved in on ${dayInWords(first)}`}`;
};

/** Of holds that nobody ended: when they ran out. */
const ranOut = (held: readonly HeldAt[], now: Moment): readonly ToldOfHold[] =>
  held.flatMap(({ hold, home }) =>
    hold.ended !== null || now < hold.until
      ? []
      : [{ at: hold.until, sentence: `The place that was held in ${home} was held no longer`, said: [] }],
  );

/** What became of the places that are or were held for a search, newest first: held, lengthened, given up, run out or filled. */
export const storyOfHolds = async (
  tx: Tx,
  {
    caseId,
    held,
    now,
    nameOf,
  }: {
    readonly caseId: number;
    readonly held: readonly HeldAt[];
    readonly now: Moment;
    readonly nameOf: (person: string) => string;
  },
): Promise<readonly ToldOfHold[]> => {
  const homes = new Map(held.map(({ hold, home }) => [hold.settingId, home]));
  const told = await listHoldsTold(tx, { caseId, settings: [...homes.keys()] });
  const lines = told.map(
    (one): ToldOfHold => ({
      at: one.at,
      sentence: `${nameOf(one.actor)} ${toldOf(one, homes.get(one.settingId) ?? 'a home')}`,
      said: one.why === null ? [] : [{ label: 'Why', isBrief: true, paragraphs: [one.why] }],
    }),
  );
  return [...lines, ...ranOut(held, now)].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
};
