import { randomUUID } from 'node:crypto';
import { SETTING_TYPES, type SettingFactKind, type SettingFound } from '@rightplace/app';
import {
  BLOCK_REASONS,
  codeTitle,
  FOSTERING_KINDS,
  isHousehold,
  PLACEMENT_TYPES,
  type ProviderInRegister,
  SETTING_JUDGEMENTS,
  SEXES_TAKEN,
  STANDINGS,
} from '@rightplace/domain';
import { checkboxes, formErrors, type Html, html } from '../../kit/index.ts';
import type { Page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { chooseOne, daysFields, type Filling, formPage, lineField, oneOf, textField } from './form-parts.ts';
import { homeHref } from './register-words.ts';

const NARROW = 'govuk-input--width-5';

/** What a home is called and whose it is. */
export const settingForm = (
  filling: Filling,
  {
    providers,
    of,
  }: { readonly providers: readonly ProviderInRegister[]; readonly of?: SettingFound['setting'] | undefined },
): Page => {
  const held = filling.typed.get('type') ?? '';
  const codes: readonly string[] = SETTING_TYPES;
  const offered = held === '' || codes.includes(held) ? codes : [...codes, held];
  return formPage({
    ...filling,
    title: of === undefined ? 'Add a home' : 'Correct its name or address',
    caption: of?.name,
    action: of === undefined ? staffPaths.addHome() : staffPaths.changeHome({ settingId: String(of.id) }),
    back:
      of === undefined
        ? { href: staffPaths.homes(), text: 'Back to homes' }
        : { href: homeHref(of.id), text: `Back to ${of.name}` },
    says: of === undefined ? 'Add the home' : 'Save',
    fields: html`${lineField(filling, 'name', { label: 'Name', hint: 'Of a household, the carers’ names as their letters have them.' })}
${chooseOne(
  filling,
  'type',
  'Kind of placement',
  offered.map((code) => [code, `${code}: ${codeTitle(PLACEMENT_TYPES, code)}`] as const),
)}
${chooseOne(
  filling,
  'provider',
  'Whose it is',
  providers.map(({ id, name }) => [String(id), name] as const),
)}
${lineField(filling, 'urn', { label: 'Ofsted’s number (URN)', hint: 'Leave it empty for a household: their children’s placements carry the agency’s.', classes: 'govuk-input--width-10' })}
${lineField(filling, 'postcode', { label: 'Postcode', hint: 'The children of a household are known by it.', classes: 'govuk-input--width-10' })}`,
  });
};

const WORDS: Readonly<Record<SettingFactKind, { readonly title: string; readonly from: string }>> = {
  standing: { title: 'Record where it stands', from: 'From which day?' },
  terms: { title: 'Record who may live there', from: 'From which day?' },
  judgement: { title: 'Record an Ofsted judgement', from: 'On which day was it published?' },
  exemption: { title: 'Record an exemption from the fostering limit', from: 'From which day?' },
  fee: { title: 'Record the weekly fee', from: 'From which day?' },
};

const kindsField = (filling: Filling): Html =>
  checkboxes({
    name: 'kinds',
    idPrefix: 'kinds',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'Approved for', classes: 'govuk-fieldset__legend--s' } },
    errorMessage: formErrors(filling.problems ?? []).of('kinds'),
    items: Object.entries(FOSTERING_KINDS).map(([value, text]) => ({
      value,
      text,
      checked: filling.typed.getAll('kinds').includes(value),
    })),
  });

const fieldsOf = (fact: SettingFactKind, filling: Filling, setting: SettingFound['setting']): Html => {
  switch (fact) {
    case 'standing':
      return html`${oneOf(filling, 'state', 'How far is it?', STANDINGS)}${textField(filling, 'note', 'Why, if there is more to say', 'No child by name.')}`;
    case 'terms':
      return html`${lineField(filling, 'places', { label: 'How many children may live there at once?', classes: NARROW })}
${lineField(filling, 'ages-from', { label: 'From what age?', classes: NARROW })}
${lineField(filling, 'ages-to', { label: 'Up to what age?', hint: '17 is until the eighteenth birthday.', classes: NARROW })}
${oneOf(filling, 'sexes', 'Whom do they take?', SEXES_TAKEN)}
${isHousehold(setting.kind) && kindsField(filling)}`;
    case 'judgement':
      return oneOf(filling, 'outcome', 'What did Ofsted judge overall?', SETTING_JUDGEMENTS);
    case 'exemption':
      return html`${lineField(filling, 'most', { label: 'Up to how many children?', hint: 'Three need no exemption, nor do brothers and sisters alone.', classes: NARROW })}
${textField(filling, 'conditions', 'What for, and on what conditions?', 'No child by name.')}`;
    case 'fee':
      return lineField(filling, 'weekly', {
        label: 'What does a place cost a week?',
        hint: 'In pounds, before anything is added for a child. For example 5,761.00',
        classes: 'govuk-input--width-10',
      });
  }
};

/** Records something of a home for its days. What was recorded of those days before is kept. */
export const factForm = (
  filling: Filling,
  { fact, setting }: { readonly fact: SettingFactKind; readonly setting: SettingFound['setting'] },
): Page =>
  formPage({
    ...filling,
    title: WORDS[fact].title,
    caption: setting.name,
    action: staffPaths.tellOfHome({ settingId: String(setting.id), fact }),
    back: { href: homeHref(setting.id), text: `Back to ${setting.name}` },
    says: 'Record it',
    fields: html`${fieldsOf(fact, filling, setting)}
${daysFields(filling, WORDS[fact].from, 'For example 24 11 2026. What was recorded of the same days gives way, and is kept.')}`,
  });

/** Says that a place cannot be used. */
export const blockForm = (filling: Filling, setting: SettingFound['setting']): Page =>
  formPage({
    ...filling,
    title: 'Block a place',
    caption: setting.name,
    action: staffPaths.blockPlace({ settingId: String(setting.id) }),
    back: { href: homeHref(setting.id), text: `Back to ${setting.name}` },
    says: 'Block the place',
    fields: html`<input type="hidden" name="_key" value="${filling.typed.get('_key') ?? randomUUID()}">
${oneOf(filling, 'reason', 'Why can it not be used?', BLOCK_REASONS)}
${textField(filling, 'note', 'More, if it helps', 'No child by name.')}
${daysFields(filling, 'From which day?', 'Today or a later day.')}`,
  });
