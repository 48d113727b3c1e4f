import { profileTitle } from "#app/domain/desk/begin.ts";
import { spokenIn, type Draft } from "#app/domain/desk/draft.ts";
import { optionalText, plainField, textFields, textFrom, typedIn, type DeskErrors, type FieldGroup, type Values } from "#app/domain/desk/field.ts";
import { areWordsFixed, isLicenceFixed, ownLicences } from "#app/domain/desk/licences.ts";
import type { Edited } from "#app/domain/desk/words.ts";
import type { Framework, Instrument } from "#app/domain/framework/framework.ts";
import type { Profile } from "#app/domain/framework/profile.ts";
import { isDay } from "#app/domain/round.ts";
import { inEither, type Language } from "#app/domain/text.ts";

const group = (key: string, nl: string, en: string, fields: FieldGroup["fields"]): FieldGroup => ({ key, legend: { nl, en }, fields });

/** Name, source, licence and what else a framework says about itself, and the reasons behind its targets. */
export function factsFields({ framework, profiles }: Draft): FieldGroup[] {
  const spoken = spokenIn(framework);
  const { source, licence, instruments } = framework;
  return [
    group("name", "Naam", "Name", [
      ...textFields(spoken, "title", "title", framework.title, 200, { room: "line" }),
      ...textFields(spoken, "shortTitle", "shortTitle", framework.shortTitle, 60, { room: "line" }),
      ...textFields(spoken, "description", "description", framework.description, 1500),
    ]),
    ...framework.layers.map(({ title, plural }, nth) => group(`layer.${nth}`, `Laag ${nth + 1} van de boom`, `Layer ${nth + 1} of the tree`, [...textFields(spoken, `layer.${nth}`, "layer", title, 60, { room: "line" }), ...textFields(spoken, `layers.${nth}`, "layers", plural, 60, { room: "line" })])),
    group("source", "Bron", "Source", [
      plainField("citation", "citation", source.citation, 800, { room: "lines" }),
      plainField("publisher", "publisher", source.publisher, 200),
      plainField("year", "year", String(source.year), 4),
      plainField("url", "url", source.url ?? "", 500, { optional: true }),
      plainField("contact", "contact", framework.contact, 200),
      plainField("reviewBy", "reviewBy", framework.reviewBy, 10, { room: "date" }),
    ]),
    group("licence", "Licentie en naamsvermelding", "Licence and attribution", [
      ...(isLicenceFixed(framework) ? [] : [plainField("licence", "licence", licence.id, 60, { room: licenceChoices(framework) })]),
      ...textFields(spoken, "attribution", "attribution", framework.attribution, 800),
      ...textFields(spoken, "changes", "changes", framework.changes, 800),
      ...textFields(spoken, "endorsement", "endorsement", framework.endorsement, 400),
    ]),
    // How something is asked belongs to the words: where those are fixed it stays as it is.
    ...(areWordsFixed(framework) ? [] : instruments).map(({ title, explanation, prompt, form }, nth) =>
      group(`asks.${nth}`, `Manier van vragen: ${inEither(title, "nl")}`, `Way of asking: ${inEither(title, "en")}`, [
        ...textFields(spoken, `asks.${nth}.title`, "title", title, 120, { room: "line" }),
        ...textFields(spoken, `asks.${nth}.explanation`, "explanation", explanation, 1000),
        ...(form === "rate-block" || prompt ? textFields(spoken, `asks.${nth}.prompt`, "prompt", prompt, 120, { optional: true, room: "line" }) : []),
      ]),
    ),
    ...profiles.map((profile, nth) => group(`profile.${nth}`, `Waarom deze streefniveaus${ofWay(framework, profile, "nl")}`, `Why these targets${ofWay(framework, profile, "en")}`, textFields(["nl", "en"], `reasoning.${nth}`, "reasoning", profile.reasoning, 2000))),
  ];
}

/** The draft with what was typed about itself. */
export function editFacts(draft: Draft, sent: Values): Edited {
  const { framework } = draft;
  const { values, errors } = typedIn(factsFields(draft).flatMap(({ fields }) => fields), sent);
  const found: Record<string, DeskErrors[string]> = { ...errors };
  const spoken = spokenIn(framework);
  const text = (name: string) => textFrom(spoken, values, name);
  const year = Number(values["year"]);
  if (!/^\d{4}$/.test(values["year"]!) || year < 1990 || year > 2100) found["year"] ??= "not-a-year";
  const url = values["url"]!;
  if (url !== "" && !(url.startsWith("https://") && URL.canParse(url) && !/\s/.test(url))) found["url"] ??= "not-an-address";
  if (!isDay(values["reviewBy"]!)) found["reviewBy"] ??= "not-a-date";
  if (Object.keys(found).length > 0) return { ok: false, errors: found };
  const { url: _url, ...source } = framework.source;
  const chosen = [...ownLicences, framework.licence].find(({ id }) => id === values["licence"]);
  // What is still the licence it came with keeps the words it came with.
  const licence = values["licence"] === framework.licence.id ? framework.licence : (chosen ?? framework.licence);
  const shortTitle = text("shortTitle");
  const instruments = areWordsFixed(framework) ? framework.instruments : framework.instruments.map((instrument, nth) => withTexts(instrument, nth, spoken, values));
  const wayOf = ({ instrument }: Profile) => instruments.find(({ id }) => id === instrument)?.title;
  return {
    ok: true,
    draft: {
      framework: {
        ...framework,
        title: text("title"),
        shortTitle,
        description: text("description"),
        layers: framework.layers.map((layer, nth) => ({ ...layer, title: text(`layer.${nth}`), plural: text(`layers.${nth}`) })),
        source: { ...source, citation: values["citation"]!, publisher: values["publisher"]!, year, ...(url === "" ? {} : { url }) },
        contact: values["contact"]!,
        reviewBy: values["reviewBy"]!,
        licence,
        attribution: text("attribution"),
        changes: text("changes"),
        endorsement: text("endorsement"),
        instruments,
      },
      profiles: draft.profiles.map((profile, nth) => ({ ...profile, title: profileTitle({ shortTitle }, wayOf(profile) ?? profile.title), reasoning: textFrom(["nl", "en"], values, `reasoning.${nth}`) })),
    },
  };
}

function withTexts({ prompt: _prompt, ...instrument }: Instrument, nth: number, spoken: readonly Language[], values: Values): Instrument {
  const prompt = optionalText(spoken, values, `asks.${nth}.prompt`);
  return { ...instrument, title: textFrom(spoken, values, `asks.${nth}.title`), explanation: textFrom(spoken, values, `asks.${nth}.explanation`), ...(prompt ? { prompt } : {}) };
}

/** Which way of asking a profile is of, where there are several. */
function ofWay({ instruments }: Framework, { instrument }: Profile, language: Language): string {
  const found = instruments.find(({ id }) => id === instrument);
  return found && instruments.length > 1 ? `: ${inEither(found.title, language)}` : "";
}

function licenceChoices({ licence }: Framework): { value: string; label: { nl: string; en: string } }[] {
  const all = ownLicences.some(({ id }) => id === licence.id) ? ownLicences : [licence, ...ownLicences.slice(1)];
  return all.map(({ id, name }) => ({ value: id, label: { nl: name, en: name } }));
}
