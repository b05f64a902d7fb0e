import { type CollectionYear, collectionYearLabel } from '@rightplace/domain';
import type { Slot } from '../work/given.ts';

/** A file as it was chosen, with the year its folder names, when it does. */
export interface ChosenFile<F> {
  readonly name: string;
  readonly year: CollectionYear | undefined;
  readonly file: F;
}

export interface Slotted<F> {
  readonly files: readonly { readonly name: string; readonly slot: Slot; readonly file: F }[];
  /** What was left out, and why. */
  readonly note: string;
}

/**
 * Which return each file is of. A folder of several years, each in a folder named by it, is this year's return and last year's
 * at once, wherever it was given; anything else is of the return it was given as.
 */
export const sortIntoSlots = <F>(chosen: readonly ChosenFile<F>[], givenAs: Slot): Slotted<F> => {
  const years = [...new Set(chosen.flatMap(({ year }) => year ?? []))].toSorted((a, b) => b - a);
  const [newest, ...older] = years;
  if (newest === undefined || older.length === 0)
    return { files: chosen.map(({ name, file }) => ({ name, slot: givenAs, file })), note: '' };
  const slotOf = (year: CollectionYear | undefined): Slot | undefined => {
    if (year === newest) return 'this-year';
    if (year === newest - 1) return 'last-year';
    return year === undefined ? givenAs : undefined;
  };
  const left = older.filter((year) => year < newest - 1).map(collectionYearLabel);
  return {
    files: chosen.flatMap(({ name, year, file }) => {
      const slot = slotOf(year);
      return slot === undefined ? [] : [{ name, slot, file }];
    }),
    note:
      left.length === 0
        ? ''
        : `The folder holds several years: ${collectionYearLabel(newest)} was taken as this year’s, and ${left.join(', ')} left out.`,
  };
};
