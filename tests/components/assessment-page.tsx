import { render } from "@testing-library/react";
import axe from "axe-core";
import type { ReactNode } from "react";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import type { QuestionView } from "#app/domain/assessment/question-view.ts";
import { untouched } from "#app/domain/assessment/saving.ts";
import type { Language } from "#app/domain/text.ts";
import { LanguageContext } from "#app/messages/catalogue.ts";

/** Draws a page inside a router, at an address of its own; every other address is an empty page. */
export function drawn(page: ReactNode, language: Language = "nl") {
  const router = createMemoryRouter([{ path: "/here", element: <LanguageContext.Provider value={language}>{page}</LanguageContext.Provider> }, { path: "*", element: <p>elsewhere</p> }], { initialEntries: ["/here"] });
  const { unmount } = render(<RouterProvider router={router} future={{ v7_startTransition: true }} />);
  return { where: () => router.state.location.pathname + router.state.location.search, unmount };
}

/** What axe finds wrong; colours and landmarks belong to the whole page in a browser. */
export async function violations(): Promise<string[]> {
  return (await axe.run(document.body, { rules: { region: { enabled: false }, "color-contrast": { enabled: false } } })).violations.map(({ id }) => id);
}

let count = 0;

/** A question as a page shows it. Each has an assessment of its own, because the outbox of one lives as long as the page. */
export function questionOf(more: Partial<QuestionView> = {}): QuestionView {
  count += 1;
  return {
    assessmentId: `a${count}`,
    competenceId: "1.1",
    area: "Samenwerken",
    question: "Hoe houd je contact met ouders?",
    description: "Over berichten van de school.",
    objectives: [],
    prompt: null,
    choices: ["Ik weet het.", "Ik probeer het.", "Ik kies het.", "Ik deel het."].map((statement, place) => ({ value: String(place + 1), statement, example: `voorbeeld ${place + 1}` })),
    state: untouched,
    place: 1,
    total: 2,
    done: 0,
    minutesLeft: 2,
    overview: [
      { competenceId: "1.1", question: "Hoe houd je contact met ouders?", area: "Samenwerken", answered: false },
      { competenceId: "1.2", question: "Hoe werk je samen?", area: "Samenwerken", answered: true },
    ],
    previous: null,
    next: "1.2",
    finishes: null,
    frozen: null,
    savedAt: null,
    askedAs: "groepsleerkracht",
    easy: false,
    ...more,
  };
}
