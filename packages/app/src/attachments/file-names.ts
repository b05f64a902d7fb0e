const LONGEST_NAME = 120;
const LONGEST_ENDING = 12;

/**
 * A document's name as it is kept and shown: without the folders some browsers send, what cannot be seen, what turns the
 * direction of writing round, and signs that mean something to a file system. One that is too long keeps its ending.
 */
export const tidyFileName = (given: string): string => {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[":*?<>|]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '');
  const signs = Array.from(plain);
  if (signs.length <= LONGEST_NAME) return plain === '' ? 'document' : plain;
  const ending = /\.[^.]*$/.exec(plain)?.[0] ?? '';
  const kept = ending.length <= LONGEST_ENDING ? ending : '';
  return `${signs
    .slice(0, LONGEST_NAME - kept.length - 1)
    .join('')
    .trim()}…${kept}`;
};
