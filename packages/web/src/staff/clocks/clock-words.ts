import {
  type ChildClock,
  CLOCK_CERTAINTIES,
  CLOCK_ENTRIES,
  type ClockEntry,
  type ClockEntryKind,
  type Day,
  dayInShort,
  dayInWords,
  daysInWords,
  isInHours,
  londonTimeOf,
  startInWords,
} from '@rightplace/domain';
import { dueInWords, type Html, html, status } from '../../kit/index.ts';
import { staffPaths } from '../paths.ts';

/** "9 Nov 2026", and the time where hours are counted. */
export const dueText = ({ due }: ChildClock): string =>
  due === undefined
    ? 'No day said yet'
    : due.at === undefined
      ? dayInShort(due.on)
      : `${dayInShort(due.on)} at ${londonTimeOf(due.at)}`;

/** "Overdue", with how long, and so on: the words say it, the colour repeats them. */
export const stateOf = (clock: ChildClock, today: Day): Html => {
  const { due, alert, daysLate, allowed, done, stopped } = clock;
  const late = daysLate > 0 ? `${daysInWords(daysLate)} late` : '';
  switch (clock.status) {
    case 'done-in-time':
      return html`${status('Done in time', 'green')} ${done && dayInShort(done.on)}`;
    case 'done-late':
      return html`${status('Done late', 'yellow')} ${done && dayInShort(done.on)}${late !== '' && `, ${late}`}`;
    case 'stopped':
      return html`${status('Stopped', 'grey')} ${stopped && dayInShort(stopped.on)}${late !== '' && `, ${late}`}<br>${stopped?.why}`;
    case 'waived':
      return html`${status(allowed?.until === undefined ? 'Need not be done' : 'Allowed to be later', 'blue')} ${allowed?.until && `until ${dayInShort(allowed.until)}`}`;
    case 'open':
      if (due === undefined) return status('Day to be said', 'grey');
      if (clock.isOverdue)
        return html`${status('Overdue', 'red')} ${daysLate === 0 ? 'since today' : `by ${daysInWords(daysLate)}`}`;
      if (due.on === today) return status('Due today', 'orange');
      return html`${alert?.level === 'amber' ? status('Due soon', 'yellow') : status('In time', 'green')} ${dueInWords(due.on, today)}`;
  }
};

/** What began it, and when: "Since 10 Nov 2026, when a placement began". */
export const beganText = ({ rule, began, round }: ChildClock): string =>
  round > 1 ? `Done last on ${dayInShort(began.on)}` : `${dayInShort(began.on)}: ${startInWords(rule.start)}`;

/** "Ana Fenwright recorded that it was done on 20 November 2026". */
export const saidText = (who: string, { kind, on, until }: ClockEntry): string =>
  `${who} ${CLOCK_ENTRIES[kind]}, ${dayInWords(on)}${until === undefined ? '' : `, until ${dayInWords(until)}`}`;

/** The same with their own words; of what a case says, the case, which has the words. */
export const saidPart = (who: string, entry: ClockEntry): Html =>
  entry.isOfficer === true
    ? html`${who} is the reviewing officer by the record, from ${dayInWords(entry.on)}`
    : entry.case === undefined
      ? html`${saidText(who, entry)}: “${entry.said}”`
      : html`${saidText(who, entry)}, <a class="govuk-link" href="${staffPaths.case({ caseId: String(entry.case) })}">in a case</a>`;

/** What a link to say it is called. */
export const sayLink = ({ rule }: Pick<ChildClock, 'rule'>, kind: ClockEntryKind): string => {
  switch (kind) {
    case 'done':
      return 'Record that it was done';
    case 'began':
      return isInHours(rule) ? 'Say at what time it began' : 'Say by which day';
    case 'extended':
      return 'Record more time from the court';
    case 'allowed':
      return 'Allow it to be later';
    case 'stopped':
      return 'Record that it no longer applies';
    case 'taken-back':
      return 'Take back';
  }
};

export const certaintyText = ({ rule: { certainty } }: ChildClock): string => CLOCK_CERTAINTIES[certainty];
