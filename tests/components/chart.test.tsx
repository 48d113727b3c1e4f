import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import axe from "axe-core";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ChartFigure, lazyDrawing, type Size } from "#app/components/charts/chart-figure.tsx";
import { LegendItem } from "#app/components/charts/legend-item.tsx";
import { LevelBars, type LevelBar } from "#app/components/charts/level-bars.tsx";

// jsdom does not lay out, so a box says its size here when a test lets it.
let measured: ((size: Size) => void)[] = [];
beforeEach(() => {
  measured = [];
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(report: (entries: { contentRect: Size }[]) => void) {
        measured.push((contentRect) => report([{ contentRect }]));
      }
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});
const measure = (size: Size) => act(() => measured.forEach((report) => report(size)));
const violations = async () => (await axe.run(document.body, { rules: { region: { enabled: false }, "color-contrast": { enabled: false } } })).violations.map(({ id }) => id);

const table = (
  <table>
    <caption>Cijfers</caption>
    <tbody>
      <tr>
        <th scope="row">Eerste</th>
        <td>3</td>
      </tr>
    </tbody>
  </table>
);
const figure = (drawing: (size: Size) => React.ReactNode, more: object = {}) => (
  <ChartFigure id="x" finding="Het gaat goed." name="Niveau en doel" description="Een balk per onderdeel." height={{ narrow: 300, wide: 200 }} drawing={drawing} legend={<LegendItem kind="target">je doel</LegendItem>} {...more}>
    {table}
  </ChartFigure>
);

describe("a chart", () => {
  test("has a caption with the finding, a name and a description, and its table", async () => {
    render(figure(() => <svg data-testid="drawn" />));
    expect(screen.getByRole("figure").querySelector("figcaption")!.textContent).toBe("Het gaat goed.");
    const image = screen.getByRole("img", { name: "Niveau en doel" });
    expect(document.getElementById(image.getAttribute("aria-describedby")!)!.textContent).toBe("Een balk per onderdeel.");
    expect(screen.getByRole("table", { name: "Cijfers" })).toBeTruthy();
    expect(screen.getByText("je doel")).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  test("on the server is its words and its table, with space kept and nothing drawn", () => {
    const drawing = vi.fn(() => <svg />);
    const html = renderToString(figure(drawing));
    expect(drawing).not.toHaveBeenCalled();
    expect(html).toContain("Het gaat goed.");
    expect(html).toContain("<caption>Cijfers</caption>");
    expect(html).toMatch(/chart-strut--narrow" width="1" height="300"/);
    expect(html).toMatch(/chart-strut--wide" width="1" height="200"/);
    expect(html).not.toContain("style=");
  });

  test("is drawn once its box has a size, in that size", () => {
    const drawing = vi.fn(({ width, height }: Size) => <svg data-testid="drawn" width={width} height={height} />);
    render(figure(drawing));
    expect(screen.queryByTestId("drawn")).toBeNull();
    measure({ width: 0, height: 0 });
    expect(screen.queryByTestId("drawn")).toBeNull();
    measure({ width: 640.7, height: 200 });
    expect(screen.getByTestId("drawn").getAttribute("width")).toBe("640");
  });

  test("can keep its table behind a summary", () => {
    render(figure(() => null, { folded: true }));
    expect(screen.getByText("Toon als tabel").closest("details")!.contains(screen.getByText("Cijfers"))).toBe(true);
  });

  test("whose drawing does not arrive still has its words and table", async () => {
    const Lost = lazyDrawing<object>(() => Promise.reject(new Error("no connection")));
    render(figure(() => <Lost />));
    measure({ width: 600, height: 200 });
    await waitFor(() => expect(document.querySelector(".chart-canvas")!.childElementCount).toBe(0));
    expect(screen.getByRole("table", { name: "Cijfers" })).toBeTruthy();
  });
});

describe("level bars", () => {
  const bars: LevelBar[] = [
    { id: "area a", title: "Gebied" },
    { id: "1", title: "Onder het doel", level: 2, target: 3 },
    { id: "2", title: "Zonder niveau", level: null, target: 3, instead: "Niet in mijn werk" },
    { id: "3", title: "Erboven", level: 4, target: 2 },
    { id: "4", title: "Zonder doel", level: 1, target: null },
  ];
  const draw = (width: number) => render(<LevelBars bars={bars} steps={4} ends={["Verkennen", "Samen verder"]} width={width} height={300} />).container;
  const number = (element: Element | null, name: string) => Number(element!.getAttribute(name));

  test.each([700, 320])("at %i px: each level as long as it is, what is open up to the target, a reason in words and never a bar", (width) => {
    const drawn = draw(width);
    const track = number(drawn.querySelector(".chart-bar__track"), "width") + 1;
    const lengths = [...drawn.querySelectorAll(".chart-bar__level")].map((bar) => number(bar, "width") / track);
    expect(lengths.map((each) => Math.round(each * 100) / 100)).toEqual([0.5, 1, 0.25]);
    const open = [...drawn.querySelectorAll(".chart-bar__open")];
    expect(open.map((bar) => Math.round((number(bar, "width") / track) * 100) / 100)).toEqual([0.25]);
    expect(drawn.querySelectorAll(".chart-bar__target")).toHaveLength(2);
    expect(drawn.querySelectorAll(".chart-bar__track")).toHaveLength(3);
    expect([...drawn.querySelectorAll("text")].map(({ textContent }) => textContent)).toEqual(expect.arrayContaining(["Gebied", "Zonder niveau", "Niet in mijn werk", "Verkennen", "Samen verder"]));
  });

  test("no part of it takes the keyboard, or calls itself an application", () => {
    const drawn = draw(700);
    expect(drawn.querySelectorAll('[tabindex="0"], [role="application"], a, button')).toHaveLength(0);
  });
});
