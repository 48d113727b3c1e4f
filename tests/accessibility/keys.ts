import { expect, type Locator, type Page } from "@playwright/test";

/** Where the focus is, and what is wrong with it there. */
type Stop = { readonly name: string; readonly wrong: readonly string[] };
type Marks = { firstStop?: Element; lastStop?: Element; lastLook?: readonly string[]; lastRing?: readonly Element[] };

/**
 * One press of Tab, and a look at where it went: the stop must be marked, in sight, under nothing else, and after the
 * one before it in reading order. Null when the focus has left the page.
 */
async function tab(page: Page, back = false): Promise<Stop | null> {
  await page.keyboard.press(back ? "Shift+Tab" : "Tab");
  return page.evaluate((backwards) => {
    const marks = globalThis as unknown as Marks;
    const now = document.activeElement;
    const look = (node: Element) => {
      const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor } = getComputedStyle(node);
      return [outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor].join(" ");
    };
    const wrong: string[] = [];
    // The one before looks different now that it has lost the focus.
    if (marks.lastStop?.isConnected && marks.lastStop !== now && marks.lastRing!.every((node, at) => look(node) === marks.lastLook![at])) wrong.push(`looks the same with and without the focus: ${marks.lastStop.textContent?.trim().slice(0, 40)}`);
    const isOut = now === null || now === document.body || now === document.documentElement;
    if (isOut || (now === marks.firstStop && now !== marks.lastStop)) {
      delete marks.lastStop;
      return null;
    }
    marks.firstStop ??= now;
    const name = `${now.tagName.toLowerCase()} “${(now.getAttribute("aria-label") ?? (now.textContent?.trim() || (now as HTMLInputElement).name || "")).replace(/\s+/g, " ").slice(0, 50)}”`;
    // The ring stands on the control itself, or on the card or pill that it fills.
    const ring = [now, now.closest(".level-card, .wish")].filter((node) => node !== null);
    const isRinged = ring.some((node) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(node);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    });
    if (!isRinged) wrong.push(`${name} has no ring of 2 px or more`);
    const shown = ring.at(-1)!.getBoundingClientRect();
    const sight = { top: Math.max(shown.top, 0), bottom: Math.min(shown.bottom, innerHeight), left: Math.max(shown.left, 0), right: Math.min(shown.right, innerWidth) };
    if (sight.bottom <= sight.top || sight.right <= sight.left) wrong.push(`${name} is out of sight`);
    else {
      const own = (node: Element | null) => node !== null && ring.some((each) => each.contains(node) || node.contains(each));
      const corners = [sight.left + 2, (sight.left + sight.right) / 2, sight.right - 2].flatMap((x) => [sight.top + 2, (sight.top + sight.bottom) / 2, sight.bottom - 2].map((y) => [x, y] as const));
      const covered = corners.filter(([x, y]) => !own(document.elementFromPoint(x, y))).length;
      if (covered > corners.length / 3) wrong.push(`${name} lies under ${document.elementFromPoint(...corners[4]!)?.className ?? "something"}`);
    }
    if (marks.lastStop?.isConnected && marks.lastStop !== now) {
      const after = Boolean(marks.lastStop.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING);
      if (after === backwards) wrong.push(`${name} comes out of order`);
    }
    marks.lastStop = now;
    marks.lastRing = ring;
    marks.lastLook = ring.map(look);
    return { name, wrong };
  }, back);
}

/** From the top of the page to its end and half the way back, with Tab alone. Every stop must be right, and all that can be pressed be one. */
export async function walk(page: Page, where: string): Promise<void> {
  const expected = await settled(page);
  await fromTheTop(page);
  const seen: string[] = [];
  const wrong: string[] = [];
  for (let stop = await tab(page); stop !== null; stop = await tab(page)) {
    seen.push(stop.name);
    wrong.push(...stop.wrong);
    if (seen.length > expected + 20) wrong.push("the focus does not come out");
    if (seen.length > expected + 20) break;
  }
  expect(wrong, where).toEqual([]);
  expect(seen.length, `${where}: ${seen.join(", ")}`).toBe(expected);
}

/** Goes on with Tab until this has the focus, and looks at every stop on the way. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  await page.evaluate(() => {
    const marks = globalThis as unknown as Marks;
    delete marks.firstStop;
    if (marks.lastStop !== document.activeElement) delete marks.lastStop; // the focus was put elsewhere meanwhile
  });
  const wrong: string[] = [];
  for (let presses = 0; presses < 250; presses += 1) {
    const stop = await tab(page);
    if (stop === null) continue; // out of the page, and in again at its top
    wrong.push(...stop.wrong);
    if (await target.first().evaluate((node) => node === document.activeElement)) {
      expect(wrong, page.url()).toEqual([]);
      return;
    }
  }
  throw new Error(`The keyboard does not reach ${String(target)} on ${page.url()}`);
}

/** To this with Tab, and then the key that works it. */
export async function press(page: Page, target: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** To this with Tab, and what was there replaced by typing. */
export async function type(page: Page, target: Locator, words: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(words);
}

async function fromTheTop(page: Page): Promise<void> {
  await page.evaluate(() => {
    const marks = globalThis as unknown as Marks;
    delete marks.firstStop;
    delete marks.lastStop;
    // The browser goes on from where the focus was last, so it is put before everything for a moment.
    const start = document.body.insertBefore(document.createElement("span"), document.body.firstChild);
    start.tabIndex = -1;
    start.focus();
    start.remove();
  });
}

/** The number of stops, once what comes after the page itself has come. */
async function settled(page: Page): Promise<number> {
  for (let before = await stops(page); ; ) {
    await page.waitForTimeout(150);
    const now = await stops(page);
    if (now === before) return now;
    before = now;
  }
}

/** How many stops Tab should make: radios of one name count as one. */
async function stops(page: Page): Promise<number> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")].filter(
      (node) => node.checkVisibility({ visibilityProperty: true }) && !node.matches(":disabled, [tabindex='-1']"),
    );
    const groups = new Set(all.flatMap((node) => (node instanceof HTMLInputElement && node.type === "radio" ? [`${node.form?.action ?? ""} ${node.name}`] : [])));
    const parts = all.filter((node) => node instanceof HTMLInputElement && node.type === "date").length * 3; // day, month, year and the calendar are stops of their own
    return all.filter((node) => !(node instanceof HTMLInputElement && node.type === "radio")).length + groups.size + parts;
  });
}
