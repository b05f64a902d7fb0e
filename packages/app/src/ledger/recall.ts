/**
 * What is kept under a key, or else made and kept; beyond so many, what was asked for longest ago is let go. Who was asked for when is
 * kept once there are as many: while nothing is to be let go a map that is only read stays as it is, and costs nothing to clear up.
 */
export const recall = <Key, Kept>(kept: Map<Key, Kept>, key: Key, most: number, make: () => Kept): Kept => {
  const before = kept.get(key);
  if (before !== undefined && kept.size < most) return before;
  const found = before ?? make();
  kept.delete(key);
  kept.set(key, found);
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  return found;
};

/** What is kept beside something for as long as that is, or else made and kept. */
export const beside = <Owner extends object, Kept>(
  kept: WeakMap<Owner, Kept>,
  owner: Owner,
  make: () => Kept,
): Kept => {
  const found = kept.get(owner) ?? make();
  kept.set(owner, found);
  return found;
};

/** What was made for somebody, and all that it was made of, by name. */
export interface Made<T> {
  readonly of: Readonly<Record<string, unknown>>;
  readonly is: T;
}

/**
 * What was made for somebody last, while everything that it is made of is the very same, or else made and kept. All of it must be
 * named in `of`: what is not is not noticed when it changes. `holds` says of what ends by itself, as with an hour, whether it still is.
 */
export const recallMade = async <T>(
  kept: Map<string, Made<T>>,
  key: string,
  {
    of,
    most,
    holds = () => true,
  }: Pick<Made<T>, 'of'> & { readonly most: number; readonly holds?: (is: T) => boolean },
  make: () => T | Promise<T>,
): Promise<T> => {
  const before = kept.get(key);
  const isSame = Object.entries(of).every(([name, one]) => before?.of[name] === one);
  if (before !== undefined && isSame && holds(before.is)) return before.is;
  const is = await make();
  kept.delete(key);
  recall(kept, key, most, () => ({ of, is }));
  return is;
};
