import type { AgreementStanding, AgreementView } from '@rightplace/app';
import { type Day, formatMoneyInFull, type PaidForStay, type Pence } from '@rightplace/domain';
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

const others = ({ agreements }: PaidForStay, id: number): readonly number[] =>
  agreements.filter((one) => one !== id);

/** "Agreement 4", "Agreements 4 and 7". */
const numbered = (ids: readonly number[]): string =>
  ids.length === 1 ? `Agreement ${ids[0]}` : `Agreements ${ids.slice(0, -1).join(', ')} and ${ids.at(-1)}`;

/** Of an agreement for a stay that others are for as well: whether it is paid, as a list says it. */
export const sameStayInShort = (same: PaidForStay, id: number): string => {
  const decided = same.isDecided ? '' : ', to be decided';
  return same.paid === id
    ? `Paid, and not agreement ${others(same, id).join(', ')}${decided}`
    : `Not paid: agreement ${same.paid} is${decided}`;
};

/** The same as its own page says it. */
export const sameStayInWords = (same: PaidForStay, id: number): string => {
  const rest = others(same, id);
  const claim = `${numbered(rest)} ${rest.length === 1 ? 'is' : 'are'} for the same nights of this child.`;
  const isThis = same.paid === id;
  if (same.isDecided)
    return `${claim} It was decided that ${isThis ? 'this one is paid' : `agreement ${same.paid} is paid, and nothing is by this one`}.`;
  return `${claim} Nobody has decided which is paid. Until somebody does, ${
    isThis
      ? 'this one is, which was made last, and nothing is paid by any other'
      : `agreement ${same.paid} is, which was made last, and nothing is paid by this one`
  }.`;
};
