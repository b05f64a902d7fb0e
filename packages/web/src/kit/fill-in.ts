import { type Html, html, raw } from './html.ts';
import { type Tag, tagsOf, withChanges } from './markup-tags.ts';
import { type Filling, isHidden, place, replace, type TypedFields } from './place-typed.ts';

export type { TypedFields };

export interface FilledIn {
  readonly markup: Html;
  /** The id of the first field that shows something of what was typed. */
  readonly firstField: string | undefined;
  /** What the button said that was pressed. */
  readonly pressed: string | undefined;
  /** The files that must be chosen again, by their labels. */
  readonly files: readonly string[];
  /** What has no field any longer. It is sent along unseen, so it is to be said. */
  readonly carried: TypedFields;
}

interface FormFound {
  readonly at: Tag;
  readonly inside: readonly Tag[];
}

/** Every form of the page that goes to that address, or has a button that does. */
const formsTo = (tags: readonly Tag[], action: string): readonly FormFound[] =>
  tags.flatMap((at, i) => {
    if (at.name !== 'form' || at.isEnd) return [];
    const over = tags.findIndex((tag, j) => j > i && tag.name === 'form' && tag.isEnd);
    const id = at.attributes.get('id') ?? null;
    const inside = tags.filter(
      (tag, j) => (j > i && (over === -1 || j < over)) || tag.attributes.get('form') === id,
    );
    const leads =
      at.attributes.get('action') === action ||
      inside.some(({ attributes }) => attributes.get('formaction') === action);
    return leads ? [{ at, inside }] : [];
  });

/** Of forms alike, such as one for each row of a list, the one that says the same unseen. */
const likeness = ({ inside }: FormFound, fields: TypedFields): number =>
  inside.filter(
    (tag) =>
      isHidden(tag) &&
      fields.some(
        ([name, value]) => name === tag.attributes.get('name') && value === tag.attributes.get('value'),
      ),
  ).length;

/** The folded parts that the form stands in: what was typed does not wait out of sight. */
const foldsAround = (tags: readonly Tag[], form: Tag): readonly Tag[] => {
  const open: Tag[] = [];
  for (const tag of tags) {
    if (tag.start >= form.start) break;
    if (tag.name !== 'details') continue;
    if (tag.isEnd) open.pop();
    else open.push(tag);
  }
  return open;
};

/**
 * Puts what was typed into a page that shows the same form again, whoever drew it: every field of the kit is an
 * input, a textarea or a select. Nothing when the page has no such form. `mark` goes into the form as well.
 */
export const fillIn = (
  page: Html,
  { action, fields, mark }: { readonly action: string; readonly fields: TypedFields; readonly mark: Html },
): FilledIn | undefined => {
  const markup = page.toString();
  const tags = tagsOf(markup);
  const [form] = formsTo(tags, action).toSorted((a, b) => likeness(b, fields) - likeness(a, fields));
  if (form === undefined) return undefined;
  const filling: Filling = {
    markup,
    tags,
    action,
    formAction: form.at.attributes.get('action'),
    fields,
    left: [...fields],
    changes: foldsAround(tags, form.at).map((fold) => replace(fold, { open: '' })),
    files: [],
    buttonNames: new Set(),
    pressed: undefined,
    onlyButton: undefined,
    firstField: undefined,
  };
  for (const tag of form.inside) place(filling, tag);
  const { left, changes, buttonNames, pressed, onlyButton, firstField, files } = filling;
  const carried = left.filter(([name, value]) => value !== '' && !buttonNames.has(name));
  const along = html`${mark}${carried.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
  changes.push([form.at.end, form.at.end, along.toString()]);
  // Markup of ours, into which `html` and `writeTag` have put what was typed, escaped.
  const filled = raw(withChanges(markup, changes));
  return { markup: filled, firstField, pressed: pressed ?? onlyButton, files, carried };
};
