import type { JourneyEvent } from '@rightplace/app';
import { daysBetween, daysInWords } from '@rightplace/domain';

const REVIEW_PARTS: Readonly<Record<string, string>> = {
  PN0: 'the child was under four',
  PN1: 'the child came and spoke',
  PN2: 'an advocate spoke for the child',
  PN3: 'the child came and spoke without words',
  PN4: 'the child came and gave no views',
  PN5: 'an advocate gave the child’s views',
  PN6: 'the child sent views',
  PN7: 'the child sent no views',
};

/** What more there is to say, for the table. */
export const moreOfEvent = ({ kind, fields }: JourneyEvent): string =>
  kind === 'review' ? (REVIEW_PARTS[fields['REVIEW_CODE'] ?? ''] ?? '') : '';

const lasting = ({ starts, ends }: JourneyEvent): string =>
  ends === null ? ', not yet over' : ends === starts ? '' : `, ${daysInWords(daysBetween(starts, ends))}`;

/** What happened, short: it stands beside a mark in the picture and in a row of the table. */
export const meaningOfEvent = (event: JourneyEvent): string => {
  const { kind, fields, ends } = event;
  switch (kind) {
    case 'review':
      return 'Review';
    case 'missing':
      return `${fields['MISSING'] === 'A' ? 'Away without leave' : 'Missing'}${lasting(event)}`;
    case 'placed-for-adoption':
      return ends === null ? 'Adoption became the plan' : 'Adoption became the plan, and later was not';
    case 'deprivation-of-liberty':
      return `Deprivation of liberty${lasting(event)}`;
    default:
      return kind;
  }
};
