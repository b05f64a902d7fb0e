// Every page works without this file. It only improves what is already there.
import { createAll, initAll } from 'govuk-frontend';

initAll();

if (document.querySelector('[data-module="moj-button-menu"]')) {
  const { ButtonMenu } = await import('moj-button-menu');
  createAll(ButtonMenu);
}
