/** Parts of the page are made as elements, never as text that is read as markup: what stands in a file stays text. */
type Child = Node | string | number | false | null | undefined;
export type Children = Child | readonly Children[];

type Listeners = { readonly [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };

/** Attributes by their names; false and undefined leave one out. `on` holds listeners. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined | Listeners>>;

const SVG = 'http://www.w3.org/2000/svg';

const addChildren = (to: Element, children: readonly Children[]): void => {
  for (const child of children) {
    if (child === false || child === null || child === undefined) continue;
    if (isList(child)) addChildren(to, child);
    else to.append(child instanceof Node ? child : String(child));
  }
};

const isList = (child: Children): child is readonly Children[] => Array.isArray(child);

const setAttributes = (to: Element, attributes: Attributes): void => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'object') {
      for (const [event, listener] of Object.entries(value))
        to.addEventListener(event, listener as EventListener);
    } else to.setAttribute(name, value === true ? '' : String(value));
  }
};

export const el = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Children[]
): HTMLElementTagNameMap[K] => {
  const made = document.createElement(name);
  setAttributes(made, attributes);
  addChildren(made, children);
  return made;
};

export const svg = (name: string, attributes: Attributes, ...children: readonly Children[]): SVGElement => {
  const made = document.createElementNS(SVG, name);
  setAttributes(made, attributes);
  addChildren(made, children);
  return made;
};

export const fill = (element: Element, ...children: readonly Children[]): void => {
  element.replaceChildren();
  addChildren(element, children);
};

/** An element that the page was written with. */
export const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no part ${id}`);
  return found;
};

/** A button that looks like a button, or like a link. */
export const pressable = (
  look: 'button' | 'second' | 'link',
  words: Children,
  act: () => void,
  attributes: Attributes = {},
): HTMLButtonElement =>
  el('button', { type: 'button', class: look, on: { click: act }, ...attributes }, words);

/** Words for those who do not see the page. */
export const unseen = (words: string): HTMLElement => el('span', { class: 'unseen' }, words);

/** Something wide, which scrolls within itself: by keys too, but only where there is something to scroll. */
export const scrolling = (label: string, content: Element): HTMLElement => {
  const box = el('div', { class: 'scroll' }, content);
  const settle = (): void => {
    const scrolls = box.scrollWidth > box.clientWidth;
    for (const [name, value] of [
      ['tabindex', '0'],
      ['role', 'region'],
      ['aria-label', label],
    ] as const)
      if (scrolls) box.setAttribute(name, value);
      else box.removeAttribute(name);
  };
  new ResizeObserver(settle).observe(box);
  return box;
};
