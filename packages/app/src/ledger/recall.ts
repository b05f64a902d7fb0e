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
