import { randomUUID } from 'node:crypto';
import {
  type HeldPlace,
  LONGEST_HOLD_DAYS,
  LONGEST_LENGTHENED_DAYS,
  LONGEST_WHY_RELEASED,
  type SearchView,
} from '@rightplace/app';
import { dayInWords, momentInWords } from '@rightplace/domain';
import { dataTable, type Html, html, link, status } from '../../kit/index.ts';
import type { Page } from '../../server/answer.ts';
import { dayFields } from '../day-fields.ts';
import { type Filling, formPage, textField } from '../register/form-parts.ts';
import { homeHref, lookFirst } from '../register/register-words.ts';
import { type CameFrom, fromOf } from './came-from.ts';
import { searchPaths } from './search-paths.ts';
import { childName, searchAddress } from './search-words.ts';

const warning = (
  text: string,
): Html => html`<div class="govuk-warning-text"><span class="govuk-warning-text__icon" aria-hidden="true">!</span>
<strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">Warning</span>${text}</strong></div>`;

const back = (view: Pick<SearchView, 'id'>) => ({ href: searchAddress(view), text: 'Back to the search' });

/** It stays beside the place for as long as it is so and the place is held. */
const lookedAtFirst = ({ mayHold }: SearchView, { inTheWay }: HeldPlace): Html | false =>
  mayHold && inTheWay.length > 0 && html`<br>${lookFirst(inTheWay)}`;

const standingOf = ({ hold: { ended, filledOn }, isRunning }: HeldPlace): Html => {
  if (isRunning) return status('Held', 'blue');
  if (ended === 'filled')
    return html`${status('Filled', 'green')}${filledOn !== null && html`<br>${dayInWords(filledOn)}`}`;
  return status(ended === 'released' ? 'Given up' : 'Run out', 'grey');
};

/** Where a place is held in the home that was chosen, while none is and the child has not moved in. */
const holdChosen = ({ id, state, holds, mayHold, standing: { chosen } }: SearchView): Html | false =>
  mayHold &&
  chosen?.settingId !== undefined &&
  chosen.withdrawn === undefined &&
  state !== 'moved' &&
  !holds.some(({ hold, isRunning }) => isRunning && hold.settingId === chosen.settingId) &&
  html`<p class="govuk-body app-no-print">${link(searchPaths.holdForSearch({ caseId: String(id), settingId: String(chosen.settingId) }), `Hold a place in ${chosen.home}`)}</p>`;

/** The places that are or were held for a search, with what may be done with them. */
export const holdsPart = (view: SearchView): Html =>
  html`${holdsMany(view)}${holdsTable(view)}${holdChosen(view)}`;

const runningOf = ({ holds }: Pick<SearchView, 'holds'>): readonly HeldPlace[] =>
  holds.filter(({ isRunning }) => isRunning);

const placesIn = (held: readonly HeldPlace[]): string =>
  held.map(({ home, lastDay }) => `in ${home} until the end of ${dayInWords(lastDay)}`).join(', and ');

/** One child lives in one place: whoever holds more keeps them from others. */
const holdsMany = (view: SearchView): Html | false => {
  const running = runningOf(view);
  return (
    running.length > 1 &&
    warning(
      `This search holds ${running.length} places at once: ${placesIn(running)}. Give up each that this child does not need: another child may.`,
    )
  );
};

