/** 1 January 1980, the first day a zip can say: in the file's own order, the time and then the day. */
const FIRST_DAY = (1 << 5) | 1;
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;

/**
 * The same zip, with the time at which each part was packed taken out, so that the same document is the same bytes
 * whenever it is written. The times stand at fixed places: in the list at the end, and before each part.
 */
export const withFixedTimes = (zip: Uint8Array): Uint8Array => {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  const end = bytes.length - END_LENGTH;
  if (end < 0 || view.getUint32(end, true) !== END) throw new Error('This is no zip without a comment');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(at, true) !== CENTRAL || view.getUint32(local, true) !== LOCAL)
      throw new Error('The list of this zip does not lead to its parts');
    for (const time of [at + 12, local + 10]) {
      view.setUint16(time, 0, true);
      view.setUint16(time + 2, FIRST_DAY, true);
    }
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
};
