import type { Board } from '@rightplace/app';

/** A board as it stands in the form, saved or not. */
export interface BoardTyped {
  readonly changes: { readonly id: number; readonly version: number } | undefined;
  readonly title: string;
  readonly about: string;
  readonly roles: readonly string[];
  /** In their order. */
  readonly measures: readonly string[];
}

export const typedFrom = (board: Board | undefined): BoardTyped => ({
  changes: board && { id: board.id, version: board.version },
  title: board?.title ?? '',
  about: board?.about ?? '',
  roles: board?.roles ?? [],
  measures: board?.measures.map(({ id }) => id) ?? [],
});

const wholeNumber = (text: string | null): number | undefined => {
  const found = Number(text ?? '');
  return Number.isSafeInteger(found) && found > 0 ? found : undefined;
};

export const readBoardTyped = (form: URLSearchParams): BoardTyped => {
  const [id, version] = [wholeNumber(form.get('board')), wholeNumber(form.get('version'))];
  return {
    changes: id === undefined || version === undefined ? undefined : { id, version },
    title: form.get('title') ?? '',
    about: form.get('about') ?? '',
    roles: form.getAll('roles'),
    measures: [...new Set(form.getAll('measure'))],
  };
};

/** What a button of the form does to the list, and in words; undefined for saving. */
export const pressed = (
  typed: BoardTyped,
  form: URLSearchParams,
  titleOf: (id: string) => string | undefined,
): { readonly typed: BoardTyped; readonly did: string } | undefined => {
  const { measures } = typed;
  const [what, id = form.get('add') ?? ''] = (form.get('do') ?? 'save').split(':');
  const title = titleOf(id);
  const at = measures.indexOf(id);
  const now = (next: readonly string[], did: string) => ({ typed: { ...typed, measures: next }, did });
  switch (what) {
    case 'add':
      return title === undefined || at >= 0
        ? now(measures, 'Choose a measure to add.')
        : now([...measures, id], `Added at the end: ${title}.`);
    case 'off':
      return now(
        measures.filter((each) => each !== id),
        `Taken off: ${title ?? id}.`,
      );
    case 'up':
      return now(moved(measures, at, at - 1), `Moved up: ${title ?? id}.`);
    case 'down':
      return now(moved(measures, at, at + 1), `Moved down: ${title ?? id}.`);
    default:
      return undefined;
  }
};

const moved = (all: readonly string[], from: number, to: number): readonly string[] => {
  const [one, other] = [all[from], all[to]];
  if (one === undefined || other === undefined) return all;
  return all.with(from, other).with(to, one);
};
