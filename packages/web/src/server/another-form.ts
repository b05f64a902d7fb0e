/** What was typed, without what tells the form from others: sent again it is another form. */
export const asAnotherForm = (form: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...form].filter(([name]) => name !== '_key'));
