import { catalogue } from "./catalogue.ts";

/** Texts around every chart. */
export const charts = catalogue({
  nl: {
    asTable: "Toon als tabel",
    level: "waar je nu staat",
    open: "nog te groeien tot je streefniveau",
    target: "je streefniveau",
  },
  en: {
    asTable: "Show as a table",
    level: "where you are now",
    open: "still to grow to your target",
    target: "your target",
  },
});
