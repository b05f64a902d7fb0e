import { givesWay } from '../view/gives-way.ts';
import { sortIntoSlots } from '../view/sort-into-slots.ts';
import { counted } from '../view/words.ts';
import type { FileShown } from '../work/file-shown.ts';
import type { Slot } from '../work/given.ts';
import type { FileToRead } from '../worker/messages.ts';
import { announce } from './announce.ts';
import { chosenFrom } from './chosen.ts';
import { byId, type Children, el, fill, pressable, unseen } from './element.ts';
import { plainTable } from './table.ts';

const SLOTS = ['this-year', 'last-year', 'lists'] as const;

/** From so many milliseconds on a wait is told of. */
const SLOW = 200;

const NO_FOLDERS =
  'A page opened from disk may not look into a folder that is dropped on it. Drop the files in it or a zip of them, or press “or a folder”.';

const NAMED: Readonly<Record<Slot, string>> = { 'this-year': 'this year’s', 'last-year': 'last year’s' };

/** Lists say themselves what they are, so a return dropped among them is this year's. */
const slotOf = (id: string): Slot => (id === 'last-year' ? 'last-year' : 'this-year');

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
        void this.#add(Array.from(input.files ?? []), slotOf(id));
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
    void this.#add(files, slot, folders > 0 ? NO_FOLDERS : '');
  }

  async #add(given: readonly File[], givenAs: Slot, remark = ''): Promise<void> {
    const slow = setTimeout(() => this.#note('Unpacking…'), SLOW);
    const { files, note } = sortIntoSlots(await chosenFrom(given), givenAs);
    clearTimeout(slow);
    this.#note(remark || note);
    if (files.length === 0) return;
    const added = files.map(
      ({ name, slot, file: { file, refused } }): FileToRead => ({
        id: this.#nextId++,
        name,
        slot,
        file,
        ...(refused === undefined ? {} : { refused }),
      }),
    );
    const isReplaced = givesWay(
      this.#files,
      files.map(({ name, slot, file: { zip } }) => ({ name, slot, zip })),
    );
    const kept = this.#files.filter((one) => !isReplaced(one));
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
