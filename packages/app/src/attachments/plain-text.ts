const [TAB, LINE, PAGE, RETURN, SPACE, DELETE] = [0x09, 0x0a, 0x0c, 0x0d, 0x20, 0x7f];

const IS_TEXT = Uint8Array.from({ length: 256 }, (_, byte) =>
  (byte >= SPACE && byte !== DELETE) || byte === TAB || byte === LINE || byte === PAGE || byte === RETURN
    ? 1
    : 0,
);

/** Text has no control characters but those that lay it out, in whichever alphabet it is written. */
export const isPlainText = (bytes: Uint8Array): boolean => {
  for (const byte of bytes) if (IS_TEXT[byte] === 0) return false;
  return true;
};
