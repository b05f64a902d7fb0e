import { PLACEMENT_KINDS, type ProviderInRegister, SECTORS } from '@rightplace/domain';
import { html } from '../../kit/index.ts';
import type { Page } from '../../server/answer.ts';
import { staffPaths } from '../paths.ts';
import { daysFields, type Filling, formPage, lineField, oneOf } from './form-parts.ts';
import { providerHref } from './register-words.ts';

/** What a provider is called and whose provision it is. */
export const providerForm = (filling: Filling, of?: ProviderInRegister): Page =>
  formPage({
    ...filling,
    title: of === undefined ? 'Add a provider' : 'Correct its name or sector',
    caption: of?.name,
    action:
      of === undefined ? staffPaths.addProvider() : staffPaths.changeProvider({ providerId: String(of.id) }),
    back:
      of === undefined
        ? { href: staffPaths.providers(), text: 'Back to providers' }
        : { href: providerHref(of.id), text: `Back to ${of.name}` },
    says: of === undefined ? 'Add the provider' : 'Save',
    fields: html`${lineField(filling, 'name', { label: 'Name' })}${oneOf(filling, 'sector', 'Whose provision is it?', SECTORS)}`,
  });

/** That a provider is on a framework, for some days. */
export const frameworkForm = (filling: Filling, of: ProviderInRegister): Page =>
  formPage({
    ...filling,
    title: 'Record a framework',
    caption: of.name,
    action: staffPaths.framework({ providerId: String(of.id) }),
    back: { href: providerHref(of.id), text: `Back to ${of.name}` },
    says: 'Record it',
    fields: html`${lineField(filling, 'name', { label: 'Name of the framework or contract' })}
${oneOf(filling, 'placements', 'What is it for?', PLACEMENT_KINDS)}
${daysFields(filling, 'From which day?', 'To say that it ends, record it again from its first day, with its last.')}`,
  });
