import type { Slot } from '../work/given.ts';

interface Named {
  readonly name: string;
  readonly slot: Slot;
}

interface Added extends Named {
  /** The zip that it came in. */
  readonly zip?: string | undefined;
}

const own = (name: string): string => name.slice(name.lastIndexOf('/') + 1).toLowerCase();
const ownIn = ({ slot, name }: Named): string => `${slot} ${own(name)}`;
const hasFolder = ({ name }: Named): boolean => name.includes('/');

const countBy = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
};

/**
 * Which of the files given before give way to those given now: the same file again, corrected, takes the place of what was
 * given under its name. One taken out of a folder or a zip to be corrected has lost its folder's name, and is the same
 * still, unless there are two that it could be: files of one name in two folders are two parts of a return.
 */
export const givesWay = <F extends Named>(
  given: readonly F[],
  added: readonly Added[],
): ((file: F) => boolean) => {
  const sameName = new Set(
    added.flatMap(({ slot, name, zip = name }) => [`${slot} ${name}`, `${slot} ${zip}`]),
  );
  const [before, now] = [countBy(given, ownIn), countBy(added, ownIn)];
  const apart = new Map(added.map((file) => [ownIn(file), hasFolder(file)]));
  return (file) => {
    const key = ownIn(file);
    if (sameName.has(`${file.slot} ${file.name}`)) return true;
    return before.get(key) === 1 && now.get(key) === 1 && apart.get(key) !== hasFolder(file);
  };
};
