import type { ShownFigure } from '@rightplace/app';
import { isWindowKind, WINDOW_KINDS, type WindowKind } from '@rightplace/domain';
import { type Html, html, subNavigation } from '../../kit/index.ts';
import type { AskedMoment } from '../as-known.ts';
import { staffPaths } from '../paths.ts';
import { timeInWords, windowQuery } from './window-words.ts';

/** The time asked for, from an address that people keep and edit: what is not understood is the usual one. */
export const readWindow = (query: URLSearchParams): WindowKind | undefined => {
  const text = query.get('window') ?? '';
  return isWindowKind(text) ? text : undefined;
};

/** Over which time the figure is counted, always; and the choice, for what happens in a time. */
export const timePart = ({ measure, asOf, window }: ShownFigure, { query }: AskedMoment): Html =>
  html`${
    window !== undefined &&
    subNavigation({
      label: 'The time it is counted over',
      items: (Object.keys(WINDOW_KINDS) as readonly WindowKind[]).map((kind) => ({
        text: WINDOW_KINDS[kind],
        href: staffPaths.measure({ measureId: measure.id }, { ...query, ...windowQuery(kind) }),
        active: kind === window,
      })),
    })
  }<p class="govuk-body app-time">${timeInWords(measure, asOf, window)}</p>`;
