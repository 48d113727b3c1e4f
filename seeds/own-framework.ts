import { isoDay } from "#app/domain/format.ts";
import { dayAfter } from "#app/domain/round.ts";
import { matrixGroup } from "#app/domain/desk/matrix.ts";
import { beginTemplate } from "#app/services/desk-begin.server.ts";
import { changeMatrix, changeSection } from "#app/services/desk-edit.server.ts";
import { askForReview } from "#app/services/desk-publish.server.ts";
import { comment, reviewDocument } from "#app/services/desk-review.server.ts";
import { deskDocument } from "#app/services/desk.server.ts";
import type { Database } from "#db/client.server.ts";
import { workday } from "./calendar.ts";
import { as } from "./fill.ts";
import type { Character, PracticeBoard } from "./practice-board.ts";

/** What the board writes over the template: invented, and small. */
const facts = {
  "title.nl": "Afspraken over digitaal werken op Morgenwijs",
  "title.en": "Agreements on digital work at Morgenwijs",
  "shortTitle.nl": "Afspraken Morgenwijs",
  "shortTitle.en": "Morgenwijs agreements",
  "description.nl": "Drie afspraken die de teams van De Linde en De Eik samen maakten. Iedereen kijkt voor zichzelf hoe vaak het lukt.",
  "description.en": "Three agreements that the teams of De Linde and De Eik made together. Everybody looks for themselves at how often it works.",
  licence: "CC-BY-SA-4.0",
};
const remarks: readonly { login: string; item: string | null; words: string; day: number }[] = [
  { login: "leraar", item: "2", words: "Bedoelen we hier ook kopieën voor een invaller? Bij ons liggen die nog in de kast.", day: -4 },
  { login: "ondersteuner", item: null, words: "Fijn dat het er maar drie zijn. Voor conciërges is de derde niet van toepassing.", day: -3 },
];

/** The practice board has one framework of its own: made by its administrator, and in review with two remarks of colleagues. */
export async function beginOwnFramework(database: Database, board: PracticeBoard, now: Date): Promise<void> {
  const known = (login: string): Character => board.characters.find((each) => each.login === login)!;
  const on = (days: number, time: string) => new Date(`${workday(dayAfter(isoDay(now), days), -1)}T${time}:00Z`);
  const admin = known("beheerder");
  const id = await as(database, board, admin, on(-12, "09:10"), (ctx) => beginTemplate(ctx, "agreements"));
  await as(database, board, admin, on(-12, "09:40"), async (ctx) => {
    mustBe((await changeSection(ctx, id, { part: "facts" }, facts, 1)).status === "kept");
    const { framework } = (await deskDocument(ctx, id)).draft;
    const items = Object.fromEntries(framework.nodes.map((node) => [`in.${node.id}`, "on"]));
    for (const [nth, key] of ["leraar", "onderwijsondersteuner"].entries()) mustBe((await changeMatrix(ctx, id, { instrument: "agreements", group: matrixGroup(key)! }, items, 2 + nth)) === null);
    await askForReview(ctx, id);
  });
  for (const { login, item, words, day } of remarks) {
    await as(database, board, known(login), on(day, "14:20"), async (ctx) => mustBe((await comment(ctx, await reviewDocument(ctx, id), { item, words })) === null));
  }
}

function mustBe(held: boolean): void {
  if (!held) throw new Error("The practice board's own framework could not be made.");
}
