/** An element of the census with what is inside it. Names are compared without case or prefix. */
export interface Element {
  readonly name: string;
  readonly line: number;
  readonly texts: string[];
  readonly children: Element[];
}

export const element = (name: string, line: number): Element => ({
  name: name.slice(name.indexOf(':') + 1).toLowerCase(),
  line,
  texts: [],
  children: [],
});

export const allIn = (within: Element, name: string): readonly Element[] =>
  within.children.filter((each) => each.name === name.toLowerCase());

/** The text of the first element of that name; '' where there is none. */
export const textIn = (within: Element | undefined, ...names: readonly string[]): string => {
  for (const name of names) {
    const found = within === undefined ? undefined : allIn(within, name)[0];
    if (found !== undefined) return found.texts.join('').trim();
  }
  return '';
};
