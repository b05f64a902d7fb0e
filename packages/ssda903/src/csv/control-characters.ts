const DELETE = 0x7f;

/** Characters below a space, other than tab and line ends: no text of a return holds them, and XML cannot. */
const isControl = (code: number): boolean =>
  (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || code === DELETE || code >= 0xfffe;

export const countControls = (text: string): number => {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (isControl(text.charCodeAt(i))) count++;
  return count;
};

export const withoutControls = (text: string): string =>
  countControls(text) === 0
    ? text
    : Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
        .filter((code) => !isControl(code))
        .map((code) => String.fromCharCode(code))
        .join('');
