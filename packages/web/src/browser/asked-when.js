// Shows a question only while an answer above asks for it. Without this file every such question stands on the page, with
// what it waits for said above it; what is typed in one that is not asked is kept, and counts for nothing, either way.
const HIDDEN = 'app-follows--unasked';
const following = [...document.querySelectorAll('[data-asked-when]')].map((box) => ({
  box,
  question: box.dataset.askedWhen,
  answers: box.dataset.askedIs.split(' '),
}));

const choicesOf = (name) => document.getElementsByName(name);

/** A question of one part of a form may wait for an answer given in another: that one does not change on this page. */
const isAsked = ({ question, answers }) => {
  const choices = [...choicesOf(question)];
  return choices.length === 0 || choices.some(({ checked, value }) => checked && answers.includes(value));
};

const show = () => {
  for (const one of following) {
    const asked = isAsked(one);
    one.box.classList.toggle(HIDDEN, !asked);
    for (const choice of choicesOf(one.question)) {
      // What a box opens may be told with it. Of a round button no state but “chosen” is known to screen readers.
      if (choice.type === 'checkbox' && one.answers.includes(choice.value))
        choice.setAttribute('aria-expanded', String(choice.checked));
    }
  }
};

for (const { box, question, answers } of following) {
  for (const choice of choicesOf(question)) {
    if (!answers.includes(choice.value)) continue;
    const opened = choice.getAttribute('aria-controls');
    choice.setAttribute('aria-controls', opened === null ? box.id : `${opened} ${box.id}`);
  }
}

if (following.length > 0) {
  document.addEventListener('change', show);
  // A page gone back to has the choices that the browser kept, not those that it was sent with.
  addEventListener('pageshow', show);
  show();
}

// A module, as the page loads it: its names are its own.
export {};
