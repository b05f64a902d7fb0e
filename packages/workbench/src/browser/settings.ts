import { collectionYearLabel, type Day, parseDay } from '@rightplace/domain';
import type { CheckOptions } from '../work/check-return.ts';
import { byId } from './element.ts';

const input = (id: string): HTMLInputElement => byId(id) as HTMLInputElement;
const yearSelect = (): HTMLSelectElement => byId('year') as HTMLSelectElement;

/** What was chosen about the check. */
export const chosenOptions = (): CheckOptions => ({
  collectionYear: yearSelect().value === '' ? undefined : Number(yearSelect().value),
  upTo: parseDay(input('up-to').value),
  authority: input('authority').value.trim().toUpperCase(),
  rules: input('only')
    .value.split(/[\s,]+/)
    .filter((code) => code !== '')
    .map((code) => code.toUpperCase()),
  ourRules: input('ours').checked,
  peerCompatible: input('peer').checked,
});

/** As if the day had been chosen by hand. */
export const chooseUpTo = (day: Day): void => {
  input('up-to').value = day;
  input('up-to').dispatchEvent(new Event('change'));
};

const isCode = (text: string): boolean => text === '' || /^[A-Z]\d{8}$/.test(text);

/** Calls when something was changed that makes sense. */
export const onSettingsChange = (act: () => void): void => {
  byId('giving').addEventListener('submit', (event) => event.preventDefault());
  for (const id of ['year', 'up-to', 'authority', 'only', 'ours', 'peer'])
    byId(id).addEventListener('change', () => {
      const { authority } = chosenOptions();
      const trouble = isCode(authority)
        ? ''
        : `${authority} is not an authority’s code: it is a letter and eight figures, such as E10000016.`;
      byId('settings-trouble').textContent = trouble;
      input('authority').setAttribute('aria-invalid', String(trouble !== ''));
      if (trouble === '') act();
    });
};

/** Says, where no year was chosen, which one the dates tell. */
export const showYearTold = (year: number | undefined): void => {
  const [first] = yearSelect().options;
  if (first !== undefined && yearSelect().value === '')
    first.textContent =
      year === undefined ? 'As the dates say' : `${collectionYearLabel(year)}, as the dates say`;
};
