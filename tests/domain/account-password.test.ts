import { describe, expect, test } from "vitest";
import { passwordProblem } from "#app/domain/password.ts";

const about = { old: "an older password 1", email: "sanne.devries@morgenwijs.example", name: "Sanne de Vries" };
const problemOf = (next: string) => passwordProblem(next, about);

describe("a new password", () => {
  test.each([
    ["vier losse woorden hier"],
    ["correct horse battery staple"],
    ["mijn kat Sanne slaapt graag"],
    ["漢字でパスワードを書いてみましょうね"],
    ["ügly pässwörd wïth äccents"],
    ["a-Zufällig7!Kq0vW"],
    ["!@#$%^&*()_+=-?"],
    ["                k r m b x q h"],
    ["x".repeat(8) + " en nog 192 tekens ".repeat(10)],
  ])("%j can be used: length counts, kinds of characters do not", (next) => expect(problemOf(next)).toBeNull());

  test.each([
    ["fourteen chars", "too-short"],
    ["👩🏽‍🏫👩🏽‍🏫👩🏽‍🏫", "too-short"],
    ["q7 ".repeat(67), "too-long"],
    [about.old, "same"],
    ["aaaaaaaaaaaaaaaaaaaa", "too-simple"],
    ["abababababababababab", "too-simple"],
    ["geheim1geheim1geheim1", "too-simple"],
    ["123456789012345", "too-simple"],
    ["1234-5678-9012-345", "too-simple"],
    ["abcdefghijklmnopqrs", "too-simple"],
    ["QWERTYUIOPASDFGH", "too-simple"],
    ["a b c d e f g h                ", "too-simple"],
    ["zyxwvutsrqponmlkj", "too-simple"],
    ["sanne.devries@morgenwijs.example", "too-near"],
    ["Sanne de Vries 2026", "too-near"],
    ["groeikompas-demo", "too-near"],
    ["Groeikompas 2026!", "too-near"],
    ["wachtwoord welkom 01", "too-near"],
  ])("%j cannot: %s", (next, problem) => expect(problemOf(next)).toBe(problem));
});
