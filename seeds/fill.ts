import { createAccount } from "#app/services/session.server.ts";
import type { Database } from "#db/client.server.ts";
import { practiceBoard } from "./practice-board.ts";
import { addPeople, setUpBoard } from "./set-up.ts";

export const demoPassword = "groeikompas-demo";

/** The whole story, told through the services. `now` is the day of the visit: rounds lie before it, one runs on it. */
export async function fillPracticeBoard(database: Database, _now: Date, say: (line: string) => void): Promise<void> {
  const board = practiceBoard();
  const { plan, characters } = board;
  say(`Making ${plan.name} with ${characters.length} people…`);
  await setUpBoard(database, plan);
  await addPeople(database, plan.id, characters);
  for (const { login, id, email } of characters) {
    if (login) await createAccount(database, { email, password: demoPassword, language: "nl", organisationId: plan.id, organisationName: plan.name, personId: id });
  }
}
