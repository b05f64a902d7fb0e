import { type Place, type ReadText, readText } from './text.ts';

/** Whatever is written and not seen: joiners, soft hyphens, marks of direction, what only fills. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]|(?![\t\n\r])\p{Cc}/gu;
const WIDE = /[\uff01-\uff5e]/gu;
const FROM_WIDE_TO_PLAIN = 0xfee0;

/** A text as it is read, and where in what was written a place of it stands. */
export interface SeenText {
  readonly text: ReadText;
  readonly writtenAt: (place: Place) => Place;
}

const withoutUnseen = (written: string): SeenText => {
  const at: number[] = [];
  let seen = '';
  let from = 0;
  for (const { index, 0: unseen } of [...written.matchAll(UNSEEN), { index: written.length, 0: '' }]) {
    for (let each = from; each < index; each += 1) at.push(each);
    seen += written.slice(from, index);
    from = index + unseen.length;
  }
  return {
    text: readText(seen),
    writtenAt: ({ from: start, to }) => ({
      from: at[start] ?? written.length,
      to: (at[to - 1] ?? written.length - 1) + 1,
    }),
  };
};

/** As a text is read: where something in it is not seen, once as though it were not there and once as though it were a space. */
export const seenIn = (raw: string): readonly SeenText[] => {
  const written = raw.replaceAll(WIDE, (wide) =>
    String.fromCodePoint((wide.codePointAt(0) ?? 0) - FROM_WIDE_TO_PLAIN),
  );
  if (written.search(UNSEEN) === -1) return [{ text: readText(written), writtenAt: (place) => place }];
  const spaced = written.replaceAll(UNSEEN, (unseen) => ' '.repeat(unseen.length));
  return [withoutUnseen(written), { text: readText(spaced), writtenAt: (place) => place }];
};
