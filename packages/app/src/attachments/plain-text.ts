const [TAB, LINE, PAGE, RETURN, SPACE, DELETE] = [0x09, 0x0a, 0x0c, 0x0d, 0x20, 0x7f];

/** Text has no control characters but those that lay it out, in whichever alphabet it is written. */
export const isPlainText = (bytes: Uint8Array): boolean =>
  bytes.every(
    (byte) =>
      (byte >= SPACE && byte !== DELETE) || byte === TAB || byte === LINE || byte === PAGE || byte === RETURN,
  );
