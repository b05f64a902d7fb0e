import { ageOn, type ChildRecord, type Day } from '@rightplace/domain';
import { dutiesTold } from './duties-told.ts';
import { support, type When } from './told-request.ts';

const NEEDS = ['N1', 'N4', 'N5'];

/** Someone who came into care by agreement within these days, has not left, and is old enough to have said something. */
export const whoCameIntoCare = (
  children: readonly ChildRecord[],
  { from, to }: { readonly from: Day; readonly to: Day },
): ChildRecord | undefined =>
  children
    .filter(({ details, periodsOfCare, legalStatuses, needs, restricted }) => {
      const [period] = periodsOfCare;
      const { givenName, dateOfBirth, sex } = details;
      return (
        restricted !== true &&
        periodsOfCare.length === 1 &&
        period !== undefined &&
        period.ends === null &&
        period.starts >= from &&
        period.starts <= to &&
        legalStatuses[0]?.status === 'V2' &&
        NEEDS.includes(needs[0]?.need ?? '') &&
        givenName !== undefined &&
        sex !== undefined &&
        dateOfBirth !== undefined &&
        ageOn(dateOfBirth, period.starts) >= 5
      );
    })
    // The last to come; of several on one day, the first by number.
    .toSorted((a, b) => {
      const [ofA, ofB] = [a.periodsOfCare[0]?.starts ?? '', b.periodsOfCare[0]?.starts ?? ''];
      return ofA === ofB ? a.id.localeCompare(b.id) : ofB.localeCompare(ofA);
    })[0];

/** What was written of a child whom the record already has: nothing that a record could say otherwise. */
export const answersOfOneWhoCame =
  ({ details, periodsOfCare }: ChildRecord, ago: number) =>
  ({ day, words }: When) => {
    const name = details.givenName ?? 'The child';
    const [they, their] = details.sex === 'F' ? (['she', 'her'] as const) : (['he', 'his'] as const);
    return {
      'at-their-best': `${name} is curious and kind, remembers what people tell ${details.sex === 'F' ? 'her' : 'him'}, and is at ${their} best out of doors with somebody to talk to. The teacher says that ${they} always asks one question more than the others.`,
      'child-view': `“I want to know when I’ll see Mum, and who is going to take me to school.” ${name} asked for both to be written down.`,
      'parents-view': `${name}’s mother asked for help and agrees. She wants to be told of everything and to put ${name} to bed on the first evening.`,
      network:
        'Grandparents, an aunt and two friends were asked. Each will help, and none can be there every night.',
      assessed: day(ago + 2),
      analysis: `There is nobody at home who can care for ${name} safely for now. ${name}’s mother knows it. What was tried held for some weeks at a time and then did not.`,
      risk: `${name} would be left without an adult who can look after ${details.sex === 'F' ? 'her' : 'him'}, and has begun to worry about it at school.`,
      chronology: `Referred on ${words(ago + 30)}.\nAssessment finished on ${words(ago + 2)}.\nFamily meeting on ${words(ago + 1)}.`,
      alternatives: ['early-help', 'section-17', 'family-group-decision'],
      'alternatives-came-to':
        'Each helped by day. The family meeting agreed what everybody can do beside the foster carers.',
      'legal-basis': 'V2',
      consent: `${name}’s mother, in writing on ${words(ago)}. She was told what it means and that she can end it.`,
      'needed-from': periodsOfCare[0]?.starts ?? day(ago),
      ...dutiesTold(),
    };
  };

export const SUPPORT_OF_ONE_WHO_CAME = (discussed: number) =>
  support(
    discussed,
    'Asked for by the family, and in time to do it well. I support it.',
    'The move is planned, with both families there.',
    'Time with family from the first week, in writing.',
  );
