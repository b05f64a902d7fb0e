import type { DelegationLine } from '@rightplace/app';
import { DELEGATION_REASONS, momentInWords, overFrom, roleInSentence } from '@rightplace/domain';

/** "20 November 2026 at 17:00 to 23 November 2026 at 08:00". */
export const hoursInWords = (line: DelegationLine): string =>
  overFrom(line) <= line.starts
    ? `It was to begin on ${momentInWords(line.starts)}, and never did`
    : `${momentInWords(line.starts)} to ${momentInWords(overFrom(line))}`;

/** "Leave or sickness. Recorded by Ada Osei on …", and who ended it when somebody did. */
export const whyInWords = (line: DelegationLine): string => {
  const { title } = DELEGATION_REASONS[line.reason];
  const recorded = `Recorded by ${line.recordedByName} on ${momentInWords(line.recordedAt)}`;
  const ended = line.endedByName === undefined ? '' : ` Ended by ${line.endedByName}.`;
  return `${title}. ${recorded}.${ended}`;
};

/** How somebody's own page says for whom they act: "You are acting for Ada Osei, director, until …". */
export const actingForInWords = (line: DelegationLine): string => {
  const whom = `${line.forName}, ${roleInSentence(line.role)},`;
  const until = momentInWords(overFrom(line));
  return line.phase === 'now'
    ? `You are acting for ${whom} until ${until}.`
    : `You will act for ${whom} from ${momentInWords(line.starts)} to ${until}.`;
};

/** The same to whoever is stood in for. */
export const actsForYouInWords = (line: DelegationLine): string => {
  const role = roleInSentence(line.role);
  const until = momentInWords(overFrom(line));
  return line.phase === 'now'
    ? `${line.standsInName} is acting for you as ${role} until ${until}.`
    : `${line.standsInName} will act for you as ${role} from ${momentInWords(line.starts)} to ${until}.`;
};
