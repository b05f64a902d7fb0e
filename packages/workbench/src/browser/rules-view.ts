import { counted, number, SEVERITIES } from '../view/words.ts';
import type { CheckShown } from '../worker/messages.ts';
import { el, pressable, unseen } from './element.ts';
import type { Between, View } from './results.ts';
import { codeList } from './rule-codes.ts';
import { plainTable } from './table.ts';

/** How many findings each rule has, the most first, and the rules that found nothing. */
export const rulesView = ({ findings, foundNothing }: CheckShown, between: Between): View => {
  const rules = findings.rules.toSorted((a, b) => b.rows - a.rows);
  const heading =
    rules.length === 0 ? 'No rule found anything' : `${counted(rules.length, 'rule')} found something`;
  return {
    element: el(
      'div',
      {},
      el('h1', { tabindex: -1 }, heading),
      rules.length > 0 &&
        plainTable({
          caption: 'Findings by rule, the most first',
          isCaptionUnseen: true,
          headings: [
            { title: 'Rule' },
            { title: 'What it is about' },
            { title: 'Severity' },
            { title: 'Findings', isNumeric: true },
            { title: 'Children', isNumeric: true },
            { title: 'Who can fix it' },
          ],
          rows: rules.map(({ code, title, severity, rows, children, who }) => [
            pressable('link', [code, unseen(' see its findings')], () => between.openFindings(code)),
            title,
            el('span', { class: `severity severity--${severity}` }, SEVERITIES[severity]),
            number(rows),
            number(children),
            who,
          ]),
        }),
      foundNothing.length > 0 &&
        codeList(`${counted(foundNothing.length, 'rule')} run that found nothing`, foundNothing),
    ),
  };
};
