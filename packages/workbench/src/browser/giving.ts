import { yearOfPath } from '@rightplace/ssda903';
import { type ChosenFile, sortIntoSlots } from '../view/sort-into-slots.ts';
import { counted } from '../view/words.ts';
import type { FileShown } from '../work/file-shown.ts';
import type { Slot } from '../work/given.ts';
import type { FileToRead } from '../worker/messages.ts';
import { announce } from './announce.ts';
import { byId, type Children, el, fill, pressable, unseen } from './element.ts';
import { plainTable } from './table.ts';

const SLOTS = ['this-year', 'last-year', 'lists'] as const;

const NAMED: Readonly<Record<Slot, string>> = { 'this-year': 'this year’s', 'last-year': 'last year’s' };

/** Lists say themselves what they are, so a return dropped among them is this year's. */
const slotOf = (id: string): Slot => (id === 'last-year' ? 'last-year' : 'this-year');

const chosenFrom = (files: Iterable<File>): readonly ChosenFile<File>[] =>
  Array.from(files).flatMap((file) => {
    const name = file.webkitRelativePath === '' ? file.name : file.webkitRelativePath;
    // What systems leave in folders for themselves.
    if (name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX')) return [];
    return [{ name: name.split('/').slice(1).join('/') || name, year: yearOfPath(name), file }];
  });

/** The files given so far: where they are dropped, how they are listed, moved and taken out. */
export class Giving {
  #files: readonly FileToRead[] = [];
  #nextId = 1;
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
    for (const id of SLOTS) this.#openSlot(id);
    // Anywhere else on the page will do too: a browser would otherwise open the file in place of the page.
    addEventListener('dragover', (event) => event.preventDefault());
    addEventListener('drop', (event) => this.#drop(event, 'this-year'));
  }

  get files(): readonly FileToRead[] {
    return this.#files;
  }

  swap(): void {
    this.#change(
      this.#files.map((one) => ({ ...one, slot: one.slot === 'this-year' ? 'last-year' : 'this-year' })),
    );
  }

  #openSlot(id: (typeof SLOTS)[number]): void {
    const box = byId(id);
    box.addEventListener('dragover', () => box.classList.add('slot--over'));
    box.addEventListener('dragleave', () => box.classList.remove('slot--over'));
    box.addEventListener('drop', (event) => {
      box.classList.remove('slot--over');
      event.stopPropagation();
      this.#drop(event, slotOf(id));
    });
    for (const input of box.querySelectorAll('input')) {
      input.addEventListener('change', () => {
        this.#add(chosenFrom(input.files ?? []), slotOf(id));
        input.value = '';
      });
    }
  }

  #drop(event: DragEvent, slot: Slot): void {
    event.preventDefault();
    const items = Array.from(event.dataTransfer?.items ?? []);
    const folders = items.filter((item) => item.webkitGetAsEntry()?.isDirectory === true).length;
    const files = items.flatMap((item) =>
      item.webkitGetAsEntry()?.isDirectory === true ? [] : (item.getAsFile() ?? []),
    );
    this.#add(chosenFrom(files), slot);
    if (folders > 0)
      this.#note(
        'A page opened from disk may not look into a folder that is dropped on it. Drop the files in it, or press “or a folder”.',
      );
  }

  #add(chosen: readonly ChosenFile<File>[], slot: Slot): void {
    const { files, note } = sortIntoSlots(chosen, slot);
    this.#note(note);
    if (files.length === 0) return;
    const added = files.map((one): FileToRead => ({ ...one, id: this.#nextId++ }));
    // The same file again, corrected, takes the place of what was given under its name.
    const replaced = new Set(added.map((one) => `${one.slot}/${one.name}`));
    const kept = this.#files.filter((one) => !replaced.has(`${one.slot}/${one.name}`));
    this.#change([...kept, ...added]);
  }

  #change(files: readonly FileToRead[]): void {
    this.#files = files;
    document.body.classList.toggle('given', files.length > 0);
    document.body.classList.toggle('nothing-given', files.length === 0);
    this.#onChange();
  }

  #note(words: string): void {
    const note = byId('given-note');
    note.textContent = words;
    note.hidden = words === '';
    if (words !== '') announce(words);
  }

  /** Says of each file what it turned out to be. */
  show(shown: readonly FileShown[]): void {
    for (const id of SLOTS) this.#showSlot(id, shown);
    fill(
      byId('files'),
      shown.length > 0 &&
        plainTable({
          caption: 'Files given',
          headings: ['File', 'What it is', 'Given as', 'Change'].map((title) => ({ title })),
          rows: shown.map((one) => this.#row(one)),
        }),
    );
  }

  #row(one: FileShown): readonly Children[] {
    const other: Slot = one.slot === 'this-year' ? 'last-year' : 'this-year';
    const remove = (): void => this.#change(this.#files.filter(({ id }) => id !== one.id));
    const move = (): void =>
      this.#change(this.#files.map((file) => (file.id === one.id ? { ...file, slot: other } : file)));
    const isOfYear = one.isOfReturn || one.trouble !== '';
    return [
      el('span', { class: 'file-name' }, one.name),
      [one.is, one.trouble !== '' && el('span', { class: 'file-trouble' }, one.trouble)],
      isOfYear ? NAMED[one.slot] : 'a list',
      [
        isOfYear && pressable('link', [`Move to ${NAMED[other]}`, unseen(` return: ${one.name}`)], move),
        pressable('link', ['Take out', unseen(` ${one.name}`)], remove),
      ],
    ];
  }

  #showSlot(id: (typeof SLOTS)[number], shown: readonly FileShown[]): void {
    const here = shown.filter((one) =>
      id === 'lists'
        ? !one.isOfReturn && one.trouble === ''
        : one.slot === id && (one.isOfReturn || one.trouble !== ''),
    );
    const wrong = here.filter(({ trouble }) => trouble !== '').length;
    const state = byId(`${id}-state`);
    state.dataset['hint'] ??= state.textContent ?? '';
    byId(id).classList.toggle('slot--given', here.length > 0);
    const what = id === 'lists' ? here.map(({ is }) => is).join('; ') : counted(here.length, 'file');
    fill(
      state,
      here.length > 0 ? what : shown.length > 0 ? 'Not given' : state.dataset['hint'],
      wrong > 0 && el('span', { class: 'slot__state--wrong' }, `, ${wrong} not read`),
    );
  }
}
