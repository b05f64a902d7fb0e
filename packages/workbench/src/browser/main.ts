/** The workbench's page: files are given, checked in a thread of their own, and what is found is shown. */
import { collectionYearLabel } from '@rightplace/domain';
import { counted } from '../view/words.ts';
import type { Answer, NotCheckedShown, ProgressShown } from '../worker/messages.ts';
import { announce } from './announce.ts';
import { Desk } from './desk.ts';
import { byId, el, fill, pressable } from './element.ts';
import { Giving } from './giving.ts';
import { Results } from './results.ts';
import { chooseUpTo, chosenOptions, onSettingsChange, showYearTold } from './settings.ts';

const desk = new Desk();
const results = new Results(desk, { swap: () => giving.swap(), lookUpTo: chooseUpTo });
const giving = new Giving(() => void check());
let turn = 0;

const progressBox = byId('progress');
const words = el('span', { class: 'progress__words' });
const bar = el('progress', { 'aria-label': 'How far the check is' });
fill(
  progressBox,
  bar,
  words,
  pressable('second', 'Stop', () => desk.stop()),
);

const hideProgress = (): void => {
  progressBox.hidden = true;
  bar.removeAttribute('value');
};

const showProgress = ({ says, done, of }: ProgressShown): void => {
  progressBox.hidden = false;
  words.textContent = says;
  bar.max = Math.max(1, of);
  bar.value = done;
};

/** Says what stands in the way, in the place of results. */
const showTrouble = (sentence: string, ...more: readonly string[]): void => {
  results.hide();
  fill(
    byId('trouble'),
    el(
      'div',
      { class: 'notice notice--stop', role: 'alert' },
      el('p', {}, sentence),
      more.map((one) => el('p', { class: 'quiet' }, one)),
    ),
  );
};

const showNotChecked = ({ sentence, remedy, setAside, files }: NotCheckedShown): void => {
  giving.show(files);
  showYearTold(undefined);
  showTrouble(
    sentence,
    ...setAside.slice(0, 8).map(({ file, reason, todo }) => `${file}: ${reason} ${todo}`),
  );
  if (remedy !== 'choose-year') return;
  (byId('files-and-settings') as HTMLDetailsElement).open = true;
  byId('year').focus();
};

const showStopped = (): void => {
  showTrouble('Stopped. Nothing was checked. Change the files or the settings, or check again.');
  byId('trouble').append(
    el(
      'p',
      {},
      pressable('button', 'Check again', () => void check()),
    ),
  );
};

const takeAnswer = (answer: Answer): void => {
  if (answer.kind === 'broke')
    showTrouble(`The workbench has a fault, and could not check these files: ${answer.why}`);
  else if (answer.kind === 'stopped') showStopped();
  else if (answer.kind === 'not-checked') showNotChecked(answer);
  else if (answer.kind === 'checked') {
    fill(byId('trouble'));
    giving.show(answer.files);
    showYearTold(answer.isYearTold ? answer.year : undefined);
    results.show(answer);
    announce(`${collectionYearLabel(answer.year)} checked: ${counted(answer.findings.count, 'finding')}.`);
  }
};

const check = async (): Promise<void> => {
  const mine = ++turn;
  // Whatever was under way is about files or settings that have changed.
  if (desk.isBusy) desk.stop();
  const { files } = giving;
  if (files.length === 0) {
    giving.show([]);
    fill(byId('trouble'));
    results.hide();
    return;
  }
  const slow = setTimeout(
    () => showProgress({ kind: 'progress', says: 'Reading the files', done: 0, of: 0 }),
    200,
  );
  const answer = await desk.ask({ kind: 'check', files, options: chosenOptions() }, (progress) => {
    if (!progressBox.hidden) showProgress(progress);
  });
  clearTimeout(slow);
  // Another check has begun since, which shows its own progress.
  if (mine !== turn) return;
  hideProgress();
  takeAnswer(answer);
};

onSettingsChange(() => void check());
