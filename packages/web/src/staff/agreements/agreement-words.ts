import type { AgreementStanding, AgreementView } from '@rightplace/app';
import { type Day, formatMoneyInFull, type Pence } from '@rightplace/domain';
import { type Html, html, status, type TagColour } from '../../kit/index.ts';

const STANDINGS: Readonly<Record<AgreementStanding, readonly [string, TagColour]>> = {
  'to-come': ['Not moved in yet', 'yellow'],
  running: ['Lives there', 'green'],
  ended: ['Ended', 'grey'],
  'came-to-nothing': ['Came to nothing', 'grey'],
};

export const standingTag = ({
  standing,
  movedUnrecorded,
}: {
  readonly standing: AgreementStanding;
  readonly movedUnrecorded?: Day | undefined;
}): Html =>
  movedUnrecorded === undefined ? status(...STANDINGS[standing]) : status('Move not in the record', 'red');

/** With pence, so that the pounds of a column stand under each other; nothing of an amount is ever rounded. */
export const inFull = (amount: Pence): string => formatMoneyInFull(amount);

/** The child as whoever looks may know them: by name, or by number alone. */
export const childWords = ({ name, id }: Pick<AgreementView['child'], 'name' | 'id'>): string =>
  name ?? `Child ${id}`;

export const quiet = (text: string): Html => html`<span class="app-quiet">${text}</span>`;
