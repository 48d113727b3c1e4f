import { familyMember, families, familyTitles, staffFunction, staffFunctions, type Family } from "#app/domain/people/function-group.ts";
import { inLanguage, type Language } from "#app/domain/text.ts";

/** "Leraar, groepsleerkracht, De Linde": somebody's function as they would say it; the same word twice is said once. */
export function functionInWords({ family, functionId, school }: { family: Family; functionId: string; school: string | null }, language: Language): string {
  const title = staffFunction(functionId)?.title;
  const words = [inLanguage(familyMember[family], language), title ? inLanguage(title, language) : functionId, school ?? ""];
  const said = [...new Set(words.filter(Boolean))].join(", ");
  return said.charAt(0).toLocaleUpperCase(language) + said.slice(1);
}

/** All functions by family, in the reader's language, to choose from. */
export function functionsToChoose(language: Language): { family: string; functions: { id: string; title: string }[] }[] {
  return families.map((family) => ({
    family: inLanguage(familyTitles[family], language),
    functions: staffFunctions.filter((each) => each.family === family).map(({ id, title }) => ({ id, title: inLanguage(title, language) })),
  }));
}
