import { type Html, html, summaryList, type TypedFields } from '../kit/index.ts';

/** "placementReason" and "placement-reason" both read "Placement reason". */
const nameInWords = (name: string): string => {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_.[\]]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Not typed: which button was pressed, and unseen fields for what the record said. */
const isTyped = (name: string): boolean => name !== 'do' && !name.startsWith('was-');

/** What was typed, to be read and copied, line by line as it was. */
export const typedList = (fields: TypedFields): Html =>
  summaryList({
    rows: fields
      .filter(([name, value]) => value !== '' && isTyped(name))
      .map(([name, value]) => ({
        key: { text: nameInWords(name) },
        value: { html: html`<span class="app-as-typed">${value}</span>` },
      })),
  });
