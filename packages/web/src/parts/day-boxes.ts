import { parseDay } from '@rightplace/domain';

/** No box of one line holds a line break, so whatever was typed in the three is told apart again. */
const BETWEEN_BOXES = '\n';

/** A day as it is kept; what is none stays as it was typed, box by box, and no reader takes it for one. */
export const dayInBoxes = (form: URLSearchParams, id: string): string => {
  const boxes = ['day', 'month', 'year'].map((part) => (form.get(`${id}-${part}`) ?? '').trim());
  if (boxes.every((typed) => typed === '')) return '';
  const [dayOfMonth = '', month = '', year = ''] = boxes;
  const day = parseDay(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`);
  return day ?? boxes.join(BETWEEN_BOXES);
};

/** What stands in the boxes for day, month and year: of a day that is kept its numbers, of what is none as it was typed. */
export const dayBoxes = (given: string): readonly string[] =>
  given.includes(BETWEEN_BOXES)
    ? given.split(BETWEEN_BOXES)
    : given
        .split('-')
        .toReversed()
        .map((part) => part.replace(/^0(?=\d)/, ''));
