/**
 * What IBM's engine reports and what we say to it. A rule stands here with its reason, or it fails the test.
 * `only` limits the verdict to the elements it is true of.
 */
export type Verdict = { readonly rule: string; readonly because: string; readonly only?: RegExp };

/** Rules that the engine calls broken and that are kept on purpose. */
export const standing: readonly Verdict[] = [
  {
    rule: "input_autocomplete_valid",
    only: /type="email".*autocomplete="username"|autocomplete="username".*type="email"/,
    because: "HTML lets `username` stand on an e-mail field, password managers ask for it, and axe agrees; the engine only knows `email`.",
  },
  { rule: "fieldset_label_valid", only: /aria-labelledby="(chosen|reason|easy)-reasons"/, because: "The style guide shows one question three times; nowhere else do two stand on a page." },
];

/** Questions the engine cannot answer itself ("potential"), with where the answer is. */
export const answered: readonly Verdict[] = [
  { rule: "style_color_misuse", because: "Asked of every style sheet. Each colour stands beside a word, a sign or a border: settings.spec.ts takes all colours away." },
  { rule: "element_tabbable_visible", because: "Asked of the skip link and of radios under their cards; without-a-mouse.spec.ts sees each stop when it has the focus." },
  { rule: "element_tabbable_unobscured", because: "without-a-mouse.spec.ts looks whether something lies over each stop." },
  { rule: "text_block_heading", because: "Short lines in a sentence's place: who somebody is, a legend, the title of a note. None opens a part of the page." },
  { rule: "input_checkboxes_grouped", because: "A checkbox by itself: the wish, a setting, not being counted. There is nothing to group it with." },
  { rule: "input_label_visible", because: "Every field has a label in sight; the engine does not follow one with a hint inside." },
  { rule: "text_sensory_misuse", because: "Asked of a sentence with “extra” in it: an amount, not a place or a shape." },
  { rule: "text_quoted_correctly", only: /^<a href="[^"]*\/vraag\//, because: "Asked of a link with the words of a question, “pupils' and parents' privacy”: two apostrophes, no quotation." },
];
