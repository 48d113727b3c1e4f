import type { Page } from "@playwright/test";

/** The distances of WCAG 1.4.12. */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`;

/** What does not fit: a page wider than its window, or words that are cut off. Empty is good. */
export async function tooWide(page: Page): Promise<string[]> {
  const now = await measured(page);
  if (now.length === 0) return now;
  await page.waitForTimeout(300); // drawings follow the window a moment later
  return measured(page);
}

async function measured(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const wider = scrollWidth > clientWidth ? [`the page is ${scrollWidth - clientWidth} px wider than its window`] : [];
    const isHidden = (node: Element) => node.closest(".visually-hidden, .skip-link, thead, svg, [hidden]") !== null;
    const cut = [...document.body.querySelectorAll<HTMLElement>("body *")].filter((node) => {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(node);
      if (isHidden(node) || node.matches("input, textarea, select, .scroll-table")) return false;
      const clips = (value: string) => value === "hidden" || value === "clip";
      return (clips(overflowX) && node.scrollWidth > node.clientWidth + 1) || (clips(overflowY) && node.scrollHeight > node.clientHeight + 1) || textOverflow === "ellipsis";
    });
    // Without a box that cuts, words can still run out of the side of the window.
    const out = [...document.body.querySelectorAll<HTMLElement>("a, button, label, input, select, textarea, h1, h2, h3, p, li, dt, dd")].filter((node) => {
      const box = node.getBoundingClientRect();
      return box.width > 0 && !isHidden(node) && !node.closest(".scroll-table") && (box.right > clientWidth + 1 || box.left < -1);
    });
    const words = (node: HTMLElement) => `${node.tagName.toLowerCase()}.${node.className} “${node.textContent?.trim().slice(0, 40)}”`;
    return [...wider, ...cut.map((node) => `cut off: ${words(node)}`), ...out.map((node) => `out of the window: ${words(node)}`)];
  });
}

/** The same with the reader's own text spacing. */
export async function tooWideWhenSpaced(page: Page): Promise<string[]> {
  const style = await page.addStyleTag({ content: spacing });
  const found = await tooWide(page);
  await style.evaluate((node) => (node as HTMLStyleElement).remove());
  return found.map((each) => `with wide text spacing ${each}`);
}

/** Everything that moves by itself or takes time to change, for somebody who asked for less motion. Empty is good. */
export async function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const seconds = (value: string) => Math.max(...value.split(",").map((each) => Number.parseFloat(each) * (each.trim().endsWith("ms") ? 0.001 : 1)));
    const slow = [...document.querySelectorAll("*")].filter((node) => {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(node);
      return (animationName !== "none" && seconds(animationDuration) > 0.001) || seconds(transitionDuration) > 0.001;
    });
    const running = document.getAnimations().filter(({ playState }) => playState === "running");
    return [...slow.map(({ tagName, className }) => `moves: ${tagName.toLowerCase()}.${String(className)}`), ...running.map(() => "an animation runs")];
  });
}

/** What can be pressed and is smaller than 24 by 24 px, outside a sentence and closer than that to another. Empty is good. */
export async function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const least = 24;
    const targets = [...document.querySelectorAll<HTMLElement>("a[href], button, input:not([type=hidden]), select, textarea, summary")].filter((node) => node.checkVisibility() && node.getBoundingClientRect().width > 1);
    const boxOf = (node: HTMLElement) => {
      const label = node instanceof HTMLInputElement ? (node.closest("label") ?? document.querySelector<HTMLElement>(`label[for="${node.id}"]`)) : null;
      const boxes = [node, ...(label ? [label] : [])].map((each) => each.getBoundingClientRect());
      return boxes.reduce((largest, box) => (box.width * box.height > largest.width * largest.height ? box : largest));
    };
    const inSentence = (node: HTMLElement) => node.matches("a") && getComputedStyle(node).display === "inline" && [...(node.parentElement?.childNodes ?? [])].some((each) => each.nodeType === Node.TEXT_NODE && each.textContent!.trim() !== "");
    const small = targets.filter((node) => {
      const { width, height } = boxOf(node);
      return (width < least || height < least) && !inSentence(node);
    });
    // Undersized is allowed when a circle of 24 px on it touches no other target.
    return small
      .filter((node) => {
        const own = boxOf(node);
        const [x, y] = [own.x + own.width / 2, own.y + own.height / 2];
        return targets.some((other) => {
          if (other === node) return false;
          const box = boxOf(other);
          const [dx, dy] = [Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)];
          return Math.hypot(dx, dy) < least / 2;
        });
      })
      .map((node) => `too small to press: ${node.tagName.toLowerCase()} “${node.textContent?.trim().slice(0, 40)}”`);
  });
}