const holdsTable = (view: SearchView): Html | false => {
  const { holds, mayHold, id } = view;
  const address = (hold: HeldPlace['hold']) => ({ caseId: String(id), holdId: String(hold.id) });
  return (
    holds.length > 0 &&
    dataTable<HeldPlace>({
      caption: 'Places held',
      captionSize: 'm',
      stacks: true,
      rows: holds.toReversed(),
      columns: [
        { key: 'home', header: 'Home', cell: ({ hold, home }) => link(homeHref(hold.settingId), home) },
        {
          key: 'how',
          header: 'How it stands',
          cell: (held) => html`${standingOf(held)}${lookedAtFirst(view, held)}`,
        },
        {
          key: 'until',
          header: 'Until the end of',
          nowrap: true,
          cell: ({ lastDay, isRunning }) => (isRunning ? dayInWords(lastDay) : ''),
        },
        mayHold && {
          key: 'do',
          header: 'What you can do',
          classes: 'app-no-print',
          cell: ({ hold, home, isRunning }) =>
            isRunning &&
            html`${link(searchPaths.lengthenHold(address(hold)), html`Hold it longer<span class="govuk-visually-hidden">: ${home}</span>`)}<br>${link(searchPaths.giveUpHold(address(hold)), html`Give it up<span class="govuk-visually-hidden">: ${home}</span>`)}`,
        },
      ],
    })
  );
};

const holdsAlready = (view: SearchView): Html | false => {
  const running = runningOf(view);
  return (
    running.length > 0 &&
    warning(
      `This search holds a place already: ${placesIn(running)}. With this one it holds ${running.length + 1}, and another child may need one of them.`,
    )
  );
};

/** Holds a place of a home for this search. */
export const holdForSearchPage = (
  view: SearchView,
  { id, name }: { readonly id: number; readonly name: string },
  filling: Filling,
  came?: CameFrom,
): Page =>
  formPage({
    ...filling,
    section: 'searches',
    childrenNamed: [view.child.id],
    title: 'Hold a place',
    caption: `${name}, for ${childName(view)}`,
    action: searchPaths.holdForSearch({ caseId: String(view.id), settingId: String(id) }, fromOf(came)),
    back: came ?? back(view),
    says: 'Hold the place',
    fields: html`${holdsAlready(view)}<input type="hidden" name="_key" value="${filling.typed.get('_key') ?? randomUUID()}">
${dayFields(filling, { prefix: 'until', legend: 'Until the end of which day?', hint: `At most ${LONGEST_HOLD_DAYS} days from now. Then the place is free again by itself.` })}`,
  });

/** Of a hold that somebody ended its last moment is when they did, and no day that anybody chose. */
const howHeld = ({ hold, lastDay, isRunning }: HeldPlace): string => {
  if (hold.ended === 'released') return `It was given up on ${momentInWords(hold.until)}.`;
  if (hold.ended === 'filled') return `It was filled on ${dayInWords(hold.filledOn ?? lastDay)}.`;
  return `It ${isRunning ? 'is' : 'was'} held until the end of ${dayInWords(lastDay)}.`;
};

export const lengthenHoldPage = (view: SearchView, held: HeldPlace, filling: Filling): Page =>
  formPage({
    ...filling,
    section: 'searches',
    childrenNamed: [view.child.id],
    title: 'Hold it longer',
    caption: held.home,
    action: searchPaths.lengthenHold({ caseId: String(view.id), holdId: String(held.hold.id) }),
    back: back(view),
    says: 'Hold it longer',
    fields: html`<p class="govuk-body">${howHeld(held)}</p>
${dayFields(filling, { prefix: 'until', legend: 'Until the end of which day?', hint: `At most ${LONGEST_LENGTHENED_DAYS} days from the day on which it was first held.` })}
${textField(filling, 'why', 'Why is it held for so long?', `Only for more than ${LONGEST_HOLD_DAYS} days in all. Another child may need the place. No child by name.`)}`,
  });

export const giveUpHoldPage = (view: SearchView, held: HeldPlace, filling: Filling): Page =>
  formPage({
    ...filling,
    section: 'searches',
    childrenNamed: [view.child.id],
    title: 'Give the place up',
    caption: held.home,
    action: searchPaths.giveUpHold({ caseId: String(view.id), holdId: String(held.hold.id) }),
    back: back(view),
    says: 'Give the place up',
    fields: textField(
      filling,
      'why',
      'Why is it given up?',
      `Up to ${LONGEST_WHY_RELEASED} characters. No child by name.`,
    ),
  });
