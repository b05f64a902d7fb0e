/** What is kept under a key, or else made and kept; beyond so many, what was asked for longest ago is let go. */
export const recall = <Key, Kept>(kept: Map<Key, Kept>, key: Key, most: number, make: () => Kept): Kept => {
  const found = kept.get(key) ?? make();
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
