import {
  type AdditionsAtMove,
  additionsAtMove,
  type CaseStep,
  type CaseView,
  type SignedIn,
  type World,
} from '@rightplace/app';
import { addDays, dayInWords, type LineByMove } from '@rightplace/domain';
import { type Html, html, insetText } from '../../kit/index.ts';
import { staffPaths } from '../paths.ts';

const nightsOf = ({ starts, ends }: LineByMove['now']): string =>
  ends === null
    ? `from ${dayInWords(starts)}, for as long as the child lives there`
    : `${dayInWords(starts)} to ${dayInWords(addDays(ends, -1))}`;

const isMoved = ({ agreed, now }: LineByMove): boolean =>
  agreed.starts !== now.starts || agreed.ends !== now.ends;

/** Each addition with the nights that were agreed, and those that it has now. */
export const linesByMoveList = (lines: readonly LineByMove[]): Html | false =>
  lines.length > 0 &&
  html`<ul class="govuk-list govuk-list--bullet">${lines.map(
    (line) =>
      html`<li>${line.name}: ${isMoved(line) && html`was ${nightsOf(line.agreed)}, now `}${nightsOf(line.now)}</li>`,
  )}</ul>`;

export const ownNightsLink = (agreement: number): Html =>
  html`<p class="govuk-body app-no-print"><a class="govuk-link" href="${staffPaths.changeAgreement({ agreementId: String(agreement), change: 'addition-nights' })}">Give an addition nights of its own</a></p>`;

const changePart = ({ agreement, mayChange, lines }: AdditionsAtMove): Html | false =>
  mayChange &&
  lines.length > 0 &&
  (agreement === undefined
    ? html`<p class="govuk-body">Where one should keep its own nights, say so in the placement agreement.</p>`
    : ownNightsLink(agreement));

const byMoveNote = (additions: AdditionsAtMove | undefined): Html | false =>
  additions !== undefined &&
  insetText({
    html: html`<p class="govuk-body">The price was agreed from ${dayInWords(additions.agreedFrom)}. It begins with the night of the move, whichever day that is.${additions.lines.length > 0 && ' These additions move with it, each for as many nights:'}</p>
${linesByMoveList(additions.lines)}
${changePart(additions)}`,
  });

const byMovePart = (additions: AdditionsAtMove | undefined): Html | false =>
  additions?.moves !== undefined &&
  additions.moves !== additions.agreedFrom &&
  additions.lines.length > 0 &&
  html`<p class="govuk-body">The price was agreed from ${dayInWords(additions.agreedFrom)} and the move is on ${dayInWords(additions.moves)}. These additions move with it:</p>
${linesByMoveList(additions.lines)}
${changePart(additions)}`;

/** Where a step asks on which day the child moves: what of the price moves with it. */
export const movesWith = async (
  world: World,
  signedIn: SignedIn,
  { view, step }: { readonly view: CaseView; readonly step: CaseStep },
): Promise<Html | false> =>
  step.asks.some(({ name }) => name === 'moves-on') &&
  byMoveNote(await additionsAtMove(world, signedIn, view.id));

/** On the page of a search, once the day is confirmed: what moved with it, where it is another than was agreed. */
export const movedWith = async (
  world: World,
  signedIn: SignedIn,
  { id, state, isSealed }: CaseView,
): Promise<Html | false> =>
  !isSealed && state === 'move-date-confirmed' && byMovePart(await additionsAtMove(world, signedIn, id));
