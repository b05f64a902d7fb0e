import { dayInWords } from '@rightplace/domain';
import type { FigureLines, Line } from '../measure/figure-lines.ts';
import type { CommentaryVersion, MeasureCommentary } from './read-commentary.ts';

/** "Weekly panel (Dora Lind, by 1 December 2026; done on 20 November 2026)", or nothing. */
export const doingInWords = ({ doing, owner, due, doneOn }: CommentaryVersion): string => {
  if (doing === '') return '';
  const who = [owner, due === undefined ? '' : `by ${dayInWords(due)}`]
    .filter((each) => each !== '')
    .join(', ');
  const done = doneOn === undefined ? '' : `done on ${dayInWords(doneOn)}`;
  const more = [who, done].filter((each) => each !== '').join('; ');
  return more === '' ? doing : `${doing} (${more})`;
};

/** A measure’s file with what is said of its figures: the words as the note, what is being done as the part’s title. */
export const withCommentary = (
  lines: FigureLines,
  { shown }: Pick<MeasureCommentary, 'shown'>,
): FigureLines => {
  const [first] = lines.figures;
  if (first === undefined) return lines;
  const [measure, title, whose, , knownAt] = first;
  const said = shown.map(
    (each): Line => [
      measure,
      title,
      each.whose ?? whose,
      each.aboutDay ?? each.on,
      knownAt,
      'commentary',
      '',
      '',
      doingInWords(each),
      '',
      '',
      '',
      '',
      byInWords(each),
      each.said,
    ],
  );
  return { ...lines, figures: [...lines.figures, ...said] };
};

export const byInWords = ({ by, on }: Pick<CommentaryVersion, 'by' | 'on'>): string =>
  `${by ?? 'Came with the demonstration'}, ${dayInWords(on)}`;
