import { counted } from '../view/words.ts';
import type { CheckShown } from '../worker/messages.ts';
import { type Children, el } from './element.ts';
import type { View } from './results.ts';
import { codeList } from './rule-codes.ts';
import { plainTable } from './table.ts';

/** More than this of one kind tell nothing new. */
const MOST_SHOWN = 500;

const section = (title: string, ...content: readonly Children[]): HTMLElement =>
  el('section', { class: 'section' }, el('h2', {}, title), content);

const setAsideTable = ({ setAside }: CheckShown): Children =>
  setAside.length === 0
    ? el('p', {}, 'Everything given was read.')
    : [
        plainTable({
          caption: 'Files and rows that could not be read',
          isCaptionUnseen: true,
          headings: ['File', 'Line', 'Why', 'What to do'].map((title) => ({ title })),
          rows: setAside
            .slice(0, MOST_SHOWN)
            .map(({ file, line, table, reason, todo }) => [
              el('span', { class: 'file-name' }, file),
              table === null ? 'all' : line,
              reason,
              todo,
            ]),
        }),
        setAside.length > MOST_SHOWN &&
          el('p', {}, `And ${counted(setAside.length - MOST_SHOWN, 'more', 'more')}.`),
      ];

const notRunList = ({ notRun }: CheckShown): Children =>
  notRun.length === 0
    ? el('p', {}, 'Every rule asked for was run.')
    : notRun.map(({ why, rules }) =>
        el('div', { class: 'reason' }, el('p', {}, why), codeList(counted(rules.length, 'rule'), rules)),
      );

const items = (sentences: readonly string[]): HTMLElement =>
  el(
    'ul',
    {},
    sentences.map((sentence) => el('li', {}, sentence)),
  );

/** What was not checked and why: a rule not run is not passed, and a row not read is not right. */
export const uncheckedView = (shown: CheckShown): View => ({
  element: el(
    'div',
    {},
    el('h1', { tabindex: -1 }, 'What was not checked'),
    shown.failed.length > 0 &&
      section(
        'Rules that broke',
        el('p', {}, 'This is a fault of Rightplace, not of the return. Nothing else is affected.'),
        items(shown.failed.map(({ rule, child, why }) => `Rule ${rule}, child ${child}: ${why}`)),
      ),
    section('Files and rows that could not be read', setAsideTable(shown)),
    section('Rules that were not run', notRunList(shown)),
    shown.notes.length > 0 && section('Also to know', items(shown.notes)),
  ),
});
