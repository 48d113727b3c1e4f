import { expect } from "vitest";
import { matrixGroup } from "#app/domain/desk/matrix.ts";
import { beginTemplate } from "#app/services/desk-begin.server.ts";
import { changeMatrix, changeSection } from "#app/services/desk-edit.server.ts";
import { askForReview, publishDocument } from "#app/services/desk-publish.server.ts";
import { deskDocument } from "#app/services/desk.server.ts";
import type { TestBoard } from "#tests/setup/board.ts";

export const leraar = matrixGroup("leraar")!;

/** A published framework of the board, made of the template with three levels and asked of teachers. */
export async function published(board: TestBoard): Promise<string> {
  const id = await board.as("beheerder", (ctx) => beginTemplate(ctx, "three-levels"));
  await board.as("beheerder", async (ctx) => {
    const { sequence, draft } = await deskDocument(ctx, id);
    await changeSection(ctx, id, { part: "facts" }, { licence: "CC-BY-4.0" }, sequence);
    const sent = Object.fromEntries(["1.1", "1.2", "2.1"].flatMap((each) => [[`in.${each}`, "on"], [`target.${each}`, "2"], [`weight.${each}`, "1"]]));
    expect(await changeMatrix(ctx, id, { instrument: draft.framework.instruments[0]!.id, group: leraar }, sent, sequence + 1)).toBeNull();
    await askForReview(ctx, id);
  });
  await board.as("beheerder", (ctx) => publishDocument(ctx, id, "0.1.0"));
  return id;
}
