import { type Day, dayInWords, type PlannedMove, type Room } from '@rightplace/domain';

/** Where a home has no place for a child on a day: what is in the way of it. */
export interface NoPlace {
  readonly room: Room;
  /** Moves that other searches plan into the home. */
  readonly planned: readonly PlannedMove[];
  /** The first later day on which by what is known a place is free; undefined where there is none. */
  readonly freeOn: Day | undefined;
}

/** The planned moves that are in the way: by that day, or of a search for which a place is held until its child comes. */
export const movesInTheWay = ({ room, planned }: Pick<NoPlace, 'room' | 'planned'>): readonly PlannedMove[] =>
  planned.filter(({ on, caseId }) => on <= room.on || room.held.some((hold) => hold.caseId === caseId));

/** With whom it is agreed on: a search that plans a move, or those that hold a place and plan none yet. */
const whoHasThePlace = ({ room, planned }: NoPlace): string => {
  const moves = movesInTheWay({ room, planned });
  if (moves.length === 0) return 'whoever holds the place';
  const searches = new Set([...moves, ...room.held].map(({ caseId }) => caseId));
  return searches.size === 1 ? 'the officer of the other search' : 'the officers of the other searches';
};

/** What may be put right in the record or the register first: where the places are known, who has them. */
const recordedFirst = ({ places, children, blocked }: Room): readonly string[] => {
  if (places === undefined) return ['record first how many places it has'];
  return [
    ...(children === 0 ? [] : ['record first who leaves']),
    ...(blocked === 0 ? [] : ['end the block first']),
  ];
};

const inOneSentence = (ways: readonly string[]): string => {
  const all = [ways.slice(0, -1).join(', '), ways.at(-1) ?? ''].filter((words) => words !== '').join(', or ');
  return `${all.charAt(0).toUpperCase()}${all.slice(1)}`;
};

/**
 * What an officer can do where a home has no place, and nothing that would not help: a place that is promised to another search is not
 * had for a reason, a move that is planned has no last day, and a later day is named only where a place is free then.
 */
export const whatToDo = (none: NoPlace): string => {
  const { room, freeOn } = none;
  const agreed = room.isPromised
    ? `agree on it with ${whoHasThePlace(none)}`
    : 'say which place the child has';
  const first = room.isPromised && !room.isBeyondRecord ? [] : recordedFirst(room);
  const later = freeOn === undefined ? [] : [`choose ${dayInWords(freeOn)}, when a place is free`];
  const elsewhere = room.isPromised && freeOn === undefined ? ['look for another home'] : [];
  return inOneSentence([agreed, ...first, ...later, ...elsewhere]);
};
