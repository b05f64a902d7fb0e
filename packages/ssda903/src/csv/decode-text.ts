/** The one thing needed of what Node and browsers both have; declared here because this package knows neither. */
declare const TextDecoder: new (
  encoding: string,
  options?: { fatal?: boolean },
) => { decode(bytes?: Uint8Array, options?: { stream?: boolean }): string };

export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'windows-1252';
}

const isAscii = (bytes: Uint8Array): boolean => {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] ?? 0) >= 0x80) return false;
  return true;
};

/** Reads UTF-8. What is not UTF-8 is nearly always Windows-1252 (Excel's plain "CSV"), so it is read as that. */
export const decodeText = (bytes: Uint8Array): Decoded => {
  if (bytes.length < 1024 && isAscii(bytes)) {
    return { text: String.fromCharCode.apply(null, bytes as unknown as number[]), encoding: 'utf-8' };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
};

/** Reads text that comes in pieces; throws at bytes that are not of the encoding. */
export const textDecoderFor = (encoding: string): ((bytes?: Uint8Array) => string) => {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (bytes) => (bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true }));
};

/** Reads UTF-8 that comes in pieces, with a mark in place of what is none: for published tables, where one name may be spoilt. */
export const forgivingDecoder = (): ((piece: Uint8Array) => string) => {
  const decoder = new TextDecoder('utf-8');
  return (piece) => decoder.decode(piece, { stream: true });
};
