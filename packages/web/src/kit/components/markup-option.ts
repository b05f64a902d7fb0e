const SLOTS: ReadonlySet<string> = new Set(['start', 'end', 'navigationStart', 'navigationEnd']);

/**
 * Whether the macros write this option without escaping it. By their convention that is `html` and names ending in
 * `Html`, and besides, the slots of the service navigation. A test puts markup in every option to see that no other is.
 */
export const isMarkupOption = (name: string, parent: string): boolean =>
  name === 'html' || name.endsWith('Html') || (parent === 'slots' && SLOTS.has(name));
