import { html } from './html.ts';
import { type Change, type Tag, wordsOf, writeTag } from './markup-tags.ts';

/** What was typed into a form, as a browser sends it: name and value, in order. */
export type TypedFields = readonly (readonly [name: string, value: string])[];

/** A page whose form is being filled in, and what has come of it so far. */
export interface Filling {
  readonly markup: string;
  readonly tags: readonly Tag[];
  /** Where the form was sent to. */
  readonly action: string;
  /** Where it is sent to unless a button says otherwise. */
  readonly formAction: string | undefined;
  readonly fields: TypedFields;
  /** What has not found its field yet. */
  readonly left: (readonly [name: string, value: string])[];
  readonly changes: Change[];
  readonly files: string[];
  readonly buttonNames: Set<string>;
  pressed: string | undefined;
  onlyButton: string | undefined;
  firstField: string | undefined;
}

const takeAt = ({ left }: Filling, i: number): string | undefined =>
  i === -1 ? undefined : left.splice(i, 1)[0]?.[1];

const takeNext = (filling: Filling, name: string): string | undefined =>
  takeAt(
    filling,
    filling.left.findIndex(([each]) => each === name),
  );

const take = (filling: Filling, name: string, value: string): boolean =>
  takeAt(
    filling,
    filling.left.findIndex(([each, typed]) => each === name && typed === value),
  ) !== undefined;

const wasSent = ({ fields }: Filling, name: string): boolean => fields.some(([each]) => each === name);

const endOf = ({ tags }: Filling, tag: Tag): Tag | undefined =>
  tags.find((each) => each.start > tag.start && each.isEnd && each.name === tag.name);

const contentOf = (filling: Filling, tag: Tag): string =>
  filling.markup.slice(tag.end, endOf(filling, tag)?.start ?? tag.end);

export const replace = (tag: Tag, attributes: Readonly<Record<string, string | undefined>>): Change => [
  tag.start,
  tag.end,
  writeTag(tag, attributes),
];

const nameOf = ({ attributes }: Tag): string => attributes.get('name') ?? '';

export const isHidden = ({ name, attributes }: Tag): boolean =>
  name === 'input' && attributes.get('type') === 'hidden';

const shows = (filling: Filling, tag: Tag): void => {
  filling.firstField ??= tag.attributes.get('id');
};

const placeButton = (filling: Filling, tag: Tag): void => {
  const name = nameOf(tag);
  if (tag.attributes.get('aria-hidden') === 'true') return;
  const says = wordsOf(contentOf(filling, tag));
  if (name !== '') {
    filling.buttonNames.add(name);
    if (take(filling, name, tag.attributes.get('value') ?? '')) filling.pressed = says;
  } else if ((tag.attributes.get('formaction') ?? filling.formAction) === filling.action)
    filling.onlyButton ??= says;
};

const placeChoice = (filling: Filling, tag: Tag): void => {
  const isChosen = take(filling, nameOf(tag), tag.attributes.get('value') ?? 'on');
  if (isChosen) shows(filling, tag);
  if (isChosen !== tag.attributes.has('checked'))
    filling.changes.push(replace(tag, { checked: isChosen ? '' : undefined }));
};

/** Unseen fields too: a version that was looked at stays the one that was looked at, so what others did is noticed. */
const placeLine = (filling: Filling, tag: Tag): void => {
  if (!wasSent(filling, nameOf(tag))) return;
  const typed = takeNext(filling, nameOf(tag));
  if (typed === undefined && isHidden(tag)) filling.changes.push([tag.start, tag.end, '']);
  else filling.changes.push(replace(tag, { value: typed ?? '' }));
  if (!isHidden(tag) && typed !== undefined && typed !== '') shows(filling, tag);
};

const placeText = (filling: Filling, tag: Tag): void => {
  if (!wasSent(filling, nameOf(tag))) return;
  const typed = takeNext(filling, nameOf(tag)) ?? '';
  // Browsers leave out a line break right after the tag.
  const content = html`${`\n${typed}`}`.toString();
  filling.changes.push([tag.end, endOf(filling, tag)?.start ?? tag.end, content]);
  if (typed !== '') shows(filling, tag);
};

const placeSelected = (filling: Filling, tag: Tag): void => {
  const over = endOf(filling, tag)?.start ?? tag.end;
  const options = filling.tags.filter(
    (each) => each.name === 'option' && !each.isEnd && each.start > tag.start && each.start < over,
  );
  const chosen = options.find((option) =>
    take(filling, nameOf(tag), option.attributes.get('value') ?? wordsOf(contentOf(filling, option))),
  );
  if (chosen === undefined) return;
  for (const option of options)
    if ((option === chosen) !== option.attributes.has('selected'))
      filling.changes.push(replace(option, { selected: option === chosen ? '' : undefined }));
  if (chosen.attributes.get('value') !== '') shows(filling, tag);
};

const askForFile = (filling: Filling, tag: Tag): void => {
  const id = tag.attributes.get('id');
  const label = filling.tags.find(
    ({ name, attributes }) => name === 'label' && id !== undefined && attributes.get('for') === id,
  );
  filling.files.push(label === undefined ? nameOf(tag) : wordsOf(contentOf(filling, label)));
};

const BY_TYPE: Readonly<Record<string, (filling: Filling, tag: Tag) => void>> = {
  checkbox: placeChoice,
  radio: placeChoice,
  file: askForFile,
  // Never put back, and never carried along.
  password: (filling, tag) => void takeNext(filling, nameOf(tag)),
};
const BY_TAG: Readonly<Record<string, (filling: Filling, tag: Tag) => void>> = {
  button: placeButton,
  textarea: placeText,
  select: placeSelected,
  input: (filling, tag) => (BY_TYPE[tag.attributes.get('type') ?? 'text'] ?? placeLine)(filling, tag),
};

/** Puts into one field what was typed there. A name with `_` is the shell's own: the token, which kept form it is. */
export const place = (filling: Filling, tag: Tag): void => {
  if (tag.isEnd || tag.attributes.has('disabled') || nameOf(tag).startsWith('_')) return;
  BY_TAG[tag.name]?.(filling, tag);
};
