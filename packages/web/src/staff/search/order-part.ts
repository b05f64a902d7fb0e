import type { SearchView } from '@rightplace/app';
import {
  dayInWords,
  ENTRY_KINDS,
  type GateStanding,
  type Offer,
  type OrderStanding,
  REGISTRATION_RESULTS,
} from '@rightplace/domain';
import { type Html, heading, html, link, status, summaryList, tag } from '../../kit/index.ts';
import { searchPaths } from './search-paths.ts';
import { writeAddress } from './search-words.ts';

const registrationText = ({ registration, applyBy }: OrderStanding): string => {
  const said =
    registration === undefined
      ? 'Nothing is recorded'
      : `${REGISTRATION_RESULTS[registration.result] ?? ''}, since ${dayInWords(registration.on)}`;
  return applyBy === undefined ? said : `${said}. The provider is to apply by ${dayInWords(applyBy)}`;
};

/** Whether it is theirs to write of this offer: an order is recorded with an approval of that home. */
const isTheirs = (
  { writes, opensOf }: SearchView,
  kind: 'registration' | 'court-order',
  { number }: Offer,
): boolean => writes.has(kind) && (kind === 'registration' || opensOf(number).recordsNoOrder === undefined);

/** Where an order would open the home, the way to record it. */
export const orderLink = (view: SearchView, offer: Offer, { id, isShut }: GateStanding): Html | false =>
  isShut &&
  id === 'registered' &&
  offer.kind === 'childrens-home' &&
  isTheirs(view, 'court-order', offer) &&
  html`<br>${link(writeAddress(view, 'court-order', offer.number), ENTRY_KINDS['court-order'].button)}`;

/** On the search itself: that the home is not registered, and what is late of it. */
export const orderAlarm = ({ standing: { order, chosen }, id }: SearchView): Html | false =>
  order !== undefined &&
  !order.isSettled &&
  chosen !== undefined &&
  html`<p>${tag({ text: 'Home not registered', classes: 'govuk-tag--red' })} ${order.isLate && status('Late', 'red')} ${link(searchPaths.searchOffer({ caseId: String(id), entry: String(chosen.number) }), 'The order and its days')}</p>`;

/** Red for as long as the home is not registered and the child lives there, whatever day it is. */
export const orderPart = (view: SearchView, offer: Offer): Html | false => {
  const { order: standing } = view.standing;
  if (standing === undefined) return false;
  const { order, isLate, isSettled, lastDay } = standing;
  const links = (['registration', 'court-order'] as const).filter((kind) => isTheirs(view, kind, offer));
  return html`${heading(2, 'By an order of the High Court')}
${!isSettled && html`<p>${tag({ text: 'Not registered', classes: 'govuk-tag--red' })}</p>`}
${summaryList({
  rows: [
    {
      key: { text: 'Order' },
      value: { text: `${order.number}, ${order.judge}, made on ${dayInWords(order.madeOn)}` },
    },
    {
      key: { text: 'Opens the home until' },
      value: { html: html`${dayInWords(lastDay)}${isLate && html` ${status('Late', 'red')}`}` },
    },
    { key: { text: 'The court looks again on' }, value: { text: dayInWords(order.reviewOn) } },
    { key: { text: 'Ofsted was told on' }, value: { text: dayInWords(order.toldOfstedOn) } },
    { key: { text: 'Registration' }, value: { text: registrationText(standing) } },
  ],
})}
${!view.isOver && links.length > 0 && html`<ul class="govuk-list app-no-print">${links.map((kind) => html`<li>${link(writeAddress(view, kind, offer.number), ENTRY_KINDS[kind].button)}</li>`)}</ul>`}`;
};
