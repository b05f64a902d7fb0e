/** Something of which it is known how far it was written: the same for as long as it was not added to, and never the same again after. */
export interface Versioned {
  readonly id: number;
  readonly version: string;
}

export interface KeptAt<T> {
  readonly version: string;
  readonly is: T;
}

/**
 * What is to be read of many things: of each, what is kept under just its version, else what is read of it now; those that are there no
 * more are left out. Beyond so many, what was asked for longest ago is let go.
 */
export const readByVersion = async <T>(
  kept: Map<string, KeptAt<T>>,
  versions: readonly Versioned[],
  {
    keyOf,
    most,
    read,
  }: {
    readonly keyOf: (id: number) => string;
    readonly most: number;
    readonly read: (ids: readonly number[]) => Promise<ReadonlyMap<number, T>>;
  },
): Promise<ReadonlyMap<number, T>> => {
  // Held while the others are read: whoever reads as of a moment before may meanwhile keep what was there then in its place.
  const asBefore = new Map<number, T>();
  for (const { id, version } of versions) {
    const before = kept.get(keyOf(id));
    if (before?.version === version) asBefore.set(id, before.is);
  }
  const changed = versions.flatMap(({ id }) => (asBefore.has(id) ? [] : [id]));
  const found = new Map([...asBefore, ...(changed.length === 0 ? [] : await read(changed))]);
  for (const { id, version } of versions) {
    if (!found.has(id)) continue;
    kept.delete(keyOf(id));
    // What is there was read as it is asked for.
    kept.set(keyOf(id), { version, is: found.get(id) as T });
  }
  for (const oldest of kept.keys()) {
    if (kept.size <= most) break;
    kept.delete(oldest);
  }
  return found;
};
