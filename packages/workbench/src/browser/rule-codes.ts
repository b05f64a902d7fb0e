import type { NotRun } from '../work/check-return.ts';
import { el } from './element.ts';

/** Rules by their codes and titles, folded. */
export const codeList = (summary: string, rules: NotRun['rules']): HTMLElement =>
  el(
    'details',
    { class: 'more' },
    el('summary', {}, summary),
    el(
      'ul',
      { class: 'codes' },
      rules.map(({ code, title }) => el('li', {}, el('b', {}, code), ` ${title}`)),
    ),
  );
