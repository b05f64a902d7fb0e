/** Characters that a document cannot hold at all. A tab and a new line can. */
const unwritable = /(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu;

export const writable = (text: string): string =>
  text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(unwritable, ' ');

/** The lines of a text, as whoever typed it broke them. */
export const linesOf = (text: string): readonly string[] => writable(text).split('\n');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

export const xmlText = (text: string): string =>
  writable(text).replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
