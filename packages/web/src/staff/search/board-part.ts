import type { SearchLine } from '@rightplace/app';
import { dayInShort, daysInWords, type PlacementRequestState } from '@rightplace/domain';
import { count, type Html, heading, html, link, status } from '../../kit/index.ts';
import { alarmsOf, childName, searchAddress, tierInWords, wantedInWords } from './search-words.ts';

interface BoardColumn {
  readonly title: string;
  readonly states: readonly PlacementRequestState[];
}

/** Where a search can be, as the desk reads it from left to right. */
const COLUMNS: readonly BoardColumn[] = [
  {
    title: 'Before the search',
    states: ['draft', 'permission-check', 'clarification', 'to-allocate', 'quality', 'returned'],
  },
  { title: 'Tier to be opened', states: ['searching'] },
  { title: 'In house', states: ['in-house'] },
  { title: 'Framework', states: ['framework'] },
  { title: 'Spot', states: ['spot'] },
  { title: 'Direct approach', states: ['direct'] },
  { title: 'All tiers at once', states: ['all-tiers'] },
  { title: 'Told to the director', states: ['escalated'] },
  { title: 'Offers with social work', states: ['offers-shared', 'social-work-decision'] },
  { title: 'Price and checks', states: ['negotiation', 'checks'] },
  { title: 'With the director', states: ['with-director'] },
  { title: 'Approved, to move', states: ['approved', 'notified', 'contract', 'move-date-confirmed'] },
  { title: 'Moved, outcome to write', states: ['moved'] },
  { title: 'On hold', states: ['on-hold'] },
];

const card = (line: SearchLine): Html => {
  const { counts, waiting, neededFrom } = line;
  return html`<li class="app-search-card${line.isEmergency && ' app-search-card--emergency'}">
<p class="app-search-card__who">${link(searchAddress(line), childName(line))}</p>
${(line.isEmergency || line.alarm !== undefined || line.isUnconfirmed || waiting?.overdue === true) && html`<p>${alarmsOf(line).map((words) => html`${status(words, 'red')} `)}${line.isUnconfirmed && status('Not confirmed', 'red')} ${waiting?.overdue === true && status('Overdue', 'red')}</p>`}
<p>${wantedInWords(line.wanted)}</p>
<p>${daysInWords(line.workingDays).replace('day', 'working day')} ${line.hasMoved ? 'until the move' : 'so far'}, tier: ${tierInWords(line.tier).toLowerCase()}</p>
<p>${counts.approached} approached, ${counts.replied} replied, ${counts.offered} offered</p>
<p>${neededFrom === undefined ? 'No day said' : `Needed from ${dayInShort(neededFrom)}`}${waiting?.due !== undefined && html`<br>Next step due ${dayInShort(waiting.due)}`}</p>
<p class="app-quiet">${line.officer ?? 'No officer yet'}</p>
</li>`;
};

/** Nobody reads further down a column; the table has the rest. Of emergencies all are shown. */
const MOST_CARDS = 12;

/** A column as it is drawn. */
interface Column {
  readonly title: string;
  readonly shown: readonly SearchLine[];
  /** Of those that are in it on the board and in the table. */
  readonly inAll: number;
}

/**
 * Emergencies first, wherever they are; then a column for each place that a search is in, with those that have waited longest.
 * Those without a search are left out.
 */
const columnsOf = (lines: readonly SearchLine[]): readonly Column[] => {
  const emergencies = lines.filter(({ isEmergency }) => isEmergency);
  const others = lines.filter(({ isEmergency }) => !isEmergency);
  const columns = COLUMNS.map(({ title, states }): Column => {
    const its = others.filter(({ state }) => states.some((one) => one === state));
    return { title, shown: its.slice(0, MOST_CARDS), inAll: its.length };
  });
  return [{ title: 'Emergencies', shown: emergencies, inAll: emergencies.length }, ...columns].filter(
    ({ inAll }) => inAll > 0,
  );
};

/** The searches that a board of these has cards of. */
export const onBoard = (lines: readonly SearchLine[]): readonly SearchLine[] =>
  columnsOf(lines).flatMap(({ shown }) => shown);

const columnPart = ({ title, shown, inAll }: Column, rest: string): Html => {
  const left = inAll - shown.length;
  return html`<section class="app-search-column">${heading(2, html`${title} <span class="app-quiet">${count(inAll, 'search', 'searches')}</span>`, { size: 's' })}
<ul class="govuk-list">${shown.map(card)}</ul>
${left > 0 && html`<p>${link(rest, html`${left} more in the table<span class="govuk-visually-hidden"> of “${title}”</span>`)}</p>`}</section>`;
};

/** A column for each place that a search is in. The rest of a long one is in the table, at the address given. */
export const boardPart = (lines: readonly SearchLine[], rest: string): Html => {
  if (lines.length === 0) return html`<p class="govuk-body app-empty">There is no such search.</p>`;
  return html`<div class="app-search-board">
${columnsOf(lines).map((column) => columnPart(column, rest))}
</div>`;
};
