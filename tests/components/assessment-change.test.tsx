import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { FunctionScreen, type FunctionView } from "#app/components/assessment/function-screen.tsx";
import { ThrowAwayScreen, type ThrowAwayView } from "#app/components/assessment/throw-away-screen.tsx";
import { LoginForm } from "#app/components/shell/login-form.tsx";
import type { CarryOver } from "#app/domain/assessment/carry-over.ts";
import { drawn, violations } from "./assessment-page.tsx";

afterEach(cleanup);
const carry = (more: Partial<CarryOver>): CarryOver => ({ asked: 8, same: 0, reworded: 0, left: 0, ...more });

describe("correcting the function while answering", () => {
  const view = (more: Partial<FunctionView> = {}): FunctionView => ({
    assessmentId: "a1",
    framework: "Kennisnet",
    functionId: "groepsleerkracht",
    now: "Leraar, groepsleerkracht",
    choices: [
      { id: "groepsleerkracht", title: "groepsleerkracht", carry: carry({ asked: 16, same: 4 }) },
      { id: "vakleerkracht", title: "vakleerkracht", carry: carry({ asked: 16, same: 4 }) },
      { id: "concierge", title: "conciërge", carry: carry({ same: 1, reworded: 2, left: 1 }) },
      { id: "onderwijsassistent", title: "onderwijsassistent", carry: carry({ asked: 1 }) },
    ],
    without: "directeur en bestuurder",
    countedAs: { person: "Leraar, groepsleerkracht", school: "De Linde" },
    easy: false,
    ...more,
  });
  const hint = (name: RegExp) => screen.getByRole("radio", { name }).closest("label")!.querySelector(".choice__hint")!.textContent;

  test("says of each function what becomes of the answers, what is logged, and where the figures count", async () => {
    drawn(<FunctionScreen view={view()} />);
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /^groepsleerkracht/ }).checked).toBe(true);
    expect(hint(/^groepsleerkracht/)).toBe("Zoals het nu is.");
    expect(hint(/^vakleerkracht/)).toBe("16 vragen. Je 4 antwoorden blijven staan.");
    expect(hint(/^conciërge/)).toBe(
      "8 vragen. 1 antwoord blijft staan zoals het is. 2 antwoorden blijven staan, bij zinnen voor deze functie. Kijk ze daarna na. 1 antwoord past niet bij deze vragen. We bewaren het, maar het telt dan niet mee.",
    );
    expect(hint(/^onderwijsassistent/)).toBe("1 vraag.");
    const words = document.body.textContent;
    for (const each of ["Van je antwoorden gaat niets weg", "in het logboek", "tel je mee als Leraar, groepsleerkracht bij De Linde", "geen vragen voor: directeur en bestuurder"]) expect(words).toContain(each);
    expect(await violations()).toEqual([]);
  });

  test("says nothing about figures or missing functions when there are none, also in English", async () => {
    drawn(<FunctionScreen view={view({ without: "", countedAs: null, easy: true })} />, "en");
    expect(screen.queryByRole("heading", { level: 2 })).toBeNull();
    expect(document.body.textContent).not.toContain("group figures");
    expect(hint(/^conciërge/)).toContain("1 answer does not fit these questions. We keep it");
    expect(await violations()).toEqual([]);
  });
});

describe("throwing away", () => {
  const closesAt = new Date("2026-12-13T22:59:00Z");
  const view = (more: Partial<ThrowAwayView> = {}): ThrowAwayView => ({ assessmentId: "a1", framework: "DigCompEdu", round: null, startedAt: new Date("2026-11-16T13:02:00Z"), done: 3, total: 22, kept: 4, easy: false, ...more });

  test.each([
    [view(), ["3 van 22 beantwoord", "Wat je bij 4 vragen invulde, is dan weg"], ["opnieuw beginnen"]],
    [view({ kept: 0, done: 0 }), ["Je hebt nog niets ingevuld"], []],
    [view({ round: { name: "Najaar", closesAt, closed: false } }), ["opnieuw beginnen tot", "Najaar"], []],
    [view({ round: { name: "Najaar", closesAt, closed: true } }), ["Najaar"], ["opnieuw beginnen"]],
  ])("says what is gone, and keeps by a link (%#)", async (each, said, unsaid) => {
    drawn(<ThrowAwayScreen view={each} />);
    for (const words of said) expect(document.body.textContent).toContain(words);
    for (const words of unsaid) expect(document.body.textContent).not.toContain(words);
    expect(screen.getByRole("link", { name: "Nee, bewaar hem" }).getAttribute("href")).toBe("/zelfscans/a1/nakijken");
    expect(screen.getByRole("button", { name: "Gooi deze zelfscan weg" })).toBeTruthy();
    expect(await violations()).toEqual([]);
  });
});

test("the summary of sign-in errors names the field with each message", () => {
  drawn(<LoginForm demo={false} backTo="/" failed={{ errors: { email: "required", password: "required" }, values: {} }} />);
  expect([...screen.getByRole("alert").querySelectorAll("a")].map((link) => [link.getAttribute("href"), link.textContent])).toEqual([
    ["#email", "E-mailadres: Vul dit in."],
    ["#password", "Wachtwoord: Vul dit in."],
  ]);
});
