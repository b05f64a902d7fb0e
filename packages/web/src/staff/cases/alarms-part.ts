import type { CaseView } from '@rightplace/app';
import { type Html, html, tag, warningText } from '../../kit/index.ts';

/** What is wrong, in red, before anything else: no authority yet, a chosen offer that was withdrawn, and every approval that nobody has confirmed. */
export const alarmsPart = ({ alarm, words, withdrawnChoice }: CaseView): Html | false => {
  const open = words.filter(({ answer }) => answer !== 'confirm');
  const told = [
    ...(withdrawnChoice === undefined ? [] : [withdrawnChoice]),
    ...open.map(({ sentence }) => sentence),
  ];
  if (alarm === undefined && told.length === 0) return false;
  return html`<div class="app-alarms">
${alarm !== undefined && html`<p>${tag({ text: alarm, classes: 'govuk-tag--red' })}</p>`}
${told.map((text) => warningText({ text, iconFallbackText: 'Warning' }))}</div>`;
};
