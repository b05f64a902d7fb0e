/** Works something out of each key once: of a ledger, of an authority on a day, of a child. */
export const onceFor = <Key extends object, Made>(make: (key: Key) => Made): ((key: Key) => Made) => {
  const made = new WeakMap<Key, { readonly of: Made }>();
  return (key) => {
    const found = made.get(key);
    if (found !== undefined) return found.of;
    const of = make(key);
    made.set(key, { of });
    return of;
  };
};
