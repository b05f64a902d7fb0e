import { asTyped, capitalised, type Html, summaryList, type TypedFields } from '../kit/index.ts';

/** "placementReason" and "placement-reason" both read "Placement reason". */
const nameInWords = (name: string): string => {
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_.[\]]+/g, ' ')
    .trim()
    .toLowerCase();
  return capitalised(words);
};

/** What the page brought along, and nobody typed: which button was pressed, what was seen, how much of it. */
const BROUGHT_ALONG: ReadonlySet<string> = new Set(['do', 'seen', 'revision', 'add', 'later']);

/** Not typed either: what the shell and its scripts add, and unseen fields for what the record said. */
const isTyped = (name: string): boolean =>
  !BROUGHT_ALONG.has(name) && !name.startsWith('_') && !name.startsWith('was-');

/** What a person typed or chose in a form that was sent. */
export const typedFields = (form: Iterable<readonly [name: string, value: string]>): TypedFields =>
  [...form].filter(([name, value]) => isTyped(name) && value.trim() !== '');

/** Under its question, to be read and copied, line by line as it was. */
const row = (label: string, value: string) => ({
  key: { text: label },
  value: { html: asTyped(value) },
});

/** What was typed: what stands under its question already first, then the rest by the names of its fields. */
export const typedList = (fields: TypedFields, said: TypedFields = []): Html =>
  summaryList({
    rows: [
      ...said.map(([label, value]) => row(label, value)),
      ...typedFields(fields).map(([name, value]) => row(nameInWords(name), value)),
    ],
  });
