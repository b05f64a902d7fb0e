import { button, csrfField, type Html, html, input, passwordInput, select } from '../kit/index.ts';

export interface AuthorityChoice {
  readonly id: string;
  readonly name: string;
}

/** Which authority somebody signs in to: not asked where there is one. */
export const whichAuthority = (
  authorities: readonly AuthorityChoice[],
  { label, chosen }: { readonly label: string; readonly chosen: string | undefined },
): Html => {
  const [only] = authorities;
  if (authorities.length === 1 && only !== undefined)
    return html`<input type="hidden" name="authority" value="${only.id}">`;
  return select({
    id: 'authority',
    name: 'authority',
    label: { text: label },
    value: chosen,
    items: authorities.map(({ id, name }) => ({ value: id, text: name })),
  });
};

/** Where somebody goes once they have signed in, carried by the form. */
export const nextField = (next: string | undefined): Html | false =>
  next !== undefined && html`<input type="hidden" name="next" value="${next}">`;

/** The form of either door that asks for an email address and a password. */
export const passwordSignInForm = ({
  action,
  csrf,
  next,
  authority,
  email,
  secondary = false,
}: {
  readonly action: string;
  readonly csrf: string;
  readonly next: string | undefined;
  readonly authority: Html;
  readonly email: string | undefined;
  /** Where another way to sign in stands first. */
  readonly secondary?: boolean;
}): Html => html`<form method="post" action="${action}" novalidate>
${csrfField(csrf)}${nextField(next)}${authority}
${input({
  id: 'email',
  name: 'email',
  type: 'email',
  label: { text: 'Email address' },
  autocomplete: 'username',
  spellcheck: false,
  value: email,
})}
${passwordInput({ id: 'password', name: 'password', label: { text: 'Password' }, autocomplete: 'current-password' })}
${button({ text: 'Sign in', preventDoubleClick: true, ...(secondary ? { classes: 'govuk-button--secondary' } : {}) })}
</form>`;
